"""Yes or no per option: one box, or a list of them."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.paint import focus_ring, rounded

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class CheckBox(QCheckBox):
    """A box to tick, whose words wrap. `changed` comes for what a person does, not for `set_value`."""

    changed = Signal()

    def __init__(self, words: str, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words = words
        self._sizes: dict[tuple[int, float], QSize] = {}
        self.setAccessibleName(words)
        self.setChecked(checked)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def set_words(self, words: str) -> None:
        """Say something else beside the box."""
        self._words = words
        self._sizes.clear()
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def value(self) -> bool:
        """True when it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick or clear the box."""
        with QSignalBlocker(self):
            self.setChecked(bool(value))
        self.update()

    def _on_clicked(self, _checked: bool) -> None:
        self.changed.emit()

    def _side(self) -> int:
        return round(scale.metrics().height() * 0.95)

    def indent(self) -> int:
        """Where its words begin, to line up with them."""
        return self._side() + scale.space(1.25)

    def _words_size(self, width: int) -> QSize:
        # A layout asks this dozens of times before a box is on screen.
        known = self._sizes.get((width, scale.text_scale()))
        if known is None:
            known = scale.metrics().boundingRect(QRect(0, 0, width, 10_000), _WRAP, self._words).size()
            self._sizes[width, scale.text_scale()] = known
        return known

    @override
    def sizeHint(self) -> QSize:
        words = self._words_size(scale.metrics().averageCharWidth() * 70)
        return QSize(words.width() + self.indent() + 6, words.height() + scale.space(1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), scale.space(16)), scale.metrics().height() + scale.space(1))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._words_size(width - self.indent() - 6).height() + scale.space(1)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._side()
        top = (scale.metrics().height() - side) / 2 + scale.space(0.5)
        box = QRectF(2.5, top, side, side)
        ticked = self.isChecked()
        enabled = self.isEnabled()
        near = self.underMouse() and enabled
        accent = palette.colour("accent" if enabled else "muted")
        fill = accent if ticked else palette.colour("hover" if near else "surface")
        rounded(painter, box, 5, fill, accent if ticked else palette.colour("border"), 1.5)
        if ticked:
            paint_icon(
                painter, "vink", box.adjusted(1, 1, -1, -1), palette.colour("on_accent" if enabled else "surface")
            )
        painter.setFont(scale.font())
        painter.setPen(palette.colour("ink" if enabled else "muted"))
        words = self.rect().adjusted(self.indent(), scale.space(0.5), -4, 0)
        painter.drawText(words, _WRAP, self._words)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 6)


class CheckList(QWidget):
    """Several of a few options.

    Parameters:
        options: pairs of value and words.

    Signal `changed` comes for what a person ticks, not for `set_value`.
    """

    changed = Signal()

    def __init__(self, options: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._by_value: dict[str, CheckBox] = {}
        for value, words in options:
            box = CheckBox(words)
            box.changed.connect(self.changed)
            self._by_value[value] = box
            column.addWidget(box, 0, Qt.AlignmentFlag(0))
        if self._by_value:
            self.setFocusProxy(next(iter(self._by_value.values())))

    def value(self) -> list[str]:
        """The ticked values, in the order of the options."""
        return [value for value, box in self._by_value.items() if box.isChecked()]

    def set_value(self, value: Iterable[str]) -> None:
        """Tick exactly the options in `value`."""
        ticked = set(value)
        for own, box in self._by_value.items():
            box.set_value(own in ticked)
