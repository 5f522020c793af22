"""For the calendar of teacher or directeur: the moments of the year, and conversations at their time.

A calendar is often shared, or kept by a company elsewhere. So of a conversation it tells no more than that there is
one: no reason, no note, no plan, and who it is about only when that was asked for.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import timedelta

from app.models.agenda import Gebeurtenis
from app.models.gesprek import Gesprek
from app.models.gespreksregels import verslag_uiterlijk
from app.models.ids import derived_id
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.models.momentwoorden import dag, hoe_lang, met_wie, planner_openen, titel_met_groepen, voor_wie
from app.models.school import School

VERVALLEN = ("afgezegd", "niet_nodig")
"""States in which a conversation does not take place; a no-show stood in the calendar and stays there."""

GEKOZEN = "gekozen door de school"

USUAL_MINUTES = 30
"""For a conversation of no fixed length: so much room it gets in a calendar."""


def momenten_in_agenda(
    plan: Jaarplan, school: School, jaargroepen: Collection[str] | None = None
) -> tuple[Gebeurtenis, ...]:
    """The moments of a year and the weeks in which their planners open; moments without a day are left out.

    Parameters:
        jaargroepen: only moments for one of these, for a teacher; None for all.
    """
    wanted = [each for each in plan.momenten if jaargroepen is None or set(jaargroepen) & set(each.jaargroepen)]
    planners = (_planner(plan, each, school) for each in wanted if each.planner_op)
    events = (*(_moment(plan, each, school) for each in wanted), *planners)
    return tuple(each for each in events if each.dagen)


def gesprekken_in_agenda(
    gesprekken: Iterable[Gesprek],
    soorten: Mapping[str, str],
    school: School,
    namen: Mapping[str, str] | None = None,
) -> tuple[Gebeurtenis, ...]:
    """Conversations at their time; those without a date are left out.

    Parameters:
        soorten: `{id of a kind: what one conversation of it is called}`.
        namen: `{id of a pupil: name}`, when names were asked for; else each is told apart by its number of the day.
    """
    return tuple(_conversations(gesprekken, soorten, school, namen))


def _moment(plan: Jaarplan, moment: Gespreksmoment, school: School) -> Gebeurtenis:
    return Gebeurtenis(
        uid=derived_id("agenda", school.id, plan.schooljaar, moment.sleutel),
        titel=titel_met_groepen(moment),
        dagen=moment.dagen,
        toelichting="\n".join(_about(plan, moment)),
        soort=moment.soort.titel,
    )


def _about(plan: Jaarplan, moment: Gespreksmoment) -> Iterator[str]:
    # What the school typed itself as a reason could hold a name.
    yield f"Waarom dan: {GEKOZEN if moment.eigen else moment.reden}."
    optional = "" if moment.verplicht else " (niet verplicht)"
    yield f"Voor: {voor_wie(moment.jaargroepen)}{optional}."
    yield f"Met: {met_wie(moment.soort, moment.jaargroepen)}; {hoe_lang(moment.soort)}."
    if moment.tot:
        yield f"Laatste verslag klaar: {dag(verslag_uiterlijk(moment.tot, plan.beleid, plan.kalender))}."


def _planner(plan: Jaarplan, moment: Gespreksmoment, school: School) -> Gebeurtenis:
    """The task of a whole week: opening the planner in the week before (policy on conversations)."""
    assert moment.planner_op is not None
    friday = moment.planner_op + timedelta(4 - moment.planner_op.weekday())
    return Gebeurtenis(
        uid=derived_id("agenda", school.id, plan.schooljaar, moment.sleutel, "planner"),
        titel=planner_openen(moment),
        dagen=plan.kalender.schooldagen(moment.planner_op, friday),
        toelichting=f"Voor: {voor_wie(moment.jaargroepen)}.",
        soort=moment.soort.titel,
    )


def _conversations(
    gesprekken: Iterable[Gesprek], soorten: Mapping[str, str], school: School, namen: Mapping[str, str] | None
) -> Iterator[Gebeurtenis]:
    found = sorted(
        (each for each in gesprekken if each.datum), key=lambda each: (str(each.datum), each.tijd or "99", each.id)
    )
    counted = Counter(_row(each) for each in found if not _is_off(each))
    reached: Counter[tuple[object, ...]] = Counter()
    for each in found:
        kind = soorten.get(each.soort, "Gesprek")
        name = (namen or {}).get(each.leerling, "")
        number = ""
        if not _is_off(each):
            reached[_row(each)] += 1
            number = f"{reached[_row(each)]} van {counted[_row(each)]}" if counted[_row(each)] > 1 else ""
        yield _conversation(each, " ".join(part for part in (kind, name or number) if part), school, kind)


def _conversation(each: Gesprek, title: str, school: School, kind: str) -> Gebeurtenis:
    assert each.datum is not None
    return Gebeurtenis(
        uid=derived_id("agenda", school.id, each.id),
        titel=f"Vervalt: {title}" if _is_off(each) else title,
        dagen=(each.datum,),
        tijd=each.tijd,
        minuten=each.minuten or USUAL_MINUTES,
        vervalt=_is_off(each),
        besloten=True,
        soort=kind,
    )


def _is_off(each: Gesprek) -> bool:
    return each.staat in VERVALLEN or each.verwijderd_op is not None


def _row(each: Gesprek) -> tuple[object, ...]:
    """Conversations that somebody holds one after another."""
    return each.datum, each.soort, each.medewerker
