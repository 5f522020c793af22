"""Text becomes rows: the separator is recognised, quotes are honoured."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice

from app.imports.problem import ImportProblem
from app.imports.tabel.grenzen import MAX_CEL
from app.models.tabelimport.tabel import Regel

TEKENS = "\t;,|"
_SAMPLE = 50
_SEP = re.compile(r"\ufeff?sep=(.)\r?\n?", re.IGNORECASE)
_END = "\ue000"
"""A last line of our own: when it isn't read as a row, a quote was never closed."""


def rijen(text: str, naam: str) -> Iterator[Regel]:
    """The rows with the line they begin at.

    Parameters:
        naam: what to call the table in a sentence.

    Raises:
        ImportProblem: a quote isn't closed, or a cell is too long.
    """
    told = _SEP.match(text)
    lines = list(StringIO(text.removeprefix("\ufeff"), newline=""))
    teken = told[1] if told else scheidingsteken(lines)
    reader = csv.reader(chain(lines[1:] if told else lines, [_END]), delimiter=teken)
    skipped = 1 if told else 0
    begin = 1 + skipped
    csv.field_size_limit(MAX_CEL)
    try:
        for cells in reader:
            if cells == [_END]:
                return
            if any(_END in each for each in cells):
                raise _open_quote(naam, begin)
            yield begin, cells
            begin = reader.line_num + 1 + skipped
    except csv.Error:
        raise _open_quote(naam, begin) from None


def scheidingsteken(lines: list[str]) -> str:
    """What stands between the cells: the sign that cuts most lines in the same number of pieces."""

    def same_pieces(teken: str) -> tuple[int, int]:
        rows = csv.reader(islice((each for each in lines if each.strip()), _SAMPLE), delimiter=teken)
        try:
            widths = Counter(len(cells) for cells in rows)
        except csv.Error:
            return 0, 0
        width, times = max(widths.items(), key=lambda each: (each[1], each[0]), default=(1, 0))
        return (times, width) if width > 1 else (0, 0)

    return max(TEKENS, key=same_pieces)  # of equals the first: tabs and semicolons stand in no name


def _open_quote(naam: str, line: int) -> ImportProblem:
    return ImportProblem(
        f"{naam} heeft op regel {line} een aanhalingsteken dat nergens sluit: haal het weg of zet er een achter, en "
        "lees de tabel opnieuw in."
    )
