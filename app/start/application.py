"""The Qt application: its name, its language and what watches over it."""

import sys

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.ui.theme.style import FUSION


def make_application() -> QApplication:
    """Make the one application object, or take the one that is there."""
    app = QApplication.instance()
    if app is None:
        # The style is chosen here because `setStyle` hands back a QStyle, and to wrap that costs 8 ms before the paint.
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
        app.setProperty(FUSION, True)
    app.setApplicationName("ruggespraak")
    app.setApplicationDisplayName("Ruggespraak")
    app.setDesktopFileName("ruggespraak")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    return app
