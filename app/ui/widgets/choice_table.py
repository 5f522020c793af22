"""A table in which one ticks rows, to do something with all of them at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.paint import rounded
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row
from app.ui.widgets.table_paint import CellDelegate

Index = QModelIndex | QPersistentModelIndex
SELECT = QItemSelectionModel.SelectionFlag
PART_OF_LINE = 0.95


class TickedCells(CellDelegate):
    """Draws a box before each row, ticked where it is chosen, and a bar at the row of the cursor."""

    @override
    def indent(self, column: int) -> int:
        return _side() + scale.space(1.25) if column == 0 else 0

    @override
    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        view: QWidget = option.widget
        assert isinstance(view, QAbstractItemView)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        at_cursor = view.hasFocus() and view.currentIndex().row() == index.row()
        if chosen or at_cursor or index.row() == self.hovered_row:
            painter.fillRect(rect, palette.colour("accent_soft" if chosen else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, palette.colour("line"))
        if index.column() == 0:
            if at_cursor:
                painter.fillRect(rect.x(), rect.y(), 4, rect.height(), palette.colour("accent"))
            _paint_box(painter, rect, ticked=chosen)


class ChoiceTable(DataTable):
    """As `DataTable`, with a box before each row.

    A click or the space bar ticks a row or takes the tick away, Ctrl+A ticks all; the arrows only move the cursor.
    Enter or a double click opens a row.
    """

    def __init__(
        self, name: str, columns: Sequence[Column], *, identity: str = "id", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, columns, identity=identity, multiple=True, parent=parent)
        self._cells = TickedCells(self._model.columns, self)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)

    def tick(self, rows: Sequence[Row]) -> None:
        """Choose exactly these rows."""
        self.clearSelection()
        for place, row in enumerate(self._model.rows):
            if row in rows:
                self.selectionModel().select(self._model.index(place, 0), SELECT.Select | SELECT.Rows)

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        if event is None:  # a cursor that is put somewhere chooses nothing
            return SELECT.NoUpdate
        return super().selectionCommand(index, event)


def _side() -> int:
    return round(scale.metrics().height() * PART_OF_LINE)


def _paint_box(painter: QPainter, rect: QRect, *, ticked: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = _side()
    box = QRectF(rect.x() + scale.space(1.5), rect.center().y() - side / 2, side, side)
    accent = palette.colour("accent")
    rounded(
        painter,
        box,
        5,
        accent if ticked else palette.colour("surface"),
        accent if ticked else palette.colour("border"),
        1.5,
    )
    if ticked:
        paint_icon(painter, "vink", box.adjusted(1, 1, -1, -1), palette.colour("on_accent"))
    painter.restore()
