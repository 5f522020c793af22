"""The report as plain text, to paste as a note in the pupil administration."""

from app.exports.stof import VerslagStof
from app.exports.tekst import Blok, Regel
from app.exports.verslag import report_blocks


def maak_notitie(stof: VerslagStof) -> str:
    """The IB'er's report as text: headings on lines of their own, dashes for lists, one empty line between parts."""
    return "\n\n".join(map(_text, report_blocks(stof))) + "\n"


def _text(block: Blok) -> str:
    return "\n".join(([block.kop] if block.kop else []) + [_line(regel) for regel in block.regels])


def _line(regel: Regel) -> str:
    return "- " + "\n  ".join(regel.lines) if regel.punt else regel.tekst
