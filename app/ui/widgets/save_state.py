"""Whether all is kept: always in sight, never in the way."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets import accessible


class SaveState(QWidget):
    """Says "Alles bewaard · 14:03", "Bewaren …", "Nog niet opgeslagen" or what went wrong, with a sign for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shown = ("", "", "muted")

    def show_saved(self, at: datetime | None = None) -> None:
        """After a commit, and never before it; at start without a time."""
        self._show("vink", f"Alles bewaard · {at:%H:%M}" if at else "Alles bewaard", "good")

    def show_saving(self) -> None:
        """While a write is on its way."""
        self._show("klok", "Bewaren …", "muted")

    def show_unsaved(self) -> None:
        """When what was typed is still not written after two seconds."""
        self._show("half", "Nog niet opgeslagen", "warn")

    def show_failed(self, sentence: str = "Opslaan lukt niet") -> None:
        """When writing fails; the whole story stands in a banner."""
        self._show("waarschuwing", sentence, "bad")
        accessible.announce(self, sentence, urgent=True)

    def text(self) -> str:
        """What it says now."""
        return self._shown[1]

    def _show(self, icon: str, words: str, role: str) -> None:
        if (icon, words, role) != self._shown:
            self._shown = (icon, words, role)
            self.setAccessibleName(words)
            self.setToolTip(words)
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        measures = scale.metrics("small")
        return QSize(
            measures.horizontalAdvance(self._shown[1]) + round(measures.height() * 1.4) + 2, measures.height() + 4
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scale.metrics("small").height(), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        icon, words, role = self._shown
        if not words:
            return
        painter = QPainter(self)
        measures = scale.metrics("small")
        side = measures.height()
        colour = palette.colour(role)
        paint_icon(painter, icon, QRectF(0, (self.height() - side) / 2, side, side), colour)
        rest = QRectF(self.rect()).adjusted(side * 1.3, 0, 0, 0)
        painter.setFont(scale.font("small"))
        painter.setPen(colour)
        shown = measures.elidedText(words, Qt.TextElideMode.ElideRight, round(rest.width()) + 1)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
