"""The letters that invite parents to conversations, with all that they tell."""

from collections.abc import Iterable

from app.models.gesprek import Gesprek
from app.models.gespreksbeleid.definition import Soort
from app.models.leerling import PLANSOORTEN, Leerling, Plan
from app.models.records import covers
from app.models.school import ROLLEN, Groep, Medewerker
from app.models.uitnodiging import Brief, Omstandigheden, brieven
from app.storage.archive import Archive
from app.storage.formulieren import ouders_van
from app.storage.schooljaren import beleid_van

OP_SCHOOL = "op school"


def uitnodigingen(archive: Archive, gesprek_ids: Iterable[str], plaats: str = OP_SCHOOL) -> tuple[Brief, ...]:
    """The letters for these conversations, in their order; several for one where parents live apart.

    Parameters:
        plaats: where the conversations are.

    Returns:
        Nothing for a conversation to which no parents come, or of a kind that the policy no longer has.

    Raises:
        Refused: the school's own policy can't be read; the sentence names the place.
    """
    found = (archive.get(Gesprek, each) for each in gesprek_ids)
    return tuple(letter for gesprek in found if gesprek for letter in _letters(archive, gesprek, plaats))


def _letters(archive: Archive, gesprek: Gesprek, plaats: str) -> tuple[Brief, ...]:
    leerling = archive.get(Leerling, gesprek.leerling)
    soort = beleid_van(archive, gesprek.schooljaar).soort(gesprek.soort)
    if leerling is None or soort is None:
        return ()
    groep = archive.get(Groep, gesprek.groep or leerling.groep)
    around = Omstandigheden(
        groep=groep.naam if groep else "",
        met=_met(archive, gesprek),
        plaats=plaats,
        plan=_plan(archive, gesprek, soort),
    )
    ouders = [(each.ouder, each.ouderschap) for each in ouders_van(archive, leerling.id)]
    return brieven(gesprek, soort, leerling, ouders, around)


def _met(archive: Archive, gesprek: Gesprek) -> tuple[str, ...]:
    houdt = archive.get(Medewerker, gesprek.medewerker)
    return (f"{houdt.naam}, {ROLLEN.get(next(iter(houdt.rollen), ''), 'leerkracht')}",) if houdt else ()


def _plan(archive: Archive, gesprek: Gesprek, soort: Soort) -> str:
    """What plan is on the agenda: the one the conversation is about, or a handelingsplan that runs then."""
    own = archive.get(Plan, gesprek.plan)
    wanted = gesprek.extra or ("handelingsplan" if soort.plan_bespreken else "")
    if own is None and wanted:
        found = archive.all(Plan, leerling=gesprek.leerling, soort=wanted)
        day = gesprek.datum
        own = next((each for each in found if day is None or covers(each.van, each.tot, day)), None)
    if own is None:
        return PLANSOORTEN.get(gesprek.extra, "")
    return PLANSOORTEN[own.soort]
