"""Showing a document that was made: in its own program, or where it stands."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.widgets.modal import Modal


def open_file(path: Path) -> bool:
    """Open a file in the program that the system has for it; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Show a file where it stands, marked where the system can do that; whether a window could be opened."""
    if sys.platform == "win32":
        subprocess.Popen(["explorer", "/select,", str(path)])
        return True
    if sys.platform == "darwin":
        subprocess.Popen(["open", "-R", str(path)])
        return True
    return open_file(path.parent)


def choose_folder(parent: QWidget, start: Path) -> Path | None:
    """Let the user choose a folder; None when they don't, and for who asks so late that the program is locked."""
    if Modal.is_locked():
        return None
    found = QFileDialog.getExistingDirectory(parent, "In welke map wil je het bewaren?", str(start))
    return Path(found) if found else None
