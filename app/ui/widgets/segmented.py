"""One of a few: the options stand next to each other, all in view."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.flow import Flow
from app.ui.widgets.paint import control_height, focus_ring, rounded


class Segment(QRadioButton):
    """One option. The filled ring and the edge say that it is chosen, the colour says it again."""

    def __init__(self, words: str, state: str = "accent") -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self._state = state
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        group = self.group()
        nothing_chosen = group.checkedButton() is None
        super().keyPressEvent(event)
        # Qt lets an arrow choose only where something was chosen before; else it just moves the focus.
        moved = self.window().focusWidget()
        if nothing_chosen and event.key() in ARROWS and isinstance(moved, Segment) and moved is not self:
            moved.click()

    @override
    def sizeHint(self) -> QSize:
        words = scale.metrics().horizontalAdvance(self._words)
        return QSize(words + scale.metrics().height() + scale.space(3), control_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), scale.space(10)), control_height())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ink, soft, _ = palette.state_colours(self._state if self._state != "neutral" else "accent")
        chosen = self.isChecked()
        near = self.underMouse() and self.isEnabled()
        fill = soft if chosen else palette.colour("hover" if near else "surface")
        rounded(painter, rect, scale.CORNER, fill, ink if chosen else palette.colour("edge"))
        if self.hasFocus():
            focus_ring(painter, rect, scale.CORNER)
        side = scale.metrics().height() * 0.72
        x = scale.space(1.25)
        ring = QRectF(x, rect.center().y() - side / 2, side, side)
        rounded(painter, ring, side / 2, palette.colour("surface"), ink if chosen else palette.colour("border"), 1.5)
        if chosen:
            rounded(painter, ring.adjusted(3.5, 3.5, -3.5, -3.5), side / 2, ink)
        painter.setFont(scale.font())
        painter.setPen(ink if chosen else palette.colour("ink" if self.isEnabled() else "muted"))
        words = rect.adjusted(x + side + scale.space(0.75), 0, -4, 0)
        shown = scale.metrics().elidedText(self._words, Qt.TextElideMode.ElideRight, round(words.width()) + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Segmented(Flow):
    """A choice of one from a few options in a row, with the keys of radio buttons.

    Arrows choose; Delete, or pressing the chosen option again, takes the choice back.

    Parameters:
        options: pairs of value and words, or triples with a state of `palette.STATES` for the colour when chosen.

    Signal `changed` comes for what a person chooses, not for `set_value`.
    """

    changed = Signal()

    def __init__(
        self, options: Iterable[tuple[str, ...]], *, clearable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._clearable = clearable
        self._value = ""
        self._group = QButtonGroup(self)
        self._by_value: dict[str, Segment] = {}
        for value, words, *state in options:
            segment = Segment(words, *state)
            self._by_value[value] = segment
            self._group.addButton(segment)
            self.add(segment)
        self._group.buttonClicked.connect(self._on_clicked)
        if self._by_value:
            self.setFocusProxy(next(iter(self._by_value.values())))

    def value(self) -> str:
        """The chosen value, empty when nothing is chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose `value`; one that is not offered counts as nothing chosen."""
        self._value = value if value in self._by_value else ""
        self._group.setExclusive(False)  # an exclusive group cannot be emptied
        for own, segment in self._by_value.items():
            segment.setChecked(own == self._value)
        self._group.setExclusive(True)
        if self._value:
            self.setFocusProxy(self._by_value[self._value])

    def _on_clicked(self, segment: Segment) -> None:
        chosen = next(value for value, own in self._by_value.items() if own is segment)
        again = chosen == self._value
        if again and not self._clearable:
            return
        self.set_value("" if again else chosen)
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._clearable and self._value:
            self.set_value("")
            self.changed.emit()
        else:
            super().keyPressEvent(event)
