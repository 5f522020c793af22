"""Work that takes longer than a screen may wait, on a thread of its own."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

Then = Callable[[Any], None]
Otherwise = Callable[[Exception], None]


class Background(QObject):
    """Does one piece of work after another beside the screen, and answers on the screen's thread.

    The program waits at its end for work under way, so that no document stays half written.
    """

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered.connect(_call, Qt.ConnectionType.QueuedConnection)
        self._lock = threading.Lock()

    def run(self, work: Callable[[], Any], then: Then, otherwise: Otherwise) -> None:
        """Do `work`; its result goes to `then`, its exception to `otherwise`. Neither when this object is gone."""
        threading.Thread(target=self._work, args=(work, then, otherwise), name="document").start()

    def _work(self, work: Callable[[], Any], then: Then, otherwise: Otherwise) -> None:
        delivery: Callable[[], None]
        with self._lock:
            try:
                delivery = partial(then, work())
            except Exception as error:  # the asker decides what it means
                delivery = partial(otherwise, error)
        with suppress(RuntimeError):  # whoever asked is gone
            self._answered.emit(delivery)


def report(error: Exception) -> None:
    """Send a bug the way of all bugs."""
    sys.excepthook(type(error), error, error.__traceback__)


def _call(delivery: Callable[[], None]) -> None:
    delivery()
