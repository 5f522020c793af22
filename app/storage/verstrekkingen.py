"""What of a pupil left the school: to whom, why, on what ground and what. It is added to and never changed."""

from collections.abc import Iterable

from app.models.consult import Verstrekking
from app.storage.archive import Archive
from app.storage.codec import to_record


def leg_vast(archive: Archive, verstrekkingen: Iterable[Verstrekking], author: str) -> None:
    """Record that documents left: one record per pupil, all of them or none."""
    with archive.batch():
        for each in verstrekkingen:
            archive.add(each, author)


def verstrekkingen(archive: Archive, leerling: str) -> tuple[Verstrekking, ...]:
    """What left of one pupil, newest first."""
    return tuple(to_record(Verstrekking, row) for row in archive.query(_VAN_LEERLING, (leerling,)))


_VAN_LEERLING = "SELECT * FROM verstrekking WHERE leerling = ? AND verwijderd_op IS NULL ORDER BY datum DESC, id DESC"
