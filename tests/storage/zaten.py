"""Who sat in which group: now, and in the school years that are over."""

from dataclasses import replace

from app.models.leerling import Leerling
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.codec import to_record


def leerlingen_in_groep(archive: Archive, groep_id: str) -> list[Leerling]:
    """The pupils of a group, of any school year, by surname.

    For a group of a year that is over they are as they sat in it: with the jaargroep and group of that year, also who
    has left since. For a present group: who is at school and sits in it now.
    """
    rows = archive.query(_PLACED, {"groep": groep_id})
    if rows:
        return [replace(to_record(Leerling, row), groep=groep_id, jaargroep=row["toen"]) for row in rows]
    return [to_record(Leerling, row) for row in archive.query(_PRESENT, {"groep": groep_id})]


def groepen_van(archive: Archive, schooljaar: str) -> list[Groep]:
    """The groups of a school year, also of one that is over, by their youngest year."""
    found = archive.all(Groep, schooljaar=schooljaar)
    return sorted(found, key=lambda each: (min(each.jaargroepen, default=each.naam), each.naam))


def groep_in(archive: Archive, leerling: str, schooljaar: str) -> str | None:
    """Id of the group in which a pupil sat in a school year that is over; None when that is not known."""
    rows = archive.query(_WHERE_THEN, {"leerling": leerling, "schooljaar": schooljaar})
    return str(rows[0]["groep"]) if rows else None


# By school year first: so the index is used, and what one year asks takes as long with ten of them.
_PLACED = """
    SELECT l.*, p.jaargroep AS toen FROM groep g
    JOIN plaatsing p ON p.schooljaar = g.schooljaar AND p.groep = g.id AND p.verwijderd_op IS NULL
    JOIN leerling l ON l.id = p.leerling AND l.verwijderd_op IS NULL
    WHERE g.id = :groep ORDER BY l.sorteernaam, l.id"""

_PRESENT = """
    SELECT * FROM leerling WHERE groep = :groep AND gearchiveerd_op IS NULL AND verwijderd_op IS NULL
    ORDER BY sorteernaam, id"""

_WHERE_THEN = """
    SELECT groep FROM plaatsing WHERE leerling = :leerling AND schooljaar = :schooljaar AND verwijderd_op IS NULL"""
