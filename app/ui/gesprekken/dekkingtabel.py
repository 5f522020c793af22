"""The coverage grid: every group in a row, every moment in a column."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QEvent, QItemSelectionModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QSizePolicy, QTableView, QWidget

from app.models.jaarplan import Jaarplan
from app.storage.gespreksdekking import Dekking
from app.ui.gesprekken.dekkingcel import Beeld, beeld, cel_words, row_words, zonder_lege_kolommen
from app.ui.gesprekken.dekkingverf import (
    CORNER,
    GAP,
    BarDelegate,
    GroupHeader,
    Index,
    MomentHeader,
    bar_height,
    paint_corner,
    width_of,
)
from app.ui.gesprekken.woorden import moment_words
from app.ui.qt import override
from app.ui.widgets.paint import focus_ring
from app.ui.widgets.table_model import VALUE

FEWEST_ROWS, MOST_ROWS = 6, 16
"""Rows in sight on a low screen, and at most: with more groups the grid scrolls itself, below its own headers."""


class CoverageModel(QAbstractTableModel):
    """The grid in memory; how each cell looks is worked out once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dekking = Dekking((), ())
        self.looks: list[list[Beeld | None]] = []
        self._kinds: list[str] = []
        self._about: list[str] = []

    def show_coverage(self, dekking: Dekking, plan: Jaarplan, today: date) -> None:
        """Show other counts."""
        self.beginResetModel()
        self.dekking = dekking = zonder_lege_kolommen(dekking)
        self.looks = [[None if cel is None else beeld(cel, today) for cel in rij.cellen] for rij in dekking.rijen]
        by_basis = {basis: [each for each in plan.momenten if each.basis == basis] for basis, _ in dekking.kolommen}
        self._kinds = [by_basis[basis][0].soort.kleur for basis, _ in dekking.kolommen]
        self._about = ["\n".join(map(moment_words, by_basis[basis])) for basis, _ in dekking.kolommen]
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.dekking.rijen)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.dekking.kolommen)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        look = self.looks[index.row()][index.column()]
        if role == VALUE:
            return look
        if role == Qt.ItemDataRole.DisplayRole:
            return look.teksten[0] if look else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            rij = self.dekking.rijen[index.row()]
            title = self.dekking.kolommen[index.column()][1]
            return f"{rij.naam}, {title}: {cel_words(rij.cellen[index.column()])}"
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        roles, across = Qt.ItemDataRole, orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None  # a header asks of what it had before, while other rows come
        if orientation == Qt.Orientation.Vertical:
            rij = self.dekking.rijen[section]
            return {
                VALUE: rij,
                roles.DisplayRole: rij.naam,
                roles.ToolTipRole: row_words(rij),
                roles.AccessibleTextRole: row_words(rij),
            }.get(roles(role))
        title = self.dekking.kolommen[section][1]
        return {
            VALUE: self._kinds[section],
            roles.DisplayRole: title,
            roles.ToolTipRole: self._about[section],
            roles.AccessibleTextRole: title,
        }.get(roles(role))


class CoverageTable(QTableView):
    """How far each group is with each moment; arrows walk the cells, Enter opens one.

    Signals:
        opened: id of a moment, and of a group.
        moment_chosen: id of a moment whose header was clicked.
    """

    opened = Signal(str, str)
    moment_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CoverageModel(self)
        self._bars = BarDelegate(self)
        self.setAccessibleName("Dekking per groep")
        self.setAccessibleDescription("Loop met de pijltjes langs groepen en momenten. Enter opent de lijst.")
        self.setModel(self._model)
        self.setItemDelegate(self._bars)
        self._header = MomentHeader(self)
        self.setHorizontalHeader(self._header)
        self._groups = GroupHeader(self)
        self.setVerticalHeader(self._groups)
        self._dress()
        corner = self.findChild(QAbstractButton)  # Qt makes it and always paints it as a button
        assert corner is not None
        self._corner = corner
        self._corner.installEventFilter(self)
        self.clicked.connect(self._open)
        self.horizontalHeader().sectionClicked.connect(self._on_header)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.viewport().setAutoFillBackground(False)

    def show_coverage(self, dekking: Dekking, plan: Jaarplan, today: date) -> None:
        """Show how far the groups are; cursor and place stay."""
        at = (self.currentIndex().row(), self.currentIndex().column())
        scrolled = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self._model.show_coverage(dekking, plan, today)
        self._fit()
        index = self._model.index(*at) if min(at) >= 0 else self._model.index(0, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(scrolled[0])
        self.horizontalScrollBar().setValue(scrolled[1])
        self.updateGeometry()

    def _open(self, index: Index) -> None:
        if index.isValid() and self._model.looks[index.row()][index.column()] is not None:
            dekking = self._model.dekking
            self.opened.emit(dekking.kolommen[index.column()][0], dekking.rijen[index.row()].groep)

    def _on_header(self, section: int) -> None:
        self.moment_chosen.emit(self._model.dekking.kolommen[section][0])

    def _fit(self) -> None:
        """Rows as high as a bar; columns as wide as their fullest words, or, where there is no room, their fewest."""
        self._groups.setMinimumSectionSize(1)
        self._groups.setDefaultSectionSize(bar_height())
        room = self.width()
        if self.height() < self._height(self._model.rowCount()):
            room -= self.verticalScrollBar().sizeHint().width()
        names = self._groups.sizeHint().width()
        widths, lines = self._widths(0), 1
        if sum(widths) + names > room:
            widths = self._widths(-1)
            lines = max((len(title.split()) for _, title in self._model.dekking.kolommen), default=1)
            names = min(names, max(room - sum(widths), self._groups.least_width()))
        moved = names != self._groups.width()
        self._groups.setFixedWidth(names)
        room -= names
        if self._header.set_lines(lines) or moved:
            self.updateGeometries()
        spare = max(room - sum(widths), 0) // max(len(widths), 1)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width + spare)

    def _widths(self, which: int) -> list[int]:
        """What each column needs for the first or the last of its texts, and for its title on one line or on more."""
        return [
            max(
                self._header.width_for(title, wrapped=which != 0),
                *(width_of(look.teksten[which]) for row in self._model.looks if (look := row[place]) is not None),
                0,
            )
            for place, (_, title) in enumerate(self._model.dekking.kolommen)
        ]

    def _height(self, rows: int) -> int:
        head = self.horizontalHeader().sizeHint().height()
        return head + rows * bar_height() + self.horizontalScrollBar().sizeHint().height() + GAP

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(min(self._model.rowCount(), MOST_ROWS)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height(min(self._model.rowCount(), FEWEST_ROWS)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        there = index.isValid() and self._model.looks[index.row()][index.column()] is not None
        self._hover((index.row(), index.column()) if there else (-1, -1))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover((-1, -1))

    def _hover(self, cell: tuple[int, int]) -> None:
        if cell != self._bars.hovered:
            for place in (self._bars.hovered, cell):
                self.update(self._model.index(*place))
            self._bars.hovered = cell

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_bars"):
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._corner and event.type() == QEvent.Type.Paint:
            paint_corner(QPainter(self._corner), self._corner.rect())
            return True
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            cell = self.visualRect(self.currentIndex()).toRectF().adjusted(1, 1, -1, -1)
            focus_ring(QPainter(self.viewport()), cell, CORNER + GAP - 1)
