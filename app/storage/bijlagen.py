"""Annexes: files of a pupil that stand, encrypted, beside the database, each with a key that stands in it.

Adding goes in two steps, because everything typed goes to the archive over one thread: `bijlageopslag.versleutel`
copies the file in and can take a while, on any thread; `leg_vast` writes the record and takes no time. Until the record
is committed the file has a name of its own kind, so that a power cut leaves either an annex that is whole, or a file
that `ruim_op` recognises and takes away; never a record without a file.
"""

from contextlib import suppress
from pathlib import Path

from app.models.consult import Bijlage, Bijlagepunt
from app.models.ids import derived_id
from app.storage import bijlageopslag
from app.storage.archive import Archive
from app.storage.bijlagebron import Cancelled, Progress
from app.storage.bijlageopslag import BijlageKwijt, bestand_van, inhoud, kopie, stroom, versleutel
from app.storage.bijlageresten import FOLDER, UNRECORDED, ruim_kopieen_op
from app.storage.bijlagesoort import BijlageGeweigerd
from app.storage.ongedaan import Schrijf, schrijf

__all__ = [
    "bestand_van",
    "inhoud",
    "kopie",
    "laat_vallen",
    "lees",
    "leg_vast",
    "punten",
    "ruim_kopieen_op",
    "ruim_op",
    "stroom",
    "toevoegen",
    "van_leerling",
    "versleutel",
    "verwijder",
    "zet_punt",
]
"""With those of `bijlageopslag`: whoever uses annexes needs to know this module only."""


def toevoegen(  # noqa: PLR0913  # what, whose and by whom; and how far it is
    archive: Archive,
    folder: Path,
    bestand: Path,
    leerling: str,
    van: str | None,
    punt: str,
    author: str,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Bijlage:
    """Add a file to a pupil: `versleutel` and `leg_vast` in one go, on the thread of the archive.

    Raises:
        StorageError: see those two.
    """
    bijlage = versleutel(folder, bestand, leerling, van, punt, progress, cancelled)
    leg_vast(archive, folder, bijlage, author)
    return bijlage


def leg_vast(archive: Archive, folder: Path, bijlage: Bijlage, author: str) -> tuple[Schrijf, ...]:
    """Write the record of a file that `versleutel` made; the line of the checklist it answers then is *bijgevoegd*.

    Returns:
        What takes it back.

    Raises:
        BijlageGeweigerd: the same file is there already, in the same place.
        StorageError: the database can't be written; the file is taken away again.
    """
    try:
        _refuse_twice(archive, bijlage)
        work = [Schrijf.van(bijlage)]
        if bijlage.van and bijlage.punt:
            work.append(zet_punt(bijlage.leerling, bijlage.van, bijlage.punt, "bijgevoegd"))
        back = schrijf(archive, work, author)
    except BaseException:
        laat_vallen(folder, bijlage)
        raise
    bijlageopslag.give_final_name(folder, bijlage.id)
    return back


def laat_vallen(folder: Path, bijlage: Bijlage) -> None:
    """Take away a file that `versleutel` made and that is not going to be an annex after all."""
    with suppress(OSError):
        bijlageopslag.unrecorded(folder, bijlage.id).unlink(missing_ok=True)


def _refuse_twice(archive: Archive, bijlage: Bijlage) -> None:
    place = {"leerling": bijlage.leerling, "van": bijlage.van, "punt": bijlage.punt}
    same = archive.all(Bijlage, vingerafdruk=bijlage.vingerafdruk, **place)
    if same:
        raise BijlageGeweigerd(
            f"‘{bijlage.naam}’ stond hier al, als ‘{same[0].naam}’: je hoeft het niet nog eens toe te voegen."
        )


def zet_punt(leerling: str, van: str, punt: str, staat: str) -> Schrijf:
    """Set the state of a line of the checklist.

    Parameters:
        van: id of the `Consult` or `Route`.
        staat: key of `BIJLAGE_STATEN`.
    """
    fields = {"leerling": leerling, "van": van, "punt": punt, "staat": staat}
    return Schrijf(Bijlagepunt.kind, derived_id(van, punt), fields)


def verwijder(archive: Archive, bijlage_id: str) -> tuple[Schrijf, ...]:
    """What takes an annex out of sight: its record. The file stays, so that this can be undone.

    A line of the checklist that has no other file is open again.
    """
    bijlage = archive.get(Bijlage, bijlage_id)
    if bijlage is None or bijlage.verwijderd_op:
        return ()
    gone = Schrijf.weg(bijlage)
    if not (bijlage.van and bijlage.punt):
        return (gone,)
    others = archive.all(Bijlage, van=bijlage.van, punt=bijlage.punt)
    if len(others) > 1:
        return (gone,)
    return (gone, zet_punt(bijlage.leerling, bijlage.van, bijlage.punt, ""))


def van_leerling(archive: Archive, leerling: str, van: str | None) -> tuple[Bijlage, ...]:
    """The annexes of a pupil in one place, oldest first.

    Parameters:
        van: id of a `Consult`, `Route` or `Mpo`; None for the dossier itself.
    """
    return tuple(archive.all(Bijlage, leerling=leerling, van=van))


def punten(archive: Archive, van: str | None) -> dict[str, Bijlagepunt]:
    """What was said of the lines of a checklist, by id of the line."""
    return {each.punt: each for each in archive.all(Bijlagepunt, van=van)} if van else {}


def lees(archive: Archive, folder: Path, bijlage_id: str) -> bytes:
    """All of an annex by its id; raises as `stroom`, and `BijlageKwijt` when there is no such record."""
    bijlage = archive.get(Bijlage, bijlage_id)
    if bijlage is None:
        raise BijlageKwijt
    return inhoud(folder, bijlage)


def ruim_op(archive: Archive, folder: Path) -> None:
    """At the start: finish what a power cut left half done; files without a record go, the others get their name."""
    with suppress(OSError):
        for path in (folder / FOLDER).glob(f"*{UNRECORDED}"):
            record_id = path.name.removesuffix(UNRECORDED)
            if archive.get(Bijlage, record_id) is None:
                path.unlink(missing_ok=True)
            else:
                bijlageopslag.give_final_name(folder, record_id)
