"""Making an archive: after the last step of the welcome, all of it or nothing."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.models.school import Medewerker, School
from app.storage import keyfile, keys, places
from app.storage.archive import FILE_NAME, Archive
from app.storage.errors import InUse
from app.storage.school import tie_user

LEFTOVERS = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", keyfile.KEY_FILE, keyfile.COPY)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the welcome asked.

    Attributes:
        school: the school.
        ik: the first user; `Medewerker.naam` is also the name on the key slot.
        new_keys: keys whose recovery code has been typed back.
    """

    school: School
    ik: Medewerker
    new_keys: keys.NewKeys

    @property
    def slot(self) -> keyfile.Slot:
        """The key slot of the first user."""
        return self.new_keys.key_file.of_kind(keyfile.WACHTZIN)[0]


def make_archive(folder: Path, beginning: Beginning) -> keys.Unlocked:
    """Make the folder, the keys and the database with its first records.

    Returns:
        The way in that was just made.

    Raises:
        InUse: another start of the program made an archive here meanwhile; it is left alone.
        StorageError: the disk or the folder refuses; what was begun is taken away again.
    """
    if any((folder / name).exists() for name in LEFTOVERS):
        raise InUse(folder)
    places.check_place(folder)
    places.make_private(folder)
    try:
        keys.save(folder, beginning.new_keys)
        _first_records(folder, beginning)
    except BaseException:
        _take_away(folder)
        raise
    slot = beginning.slot
    return keys.Unlocked(beginning.new_keys.database_key, slot.id, slot.naam, slot.soort, from_copy=False)


def _first_records(folder: Path, beginning: Beginning) -> None:
    archive = Archive(folder, beginning.new_keys.database_key)
    try:
        with archive.batch():
            archive.add(beginning.school, beginning.ik.naam)
            archive.add(beginning.ik, beginning.ik.naam)
            tie_user(archive, beginning.slot.id, beginning.ik.id)
    finally:
        archive.close()


def _take_away(folder: Path) -> None:
    for name in LEFTOVERS:
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
