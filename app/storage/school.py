"""The school, its staff and its groups."""

from typing import Any, NamedTuple

from app.models.namen import sorteernaam
from app.models.school import Groep, Medewerker, School
from app.storage.archive import Archive


class Aantallen(NamedTuple):
    """How much there is of what a school begins with."""

    leerlingen: int
    groepen: int
    medewerkers: int
    besprekingen: int


def the_school(archive: Archive) -> School:
    """The one school of the archive; a blank one while nothing is filled in."""
    found = archive.all(School)
    return found[0] if found else School()


def medewerkers(archive: Archive, *, ook_uit_dienst: bool = False) -> list[Medewerker]:
    """Staff by surname; those who left only when asked for, at the end."""
    found = [each for each in archive.all(Medewerker) if ook_uit_dienst or each.uit_dienst_op is None]
    return sorted(found, key=_by_name)


def groepen(archive: Archive, *, schooljaar: str | None = None) -> list[Groep]:
    """Groups that exist, by their youngest year; of one school year when it is given."""
    wanted = {} if schooljaar is None else {"schooljaar": schooljaar}
    return sorted((each for each in archive.all(Groep, **wanted) if each.opgeheven_op is None), key=_by_year)


def aantallen(archive: Archive) -> Aantallen:
    """Count what there is, to know what a fresh school still has to do."""
    row = archive.query(_COUNTS)[0]
    return Aantallen(row["leerlingen"], row["groepen"], row["medewerkers"], row["besprekingen"])


def leerlingen_per_groep(archive: Archive) -> dict[str, int]:
    """Number of pupils at school by id of their group."""
    return {row["groep"]: row["aantal"] for row in archive.query(_PER_GROUP)}


def tie_user(archive: Archive, slot_id: str, medewerker: str) -> None:
    """Remember whose key slot it is, so that a change of name reaches what that person writes from then on."""
    archive.set_setting(f"ingang/{slot_id}", medewerker)


def user_of(archive: Archive, slot_id: str | None) -> Medewerker | None:
    """Whose key slot it is; without a slot, as in the Proefschool, the first intern begeleider."""
    if slot_id is not None:
        return archive.get(Medewerker, archive.setting(f"ingang/{slot_id}"))
    return next((each for each in medewerkers(archive) if "ib" in each.rollen), None)


def _by_name(each: Medewerker) -> Any:
    return each.uit_dienst_op is not None, sorteernaam(each.roepnaam, each.voorvoegsel, each.achternaam)


def _by_year(each: Groep) -> Any:
    return min(each.jaargroepen, default=each.naam), each.naam


_COUNTS = """
    SELECT
        (SELECT count(*) FROM leerling WHERE verwijderd_op IS NULL AND gearchiveerd_op IS NULL) AS leerlingen,
        (SELECT count(*) FROM groep WHERE verwijderd_op IS NULL AND opgeheven_op IS NULL) AS groepen,
        (SELECT count(*) FROM medewerker WHERE verwijderd_op IS NULL AND uit_dienst_op IS NULL) AS medewerkers,
        (SELECT count(*) FROM bespreking WHERE verwijderd_op IS NULL) AS besprekingen"""

_PER_GROUP = """
    SELECT groep, count(*) AS aantal FROM leerling
    WHERE groep IS NOT NULL AND verwijderd_op IS NULL AND gearchiveerd_op IS NULL GROUP BY groep"""
