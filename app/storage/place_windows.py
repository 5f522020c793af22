"""What only Windows knows about a folder; on other systems the answer is always "no"."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_DRIVE_REMOTE = 4
_CLOUD_TAG, _CLOUD_TAG_MASK = 0x9000001A, 0xFFFF0FFF
_ONEDRIVE = r"Software\SyncEngines\Providers\OneDrive"
_PROVIDERS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager"


def is_remote_drive(folder: Path) -> bool:
    """Whether the folder is on a network drive that got a letter."""
    remote = False
    if sys.platform == "win32":
        import ctypes

        remote = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE
    return remote


def is_cloud_file(folder: Path) -> bool:
    """Whether Windows keeps the folder, or one above it, for a service that syncs it (a "cloud" reparse point)."""
    if sys.platform == "win32":
        for each in (folder, *folder.parents):
            with contextlib.suppress(OSError):
                if each.lstat().st_reparse_tag & _CLOUD_TAG_MASK == _CLOUD_TAG:
                    return True
    return False


def registered_sync_roots(registry: Any = None) -> tuple[tuple[str, str], ...]:
    """Folders that a service has told Windows it syncs.

    Folders of Teams and SharePoint are only found this way: they stand beside the OneDrive folder, not in it.

    Parameters:
        registry: the module `winreg`, or something like it.

    Returns:
        Pairs of a folder and the name of its service, "" when unknown.
    """
    if registry is None and sys.platform == "win32":
        import winreg

        registry = winreg
    if registry is None:
        return ()
    found = []
    for key in _subkeys(registry, registry.HKEY_CURRENT_USER, _ONEDRIVE):
        with contextlib.suppress(OSError), registry.OpenKey(registry.HKEY_CURRENT_USER, key) as opened:
            found.append((str(registry.QueryValueEx(opened, "MountPoint")[0]), "OneDrive"))
    for key in _subkeys(registry, registry.HKEY_LOCAL_MACHINE, _PROVIDERS):
        found += [(root, "") for root in _values(registry, registry.HKEY_LOCAL_MACHINE, key + r"\UserSyncRoots")]
    return tuple(found)


def _subkeys(registry: Any, hive: Any, path: str) -> Iterator[str]:
    with contextlib.suppress(OSError), registry.OpenKey(hive, path) as opened:
        for number in range(registry.QueryInfoKey(opened)[0]):
            yield path + "\\" + registry.EnumKey(opened, number)


def _values(registry: Any, hive: Any, path: str) -> Iterator[str]:
    with contextlib.suppress(OSError), registry.OpenKey(hive, path) as opened:
        for number in range(registry.QueryInfoKey(opened)[1]):
            yield str(registry.EnumValue(opened, number)[1])
