"""A short list at the left of a view, to choose which part of it one sees."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.paint import control_height, focus_ring, rounded

MOST_CHARACTERS = 16
"""Of a name that are always in view, however large the text and small the window."""


class _Entry(QAbstractButton):
    """One part; the present one stands on a sheet and in bold."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.name = name
        self.setText(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.metrics("strong").horizontalAdvance(self.text()) + scale.space(4), control_height())

    @override
    def minimumSizeHint(self) -> QSize:
        shortest = scale.metrics("strong").averageCharWidth() * MOST_CHARACTERS + scale.space(3)
        height = scale.metrics("strong").height() + scale.space(0.5)
        return QSize(min(self.sizeHint().width(), shortest), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            rounded(painter, whole, scale.CORNER, palette.colour("surface"), palette.colour("line"))
        elif self.underMouse():
            rounded(painter, whole, scale.CORNER, palette.colour("hover"), palette.colour("hover"))
        if self.hasFocus():
            focus_ring(painter, whole, scale.CORNER)
        painter.setFont(scale.font("strong" if self.isChecked() else "body"))
        painter.setPen(palette.colour("ink" if self.isChecked() else "muted"))
        room = whole.adjusted(scale.space(1.5), 0, -scale.space(1), 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class SideList(QWidget):
    """The parts below each other; Tab goes to the present one, arrow keys walk.

    Parameters:
        entries: name and words of each part.

    Signal `chosen` gives the name of the part to go to.
    """

    chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = {name: _Entry(name, words) for name, words in entries}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.25))
        for entry in self._entries.values():
            self._group.addButton(entry)
            column.addWidget(entry)
        column.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)

    def mark(self, name: str) -> None:
        """Show which part is seen."""
        self._entries[name].setChecked(True)

    def _on_clicked(self, entry: _Entry) -> None:
        self.chosen.emit(entry.name)
