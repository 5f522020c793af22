"""What lies around a form on the table: the pupil's level and plans, who can be named, and which conversation it is."""

from datetime import date

from app.models.leerling import Leerling, Plan
from app.models.school import Groep, Medewerker
from app.storage.archive import Archive
from app.storage.codec import to_record


def niveau_op(archive: Archive, leerling_id: str, dag: date) -> int | None:
    """The pupil's support level on a day, or None when none was set."""
    rows = archive.query(
        "SELECT niveau FROM niveau WHERE leerling = ? AND vanaf <= ? AND verwijderd_op IS NULL "
        "ORDER BY vanaf DESC, id DESC LIMIT 1",
        (leerling_id, dag.isoformat()),
    )
    return int(rows[0]["niveau"]) if rows else None


def plannen_op(archive: Archive, leerling: Leerling, dag: date) -> tuple[Plan, ...]:
    """The pupil's plans that run on a day, and the groepsplannen of the group."""
    rows = archive.query(
        "SELECT * FROM plan WHERE (leerling = :leerling OR (soort = 'groepsplan' AND groep = :groep)) "
        "AND verwijderd_op IS NULL AND (van IS NULL OR van <= :dag) AND (tot IS NULL OR tot >= :dag) ORDER BY tot, id",
        {"leerling": leerling.id, "groep": leerling.groep, "dag": dag.isoformat()},
    )
    return tuple(to_record(Plan, row) for row in rows)


def namen(archive: Archive, groep: Groep | None) -> tuple[str, ...]:
    """Names of staff to choose from; the group's teachers first."""
    own = groep.leerkrachten if groep else ()
    staff = [each for each in archive.all(Medewerker) if not each.uit_dienst_op]
    staff.sort(key=lambda each: (each.id not in own, each.roepnaam.casefold()))
    return tuple(each.naam for each in staff)
