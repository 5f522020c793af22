"""Paints the days and bars of a month."""

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from app.models.datums import WEEKDAGEN, kort
from app.storage.gesprekstelling import Dagtelling
from app.ui.gesprekken.maandindeling import Balk, Maandweek
from app.ui.gesprekken.woorden import counted
from app.ui.theme import palette, scale
from app.ui.widgets.paint import hatched, rounded

CORNER = 6
EDGE = 4
"""Width of the edge of a bar in the colour of its kind."""


def head_height() -> int:
    """Height of the line with the names of the days."""
    return scale.metrics("small_strong").height() + scale.space(0.75)


def _number_height() -> int:
    return scale.metrics("small_strong").height() + scale.space(0.75)


def _bar_height() -> int:
    return scale.metrics("small").height() + scale.space(0.5)


def week_height(week: Maandweek) -> int:
    """Height of a week: the numbers of its days, its bars, and the counts below them."""
    return 2 * _number_height() + max(week.lanen, 1) * (_bar_height() + 2) + scale.space(0.75)


def bar_rect(bar: Balk, top: float, day: float) -> QRectF:
    """Where a bar lies.

    Parameters:
        top: of its week; day: width of a day.
    """
    left = bar.van * day + (scale.space(0.5) if bar.begint else 1)
    right = (bar.tot + 1) * day - (scale.space(0.5) if bar.eindigt else 1)
    y = top + _number_height() + scale.space(0.25) + bar.laan * (_bar_height() + 2)
    return QRectF(left, y, right - left, _bar_height())


def paint_head(painter: QPainter, room: float, columns: int) -> None:
    """The names of the days, short where there is little room.

    Parameters:
        room: width of a day.
    """
    measures = scale.metrics("small_strong")
    painter.setFont(scale.font("small_strong"))
    painter.setPen(palette.colour("muted"))
    longest = max(measures.horizontalAdvance(each) for each in WEEKDAGEN[:columns])
    for column, name in enumerate(WEEKDAGEN[:columns]):
        rect = QRectF(column * room + scale.space(1), 0, room - scale.space(1), measures.height())
        words = name if longest < rect.width() else name[:2]
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)


def paint_day(
    painter: QPainter, rect: QRectF, day: date, closed: str | None, count: Dagtelling, inside: bool, today: bool
) -> None:
    """One day.

    Parameters:
        closed: what keeps the school closed, empty in a weekend; None when there is school.
        inside: whether it is of the month in view.
    """
    if closed is not None:
        hatched(painter, rect, CORNER)
    else:
        rounded(painter, rect, CORNER, palette.colour("surface" if inside else "ground"), palette.colour("line"))
    if today:
        rounded(painter, rect, CORNER, None, palette.colour("ink"), 2.0)
    inner = rect.adjusted(scale.space(1), scale.space(0.5), -scale.space(0.75), -scale.space(0.5))
    painter.setFont(scale.font("small_strong"))
    painter.setPen(palette.colour("ink" if inside else "muted"))
    number = str(day.day) if inside else kort(day)
    painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, number)
    below = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    painter.setFont(scale.font("small"))
    words = _fitting(day_texts(closed or "", count), inner.width())
    if closed is not None and words:
        _paint_plate(painter, inner, words)
    painter.setPen(palette.colour("muted"))
    painter.drawText(inner, below, words)


def day_texts(closed: str, count: Dagtelling) -> tuple[str, ...]:
    """What a day says, the longest first; that there are conversations goes before why there is no school."""
    counts = _counts(count)
    return (f"{closed} · {counts[0]}", *counts) if closed and counts[0] else (closed,) if closed else counts


def _paint_plate(painter: QPainter, rect: QRectF, words: str) -> None:
    """A plain ground under words on slanting lines."""
    measures, around = scale.metrics("small"), scale.space(0.5)
    width = measures.horizontalAdvance(words)
    plate = QRectF(rect.x(), rect.bottom() - measures.height(), width, measures.height())
    rounded(painter, plate.adjusted(-around, -1, around, 1), 4, palette.colour("sunken"))


def _counts(count: Dagtelling) -> tuple[str, ...]:
    short = f"{count.gepland + count.gehouden}×" if count.gepland or count.gehouden else ""
    return counted(*count), short


def _fitting(texts: tuple[str, ...], width: float) -> str:
    """The first text that fits; the last is cut short."""
    measures = scale.metrics("small")
    fitting = next((each for each in texts if measures.horizontalAdvance(each) <= width), texts[-1])
    return measures.elidedText(fitting, Qt.TextElideMode.ElideRight, round(width) + 1)


def paint_bar(painter: QPainter, bar: Balk, rect: QRectF) -> None:
    """A moment: its name on a soft ground, with an edge in the colour of its kind where it begins."""
    fill, ground = palette.kind_colours(bar.moment.soort.kleur)
    rounded(painter, rect, 4, ground, fill)
    if bar.begint:
        outline = QPainterPath()
        outline.addRoundedRect(rect, 4, 4)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(QRectF(rect.x(), rect.y(), EDGE, rect.height()), fill)
        painter.restore()
    inner = rect.adjusted(EDGE + scale.space(0.75), 0, -scale.space(0.5), 0)
    painter.setFont(scale.font("small"))
    painter.setPen(palette.colour("ink"))
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(inner, middle, _fitting((bar.moment.titel, bar.moment.kort), inner.width()))
