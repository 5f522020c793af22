"""How far one is."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.paint import rounded


class Dots(QWidget):
    """A dot per step; the present one is longer, the ones before it are filled."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_step(self, at: int) -> None:
        """Show that step `at`, counted from 0, is on screen."""
        self._at = at
        self.setAccessibleName(f"Stap {at + 1} van {self._number}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(2) * (self._number + 1), scale.space(1))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, x = scale.space(1), 0.0
        for step in range(self._number):
            width = side * 2.5 if step == self._at else side
            colour = palette.colour("accent" if step <= self._at else "edge")
            rounded(painter, QRectF(x, 0, width, side), side / 2, colour)
            x += width + side
