"""A calm table of any length."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.table_model import Column, Row, TableModel
from app.ui.widgets.table_paint import CellDelegate, Header, row_height

Index = QModelIndex | QPersistentModelIndex


class DataTable(QTableView):
    """Rows under sortable headers; opening one is a click, or Enter on the row of the cursor.

    Parameters:
        name: spoken name, e.g. `Leerlingen`.
        columns: described once; a row is a mapping from their keys to text, numbers, dates, `Tag`s or tuples of `Tag`s.
        identity: key in a row of what it is, so that the cursor stays on it when rows are renewed.
        multiple: several rows can be selected; then a click selects and a double click opens.

    Signals:
        row_activated: the row (the mapping that was given) that is opened.
        selection_changed: which rows are selected is different now.
    """

    row_activated = Signal(object)
    selection_changed = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        identity: str = "id",
        multiple: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._identity = identity
        self._multiple = multiple
        self._empty: QWidget | None = None
        self._model = TableModel(columns, self)
        self._cells = CellDelegate(self._model.columns, self)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(Header(self._model.columns, self))
        self._dress()
        self.horizontalHeader().sectionClicked.connect(self._on_header)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        (self.doubleClicked if multiple else self.clicked).connect(self._open)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if self._multiple else modes.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.viewport().setAutoFillBackground(False)
        self._fit_rows()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead; order, cursor and selection stay as they were as far as they still can."""
        selected = {row.get(self._identity) for row in self.selected_rows()}
        current = self.current_row()
        at = self.verticalScrollBar().value()
        self._model.set_rows(rows)
        self._select_again(selected, current)
        self.verticalScrollBar().setValue(at)
        self._show_empty()

    def rows(self) -> list[Row]:
        """The rows in the order in which they are shown."""
        return list(self._model.rows)

    def current_row(self) -> Row | None:
        """The row of the cursor."""
        place = self.currentIndex().row()
        return self._model.rows[place] if 0 <= place < len(self._model.rows) else None

    def selected_rows(self) -> list[Row]:
        """The selected rows, in the order in which they are shown."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.rows[place] for place in places]

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by the column with that key, as if its header was clicked."""
        place = next(at for at, column in enumerate(self._model.columns) if column.key == key)
        self._sort(place, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)

    def set_empty(self, widget: QWidget) -> None:
        """What stands here while there are no rows, mostly an `EmptyState`."""
        self._empty = widget
        widget.setParent(self)
        self._show_empty()

    def _show_empty(self) -> None:
        if self._empty is not None:
            empty = not self._model.rows
            self._empty.setVisible(empty)
            self.horizontalHeader().setVisible(not empty)
            self.setMinimumHeight(self._empty.heightForWidth(self.width()) if empty else 0)
            self._empty.setGeometry(self.rect())

    def _select_again(self, selected: set, current: Row | None) -> None:
        flags = QItemSelectionModel.SelectionFlag
        wanted = current.get(self._identity) if current is not None else None
        for place, row in enumerate(self._model.rows):
            identity = row.get(self._identity)
            if identity is not None and identity == wanted:
                self.selectionModel().setCurrentIndex(self._model.index(place, 0), flags.NoUpdate)
            if identity is not None and identity in selected:
                self.selectionModel().select(self._model.index(place, 0), flags.Select | flags.Rows)

    def _on_header(self, section: int) -> None:
        header = self.horizontalHeader()
        again = header.isSortIndicatorShown() and self._model.sorted_by == (section, Qt.SortOrder.AscendingOrder)
        self._sort(section, Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        selected = {row.get(self._identity) for row in self.selected_rows()}
        current = self.current_row()
        self._model.sort(section, order)
        self.horizontalHeader().setSortIndicator(section, order)
        self.horizontalHeader().setSortIndicatorShown(True)
        self._select_again(selected, current)

    def _on_selection(self) -> None:
        self.selection_changed.emit()

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.row_activated.emit(self._model.rows[index.row()])

    def _fit_rows(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height())

    def _fit_columns(self) -> None:
        """Give columns their characters, and what is left to those that stretch."""
        one = scale.metrics().averageCharWidth()
        widths = [column.characters * one + scale.space(3) for column in self._model.columns]
        shares = sum(column.stretch for column in self._model.columns)
        left = self.viewport().width() - sum(widths)
        for place, column in enumerate(self._model.columns):
            extra = left * column.stretch // shares if shares and left > 0 else 0
            self.setColumnWidth(place, widths[place] + extra)

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered_row:
            self._cells.hovered_row = row
            self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rows:
            self.setCurrentIndex(self._model.index(0, 0))  # so that the arrows and Enter begin somewhere
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        if index.isValid() and not self._multiple:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_cells"):
            self._fit_rows()
            self._fit_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._show_empty()
