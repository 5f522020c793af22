"""Adds files to a pupil, one after the other: encrypted on a thread of their own, recorded on that of the archive."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.models.consult import Bijlage
from app.storage.archive import Archive
from app.storage.bijlagebron import Gestopt
from app.storage.bijlagen import leg_vast, versleutel
from app.storage.errors import StorageError
from app.storage.ongedaan import Schrijf
from app.ui.context import Context
from app.ui.exporteren.achtergrond import Background
from app.ui.on_screen import on_screen

STEPS = 200
"""Progress of one file is told at most so many times."""


class Plek(NamedTuple):
    """Where an annex goes: see `Bijlage`."""

    leerling: str
    van: str | None = None
    punt: str = ""


class Uitkomst(NamedTuple):
    """What came of adding files.

    Attributes:
        toegevoegd: paths of the files that are annexes now; they also still stand there.
        klachten: a sentence for each that is not.
        terug: what takes it all back.
    """

    toegevoegd: tuple[Path, ...] = ()
    klachten: tuple[str, ...] = ()
    terug: tuple[Schrijf, ...] = ()


class Toevoeger(QObject):
    """Adds files; those that are asked for meanwhile come after them.

    Signals:
        vordering: how far the present file is: bytes, of how many, and how many files there are after it.
        klaar: an `Uitkomst`, when nothing is left to do.
    """

    vordering = Signal(object, object, int)
    klaar = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._background = Background(self)
        self._cancel = threading.Event()
        self._waiting: list[tuple[Path, Plek]] = []
        self._result: Uitkomst | None = None
        # Whoever locks in the midst of a large file should not have it come in after all.
        self.destroyed.connect(self._cancel.set)

    def start(self, paths: list[Path], plek: Plek) -> None:
        """Add these files at one place."""
        self._waiting += ((path, plek) for path in paths)
        if self._result is None and self._waiting:
            self._cancel.clear()
            self._result = Uitkomst()
            self._next()

    def stop(self) -> None:
        """Stop at the next piece of the present file; what was added before it stays."""
        self._waiting.clear()
        self._cancel.set()

    def is_busy(self) -> bool:
        """Whether files are being added."""
        return self._result is not None

    def _next(self) -> None:
        if not self._waiting:
            result, self._result = self._result, None
            self.klaar.emit(result)
            return
        path, plek = self._waiting.pop(0)
        tell = partial(_tell, on_screen(self, self.vordering.emit), len(self._waiting), [-1])
        work = partial(versleutel, self._context.folder, path, *plek, tell, self._cancel.is_set)
        self._background.run(work, partial(self._record, path), self._refused)

    def _record(self, path: Path, bijlage: Bijlage) -> None:
        question = partial(_record, self._context.folder, bijlage, self._context.gebruiker)
        self._context.db.ask(question, partial(self._recorded, path), owner=self, otherwise=self._refused)

    def _recorded(self, path: Path, back: tuple[Schrijf, ...]) -> None:
        assert self._result is not None
        added, complaints, before = self._result
        self._result = Uitkomst((*added, path), complaints, (*back, *before))
        self._next()

    def _refused(self, error: BaseException) -> None:
        assert self._result is not None
        if not isinstance(error, StorageError):
            self._context.db.report(error)
        elif not isinstance(error, Gestopt):
            self._result = self._result._replace(klachten=(*self._result.klachten, str(error)))
        self._next()


def _tell(tell: Callable[..., None], after: int, told: list[int], done: int, total: int) -> None:
    """Called for every piece on the thread that encrypts."""
    step = done * STEPS // max(total, 1)
    if step != told[0]:
        told[0] = step
        tell(done, total, after)


def _record(folder: Path, bijlage: Bijlage, author: str, archive: Archive) -> tuple[Schrijf, ...]:
    return leg_vast(archive, folder, bijlage, author)
