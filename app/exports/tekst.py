"""The plain text of a report, as its headings, lists and paragraphs.

The IB'er types without any marking up: a heading is a line of its own above other lines, a list has a dash before each
line, an empty line begins a new part. `app.models.verslag` begins reports that way.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from app.exports.opschonen import clean

_BULLET = re.compile(r"\s*[-*•·–—▪◦●‣⁃][ \t]+(?=\S)")
_MARKED_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_SENTENCE_ENDS = (".", "!", "?", ",", ";", ":", "…")
_LONGEST_HEADING = 60


@dataclass(slots=True)
class Regel:
    """A paragraph, or with `punt` an item of a list; more than one line where the next ones were indented."""

    lines: list[str]
    punt: bool = False

    @property
    def tekst(self) -> str:
        """Its words; newlines are line breaks."""
        return "\n".join(self.lines)


@dataclass(slots=True)
class Blok:
    """A part of a report: its heading, or empty, and what stands under it."""

    kop: str
    regels: list[Regel] = field(default_factory=list)


def blokken(text: str, koppen: Collection[str] = ()) -> list[Blok]:
    """Read a report.

    Parameters:
        text: as the IB'er typed or pasted it; marks of Markdown are taken off.
        koppen: words known to be headings, also where an empty line follows them; without regard to case.
    """
    known = {kop.casefold() for kop in koppen}
    lines = [line.rstrip() for line in clean(text.replace("**", "")).split("\n")]
    found: list[Blok] = []
    begins = True
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line and _is_heading(line, below, known, begins=begins):
            found.append(Blok(_bare(line)))
        elif line:
            if begins and not _waits(found):
                found.append(Blok(""))
            _add(found[-1].regels, line)
        begins = not line
    return found


def punten(text: str) -> list[Regel]:
    """The paragraphs and lists of an answer in a form; it has no headings."""
    regels: list[Regel] = []
    for line in clean(text).split("\n"):
        if line.strip():
            _add(regels, line.rstrip())
    return regels


def _bare(line: str) -> str:
    return _MARKED_HEADING.sub("", line).strip().rstrip(":").strip()


def _is_heading(line: str, below: str, known: Collection[str], *, begins: bool) -> bool:
    if _BULLET.match(line):
        return False
    if _MARKED_HEADING.match(line) or _bare(line).casefold() in known:
        return bool(_bare(line))
    if not begins or len(line) > _LONGEST_HEADING or line.endswith(_SENTENCE_ENDS) or ": " in line:
        return False
    return bool(_BULLET.match(below)) or len(below) > _LONGEST_HEADING or below.endswith(_SENTENCE_ENDS)


def _waits(found: list[Blok]) -> bool:
    """Whether the last block has a heading with nothing under it yet: an empty line after it changes nothing."""
    return bool(found) and bool(found[-1].kop) and not found[-1].regels


def _add(regels: list[Regel], line: str) -> None:
    bullet = _BULLET.match(line)
    if bullet:
        regels.append(Regel([line[bullet.end() :].strip()], punt=True))
    elif line[0].isspace() and regels and regels[-1].punt:
        regels[-1].lines.append(line.strip())
    else:
        regels.append(Regel([line.strip()]))
