"""The Proefschool, opened beside the program: it has a window, a folder and a key of its own."""

import sys

from PySide6.QtCore import QProcess


def open_proefschool() -> bool:
    """Start the program once more, with the Proefschool; whether that worked."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "app"]
    started, _ = QProcess.startDetached(sys.executable, [*own, "--demo"])
    return started
