"""Puts a document into a folder: whole or not at all, and never silently over another one."""

import errno
import os
import re
import secrets
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
LONGEST = 120


class ExportProblem(Exception):
    """The document could not be saved; `str()` of it is the sentence for the user."""


class AlreadyThere(ExportProblem):
    """A document of that name is there; the user decides."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"In deze map staat al ‘{path.name}’: kies een andere naam, of vervang het.")
        self.path = path


def proposed_name(kind: str, naam: str, day: date | None, ending: str = "docx") -> str:
    """A file name such as `Verslag leerlingbespreking Noor van den Berg 2026-11-23.docx`, good on every system."""
    parts = (kind, naam, day.isoformat() if day else "")
    stem = " ".join(_FORBIDDEN.sub(" ", part).strip() for part in parts if part.strip())
    stem = " ".join(stem.split())[:LONGEST].strip(" .")
    return f"{'_' if _RESERVED.fullmatch(stem) else ''}{stem or 'Document'}.{ending}"


def free_name(folder: Path, name: str) -> str:
    """The name itself, or with the first number behind it that is still free."""
    stem, ending = Path(name).stem, Path(name).suffix
    number = 2
    while (folder / name).exists():
        name = f"{stem} ({number}){ending}"
        number += 1
    return name


def save_document(document: "Document", folder: Path, name: str, *, overwrite: bool = False) -> Path:
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
    if path.exists() and not overwrite:
        raise AlreadyThere(path)
    if (folder / f"~${name[2:]}").exists():
        raise ExportProblem(_open_elsewhere(path))
    # No pupil's name in the name of a temporary file: it could stay behind after a power cut.
    temporary = folder / f".ruggespraak-{secrets.token_hex(6)}.tmp"
    try:
        with temporary.open("wb") as file:
            document.save(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise ExportProblem(_sentence(error, folder, path)) from error
    finally:
        temporary.unlink(missing_ok=True)
    return path


def _sentence(error: OSError, folder: Path, path: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"De schijf met ‘{folder}’ is vol: maak ruimte vrij of kies een andere map."
    if error.errno == errno.ENOENT:
        return f"De map ‘{folder}’ is er niet (meer): kies een andere map."
    if isinstance(error, PermissionError) and path.exists():
        return _open_elsewhere(path)
    return f"In de map ‘{folder}’ mag Ruggespraak niet schrijven: kies een andere map."


def _open_elsewhere(path: Path) -> str:
    return f"‘{path.name}’ is nog open in een ander programma: sluit het daar en probeer het opnieuw."
