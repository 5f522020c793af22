"""Every colour of the program, by the role it plays. No other file names a colour.

A view never asks for "teal" but for `accent`; what that is depends on the theme in use. The dark set is the twin of
the light one: each text role keeps at least 4.5:1 on the grounds it is used on, each edge one has to see at least 3:1
(WCAG 2.2, 1.4.3 and 1.4.11; tests/ui/test_theme.py holds the table).
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor


class Roles(NamedTuple):
    """One theme: a hex colour per role.

    Attributes:
        ground: behind everything; rail: the navigation at the left; surface: cards and fields; sunken: tracks, keycaps
            and neutral chips; hover: a row or quiet button under the pointer.
        line: decoration that separates; edge: of a button, whose words already show it; border: edge of a field, which
            nothing else shows.
        ink: text; muted: text that may be overlooked.
        accent, on_accent, accent_strong, accent_soft: the one colour, text on it, it under the pointer, its ground.
        good, warn, bad, info: states, each with its `_soft` ground; warn_line, bad_line, ...: edge of such a ground.
        calm, ochre, violet: what tells kinds apart where accent and info are taken, with their `_soft` ground; they
            say nothing of a state.
    """

    ground: str
    rail: str
    surface: str
    sunken: str
    hover: str
    line: str
    edge: str
    border: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    accent_strong: str
    accent_soft: str
    accent_line: str
    good: str
    good_soft: str
    good_line: str
    warn: str
    warn_soft: str
    warn_line: str
    bad: str
    bad_soft: str
    bad_line: str
    on_bad: str
    bad_strong: str
    info: str
    info_soft: str
    info_line: str
    calm: str
    ochre: str
    ochre_soft: str
    violet: str
    violet_soft: str


LIGHT = Roles(
    ground="#F5F4F0",
    rail="#FBFAF8",
    surface="#FFFFFF",
    sunken="#EDECE6",
    hover="#F3F2EE",
    line="#E1DFD8",
    edge="#CDCAC0",
    border="#88877F",
    ink="#1E2A2D",
    muted="#5A686C",
    accent="#0E6565",
    on_accent="#FFFFFF",
    accent_strong="#0A5050",
    accent_soft="#E1EFEE",
    accent_line="#B5D6D3",
    good="#2A6E45",
    good_soft="#E4F2E9",
    good_line="#BFDFCB",
    warn="#9A5200",
    warn_soft="#FBEFDD",
    warn_line="#EBCFA3",
    bad="#A8261E",
    bad_soft="#FBE7E5",
    bad_line="#F0BFBA",
    on_bad="#FFFFFF",
    bad_strong="#8A1D16",
    info="#2F5D9B",
    info_soft="#E6EDF7",
    info_line="#BFD0E8",
    calm="#4F9591",
    ochre="#A8702A",
    ochre_soft="#F6ECDB",
    violet="#74579B",
    violet_soft="#EEE8F6",
)

DARK = Roles(
    ground="#14191A",
    rail="#181E1F",
    surface="#1D2425",
    sunken="#2A3233",
    hover="#262E2F",
    line="#343E3F",
    edge="#4A5657",
    border="#728081",
    ink="#E8ECEB",
    muted="#A3B0B1",
    accent="#6FC5C0",
    on_accent="#06201F",
    accent_strong="#8CD5D0",
    accent_soft="#17393A",
    accent_line="#2B5B5B",
    good="#84CB9E",
    good_soft="#1B3627",
    good_line="#315A43",
    warn="#EDB263",
    warn_soft="#3A2C16",
    warn_line="#624A24",
    bad="#F29C94",
    bad_soft="#432321",
    bad_line="#703B37",
    on_bad="#2B0806",
    bad_strong="#F7B5AF",
    info="#98BBEE",
    info_soft="#1F304B",
    info_line="#37517A",
    calm="#3F8E8A",
    ochre="#D9A25A",
    ochre_soft="#3B2E18",
    violet="#B9A0DE",
    violet_soft="#30274A",
)

ROLE_NAMES = Roles._fields
STATES = ("neutral", "good", "warn", "bad", "info", "accent")
"""What a chip, banner or bar can say. `neutral` says nothing in particular."""

KIND_ROLES = {
    "accent": ("accent", "accent_soft"),
    "zacht": ("calm", "accent_soft"),
    "info": ("info", "info_soft"),
    "oker": ("ochre", "ochre_soft"),
    "paars": ("violet", "violet_soft"),
    "grijs": ("border", "sunken"),
}
"""The colours a conversation policy can give to a kind, with their roles: to fill with, and to lay under words."""

_current = LIGHT


def use(roles: Roles) -> None:
    """Make `roles` the theme in use. Only `style.apply_theme` calls this: it repaints everything too."""
    global _current  # noqa: PLW0603 - one program wears one theme
    _current = roles


def current() -> Roles:
    """The theme in use."""
    return _current


def is_dark() -> bool:
    """True when the dark theme is in use."""
    return _current is DARK


def colour(role: str) -> QColor:
    """The colour of `role` in the theme in use, e.g. `colour("muted")`.

    Raises:
        AttributeError: no such role.
    """
    return _as_colour(getattr(_current, role))


def state_colours(state: str) -> tuple[QColor, QColor, QColor]:
    """Text, ground and edge of one of `STATES`."""
    if state == "neutral":
        return colour("muted"), colour("sunken"), colour("line")
    return colour(state), colour(f"{state}_soft"), colour(f"{state}_line")


def kind_colours(kleur: str) -> tuple[QColor, QColor]:
    """Fill and ground of a kind of conversation, by the colour its policy names; grey when that is none of ours."""
    fill, ground = KIND_ROLES.get(kleur, KIND_ROLES["grijs"])
    return colour(fill), colour(ground)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two hex colours, 1.0 to 21.0 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=128)
def _as_colour(value: str) -> QColor:
    return QColor(value)


def _luminance(value: str) -> float:
    parts = (int(value[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
