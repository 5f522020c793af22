"""A dialog with fields that are checked before it is accepted."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.models.datums import als_datum
from app.ui.qt import override
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRow, FormRows


class EditDialog(Dialog):
    """Fields below each other. What is wrong stands at its field; the first one gets the focus.

    A subclass adds rows to `fields` and gives `check()` and `answer()`.

    Attributes:
        first: the field to begin in; None for the first one. (A focus that is set earlier gets lost when it is shown.)
    """

    first: QWidget | None = None

    def __init__(self, parent: QWidget | None, title: str, *, accept: str = "Opslaan", characters: int = 64) -> None:
        super().__init__(parent, title, accept=accept, characters=characters)
        self.fields = FormRows()
        self.add(self.fields)
        self._watched: set[FormRow] = set()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        """Pairs of a field and what is wrong with it; an empty sentence says that all is well."""
        return ()

    def complaint(self) -> str:
        """Show what is wrong where it is wrong, and say where to look."""
        self.fields.clear_errors()
        for row, sentence in self.check():
            if sentence and not row.error():
                row.set_error(sentence)
        wrong = [row for row in self.fields.rows if row.error()]
        for row in wrong:
            self._watch(row)
        self.fields.focus_first_error()
        return f"Kijk nog even bij ‘{wrong[0].label.text()}’." if wrong else ""

    def _watch(self, row: FormRow) -> None:
        """What was said of an answer goes when the answer changes."""
        changed = getattr(row.widget, "changed", None)
        if changed is not None and row not in self._watched:
            self._watched.add(row)
            changed.connect(partial(self._on_mended, row))

    def _on_mended(self, row: FormRow) -> None:
        row.set_error("")
        self.clear_complaint()


def day_problem(row: FormRow, sentence: str = "") -> tuple[FormRow, str]:
    """What is wrong with a date field: text that is no date, or else `sentence`."""
    field = row.widget
    assert isinstance(field, DateField)
    return row, field.problem() or sentence


def fill_day(field: DateField, day: date | None) -> None:
    """Show a date or None in a date field."""
    field.set_value(day.isoformat() if day else "")


def day_of(field: DateField) -> date | None:
    """The date in a field, or None."""
    return als_datum(field.value())
