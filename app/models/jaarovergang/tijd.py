"""Which school year follows, and when it is time to prepare it. Light: the first page asks it."""

from datetime import date

VANAF_MAAND = 6
"""From this month on a year is usually rolled over; before it the user is asked whether it is not too early."""


def laatste_jaar(schooljaar: str) -> int:
    """The calendar year in which a school year ends.

    Raises:
        ValueError: it is not written as `2026-2027`.
    """
    first, _, last = schooljaar.partition("-")
    if not (first.isdecimal() and last.isdecimal() and int(last) == int(first) + 1):
        raise ValueError(f"not a school year: {schooljaar}")
    return int(last)


def is_schooljaar(schooljaar: str) -> bool:
    """Whether it is written as `2026-2027`."""
    try:
        return bool(laatste_jaar(schooljaar))
    except ValueError:
        return False


def volgend_schooljaar(schooljaar: str) -> str:
    """The school year after this one.

    Raises:
        ValueError: it is not written as `2026-2027`.
    """
    last = laatste_jaar(schooljaar)
    return f"{last}-{last + 1}"


def is_tijd(schooljaar: str, vandaag: date) -> bool:
    """Whether it is time to prepare the next year: from 1 June of the last one on, until it is done."""
    return is_schooljaar(schooljaar) and vandaag >= date(laatste_jaar(schooljaar), VANAF_MAAND, 1)
