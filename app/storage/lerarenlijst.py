"""The conversations of one teacher: over all groups and moments of a school year."""

from collections.abc import Iterator
from datetime import date

from app.models.gespreksregels import wie_houdt
from app.models.jaarplan import Jaarplan
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.gesprekslijst import Lijstregel, jaarregels
from app.storage.leden import groepen_van
from app.storage.vervangingen import vervangingen


def lerarenlijst(archive: Archive, plan: Jaarplan, medewerker: str, today: date) -> tuple[Lijstregel, ...]:
    """What a teacher has to hold and what she held, by moment and name.

    A conversation is hers by its own `medewerker`; one that is not there yet, when she holds those of the group today.
    """
    year = plan.schooljaar
    groepen = [each for each in groepen_van(archive, year, today) if _concerns(archive, each, year, medewerker)]
    found = [line for groep in groepen for line in _hers(archive, plan, groep, medewerker, today)]
    return tuple(sorted(found, key=lambda each: (each.moment.van or date.max, each.leerling.sorteernaam)))


def _concerns(archive: Archive, groep: Groep, schooljaar: str, medewerker: str) -> bool:
    """Whether a group can have conversations of hers: cheaper to ask than to read its lists."""
    if medewerker in groep.leerkrachten:
        return True
    wanted = {"groep": groep.id, "medewerker": medewerker, "schooljaar": schooljaar}
    return bool(archive.query(_VAN_HAAR, wanted))


def _hers(archive: Archive, plan: Jaarplan, groep: Groep, medewerker: str, today: date) -> Iterator[Lijstregel]:
    now = wie_houdt(groep, vervangingen(archive, groep.id), today)
    for line in jaarregels(archive, plan, groep.id, today):
        holder = line.gesprek.medewerker if line.gesprek and line.gesprek.medewerker else now
        if holder == medewerker:
            yield line


_VAN_HAAR = """
    SELECT 1 FROM vervanging WHERE groep = :groep AND medewerker = :medewerker AND verwijderd_op IS NULL
    UNION ALL
    SELECT 1 FROM gesprek
    WHERE schooljaar = :schooljaar AND groep = :groep AND medewerker = :medewerker AND verwijderd_op IS NULL LIMIT 1"""
