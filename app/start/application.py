"""The Qt application: its name, its language and what watches over it."""

import sys

from PySide6.QtWidgets import QApplication

from app.resources import resource
from app.ui.theme.style import FUSION


def make_application() -> QApplication:
    """Make the one application object, or take the one that is there."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # The style is chosen here because `setStyle` hands back a QStyle, and to wrap that costs 8 ms before the paint.
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
        app.setProperty(FUSION, True)
    app.setApplicationName("ruggespraak")
    app.setApplicationDisplayName("Ruggespraak")
    app.setDesktopFileName("ruggespraak")
    return app


def finish_application(app: QApplication) -> None:
    """What can wait until the window is there: the program's mark, and Dutch for Qt's own dialogs."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    from app.ui.theme.qt_icons import app_icon

    app.setWindowIcon(app_icon())
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    own = resource("vertaling")  # the few texts that Qt's own Dutch lacks
    for name, folder in (
        ("qt_nl", str(own)),
        ("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
