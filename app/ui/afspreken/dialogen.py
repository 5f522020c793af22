"""The dialogs of one appointment: when it is, when it moves, and why it is called off."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.models.datums import als_datum
from app.models.gesprek import OVERIG, Gesprek
from app.models.tijden import lees_tijd
from app.storage import gespreksplanning
from app.storage.archive import Archive
from app.storage.planblad import Planblad
from app.ui.afspreken.aanwezigen import Aanwezigen
from app.ui.context import Context
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.choice import Choice, EditableChoice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted
from app.ui.widgets.line_field import LineField

REDENEN = ("ouders konden niet", "kind ziek", "leerkracht ziek", "geen tolk beschikbaar")
LONGEST = 240
"""Minutes of the longest conversation."""

PUPIL = "leerling"
"""The pupil, among who is at the table."""


class TijdDialoog(Dialog):
    """Day and time of a conversation, with a word when these are strange or taken. What may be is not forbidden.

    Parameters:
        blad: the conversation as it is, with what is around it.
    """

    def __init__(self, parent: QWidget | None, context: Context, blad: Planblad, title: str, accept: str) -> None:
        super().__init__(parent, title, accept=accept, characters=72)
        self._context = context
        self.blad = blad
        self._asked = 0
        self.who = Muted(_over_wie(blad))
        self.datum = DateField(today=context.vandaag)
        self.tijd = LineField(characters=8)
        self.houdt = Choice(blad.medewerkers.items(), empty="Nog niet bekend")
        self._proposes = True  # until somebody chooses
        self.form = FormRows()
        self.notice = Banner("warn", "Let op")
        self.notice.hide()
        self.add(self.who)
        self.add(self.form)
        self._day_row = self.form.add_row("Datum", self.datum, "Bijvoorbeeld di 8 sep")
        self._time_row = self.form.add_row("Tijd", self.tijd, "Bijvoorbeeld 15:10", optional=True, beside=True)
        self.datum.set_value(blad.gesprek.datum.isoformat() if blad.gesprek.datum else "")
        self.tijd.set_value(blad.gesprek.tijd)
        self.houdt.set_value(blad.gesprek.medewerker or "")
        self.datum.changed.connect(self._on_day)
        self.houdt.changed.connect(self._on_holder)
        self.tijd.editingFinished.connect(self._tidy_time)
        self.datum.setFocus()
        self.datum.line.selectAll()

    def complaint(self) -> str:
        """A conversation needs a day; a time may miss, but not be nonsense."""
        self.form.clear_errors()
        if not self.datum.value():
            self._day_row.set_error(self.datum.problem() or "Kies op welke dag het gesprek is.")
        if lees_tijd(self.tijd.value()) is None:
            self._time_row.set_error("Typ een tijd als 15:10, of laat het leeg.")
        return "Kijk nog even naar de rode regels." if self.form.focus_first_error() else ""

    def gesprek(self) -> Gesprek:
        """The conversation as it is filled in."""
        return replace(self.blad.gesprek, datum=self.day(), tijd=self.time(), medewerker=self.houdt.value() or None)

    def day(self) -> date | None:
        """The day in the field."""
        return als_datum(self.datum.value())

    def time(self) -> str:
        """The time in the field."""
        return lees_tijd(self.tijd.value()) or ""

    def add_holder(self) -> None:
        """Ask who holds it; whose day it is stands there already."""
        self.form.add_row("Wie voert het gesprek?", self.houdt, "Wie die dag voor de groep staat, wordt ingevuld.")

    def _on_day(self) -> None:
        if self._proposes:
            self.houdt.set_value(self.blad.houdt_op(self.day()) or "")
        self.look_around()

    def _on_holder(self) -> None:
        self._proposes = False
        self.look_around()

    def look_around(self) -> None:
        """Ask who has something else then."""
        self._asked += 1
        question = partial(_clashes, self.gesprek())
        self._context.db.ask(question, partial(self._show_notice, self._asked), owner=self)

    def _show_notice(self, asked: int, clashes: tuple[str, ...]) -> None:
        if asked != self._asked:
            return
        day = self.day()
        words = " ".join(filter(None, (self.blad.let_op(day) if day else "", *clashes)))
        if words:
            self.notice.set("warn", "Let op", words)
        self.notice.setVisible(bool(words))

    def _tidy_time(self) -> None:
        """Show the time that was understood, so that nobody has to guess what was meant."""
        self.tijd.set_value(lees_tijd(self.tijd.value()) or self.tijd.value())
        self.look_around()


class PlanDialoog(TijdDialoog):
    """Plan one conversation: when, how long, who holds it and who else is there. `ask` returns the `Gesprek`."""

    def __init__(self, parent: QWidget | None, context: Context, blad: Planblad) -> None:
        super().__init__(parent, context, blad, "Gesprek plannen", "Plan het gesprek")
        gesprek = blad.gesprek
        self.minuten = LineField(str(gesprek.minuten or ""), characters=5)
        self.aanwezig = Aanwezigen((*blad.medewerkers.values(), *blad.van_buiten))
        self._minutes_row = self.form.add_row("Minuten", self.minuten, "Met wisselen", beside=True)
        self.add_holder()
        hint = "Vanaf dit ondersteuningsniveau kunnen de IB’er en deskundigen erbij zijn." if blad.deskundigen else ""
        self.form.add_row("Wie zijn er nog meer bij?", self.aanwezig, hint, optional=True)
        self.kind = CheckBox("Het kind is er ook bij", not gesprek.zonder_leerling)
        if _asks_for_pupil(blad):
            self.form.add_widget(self.kind)
        if blad.tolk:
            talen = " en ".join(blad.tolk)
            self.add(Banner("info", f"Er is een tolk nodig: {talen}", "Regel de tolk voordat je de uitnodiging geeft."))
        self.add(self.notice)
        self.aanwezig.set_value(gesprek.aanwezig)
        self.minuten.editingFinished.connect(self.look_around)
        self.look_around()

    def complaint(self) -> str:
        """As for every appointment; and a length is a number."""
        words = super().complaint()
        if self._length() is None:
            self._minutes_row.set_error(f"Typ een getal tot {LONGEST}, of laat het leeg.")
            return words or "Kijk nog even naar de rode regels."
        return words

    def gesprek(self) -> Gesprek:
        """The conversation as it is filled in."""
        return replace(
            super().gesprek(),
            minuten=self._length() or 0,
            aanwezig=self.aanwezig.value(),
            zonder_leerling=_asks_for_pupil(self.blad) and not self.kind.value(),
        )

    def answer(self) -> Gesprek:
        """The conversation."""
        return self.gesprek()

    def _length(self) -> int | None:
        text = self.minuten.value().strip().removesuffix("min").strip()
        if not text:
            return 0
        return int(text) if text.isdecimal() and len(text) <= 3 and int(text) <= LONGEST else None


class VerplaatsDialoog(TijdDialoog):
    """Give a conversation another time. `ask` returns the day, the time, the reason and who holds it."""

    def __init__(self, parent: QWidget | None, context: Context, blad: Planblad) -> None:
        super().__init__(parent, context, blad, "Gesprek verplaatsen", "Verplaats")
        self.reden = EditableChoice(REDENEN)
        self.add_holder()
        self.form.add_row("Waarom?", self.reden, optional=True)
        self.add(self.notice)

    def answer(self) -> tuple[date, str, str, str | None]:
        """Day, time, reason, and id of who holds it."""
        day = self.day()
        assert day is not None  # checked
        return day, self.time(), self.reden.value(), self.houdt.value() or None


class ZegAfDialoog(Dialog):
    """Call a conversation off. `ask` returns the reason."""

    def __init__(self, parent: QWidget | None, blad: Planblad) -> None:
        super().__init__(parent, "Gesprek afzeggen", accept="Zeg af", cancel="Laat staan", characters=56)
        self.reden = EditableChoice(REDENEN)
        self.form = FormRows()
        self.add(Muted(_over_wie(blad)))
        self.add(self.form)
        self._row = self.form.add_row("Waarom gaat het niet door?", self.reden, "Kies een reden of typ er zelf een")
        self.reden.setFocus()

    def complaint(self) -> str:
        """Whoever reads it later wants to know why."""
        self._row.set_error("" if self.reden.value().strip() else "Schrijf kort waarom het gesprek niet doorgaat.")
        return "Kijk nog even naar de rode regels." if self.form.focus_first_error() else ""

    def answer(self) -> str:
        """The reason."""
        return self.reden.value().strip()


def _asks_for_pupil(blad: Planblad) -> bool:
    """Outside the moments the cause decides whether the pupil is there (policy: overige gesprekken)."""
    return blad.gesprek.soort == OVERIG and PUPIL in blad.erbij


def _over_wie(blad: Planblad) -> str:
    certain = [each for each in blad.erbij if each != PUPIL or not _asks_for_pupil(blad)]
    with_whom = f"met {blad.met}" if blad.met else f"met {' en '.join(certain)}" if certain else ""
    return " · ".join(filter(None, (blad.titel, f"over {blad.leerling.naam}", with_whom)))


def _clashes(gesprek: Gesprek, archive: Archive) -> tuple[str, ...]:
    return gespreksplanning.botsingen(archive, gesprek)
