"""What is asked with a step: on which day it was, to whom it was granted, when the consulent comes."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.models.consult import Consult
from app.models.consulten.statussen import afspraakklachten
from app.models.tijden import lees_tijd
from app.ui.contactkeuze.keuze import ContactChoice
from app.ui.context import Context
from app.ui.widgets.date_field import DateField
from app.ui.widgets.edit_dialog import EditDialog, day_of, day_problem, fill_day
from app.ui.widgets.form_rows import FormRow
from app.ui.widgets.labels import Muted
from app.ui.widgets.line_field import LineField


class AppointmentDialog(EditDialog):
    """Ask for the appointment. `ask` returns the day and the time (`HH:MM`, or empty)."""

    def __init__(self, parent: QWidget | None, context: Context, consult: Consult) -> None:
        super().__init__(parent, "Afspraak met de consulent", accept="Leg de afspraak vast")
        self._granted = consult.toegekend_op
        self.day, self.time = DateField(today=context.vandaag), LineField(characters=8)
        self._day_row = self.fields.add_row("Datum", self.day, "Bijvoorbeeld di 8 sep")
        self._time_row = self.fields.add_row("Tijd", self.time, "Bijvoorbeeld 15:10", optional=True, beside=True)
        self.add(Muted("De consulent belt of mailt de school zelf om de eerste afspraak te maken."))
        fill_day(self.day, consult.afspraak_op)
        self.time.set_value(consult.afspraak_tijd)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        """A day since it was granted; a time may miss, but not be nonsense."""
        yield day_problem(self._day_row, "" if self.day.value() else "Kies op welke dag de consulent komt.")
        if day_of(self.day) is not None:
            yield self._day_row, " ".join(afspraakklachten(day_of(self.day), self._granted))
        wrong = lees_tijd(self.time.value()) is None
        yield self._time_row, "Typ een tijd als 15:10, of laat het leeg." if wrong else ""

    def answer(self) -> tuple[date | None, str]:
        """Day and time."""
        return day_of(self.day), lees_tijd(self.time.value()) or ""


class DayDialog(EditDialog):
    """Ask on which day something happened; not later than today. `ask` returns the day.

    Parameters:
        title: the question.
        label: name of the field.
        day: what is proposed.
    """

    def __init__(self, parent: QWidget | None, context: Context, title: str, label: str, day: date) -> None:
        super().__init__(parent, title, accept="Leg vast", characters=48)
        self._today = context.vandaag
        self.day = DateField(today=context.vandaag)
        self._row = self.fields.add_row(label, self.day)
        fill_day(self.day, day)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        """A day that has come."""
        day = day_of(self.day)
        late = "Deze dag moet nog komen: kies vandaag of eerder." if day and day > self._today() else ""
        yield day_problem(self._row, late or ("" if day else "Kies de dag waarop het was."))

    def answer(self) -> Any:
        """The day."""
        return day_of(self.day)


class GrantDialog(DayDialog):
    """Ask to whom the application was granted, and when. `ask` returns the id of the contact and the day."""

    def __init__(self, parent: QWidget | None, context: Context, day: date) -> None:
        super().__init__(parent, context, "De aanvraag is toegekend", "Wanneer?", day)
        self.consultant = ContactChoice(context, ("consulent",))
        self._who = self.fields.add_row("Wie is de consulent?", self.consultant)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        """A day that has come, and a consulent."""
        yield from super().check()
        yield self._who, "" if self.consultant.value() else "Kies wie de consulent is, of maak een nieuw contact."

    def answer(self) -> tuple[str, date | None]:
        """The contact and the day."""
        return self.consultant.value(), day_of(self.day)
