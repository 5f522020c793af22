"""The calendar of one school year: which days there is school, and which school week a day is in."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from app.models.feestdagen import GOEDE_VRIJDAG, feestdagen
from app.models.schooljaar import Schooljaar, VrijePeriode

ZOMER = "zomer"
VRIJDAG = "goede_vrijdag"
ZOMERVAKANTIE = "Zomervakantie"
WEEK = timedelta(7)


class Vrij(NamedTuple):
    """A period without school.

    Attributes:
        soort: `vakantie`, `feestdag`, `studiedag` or `vrij`.
        van, tot: first and last day, both included.
        sleutel: key of the shipped holiday, or of a public one that the school may skip; else empty.
    """

    naam: str
    soort: str
    van: date
    tot: date
    sleutel: str = ""

    def takes_weekday(self, van: date, tot: date) -> bool:
        """Whether it takes a day from Monday to Friday out of a period."""
        return any(day.weekday() < 5 for day in _days(max(self.van, van), min(self.tot, tot)))


class Week(NamedTuple):
    """A week of the year.

    Attributes:
        maandag: its Monday.
        nummer: the how manieth school week it is, from 1; None when there is no school in it.
        schooldagen: the days on which there is school.
        vrij: name of what takes days out of it, or empty.
    """

    maandag: date
    nummer: int | None
    schooldagen: tuple[date, ...]
    vrij: str = ""


@dataclass(frozen=True, kw_only=True)
class Kalender:
    """The days of one school year in one region, as this school has them.

    Attributes:
        schooljaar: e.g. `2026-2027`.
        regio: key of `REGIOS`.
        eerste_dag, laatste_dag: first and last day with school.
        vrij: all periods without school, by date.
        bekend: whether the holidays of this year are known; else there is nothing but weekends and public holidays.
    """

    schooljaar: str
    regio: str
    eerste_dag: date
    laatste_dag: date
    vrij: tuple[Vrij, ...] = ()
    bekend: bool = True
    _vrij_op: dict[date, Vrij] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for period in reversed(self.vrij):
            self._vrij_op.update((day, period) for day in _days(period.van, period.tot))

    @cached_property
    def alle_schooldagen(self) -> tuple[date, ...]:
        """Every day with school, in order."""
        year = _days(self.eerste_dag, self.laatste_dag)
        return tuple(day for day in year if day.weekday() < 5 and day not in self._vrij_op)

    @cached_property
    def weken(self) -> tuple[Week, ...]:
        """All weeks from the one of 1 August up to the one of 31 July."""
        monday, weeks, number = _monday(date(int(self.schooljaar[:4]), 8, 1)), [], 0
        while monday <= date(int(self.schooljaar[5:]), 7, 31):
            days = self.schooldagen(monday, monday + timedelta(4))
            number += bool(days)
            weeks.append(Week(monday, number if days else None, days, self._why_free(monday)))
            monday += WEEK
        return tuple(weeks)

    @cached_property
    def schoolweken(self) -> tuple[Week, ...]:
        """The weeks with school in them, in order."""
        return tuple(week for week in self.weken if week.nummer is not None)

    def is_schooldag(self, day: date) -> bool:
        """Whether there is school on a day."""
        return self.eerste_dag <= day <= self.laatste_dag and day.weekday() < 5 and day not in self._vrij_op

    def vrij_op(self, day: date) -> Vrij | None:
        """What keeps the school closed on a day, other than the weekend."""
        return self._vrij_op.get(day)

    def schooldagen(self, van: date, tot: date) -> tuple[date, ...]:
        """The days with school in a period, both ends included."""
        days = self.alle_schooldagen
        return days[bisect_left(days, van) : bisect_left(days, tot + timedelta(1))]

    def schoolweek(self, number: int) -> Week | None:
        """The n-th school week, from 1; None when the year has fewer."""
        return self.schoolweken[number - 1] if 0 < number <= len(self.schoolweken) else None

    def week_van(self, day: date) -> Week | None:
        """The week that holds a day."""
        monday = _monday(day)
        return next((week for week in self.weken if week.maandag == monday), None)

    def week_na(self, day: date) -> Week | None:
        """The first school week after the week of a day."""
        monday = _monday(day)
        return next((week for week in self.schoolweken if week.maandag > monday), None)

    def week_voor(self, day: date) -> Week | None:
        """The last school week before the week of a day."""
        monday = _monday(day)
        return next((week for week in reversed(self.schoolweken) if week.maandag < monday), None)

    def plus_schooldagen(self, day: date, number: int) -> date:
        """The n-th school day after a day; past the end of the year weekdays count."""
        later = self.schooldagen(day + timedelta(1), self.laatste_dag)
        if number <= len(later):
            return later[number - 1] if number else day
        return _plus_weekdays(max(day, self.laatste_dag), number - len(later))

    def _why_free(self, monday: date) -> str:
        period = next(
            (self._vrij_op[day] for day in _days(monday, monday + timedelta(4)) if day in self._vrij_op), None
        )
        if period is not None:
            return period.naam
        outside = monday + timedelta(4) < self.eerste_dag or monday > self.laatste_dag
        return ZOMERVAKANTIE if outside else ""


@dataclass(frozen=True, slots=True)
class Vakanties:
    """The shipped holidays of one school year.

    Attributes:
        eerste_dag: first school day by region.
        vakanties: `(key, title, {region: (first, last day)})`.
    """

    schooljaar: str
    eerste_dag: Mapping[str, date]
    vakanties: tuple[tuple[str, str, Mapping[str, tuple[date, date]]], ...]

    def van_regio(self, regio: str) -> tuple[Vrij, ...]:
        """The holidays of one region."""
        return tuple(Vrij(titel, "vakantie", *days[regio], key) for key, titel, days in self.vakanties)


def maak_kalender(
    schooljaar: str,
    regio: str,
    vakanties: Vakanties | None,
    jaar: Schooljaar | None = None,
    eigen: Iterable[VrijePeriode] = (),
) -> Kalender:
    """Make the calendar of a school year.

    Parameters:
        schooljaar: e.g. `2026-2027`.
        regio: key of `REGIOS`.
        vakanties: the shipped holidays of that year, or None for a year of which none are shipped.
        jaar: what the school chose itself.
        eigen: the school's own days off; one with the key of a shipped holiday takes its place, and one without days
            takes it away.
    """
    eigen = tuple(eigen)
    own = [each for each in eigen if each.van is not None]
    moved = {each.vakantie for each in own if each.vakantie}
    shipped = vakanties.van_regio(regio) if vakanties else ()
    free = [each for each in shipped if each.sleutel not in moved]
    free += [Vrij(each.naam, each.soort, each.van, each.tot or each.van, each.vakantie) for each in own if each.van]
    first, last = _ends(schooljaar, regio, vakanties, free)
    first, last = (jaar and jaar.eerste_dag) or first, (jaar and jaar.laatste_dag) or last
    free += _feestdagen(schooljaar, first, last, skipped={each.vakantie for each in eigen if each.van is None})
    in_order = tuple(sorted(free, key=lambda each: (each.van, -each.tot.toordinal(), each.naam)))
    known = vakanties is not None or any(each.soort == "vakantie" for each in own)
    return Kalender(schooljaar=schooljaar, regio=regio, eerste_dag=first, laatste_dag=last, vrij=in_order, bekend=known)


def _feestdagen(schooljaar: str, first: date, last: date, skipped: Collection[str]) -> Iterable[Vrij]:
    for year in (int(schooljaar[:4]), int(schooljaar[5:])):
        for day, name in feestdagen(year):
            key = VRIJDAG if name == GOEDE_VRIJDAG else ""
            if first <= day <= last and not (key and key in skipped):
                yield Vrij(name, "feestdag", day, day, key)


def _ends(schooljaar: str, regio: str, vakanties: Vakanties | None, free: Iterable[Vrij]) -> tuple[date, date]:
    """First and last day where the school says nothing: the Monday after the summer, the Friday before the next."""
    first_year, last_year = int(schooljaar[:4]), int(schooljaar[5:])
    first = vakanties.eerste_dag[regio] if vakanties else _monday(date(first_year, 8, 31))
    summer = next((each.van for each in free if each.sleutel == ZOMER), date(last_year, 7, 11))
    last = summer - timedelta(1)
    return first, last - timedelta(max(last.weekday() - 4, 0))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _days(van: date, tot: date) -> Iterable[date]:
    return (van + timedelta(number) for number in range((tot - van).days + 1))


def _plus_weekdays(day: date, number: int) -> date:
    while number:
        day += timedelta(1)
        number -= day.weekday() < 5
    return day
