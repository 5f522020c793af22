"""Choosing files to read, from one place: the folder of last time, or else the user's own for documents."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_last: list[Path] = []
"""The folder of last time, for as long as the program runs: what it is called can say whose school it is."""


def documents_folder() -> Path:
    """The user's own folder for documents; the home folder where there is none."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def choose_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Show the system's list of files; None when none was chosen.

    Parameters:
        kinds: which files are shown, as Qt writes it: `TOML (*.toml);;Alle bestanden (*)`.
    """
    chosen, _ = QFileDialog.getOpenFileName(parent, title, _start(), kinds)
    return next(iter(_remembered([chosen])), None)


def choose_files(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """As `choose_file`, for several at once."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, _start(), kinds)
    return _remembered(chosen)


def _start() -> str:
    known = next((each for each in _last if each.is_dir()), None)  # a stick may have been taken out
    return str(known or documents_folder())


def _remembered(chosen: list[str]) -> list[Path]:
    paths = [Path(each) for each in chosen if each]
    if paths:
        _last[:] = [paths[0].parent]
    return paths
