"""Our own line icons: SVG on a 24 grid in `resources/iconen`, drawn in a colour role of the theme in use.

Why QtSvg and not a small parser of our own: importing it costs 1 ms and 1.9 MB, rendering an icon 0.1 ms (measured
against a bare PySide6 window of 85 ms and 48 MB). It is imported at the first icon all the same.

An icon holds no picture but a name and a role, and is drawn when Qt asks for it: sharp on every screen, and in the
right colour after a change of theme without anybody telling it.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from app.resources import resource
from app.ui.qt import override
from app.ui.theme import palette

FOLDER = "iconen"


def icon(name: str, role: str = "ink") -> QIcon:
    """The icon `resources/iconen/<name>.svg` in the colour of `role`; muted where it is disabled.

    Raises:
        FileNotFoundError: no such icon.
    """
    _source(name)  # a misspelt name shows itself here and not in a paint event
    return QIcon(_Engine(name, role))


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon in `rect` (logical pixels, square) with `painter`: for widgets that paint themselves."""
    ratio = painter.device().devicePixelRatioF()
    drawn = pixmap(name, colour.name(), round(rect.width() * ratio), ratio)
    painter.drawPixmap(QPointF(round(rect.x() * ratio) / ratio, round(rect.y() * ratio) / ratio), drawn)


def app_icon() -> QIcon:
    """The program's own mark, for windows and the taskbar; the same in both themes."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("logo", palette.LIGHT.accent, size, 1.0))
    return result


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """An icon as a picture of `size` device pixels, kept for the next time.

    Parameters:
        colour: hex.
        ratio: device pixels per logical pixel of the screen it is meant for.
    """
    from PySide6.QtSvg import QSvgRenderer

    result = QPixmap(size, size)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(_source(name).replace(b"currentColor", colour.encode())).render(painter)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


@lru_cache(maxsize=64)
def _source(name: str) -> bytes:
    return resource(FOLDER, f"{name}.svg").read_bytes()


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
