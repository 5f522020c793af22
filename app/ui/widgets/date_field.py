"""A date, typed as people say it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.datums import als_datum, lang, parse_datum, weekdag
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Text
from app.ui.widgets.line_field import LineField
from app.ui.widgets.paint import control_height

NOT_UNDERSTOOD = "Deze datum begrijp ik niet. Typ bijvoorbeeld 12-10-2026, 12 okt of over 6 weken."


class DateField(QWidget):
    """A date: typed (`12-10-2026`, `12 okt`, `over 6 weken`), or picked from a calendar.

    The date that is understood stands beside the field in words, so that nobody has to guess what was meant. When the
    focus leaves, the text becomes that date; text that is no date stays, with a sentence that says so.

    Parameters:
        parse: reads a text, given today's date; None when it is no date.
        today: today's date, asked each time.
        compact: in a narrow cell: the words stand beside it only when something is wrong, else in the tooltip.
        keep_text: where everything that is typed is kept at once: text that is no date is a value as well.

    Signal `changed` comes when a person changes the value, not for `set_value`.
    """

    changed = Signal()

    def __init__(
        self,
        parse: Callable[[str, date], date | None] = parse_datum,
        today: Callable[[], date] = date.today,
        *,
        compact: bool = False,
        keep_text: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._today = today
        self._compact = compact
        self._keep_text = keep_text
        self._date: date | None = None
        self.line = LineField(characters=13)
        self.line.setMinimumWidth(scale.metrics().horizontalAdvance("30-12-2026") + control_height())
        self.button = IconButton("kalender", "Kies in de kalender", bordered=True)
        self.words = Text("", "muted")
        self._build()
        self.setFocusProxy(self.line)
        self.line.changed.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_left)
        self.button.clicked.connect(self._open_calendar)

    def _build(self) -> None:
        flow = FlowLayout(self, 0.75)
        together = QWidget()
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(0.75))
        row.addWidget(self.line)
        row.addWidget(self.button)
        flow.addWidget(together)
        flow.addWidget(self.words)
        self.words.hide()

    def value(self) -> str:
        """The date as `YYYY-MM-DD`; else what is typed where that is kept, and empty where it is not."""
        if self._date:
            return self._date.isoformat()
        return self.line.text() if self._keep_text else ""

    def set_value(self, value: str) -> None:
        """Show a date given as `YYYY-MM-DD`; other text, where that is kept, with what is wrong with it.

        Such a text is not read again: what was "over 6 weken" last month would be another day now.
        """
        if value != self.value() or not value:
            self._date = als_datum(value)
            self.line.set_value(_short(self._date) if self._date or not self._keep_text else value)
            self._explain(self.problem())

    def problem(self) -> str:
        """What is wrong with the text, in a sentence; empty when it is a date or nothing."""
        return "" if self._date or not self.line.text().strip() else NOT_UNDERSTOOD

    def _on_typed(self) -> None:
        before = self._date
        self._date = self._parse(self.line.text(), self._today()) if self.line.text().strip() else None
        if self._date != before or (self._keep_text and self._date is None):
            self.changed.emit()
        self._explain("")

    def _on_left(self) -> None:
        self.line.set_value(_short(self._date) if self._date else self.line.text())
        self._explain(self.problem())

    def _explain(self, problem: str) -> None:
        """Say beside the field which date it is, or why it is none."""
        self.words.set_role("error" if problem else "muted")
        self.words.setText(problem or (f"{weekdag(self._date)} {lang(self._date)}" if self._date else ""))
        self.words.setVisible(bool(self.words.text()))
        self.words.setVisible(bool(problem) or not self._compact)
        self.line.setToolTip(self.words.text())
        accessible.mark_wrong(self.line, bool(problem))
        self.line.setAccessibleDescription(self.words.text())

    def _open_calendar(self) -> None:
        from app.ui.widgets.calendar_popup import CalendarPopup  # only when someone opens one: it is not small

        popup = CalendarPopup(self)
        popup.picked.connect(self._on_picked)
        popup.open_under(self.line, self._date or self._today())

    def _on_picked(self, day: QDate) -> None:
        picked = date(day.year(), day.month(), day.day())
        if picked != self._date:
            self._date = picked
            self.line.set_value(_short(picked))
            self._explain("")
            self.changed.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


def _short(day: date | None) -> str:
    return f"{day.day}-{day.month}-{day.year}" if day else ""
