"""Short states: a word on a soft ground, and a count."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.paint import rounded

STATE_ICONS = {"good": "stip", "warn": "half", "bad": "kruis"}
"""Signs beside a word for a result, so that it never depends on colour: werkte, werkte deels, werkte niet."""


def chip_size(text: str, icon: str = "") -> QSize:
    """Room a chip takes."""
    measures = scale.metrics("small_strong")
    sign = measures.height() if icon else 0
    return QSize(measures.horizontalAdvance(text) + sign + scale.space(2), measures.height() + scale.space(0.75))


def paint_chip(painter: QPainter, rect: QRectF, text: str, state: str = "neutral", icon: str = "") -> None:
    """Draw a chip in `rect`; a text that does not fit is shortened. Tables draw theirs with this too."""
    ink, ground, _ = palette.state_colours(state)
    rounded(painter, rect, 6, ground)
    inner = rect.adjusted(scale.space(1), 0, -scale.space(1), 0)
    measures = scale.metrics("small_strong")
    if icon:
        side = measures.height() * 0.95
        sign = QRectF(inner.x() - side * 0.15, rect.center().y() - side / 2, side, side)
        paint_icon(painter, icon, sign, ink)
        inner.setLeft(inner.left() + measures.height())
    painter.setFont(scale.font("small_strong"))
    painter.setPen(ink)
    shown = measures.elidedText(text, Qt.TextElideMode.ElideRight, round(inner.width()) + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Chip(QWidget):
    """A state in a word or two.

    Parameters:
        text: what it says; the colour only underlines it.
        state: one of `palette.STATES`.
        icon: name of a sign before the text (see `STATE_ICONS`).
    """

    def __init__(self, text: str, state: str = "neutral", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set(text, state, icon)

    def set(self, text: str, state: str = "neutral", icon: str = "") -> None:
        """Show another state."""
        self._shown = (text, state, icon)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words on it."""
        return self._shown[0]

    def state(self) -> str:
        """Its state, one of `palette.STATES`."""
        return self._shown[1]

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._shown[0], self._shown[2])

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), scale.space(6)), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), QRectF(self.rect()), *self._shown)


class Badge(QWidget):
    """A count that asks for attention. Hidden at zero.

    Parameters:
        meaning: what is counted, for the screen reader, e.g. `te laat`.
    """

    def __init__(self, count: int = 0, meaning: str = "", state: str = "bad", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = meaning
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show another count."""
        self._text = str(count)
        self.setAccessibleName(f"{count} {self._meaning}".strip())
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return badge_size(self._text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), QRectF(self.rect()), self._text, self._state)


def badge_size(text: str) -> QSize:
    """Room a count takes: a circle, or an oval for more digits."""
    measures = scale.metrics("small_strong")
    side = measures.height() + scale.space(0.25)
    return QSize(max(side, measures.horizontalAdvance(text) + scale.space(1.25)), side)


def paint_badge(painter: QPainter, rect: QRectF, text: str, state: str = "bad") -> None:
    """Draw a count in `rect`."""
    ink, ground, _ = palette.state_colours(state)
    rounded(painter, rect, rect.height() / 2, ground)
    painter.setFont(scale.font("small_strong"))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
