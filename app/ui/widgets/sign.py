"""Icons as parts of a layout."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.paint import rounded


class Sign(QWidget):
    """An icon as part of a layout.

    Parameters:
        role: colour role.
        size: side in heights of running text.
    """

    def __init__(self, icon: str, role: str = "ink", size: float = 1.15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size = icon, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, icon: str, role: str) -> None:
        """Show another icon."""
        self._icon, self._role = icon, role
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(scale.metrics().height() * self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._icon, QRectF(self.rect()), palette.colour(self._role))


class RoundSign(QWidget):
    """A large icon on a soft circle."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(7), scale.space(7))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, rect.width() / 2, palette.colour("accent_soft"))
        inset = rect.width() * 0.27
        paint_icon(painter, self._icon, rect.adjusted(inset, inset, -inset, -inset), palette.colour("accent"))
