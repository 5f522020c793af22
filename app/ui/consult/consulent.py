"""The consulent: who it is, when the conversation is, and how the hours are spent."""

from PySide6.QtCore import Signal

from app.models.consult import Consult
from app.models.consulten.definition import Consultsoort
from app.models.datums import lang, weekdag
from app.models.tijden import duur, lees_duur
from app.ui.contactkeuze.keuze import ContactChoice
from app.ui.context import Context
from app.ui.widgets.bars import MiniBar
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRow, FormRows
from app.ui.widgets.labels import Small, Text
from app.ui.widgets.line_field import LineField

MINUTES = {"voorbereiding": "Voorbereiding", "reis": "Reis", "gesprek": "Gesprek"}
"""Fields of `Consult` with minutes, and their labels."""

MOST = 6000
"""Minutes nobody spends on one consult; a longer number is a slip of the keys."""

NO_DURATION = "Typ minuten, zoals 90, of uren, zoals 1,5 uur."
ROLES = ("consulent",)
GRANTED = ("toegekend", "afspraak", "gevoerd", "afgerond", "vervolg")
"""Statuses in which there is a consulent."""


class ConsultantCard(Card):
    """Who the consulent is and when the conversation is.

    Signals:
        edited: fields of the consult to write.
        appointment_wanted: ask for another day or time.
    """

    edited = Signal(object)
    appointment_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("Consulent en afspraak")
        self.later = Text("Wie de consulent wordt, hoor je als de aanvraag is toegekend.", "muted")
        self.consultant = ContactChoice(context, ROLES)
        self.consultant.changed.connect(self._on_consultant)
        self._fields = FormRows()
        self._fields.add_row("Consulent", self.consultant)
        self._when_label = Small("Afspraak")
        self.when = Text("")
        self.change = Button("Verzet de afspraak", icon="kalender", small=True)
        self.change.clicked.connect(self.appointment_wanted)
        self._change_row = Flow(self.change)
        for widget in (self.later, self._fields, self._when_label, self.when, self._change_row):
            self.add(widget)

    def show_consult(self, consult: Consult) -> None:
        """Show who and when."""
        granted = consult.status in GRANTED
        self.later.setVisible(not granted)
        self._fields.setVisible(granted)
        if (consult.consulent or "") != self.consultant.value():
            self.consultant.set_value(consult.consulent)
        day = consult.afspraak_op
        for widget in (self._when_label, self.when):
            widget.setVisible(day is not None)
        self._change_row.setVisible(consult.status == "afspraak")
        if day is not None:
            self.when.setText(", ".join(filter(None, (f"{weekdag(day)} {lang(day)}", consult.afspraak_tijd))))

    def _on_consultant(self) -> None:
        """Somebody else; there is always one, so taking one off waits for the next."""
        if self.consultant.value():
            self.edited.emit({"consulent": self.consultant.value()})


class HoursCard(Card):
    """Minutes of preparation, travel and conversation, and their sum beside what is allowed.

    Signals:
        edited: fields of the consult to write.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__("Uren van de consulent")
        self.fields = {name: LineField(characters=5) for name in MINUTES}
        self._rows: dict[str, FormRow] = {}
        form = FormRows()
        for place, (name, label) in enumerate(MINUTES.items()):
            row = form.add_row(label, self.fields[name], "minuten", beside=place > 0)
            self._rows[name] = row
            self.fields[name].editingFinished.connect(self._on_finished)
        self.bar = MiniBar("Uren van de consulent")
        self.words = Text("")
        for widget in (form, self.bar, self.words):
            self.add(widget)
        self._shown: dict[str, int] = {}
        self._most, self._is_over = 0, False

    def show_consult(self, consult: Consult, soort: Consultsoort) -> None:
        """Show what was spent. A field in which one is typing stays, and so does what has to be mended."""
        self.setVisible(consult.status in GRANTED)
        self._shown = {name: int(getattr(consult, name)) for name in MINUTES}
        for name, field in self.fields.items():
            if not (field.hasFocus() or self._rows[name].error()):
                field.set_value(str(self._shown[name] or ""))
        self._most = soort.max_minuten
        self.bar.setVisible(bool(self._most))
        if not any(field.hasFocus() for field in self.fields.values()):
            self._show_sum(sum(self._shown.values()))

    def _on_finished(self) -> None:
        """Write what is right; a sum that is too high stays in sight until it is mended."""
        minutes = {name: _minutes(field.value()) for name, field in self.fields.items()}
        for name, amount in minutes.items():
            self._rows[name].set_error(NO_DURATION if amount is None else "")
            if amount is not None:
                self.fields[name].set_value(str(amount or ""))
        right = {name: amount for name, amount in minutes.items() if amount is not None}
        self._show_sum(sum({**self._shown, **right}.values()))
        changed = {name: amount for name, amount in right.items() if amount != self._shown.get(name)}
        if changed and not self._is_over:
            self._shown |= changed
            self.edited.emit(changed)

    def _show_sum(self, spent: int) -> None:
        self._is_over = bool(self._most) and spent > self._most
        self.bar.set_part(spent, self._most or 1)
        self.words.setText(_sum_words(spent, self._most))
        self.words.set_role("error" if self._is_over else "body")


def _minutes(text: str) -> int | None:
    """Minutes as typed; 0 for nothing, None for what is no duration, or too long a one."""
    minutes = lees_duur(text)
    return minutes if minutes is not None and minutes <= MOST else None


def _sum_words(spent: int, most: int) -> str:
    if not spent and not most:
        return "Nog niets genoteerd."
    total = duur(spent * 60) or "0 min"
    if not most:
        return f"Samen {total}."
    if spent > most:
        return (
            f"Samen {total}: {duur((spent - most) * 60)} meer dan de {duur(most * 60)} die er zijn. Pas de tijden aan."
        )
    return f"Samen {total} van hoogstens {duur(most * 60)}."
