"""How a moment of the year is said in words: when, for whom, with whom and how long.

Documents and calendars say it in the same words; none of them decides anything.
"""

from collections.abc import Sequence
from datetime import date

from app.models.datums import MAANDEN, weekdag
from app.models.gespreksbeleid.definition import JAARGROEPEN, Soort
from app.models.jaarplan import Gespreksmoment

A_LONG_WEEKEND = 5
"""Most days from one school day to the next within one stretch: over Ascension Day and the Friday after it."""


def dag(day: date) -> str:
    """A day with its weekday, e.g. `ma 7 september`."""
    return f"{weekdag(day)[:2]} {day.day} {MAANDEN[day.month - 1]}"


def periode(van: date, tot: date) -> str:
    """From one day up to another, e.g. `ma 7 t/m vr 11 september`."""
    if van == tot:
        return dag(van)
    begin = f"{weekdag(van)[:2]} {van.day}" if (van.year, van.month) == (tot.year, tot.month) else dag(van)
    return f"{begin} t/m {dag(tot)}"


def reeksen(dagen: Sequence[date]) -> list[tuple[date, date]]:
    """First and last day of each stretch of school days; a weekend or a day off does not end one, a holiday does."""
    found: list[tuple[date, date]] = []
    for day in dagen:
        if found and (day - found[-1][1]).days <= A_LONG_WEEKEND:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def wanneer(dagen: Sequence[date]) -> str:
    """The days of a moment, e.g. `do 1 t/m vr 16 oktober en ma 26 t/m vr 30 oktober`; empty without any."""
    return opsomming([periode(van, tot) for van, tot in reeksen(dagen)])


def voor_wie(jaargroepen: Sequence[str]) -> str:
    """For which years, e.g. `alle groepen`, `groep 7`, `groep 1 tot en met 7`, `groep 3, 5 en 6`."""
    if set(jaargroepen) >= set(JAARGROEPEN):
        return "alle groepen"
    if all(year in JAARGROEPEN for year in jaargroepen) and len(jaargroepen) > 2:
        at = [JAARGROEPEN.index(year) for year in jaargroepen]
        if at == list(range(at[0], at[0] + len(at))):
            return f"groep {jaargroepen[0]} tot en met {jaargroepen[-1]}"
    return f"groep {opsomming(jaargroepen)}" if jaargroepen else ""


def met_wie(soort: Soort, jaargroepen: Sequence[str]) -> str:
    """Who is present, e.g. `ouders en leerkracht; vanaf groep 5 ook de leerling`."""
    with_pupil = [soort.met_leerling(year) for year in jaargroepen]
    people = [*(["ouders"] if soort.ouders else []), *(["leerling"] if all(with_pupil) else []), "leerkracht"]
    sometimes = any(with_pupil) and not all(with_pupil)
    return opsomming(people) + (f"; vanaf groep {soort.leerling_vanaf} ook de leerling" if sometimes else "")


def hoe_lang(soort: Soort) -> str:
    """How long one conversation is, changeover included, e.g. `10 minuten`."""
    return f"{soort.minuten} minuten" if soort.minuten else "geen vaste duur"


def titel_met_groepen(moment: Gespreksmoment) -> str:
    """What a moment is called, with for whom it is where its title does not say that and it is not for all."""
    years = voor_wie(moment.jaargroepen)
    told = "groep" in moment.titel.casefold() or years in ("alle groepen", "")
    return moment.titel if told else f"{moment.titel} {years}"


def planner_openen(moment: Gespreksmoment) -> str:
    """What has to be done before it, e.g. `Parro-planner openen: startgesprekken`; empty without a planner."""
    if moment.planner_op is None:
        return ""
    what = "Parro-planner openen" if moment.soort.planner == "parro" else "Tijden plannen"
    return f"{what}: {moment.titel[:1].lower()}{moment.titel[1:]}"


def opsomming(words: Sequence[str]) -> str:
    """Words one after another, e.g. `a, b en c`."""
    return " en ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
