"""The report as plain text, to paste as a note in the pupil administration."""

from app.exports.stof import VerslagStof
from app.exports.tekst import Blok, Regel
from app.exports.verslag import report_blocks


def maak_notitie(stof: VerslagStof) -> str:
    """The report as text: headings on lines of their own, dashes for lists, one empty line between parts.

    Of a conversation it says who was there, since in the pupil administration no facts stand above it.
    """
    parts = [_text(block) for block in report_blocks(stof)]
    if stof.gesprek and stof.aanwezigen:
        parts.insert(1, f"Aanwezig: {', '.join(stof.aanwezigen)}")
    return "\n\n".join(parts) + "\n"


def _text(block: Blok) -> str:
    return "\n".join(([block.kop] if block.kop else []) + [_line(regel) for regel in block.regels])


def _line(regel: Regel) -> str:
    return "- " + "\n  ".join(regel.lines) if regel.punt else regel.tekst
