"""A wide and a narrow column next to each other, or below each other where the window is small."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import scale

ROOM_STEPS = 100
"""Width in grid steps from which there is room for two columns."""


class Columns(QWidget):
    """Two columns of cards.

    Parameters:
        shares: how the width is divided.

    Attributes:
        wide, narrow: their layouts, filled from the top.
    """

    def __init__(self, shares: tuple[int, int] = (9, 5), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scale.space(2))
        self.wide, self.narrow = QVBoxLayout(), QVBoxLayout()
        for column, share in zip((self.wide, self.narrow), shares, strict=True):
            column.setSpacing(scale.space(2))
            self._row.addLayout(column, share)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().width() >= scale.space(ROOM_STEPS)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)
