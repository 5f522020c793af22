"""Jaarplanning gesprekken in Word: what a directeur needs to put the conversations in the planning of the school."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.schrijver import Fact, Writer
from app.exports.tekst import Regel
from app.exports.wordxml import Entry
from app.models.datums import MAANDEN, lang, plus_maanden, weekdag
from app.models.gespreksbeleid.definition import Beleid
from app.models.gespreksregels import verslag_uiterlijk
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.models.kalender import Kalender, Vrij
from app.models.momentregels import rapportdag
from app.models.momentwoorden import dag, hoe_lang, met_wie, reeksen, voor_wie, wanneer
from app.models.school import REGIOS, School

if TYPE_CHECKING:
    from docx.document import Document

TITEL = "Jaarplanning gesprekken"
NO_DAY = "nog geen dag"
OPTIONAL = "niet verplicht"
PLANNER, REPORTS = "planner", "verslagen"

_MOMENTS = ("Wanneer", "Gesprek", "Duur en wie erbij is", "Planner en verslagen")
_MOMENT_SHARES = (12, 11, 12, 12)
_MONTHS = ("Maand", "Wat er is", "Vrij")
_MONTH_SHARES = (5, 22, 13)

Row = tuple[str | Sequence[Entry], ...]
Dated = tuple[date, date, str, bool]
"""First day, last day, what is then, and whether it has emphasis."""


def maak_jaarplanning(plan: Jaarplan, school: School, template: Path, gemaakt: date, *, ib: str = "") -> "Document":
    """Make the document.

    Parameters:
        template: see `sjabloon.template_path`.
        gemaakt: today.
        ib: name of the IB'er, the author.

    Raises:
        TemplateProblem: the template can't be used.
    """
    title = f"{TITEL} {plan.schooljaar}"
    writer = Writer(template, title=title, subject=TITEL, author=ib, school=school.naam, confidential=False)
    writer.title(title, school.naam)
    writer.facts(_facts(plan, gemaakt), per_row=2)
    if plan.opmerkingen:
        writer.heading("Let op")
        writer.prose([Regel(lines, punt=True) for lines in _remarks(plan)])
    writer.heading("Alle momenten op datum")
    rows = [_moment_row(plan, each) for each in plan.momenten]
    writer.table(_MOMENTS, rows, _MOMENT_SHARES, caption="Alle momenten op datum")
    writer.heading("Het jaar per maand", new_page=True)
    months = [_month_row(plan, first) for first in _months(plan.kalender)]
    writer.table(_MONTHS, months, _MONTH_SHARES, caption="Het jaar per maand")
    writer.heading("Wie doet wat")
    writer.facts(_who_does_what(plan.beleid))
    return writer.finish()


def _facts(plan: Jaarplan, gemaakt: date) -> list[Fact]:
    kalender = plan.kalender
    return [
        ("Vakantieregio", REGIOS.get(kalender.regio, kalender.regio)),
        ("Gemaakt op", lang(gemaakt)),
        ("Eerste schooldag", lang(kalender.eerste_dag)),
        ("Laatste schooldag", lang(kalender.laatste_dag)),
        *((titel, lang(day)) for day, titel in _reports(plan)),
        ("Gespreksbeleid", plan.beleid.titel),
    ]


def _reports(plan: Jaarplan) -> list[tuple[date, str]]:
    """The days on which reports come out, chosen or worked out."""
    found = ((plan.rapporten.get(each.id) or rapportdag(each, plan.kalender), each) for each in plan.beleid.rapporten)
    return [(day, rapport.titel) for day, rapport in found if day]


def _remarks(plan: Jaarplan) -> Iterator[list[str]]:
    for each in plan.opmerkingen:
        yield [each.tekst, f"Voorstel: {each.voorstel.tekst}."] if each.voorstel else [each.tekst]


def _moment_row(plan: Jaarplan, moment: Gespreksmoment) -> Row:
    years = voor_wie(moment.jaargroepen)
    for_whom = [*([years] if years not in moment.titel else []), *([] if moment.verplicht else [OPTIONAL])]
    with_whom = met_wie(moment.soort, moment.jaargroepen)
    return (
        ((wanneer(moment.dagen) or NO_DAY, ""), ("", moment.reden)),
        ((moment.titel, ""), *([("", ", ".join(for_whom))] if for_whom else [])),
        (("", hoe_lang(moment.soort)), ("", with_whom)),
        [(dag(day), f" {what}{_in_holiday(plan.kalender, day)}") for day, what in _tasks(plan, moment)],
    )


def _tasks(plan: Jaarplan, moment: Gespreksmoment) -> Iterator[tuple[date, str]]:
    """When its planner opens, and when the last report has to be there."""
    if moment.planner_op:
        yield moment.planner_op, PLANNER
    if moment.tot:
        yield verslag_uiterlijk(moment.tot, plan.beleid, plan.kalender), REPORTS


def _in_holiday(kalender: Kalender, day: date) -> str:
    free = kalender.vrij_op(day)
    return f" ({free.naam.lower()})" if free and free.soort == "vakantie" else ""


def _months(kalender: Kalender) -> Iterator[date]:
    """First day of each month in which there is school."""
    month = kalender.eerste_dag.replace(day=1)
    while month <= kalender.laatste_dag:
        yield month
        month = plus_maanden(month, 1)


def _month_row(plan: Jaarplan, first: date) -> Row:
    last = plus_maanden(first, 1) - timedelta(1)
    month = [((MAANDEN[first.month - 1], ""))]
    what = [(words, "") if held else ("", words) for words, held in _within(_year(plan), first, last)]
    return month, what, "\n".join(words for words, _ in _within(_free(plan.kalender), first, last))


def _year(plan: Jaarplan) -> Iterator[Dated]:
    """What there is to do, and with emphasis what is held."""
    for day, titel in _reports(plan):
        yield day, day, f"{_small(titel)} mee naar huis", False
    for moment in plan.momenten:
        titel = _small(moment.titel)
        yield from ((van, tot, titel, True) for van, tot in reeksen(moment.dagen))
        for day, what in _tasks(plan, moment):
            doing = {PLANNER: "planner open", REPORTS: "laatste verslag"}[what]
            yield day, day, f"{doing}: {titel}{_in_holiday(plan.kalender, day)}", False


def _free(kalender: Kalender) -> Iterator[Dated]:
    """Holidays and days off; no public holiday that is in a holiday anyway."""
    for each in kalender.vrij:
        if each.van < each.tot or not any(_holds(other, each) for other in kalender.vrij if other.van < other.tot):
            yield each.van, each.tot, each.naam, False


def _holds(period: Vrij, each: Vrij) -> bool:
    return period.van <= each.van and each.tot <= period.tot


def _within(dated: Iterable[Dated], first: date, last: date) -> Iterator[tuple[str, bool]]:
    """What is on weekdays of a month, by date; of what goes on beyond it only the part in it."""
    for van, tot, what, held in sorted(dated):
        begin, end = _weekday(max(van, first), 1), _weekday(min(tot, last), -1)
        if begin == end:
            yield f"{_day(begin)} {what}", held
        elif begin < end:
            yield f"{_day(begin)} t/m {_day(end)} {what}", held


def _weekday(day: date, step: int) -> date:
    """The day itself, or in a weekend the nearest weekday after (`step` 1) or before it (-1)."""
    while day.weekday() > 4:
        day += timedelta(step)
    return day


def _day(day: date) -> str:
    return f"{weekdag(day)[:2]} {day.day}"


def _small(titel: str) -> str:
    """A title within a sentence."""
    return titel[:1].lower() + titel[1:]


def _who_does_what(beleid: Beleid) -> list[Fact]:
    term = f"{beleid.verslag.dagen} {'schooldagen' if beleid.verslag.telt == 'schooldagen' else 'dagen'}"
    level = f"ondersteuningsniveau {beleid.niveau_vanaf}"
    return [
        (
            "Directeur",
            "Zet deze momenten in de planning van de school, kiest de rapportdagen en beslist waar het knelt.",
        ),
        (
            "Leerkracht",
            "Opent de planner op tijd, houdt de gesprekken en maakt van elk gesprek binnen "
            f"{term} een verslag, met wat er over de ondersteuning is afgesproken.",
        ),
        ("IB’er", f"Kijkt of elk kind aan de beurt komt, en kan vanaf {level} bij een gesprek aansluiten."),
        ("Deskundige", f"Kan vanaf {level} bij een gesprek aansluiten, als school en ouders dat samen willen."),
    ]
