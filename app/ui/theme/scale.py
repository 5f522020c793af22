"""Type scale and grid: every text size is a step from the system's font, every gap a number of 8-pixel steps."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication

GRID = 8
"""The grid in logical pixels at text size 100 %; Qt multiplies it on dense screens."""
CORNER = 8
CARD_CORNER = 12
SMALLEST_BODY = 14
"""Logical pixels below which running text tires people who read along in a meeting; Windows' own font is 12."""

TYPE_SCALE: dict[str, tuple[float, QFont.Weight]] = {
    "title": (1.55, QFont.Weight.Bold),
    "heading": (1.1, QFont.Weight.DemiBold),
    "strong": (1.0, QFont.Weight.DemiBold),
    "body": (1.0, QFont.Weight.Normal),
    "small": (0.9, QFont.Weight.Normal),
    "small_strong": (0.9, QFont.Weight.DemiBold),
}
"""Per role the size against running text, and the weight."""

_text_scale = 1.0


def set_text_scale(percent: int) -> None:
    """Choose the text size of Instellingen, 100 to 175 (% of normal). Only `style.apply_theme` calls this."""
    global _text_scale  # noqa: PLW0603 - one program, one text size
    _text_scale = min(max(percent, 100), 175) / 100
    font.cache_clear()
    metrics.cache_clear()


def base_font() -> QFont:
    """The system's font at the size of running text."""
    base = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    screen = QGuiApplication.primaryScreen()
    dots_per_point = screen.logicalDotsPerInchY() / 72
    own = base.pointSizeF() if base.pointSizeF() > 0 else base.pixelSize() / dots_per_point
    base.setPointSizeF(max(own, SMALLEST_BODY / dots_per_point) * _text_scale)
    return base


@lru_cache(maxsize=len(TYPE_SCALE))
def font(role: str = "body") -> QFont:
    """The font of a role of `TYPE_SCALE`, in the text size in use.

    Raises:
        KeyError: no such role.
    """
    factor, weight = TYPE_SCALE[role]
    result = base_font()
    result.setPointSizeF(result.pointSizeF() * factor)
    result.setWeight(weight)
    return result


@lru_cache(maxsize=len(TYPE_SCALE))
def metrics(role: str = "body") -> QFontMetrics:
    """Measures of the font of `role`: sizes of anything that bears text come from here, never from fixed pixels."""
    return QFontMetrics(font(role))


def space(steps: float = 1) -> int:
    """A gap of so many grid steps in logical pixels, growing along with the text size."""
    return round(steps * GRID * _text_scale)


def text_scale() -> float:
    """The chosen text size as a factor, 1.0 to 1.75."""
    return _text_scale
