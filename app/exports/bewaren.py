"""Puts a document into a folder: whole or not at all, and never silently over another one."""

import errno
import os
import re
import secrets
import time
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Protocol

from app.exports.opschonen import one_line

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?")
_LONGEST = 100
"""Characters of a name, so that with its folder it stays below the 260 of Windows."""

_MOST_BYTES = 200
"""Of the same in UTF-8: most systems take 255, some of the encrypted ones less."""

_TEMPORARY = ".ruggespraak-"
_ABANDONED = 3600
"""Seconds after which nobody is writing a document any more."""


class Saveable(Protocol):
    """What can be saved: a document of python-docx, or a `Bestand`."""

    def save(self, path_or_stream: IO[bytes], /) -> None:
        """Write all of it."""


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file of which the content is there already."""

    inhoud: bytes

    def save(self, path_or_stream: IO[bytes], /) -> None:
        """Write all of it."""
        path_or_stream.write(self.inhoud)


class ExportProblem(Exception):
    """The document could not be saved; `str()` of it is the sentence for the user."""


class AlreadyThere(ExportProblem):
    """A document of that name is there; the user decides."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"In deze map staat al ‘{path.name}’: kies een andere naam, of vervang het.")
        self.path = path


def proposed_name(kind: str, naam: str, day: date | None, ending: str = "docx") -> str:
    """A file name such as `Verslag leerlingbespreking Noor van den Berg 2026-11-23.docx`, good on every system.

    Parameters:
        kind: what document it is.
        naam: whom it is about, or empty; the part that is shortened when all is too long.
        day: of what it is about, or None.
    """
    first, last = _safe(kind), day.isoformat() if day else ""
    middle = _safe(naam)
    while middle and _is_too_long(" ".join((first, middle, last))):
        middle = middle[:-1].rstrip(" .")
    stem = " ".join(part for part in (first, middle, last) if part)
    while _is_too_long(stem):
        stem = stem[:-1]
    stem = stem.strip(" .")
    return f"{'_' if _RESERVED.fullmatch(stem) else ''}{stem or 'Document'}.{ending}"


def _safe(text: str) -> str:
    """A part of a file name: without what a system forbids, and without what can't be seen but turns words around."""
    seen = (" " if unicodedata.category(each) in ("Cf", "Cc", "Co", "Cn") else each for each in one_line(text))
    words = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", "".join(seen)))
    return " ".join(words.split()).strip(" .")[:_LONGEST]


def _is_too_long(stem: str) -> bool:
    return len(stem) > _LONGEST or len(stem.encode()) > _MOST_BYTES


def free_name(folder: Path, name: str) -> str:
    """The name itself, or with the first number behind it that is still free, e.g. `Verslag (2).docx`."""
    stem, ending = Path(name).stem, Path(name).suffix
    number = 2
    while (folder / name).exists():
        name = f"{stem} ({number}){ending}"
        number += 1
    return name


def save_document(document: Saveable, folder: Path, name: str, *, overwrite: bool = False) -> Path:
    """Save a document.

    Parameters:
        overwrite: True once the user chose to replace what is there.

    Returns:
        Where it stands.

    Raises:
        AlreadyThere: a file of that name is there and `overwrite` is False.
        ExportProblem: the folder is gone, full or read-only, or the old file is open in another program.
    """
    path = folder / name
    # No pupil's name in the name of a temporary file: it could stay behind after a power cut.
    temporary = folder / f"{_TEMPORARY}{secrets.token_hex(6)}.tmp"
    _remove_leftovers(folder)
    try:
        _refuse_in_use(path, overwrite=overwrite)
        try:
            with temporary.open("xb") as file:
                document.save(file)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise ExportProblem(about_folder(error, folder)) from error
        _put(temporary, path, overwrite=overwrite)
    except FileExistsError as error:
        raise AlreadyThere(path) from error
    except OSError as error:
        raise ExportProblem(_about_file(error, path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return path


def _remove_leftovers(folder: Path) -> None:
    """Take away what a power cut left behind: it holds a report, and nobody sees that it is there."""
    with suppress(OSError):
        for each in folder.glob(f"{_TEMPORARY}*.tmp"):
            if time.time() - each.stat().st_mtime > _ABANDONED:
                each.unlink()


def _refuse_in_use(path: Path, *, overwrite: bool) -> None:
    if not path.exists():
        return
    if not overwrite:
        raise AlreadyThere(path)
    if any((path.parent / lock).exists() for lock in _locks(path.name)):
        raise ExportProblem(_open_elsewhere(path))


def _locks(name: str) -> tuple[str, str]:
    """Files that Word and LibreOffice put beside a document as long as it is open."""
    stem = Path(name).stem
    return f"~${name[min(max(len(stem) - 6, 0), 2) :]}", f".~lock.{name}#"


def _put(temporary: Path, path: Path, *, overwrite: bool) -> None:
    """Give the finished file its name; without `overwrite` not over one that somebody saved a moment ago."""
    if overwrite:
        temporary.replace(path)
    elif os.name == "nt":
        temporary.rename(path)  # Windows itself refuses when there is one
    else:
        try:
            path.hardlink_to(temporary)
        except FileExistsError:
            raise
        except OSError:  # a disk that knows no second name for a file, such as a USB stick
            if path.exists():
                raise AlreadyThere(path) from None
            temporary.replace(path)


def about_folder(error: OSError, folder: Path) -> str:
    """What is wrong with the place, and what to do."""
    where = f"‘{folder}’"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"De schijf met de map {where} is vol: maak ruimte vrij of kies een andere map."
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return f"De map {where} is er niet (meer): kies een andere map."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"In de map {where} mag Ruggespraak niet schrijven: kies een andere map."
    if error.errno == errno.ENAMETOOLONG:
        return f"De naam van de map {where} is te lang om er iets in te bewaren: kies een andere map."
    return f"Schrijven in de map {where} lukt nu niet: kijk of de schijf nog bereikbaar is, of kies een andere map."


def _about_file(error: OSError, path: Path) -> str:
    """What is wrong with the file that has to make room, or could not get its name."""
    if not isinstance(error, PermissionError | IsADirectoryError):
        return about_folder(error, path.parent)
    if path.is_dir():
        return f"‘{path.name}’ is hier de naam van een map: kies een andere naam."
    return _open_elsewhere(path)


def _open_elsewhere(path: Path) -> str:
    return f"‘{path.name}’ is nog open in een ander programma: sluit het daar, of bewaar dit onder een andere naam."
