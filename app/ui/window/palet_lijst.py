"""The lines of the palette as Qt wants them: a model, and a delegate that paints them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.storage.zoeken import FOUND_BEGIN, FOUND_END
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.paint import key_words, keycap, keycap_size, rounded
from app.ui.window.vondsten import Vondst

VONDST = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Lines(QAbstractListModel):
    """The lines; headings can't be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Vondst] = []

    def show_lines(self, lines: list[Vondst]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def first(self) -> int:
        """Row of the first line that can be chosen, or -1."""
        return next((row for row, line in enumerate(self.lines) if not line.heading), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == VONDST:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(line)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if self.lines[index.row()].heading else super().flags(index)


def spoken(line: Vondst) -> str:
    """A line as a screen reader says it."""
    fragment = line.fragment.replace(FOUND_BEGIN, "").replace(FOUND_END, "")
    return ", ".join(each for each in (line.words, line.under, fragment) if each)


class LinePainter(QStyledItemDelegate):
    """Paints a line: sign, words, what stands beside them, and the piece of text that was found."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Vondst = index.data(VONDST)
        if line.heading:
            return QSize(0, scale.metrics("small_strong").height() + scale.space(1.5))
        height = scale.metrics().height() + scale.space(1.5)
        return QSize(0, height + (scale.metrics("small").height() if line.fragment else 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Vondst = index.data(VONDST)
        rect = QRectF(option.rect)
        if line.heading:
            painter.setFont(scale.font("small_strong"))
            painter.setPen(palette.colour("muted"))
            painter.drawText(rect.adjusted(scale.space(1.5), 0, 0, -2), Qt.AlignmentFlag.AlignBottom, line.words)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            rounded(painter, rect, scale.CORNER, palette.colour("accent_soft"))
        self._paint_line(painter, rect.adjusted(scale.space(1.5), 0, -scale.space(1.5), 0), line, chosen)

    def _paint_line(self, painter: QPainter, rect: QRectF, line: Vondst, chosen: bool) -> None:
        side = scale.metrics().height()
        top = rect.y() + scale.space(0.75)
        paint_icon(
            painter, line.icon, QRectF(rect.x(), top, side, side), palette.colour("accent" if chosen else "muted")
        )
        x = rect.x() + side + scale.space(1.25)
        if line.shortcut:
            words = key_words(line.shortcut)
            size = keycap_size(words)
            cap = QRectF(rect.right() - size.width(), top, size.width(), size.height())
            keycap(painter, cap, words, palette.colour("muted"), palette.colour("edge"))
        painter.setFont(scale.font("strong" if chosen else "body"))
        painter.setPen(palette.colour("ink"))
        room = rect.right() - x
        words = scale.metrics("strong").elidedText(line.words, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(x, top, room, side), Qt.AlignmentFlag.AlignVCenter, words)
        used = scale.metrics("strong").horizontalAdvance(words) + scale.space(1)
        painter.setFont(scale.font("small"))
        painter.setPen(palette.colour("muted"))
        beside = scale.metrics("small").elidedText(line.under, Qt.TextElideMode.ElideRight, int(room - used))
        painter.drawText(QRectF(x + used, top, room - used, side), Qt.AlignmentFlag.AlignVCenter, beside)
        if line.fragment:
            _paint_fragment(painter, QRectF(x, top + side, room, scale.metrics("small").height()), line.fragment)


def _paint_fragment(painter: QPainter, rect: QRectF, fragment: str) -> None:
    """A piece of text in which the found words stand out by weight and colour."""
    plain, strong = QFont(scale.font("small")), QFont(scale.font("small_strong"))
    x = rect.x()
    for place, piece in enumerate(fragment.replace(FOUND_END, FOUND_BEGIN).split(FOUND_BEGIN)):
        found = place % 2 == 1
        painter.setFont(strong if found else plain)
        painter.setPen(palette.colour("accent" if found else "muted"))
        measures = scale.metrics("small_strong" if found else "small")
        shown = measures.elidedText(piece, Qt.TextElideMode.ElideRight, int(rect.right() - x))
        painter.drawText(QRectF(x, rect.y(), rect.right() - x, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        x += measures.horizontalAdvance(piece)
        if x >= rect.right():
            return
