"""Python's cyclic garbage collector, kept on the GUI thread.

It runs on whichever thread happens to allocate; on the database thread it has been seen destroying Qt objects.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MILLISECONDS = 10_000


class Collector(QObject):
    """Collects cycles on the GUI thread, a young generation at a time; the automatic collector is off meanwhile."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(INTERVAL_MILLISECONDS)

    def _collect(self) -> None:
        self._rounds += 1
        gc.collect(2 if self._rounds % 30 == 0 else 1)
