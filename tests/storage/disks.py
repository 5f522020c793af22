"""Disks that are really full or really read-only: a small file system of our own, where we may mount one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, size: str = "256k") -> Iterator[Path]:
    """A file system of this size, mounted at a new folder."""
    folder.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={size}", "none", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that can't be written while the block runs; for root that takes a file system of its own."""
    folder.chmod(0o500)
    try:
        if not os.access(folder, os.W_OK):
            yield
            return
        _mount("--bind", str(folder), str(folder))
        try:
            _mount("-o", "remount,ro,bind", str(folder))
            yield
        finally:
            subprocess.run(["umount", str(folder)], check=True)
    finally:
        folder.chmod(0o700)


def _mount(*arguments: str) -> None:
    try:
        subprocess.run(["mount", *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mount is not there or not allowed")
