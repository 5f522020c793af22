"""What stands in one cell of a list of booked times: a day, a time, both, or something else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.models.datums import WEEKDAGEN, parse_datum
from app.models.tijden import als_minuten, lees_tijd

_MAAND = r"(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
_DATUM = re.compile(
    r"\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?P<teken>[-/.])\d{1,2}(?P=teken)(?:\d{4}|\d{2})"
    rf"|\d{{1,2}}[ -]{_MAAND}(?:[ -]\d{{4}})?)(?![\w:])",
    re.IGNORECASE,
)
_KORTE_DATUM = re.compile(r"\d{1,2}[-/]\d{1,2}")
_TIJD = re.compile(r"(?<![\d.:])(\d{1,2}(?:[:.u]\d{2}| ?uur\b|u\b))(?::00)?(?![\d:])", re.IGNORECASE)
_LOS = re.compile(r"[-–—,;|/]+")
_TUSSEN = {"van", "vanaf", "tot", "om", "op", "uur", "u", "en", *WEEKDAGEN, *(each[:2] for each in WEEKDAGEN)}
"""Words around a day or time that say nothing more."""


@dataclass(frozen=True, slots=True)
class Cel:
    """What a cell says.

    Attributes:
        datum: the day, or None.
        tijden: times of day, `HH:MM`, in the order of the cell; two are a start and an end.
        rest: what is neither.
        mis: what is written as a time and can't be one, such as `25:10`; else empty.
    """

    datum: date | None = None
    tijden: tuple[str, ...] = ()
    rest: str = ""
    mis: str = ""


def lees_cel(text: str, bij: date) -> Cel:
    """Read a cell such as `ma 7 september`, `10:00 - 10:10`, `07-09-2026 10.00 uur` or `Noor Berg`.

    Parameters:
        bij: a date without a year is the one nearest to this day.
    """
    rest = text
    found = _DATUM.search(rest)
    day = parse_datum(found[0], bij) if found else None
    if found and day:
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    written = [each[1] for each in _TIJD.finditer(rest)]
    times = tuple(time for each in written if (time := lees_tijd(each)))
    wrong = next((each for each in written if lees_tijd(each) is None), "")
    rest = _TIJD.sub(" ", rest) if written else rest
    bare = _bare(rest)
    if day is None and _KORTE_DATUM.fullmatch(bare):
        return Cel(parse_datum(bare, bij), times, mis=wrong)
    return Cel(day, times, bare if day or written else " ".join(rest.split()), wrong)


def begin_en_duur(tijden: Sequence[str]) -> tuple[str, int]:
    """The start, and the minutes up to the end; 0 without an end.

    Parameters:
        tijden: all times of a row, at least one.
    """
    first, last = min(tijden), max(tijden)
    return first, als_minuten(last) - als_minuten(first)


def _bare(text: str) -> str:
    words = (each.strip(" .,:;()") for each in text.split())
    return " ".join(each for each in words if each and each.casefold() not in _TUSSEN and not _LOS.fullmatch(each))
