"""A month to pick a day from."""

from datetime import date
from string import Template

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from app.ui.theme import palette, scale
from app.ui.theme.qt_icons import icon

_SHEET = Template("""
CalendarPopup { background: $surface; border: 1px solid $edge; }
QWidget#qt_calendar_navigationbar { background: $surface; }
QToolButton { background: transparent; color: $ink; border: none; border-radius: 6px; font-weight: 600; padding: 6px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QToolButton::menu-indicator { image: none; }
QSpinBox { background: $surface; color: $ink; border: none; }
QAbstractItemView { background: $surface; border: none; outline: none; }
""")


class CalendarPopup(QFrame):
    """A calendar that opens under a field and closes when a day is picked, at Esc, or at a click elsewhere."""

    picked = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(_SHEET.substitute({role: getattr(palette.current(), role) for role in palette.ROLE_NAMES}))
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setAccessibleName("Kalender")
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[scale.space(0.5)] * 4)
        cell = scale.metrics().height() + scale.space(1)
        self.calendar.setMinimumSize(self.calendar.minimumSizeHint().expandedTo(QSize(cell * 10, cell * 8)))
        column.addWidget(self.calendar)
        self.calendar.activated.connect(self._on_picked)
        self.calendar.clicked.connect(self._on_picked)

    def _dress(self) -> None:
        """Qt draws week numbers and weekends in its own colours; give them roles."""
        header = QTextCharFormat()
        header.setForeground(QColor(palette.colour("muted")))
        header.setBackground(QColor(palette.colour("surface")))
        self.calendar.setHeaderTextFormat(header)
        weekend = QTextCharFormat()
        weekend.setForeground(QColor(palette.colour("muted")))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        for name, sign, words in (
            ("qt_calendar_prevmonth", "pijl-links", "Vorige maand"),
            ("qt_calendar_nextmonth", "pijl-rechts", "Volgende maand"),
        ):
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(sign))
                button.setIconSize(QSize(*[scale.metrics().height()] * 2))
                button.setAccessibleName(words)
                button.setToolTip(words)

    def open_under(self, widget: QWidget, day: date) -> None:
        """Open below `widget`, on the month of `day`, wholly on the screen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        screen = widget.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place = widget.mapToGlobal(QPoint(0, -self.height() - 4))
        place.setX(min(place.x(), screen.right() - self.width()))
        self.move(place)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_picked(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()
