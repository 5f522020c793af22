"""One day of a proposal: times below each other, groups side by side, walked through with the arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from app.models.bezetting import Plek
from app.models.roosterbeeld import Dagbeeld
from app.ui.gesprekkenplannen.roostermodel import DayModel, Index, Kolom, Namen
from app.ui.gesprekkenplannen.roosterverf import Cells, Header
from app.ui.qt import override
from app.ui.theme import scale

CHARACTERS = 24
"""Width of a group, in average characters."""


class RoosterTable(QTableView):
    """A day to look at and to change.

    Signals:
        pressed_at: time and id of the group, by Enter, the space bar or a click.
        taken_out: time and id of the group, by Delete.
        let_go: Escape.
    """

    pressed_at = Signal(str, str)
    taken_out = Signal(str, str)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = DayModel(self)
        self._cells = Cells(self.days, self)
        self.setModel(self.days)
        self.setItemDelegate(self._cells)
        self.setAccessibleName("Rooster van deze dag")
        self.setAccessibleDescription("Enter pakt een gesprek op en zet het neer, Delete haalt het uit het voorstel.")
        self._dress()
        self.clicked.connect(self._press)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalHeader(Header(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(Header(Qt.Orientation.Vertical, self))

    def show_day(self, beeld: Dagbeeld, kolommen: Sequence[Kolom], namen: Namen, held: Plek | None) -> None:
        """Show a day; the cursor stays where it was.

        Parameters:
            held: the conversation that is being moved, wherever it stands.
        """
        at = self.currentIndex()
        row, column = at.row(), at.column()
        self._cells.held = held
        self.days.show_day(beeld, kolommen, namen)
        self._fit()
        if beeld.tijden and kolommen:
            place = self.days.index(min(max(row, 0), len(beeld.tijden) - 1), min(max(column, 0), len(kolommen) - 1))
            self.setCurrentIndex(place)

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the table in it."""
        height = scale.metrics().height() + scale.space(2.25)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
        columns = len(self.days.kolommen)
        least = scale.metrics().averageCharWidth() * CHARACTERS
        room = self.viewport().width() // columns if columns else 0
        for column in range(columns):
            self.setColumnWidth(column, max(least, min(room, least * 2)))
        bar = self.horizontalScrollBar().sizeHint().height() if room < least else 0
        self.setFixedHeight(
            self.horizontalHeader().sizeHint().height() + height * len(self.days.beeld.tijden) + bar + 2
        )

    def _press(self, index: Index) -> None:
        if index.isValid():
            self.pressed_at.emit(*self._where(index))

    def _where(self, index: Index) -> tuple[str, str]:
        return self.days.beeld.tijden[index.row()], self.days.kolommen[index.column()].groep

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        for corner in self.findChildren(QAbstractButton):
            corner.hide()  # Qt shows it again each time, with a heading of its own

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press(here)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and here.isValid():
            self.taken_out.emit(*self._where(here))
        elif event.key() == Qt.Key.Key_Escape and self._cells.held is not None:
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_cells"):
            self._fit()
