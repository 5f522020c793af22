"""What is done on the page of a conversation; each deed can be taken back."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.bespreking import Afspraak
from app.models.forms.loader import DefinitionError
from app.models.uitnodiging import Brief
from app.ui.afspreken.handelingen import Afspreken
from app.ui.context import Context
from app.ui.exporteren.uitnodiging import invitation_document
from app.ui.gesprek import opdrachten
from app.ui.gesprek.opdrachten import Getoond
from app.ui.place import Place
from app.ui.widgets.undo_bar import UndoBar


class Deeds(QObject):
    """Answers to what the cards and the head want.

    Parameters:
        host: the view; dialogs open over it.
        bar: where taking back is offered.

    Signals:
        place_wanted: a `Place` to go to.
        letter_ready: an invitation to save.
        refused: why a report could not be begun, in a sentence.
    """

    place_wanted = Signal(object)
    letter_ready = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, host: QWidget, bar: UndoBar) -> None:
        super().__init__(host)
        self._context = context
        self._appoint = Afspreken(context, host, bar)
        self._shown: Getoond | None = None

    def set_shown(self, shown: Getoond | None) -> None:
        """Which conversation is on screen."""
        self._shown = shown

    @property
    def _now(self) -> Getoond:
        assert self._shown is not None  # what one can press stands there only with a conversation
        return self._shown

    def hold(self) -> None:
        """It was held."""
        gesprek = self._now.blad.gesprek
        work = partial(opdrachten.held, gesprek, self._context.vandaag(), self._context.gebruiker)
        self._appoint.write("Het gesprek is gehouden.", work)

    def appoint(self, what: str) -> None:
        """Change the appointment; see `FactsCard.wanted`."""
        gesprek, author = self._now.blad.gesprek, self._context.gebruiker
        match what:
            case "wijzig":
                self._appoint.plan(gesprek)
            case "verplaats":
                self._appoint.verplaats(gesprek)
            case "afgezegd":
                self._appoint.zeg_af(gesprek)
            case "niet_verschenen":
                self._appoint.niet_verschenen(gesprek)
            case "terug":
                back = {"staat": "gepland", "verslag_op": None, "verslag_elders": False, "overgenomen_op": None}
                self._appoint.write("Het gesprek staat weer gepland.", self._change(back))
            case _:
                self._appoint.write("Het gesprek is weggehaald.", partial(opdrachten.remove, gesprek, author))

    def report(self, what: str) -> None:
        """Go to the report, or say where it is; see `ReportCard.wanted`."""
        gesprek, today, author = self._now.blad.gesprek, self._context.vandaag(), self._context.gebruiker
        form = self._now.formulier
        if what == "open" and form is not None:
            self.place_wanted.emit(Place("verslag", form.id))
        elif what == "elders":
            work = partial(opdrachten.elsewhere, gesprek.id, today, author)
            self._appoint.write("Het verslag staat in ParnasSys.", work)
        elif what == "hier":
            back = {"verslag_op": None, "verslag_elders": False, "overgenomen_op": None}
            self._appoint.write("Het verslag komt hier.", self._change(back))
        else:
            question = partial(opdrachten.begin_report, gesprek.id, self._now.blad.houdt, today, author)
            go = partial(self._go_to_form, "bespreekmodus" if what == "samen" else "formulier")
            self._context.db.ask(question, go, owner=self, otherwise=self._refuse)

    def take_over(self, done: bool) -> None:
        """The note was taken over in ParnasSys, or not."""
        day = self._context.vandaag() if done else None
        self._context.db.ask(
            partial(opdrachten.taken_over, self._now.blad.gesprek.id, day, self._context.gebruiker), owner=self
        )

    def settle(self, afspraak: Afspraak, done: bool) -> None:
        """An agreement is done, or open again."""
        work = partial(opdrachten.settle, afspraak, done, self._context.gebruiker)
        self._appoint.write("Afspraak afgevinkt." if done else "De afspraak loopt weer.", work)

    def invite(self) -> None:
        """Make the invitation."""
        self._context.db.ask(partial(opdrachten.letters, self._now.blad.gesprek.id), self._invite, owner=self)

    def _invite(self, letters: tuple[Brief, ...]) -> None:
        if letters:
            self.letter_ready.emit(invitation_document(letters, self._context))

    def _change(self, values: Mapping[str, object]) -> partial[opdrachten.Back]:
        return partial(opdrachten.change, self._now.blad.gesprek.id, values, self._context.gebruiker)

    def _go_to_form(self, view: str, form: str) -> None:
        self.place_wanted.emit(Place(view, form))

    def _refuse(self, error: BaseException) -> None:
        """A form of the school's own that is wrong names its mistake itself."""
        if isinstance(error, DefinitionError):
            self.refused.emit(str(error))
        else:
            self._context.db.report(error)
