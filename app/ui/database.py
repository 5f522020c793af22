"""The screens' way to the archive: they ask, and are answered by signal on their own thread."""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from app.storage.archive import Archive, Change
from app.storage.errors import StorageError
from app.storage.worker import Worker

T = TypeVar("T")
Then = Callable[[Any], None]
Otherwise = Callable[[BaseException], None]


class Database(QObject):
    """One archive on its own thread.

    Signals:
        changed: a `Change`, after its commit.
        saved: the `datetime` of a commit.
        failed: a `StorageError` that nobody else dealt with.
    """

    changed = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker()
        self._archive: Archive | None = None
        self._waiting: list[Callable[[], None]] | None = None
        self._answered.connect(_call, Qt.ConnectionType.QueuedConnection)
        self.changed.connect(self._note_saved)

    def open(self, folder: Path, key: bytes, then: Then, otherwise: Otherwise) -> None:
        """Open the archive in a folder on the database thread; `then` gets None, `otherwise` the error."""
        self.run(partial(self._open, folder, key), partial(self._opened, then), otherwise=otherwise)

    def rest(self) -> None:
        """Finish what was asked, close the archive and forget its key. What is asked next waits until it is open again.

        To be called on the GUI thread, as `ask` is from then on.
        """
        self._waiting = []
        self._worker.submit(self._close, _ignore)

    def ask(
        self,
        question: Callable[[Archive], T],
        then: Callable[[T], None] | None = None,
        *,
        owner: QObject | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Ask something of the archive, or write to it.

        Parameters:
            question: runs on the database thread.
            then: gets the answer on the GUI thread.
            owner: when this object is gone by then, the answer is dropped.
            otherwise: gets the error; without it `failed` tells, and a bug goes to the error report.
        """
        asked = partial(self.run, partial(self._put, question), then, owner=owner, otherwise=otherwise)
        if self._waiting is None:
            asked()
        else:
            self._waiting.append(asked)

    def run(
        self,
        work: Callable[[], Any],
        then: Then | None = None,
        *,
        owner: QObject | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Do work that needs no archive on the database thread, such as deriving a key; answered as in `ask`."""
        self._worker.submit(work, partial(self._answer, then, owner, otherwise))

    def close(self) -> bool:
        """Finish what was asked, close the archive and end the thread; whether that went well within its time."""
        self._worker.submit(self._close, _ignore)
        return self._worker.stop()

    def _open(self, folder: Path, key: bytes) -> None:
        self._archive = Archive(folder, key)
        self._archive.on_change = self.changed.emit

    def _opened(self, then: Then, _answer: None) -> None:
        waiting, self._waiting = self._waiting or [], None
        for asked in waiting:
            asked()
        then(None)

    def _put(self, question: Callable[[Archive], T]) -> T:
        if self._archive is None:
            raise RuntimeError("the archive is not open")
        return question(self._archive)

    def _close(self) -> None:
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    def _answer(
        self,
        then: Then | None,
        owner: QObject | None,
        otherwise: Otherwise | None,
        result: Any,
        error: BaseException | None,
    ) -> None:
        if error is None:
            if then is not None:
                self._answered.emit(partial(_deliver, then, owner, result))
        else:
            self._answered.emit(partial(self._complain, owner, otherwise, error))

    def _complain(self, owner: QObject | None, otherwise: Otherwise | None, error: BaseException) -> None:
        if otherwise is not None:
            _deliver(otherwise, owner, error)
        else:
            self.report(error)

    def report(self, error: BaseException) -> None:
        """Tell the user of an error that the asker can't deal with, each kind in its own way."""
        if isinstance(error, StorageError):
            self.failed.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _note_saved(self, _change: Change) -> None:
        self.saved.emit(datetime.now())


def _deliver(then: Then, owner: QObject | None, result: Any) -> None:
    if owner is None or isValid(owner):
        then(result)


def _call(delivery: Callable[[], None]) -> None:
    delivery()


def _ignore(_result: Any, _error: BaseException | None) -> None:
    """Closing answers nobody."""
