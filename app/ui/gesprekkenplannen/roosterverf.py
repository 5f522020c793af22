"""How a day of a proposal looks. A family shows by its sign, what stood already by a lock, never by colour alone."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.models.bezetting import Plek
from app.models.roosterbeeld import PLEK, VAST, VRIJ, Vak
from app.ui.gesprekkenplannen.roostermodel import VAK, DayModel, Index
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.paint import focus_ring, rounded

FEWEST = 6
"""Characters of the words on a family below which its sign says it alone; the tooltip tells the rest."""


class Header(QHeaderView):
    """Groups above the day, times beside it."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def sizeHint(self) -> QSize:
        measures = scale.metrics("small_strong")
        return QSize(measures.horizontalAdvance("00:00") + scale.space(2), measures.height() + scale.space(2))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        words = str(self.model().headerData(section, self.orientation()) or "")
        measures = scale.metrics("small_strong")
        inner = QRectF(rect).adjusted(scale.space(1), 0, -scale.space(0.5), 0)
        painter.setFont(scale.font("small_strong"))
        painter.setPen(palette.colour("muted"))
        shown = measures.elidedText(words, Qt.TextElideMode.ElideRight, round(inner.width()) + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Cells(QStyledItemDelegate):
    """Draws what a group has at a time."""

    def __init__(self, days: DayModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._days = days
        self.held: Plek | None = None

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        vak: Vak | None = index.data(VAK)
        state: QStyle.StateFlag = option.state
        cell: QRect = option.rect
        rect = QRectF(cell).adjusted(2, 2, -2, -2)
        painter.save()
        painter.fillRect(cell, palette.colour("surface"))  # over the mark that Qt lays under what is selected
        near = bool(state & QStyle.StateFlag.State_MouseOver)
        if vak is not None:
            self._paint_vak(painter, rect, vak, index, near)
        view: QWidget = option.widget
        if state & QStyle.StateFlag.State_Selected and view.hasFocus():
            focus_ring(painter, rect.adjusted(-1, -1, 1, 1), scale.CORNER)
        painter.restore()

    def _paint_vak(self, painter: QPainter, rect: QRectF, vak: Vak, index: Index, near: bool) -> None:
        if vak.soort == VRIJ:
            mine = self.held is not None and self._is_own(index)
            rounded(painter, rect, scale.CORNER - 2, palette.colour("hover" if near else "surface"),
                    palette.colour("accent" if mine else "line"))  # fmt: skip
            self._words(painter, rect, "vrij", "small", "accent" if mine else "muted")
            return
        held = vak.plek is not None and vak.plek == self.held
        ground, ink = ("accent", "on_accent") if held else ("accent_soft", "ink")
        if vak.soort == VAST:
            ground, ink = "sunken", "muted"
        rounded(painter, rect, scale.CORNER - 2, palette.colour(ground), palette.colour("accent") if near else None)
        role = "strong" if vak.soort == PLEK else "body"
        name = str(index.data() or "")
        used = scale.metrics(role).horizontalAdvance(name) + scale.space(1.5)
        room = self._icon(painter, rect, "slot", ink) if vak.soort == VAST else 0
        family = self._days.namen.gezin(vak)
        if family:
            colour = ink if held else "accent" if vak.aansluitend else "warn"
            room += self._family(painter, rect.adjusted(used, 0, -room, 0), family, colour)
        self._words(painter, rect.adjusted(0, 0, -room, 0), name, role, ink)

    def _is_own(self, index: Index) -> bool:
        return self.held is not None and self._days.kolommen[index.column()].groep == self.held.vraag.groep

    def _family(self, painter: QPainter, rect: QRectF, words: str, colour: str) -> int:
        """The sign of a family with the times of the others, at the right; only the sign where the name needs the room.

        Returns:
            The room it took.
        """
        measures = scale.metrics("small")
        left = round(rect.width()) - measures.height() - scale.space(1.5)
        shown = measures.elidedText(words, Qt.TextElideMode.ElideRight, left)
        used = measures.horizontalAdvance(shown) if left > measures.averageCharWidth() * FEWEST else 0
        sign = rect.adjusted(0, 0, -used - (scale.space(0.25) if used else 0), 0)
        if used:
            painter.setFont(scale.font("small"))
            painter.setPen(palette.colour(colour))
            place = QRectF(rect.right() - used - scale.space(0.75), rect.y(), used + 2, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        return used + self._icon(painter, sign, "gezin", colour)

    def _icon(self, painter: QPainter, rect: QRectF, name: str, ink: str) -> int:
        side = scale.metrics("small").height()
        place = QRectF(rect.right() - side - scale.space(0.75), rect.center().y() - side / 2, side, side)
        paint_icon(painter, name, place, palette.colour(ink))
        return side + scale.space(1)

    def _words(self, painter: QPainter, rect: QRectF, words: str, role: str, ink: str) -> None:
        inner = rect.adjusted(scale.space(1), 0, -scale.space(0.5), 0)
        painter.setFont(scale.font(role))
        painter.setPen(palette.colour(ink))
        shown = scale.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, round(inner.width()) + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
