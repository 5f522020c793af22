"""The Qt application: its name, its language and what watches over it."""

import sys

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication


def make_application() -> QApplication:
    """Make the one application object, or take the one that is there."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("ruggespraak")
    app.setApplicationDisplayName("Ruggespraak")
    app.setDesktopFileName("ruggespraak")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    return app
