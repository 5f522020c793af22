"""Loads the rest of the program in small slices while the user types the passphrase or reads the first page."""

from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

TO_UNLOCK = (
    "app.storage.keys",
    "cryptography.hazmat.primitives.kdf.argon2",
    "cryptography.hazmat.primitives.ciphers.aead",
    "sqlcipher3",
    "app.storage.archive",
    "app.ui.database",
    "app.ui.collector",
)
TO_SHOW = (
    "app.ui.main_window",
    "app.storage.vandaag",
    "app.ui.vandaag.view",
)
LATER = (
    "app.storage.formulieren",
    "app.ui.leerlingen.view",
    "app.ui.leerlingen.dossier",
    "app.ui.besprekingen.view",
    "app.ui.besprekingen.agenda",
    "app.ui.formulier.view",
    "app.ui.bespreekmodus.view",
    "app.ui.window.palet",
    "docx",
)

PAUSE_MILLISECONDS = 5


class Warmer(QObject):
    """Imports one module per turn of the event loop, so that no key waits for more than one of them."""

    def __init__(self, modules: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self._modules = list(modules)
        self._timer = QTimer(self, interval=PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._import_next)
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest for when it is needed."""
        self._timer.stop()

    def _import_next(self) -> None:
        if not self._modules:
            self._timer.stop()
            return
        # This is a head start only: a module that can't be loaded says so when it is needed.
        with suppress(ImportError):
            import_module(self._modules.pop(0))
