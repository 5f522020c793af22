"""Loads the rest of the program in small slices while the user types the passphrase or reads the first page."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from app.start.loading import load

PAUSE_MILLISECONDS = 5


class Warmer(QObject):
    """Imports one module per turn of the event loop, so that no key waits for more than one of them."""

    def __init__(self, modules: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self._modules = list(modules)
        self._timer = QTimer(self, interval=PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._import_next)
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest for when it is needed."""
        self._timer.stop()

    def _import_next(self) -> None:
        if not self._modules:
            self._timer.stop()
            return
        load((self._modules.pop(0),))
