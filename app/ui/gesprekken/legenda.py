"""What the colours of the year stand for, each with its dates; pressing a moment tells more."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.gesprek import Momentkeuze
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.ui.gesprekken.woorden import moment_words, periode
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.buttons import Link
from app.ui.widgets.flow import Flow
from app.ui.widgets.paint import focus_ring, hatched, rounded

VRIJ, VANDAAG, VERVALT = "vrij", "vandaag", "vervalt"
"""What a mark shows besides the colour of a kind."""


def _paint_mark(painter: QPainter, rect: QRectF, mark: str) -> None:
    if mark == VRIJ:
        hatched(painter, rect, 3)
    elif mark in (VANDAAG, VERVALT):
        rounded(painter, rect, 3, None, palette.colour("ink" if mark == VANDAAG else "border"), 1.5)
    else:
        rounded(painter, rect, 3, palette.kind_colours(mark)[0])


def _side() -> int:
    return round(scale.metrics("small").height() * 0.6)


class MomentLink(Link):
    """A moment: a mark in its colour, its name and its dates."""

    def __init__(self, words: str, mark: str) -> None:
        super().__init__(words, small=True)
        self._mark = mark

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_side() + scale.space(0.75) + 3, 0)  # its ring lies free of the words

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        side = _side()
        _paint_mark(painter, QRectF(2, (rect.height() - side) / 2, side, side), self._mark)
        font = QFont(scale.font("small"))
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(palette.colour("ink" if self.underMouse() or self.hasFocus() else "muted"))
        inner = rect.adjusted(side + scale.space(0.75) + 2, 0, 0, 0)
        words = scale.metrics("small").elidedText(
            self.accessibleName(), Qt.TextElideMode.ElideRight, round(inner.width()) + 1
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if self.hasFocus():
            focus_ring(painter, rect, 4)


class Mark(QWidget):
    """A mark with what it means."""

    def __init__(self, words: str, mark: str) -> None:
        super().__init__()
        self._words = words
        self._mark = mark
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        measures = scale.metrics("small")
        return QSize(measures.horizontalAdvance(self._words) + _side() + scale.space(0.75) + 4, measures.height() + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        side = _side()
        _paint_mark(painter, QRectF(2, (rect.height() - side) / 2, side, side), self._mark)
        painter.setFont(scale.font("small"))
        painter.setPen(palette.colour("muted"))
        inner = rect.adjusted(side + scale.space(0.75) + 2, 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)


def _kort(moment: Gespreksmoment) -> str:
    """Its short name, with the jaargroep when it has days of its own."""
    _, _, year = moment.sleutel.partition("/")
    return f"{moment.kort} groep {year}" if year else moment.kort


class Legend(Flow):
    """All moments of the year.

    Signals:
        moment_chosen: key of the moment that was pressed.
    """

    moment_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=2, line_gap=0.5, parent=parent)
        self._shown: tuple[object, ...] | None = None

    def show_plan(self, plan: Jaarplan, vervallen: Sequence[Momentkeuze]) -> None:
        """Show the moments of a year, and those that are left out."""
        if self._shown == (plan, vervallen):
            return  # else the focus would be gone at every change of a conversation
        self._shown = (plan, vervallen)
        self.clear()
        for moment in plan.momenten:
            words = f"{_kort(moment)} · {periode(moment.van, moment.tot)}"
            self._add_link(MomentLink(words, moment.soort.kleur), moment.sleutel, moment_words(moment))
        for keuze in vervallen:
            known = plan.beleid.moment(keuze.moment.partition("/")[0])
            title = known[1].kort if known else keuze.moment
            self._add_link(
                MomentLink(f"{title} · vervalt", VERVALT), keuze.moment, keuze.reden or "overgeslagen dit jaar"
            )
        for words, mark in (("vakantie", VRIJ), ("vandaag", VANDAAG)):
            self.add(Mark(words, mark))

    def _add_link(self, link: MomentLink, key: str, about: str) -> None:
        link.setToolTip(about)
        link.setAccessibleDescription(about)
        link.clicked.connect(partial(self.moment_chosen.emit, key))
        self.add(link)
