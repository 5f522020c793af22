"""From the wish to plan, move or call off a conversation to the archive, with a way back."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.gesprek import Gesprek
from app.storage import gespreksplanning as planning
from app.storage.archive import Archive
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.planblad import Planblad, planblad
from app.ui.afspreken.dialogen import PlanDialoog, VerplaatsDialoog, ZegAfDialoog
from app.ui.context import Context
from app.ui.widgets.undo_bar import UndoBar

Back = tuple[Schrijf, ...]


class Afspreken(QObject):
    """What one can do with an appointment.

    Parameters:
        host: the view; dialogs open over it.
        bar: where taking back is offered.

    Signals:
        done: something was written, or taken back.
        undone: something was taken back.
    """

    done = Signal()
    undone = Signal()

    def __init__(self, context: Context, host: QWidget, bar: UndoBar) -> None:
        super().__init__(host)
        self._context, self._host, self._bar = context, host, bar

    def plan(self, gesprek: Gesprek) -> None:
        """Ask when a conversation is, new or known, and plan it."""
        self._about(gesprek, self._ask_plan)

    def verplaats(self, gesprek: Gesprek) -> None:
        """Ask for another time."""
        self._about(gesprek, self._ask_move)

    def zeg_af(self, gesprek: Gesprek) -> None:
        """Ask why it is called off."""
        self._about(gesprek, self._ask_reason)

    def niet_verschenen(self, gesprek: Gesprek) -> None:
        """Note that nobody came."""
        work = partial(_no_show, gesprek.id, self._context.gebruiker)
        self.write("Genoteerd: niet verschenen. Er is een nieuw gesprek nodig.", work)

    def write(self, words: str, work: Callable[[Archive], Back]) -> None:
        """Let something write on the database thread, and offer to take it back.

        Parameters:
            words: what was done, in a sentence without the name of a pupil.
            work: writes, and returns what takes it back.
        """
        self._context.db.ask(work, partial(self._written, words), owner=self)

    def _about(self, gesprek: Gesprek, then: Callable[[Planblad | None], None]) -> None:
        question = partial(_sheet, gesprek, self._context)
        self._context.db.ask(question, then, owner=self)

    def _ask_plan(self, sheet: Planblad | None) -> None:
        planned = PlanDialoog.ask(self._host, self._context, sheet) if sheet else None
        if planned is not None:
            self.write("Het gesprek is gepland.", partial(_plan, planned, self._context))

    def _ask_move(self, sheet: Planblad | None) -> None:
        moved = VerplaatsDialoog.ask(self._host, self._context, sheet) if sheet else None
        if sheet is not None and moved is not None:
            work = partial(_move, sheet.gesprek.id, moved, self._context.gebruiker)
            self.write("Het gesprek is verplaatst.", work)

    def _ask_reason(self, sheet: Planblad | None) -> None:
        reason = ZegAfDialoog.ask(self._host, sheet) if sheet else None
        if sheet is not None and reason is not None:
            work = partial(_call_off, sheet.gesprek.id, reason, self._context.gebruiker)
            self.write("Het gesprek is afgezegd. Er is een nieuw gesprek nodig.", work)

    def _written(self, words: str, back: Back) -> None:
        if back:
            self._bar.offer(words, partial(self._take_back, back))
        self.done.emit()

    def _take_back(self, back: Back) -> None:
        work = partial(_take_back, back, self._context.gebruiker)
        self._context.db.ask(work, self._taken_back, owner=self)

    def _taken_back(self, _back: Back) -> None:
        self.undone.emit()
        self.done.emit()


def _sheet(gesprek: Gesprek, context: Context, archive: Archive) -> Planblad | None:
    return planblad(archive, gesprek, context.vandaag())


def _plan(gesprek: Gesprek, context: Context, archive: Archive) -> Back:
    return planning.plan_een(archive, gesprek, context.vandaag(), context.gebruiker)


def _move(gesprek: str, to: tuple[date, str, str, str | None], author: str, archive: Archive) -> Back:
    return planning.verplaats(archive, gesprek, *to, author)


def _call_off(gesprek: str, reason: str, author: str, archive: Archive) -> Back:
    return planning.zeg_af(archive, gesprek, reason, author)


def _no_show(gesprek: str, author: str, archive: Archive) -> Back:
    return planning.niet_verschenen(archive, gesprek, author)


def _take_back(back: Back, author: str, archive: Archive) -> Back:
    return schrijf(archive, back, author)
