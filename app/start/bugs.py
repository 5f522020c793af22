"""Catches what goes wrong in the program itself, on whatever thread, and tells it without a word of any record."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.ui.window.shell import Shell

BUG_TITLE = "Er ging iets mis in Ruggespraak zelf"
BUG_TEXT = (
    "Wat bewaard was, is er nog; je kunt verder werken. Gaat het vaker mis, stuur de makers dan het rapport uit de map "
    "‘foutrapporten’ (bij Instellingen, Over). Daarin staat niets over leerlingen."
)


class Bugs(QObject):
    """Watches over the program while its window is there.

    Parameters:
        shell: where the user is told.
        folder: where reports are kept.
    """

    _found = Signal()

    def __init__(self, shell: Shell, folder: Path) -> None:
        super().__init__(shell)
        self._shell = shell
        self._folder = folder
        self._put_hooks_back: Callable[[], None] | None = None
        self._found.connect(self._tell)

    def watch(self) -> None:
        """Catch bugs from now on, and collect what Python lets go of on this thread only."""
        from app.log import Log, install_excepthooks
        from app.ui.collector import Collector

        self._put_hooks_back = install_excepthooks(Log(self._folder), self._report)
        Collector(self)

    def stop(self) -> None:
        """Let whoever comes after this window hear of bugs themselves."""
        if self._put_hooks_back is not None:
            self._put_hooks_back()
            self._put_hooks_back = None

    def _report(self, _report: Path | None) -> None:
        self._found.emit()  # on the thread on which it happened; told on that of the window

    def _tell(self) -> None:
        self._shell.notify("warn", BUG_TITLE, BUG_TEXT)
