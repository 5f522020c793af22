"""The report as plain text, to paste as a note in the pupil administration."""

from app.exports.opschonen import clean
from app.exports.stof import VerslagStof
from app.exports.verslag import report_text


def maak_notitie(stof: VerslagStof) -> str:
    """The IB'er's report as text: headings on lines of their own, dashes for lists, one empty line between parts."""
    lines = [line.rstrip() for line in clean(report_text(stof)).split("\n")]
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip() + "\n"
