"""Writes what the user does, and offers to take it back: undo rather than "are you sure?"."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject

from app.storage.archive import Archive
from app.storage.ongedaan import Schrijf, schrijf
from app.ui.context import Context
from app.ui.widgets.undo_bar import UndoBar

Work = Callable[[Archive], Iterable[Schrijf]]


class Writer(QObject):
    """The way from an action to the archive, and back.

    Parameters:
        bar: where taking back is offered; this object is gone when the bar is.
    """

    def __init__(self, context: Context, bar: UndoBar) -> None:
        super().__init__(bar)
        self._context = context
        self._bar = bar

    def write(self, words: str, *work: Schrijf) -> None:
        """Write records.

        Parameters:
            words: what was done, in a sentence without the name of a pupil.
        """
        self.work_out(words, partial(_given, work))

    def work_out(self, words: str, work: Work, otherwise: Callable[[BaseException], None] | None = None) -> None:
        """Write what follows from what the archive holds now.

        Parameters:
            work: works out on the database thread what is to be written.
            otherwise: gets the error when that cannot be.
        """
        question = partial(_write, work, self._context.gebruiker)
        self._context.db.ask(question, partial(self._offer, words), owner=self, otherwise=otherwise)

    def _offer(self, words: str, back: tuple[Schrijf, ...]) -> None:
        if back:
            self._bar.offer(words, partial(self._take_back, back))

    def _take_back(self, back: tuple[Schrijf, ...]) -> None:
        self._context.db.ask(partial(_write, partial(_given, back), self._context.gebruiker), owner=self)


def _given(work: Iterable[Schrijf], _archive: Archive) -> Iterable[Schrijf]:
    return work


def _write(work: Work, author: str, archive: Archive) -> tuple[Schrijf, ...]:
    return schrijf(archive, work(archive), author)
