"""What can go wrong around the archive that is nobody's bug, each with the sentence that the user reads.

`str(error)` is that sentence, whole and in Dutch: what is wrong, where, and what to do. It holds a place or a version,
never anything out of a record, so it can be shown as it is. Everything that is not a `StorageError` is a bug of ours.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

ALMOST_NOTHING = 256 * 1024
"""Bytes of free space below which a failed write is taken for a full disk, whatever the system called it."""


class StorageError(Exception):
    """Trouble of the environment; `str()` of it is the sentence for the user."""


class Refused(StorageError):
    """What was asked can't be done, however often it is tried again."""


class AtPlace(StorageError):
    """Trouble with one file or folder, which is all that its sentence needs to name.

    Parameters:
        place: the file or folder.
    """

    sentence: ClassVar[str]

    def __init__(self, place: Path) -> None:
        super().__init__(self.sentence.format(place=place))
        self.place = place


class WrongPassphrase(StorageError):
    """The key file is sound, but none of its slots opens with what was typed."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(
            sentence
            or "Deze wachtzin of herstelcode past niet op dit archief: kijk of Caps Lock uit is en probeer het opnieuw."
        )


class MistypedRecoveryCode(WrongPassphrase):
    """What was typed is a recovery code with a mistake in one of its groups.

    Parameters:
        group: the first group with a mistake, counted from 1.
    """

    def __init__(self, group: int) -> None:
        super().__init__(f"In groep {group} van de herstelcode zit een typefout: vergelijk die groep met je afdruk.")
        self.group = group


class LastWayIn(StorageError):
    """The last passphrase of an archive can't be taken away."""

    def __init__(self) -> None:
        super().__init__("Dit is de enige wachtzin van het archief: maak eerst een andere en haal daarna deze weg.")


class DamagedKeys(AtPlace):
    """The key file and its copy are missing or cannot be trusted."""

    sentence = (
        "Het sleutelbestand ‘{place}’ ontbreekt of is beschadigd, en zonder dat bestand gaat het archief niet open: "
        "zet het terug uit een reservekopie. Er is niets gewist."
    )


class DamagedDatabase(AtPlace):
    """The key is right, but the database cannot be read with it."""

    sentence = (
        "Het archief ‘{place}’ is beschadigd of hoort bij een ander sleutelbestand: laat het bestand staan en zet een "
        "reservekopie terug. Er is niets gewist."
    )


class DamagedBackup(AtPlace):
    """A backup is not whole, or its key is another one."""

    sentence = (
        "De reservekopie ‘{place}’ is niet heel of hoort bij een ander archief: kies een andere reservekopie. "
        "Er is niets veranderd."
    )


class DiskFull(AtPlace):
    """There is no room left to write."""

    sentence = (
        "De schijf met ‘{place}’ is vol: maak ruimte vrij en probeer het dan opnieuw. Wat al bewaard was, is er nog."
    )


class AlmostFull(DiskFull):
    """There is too little room to begin an archive."""

    sentence = "Op de schijf met ‘{place}’ is te weinig plek voor een archief: maak eerst minstens 50 MB vrij."


class ReadOnly(AtPlace):
    """The file or folder may not be written."""

    sentence = (
        "Ruggespraak mag niet schrijven in ‘{place}’: vraag schrijfrechten aan wie de computer beheert, of kies een "
        "andere map. Er is niets veranderd."
    )


class InUse(AtPlace):
    """Another process has the archive open."""

    sentence = (
        "‘{place}’ is nog open in een ander programma of in een tweede Ruggespraak: sluit dat en probeer het opnieuw."
    )


class NoArchive(AtPlace):
    """The folder or the file that should be there is not."""

    sentence = (
        "‘{place}’ is niet gevonden: kijk of de schijf is aangesloten en of de map niet is verplaatst of een andere "
        "naam heeft gekregen."
    )


class Unreadable(AtPlace):
    """The disk itself fails."""

    sentence = (
        "De schijf met ‘{place}’ leest of schrijft niet goed: kijk of hij goed is aangesloten, start de computer "
        "opnieuw en maak daarna meteen een reservekopie."
    )


class TooNew(StorageError):
    """A file was written by a later version of the program.

    Parameters:
        file: the file.
        found: the version it has.
        known: the latest version that this program reads.
    """

    def __init__(self, file: Path, found: int, known: int) -> None:
        super().__init__(
            f"‘{file}’ is gemaakt met een nieuwere Ruggespraak (versie {found}, dit programma kent versie {known}): "
            "installeer de nieuwste Ruggespraak en open het dan opnieuw. Er is niets veranderd."
        )


class TooOld(StorageError):
    """A file was written by a version of the program that this one no longer brings up to date.

    Parameters:
        file: the file.
        found: the version it has.
        oldest: the earliest version that this program can still bring up to date.
    """

    def __init__(self, file: Path, found: int, oldest: int) -> None:
        super().__init__(
            f"‘{file}’ is gemaakt met een te oude Ruggespraak (versie {found}, dit programma leest vanaf {oldest}): "
            "open het eerst met een tussenliggende versie van Ruggespraak. Er is niets veranderd."
        )


class UnsafePlace(StorageError):
    """The archive may not stand in this folder.

    Parameters:
        folder: the folder that was asked for.
        reason: why not, as the part of a sentence that follows "want", e.g. "OneDrive zet deze map ook op internet".
    """

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"In ‘{folder}’ staat het archief niet veilig, want {reason}: kies een gewone map op deze computer zelf."
        )
        self.reason = reason


def translate(error: BaseException, path: Path) -> StorageError | None:
    """Say in the user's words what an exception of SQLite or of the system means.

    Parameters:
        error: the exception; of `sqlcipher3` and `sqlite3` the code is read, never the message.
        path: the file or folder at hand, named in the sentence.

    Returns:
        The error to show, or None when the exception is a bug of ours. A `StorageError` is returned as it is.
    """
    if isinstance(error, StorageError):
        return error
    sqlite_code = getattr(error, "sqlite_errorcode", None)
    if isinstance(sqlite_code, int):
        return _of_sqlite(sqlite_code & 0xFF, path)
    if isinstance(error, OSError):
        return _of_system(error, path)
    return None


# SQLite's primary result codes, sqlite.org/rescode.html; spelt out here because loading `sqlite3` beside `sqlcipher3`
# would bring a second SQLite library into the process.
_BY_SQLITE_CODE: dict[int, Callable[[Path], StorageError]] = {
    3: ReadOnly,  # SQLITE_PERM
    5: InUse,  # SQLITE_BUSY
    8: ReadOnly,  # SQLITE_READONLY
    11: DamagedDatabase,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    26: DamagedDatabase,  # SQLITE_NOTADB
}
_CANTOPEN_OR_IOERR = (14, 10)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Run a block and raise what `translate` makes of its exceptions; bugs pass unchanged.

    Parameters:
        path: the file or folder that the block works on.

    Raises:
        StorageError: the environment got in the way.
    """
    try:
        yield
    except Exception as error:
        known = translate(error, path)
        if known is None or known is error:
            raise
        raise known from error


def _of_sqlite(primary: int, path: Path) -> StorageError | None:
    if primary in _CANTOPEN_OR_IOERR:
        return _of_surroundings(path) or Unreadable(path)
    kind = _BY_SQLITE_CODE.get(primary)
    return kind(path) if kind else None


def _of_surroundings(path: Path) -> StorageError | None:
    """SQLite says of many troubles only that it cannot open or write; look around which one it is."""
    import shutil  # brings every kind of compression, which no start needs

    folder = path if path.is_dir() else path.parent
    if not folder.is_dir():
        return NoArchive(path)
    if not os.access(folder, os.W_OK) or (path.is_file() and not os.access(path, os.W_OK)):
        return ReadOnly(folder)
    return DiskFull(path) if shutil.disk_usage(folder).free < ALMOST_NOTHING else None


def _of_system(error: OSError, path: Path) -> StorageError | None:
    # Windows says "access denied" for a file that another program holds; only its own number tells the two apart.
    if getattr(error, "winerror", None) in (32, 33) or error.errno == errno.EBUSY:
        return InUse(path)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return ReadOnly(path)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return NoArchive(path)
    return Unreadable(path) if error.errno == errno.EIO else None
