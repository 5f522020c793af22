"""A calm page around one card: for unlocking, first steps and trouble, when nothing else is there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.card import Card
from app.ui.widgets.page import Scroll
from app.ui.window.measures import ABOVE, BELOW, BETWEEN, CARD_MARGIN, NARROW, PAGE_MARGIN


class Brand(QWidget):
    """The mark and the name of the program."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        measures = scale.metrics("title")
        return QSize(measures.horizontalAdvance("Ruggespraak") + measures.height() + scale.space(2), measures.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.height()
        paint_icon(painter, "logo", QRectF(0, 0, side, side), palette.colour("accent"))
        painter.setFont(scale.font("title"))
        painter.setPen(palette.colour("ink"))
        room = QRectF(side + scale.space(1.25), 0, self.width(), side)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "Ruggespraak")


class Sheet(Card):
    """The card of a centred page: as wide as it likes where there is room, and narrower where there is not."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self._steps = steps
        margin = scale.space(CARD_MARGIN)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(scale.space(BETWEEN))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(scale.space(steps))

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(self._steps), super().sizeHint().height())


class CentredPage(QWidget):
    """Mark, card and what stands below it, in the middle of the window; it scrolls where the window is small.

    Parameters:
        steps: width of the card in grid steps.
    """

    def __init__(self, steps: int = NARROW) -> None:
        super().__init__()
        self.sheet = Sheet(steps)
        self.area = Scroll()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        body = self.area.body
        margin = scale.space(PAGE_MARGIN)
        body.setContentsMargins(margin, margin, margin, margin)
        body.setSpacing(margin)
        body.addStretch(ABOVE)
        self._in_the_middle(Brand(), self.sheet.maximumWidth())
        self._in_the_middle(self.sheet)
        body.addStretch(BELOW)

    def add(self, content: QWidget | QLayout) -> None:
        """Put something on the card."""
        self.sheet.add(content)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the card, as wide as it."""
        widget.setMaximumWidth(self.sheet.maximumWidth())
        self._place(widget, self.area.body.count() - 1)

    def _in_the_middle(self, widget: QWidget, widest: int = 0) -> None:
        if widest:
            widget.setMaximumWidth(widest)
        self._place(widget, self.area.body.count())

    def _place(self, widget: QWidget, place: int) -> None:
        row = QHBoxLayout()
        self.area.body.insertLayout(place, row)
        row.addStretch(1)
        row.addWidget(widget, 1000)
        row.addStretch(1)
