"""A route as a line of stations: of one pupil where it was, is and goes, or of a school how many are where."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.chip import chip_size, paint_chip
from app.ui.widgets.paint import focus_ring, rounded
from app.ui.woorden import count_words

BEEN, SKIPPED, HERE, ENDED, AHEAD = "geweest", "overgeslagen", "hier", "beeindigd", "komt"
"""States of a station on the way of one pupil."""
BUSY, QUIET = "bezet", "leeg"
"""States of a station on the board of a school."""

_SPOKEN = {BEEN: "geweest", SKIPPED: "overgeslagen", HERE: "hier is het nu", ENDED: "hier eindigde de route",
           AHEAD: "nog niet geweest"}  # fmt: skip
_SIGNS = {BEEN: "vink", SKIPPED: "streep", ENDED: "kruis"}
_FILLED = (BEEN, HERE, BUSY)
_PASSED = (BEEN, HERE, ENDED, BUSY, QUIET)
_LAST = (HERE, ENDED, BUSY, QUIET)
_STRONG = (HERE, ENDED, BUSY)
_DIM = (AHEAD, SKIPPED, QUIET)
LEAST_CHARACTERS = 13
"""Of a name on one line; where a station has less room, the line turns and goes down."""

_CENTRE = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
_LEFT = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Halte:
    """A station as the line shows it.

    Attributes:
        staat: `BEEN`, `SKIPPED`, `HERE`, `ENDED` or `AHEAD`; on a board `BUSY` or `QUIET`.
        regels: what stands under the name, each on its own line: a date, who is at move.
        mist: how many things miss before one can go on from here.
        teken: what stands in its sign instead of its number, e.g. how many are there.
    """

    id: str
    naam: str
    staat: str
    regels: tuple[str, ...] = ()
    mist: int = 0
    teken: str = ""


class Station(QRadioButton):
    """One station: a sign on the line, its name, and below it what is to know.

    Parameters:
        number: its place on the line, from 1.
        before, after: whether the line up to here, and from here on, was passed; None where it ends.
    """

    def __init__(self, halte: Halte, number: int, before: bool | None, after: bool | None) -> None:
        super().__init__(f"{number}. {halte.naam}")
        self.halte = halte
        self.is_upright = False
        self._number = halte.teken or str(number)
        self._rail = (before, after)
        missing = f"mist nog {count_words(halte.mist, 'ding', 'dingen')}" if halte.mist else ""
        state = halte.teken or _SPOKEN[halte.staat]
        self.setAccessibleName(", ".join(filter(None, (self.text(), state, *halte.regels, missing))))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def height_within(self, width: int, upright: bool) -> int:
        """The height it needs, in pixels, when it is so wide and the line stands or lies."""
        return self._words_rect(width, upright).bottom() + 1 + scale.space(1.25)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        width = scale.metrics().averageCharWidth() * LEAST_CHARACTERS + scale.space(2)
        return QSize(width, self.height_within(width, self.is_upright))

    def _sign(self) -> QRectF:
        side = scale.metrics().height() + scale.space(1.5)
        x = scale.space(1.5) if self.is_upright else (self.width() - side) / 2
        return QRectF(x, scale.space(1.25), side, side)

    def _words_rect(self, width: int, upright: bool) -> QRect:
        """The room of the words; as high as they are."""
        side, gap = scale.metrics().height() + scale.space(1.5), scale.space(1)
        top = scale.space(1.25) + (scale.space(0.5) if upright else side + gap)
        left = side + scale.space(3) if upright else gap
        inner = width - left - gap
        height = sum(self._height_of(font, words, inner) for font, words in self._lines())
        if self.halte.mist:
            height += chip_size("0").height() + scale.space(0.5)
        return QRect(left, top, inner, height)

    def _lines(self) -> Iterable[tuple[str, str]]:
        yield "strong" if self.halte.staat in _STRONG else "body", self.halte.naam
        for words in self.halte.regels:
            yield "small", words

    def _height_of(self, font: str, words: str, width: int) -> int:
        return scale.metrics(font).boundingRect(QRect(0, 0, width, 10_000), _LEFT, words).height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            ground = palette.colour("accent_soft" if self.isChecked() else "hover")
            edge = palette.colour("accent_line") if self.isChecked() else None
            rounded(painter, rect, scale.CARD_CORNER, ground, edge)
        self._paint_rail(painter)
        self._paint_sign(painter, self._sign())
        self._paint_words(painter)
        if self.hasFocus():
            focus_ring(painter, rect, scale.CARD_CORNER)

    def _paint_rail(self, painter: QPainter) -> None:
        """The line itself: full and thick where it was passed, thin dots where not, so that it needs no colour."""
        sign, middle = self._sign(), self._sign().center()
        if self.is_upright:
            ends = (QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
            edges = (QPointF(middle.x(), sign.top()), QPointF(middle.x(), sign.bottom()))
        else:
            ends = (QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
            edges = (QPointF(sign.left(), middle.y()), QPointF(sign.right(), middle.y()))
        for passed, end, edge in zip(self._rail, ends, edges, strict=True):
            if passed is not None:
                style = Qt.PenStyle.SolidLine if passed else Qt.PenStyle.DotLine
                pen = QPen(palette.colour("accent" if passed else "border"), 3 if passed else 2, style)
                painter.setPen(pen)
                painter.drawLine(end, edge)

    def _paint_sign(self, painter: QPainter, sign: QRectF) -> None:
        state = self.halte.staat
        filled = state in _FILLED
        ink, fill, edge = self._sign_colours()
        if state == HERE:  # a second ring, so that the eye finds it first
            rounded(painter, sign.adjusted(-4, -4, 4, 4), sign.height() / 2 + 4, None, palette.colour("accent"), 2.0)
        rounded(painter, sign, sign.height() / 2, fill, None if filled else edge, 2.0)
        if state in _SIGNS:
            inset = sign.width() * 0.22
            paint_icon(painter, _SIGNS[state], sign.adjusted(inset, inset, -inset, -inset), ink)
        else:
            painter.setFont(scale.font("strong"))
            painter.setPen(ink)
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, self._number)

    def _sign_colours(self) -> tuple[QColor, QColor, QColor]:
        colour = palette.colour
        if self.halte.staat in _FILLED:
            return colour("on_accent"), colour("accent"), colour("accent")
        if self.halte.staat == ENDED:
            return colour("ink"), colour("sunken"), colour("ink")
        return colour("muted"), colour("surface"), colour("border")

    def _paint_words(self, painter: QPainter) -> None:
        room = self._words_rect(self.width(), self.is_upright)
        flags, top = _LEFT if self.is_upright else _CENTRE, room.top()
        for font, words in self._lines():
            height = self._height_of(font, words, room.width())
            is_name = font != "small"
            painter.setFont(self._struck(font) if is_name else scale.font(font))
            dim = not is_name or self.halte.staat in _DIM
            painter.setPen(palette.colour("muted" if dim else "ink"))
            painter.drawText(QRect(room.left(), top, room.width(), height), flags, words)
            top += height
        if self.halte.mist:
            self._paint_missing(painter, QPointF(room.left(), top + scale.space(0.5)), room.width())

    def _struck(self, font: str) -> QFont:
        result = QFont(scale.font(font))
        result.setStrikeOut(self.halte.staat == SKIPPED)
        return result

    def _paint_missing(self, painter: QPainter, corner: QPointF, width: int) -> None:
        words = f"mist {self.halte.mist}"
        size = chip_size(words, "waarschuwing")
        x = corner.x() if self.is_upright else corner.x() + (width - size.width()) / 2
        rect = QRectF(x, corner.y(), size.width(), size.height())
        paint_chip(painter, rect, words, "warn", "waarschuwing")


class StationLine(QWidget):
    """All stations of a route. Arrows walk along them; the chosen one is the one that is told about below.

    Lies where there is room, and stands where there is none (a narrow window, large text).

    Signals:
        chosen: id of a station.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stations: list[Station] = []
        self._group = QButtonGroup(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Stations van de route")

    def stations(self) -> list[Station]:
        """The stations, in order."""
        return list(self._stations)

    def set_line(self, haltes: Iterable[Halte], chosen: str) -> None:
        """Show other stations, one of them chosen; the focus stays on the station where it was."""
        haltes = list(haltes)
        if haltes != [each.halte for each in self._stations]:
            had_focus = next((each.halte.id for each in self._stations if each.hasFocus()), None)
            self._renew(haltes)
            for each in self._stations:
                if each.halte.id == had_focus:
                    each.setFocus()
        self._group.setExclusive(False)  # an exclusive group cannot be emptied
        for each in self._stations:
            each.setChecked(each.halte.id == chosen)
            if each.isChecked():
                self.setFocusProxy(each)
        self._group.setExclusive(True)

    def _renew(self, haltes: list[Halte]) -> None:
        for old in self._stations:
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        last = len(haltes) - 1
        passed = [each.staat in _PASSED for each in haltes]
        until = max((place for place, each in enumerate(haltes) if each.staat in _LAST), default=-1)
        self._stations = []
        for place, halte in enumerate(haltes):
            before = None if place == 0 else place <= until and passed[place] and passed[place - 1]
            after = None if place == last else place < until and passed[place] and passed[place + 1]
            station = Station(halte, place + 1, before, after)
            station.setParent(self)
            station.clicked.connect(partial(self.chosen.emit, halte.id))
            self._group.addButton(station)
            self._stations.append(station)
            station.show()
        self._arrange()
        self.updateGeometry()

    def is_upright(self, width: int) -> bool:
        """Whether the stations stand below each other when the line is so wide, in pixels."""
        measures = scale.metrics("strong")
        words = (word for each in self._stations for word in each.halte.naam.replace("-", "- ").split())
        longest = max((measures.horizontalAdvance(word) for word in words), default=0)
        least = max(longest, measures.averageCharWidth() * LEAST_CHARACTERS) + scale.space(2.5)
        return width < least * len(self._stations)

    def _places(self, width: int) -> list[QRect]:
        """Where each station lies in so much width."""
        upright = self.is_upright(width)
        count = max(len(self._stations), 1)
        each_width = width if upright else width // count
        heights = [each.height_within(each_width, upright) for each in self._stations]
        if not upright:
            return [QRect(place * each_width, 0, each_width, max(heights)) for place in range(len(heights))]
        return [QRect(0, sum(heights[:place]), width, height) for place, height in enumerate(heights)]

    def _arrange(self) -> None:
        upright = self.is_upright(self.width())
        for station, place in zip(self._stations, self._places(self.width()), strict=True):
            station.is_upright = upright
            station.setGeometry(place)
            station.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        width = scale.metrics().averageCharWidth() * LEAST_CHARACTERS * max(len(self._stations), 1)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scale.metrics().averageCharWidth() * LEAST_CHARACTERS * 2, scale.metrics().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
