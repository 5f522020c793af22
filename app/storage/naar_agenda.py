"""What goes into a calendar outside the program: whose it can be, which conversations, and what went out earlier."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import NamedTuple

from app.models.agenda import Gebeurtenis
from app.models.gesprek import Gesprek
from app.models.namen import volledige_naam
from app.models.school import Vervanging
from app.storage.archive import Archive
from app.storage.codec import as_json, to_record
from app.storage.leden import groepen_van
from app.storage.school import medewerkers


class Leerkracht(NamedTuple):
    """Somebody with groups in a school year, as teacher or standing in.

    Attributes:
        id: of the `Medewerker`.
        groepen: names of the groups, youngest first.
        jaargroepen: the years taught in them.
    """

    id: str
    naam: str
    groepen: tuple[str, ...]
    jaargroepen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Afspraken:
    """Conversations with a day.

    Attributes:
        namen: name by id of the pupil; empty when names were not asked for.
    """

    gesprekken: tuple[Gesprek, ...]
    namen: dict[str, str]


def leerkrachten(archive: Archive, schooljaar: str, today: date) -> list[Leerkracht]:
    """Who has groups in a school year, by surname."""
    groups = groepen_van(archive, schooljaar, today)
    stand_in: dict[str, set[str]] = {}
    for each in archive.all(Vervanging):
        stand_in.setdefault(each.groep, set()).add(each.medewerker)
    found = []
    for person in medewerkers(archive):
        own = [each for each in groups if person.id in {*each.leerkrachten, *stand_in.get(each.id, ())}]
        if own:
            years = frozenset(year for each in own for year in each.jaargroepen)
            found.append(Leerkracht(person.id, person.naam, tuple(each.naam for each in own), years))
    return found


def afspraken(archive: Archive, schooljaar: str, medewerker: str = "", *, met_namen: bool = False) -> Afspraken:
    """The conversations of a school year that have a day, in that order.

    Those ticked afterwards never stood in a calendar and stay out. One that had a time and was deleted is among them,
    so that it can be called off there.

    Parameters:
        medewerker: id of who holds them; empty for those of everybody.
    """
    rows = archive.query(_AFSPRAKEN, {"schooljaar": schooljaar, "medewerker": medewerker})
    found = tuple(to_record(Gesprek, row) for row in rows)
    return Afspraken(found, _names(archive, found) if met_namen else {})


def verstuurd(archive: Archive, schooljaar: str, medewerker: str = "") -> dict[str, Gebeurtenis]:
    """What a calendar heard earlier of a school year, by UID.

    Parameters:
        medewerker: id of the teacher whose calendar it is; empty for that of the whole school.
    """
    kept = json.loads(archive.setting(_kept_as(schooljaar, medewerker)) or "[]")
    found = (Gebeurtenis(**{**each, "dagen": tuple(map(date.fromisoformat, each["dagen"]))}) for each in kept)
    return {each.uid: each for each in found}


def bewaar_verstuurd(schooljaar: str, medewerker: str, nu: Mapping[str, Gebeurtenis], archive: Archive) -> None:
    """Keep what a calendar has heard by now; a value of this copy of the archive, as the file was made here."""
    kept = [{**asdict(each), "dagen": [day.isoformat() for day in each.dagen]} for each in nu.values()]
    archive.set_setting(_kept_as(schooljaar, medewerker), as_json(kept))


def _kept_as(schooljaar: str, medewerker: str) -> str:
    return f"agenda/{schooljaar}/{medewerker}"


def _names(archive: Archive, found: Iterable[Gesprek]) -> dict[str, str]:
    wanted = {each.leerling for each in found}
    rows = archive.query("SELECT id, roepnaam, voorvoegsel, achternaam FROM leerling")
    return {
        row["id"]: volledige_naam(row["roepnaam"], row["voorvoegsel"], row["achternaam"])
        for row in rows
        if row["id"] in wanted
    }


_AFSPRAKEN = """
    SELECT * FROM gesprek
    WHERE schooljaar = :schooljaar AND datum IS NOT NULL AND bron <> 'achteraf'
        AND (:medewerker = '' OR medewerker = :medewerker) AND (verwijderd_op IS NULL OR tijd <> '')
    ORDER BY datum, tijd, id"""
