"""Looks at a year plan as a director would: what can't be, what is tight, what piles up, and what could be done.

Source: the calendar traps of real school years (July with three school days, March with advice and kindgesprekken).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from app.models.datums import MAANDEN, lang, plus_maanden
from app.models.gesprek import Momentkeuze
from app.models.ids import derived_id
from app.models.jaarplan import Gespreksmoment, Jaarplan, Opmerking, Voorstel
from app.models.momentregels import FULL_WEEK

ENOUGH_DAYS = 8
"""School days that remain for a moment when others take their part of it, so that nothing piles up."""


def opmerkingen(plan: Jaarplan, keuzes: Mapping[str, Momentkeuze]) -> tuple[Opmerking, ...]:
    """All remarks on a plan, the worst first."""
    found = [*_onbekend(plan), *_onmogelijk(plan), *_krap(plan), *_gestapeld(plan), *_eigen_vrij(plan, keuzes)]
    order = {"bad": 0, "warn": 1, "info": 2}
    return tuple(sorted(found, key=lambda each: order[each.ernst]))


def keuze_voor(schooljaar: str, moment: str, van: date, tot: date, reden: str) -> Momentkeuze:
    """The choice of own days for a moment; one per moment and year, however often it is made."""
    return Momentkeuze(
        id=derived_id(schooljaar, moment), schooljaar=schooljaar, moment=moment, van=van, tot=tot, reden=reden
    )


def _onbekend(plan: Jaarplan) -> Iterator[Opmerking]:
    if not plan.kalender.bekend:
        yield Opmerking(
            "warn",
            f"De vakanties van {plan.schooljaar} zijn nog niet bekend; vul ze in bij Instellingen, Schooljaar, dan"
            " kloppen de datums.",
        )


def _onmogelijk(plan: Jaarplan) -> Iterator[Opmerking]:
    for moment in plan.momenten:
        if not moment.dagen:
            yield Opmerking(
                "bad",
                f"{moment.titel}: er is geen schooldag ({moment.reden}); kies zelf dagen voor dit moment.",
                (moment.sleutel,),
                _week_voor_het_eind(plan, moment),
            )


def _krap(plan: Jaarplan) -> Iterator[Opmerking]:
    for moment in plan.momenten:
        if moment.dagen and (moment.knelt or len(moment.dagen) < FULL_WEEK):
            why = moment.knelt or f"er {'is' if len(moment.dagen) == 1 else 'zijn'} maar {_dagen(len(moment.dagen))}"
            yield Opmerking("warn", f"{moment.titel}: {why}.", (moment.sleutel,), _week_eerder(plan, moment))


def _gestapeld(plan: Jaarplan) -> Iterator[Opmerking]:
    """Two moments of which one jaargroep has the same days."""
    for one, other in combinations(plan.momenten, 2):
        years = [year for year in one.jaargroepen if year in other.jaargroepen]
        shared = set(one.dagen) & set(other.dagen)
        if years and shared and len(shared) >= min(len(one.dagen), len(other.dagen)) / 2:
            yield _stapel(plan, one, other, years)


def _stapel(plan: Jaarplan, one: Gespreksmoment, other: Gespreksmoment, years: list[str]) -> Opmerking:
    wide, narrow = (one, other) if len(one.dagen) > len(other.dagen) else (other, one)
    month = MAANDEN[narrow.dagen[0].month - 1].capitalize()
    groups = f"groep {years[0]}" if len(years) == 1 else f"groep {years[0]} tot en met {years[-1]}"
    both = wide.verplicht and narrow.verplicht
    return Opmerking(
        "warn" if both else "info",
        f"{month} stapelt voor {groups}: {wide.titel} en {narrow.titel} vallen samen.",
        (wide.sleutel, narrow.sleutel),
        _uitwijken(plan, wide, narrow, years) if both else None,
    )


def _uitwijken(plan: Jaarplan, wide: Gespreksmoment, narrow: Gespreksmoment, years: list[str]) -> Voorstel | None:
    """Let the wider moment make room: before or after the other when that leaves days enough, else a month later."""
    before = tuple(day for day in wide.dagen if day < narrow.dagen[0])
    after = tuple(day for day in wide.dagen if day > narrow.dagen[-1])
    days = max(before, after, key=len)
    if len(days) < ENOUGH_DAYS:
        first = plus_maanden(wide.dagen[0].replace(day=1), 1)
        last = plus_maanden(first, 1).replace(day=1)
        later = tuple(day for day in plan.kalender.schooldagen(first, last) if day < last and day > narrow.dagen[-1])
        days = max(days, later, key=len)
    if len(days) < FULL_WEEK:
        return None
    apart = "/" not in wide.sleutel and set(years) != set(wide.jaargroepen)
    keys = [f"{wide.sleutel}/{year}" for year in years] if apart else [wide.sleutel]
    reden = f"zo vallen ze niet samen met {narrow.titel}"
    return Voorstel(
        f"{wide.titel}{' voor groep ' + ', '.join(years) if apart else ''} van {lang(days[0])} tot en met"
        f" {lang(days[-1])}",
        tuple(keuze_voor(plan.schooljaar, key, days[0], days[-1], reden) for key in keys),
    )


def _week_eerder(plan: Jaarplan, moment: Gespreksmoment) -> Voorstel | None:
    before = plan.kalender.week_voor(moment.dagen[0])
    while before and len(before.schooldagen) < FULL_WEEK:
        before = plan.kalender.week_voor(before.maandag)
    return _in_week(plan, moment, before.schooldagen if before else ())


def _week_voor_het_eind(plan: Jaarplan, moment: Gespreksmoment) -> Voorstel | None:
    """For a moment without a day: the last full week but one of the year, when it belongs to the end of the year."""
    full = [week for week in plan.kalender.schoolweken if len(week.schooldagen) >= FULL_WEEK]
    late = any(word in moment.reden for word in ("juli", "juni"))
    return _in_week(plan, moment, full[-2].schooldagen) if late and len(full) > 1 else None


def _in_week(plan: Jaarplan, moment: Gespreksmoment, dagen: tuple[date, ...]) -> Voorstel | None:
    if not dagen:
        return None
    choice = keuze_voor(plan.schooljaar, moment.sleutel, dagen[0], dagen[-1], "daar zijn meer schooldagen")
    return Voorstel(f"{moment.titel} van {lang(dagen[0])} tot en met {lang(dagen[-1])}", (choice,))


def _eigen_vrij(plan: Jaarplan, keuzes: Mapping[str, Momentkeuze]) -> Iterator[Opmerking]:
    """Report dates on which there is no school."""
    for rapport in plan.beleid.rapporten:
        day = plan.rapporten.get(rapport.id)
        if day is not None and not plan.kalender.is_schooldag(day):
            yield Opmerking(
                "warn", f"{rapport.titel}: op {lang(day)} is er geen school; kies een andere dag voor het rapport."
            )


def _dagen(number: int) -> str:
    return "één schooldag" if number == 1 else f"{number} schooldagen"
