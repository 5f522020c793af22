"""What is done on the page of a consult; each deed can be taken back."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.consult import CONSULT_STATUSSEN
from app.models.consulten.definition import NIET_NODIG
from app.models.forms.loader import DefinitionError
from app.storage.consulten import Consultblad, MagNiet
from app.storage.errors import Refused
from app.ui.consult import opdrachten
from app.ui.consult.afspraak import AppointmentDialog, DayDialog, GrantDialog
from app.ui.consult.nieuw import PupilsDialog
from app.ui.consult.opdrachten import Back, Work
from app.ui.context import Context
from app.ui.place import Place
from app.ui.widgets.undo_bar import UndoBar

DONE = {
    "volledig": "De aanvraag is volledig.",
    "ingediend": "De aanvraag is ingediend.",
    "toegekend": "De aanvraag is toegekend.",
    "afspraak": "De afspraak is vastgelegd.",
    "gevoerd": "Het gesprek is gevoerd.",
    "afgerond": "Het consult is afgerond.",
    "ingetrokken": "De aanvraag is ingetrokken.",
}
"""What is said after a step along the way; after one back, the status is named."""


class Deeds(QObject):
    """Answers to what the cards and the head want.

    Parameters:
        host: the view; dialogs open over it.
        bar: where taking back is offered.

    Signals:
        place_wanted: a `Place` to go to.
        refused: why something may not be done, sentences.
        removed: the consult is out of sight.
    """

    place_wanted = Signal(object)
    refused = Signal(object)
    removed = Signal()

    def __init__(self, context: Context, host: QWidget, bar: UndoBar) -> None:
        super().__init__(host)
        self._context, self._host, self._bar = context, host, bar
        self._shown: Consultblad | None = None

    def set_shown(self, shown: Consultblad | None) -> None:
        """Which consult is on screen."""
        self._shown = shown

    @property
    def _now(self) -> Consultblad:
        assert self._shown is not None  # what one can press stands there only with a consult
        return self._shown

    def go_to(self, naar: str, *, back: bool = False) -> None:
        """Take a step to a status, or one back; what belongs to the step is asked first."""
        if back:
            self._step(naar, f"De aanvraag staat weer op ‘{CONSULT_STATUSSEN[naar]}’.")
            return
        match naar:
            case "ingediend":
                self._ask_day(naar, "De aanvraag is ingediend", "Wanneer?")
            case "toegekend":
                self._ask_grant()
            case "afspraak":
                self.ask_appointment()
            case "vervolg":
                self.follow_up()
            case _:
                self._step(naar, DONE[naar])

    def ask_appointment(self) -> None:
        """Ask when the conversation is, for the first time or again."""
        answer = AppointmentDialog.ask(self._host, self._context, self._now.consult)
        if answer is not None:
            day, time = answer
            work = partial(opdrachten.appoint, self._now.consult.id, day, time, self._context)
            self._write(DONE["afspraak"], work)

    def ask_pupils(self) -> None:
        """Ask about which pupils it is."""
        pupils = [(each.id, each.naam) for each, _ in self._now.leerlingen]
        chosen = PupilsDialog.ask(self._host, self._context, pupils)
        if chosen is not None:
            work = partial(opdrachten.change, self._now.consult.id, {"leerlingen": chosen}, self._context)
            self._write("De leerlingen zijn gewijzigd.", work)

    def edit(self, fields: Mapping[str, Any]) -> None:
        """Write fields that don't follow from the status."""
        self._write("", partial(opdrachten.change, self._now.consult.id, fields, self._context))

    def tick(self, stap: str, meaning: str) -> None:
        """Tick a step in the portal: `ja`, not needed, or empty to take the tick away."""
        said = meaning if meaning in ("", NIET_NODIG) else self._context.vandaag().isoformat()
        self._write("", partial(opdrachten.tick, self._now.consult.id, stap, said, self._context))

    def report(self, what: str) -> None:
        """Go to the report; begun when it isn't yet. See `ReportCard.wanted`."""
        form = self._now.verslag
        if what == "open" and form is not None:
            self.place_wanted.emit(Place("verslag", form.id))
            return
        go = partial(self._go_to_form, "bespreekmodus" if what == "samen" else "formulier")
        work = partial(opdrachten.begin_report, self._now.consult.id, self._context)
        self._context.db.ask(work, go, owner=self, otherwise=self._refuse)

    def follow_up(self) -> None:
        """Apply for what follows, and go there."""
        work = partial(opdrachten.follow_up, self._now.consult.id, self._context)
        self._context.db.ask(work, self._go_to_consult, owner=self, otherwise=self._refuse)

    def remove(self) -> None:
        """Take an application that was begun by mistake out of sight."""
        work = partial(opdrachten.remove, self._now.consult.id, self._context)
        self._write("De aanvraag is weggehaald.", work)

    def _ask_day(self, naar: str, title: str, label: str) -> None:
        day = DayDialog.ask(self._host, self._context, title, label, self._context.vandaag())
        if day is not None:
            self._step(naar, DONE[naar], day)

    def _ask_grant(self) -> None:
        answer = GrantDialog.ask(self._host, self._context, self._context.vandaag())
        if answer is not None:
            consulent, day = answer
            work = partial(opdrachten.grant, self._now.consult.id, consulent, day, self._context)
            self._write(DONE["toegekend"], work)

    def _step(self, naar: str, words: str, day: date | None = None) -> None:
        self._write(words, partial(opdrachten.step, self._now.consult.id, naar, day, self._context))

    def _write(self, words: str, work: Work) -> None:
        self._context.db.ask(work, partial(self._written, words), owner=self, otherwise=self._refuse)

    def _written(self, words: str, back: Back) -> None:
        if back and words:
            self._bar.offer(words, partial(self._write, "", partial(opdrachten.take_back, back, self._context)))

    def _go_to_form(self, view: str, form: str) -> None:
        self.place_wanted.emit(Place(view, form))

    def _go_to_consult(self, consult: str) -> None:
        self.place_wanted.emit(Place("consult", consult))

    def _refuse(self, error: BaseException) -> None:
        """What may not be is said on the page; anything else is trouble of the window."""
        if isinstance(error, MagNiet):
            self.refused.emit(error.klachten)
        elif isinstance(error, Refused | DefinitionError):
            self.refused.emit((str(error),))
        else:
            self._context.db.report(error)
