"""The way of an application from concept to afgerond, as a row of steps."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.consult import CONSULT_STATUSSEN, Consult
from app.models.consulten.statussen import VOLGORDE
from app.models.datums import kort
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.paint import rounded

SHORT = {"afspraak": "afspraak", "vervolg": "vervolg"}
"""Words under a step where those of the status are too long."""

_DAYS = {
    "concept": "begonnen_op",
    "ingediend": "ingediend_op",
    "toegekend": "toegekend_op",
    "afspraak": "afspraak_op",
    "gevoerd": "gevoerd_op",
    "afgerond": "afgerond_op",
    "vervolg": "afgerond_op",
}
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class StatusSteps(QWidget):
    """Seven steps, of which the present one is drawn the heaviest; each with the day on which it was taken.

    Where there is too little room for the words, only those of the present step are shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[tuple[str, str], ...] = ()
        self._at = 0
        self._withdrawn = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_consult(self, consult: Consult, today: date, complete_since: date | None = None) -> None:
        """Show where an application is; one that was withdrawn is nowhere on its way.

        Parameters:
            complete_since: the day on which nothing missed any more, which only its history knows.
        """
        last = "vervolg" if consult.status == "vervolg" else VOLGORDE[-1]
        way = (*VOLGORDE[:-1], last)
        self._withdrawn = consult.status == "ingetrokken"
        self._at = way.index(consult.status) if consult.status in way else -1
        complete = kort(complete_since, today) if complete_since and self._at > 0 else ""
        days = {each: _day(consult, each, today) for each in way} | {"volledig": complete}
        self._steps = tuple((SHORT.get(each, each), days[each]) for each in way)
        if self._withdrawn:
            self.setAccessibleName("Deze aanvraag is ingetrokken.")
        else:
            words = CONSULT_STATUSSEN[consult.status]
            self.setAccessibleName(f"Stap {self._at + 1} van {len(way)}: {words}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(80), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scale.space(20), self._height())

    def _height(self) -> int:
        words, days = scale.metrics("small_strong").height(), scale.metrics("small").height()
        return self._side() + scale.space(1) + words + days + scale.space(0.5)

    def _side(self) -> int:
        return scale.metrics("small_strong").height() + scale.space(0.75)

    def _is_roomy(self, width: float) -> bool:
        measures = scale.metrics("small_strong")
        return all(measures.horizontalAdvance(words) + scale.space(1) <= width for words, _ in self._steps)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._steps)
        self._paint_rail(painter, width)
        roomy = self._is_roomy(width)
        for place in range(len(self._steps)):
            self._paint_sign(painter, place, self._sign(place, width))
            if roomy:
                self._paint_words(painter, place, QRect(round(place * width), 0, round(width), self.height()))
        if not roomy and self._at >= 0:
            self._paint_words(painter, self._at, self.rect())

    def _sign(self, place: int, width: float) -> QRectF:
        side = self._side()
        return QRectF(place * width + (width - side) / 2, 2, side - 4, side - 4).translated(2, 0)

    def _paint_rail(self, painter: QPainter, width: float) -> None:
        """Full and thick where it was passed, thin dots where not, so that it needs no colour."""
        for place in range(len(self._steps) - 1):
            here, there = self._sign(place, width), self._sign(place + 1, width)
            passed = place < self._at
            style = Qt.PenStyle.SolidLine if passed else Qt.PenStyle.DotLine
            painter.setPen(QPen(palette.colour("accent" if passed else "border"), 2.5 if passed else 2, style))
            gap = scale.space(0.5)
            painter.drawLine(
                QPointF(here.right() + gap, here.center().y()), QPointF(there.left() - gap, there.center().y())
            )

    def _paint_sign(self, painter: QPainter, place: int, sign: QRectF) -> None:
        done = place < self._at or (place == self._at and place == len(self._steps) - 1)
        here = place == self._at and not done
        fill = palette.colour("accent" if done else "surface")
        edge = palette.colour("accent" if done or here else "border")
        rounded(painter, sign, sign.height() / 2, fill, edge, 2.5 if here else 1.5)
        if done:
            inset = sign.width() * 0.18
            paint_icon(painter, "vink", sign.adjusted(inset, inset, -inset, -inset), palette.colour("on_accent"))
        elif here:
            inset = sign.width() * 0.3
            dot = sign.adjusted(inset, inset, -inset, -inset)
            rounded(painter, dot, dot.height() / 2, palette.colour("accent"))

    def _paint_words(self, painter: QPainter, place: int, room: QRect) -> None:
        words, day = self._steps[place]
        top = self._side() + scale.space(0.5)
        here = place == self._at
        painter.setFont(scale.font("small_strong" if here else "small"))
        painter.setPen(palette.colour("ink" if place <= self._at else "muted"))
        height = scale.metrics("small_strong").height()
        painter.drawText(QRect(room.left(), top, room.width(), height), _CENTRE, words)
        painter.setFont(scale.font("small"))
        painter.setPen(palette.colour("muted"))
        painter.drawText(QRect(room.left(), top + height, room.width(), height), _CENTRE, day)


def _day(consult: Consult, status: str, today: date) -> str:
    day = getattr(consult, _DAYS[status]) if status in _DAYS else None
    return kort(day, today) if day else ""
