"""What is loaded when: the parts of the program that the first picture does without."""

from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module

WITHOUT_QT = (
    "app.storage.vandaag",
    "app.storage.worker",
    "app.models.formuliersoort",
)
"""What the first view of the Proefschool reads with. Once Qt is there PySide reads the source of every module that
imports another one, to see whether that is Qt: 7 ms for what these bring along.
"""

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
)


def load(modules: Iterable[str]) -> None:
    """Load modules ahead of their use. One that can't be loaded says so when it is needed."""
    for module in modules:
        with suppress(ImportError):
            import_module(module)
