"""Work that takes longer than a screen may wait, on a thread of its own."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.ui.on_screen import on_screen

Then = Callable[[Any], None]
Otherwise = Callable[[Exception], None]


class Background(QObject):
    """Does one piece of work after another beside the screen, and answers on the screen's thread.

    The program waits at its end for work under way, so that no document stays half written.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last: threading.Thread | None = None

    def run(self, work: Callable[[], Any], then: Then, otherwise: Otherwise) -> None:
        """Do `work`; its result goes to `then`, its exception to `otherwise`. Neither when this object is gone."""
        answer = on_screen(self, partial(_answer, then, otherwise), once=True)
        self._last = threading.Thread(target=_work, args=(self._last, work, answer), name="document")
        self._last.start()


def report(error: Exception) -> None:
    """Send a bug the way of all bugs."""
    sys.excepthook(type(error), error, error.__traceback__)


def _work(before: threading.Thread | None, work: Callable[[], Any], answer: Callable[..., None]) -> None:
    if before is not None:
        before.join()  # not a lock: that would let the last one in first, and draw from what was closed
    try:
        result = work()
    except Exception as error:  # the asker decides what it means
        answer(None, error)
    else:
        answer(result, None)


def _answer(then: Then, otherwise: Otherwise, result: Any, error: Exception | None) -> None:
    if error is None:
        then(result)
    else:
        otherwise(error)
