"""Who goes where, to be seen: the present groups at the left, the new ones at the right, the children between."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.jaarovergang.overgang import Overgang
from app.models.jaarovergang.stappen import WEG
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.paint import rounded

GONE, NONE = "weg", "geen"
"""Right-hand places that are no group: who leaves school, and who has no group yet."""

LINE = 1.6
"""Height of the smallest place in lines of text, so that its name always fits."""

CALM, NEAR = 60, 130
"""How solid a stream is, of 255: usually, and where it asks for a look."""


class Plek(NamedTuple):
    """A group, or another place to be: what it is called and how many children are in it."""

    key: str
    words: str
    size: int


class Stroom(NamedTuple):
    """Some children that go from one place to another."""

    van: str
    naar: str
    size: int


def stromen(made: Overgang) -> tuple[list[Plek], list[Plek], list[Stroom]]:
    """The places at the left, at the right, and what flows between them."""
    known = {each.id for each in made.stand.groepen}
    flows: Counter[tuple[str, str]] = Counter()
    for pupil in made.stand.leerlingen:
        step = made.stappen[pupil.id]
        van = pupil.groep if pupil.groep in known and pupil.groep else NONE
        flows[van, GONE if step.soort == WEG else step.groep or NONE] += 1
    out, into = Counter[str](), Counter[str]()
    for (van, naar), count in flows.items():
        out[van] += count
        into[naar] += count
    left = [Plek(each.id, each.naam, out[each.id]) for each in made.stand.groepen]
    right = [Plek(each.id, each.naam, into[each.id]) for each in made.groepen]
    left += [Plek(NONE, "zonder groep", out[NONE])] if out[NONE] else []
    right += [Plek(NONE, "zonder groep", into[NONE])] if into[NONE] else []
    right += [Plek(GONE, "van school", into[GONE])] if into[GONE] else []
    order = {place.key: number for number, place in enumerate(right)}
    found = [Stroom(van, naar, count) for (van, naar), count in flows.items()]
    return left, right, sorted(found, key=lambda each: order[each.naar])


class StroomBeeld(QWidget):
    """The picture. A screen reader hears it in sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: list[Plek] = []
        self._right: list[Plek] = []
        self._flows: list[Stroom] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_flows(self, made: Overgang) -> None:
        """Picture a proposal."""
        self._left, self._right, self._flows = stromen(made)
        names = {each.key: each.words for each in (*self._left, *self._right)}
        told = [f"{each.size} van {names[each.van]} naar {names[each.naar]}" for each in self._flows]
        self.setAccessibleName("Wie waarheen gaat: " + ", ".join(told))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        line = scale.metrics().height() * LINE
        most = max(len(self._left), len(self._right), 1)
        return QSize(scale.metrics().averageCharWidth() * 44, round(most * (line + scale.space(0.75))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scale.metrics().averageCharWidth() * 30, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scale.font())
        bar = float(scale.space(1))
        side = self._side_width(painter)
        left = self._places(self._left, side)
        right = self._places(self._right, self.width() - side - bar)
        self._paint_flows(painter, left, right, bar)
        for places, rects, is_left in ((self._left, left, True), (self._right, right, False)):
            for place in places:
                self._paint_place(painter, place, rects[place.key], bar, left=is_left)

    def _side_width(self, painter: QPainter) -> float:
        words = [f"{each.words}  {each.size}" for each in (*self._left, *self._right)]
        widest = max((painter.fontMetrics().horizontalAdvance(each) for each in words), default=0)
        return min(widest + scale.space(1.5), self.width() * 0.4)

    def _places(self, places: Sequence[Plek], x: float) -> dict[str, QRectF]:
        """Each as high as it has children, but never too low for its name."""
        if not places:
            return {}
        lowest, gap = scale.metrics().height() * LINE, float(scale.space(0.75))
        room = max(self.height() - gap * (len(places) - 1) - lowest * len(places), 0.0)
        total = sum(each.size for each in places) or 1
        y, found = 0.0, {}
        for each in places:
            height = lowest + room * each.size / total
            found[each.key] = QRectF(x, y, scale.space(1), height)
            y += height + gap
        return found

    def _paint_flows(
        self, painter: QPainter, left: Mapping[str, QRectF], right: Mapping[str, QRectF], bar: float
    ) -> None:
        used: Counter[tuple[str, bool]] = Counter()
        counts = {(each.key, True): each.size for each in self._left}
        counts |= {(each.key, False): each.size for each in self._right}
        order = {each.key: number for number, each in enumerate(self._left)}
        for flow in sorted(self._flows, key=lambda each: order[each.van]):
            ends = []
            for key, is_left, rect in ((flow.van, True, left[flow.van]), (flow.naar, False, right[flow.naar])):
                unit = rect.height() / counts[key, is_left]
                top = rect.top() + used[key, is_left] * unit
                used[key, is_left] += flow.size
                ends.append((rect.left() + (bar if is_left else 0), top, flow.size * unit))
            painter.fillPath(_ribbon(*ends), _colour_of(flow))

    def _paint_place(self, painter: QPainter, place: Plek, rect: QRectF, bar: float, *, left: bool) -> None:
        empty = not place.size
        rounded(painter, rect, bar / 2, palette.colour("line" if empty else "muted" if place.key == GONE else "accent"))
        gap = scale.space(1)
        edge = 0 if left else rect.right() + gap
        words = QRectF(edge, rect.top(), (rect.left() - gap) if left else (self.width() - edge), rect.height())
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        text = f"{place.words}  {place.size or 'leeg'}"
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, round(words.width()))
        painter.setPen(palette.colour("muted" if empty or place.key in (GONE, NONE) else "ink"))
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _ribbon(start: tuple[float, float, float], end: tuple[float, float, float]) -> QPainterPath:
    (x1, y1, h1), (x2, y2, h2) = start, end
    middle = (x1 + x2) / 2
    path = QPainterPath(QPointF(x1, y1))
    path.cubicTo(QPointF(middle, y1), QPointF(middle, y2), QPointF(x2, y2))
    path.lineTo(x2, y2 + h2)
    path.cubicTo(QPointF(middle, y2 + h2), QPointF(middle, y1 + h1), QPointF(x1, y1 + h1))
    path.closeSubpath()
    return path


def _colour_of(flow: Stroom) -> QColor:
    role = "muted" if flow.naar == GONE else "warn" if flow.naar == NONE else "accent"
    found = QColor(palette.colour(role))
    found.setAlpha(NEAR if flow.naar == NONE else CALM)
    return found
