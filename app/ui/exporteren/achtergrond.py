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
        self._last: threading.Thread | None = None

    def run(self, work: Callable[[], Any], then: Then, otherwise: Otherwise) -> None:
        """Do `work`; its result goes to `then`, its exception to `otherwise`. Neither when this object is gone."""
        arguments = (self._last, work, then, otherwise)
        self._last = threading.Thread(target=self._work, args=arguments, name="document")
        self._last.start()

    def _work(self, before: threading.Thread | None, work: Callable[[], Any], then: Then, otherwise: Otherwise) -> None:
        if before is not None:
            before.join()  # not a lock: that would let the last one in first, and draw from what was closed
        delivery: Callable[[], None]
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
