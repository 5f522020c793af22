"""A wide and a narrow column next to each other, or below each other where the window is small."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import scale

ROOM_STEPS = 100
"""Width in grid steps from which there is room for two columns."""


class Columns(QWidget):
    """Two columns of cards.

    Attributes:
        wide, narrow: their layouts, filled from the top.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scale.space(2))
        self.wide, self.narrow = QVBoxLayout(), QVBoxLayout()
        for column, share in ((self.wide, 9), (self.narrow, 5)):
            column.setSpacing(scale.space(2))
            self._row.addLayout(column, share)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().width() >= scale.space(ROOM_STEPS)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)
