"""The theme as chosen in Instellingen, and the system's when that is the choice."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from app.ui.theme import palette, scale
from app.ui.theme.style import apply_theme

CHOICES = {"systeem": Qt.ColorScheme.Unknown, "licht": Qt.ColorScheme.Light, "donker": Qt.ColorScheme.Dark}
"""What Instellingen offers."""


def follow(app: QApplication, choice: str = "systeem", text_percent: int = 100) -> None:
    """Dress the program as chosen in Instellingen and, for `systeem`, keep following the system from now on.

    Parameters:
        choice: a key of `CHOICES`; anything else counts as `systeem`.
        text_percent: text size, 100 to 175.
    """
    global _follower  # noqa: PLW0603 - one program follows one system
    hints = app.styleHints()
    if _follower is not None:
        hints.colorSchemeChanged.disconnect(_follower.on_change)
        _follower = None
    wanted = CHOICES.get(choice, Qt.ColorScheme.Unknown)
    hints.setColorScheme(wanted)  # the title bar goes along
    dress = partial(_dress, app, text_percent)
    if wanted == Qt.ColorScheme.Unknown:
        _follower = _Follower(dress)
        hints.colorSchemeChanged.connect(_follower.on_change)
        wanted = hints.colorScheme()
    dress(wanted)


class _Follower(QObject):
    """Keeps the connection to the system's colour scheme in an object of its own, so that it can be let go."""

    def __init__(self, dress: partial) -> None:
        super().__init__()
        self.dress = dress

    def on_change(self, scheme: Qt.ColorScheme) -> None:
        self.dress(scheme)


_follower: _Follower | None = None


def _dress(app: QApplication, text_percent: int, scheme: Qt.ColorScheme) -> None:
    dark = scheme == Qt.ColorScheme.Dark
    dressed = bool(app.styleSheet()) and palette.is_dark() == dark and round(scale.text_scale() * 100) == text_percent
    if not dressed:  # at start it is already, and to dress all widgets again takes a moment
        apply_theme(app, dark, text_percent)
