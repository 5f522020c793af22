"""The newest version of forms: what a form says now, whatever it said before it was corrected."""

from app.models.bespreking import Formulier
from app.storage.archive import Archive
from app.storage.codec import to_record


def nieuwste(archive: Archive, stam: str | None) -> Formulier | None:
    """The newest version of a form, by the id of its first; None when there is none."""
    rows = archive.query(_VAN_STAM, (stam,)) if stam else []
    return to_record(Formulier, rows[0]) if rows else None


def nieuwste_van(archive: Archive, leerling: str) -> list[Formulier]:
    """The newest version of each form of a pupil, the newest form first."""
    return [to_record(Formulier, row) for row in archive.query(_VAN_LEERLING, (leerling,))]


_VAN_STAM = "SELECT * FROM formulier WHERE stam = ? AND verwijderd_op IS NULL ORDER BY versie DESC LIMIT 1"

_VAN_LEERLING = """
    SELECT * FROM formulier AS f WHERE leerling = ? AND verwijderd_op IS NULL
        AND NOT EXISTS (SELECT 1 FROM formulier AS n WHERE n.stam = f.stam AND n.versie > f.versie
                        AND n.verwijderd_op IS NULL)
    ORDER BY f.datum DESC, f.id DESC"""
