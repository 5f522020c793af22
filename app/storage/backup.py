"""Backups: a whole copy of the archive in a folder of its own, proven to be sound before it is called a backup.

A backup is a folder such as `Ruggespraak 2026-11-23 14.03`, with the encrypted database and the key file. So it opens
with the passphrases and the recovery code of the moment at which it was made. No name of anybody is in its own name.
The annexes stand in one folder beside the backups, which all of them share (see `bijlagekopie`).

Making one goes in two steps, because everything typed goes to the archive over one thread: `copy_out` needs that
thread and is quick; `prove` reads every page of the copy, takes seconds, and can be done on any other thread.
"""

import re
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.storage import bijlagekopie, engine, keyfile, keys
from app.storage.archive import FILE_NAME, Archive
from app.storage.bijlageresten import FOLDER as ANNEXES
from app.storage.errors import (
    DamagedBackup,
    DamagedDatabase,
    DamagedKeys,
    DiskFull,
    NoArchive,
    StorageError,
    translated,
)
from app.storage.files import sync_file, sync_folder
from app.storage.schema import check_version

KEEP = 10
"""Backups of one archive that are kept in one folder; the oldest goes first."""

ASIDE = "bewaard-{:%Y-%m-%d %H.%M.%S}"
_NAME = "Ruggespraak {:%Y-%m-%d %H.%M}"
_KNOWN_NAME = re.compile(r"Ruggespraak \d{4}-\d\d-\d\d \d\d\.\d\d( \(\d+\))?")
_UNPROVEN = "Ruggespraak {}.onaf"
_FILES = (FILE_NAME, keyfile.KEY_FILE, keyfile.COPY)
_ROOM = 1.1


def make_backup(archive: Archive, folder: Path, key: bytes, when: datetime, *, keep: int = KEEP) -> Path:
    """Make a backup in one go: `copy_out` and `prove`."""
    return prove(copy_out(archive, folder), archive.path.parent, key, when, keep=keep)


def copy_out(archive: Archive, folder: Path) -> Path:
    """Copy the open archive and its key file; to be called on the thread of the archive.

    Parameters:
        folder: where backups are kept; it exists.

    Returns:
        The copy, for `prove`.

    Raises:
        StorageError: full, read-only, not there, or the key file of the archive is damaged; nothing stays behind.
    """
    own_keys, _ = keyfile.read(archive.path.parent)
    copy = folder / _UNPROVEN.format(own_keys.archive_id[:8])
    archive.seal()
    with translated(folder):
        _take_away(copy)
        if shutil.disk_usage(folder).free < archive.path.stat().st_size * _ROOM:
            raise DiskFull(folder)
        copy.mkdir(mode=0o700)
        try:
            archive.copy_to(copy / FILE_NAME)
            sync_file(copy / FILE_NAME)
            keyfile.write(copy, own_keys)
        except BaseException:
            _take_away(copy)
            raise
    return copy


def prove(
    copy: Path,
    archief: Path,
    key: bytes,
    when: datetime,
    *,
    keep: int = KEEP,
    progress: bijlagekopie.Progress | None = None,
) -> Path:
    """Check a copy from end to end, bring its annexes and, when all is sound, give it its name; on any thread.

    Parameters:
        copy: what `copy_out` gave.
        archief: the folder of the archive, where its annexes are.
        key: of the database.
        when: the moment in its name.
        keep: older backups of the same archive beyond this number are removed.
        progress: is told how many annexes were copied, and of how many that were not there yet.

    Returns:
        The folder of the backup.

    Raises:
        StorageError: the copy is not sound, or the disk fails; nothing stays behind.
    """
    folder = copy.parent
    annexes: tuple[Path, ...] = ()
    try:
        check_backup(copy, key)
        source = bijlagekopie.uit_archief(archief)
        annexes = bijlagekopie.neem_mee(bijlagekopie.vermeld(copy, key), source, folder / bijlagekopie.STORE, progress)
        with translated(folder):
            final = _free_name(folder, _NAME.format(when))
            copy.rename(final)
            sync_folder(folder)
    except BaseException:
        _take_away(copy)
        bijlagekopie.neem_terug(annexes)
        raise
    for old in backups(folder, key)[:-keep]:
        _take_away(old)
    return final


def backups(folder: Path, key: bytes) -> list[Path]:
    """The backups of the archive with this key in a folder, oldest first; other archives may have theirs there too."""
    found = []
    with suppress(OSError):
        found = [each for each in folder.iterdir() if _KNOWN_NAME.fullmatch(each.name) and _is_of(each, key)]
    return sorted(found)


def check_backup(folder: Path, key: bytes) -> None:
    """Check a backup from end to end, and change nothing in it.

    Parameters:
        folder: of the backup.
        key: of its database.

    Raises:
        DamagedBackup: it is not whole, or has another key.
        TooNew, TooOld: this version of the program can't open it.
        StorageError: the disk fails.
    """
    database = folder / FILE_NAME
    try:
        if not database.is_file() or not keys.fits(folder, key):
            raise DamagedBackup(folder)
        connection = engine.connect_still(database, key)
    except (DamagedKeys, DamagedDatabase) as error:
        raise DamagedBackup(folder) from error
    try:
        with translated(database):
            found = engine.complaints(connection)
            version = check_version(connection, database)
    except DamagedDatabase as error:
        raise DamagedBackup(folder) from error
    finally:
        connection.close()
    if found or not version:
        raise DamagedBackup(folder)


def bijlagen_kwijt(folder: Path, key: bytes) -> int:
    """How many annexes the database in a folder knows of which the file is lost, e.g. since it was not copied along.

    Parameters:
        folder: of a backup, or of an archive that is closed.

    Raises:
        StorageError: the database can't be read.
    """
    is_backup = _KNOWN_NAME.fullmatch(folder.name)
    source = bijlagekopie.uit_reservekopie(folder) if is_backup else bijlagekopie.uit_archief(folder)
    return bijlagekopie.kwijt(bijlagekopie.vermeld(folder, key), source)


def restore(backup: Path, data_folder: Path, key: bytes, when: datetime) -> Path:
    """Put a backup in the place of the archive, which is closed. What stood there is kept aside.

    Annexes are added to those that are there, and none is taken away: what is kept aside needs them too.

    Parameters:
        backup: its folder.
        data_folder: of the archive; it may be empty.
        key: of the backup's database.
        when: the moment in the name of what is kept aside.

    Returns:
        The folder with what stood there before.

    Raises:
        StorageError: the backup is not sound or can't be copied; the archive is as it was.
    """
    if not backup.is_dir():
        raise NoArchive(backup)
    new = data_folder / _UNPROVEN.format("terug")
    annexes: tuple[Path, ...] = ()
    with translated(data_folder):
        _take_away(new)
        new.mkdir(mode=0o700)
        try:
            for name in _FILES:
                shutil.copyfile(backup / name, new / name)
                sync_file(new / name)
            check_backup(new, key)
            source = bijlagekopie.uit_reservekopie(backup)
            annexes = bijlagekopie.neem_mee(bijlagekopie.vermeld(new, key), source, data_folder / ANNEXES)
            aside = _keep_aside(data_folder, when)
        except BaseException:
            _take_away(new)
            bijlagekopie.neem_terug(annexes)
            raise
        for name in _FILES:
            (new / name).replace(data_folder / name)
        sync_folder(data_folder)
        _take_away(new)
    return aside


def _keep_aside(folder: Path, when: datetime) -> Path:
    """Keep the present files under another name.

    They also stay where they are until the new ones replace them, so that there is an archive at every moment; but a
    journal of the old database must not meet the new one.
    """
    aside = _free_name(folder, ASIDE.format(when))
    aside.mkdir(mode=0o700)
    for name in _FILES:
        if (folder / name).exists():
            _same_file(folder / name, aside / name)
    for name in (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        if (folder / name).exists():
            (folder / name).replace(aside / name)
    sync_folder(aside)
    return aside


def _same_file(path: Path, other: Path) -> None:
    """Give a file a second name, or a copy on a disk that knows no second names."""
    try:
        other.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, other)
        sync_file(other)


def _is_of(folder: Path, key: bytes) -> bool:
    try:
        return (folder / FILE_NAME).is_file() and keys.fits(folder, key)
    except StorageError:
        return False


def _free_name(folder: Path, name: str) -> Path:
    tries = (folder / (f"{name} ({number})" if number > 1 else name) for number in range(1, 1000))
    return next(path for path in tries if not path.exists())


def _take_away(folder: Path) -> None:
    """Remove a folder of ours: only the files that it can hold, so that nothing else is ever lost."""
    for name in (*_FILES, *(f"{each}.nieuw" for each in _FILES), f"{FILE_NAME}-journal"):
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()
