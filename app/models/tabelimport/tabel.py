"""A table as it was handed over: text in cells, with or without a heading row."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count

ZOEK_KOP = 10
"""Rows that are looked through for the headings; a list may have a title above them."""

SURE = 3
"""So many known words make a heading row of any row."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table. All rows are as wide as the heading.

    Attributes:
        kop: what stands above the columns; `kolom 3` where nothing does. No two are the same.
        rijen: the cells, text on one line each; rows without text are left out.
        bron: name of the file (and sheet) it came from.
        regels: line of each row in the file, from 1.
        kopregel: line of the heading row; 0 when there was none, and all of `kop` was made up.
    """

    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    bron: str = ""
    regels: tuple[int, ...] = ()
    kopregel: int = 0


Regel = tuple[int, Sequence[str]]
"""A row with its line in the file."""


def maak_tabel(regels: Iterable[Regel], bron: str, is_kop: Callable[[str], bool]) -> Tabel:
    """Make a table of rows: find the headings, leave out what is empty, make all rows as wide.

    Parameters:
        is_kop: whether a text is a known heading.
    """
    rows = [(line, tuple(cells)) for line, cells in regels if any(cells)]
    at = _heading(rows, is_kop)
    body = rows[at + 1 :] if at is not None else rows
    above = rows[at] if at is not None else (0, ())
    width = max((_width(cells) for _line, cells in (above, *body)), default=0)
    return Tabel(
        kop=_named(above[1], width),
        rijen=tuple((*cells[:width], *[""] * (width - len(cells))) for _line, cells in body),
        bron=bron,
        regels=tuple(line for line, _cells in body),
        kopregel=above[0],
    )


def zonder_kop(tabel: Tabel) -> Tabel:
    """The same table in which the heading row is a row like the others."""
    if not tabel.kopregel:
        return tabel
    return Tabel(
        kop=_named((), len(tabel.kop)),
        rijen=(tuple("" if _MADE_UP.fullmatch(each) else each for each in tabel.kop), *tabel.rijen),
        bron=tabel.bron,
        regels=(tabel.kopregel, *tabel.regels),
    )


def met_kop(tabel: Tabel) -> Tabel:
    """The same table in which the first row is the heading."""
    if tabel.kopregel or not tabel.rijen:
        return tabel
    return Tabel(
        kop=_named(tabel.rijen[0], len(tabel.kop)),
        rijen=tabel.rijen[1:],
        bron=tabel.bron,
        regels=tabel.regels[1:],
        kopregel=tabel.regels[0],
    )


_MADE_UP = re.compile(r"kolom \d+")
_VALUE = re.compile(r"[0-9@]")


def _width(cells: Sequence[str]) -> int:
    return max((number for number, each in enumerate(cells, 1) if each), default=0)


def _heading(rows: Sequence[tuple[int, tuple[str, ...]]], is_kop: Callable[[str], bool]) -> int | None:
    """Which row holds the headings: one with known words, else a first row that is words above values."""
    if not rows:
        return None
    widest = max(sum(map(bool, cells)) for _line, cells in rows)
    for number, (_line, cells) in enumerate(rows[:ZOEK_KOP]):
        known = sum(map(is_kop, cells))
        if known >= SURE or (known >= min(2, widest) and 2 * known >= sum(map(bool, cells))):
            return number
    return 0 if _words_above_values([cells for _line, cells in rows]) else None


def _words_above_values(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether the first row holds different words only, and a column below it only dates, numbers or addresses."""
    first, below = rows[0], rows[1:]
    words = [each for each in first if each]
    if not below or len(words) < len(first) or len(set(words)) < len(words) or any(map(_VALUE.search, words)):
        return False
    columns = ([cells[number] for cells in below if number < len(cells)] for number in range(len(first)))
    return any(column and all(map(_VALUE.search, column)) for column in columns)


def _named(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Headings that all differ: what is empty gets a number, what stands there twice too."""
    names: list[str] = []
    for number in range(width):
        name = (cells[number] if number < len(cells) else "") or f"kolom {number + 1}"
        free = (each for each in chain([name], (f"{name} ({again})" for again in count(2))) if each not in names)
        names.append(next(free))
    return tuple(names)
