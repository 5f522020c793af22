"""The days of a moment, each with a box and the times between which conversations can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.models.tijden import lees_tijd
from app.ui.gesprekkenplannen.woorden import day_words
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.labels import Small
from app.ui.widgets.layouts import empty
from app.ui.widgets.line_field import LineField


@dataclass(slots=True)
class _Rij:
    """One day. `own` says that its times were typed, so that they no longer follow the first day."""

    dag: date
    box: CheckBox
    van: LineField
    tot: LineField
    own: bool = False


class DayTimes(QWidget):
    """Which days, from when until when. What is typed at the first chosen day holds for the others as well, until
    they get times of their own.

    Signals:
        changed: something was ticked or typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[_Rij] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scale.space(1.5))
        self._grid.setVerticalSpacing(scale.space(0.75))
        self._grid.setColumnStretch(3, 1)

    def show_days(self, days: Sequence[date], van: str, tot: str) -> None:
        """Offer these days with the same times; days that were there keep what was chosen."""
        before = {row.dag: row for row in self.rows}
        if list(before) == list(days):
            return
        kept = {row.dag: (row.box.value(), row.van.value(), row.tot.value(), row.own) for row in self.rows}
        self._clear()
        for column, words in enumerate(("Dag", "Van", "Tot")):
            self._grid.addWidget(Small(words), 0, column)
        for number, day in enumerate(days, 1):
            ticked, begin, end, own = kept.get(day, (True, van, tot, False))
            row = _Rij(day, CheckBox(day_words(day), ticked), _time(begin), _time(end), own)
            self._place(number, row)
            self.rows.append(row)
        self._enable()

    def value(self) -> dict[date, tuple[str, str]]:
        """The chosen days with their times, `HH:MM`; nonsense is left out."""
        found = {}
        for row in self.rows:
            van, tot = lees_tijd(row.van.value()), lees_tijd(row.tot.value())
            if row.box.value() and van and tot and van < tot:
                found[row.dag] = (van, tot)
        return found

    def complaint(self) -> str:
        """What is wrong, in a sentence; the field gets the focus."""
        chosen = [row for row in self.rows if row.box.value()]
        if not chosen:
            return "Kies minstens één dag."
        for row in chosen:
            for field in (row.van, row.tot):
                if not lees_tijd(field.value()):
                    field.setFocus(Qt.FocusReason.OtherFocusReason)
                    return f"Typ bij {day_words(row.dag)} een tijd als 15:00."
            if row.dag not in self.value():
                row.tot.setFocus(Qt.FocusReason.OtherFocusReason)
                return f"Op {day_words(row.dag)} ligt het einde niet na het begin."
        return ""

    def _clear(self) -> None:
        self.rows = []
        empty(self._grid)

    def _place(self, number: int, row: _Rij) -> None:
        words = day_words(row.dag)
        for column, widget in enumerate((row.box, row.van, row.tot)):
            self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        row.box.changed.connect(self._on_ticked)
        for field, what in ((row.van, "van"), (row.tot, "tot")):
            accessible.name(field, f"{words}, {what}")
            field.changed.connect(partial(self._on_typed, number - 1))
            field.editingFinished.connect(partial(_tidy, field))

    def _enable(self) -> None:
        for row in self.rows:
            row.van.setEnabled(row.box.value())
            row.tot.setEnabled(row.box.value())

    def _on_ticked(self) -> None:
        self._enable()
        self.changed.emit()

    def _on_typed(self, number: int) -> None:
        row = self.rows[number]
        if any(each.box.value() for each in self.rows[:number]):
            row.own = True
        else:  # the first chosen day leads
            for other in self.rows:
                if not other.own and other is not row:
                    other.van.set_value(row.van.value())
                    other.tot.set_value(row.tot.value())
        self.changed.emit()


def _time(text: str) -> LineField:
    return LineField(text, characters=7)


def _tidy(field: LineField) -> None:
    field.set_value(lees_tijd(field.value()) or field.value())
