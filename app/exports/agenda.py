"""For the calendar of teacher or directeur: the moments of the year, and conversations at their time.

A calendar is often shared, or kept by a company elsewhere. So of a conversation it tells no more than that there is
one: no reason, no note, no plan, and who it is about only when that was asked for.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from app.exports.kalenderbestand import Gebeurtenis, maak_kalenderbestand
from app.models.gesprek import Gesprek
from app.models.ids import derived_id
from app.models.school import School

VERVALLEN = ("afgezegd", "niet_nodig")
"""States in which a conversation does not take place; a no-show stood in the calendar and stays there."""

USUAL_MINUTES = 30
"""For a conversation of no fixed length: so much room it gets in a calendar."""


def agenda_van_gesprekken(
    gesprekken: Iterable[Gesprek],
    soorten: Mapping[str, str],
    school: School,
    gemaakt: datetime,
    *,
    namen: Mapping[str, str] | None = None,
    naam: str = "Gesprekken",
) -> bytes:
    """A calendar file of conversations; those without a date are left out.

    Parameters:
        soorten: `{id of a kind: what one conversation of it is called}`.
        gemaakt: now, with its time zone.
        namen: `{id of a pupil: name}`, when names were asked for; else each is told apart by its number of the day.
        naam: of the calendar.
    """
    return maak_kalenderbestand(naam, _conversations(gesprekken, soorten, school, namen), gemaakt)


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
