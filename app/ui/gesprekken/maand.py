"""One month of the school year, Monday to Friday; a weekend is there when it has a conversation."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.datums import plus_maanden
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.storage.gesprekstelling import Dagtelling
from app.ui.gesprekken.maandindeling import DAYS, Maandweek, kolommen, maandweken
from app.ui.gesprekken.maandverf import bar_rect, head_height, paint_bar, paint_day, paint_head, week_height
from app.ui.gesprekken.woorden import day_words
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.paint import focus_ring

NOTHING = Dagtelling()
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QWidget):
    """Days off hatched with their name, moments as bars, and per day how many conversations there are.

    Arrows walk the days, Page Up and Page Down the months, Home goes to today, Enter opens the moment of a day.

    Signals:
        month_shown: first day of the month that came into view, for who counts its conversations.
        day_shown: words about the day under pointer or keyboard.
        moment_chosen: key of a moment that was clicked, or opened with Enter.
    """

    month_shown = Signal(object)
    day_shown = Signal(str)
    moment_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Jaarplan | None = None
        self._today = date.min
        self._weeks: tuple[Maandweek, ...] = ()
        self._counts: Mapping[date, Dagtelling] = {}
        self._columns = DAYS
        self._near: date | None = None
        self.cursor_day = date.min
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("De maand")

    @property
    def month(self) -> date:
        """First day of the month in view."""
        return self.cursor_day.replace(day=1)

    def show_plan(self, plan: Jaarplan, today: date) -> None:
        """Show a school year: the month that was in view when it is of that year, else that of today or its first."""
        another = self._plan is None or self._plan.schooljaar != plan.schooljaar
        self._plan, self._today = plan, today
        if another:
            self.cursor_day = _weekday(min(max(today, plan.kalender.eerste_dag), plan.kalender.laatste_dag))
        self._lay_out()

    def show_counts(self, month: date, counts: Mapping[date, Dagtelling]) -> None:
        """Show how many conversations the days of a month have."""
        if month != self.month:
            return
        self._counts = counts
        if kolommen(month, counts) != self._columns:
            self._columns = kolommen(month, counts)
            self._arrange()
        self._tell()
        self.update()

    def go(self, day: date) -> None:
        """Go to a day of the school year, and to its month when that is not in view."""
        if self._plan is None:
            return
        year = int(self._plan.schooljaar[:4])
        day = min(max(day, date(year, 8, 1)), date(year + 1, 7, 31))
        turned = (day.year, day.month) != (self.cursor_day.year, self.cursor_day.month)
        if turned:
            self._counts, self._columns = {}, DAYS
        self.cursor_day = day if day.weekday() < self._columns else _weekday(day)
        if turned:
            self._lay_out()
        self._tell()
        self.update()

    def turn(self, months: int) -> None:
        """Go a number of months on or back."""
        self.go(plus_maanden(self.month, months))

    @property
    def current_words(self) -> str:
        """What there is to say about the day of pointer or keyboard."""
        day = self._near or self.cursor_day
        if self._plan is None:
            return ""
        count = self._counts.get(day, NOTHING)
        return day_words(day, self._plan.kalender, self.moments_on(day), *count)

    def moments_on(self, day: date) -> tuple[Gespreksmoment, ...]:
        """The moments of a day."""
        return tuple(each for each in self._plan.momenten if day in each.dagen) if self._plan else ()

    def cell(self, day: date) -> QRectF:
        """Where a day stands; nowhere when it is not in view."""
        top = float(head_height())
        for week in self._weeks:
            if day in week.dagen:
                return self._cell_in(week, day.weekday(), top)
            top += week_height(week)
        return QRectF()

    def _cell_in(self, week: Maandweek, column: int, top: float) -> QRectF:
        width = self._day_width()
        return QRectF(column * width, top, width, week_height(week)).adjusted(1, 1, -1, -1)

    def _day_width(self) -> float:
        return self.width() / self._columns

    def _arrange(self) -> None:
        if self.cursor_day.weekday() >= self._columns:
            self.cursor_day = _weekday(self.cursor_day)
        self._weeks = maandweken(self.month, self._plan.momenten, self._columns) if self._plan else ()
        self.updateGeometry()

    def _lay_out(self) -> None:
        self._arrange()
        self._tell()
        self.update()
        self.month_shown.emit(self.month)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.current_words)
        self.day_shown.emit(self.current_words)

    def _day_at(self, point: QPointF) -> date | None:
        days = (day for week in self._weeks for day in week.dagen)
        return next((day for day in days if self.cell(day).contains(point)), None)

    def _bar_at(self, point: QPointF) -> str:
        top = float(head_height())
        for week in self._weeks:
            for bar in week.balken:
                if bar_rect(bar, top, self._day_width()).contains(point):
                    return bar.moment.sleutel
            top += week_height(week)
        return ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            step = timedelta(STEPS[key])
            day = self.cursor_day + step
            while day.weekday() >= self._columns:
                day += step / abs(step.days)
            self.go(day)
        elif key in MONTHS:
            self.turn(MONTHS[key])
        elif key == Qt.Key.Key_Home:
            self.go(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            for moment in self.moments_on(self.cursor_day)[:1]:
                self.moment_chosen.emit(moment.sleutel)
            return
        else:
            super().keyPressEvent(event)
            return
        accessible.announce(self, self.current_words)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = Qt.CursorShape.PointingHandCursor if self._bar_at(event.position()) else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)
        self._point_at(self._day_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def _point_at(self, day: date | None) -> None:
        if day != self._near:
            self._near = day
            self._tell()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar, day = self._bar_at(event.position()), self._day_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if day is not None and day.month == self.month.month:
            self.go(day)
        if bar:
            self.moment_chosen.emit(bar)

    @override
    def sizeHint(self) -> QSize:
        height = head_height() + sum(week_height(week) for week in self._weeks)
        return QSize(DAYS * scale.space(22), round(height) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(DAYS * scale.space(7), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._plan is None:
            return
        painter = QPainter(self)
        paint_head(painter, self._day_width(), self._columns)
        top = float(head_height())
        for week in self._weeks:
            for column, day in enumerate(week.dagen):
                cell = self._cell_in(week, column, top)
                closed = self._closed(day)
                inside = day.month == self.month.month
                paint_day(painter, cell, day, closed, self._counts.get(day, NOTHING), inside, day == self._today)
                if day == self.cursor_day and self.hasFocus():
                    focus_ring(painter, cell, 6)
            for bar in week.balken:
                paint_bar(painter, bar, bar_rect(bar, top, self._day_width()))
            top += week_height(week)

    def _closed(self, day: date) -> str | None:
        """What keeps the school closed; of a weekend nobody has to read that. None on a school day."""
        assert self._plan is not None
        if self._plan.kalender.is_schooldag(day):
            return None
        free = self._plan.kalender.vrij_op(day)
        return free.naam if free else "geen school" if day.weekday() < DAYS else ""


def _weekday(day: date) -> date:
    """The day itself, or the Monday after the weekend it is in; at the end of a month the Friday before."""
    if day.weekday() < DAYS:
        return day
    monday = day + timedelta(7 - day.weekday())
    return monday if monday.month == day.month else day - timedelta(day.weekday() - 4)
