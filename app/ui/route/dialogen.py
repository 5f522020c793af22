"""The dialogs of a route: a step with its day and reason, a decision, and that somebody was informed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.datums import lang
from app.models.routes.definition import Besluit, Vraag
from app.ui.widgets.choice import Choice, EditableChoice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.edit_dialog import EditDialog, day_of, day_problem, fill_day
from app.ui.widgets.form_rows import FormRow, FormRows
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Muted
from app.ui.widgets.segmented import Segmented

Today = Callable[[], date]
HOW = ("telefoon", "e-mail", "gesprek", "brief")
NO_DAY = "Vul in op welke dag."


@dataclass(frozen=True, slots=True)
class Gezet:
    """What was filled in for a step or decision.

    Attributes:
        naar: id of a station, or empty where there was nothing to choose.
        reden: in words; may be empty where it is not asked for.
        waarden: answers to the questions of a decision, by id.
    """

    datum: date
    door: str
    reden: str
    naar: str = ""
    waarden: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stapvraag:
    """What a dialog asks about a step.

    Attributes:
        titel: the question; knop: the verb on the button.
        uitleg: what happens, in a sentence; may be empty.
        reden: label of the reason; hint: below it.
        verplicht: whether the reason must be filled in.
        stations: pairs of id and name to choose from; no choice when there is only one.
    """

    titel: str
    knop: str
    uitleg: str = ""
    reden: str = "Reden"
    hint: str = ""
    verplicht: bool = True
    stations: tuple[tuple[str, str], ...] = ()


class StapDialoog(EditDialog):
    """Asks for a step or a decision: when, by whom, why; the answer is a `Gezet`.

    Parameters:
        mensen: names to choose from for who decided; the first one is filled in.
    """

    def __init__(self, parent: QWidget | None, vraag: Stapvraag, mensen: Sequence[str], today: Today) -> None:
        super().__init__(parent, vraag.titel, accept=vraag.knop, characters=60)
        self._vraag, self._today = vraag, today
        self.naar = Choice(vraag.stations, empty=None)
        self.datum = DateField(today=today)
        self.door = EditableChoice(mensen)
        self.reden = GrowingText(min_lines=3)
        if vraag.uitleg:
            self.body.insertWidget(0, Muted(vraag.uitleg))
        to = self.fields.add_row("Naar welk station?", self.naar)
        self._reason = self.fields.add_row(vraag.reden, self.reden, vraag.hint, optional=not vraag.verplicht)
        self._by = self.fields.add_row("Door wie?", self.door)
        self._day = self.fields.add_row("Op welke dag?", self.datum)
        to.setVisible(len(vraag.stations) > 1)
        fill_day(self.datum, today())
        self.door.set_value(mensen[0] if mensen else "")
        self.first = self.reden  # what is typed in the list of stations would choose another one

    def check(self) -> Iterable[tuple[FormRow, str]]:
        missing = self._vraag.verplicht and not self.reden.value().strip()
        yield self._reason, "Schrijf dit op: wie het later leest, moet het kunnen volgen." if missing else ""
        yield self._by, "" if self.door.value() else "Vul in wie dit besloot."
        day = day_of(self.datum)
        late = "Deze dag moet nog komen. Noteer een stap als hij gezet is." if day and day > self._today() else ""
        yield day_problem(self._day, late if day else NO_DAY)

    def answer(self) -> Gezet:
        """The step."""
        day = day_of(self.datum) or self._today()
        return Gezet(day, self.door.value(), self.reden.value().strip(), self.naar.value())


class BesluitDialoog(StapDialoog):
    """Asks for a decision of a station with all that the route wants to know of it; the answer is a `Gezet`.

    Parameters:
        gevolg: what happens next, in a sentence; may be empty.
    """

    def __init__(
        self, parent: QWidget | None, besluit: Besluit, gevolg: str, mensen: Sequence[str], today: Today
    ) -> None:
        uitleg = " ".join(filter(None, (besluit.hint, gevolg)))
        vraag = Stapvraag(besluit.titel, "Leg vast", uitleg, "Waarom dit besluit?", verplicht=False)
        super().__init__(parent, vraag, mensen, today)
        self._asked = [(each, _field_for(each)) for each in besluit.vraagt]
        questions = FormRows()
        self._questions = questions
        for each, widget in self._asked:
            questions.add_row(each.titel, widget, optional=not each.verplicht)
        if self._asked:
            self.body.insertWidget(self.body.indexOf(self.fields), questions)
            self.first = self._asked[0][1]

    def complaint(self) -> str:
        """What the route wants to know must be there."""
        self._questions.clear_errors()
        for row, (each, widget) in zip(self._questions.rows, self._asked, strict=True):
            if each.verplicht and not _value_of(widget):
                row.set_error("Kies er een." if each.opties else "Vul dit in.")
        missing = self._questions.focus_first_error()
        return super().complaint() or ("Vul eerst in wat er bij dit besluit hoort." if missing else "")

    def answer(self) -> Gezet:
        """The decision."""
        waarden = {each.id: _value_of(widget) for each, widget in self._asked if _value_of(widget)}
        return replace(super().answer(), waarden=waarden)


def _field_for(vraag: Vraag) -> Segmented | GrowingText:
    return Segmented(vraag.opties) if vraag.opties else GrowingText(min_lines=1)


def _value_of(widget: Segmented | GrowingText) -> str:
    return widget.value().strip()


@dataclass(frozen=True, slots=True)
class Verteld:
    """That somebody was informed: who, when, how, by whom."""

    wie: str
    op: date
    hoe: str
    door: str


class BerichtDialoog(EditDialog):
    """Asks who was informed, when, how and by whom; the answer is a `Verteld`.

    Parameters:
        wie: who it is about, filled in; empty to ask.
        mensen: names to choose from.
        door: who told it, filled in.
        mpo_op: day of the MPO of which it is told what came of it; it can't be told before.
    """

    def __init__(
        self,
        parent: QWidget | None,
        wie: str,
        mensen: Iterable[str],
        today: Today,
        door: str,
        mpo_op: date | None = None,
    ) -> None:
        super().__init__(parent, "Wie is geïnformeerd?", accept="Noteer", characters=52)
        self._today, self._mpo_op = today, mpo_op
        mensen = list(mensen)
        self.wie, self.hoe, self.door = EditableChoice(mensen), EditableChoice(HOW), EditableChoice(mensen)
        self.op = DateField(today=today)
        self._who = self.fields.add_row("Wie?", self.wie)
        self._how = self.fields.add_row("Hoe?", self.hoe, "Kies, of typ iets anders")
        self._by = self.fields.add_row("Wie vertelde het?", self.door)
        self._day = self.fields.add_row("Op welke dag?", self.op)
        self.wie.set_value(wie)
        self.door.set_value(door)
        fill_day(self.op, today())
        if wie:
            self.first = self.hoe

    def check(self) -> Iterable[tuple[FormRow, str]]:
        yield self._who, "" if self.wie.value() else "Vul in wie het weet."
        yield self._how, "" if self.hoe.value() else "Vul in hoe, bijvoorbeeld telefoon."
        yield self._by, "" if self.door.value() else "Vul in wie het vertelde."
        day = day_of(self.op)
        wrong = "Deze dag moet nog komen." if day and day > self._today() else ""
        if day and self._mpo_op and day < self._mpo_op:
            wrong = f"Het MPO was op {lang(self._mpo_op)}; kies die dag of een latere."
        yield day_problem(self._day, wrong if day else NO_DAY)

    def answer(self) -> Verteld:
        """Who, when, how and by whom."""
        return Verteld(self.wie.value(), day_of(self.op) or self._today(), self.hoe.value(), self.door.value())


class VereisteDialoog(EditDialog):
    """Asks since when something is there, and where; the answer is a pair of day and words."""

    def __init__(self, parent: QWidget | None, titel: str, today: Today) -> None:
        super().__init__(parent, titel, accept="Vink af", characters=52)
        self._today = today
        self.op = DateField(today=today)
        self.toelichting = GrowingText(min_lines=2)
        self._day = self.fields.add_row("Sinds welke dag?", self.op)
        self.fields.add_row(
            "Toelichting", self.toelichting, "Waar het staat, of waarom het niet nodig is", optional=True
        )
        fill_day(self.op, today())

    def check(self) -> Iterable[tuple[FormRow, str]]:
        day = day_of(self.op)
        late = "Deze dag moet nog komen." if day and day > self._today() else ""
        yield day_problem(self._day, late if day else NO_DAY)

    def answer(self) -> tuple[date, str]:
        """The day and the words."""
        return day_of(self.op) or self._today(), self.toelichting.value().strip()
