"""Who it is about, as two letters."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.paint import rounded


def initials(name: str) -> str:
    """First letters of the first and the last name, e.g. `NB` for `Noor van den Berg`."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class Avatar(QWidget):
    """Initials on a soft circle. Decoration: the name itself stands beside it.

    Parameters:
        size: diameter in grid steps.
    """

    def __init__(self, name: str = "", size: float = 6.5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show the initials of `name`."""
        self._letters = initials(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(self._size), scale.space(self._size))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, rect.width() / 2, palette.colour("accent_soft"))
        painter.setFont(scale.font("heading" if self._size >= 5 else "small_strong"))
        painter.setPen(palette.colour("accent"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letters)
