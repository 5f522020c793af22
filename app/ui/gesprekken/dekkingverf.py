"""Paints the coverage grid: calm bars, group names at the left, moments in the colour of their kind above."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.storage.gespreksdekking import Dekkingsrij
from app.ui.gesprekken.dekkingcel import Beeld, teacher_words
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.paint import rounded
from app.ui.widgets.table_model import VALUE

Index = QModelIndex | QPersistentModelIndex

CORNER = 6
MOST_LETTERS, FEWER_LETTERS = 36, 18
"""Of the groups and teachers at the left, with and without room; all of it is under the pointer."""
GAP = 4
"""Around each bar."""

FILLS = {"good": "good_line", "bad": "bad_soft", "warn": "good_line", "neutral": "good_line"}
GROUNDS = {"good": "sunken", "bad": "bad_soft", "warn": "warn_soft", "neutral": "sunken"}
INKS = {"good": "ink", "bad": "bad", "warn": "ink", "neutral": "ink"}


def bar_height() -> int:
    """Height of a row: a bar with words in it and the gap around it, beside a group above its teachers."""
    bar = scale.metrics("small_strong").height() + scale.space(1.75) + 2 * GAP
    return max(bar, scale.metrics("strong").height() + scale.metrics("small").height() + scale.space(1.25))


def width_of(text: str) -> int:
    """Width of a column in which a text fits."""
    return scale.metrics("small_strong").horizontalAdvance(text) + scale.space(1.5) + 2 * GAP


class BarDelegate(QStyledItemDelegate):
    """Draws one cell: a bar as full as the group is far, with the count in it."""

    hovered: tuple[int, int] = (-1, -1)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Beeld | None = index.data(VALUE)
        rect: QRect = option.rect
        if look is None:
            return
        bar = QRectF(rect).adjusted(GAP, GAP, -GAP, -GAP)
        painter.save()
        self._paint_bar(painter, bar, look)
        if self.hovered == (index.row(), index.column()):
            rounded(painter, bar, CORNER, None, palette.colour("border"))
        painter.setFont(scale.font("small_strong"))
        painter.setPen(palette.colour("muted" if look.rustig else INKS[look.staat]))
        painter.drawText(
            bar, Qt.AlignmentFlag.AlignCenter, _fitting(look.teksten, bar.width() - scale.space(1), "small_strong")
        )
        painter.restore()

    @staticmethod
    def _paint_bar(painter: QPainter, bar: QRectF, look: Beeld) -> None:
        rounded(painter, bar, CORNER, palette.colour(GROUNDS[look.staat]))
        outline = QPainterPath()
        outline.addRoundedRect(bar, CORNER, CORNER)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        for part, role in ((look.gepland, "accent_soft"), (look.gehouden, FILLS[look.staat])):
            if part > 0:
                painter.fillRect(QRectF(bar.x(), bar.y(), bar.width() * part, bar.height()), palette.colour(role))
        painter.setClipping(False)


def _fitting(texts: Sequence[str], width: float, role: str) -> str:
    """The first text that fits; the last is cut short."""
    measures = scale.metrics(role)
    found = next((each for each in texts if measures.horizontalAdvance(each) <= width), texts[-1])
    return measures.elidedText(found, Qt.TextElideMode.ElideRight, round(width) + 1)


class MomentHeader(QHeaderView):
    """The moments, each with a dot in the colour of its kind; a click tells more about it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lines = 1
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @staticmethod
    def dot() -> int:
        """Width of the dot and the gap behind it."""
        return scale.space(1.5)

    @staticmethod
    def width_for(title: str, *, wrapped: bool) -> int:
        """Room a title takes on one line, or with its words below each other."""
        measures = scale.metrics("small_strong")
        words = title.split() if wrapped else [title]
        widest = max((measures.horizontalAdvance(each) for each in words), default=0)
        return widest + MomentHeader.dot() + GAP + scale.space(0.75)

    def set_lines(self, lines: int) -> bool:
        """Make room for titles of so many lines; whether that is another number than before."""
        before, self._lines = self._lines, lines
        return before != lines

    @override
    def sizeHint(self) -> QSize:
        height = self._lines * scale.metrics("small_strong").lineSpacing() + scale.space(1.5)
        return QSize(super().sizeHint().width(), height)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        kind = self.model().headerData(section, Qt.Orientation.Horizontal, VALUE)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, palette.colour("line"))
        inner = QRectF(rect).adjusted(GAP + 2, 0, -2, 0)
        measures = scale.metrics("small_strong")
        side = scale.space(1)
        fill, _ = palette.kind_colours(kind or "grijs")
        words = inner.adjusted(self.dot(), scale.space(0.5), 0, -scale.space(0.75))
        dot = QRectF(inner.x(), words.top() + (measures.height() - side) / 2, side, side)
        rounded(painter, dot, 3, fill)
        painter.setFont(scale.font("small_strong"))
        painter.setPen(palette.colour("muted"))
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop), title)


def paint_corner(painter: QPainter, rect: QRect) -> None:
    """What stands above the groups."""
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, palette.colour("line"))
    painter.setFont(scale.font("small_strong"))
    painter.setPen(palette.colour("muted"))
    painter.drawText(rect.adjusted(0, scale.space(0.5), 0, 0), int(Qt.AlignmentFlag.AlignTop), "Groep")


class GroupHeader(QHeaderView):
    """The groups at the left; they stay in view when the moments scroll sideways."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._widest(0, MOST_LETTERS), super().sizeHint().height())

    def least_width(self) -> int:
        """Room for the groups with their teachers in the fewest words."""
        return self._widest(-1, FEWER_LETTERS)

    def teachers(self, section: int) -> str:
        """Whose group it is, in as many words as there is room for."""
        return _fitting(teacher_words(self._rij(section)), self.width() - scale.space(1), "small")

    def _widest(self, which: int, letters: int) -> int:
        """Room for all groups, and for the first or the last words about their teachers; of those so many letters."""
        rows = [self._rij(each) for each in range(self.model().rowCount())]
        names = max((scale.metrics("strong").horizontalAdvance(each.naam) for each in rows), default=0)
        measures = scale.metrics("small")
        teachers = max((measures.horizontalAdvance(teacher_words(each)[which]) for each in rows), default=0)
        longest = scale.metrics().averageCharWidth() * letters
        return max(min(names, longest), min(teachers, longest)) + scale.space(1.5)

    def _rij(self, section: int) -> Dekkingsrij:
        rij: Dekkingsrij = self.model().headerData(section, Qt.Orientation.Vertical, VALUE)
        return rij

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The group, and below it its teachers."""
        rij = self._rij(section)
        above, below = scale.metrics("strong").height(), scale.metrics("small").height()
        inner = QRectF(rect).adjusted(0, 0, -scale.space(1), 0)
        width = inner.width()
        teachers = self.teachers(section)
        top = inner.y() + (inner.height() - above - (below if teachers else 0)) / 2
        line = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(scale.font("strong"))
        painter.setPen(palette.colour("ink"))
        painter.drawText(QRectF(0, top, width, above), line, _fitting((rij.naam,), width, "strong"))
        painter.setFont(scale.font("small"))
        painter.setPen(palette.colour("muted"))
        painter.drawText(QRectF(0, top + above, width, below), line, teachers)
