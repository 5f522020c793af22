"""How cells and headers of a table look: no grid, a line under each row, states as chips."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.chip import chip_size, paint_chip
from app.ui.widgets.table_model import VALUE, Column, Tag, shown

Index = QModelIndex | QPersistentModelIndex


def row_height() -> int:
    """Height of a row: comfortable for a mouse and a finger."""
    return scale.metrics().height() + scale.space(2.75)


class CellDelegate(QStyledItemDelegate):
    """Draws one cell. The row of the cursor has a soft ground and, with the focus, a bar at its left."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self.hovered_row = -1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        value = index.data(VALUE)
        tags = value if isinstance(value, tuple) else (value,)
        if all(isinstance(tag, Tag) for tag in tags) and tags:
            width = sum(chip_size(tag.text, tag.icon).width() + scale.space(0.75) for tag in tags)
        else:
            width = self._metrics(index.column()).horizontalAdvance(shown(value))
        return QSize(width + scale.space(3), row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        self.paint_ground(painter, option, index)
        inner = QRectF(rect).adjusted(scale.space(1.5) + self.indent(index.column()), 0, -scale.space(1.5), 0)
        value = index.data(VALUE)
        if isinstance(value, Tag):
            value = (value,)
        if isinstance(value, tuple):
            self._paint_tags(painter, inner, value)
        elif value is not None:
            self._paint_text(painter, inner, shown(value), index.column())
        painter.restore()

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What lies under the words: the row that is chosen or under the pointer, and the line below it."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or index.row() == self.hovered_row:
            painter.fillRect(rect, palette.colour("accent_soft" if chosen else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, palette.colour("line"))
        view: QWidget = option.widget
        if chosen and index.column() == 0 and view.hasFocus():
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), palette.colour("accent"))

    def indent(self, column: int) -> int:
        """Room left free before the words of a column."""
        return 0

    def _paint_text(self, painter: QPainter, rect: QRectF, text: str, column: int) -> None:
        described = self._columns[column]
        painter.setFont(scale.font("strong" if described.role == "strong" else "body"))
        painter.setPen(palette.colour("muted" if described.role == "muted" else "ink"))
        side = Qt.AlignmentFlag.AlignRight if described.right else Qt.AlignmentFlag.AlignLeft
        words = self._metrics(column).elidedText(text, Qt.TextElideMode.ElideRight, round(rect.width()) + 1)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side, words)

    @staticmethod
    def _paint_tags(painter: QPainter, rect: QRectF, tags: tuple[Tag, ...]) -> None:
        x = rect.x()
        for tag in tags:
            size = chip_size(tag.text, tag.icon)
            width = min(size.width(), rect.right() - x)
            if width < scale.space(4) and width < size.width():
                break  # the tooltip tells the rest
            place = QRectF(x, rect.center().y() - size.height() / 2, width, size.height())
            paint_chip(painter, place, tag.text, tag.state, tag.icon)
            x += width + scale.space(0.75)

    def _metrics(self, column: int) -> QFontMetrics:
        return scale.metrics("strong" if self._columns[column].role == "strong" else "body")

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole text under the pointer, only where it did not fit."""
        rect: QRect = option.rect
        if index.isValid() and self.sizeHint(option, index).width() > rect.width():
            QToolTip.showText(event.globalPos(), shown(index.data(VALUE)), view)
        else:
            QToolTip.hideText()
        return True


class Header(QHeaderView):
    """Muted titles, with an arrow at the one that sorts."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scale.metrics("small").height() + scale.space(2))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model: QAbstractItemModel = self.model()
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        measures = scale.metrics("small_strong")
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, palette.colour("line"))
        inner = QRectF(rect).adjusted(scale.space(1.5), 0, -scale.space(1.5), 0)
        sorts = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        side = measures.height()
        room = round(inner.width()) - (side if sorts else 0)
        words = measures.elidedText(title, Qt.TextElideMode.ElideRight, room + 1)
        painter.setFont(scale.font("small_strong"))
        painter.setPen(palette.colour("ink" if sorts else "muted"))
        right = self._columns[section].right
        used = measures.horizontalAdvance(words)
        x = inner.right() - used - (side if sorts else 0) if right else inner.x()
        painter.drawText(QRectF(x, inner.y(), used + 2, inner.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if sorts:
            rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            sign = QRectF(x + used + 2, inner.center().y() - side / 2, side, side)
            paint_icon(painter, "pijl-omhoog" if rising else "pijl-omlaag", sign, palette.colour("ink"))
