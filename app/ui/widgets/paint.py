"""Shapes that the self-painting widgets share, so that every edge, ring and keycap is drawn alike."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPainterPath, QPen

from app.ui.theme import palette, scale

_KEY_SIGNS = {"Return": "↵", "Enter": "↵", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Del": "Del"}

HATCH_STEP = 6
"""Pixels between two slanting lines."""


def control_height() -> int:
    """Height of everything that stands on one line: buttons, fields, choices. They line up by it."""
    return scale.metrics().lineSpacing() + scale.space(2.5)


def rounded(painter: QPainter, rect: QRectF, corner: float, fill: QColor | None, edge: QColor | None = None,
            width: float = 1.0) -> None:  # fmt: skip
    """A rounded rectangle whose edge lies wholly inside `rect`."""
    inset = width / 2 if edge else 0.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner - inset, corner - inset)


def hatched(painter: QPainter, rect: QRectF, corner: float) -> None:
    """A rounded rectangle with slanting lines: time in which there is nothing to do. Lines, since a colour alone would
    not tell it from the rest."""
    rounded(painter, rect, corner, palette.colour("sunken"))
    outline = QPainterPath()
    outline.addRoundedRect(rect, corner, corner)
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(palette.colour("edge"), 1.25))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += HATCH_STEP
    painter.restore()


def plain(painter: QPainter, rect: QRectF, fill: QColor) -> None:
    """A rectangle of one colour. `fillRect` takes so many kinds of fill that PySide spends 4 ms to learn them all."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRect(rect)


def focus_ring(painter: QPainter, rect: QRectF, corner: float, colour: QColor | None = None) -> None:
    """The ring that shows where the keyboard is: 2 pixels, inside `rect`."""
    rounded(painter, rect, corner, None, colour or palette.colour("accent"), 2.0)


def field_frame(painter: QPainter, rect: QRectF, *, focus: bool, wrong: bool, enabled: bool = True) -> None:
    """Ground and edge of a field that paints itself, the same as the stylesheet gives to Qt's own fields."""
    edge = "bad" if wrong else "accent" if focus else "border" if enabled else "line"
    fill = palette.colour("surface" if enabled else "ground")
    rounded(painter, rect, scale.CORNER, fill, palette.colour(edge), 2.0 if focus else 1.0)


def key_words(shortcut: str) -> str:
    """How a shortcut is shown, e.g. `Ctrl ↵` for `Ctrl+Return`."""
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return " ".join(_KEY_SIGNS.get(part, part) for part in native.split("+"))


def keycap_size(text: str) -> QSize:
    """Room that `keycap` needs for `text`."""
    measures = scale.metrics("small")
    return QSize(measures.horizontalAdvance(text) + scale.space(1.25), measures.height() + scale.space(0.25))


def keycap(painter: QPainter, rect: QRectF, text: str, ink: QColor, edge: QColor) -> None:
    """A little key with `text` on it, as on a keyboard."""
    rounded(painter, rect, 4, None, edge)
    painter.setFont(scale.font("small"))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
