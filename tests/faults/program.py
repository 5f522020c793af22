"""The whole program in the process of the test: started, unlocked and closed as a person does."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.start.options import Options
from app.start.session import Session
from app.start.steps import BEFORE_THE_WINDOW, Start, run_steps
from app.storage import keyfile, keys
from app.storage.archive import Archive
from app.storage.errors import StorageError
from app.storage.school import tie_user
from app.ui.main_window import MainWindow
from app.ui.ontgrendelen.eerst import EerstePage
from app.ui.ontgrendelen.page import OntgrendelPage

from .school import ANNA, Gevuld, fill
from .typer import letter

PASSPHRASE = "zeven gele fietsen onder water"
CHEAP = keyfile.Cost(memory=64, passes=1, lanes=1)
PATIENCE = 10_000


class Program:
    """A running program with keys to press and a screen to read.

    Parameters:
        qtbot: of pytest-qt.
        folder: the data folder.
    """

    def __init__(self, qtbot, folder: Path) -> None:
        self._qtbot = qtbot
        self._closed = False
        self.start = Start(Options(data=folder))
        trouble = None
        try:
            run_steps(BEFORE_THE_WINDOW, self.start)
        except StorageError as error:
            trouble = error
        self.session = Session(QApplication.instance(), self.start)
        self.session.begin(trouble)
        self.shell = self.session.shell
        self.wait(self._is_ready)

    def _is_ready(self) -> bool:
        if not self.shell.isActiveWindow():
            self.shell.activateWindow()
        return self.shell.isActiveWindow() and not isinstance(self.shell.page, EerstePage)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type a passphrase and Enter."""
        self.wait(lambda: isinstance(self.shell.page, OntgrendelPage))
        self.type(passphrase)
        self.press(Qt.Key.Key_Return)

    def unlocked(self) -> MainWindow:
        """The main window, once it is there."""
        self.wait(lambda: isinstance(self.shell.page, MainWindow))
        return self.shell.page

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        for character in text:
            letter(self.focus(), character)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(self.focus(), key, modifiers)

    def focus(self) -> QWidget:
        """What has the cursor."""
        return self.shell.window().focusWidget() or self.shell

    def texts(self) -> str:
        """All words on the screen that stand in labels."""
        return "\n".join(each.text() for each in self.shell.findChildren(QLabel) if each.isVisible())

    def says(self, words: str) -> bool:
        """Whether these words stand on the screen."""
        return words in self.texts()

    def wait(self, until) -> None:
        """Let the program work until something is so."""
        self._qtbot.waitUntil(until, timeout=PATIENCE)

    def ask(self, question):
        """Ask the open archive and wait for the answer."""
        found = []
        self.session.keeper().db.ask(question, found.append)
        self.wait(lambda: bool(found))
        return found[0]

    def close(self) -> None:
        """Close the window and wait for the end; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        if self.shell.isVisible():
            self.shell.close()
            self.wait(lambda: not self.shell.isVisible())
        self.session.keeper().close()
        self.session.deleteLater()
        self.shell.deleteLater()


def school_with_keys(folder: Path, roepnaam: str = "Noor", achternaam: str = "Berg") -> tuple[Gevuld, bytes]:
    """Make an archive with a passphrase in a new folder; what is in it, and its database key."""
    folder.mkdir(parents=True, exist_ok=True)
    new = keys.create(folder, PASSPHRASE, ANNA, cost=CHEAP)
    archive = Archive(folder, new.database_key)
    made = fill(archive, roepnaam, achternaam)
    anna = archive.query("SELECT id FROM medewerker WHERE roepnaam = 'Anna'")[0]["id"]
    tie_user(archive, new.key_file.of_kind(keyfile.WACHTZIN)[0].id, anna)
    archive.close()
    return made, new.database_key
