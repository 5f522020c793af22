"""How the rule of a moment becomes days: which school days, and why those, in words.

Source of the rules: the policy on conversations with children and parents ("Beleid kind- en oudercontact"), table of
moments. A moment never falls on a day without school.
"""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from app.models.datums import MAANDEN, lang, weekdag
from app.models.gespreksbeleid.definition import Beleid, Rapport, Regel
from app.models.kalender import ZOMER, Kalender, Week
from app.models.school import REGIOS

RANGTELWOORDEN = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
TELWOORDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")

FULL_WEEK = 4
"""Days of school from which a week can hold the conversations of a whole group."""


class Dagen(NamedTuple):
    """When a moment is.

    Attributes:
        dagen: the school days, in order; empty when the rule finds none.
        reden: why those, to read after "omdat".
        knelt: what is too tight about it, in words, or empty.
    """

    dagen: tuple[date, ...]
    reden: str
    knelt: str = ""


def dagen_van(regel: Regel, kalender: Kalender, beleid: Beleid, rapporten: Mapping[str, date]) -> Dagen:
    """The days of a moment by its rule.

    Parameters:
        rapporten: days on which the school gives its reports, by id of the period; others are worked out.
    """
    if regel.soort == "na_rapport":
        rapport = beleid.rapport(regel.rapport)
        assert rapport is not None  # the loader refuses others
        return _na_rapport(rapport, kalender, rapporten.get(regel.rapport))
    return _RULES[regel.soort](regel, kalender)


def rapportdag(rapport: Rapport, kalender: Kalender) -> date | None:
    """The day on which a report comes out as long as the school says nothing: the last one before its week."""
    week, _ = _rapportweek(rapport, kalender)
    before = kalender.week_voor(week.maandag) if week else None
    return before.schooldagen[-1] if before else None


def _schoolweek(regel: Regel, kalender: Kalender) -> Dagen:
    week = kalender.schoolweek(regel.week)
    nth = RANGTELWOORDEN[regel.week - 1] if regel.week <= len(RANGTELWOORDEN) else f"{regel.week}e"
    return Dagen(week.schooldagen if week else (), f"{nth} schoolweek, regio {REGIOS[kalender.regio]}")


def _maand(regel: Regel, kalender: Kalender) -> Dagen:
    days = kalender.schooldagen(*_month(kalender, regel.maand))
    name = MAANDEN[regel.maand - 1]
    return Dagen(days, name + _without(kalender, *_month(kalender, regel.maand)), _few(name, days))


def _laatste_weken(regel: Regel, kalender: Kalender) -> Dagen:
    weeks = kalender.schoolweken[-regel.weken :]
    count = TELWOORDEN[regel.weken - 1] if regel.weken <= len(TELWOORDEN) else str(regel.weken)
    words = "laatste schoolweek" if regel.weken == 1 else f"laatste {count} schoolweken"
    return Dagen(tuple(day for week in weeks for day in week.schooldagen), words)


def _periode(regel: Regel, kalender: Kalender) -> Dagen:
    van, tot = _in_year(kalender, *regel.van), _in_year(kalender, *regel.tot)
    days = kalender.schooldagen(van, tot)
    words = f"tussen {van.day} {MAANDEN[van.month - 1]} en {tot.day} {MAANDEN[tot.month - 1]}"
    return Dagen(days, words + _without(kalender, van, tot))


def _na_rapport(rapport: Rapport, kalender: Kalender, gekozen: date | None) -> Dagen:
    if gekozen is not None:
        return _na_gekozen(gekozen, kalender)
    week, days = _rapportweek(rapport, kalender)
    if week is None:
        return Dagen((), f"week na het rapport in {MAANDEN[rapport.maand - 1]}")
    given = rapportdag(rapport, kalender)
    reason = f"week na het rapport van {_on(given)}" if given else "week na het rapport"
    return Dagen(days, reason, _few(MAANDEN[rapport.maand - 1], kalender.schooldagen(*_month(kalender, rapport.maand))))


def _na_gekozen(given: date, kalender: Kalender) -> Dagen:
    week = kalender.week_na(given)
    if week is None:
        return Dagen((), f"week na het rapport van {_on(given)}")
    direct = week.maandag - given <= timedelta(7)
    between = "" if direct else f"; de week erna is er {_why_free(kalender, given)}"
    return Dagen(week.schooldagen, f"eerste schoolweek na het rapport van {_on(given)}{between}")


def _rapportweek(rapport: Rapport, kalender: Kalender) -> tuple[Week | None, tuple[date, ...]]:
    """The week for the conversations about a report, and its days.

    Early in the month the first full week; late the last full week but one, since the last of the year is taken. A
    month that has no full week gives what days it has.
    """
    first, last = _month(kalender, rapport.maand)
    inside = [(week, tuple(day for day in week.schooldagen if first <= day <= last)) for week in kalender.schoolweken]
    full = [each for each in inside if len(each[1]) >= FULL_WEEK]
    if full:
        return full[max(len(full) - 2, 0)] if rapport.laat else full[0]
    return (
        max(inside, key=lambda each: len(each[1]), default=(None, ()))
        if any(days for _, days in inside)
        else (None, ())
    )


def _month(kalender: Kalender, maand: int) -> tuple[date, date]:
    first = _in_year(kalender, maand, 1)
    return first, first.replace(day=monthrange(first.year, maand)[1])


def _in_year(kalender: Kalender, maand: int, day: int) -> date:
    start = kalender.eerste_dag.month
    year = int(kalender.schooljaar[:4]) + (maand < min(start, 8))
    return date(year, maand, min(day, monthrange(year, maand)[1]))


def _without(kalender: Kalender, van: date, tot: date) -> str:
    """Which holidays take days out of a period, to read behind it."""
    holidays = [each for each in kalender.vrij if each.soort == "vakantie" and each.takes_weekday(van, tot)]
    if not holidays:
        return ""
    word = "tot" if [each.sleutel for each in holidays] == [ZOMER] else "buiten"
    return f", {word} de " + " en de ".join(each.naam.lower() for each in holidays)


def _why_free(kalender: Kalender, given: date) -> str:
    after = given + timedelta(7 - given.weekday())
    free = kalender.vrij_op(after)
    return free.naam.lower() if free else "geen school"


def _few(month: str, days: tuple[date, ...]) -> str:
    if not days or len(days) > FULL_WEEK + 1:
        return ""
    return f"{month} heeft maar {TELWOORDEN[len(days) - 1]} schooldag{'en' if len(days) > 1 else ''}"


def _on(day: date) -> str:
    return f"{weekdag(day)} {lang(day)}"


_RULES: dict[str, Callable[[Regel, Kalender], Dagen]] = {
    "schoolweek": _schoolweek,
    "maand": _maand,
    "laatste_schoolweken": _laatste_weken,
    "periode": _periode,
}
