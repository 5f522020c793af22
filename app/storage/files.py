"""Writing small files so that a power cut leaves either the old one or the new one, never half of one."""

import os
import time
from pathlib import Path

from app.storage.errors import translated

_WAITS = (0.05, 0.1, 0.2, 0.4)
"""Seconds between tries to replace a file that a virus scanner on Windows has just opened."""


def write_durably(path: Path, data: bytes) -> None:
    """Write a file in one piece, readable by this user only.

    Parameters:
        path: the file; its folder exists.
        data: the whole content.

    Raises:
        StorageError: disk full, read-only, in use; the file is as it was.
    """
    new = path.with_name(path.name + ".nieuw")
    with translated(path):
        try:
            new.unlink(missing_ok=True)
            new.touch(mode=0o600, exist_ok=False)
            with new.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _replace(new, path)
        except OSError:
            new.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make the content of a file that is written survive a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace(new: Path, path: Path) -> None:
    for wait in _WAITS:
        try:
            new.replace(path)
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(wait)
        else:
            return
    new.replace(path)
