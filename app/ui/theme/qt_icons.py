"""Icons for Qt's own widgets and windows. Few need one, and to learn `QIcon` takes PySide longer than to draw ten.

An icon holds no picture but a name and a role, and is drawn when Qt asks for it: sharp on every screen, and in the
right colour after a change of theme without anybody telling it.
"""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from app.ui.qt import override
from app.ui.theme import palette
from app.ui.theme.icons import paint_icon, pixmap, source


def icon(name: str, role: str = "ink") -> QIcon:
    """The icon `resources/iconen/<name>.svg` in the colour of `role`; muted where it is disabled.

    Raises:
        FileNotFoundError: no such icon.
    """
    source(name)  # a misspelt name shows itself here and not in a paint event
    return QIcon(_Engine(name, role))


def app_icon() -> QIcon:
    """The program's own mark, for windows and the taskbar; the same in both themes."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("logo", palette.LIGHT.accent, size, 1.0))
    return result


class _Engine(QIconEngine):
    """Draws one icon at the moment and in the size Qt asks for it."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self.name = name
        self.role = role

    def _colour(self, mode: QIcon.Mode) -> QColor:
        return palette.colour("muted" if mode == QIcon.Mode.Disabled else self.role)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        paint_icon(painter, self.name, square, self._colour(mode))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = round(min(size.width(), size.height()) * scale)
        return pixmap(self.name, self._colour(mode).name(), side, scale)

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self.name, self.role)

    @override
    def key(self) -> str:
        return f"ruggespraak-{self.name}"
