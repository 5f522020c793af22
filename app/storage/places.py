"""Where the archive stands, and whether it can stand there."""

import contextlib
import os
import shutil
import sys
from itertools import product
from pathlib import Path

from app.storage import place_windows
from app.storage.errors import AlmostFull, NoArchive, ReadOnly, UnsafePlace, translated
from app.storage.place_rules import (
    LINUX,
    MACOS,
    MARKERS,
    WINDOWS,
    Facts,
    Mount,
    dropbox_roots,
    parse_macos_mounts,
    parse_mountinfo,
    reason_against,
)

NEEDED = 50_000_000
"""Bytes that must be free before an archive is begun."""


def check_place(folder: Path, needed: int = NEEDED) -> None:
    """Check that an archive can stand in a folder, which need not exist yet.

    Parameters:
        folder: the folder of the archive.
        needed: bytes that must be free; 0 to open an archive that is there, since reading it needs no room.

    Raises:
        UnsafePlace: something syncs the folder, or it is not on this computer.
        ReadOnly: it can't be written.
        AlmostFull: there is less room than needed.
    """
    reason = reason_against(gather(folder))
    if reason:
        raise UnsafePlace(folder, reason)
    standing = _nearest_existing(folder)
    with translated(folder):
        _check_writable(standing)
        if shutil.disk_usage(standing).free < needed:
            raise AlmostFull(folder)


def make_private(folder: Path) -> None:
    """Make the folder of the archive, and close it to other users of this computer.

    On Windows the local data folder is closed to others by itself.

    Raises:
        StorageError: it can't be made.
    """
    with translated(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name != "nt":
            folder.chmod(0o700)
            for file in folder.iterdir():
                if file.is_file() and not file.is_symlink():
                    file.chmod(0o600)


def gather(folder: Path) -> Facts:
    """Find out about a folder what the rules ask."""
    whole = folder.absolute()
    real = Path(os.path.realpath(whole))
    standing = _nearest_existing(real)
    return Facts(
        system=sys.platform if sys.platform in (WINDOWS, MACOS) else LINUX,
        spellings=tuple(dict.fromkeys((str(whole), str(real)))),
        environment=os.environ,
        markers=frozenset(
            marker for above in (standing, *standing.parents) for marker in MARKERS if (above / marker).exists()
        ),
        sync_roots=_sync_roots(),
        mounts=_mounts(),
        remote_drive=place_windows.is_remote_drive(real),
        cloud_file=place_windows.is_cloud_file(standing),
    )


def _nearest_existing(folder: Path) -> Path:
    for each in (folder.absolute(), *folder.absolute().parents):
        if each.is_dir():
            return each
    raise NoArchive(folder)  # a drive of Windows that is not there


def _check_writable(folder: Path) -> None:
    """Try it: what a folder's permissions promise is not always so, least of all on Windows."""
    proof = folder / f".schrijfproef-{os.getpid()}"
    try:
        proof.touch(exist_ok=True)
        proof.unlink()
    except PermissionError as error:
        raise ReadOnly(folder) from error


def _mounts() -> tuple[Mount, ...]:
    mounts: tuple[Mount, ...] = ()
    if sys.platform == "darwin":
        import subprocess

        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, errors="replace", check=False)
        mounts = parse_macos_mounts(said.stdout)
    elif sys.platform != "win32":
        with contextlib.suppress(OSError):
            mounts = parse_mountinfo(Path("/proc/self/mountinfo").read_text(errors="surrogateescape"))
    return mounts


def _sync_roots() -> tuple[tuple[str, str], ...]:
    homes = [os.environ.get("APPDATA"), os.environ.get("LOCALAPPDATA"), str(Path.home())]
    found: list[tuple[str, str]] = []
    for home, name in product(filter(None, homes), ("Dropbox", ".dropbox")):
        with contextlib.suppress(OSError):
            found += dropbox_roots(Path(home, name, "info.json").read_text(errors="replace"))
    return (*found, *place_windows.registered_sync_roots())
