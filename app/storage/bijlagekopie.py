"""Annexes in backups: in one folder that all backups beside it share.

The file of an annex never changes, so a backup copies only those that are not there yet: the second backup is as quick
as one without annexes. Each copy is opened from end to end before it gets its name.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from app.storage import bijlagebestand, engine
from app.storage.archive import FILE_NAME
from app.storage.bijlageopslag import ENDING, bestand_van
from app.storage.errors import translated
from app.storage.files import sync_file, sync_folder

STORE = "Ruggespraak bijlagen"
"""The folder beside the backups."""

_UNPROVEN = ".onaf"
Progress = Callable[[int, int], object]


class Vermeld(NamedTuple):
    """An annex as its record tells of it."""

    id: str
    grootte: int
    sleutel: str


def vermeld(folder: Path, key: bytes) -> tuple[Vermeld, ...]:
    """All annexes that the database in a folder knows, deleted ones too; the database is not open elsewhere.

    Raises:
        StorageError: it can't be read.
    """
    database = folder / FILE_NAME
    connection = engine.connect_still(database, key)
    try:
        with translated(database):
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'bijlage'").fetchone()
            rows = connection.execute("SELECT id, grootte, sleutel FROM bijlage").fetchall() if known else []
    finally:
        connection.close()
    return tuple(Vermeld(*row) for row in rows)


def neem_mee(
    bijlagen: Iterable[Vermeld], bron: Callable[[str], Path], target: Path, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Copy the files of annexes that are not in a folder yet. One that is lost or damaged at the source stays out.

    Parameters:
        bron: where the file of an annex with that id should stand.
        target: the folder; it is made when there is something to put in.
        progress: is told how many of the copies are done, and of how many.

    Returns:
        The new files.

    Raises:
        StorageError: the disk of the target fails; nothing stays behind.
    """
    missing = [each for each in bijlagen if not _is_there(target / f"{each.id}{ENDING}", each)]
    new: list[Path] = []
    try:
        with translated(target.parent):
            for number, each in enumerate(missing, 1):
                source = bron(each.id)
                if _is_there(source, each):
                    target.mkdir(mode=0o700, exist_ok=True)
                    new += _copied(source, target / f"{each.id}{ENDING}", each)
                if progress is not None:
                    progress(number, len(missing))
            if new:
                sync_folder(target)
    except BaseException:
        neem_terug(new)
        raise
    return tuple(new)


def neem_terug(new: Iterable[Path]) -> None:
    """Take away what `neem_mee` copied, because what it was for did not succeed."""
    for each in new:
        with suppress(OSError):
            each.unlink(missing_ok=True)


def uit_archief(folder: Path) -> Callable[[str], Path]:
    """Where the archive in a folder has its annexes."""

    def where(bijlage_id: str) -> Path:
        return bestand_van(folder, bijlage_id)

    return where


def uit_reservekopie(backup: Path) -> Callable[[str], Path]:
    """Where a backup has its annexes."""

    def where(bijlage_id: str) -> Path:
        return backup.parent / STORE / f"{bijlage_id}{ENDING}"

    return where


def kwijt(bijlagen: Iterable[Vermeld], bron: Callable[[str], Path]) -> int:
    """How many of these annexes have no file there, or one that is too short."""
    return sum(not _is_there(bron(each.id), each) for each in bijlagen)


def _is_there(path: Path, bijlage: Vermeld) -> bool:
    with suppress(OSError):
        return path.stat().st_size == bijlagebestand.size_of(bijlage.grootte)
    return False


def _copied(source: Path, target: Path, bijlage: Vermeld) -> Iterator[Path]:
    """The target, when the copy is whole; it then has its name."""
    unproven = target.with_name(target.name + _UNPROVEN)
    try:
        copyfile(source, unproven)
        unproven.chmod(0o600)
        sync_file(unproven)
        with unproven.open("rb") as file:
            for _piece in bijlagebestand.unseal(file, bytes.fromhex(bijlage.sleutel)):
                pass
        unproven.replace(target)
        yield target
    except bijlagebestand.NotWhole:
        return
    finally:
        with suppress(OSError):
            unproven.unlink(missing_ok=True)
