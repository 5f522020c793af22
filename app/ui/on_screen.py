"""The only way from a thread to the screens.

A thread never emits a signal of a screen, and never holds one: the screen may be going at that very moment, on its own
thread, and that ends the program. It rings with a number at a door that stays as long as the program. There, on the
thread of the screens, is seen whether whoever it was for is still there.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

Call = Callable[..., object]


class _Door(QObject):
    """Knows what to call for which number."""

    _rung = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._calls: dict[int, tuple[Call, bool]] = {}
        self._last = 0
        self._rung.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def admit(self, owner: QObject, call: Call, once: bool) -> int:
        self._last += 1
        self._calls[self._last] = call, once
        owner.destroyed.connect(partial(_forget, self._calls, self._last))
        return self._last

    def ring(self, number: int, *arguments: Any) -> None:
        self._rung.emit(number, arguments)

    def _answer(self, number: int, arguments: tuple[Any, ...]) -> None:
        call, once = self._calls.get(number, (_nobody, False))
        if once:
            del self._calls[number]
        call(*arguments)


_doors: list[_Door] = []


def on_screen(owner: QObject, call: Call, *, once: bool = False) -> Callable[..., None]:
    """Make what a thread may call: `call` follows, with the same arguments, on the thread of the screens.

    Parameters:
        owner: when this object is gone by then, nothing is called.
        call: what to do; ask for this on the thread of the screens.
        once: it is called at most one time, and forgotten then.
    """
    if not _doors:
        _doors.append(_Door())
    return partial(_doors[0].ring, _doors[0].admit(owner, call, once))


def _forget(calls: dict[int, tuple[Call, bool]], number: int, _gone: object = None) -> None:
    calls.pop(number, None)


def _nobody(*_arguments: Any) -> None:
    """Whoever asked is gone."""
