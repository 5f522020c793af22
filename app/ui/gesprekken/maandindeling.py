"""How a month is laid out: its weeks, as far as there is school or a conversation, and the bars of its moments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.models.jaarplan import Gespreksmoment
from app.models.kalender import WEEK

DAYS = 5
"""Monday to Friday."""


@dataclass(frozen=True, slots=True)
class Balk:
    """A bar in one week.

    Attributes:
        van, tot: its first and last column, 0 to 4.
        laan: below how many others it lies.
        begint, eindigt: whether the moment begins and ends here, or goes on in another week.
    """

    moment: Gespreksmoment
    van: int
    tot: int
    laan: int
    begint: bool
    eindigt: bool


@dataclass(frozen=True, slots=True)
class Maandweek:
    """One row of the month."""

    maandag: date
    balken: tuple[Balk, ...]
    kolommen: int = DAYS

    @property
    def dagen(self) -> tuple[date, ...]:
        """Its days."""
        return tuple(self.maandag + timedelta(number) for number in range(self.kolommen))

    @property
    def lanen(self) -> int:
        """How many bars lie below each other."""
        return max((each.laan + 1 for each in self.balken), default=0)


def kolommen(first: date, dagen: Iterable[date]) -> int:
    """How many days of a week a month shows: five, or as many as it takes for a conversation in a weekend.

    Parameters:
        first: first day of the month; dagen: those with conversations.
    """
    of_the_month = (day for day in dagen if (day.year, day.month) == (first.year, first.month))
    return max((DAYS, *(day.weekday() + 1 for day in of_the_month)))


def maandweken(first: date, momenten: Sequence[Gespreksmoment], kolommen: int = DAYS) -> tuple[Maandweek, ...]:
    """The weeks of a month that have a day in it.

    Parameters:
        first: first day of the month.
        kolommen: how many days of a week are shown.
    """
    begins = first.weekday() < kolommen
    monday = first - timedelta(first.weekday()) if begins else first + timedelta(7 - first.weekday())
    weeks = []
    while (monday.year, monday.month) <= (first.year, first.month):
        weeks.append(Maandweek(monday, _balken(monday, momenten), kolommen))
        monday += WEEK
    return tuple(weeks)


def _balken(monday: date, momenten: Sequence[Gespreksmoment]) -> tuple[Balk, ...]:
    """The bars of a week; each in the first lane where there is room."""
    bars: list[Balk] = []
    for moment in momenten:
        for van, tot in _stukken(monday, moment):
            taken = {each.laan for each in bars if each.van <= tot and van <= each.tot}
            lane = next(each for each in range(len(bars) + 1) if each not in taken)
            begins, ends = monday + timedelta(van) == moment.van, monday + timedelta(tot) == moment.tot
            bars.append(Balk(moment, van, tot, lane, begins, ends))
    return tuple(bars)


def _stukken(monday: date, moment: Gespreksmoment) -> list[tuple[int, int]]:
    """The columns of a moment in a week, together where they touch; a day off parts them."""
    pieces: list[tuple[int, int]] = []
    for day in moment.dagen:
        column = (day - monday).days
        if not 0 <= column < DAYS:
            continue
        if pieces and pieces[-1][1] == column - 1:
            pieces[-1] = (pieces[-1][0], column)
        else:
            pieces.append((column, column))
    return pieces
