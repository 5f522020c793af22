"""Which days are school days, and where a day falls when the calendar is moved to another today."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

_REACH = timedelta(days=1200)
"""How far from today a day may lie that is moved: more than the three school years that the Proefschool spans."""

_52_WEEKS = timedelta(weeks=52)


class Kalender:
    """The school days of one holiday region.

    Parameters:
        eerste, laatste: the days for which holidays are known; other years repeat them, whole weeks apart.
        vakanties: first and last day of each holiday.
    """

    def __init__(self, eerste: date, laatste: date, vakanties: Iterable[tuple[date, date]]) -> None:
        self._eerste = eerste
        self._laatste = laatste
        self._vrij = {
            first + timedelta(number) for first, last in vakanties for number in range((last - first).days + 1)
        }

    def is_schooldag(self, dag: date) -> bool:
        """Whether there is school: no weekend, no school holiday, no public holiday."""
        return dag.weekday() < 5 and self._bekend(dag) not in self._vrij and dag not in feestdagen(dag.year)

    def rond(self, dag: date) -> list[date]:
        """All school days around a day, in order."""
        days = (dag + timedelta(number) for number in range(-_REACH.days, _REACH.days + 1))
        return [each for each in days if self.is_schooldag(each)]

    def _bekend(self, dag: date) -> date:
        while dag < self._eerste:
            dag += _52_WEEKS
        while dag > self._laatste:
            dag -= _52_WEEKS
        return dag


class Verschuiving:
    """Moves days so that as many school days lie between them and today as there lay before.

    Parameters:
        van: today as the data has it; a school day.
        naar: the real today. When there is no school then, the first school day after it takes its place.
    """

    def __init__(self, kalender: Kalender, van: date, naar: date) -> None:
        self._oud = kalender.rond(van)
        self._nieuw = kalender.rond(naar)
        self._verschil = bisect_left(self._nieuw, naar) - bisect_left(self._oud, van)

    def __call__(self, dag: date) -> date:
        """Where a school day of the data falls now."""
        return self._nieuw[bisect_left(self._oud, dag) + self._verschil]


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """The public holidays on which schools are closed, as far as they can fall outside a school holiday."""
    from dateutil.easter import easter

    pasen = easter(jaar)
    around_easter = {pasen + timedelta(number) for number in (-2, 1, 39, 50)}
    return frozenset(around_easter | {date(jaar, 4, 27), date(jaar, 5, 5)})


def begin_schooljaar(dag: date) -> int:
    """The calendar year in which the school year of a school day began."""
    return dag.year if dag.month >= 8 else dag.year - 1
