"""The school year as a ribbon of weeks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.datums import MAANDEN_KORT
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.models.kalender import WEEK, Week
from app.ui.gesprekken.woorden import week_words
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets import accessible
from app.ui.widgets.paint import hatched, rounded

GAP = 2
EDGE = 3
"""Room around the weeks for the frame of today and the ring of the focus."""
CORNER = 4
NARROWEST = 5
MONTH_GAP = 6
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -4, Qt.Key.Key_Down: 4}


@dataclass(frozen=True, slots=True)
class Lintweek:
    """One cell of the ribbon.

    Attributes:
        momenten: those that have a day in this week, by date.
    """

    week: Week
    momenten: tuple[Gespreksmoment, ...]

    @property
    def words(self) -> str:
        """What it says when one stands on it."""
        return week_words(self.week, self.momenten)


def lintweken(plan: Jaarplan, today: date) -> tuple[Lintweek, ...]:
    """The weeks from the one before school begins up to the one after it ends; with today, when it is in that year."""
    calendar = plan.kalender
    first, last = calendar.eerste_dag - WEEK, calendar.laatste_dag + WEEK
    if calendar.weken[0].maandag <= today < calendar.weken[-1].maandag + WEEK:
        first, last = min(first, today), max(last, today)
    shown = [each for each in calendar.weken if first - timedelta(first.weekday()) <= each.maandag <= last]
    return tuple(Lintweek(each, _in_week(plan.momenten, each)) for each in shown)


def _in_week(momenten: Sequence[Gespreksmoment], week: Week) -> tuple[Gespreksmoment, ...]:
    days = set(week.schooldagen)
    return tuple(each for each in momenten if not days.isdisjoint(each.dagen))


class YearRibbon(QWidget):
    """A cell per week, in the colours of its moments; hatched where there is no school, framed where it is today.

    What stands still is painted once and kept as a picture; pointer and keyboard only repaint the week they are on.

    Signals:
        week_shown: words about the week under pointer or keyboard; empty when there is none.
        moment_chosen: key of a moment that was clicked, or opened with Enter.
    """

    week_shown = Signal(str)
    moment_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weeks: tuple[Lintweek, ...] = ()
        self._today = -1
        self._cursor = -1
        self._near = -1
        self._picture: QPixmap | None = None
        self._drawn: tuple[object, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Het schooljaar in weken")

    def show_plan(self, plan: Jaarplan, today: date) -> None:
        """Show a school year; the cursor stays on its week."""
        before = self._week_at(self._cursor)
        self.weeks = lintweken(plan, today)
        mondays = [each.week.maandag for each in self.weeks]
        monday = today - timedelta(today.weekday())
        self._today = mondays.index(monday) if monday in mondays else -1
        self._cursor = mondays.index(before.week.maandag) if before and before.week.maandag in mondays else -1
        self._drawn = ()
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def current_words(self) -> str:
        """What there is to say about the week of pointer or keyboard, else about this week; empty outside the year."""
        on = self._near if self._near >= 0 else self._cursor if self.hasFocus() else self._today
        found = self._week_at(on)
        return found.words if found else ""

    def cell(self, place: int) -> QRectF:
        """Where a week stands."""
        room = (self.width() - 2 * EDGE + GAP) / max(len(self.weeks), 1)
        top = scale.metrics("small").height() + scale.space(0.5) + EDGE
        return QRectF(EDGE + place * room, top, room - GAP, self.height() - top - EDGE)

    def _week_at(self, place: int) -> Lintweek | None:
        return self.weeks[place] if 0 <= place < len(self.weeks) else None

    def _place_at(self, point: QPointF) -> int:
        room = (self.width() - 2 * EDGE + GAP) / max(len(self.weeks), 1)
        place = int((point.x() - EDGE) // room)
        return place if 0 <= place < len(self.weeks) and self.cell(place).top() <= point.y() else -1

    def _mark(self, cursor: int, near: int) -> None:
        """Move cursor and pointer, and repaint the weeks they left and came to."""
        touched = {self._cursor, self._near, cursor, near} if (cursor, near) != (self._cursor, self._near) else set()
        self._cursor, self._near = cursor, near
        for place in touched:
            if place >= 0:
                self.update(self._reach(place))
        if touched:
            self._tell()

    def _reach(self, place: int) -> QRect:
        return self.cell(place).adjusted(-EDGE, -EDGE, EDGE, EDGE).toAlignedRect()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.current_words)
        self.week_shown.emit(self.current_words)

    def _open(self, place: int, part: float = 0.0) -> None:
        """Choose the moment of a week; of several the one at that part of its height."""
        found = self._week_at(place)
        if found and found.momenten:
            at = min(int(part * len(found.momenten)), len(found.momenten) - 1)
            self.moment_chosen.emit(found.momenten[at].sleutel)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.weeks) - 1}
        key = Qt.Key(event.key())
        if key in STEPS or key in ends:
            place = ends.get(key, min(max(self._cursor + STEPS.get(key, 0), 0), len(self.weeks) - 1))
            self._mark(place, -1)
            accessible.announce(self, self.current_words)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._cursor)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(self._cursor if self._cursor >= 0 else max(self._today, 0), self._near)
        self.update()
        self._tell()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self._tell()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        found = self._week_at(place)
        hand = Qt.CursorShape.PointingHandCursor if found and found.momenten else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)
        self._mark(self._cursor, place)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._mark(self._cursor, -1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._mark(place, place)
            cell = self.cell(place)
            self._open(place, (event.position().y() - cell.top()) / cell.height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(
            max(len(self.weeks), 46) * scale.space(2.5),
            scale.metrics("small").height() + scale.space(0.5) + scale.space(4) + 2 * EDGE,
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(len(self.weeks) * (NARROWEST + GAP), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still())
        for place, role in ((self._near, "muted"), (self._today, "ink"), (self._cursor, "accent")):
            if place >= 0 and (place != self._cursor or role != "accent" or self.hasFocus()):
                frame = self.cell(place).adjusted(-EDGE, -EDGE, EDGE, EDGE)
                rounded(painter, frame, CORNER + EDGE, None, palette.colour(role), 2.0)

    def _still(self) -> QPixmap:
        """All that neither pointer nor keyboard changes."""
        ratio = self.devicePixelRatioF()
        wanted = (self.size(), ratio, palette.current(), scale.text_scale())
        if self._picture is None or self._drawn != wanted:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._drawn = wanted
            painter = QPainter(self._picture)
            self._paint_months(painter)
            for place, each in enumerate(self.weeks):
                _paint_week(painter, self.cell(place), each)
            painter.end()
        return self._picture

    def _paint_months(self, painter: QPainter) -> None:
        """The name of each month above its first week, where it has room up to the next."""
        measures = scale.metrics("small")
        painter.setFont(scale.font("small"))
        painter.setPen(palette.colour("muted"))
        months = [(each.week.maandag + timedelta(4)).month for each in self.weeks]
        starts = [place for place, month in enumerate(months) if place == 0 or months[place - 1] != month]
        for place, after in zip(starts, [*starts[1:], len(self.weeks)], strict=True):
            words = MAANDEN_KORT[months[place] - 1]
            x = self.cell(place).left()
            room = self.cell(after).left() - x - MONTH_GAP
            if measures.horizontalAdvance(words) <= room or after == len(self.weeks):
                painter.drawText(QPointF(x, measures.ascent()), words)


def _paint_week(painter: QPainter, rect: QRectF, each: Lintweek) -> None:
    if each.week.nummer is None:
        hatched(painter, rect, CORNER)
        return
    rounded(painter, rect, CORNER, palette.colour("sunken"))
    if not each.momenten:
        return
    outline = QPainterPath()
    outline.addRoundedRect(rect, CORNER, CORNER)
    painter.save()
    painter.setClipPath(outline)
    height = (rect.height() + 1) / len(each.momenten)
    for place, moment in enumerate(each.momenten):
        fill, _ = palette.kind_colours(moment.soort.kleur)
        stripe = QRectF(rect.left(), rect.top() + place * height, rect.width(), height - 1)
        painter.fillRect(stripe, fill)
    painter.restore()
