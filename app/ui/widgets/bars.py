"""Amounts one rather sees than reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.paint import rounded


class MiniBar(QProgressBar):
    """A thin bar for how far something is.

    Parameters:
        meaning: what it measures, for the screen reader.
        state: colour, one of `palette.STATES`.
    """

    def __init__(self, meaning: str, state: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setAccessibleName(meaning)
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setValue(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, done: float, total: float) -> None:
        """Fill the bar for `done` of `total`; a total of 0 means that nobody knows how much there is."""
        self.setRange(0, 1000 if total else 0)
        self.setValue(round(1000 * min(max(done / total, 0), 1)) if total else -1)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(20), scale.space(1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scale.space(6), scale.space(1))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        corner = rect.height() / 2
        rounded(painter, rect, corner, palette.colour("sunken"))
        if self.maximum() == 0:  # a third of the bar, in the middle: busy, for how long is unknown
            rect = rect.adjusted(rect.width() / 3, 0, -rect.width() / 3, 0)
        else:
            part = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
            rect.setWidth(max(rect.width() * part, rect.height() if part > 0 else 0))
        ink, _, _ = palette.state_colours(self._state)
        if rect.width() > 0:
            rounded(painter, rect, corner, ink)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a `StackedBar`: what it is, how much, and its colour (one of `palette.STATES`)."""

    words: str
    amount: float
    state: str = "neutral"


class StackedBar(QWidget):
    """Parts of a whole next to each other, each with its amount in it, e.g. pupils per support level.

    The words of each part are its tooltip, and all of them the spoken name; put a legend of chips below when the
    parts are not clear by themselves.
    """

    def __init__(self, meaning: str, parts: Sequence[Part] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = meaning
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_parts(parts)

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Show other parts; empty ones take no room."""
        self._parts = [part for part in parts if part.amount > 0]
        told = ", ".join(f"{part.words}: {part.amount:g}" for part in self._parts)
        self.setAccessibleName(f"{self._meaning}: {told or 'niets'}")
        self.setToolTip("\n".join(f"{part.words}: {part.amount:g}" for part in self._parts))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(24), scale.metrics("small").height() + scale.space(0.75))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scale.space(8), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._parts:
            rounded(painter, rect, 6, palette.colour("sunken"))
            return
        outline = QPainterPath()
        outline.addRoundedRect(rect, 6, 6)
        painter.setClipPath(outline)
        painter.setFont(scale.font("small_strong"))
        gap = 2
        room = rect.width() - gap * (len(self._parts) - 1)
        whole = sum(part.amount for part in self._parts)
        x = 0.0
        for part in self._parts:
            width = room * part.amount / whole
            self._paint_part(painter, QRectF(x, 0, width, rect.height()), part)
            x += width + gap

    @staticmethod
    def _paint_part(painter: QPainter, rect: QRectF, part: Part) -> None:
        _, ground, line = palette.state_colours(part.state)
        painter.fillRect(rect, line if part.state != "neutral" else ground)
        words = f"{part.amount:g}"
        if scale.metrics("small_strong").horizontalAdvance(words) + 6 <= rect.width():
            painter.setPen(palette.colour("ink"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
