"""One drawn page on screen."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette


class Blad(QWidget):
    """Shows an image as large as its points on this screen, with a thin edge: a white page on a light ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def toon(self, image: QImage, words: str) -> None:
        """Show an image; `words` tell a screen reader which page it is."""
        self._image = image
        self.setAccessibleName(words)
        self.setFixedSize(self.sizeHint())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return (self._image.size() / self.devicePixelRatioF()).expandedTo(QSize(1, 1)) + QSize(2, 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(palette.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.drawImage(QRect(1, 1, self.width() - 2, self.height() - 2), self._image)
