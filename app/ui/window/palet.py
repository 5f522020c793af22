"""Ctrl+K: to any pupil, form, meeting or task, without leaving the keyboard."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets import accessible
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Muted
from app.ui.widgets.line_field import LineField
from app.ui.window.opdrachten import opdrachten
from app.ui.window.palet_lijst import VONDST, LinePainter, Lines, spoken
from app.ui.window.vondsten import Gevonden, Vondst, op_volgorde, zoek

PAUSE_MILLISECONDS = 40
WIDTH_STEPS = 80
HIGHEST = 0.62
"""Share of the window that the lines take at most."""

NOTHING = "Niets gevonden. Probeer een ander woord, of het begin van een naam."


class Palet(QWidget):
    """Lies over the window; closes at a choice, at Escape or at a click beside it.

    Parameters:
        context: what is searched.
        parent: the widget it covers.

    Signals:
        chosen: the `Vondst` that was chosen.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._only: str | None = None
        self._number = 0
        self._answered = True
        self._enter = False
        self._before: QWidget | None = None
        self.line = LineField()
        self.lines = Lines()
        self.list = QListView()
        self._nothing = Muted(NOTHING)
        self._card = Card()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._search)
        self.line.changed.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        parent.installEventFilter(self)
        self.hide()

    def open(self, only: str | None) -> None:
        """Ask what the user looks for.

        Parameters:
            only: id of the one pupil who may be named on the screen, or None.
        """
        self._before = self.window().focusWidget()
        self._only = only
        self.line.clear()
        self.lines.show_lines([])
        self._fit()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def close_palet(self) -> None:
        """Go away; the focus returns to where it was, and nothing that was found stays in memory."""
        self.hide()
        self.line.clear()
        self.lines.show_lines([])
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def _lay_out(self) -> None:
        accessible.name(self.line, "Zoek leerling, verslag of opdracht", "Pijltjes om te kiezen, Enter om te openen")
        self.line.setPlaceholderText("Zoek leerling, verslag of opdracht")
        self.list.setModel(self.lines)
        self.list.setItemDelegate(LinePainter(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName("Gevonden")
        margin = scale.space(1.5)
        self._card.body.setContentsMargins(margin, margin, margin, margin)
        self._nothing.hide()
        for widget in (self.line, self.list, self._nothing):
            self._card.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.space(2), scale.space(6), scale.space(2), scale.space(2))
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _fit(self) -> None:
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        self._card.setFixedWidth(min(scale.space(WIDTH_STEPS), self.width() - scale.space(4)))
        wanted = sum(self.list.sizeHintForRow(row) for row in range(self.lines.rowCount())) + 2
        room = round(self.height() * HIGHEST)
        self.list.setFixedHeight(max(min(wanted, room), 0))

    def _on_typed(self) -> None:
        self._answered = self._enter = False
        self._pause.start()

    def _search(self) -> None:
        self._number += 1
        typed = self.line.text().strip()
        if not typed:
            self._show(self._number, typed, Gevonden())
            return
        question = partial(zoek, typed, self._only)
        self._context.db.ask(question, partial(self._show, self._number, typed), owner=self)

    def _show(self, number: int, typed: str, found: Gevonden) -> None:
        if number != self._number or not self.isVisible():
            return  # the user has typed on
        self.lines.show_lines(op_volgorde(typed, opdrachten(typed, demo=self._context.demo), found))
        self._nothing.setVisible(not self.lines.lines)
        self._fit()
        self._select(self.lines.first())
        self._answered = not self._pause.isActive()
        if self._enter and self._answered:
            self._enter = False
            self._choose(self.list.currentIndex())

    def _select(self, row: int) -> None:
        if row >= 0:
            index = self.lines.index(row)
            self.list.setCurrentIndex(index)
            if row == self.lines.first():
                self.list.scrollToTop()  # the heading above it too
            accessible.announce(self.line, spoken(index.data(VONDST)))

    def _move(self, by: int) -> None:
        rows = [row for row, line in enumerate(self.lines.lines) if not line.heading]
        if rows:
            at = self.list.currentIndex().row()
            place = rows.index(at) + by if at in rows else 0
            self._select(rows[min(max(place, 0), len(rows) - 1)] if abs(by) > 1 else rows[place % len(rows)])

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(VONDST) if index.isValid() else None
        if line is not None and not line.heading:
            # A list may not lose its lines while it is telling that one of them was clicked.
            QTimer.singleShot(0, self, partial(self._take, line))

    def _take(self, line: Vondst) -> None:
        self.close_palet()
        self.chosen.emit(line)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Keys that the field itself has no use for."""
        key = Qt.Key
        moves = {key.Key_Down: 1, key.Key_Up: -1, key.Key_PageDown: 8, key.Key_PageUp: -8}
        if event.key() in moves:
            self._enter = False
            self._move(moves[key(event.key())])
        elif event.key() in (key.Key_Return, key.Key_Enter):
            if self._answered:
                self._choose(self.list.currentIndex())
            else:
                self._enter = True  # faster than the answer: meant is what was typed, not what happens to stand there
        elif event.key() == key.Key_Escape:
            self.close_palet()
        else:
            return event.key() in (key.Key_Tab, key.Key_Backtab)  # there is nowhere else to go
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_palet()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(palette.colour("ink" if not palette.is_dark() else "ground"))
        veil.setAlphaF(0.35)
        QPainter(self).fillRect(QRectF(self.rect()), veil)
