"""How days and groups are said here."""

from datetime import date

from app.models.datums import kort, weekdag
from app.models.school import Groep, in_groep


def day_words(day: date) -> str:
    """A day, e.g. `ma 7 sep`."""
    return f"{weekdag(day)[:2]} {kort(day)}"


def period_words(days: tuple[date, ...]) -> str:
    """The first and last of some days, e.g. `ma 7 sep tot en met vr 11 sep`."""
    if not days:
        return ""
    return day_words(days[0]) if len(days) == 1 else f"{day_words(days[0])} tot en met {day_words(days[-1])}"


def group_words(groep: Groep) -> str:
    """A group, e.g. `groep 5/6`; one whose name is no number keeps to its name."""
    return in_groep(groep.naam)


def count_words(count: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count} {one if count == 1 else many}"
