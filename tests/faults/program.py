"""The whole program in the process of the test: started, unlocked and closed as a person does."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

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
MOST_TABS = 80
DialogKind = type[QDialog]
Made = TypeVar("Made")


class Program:
    """A running program with keys to press and a screen to read.

    Parameters:
        qtbot: of pytest-qt.
        folder: the data folder.
    """

    def __init__(self, qtbot, folder: Path) -> None:
        self._qtbot = qtbot
        self._closed = False
        self.dialog_errors: list[BaseException] = []
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
        self._come_forward()
        for character in text:
            letter(self.focus(), character)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        self._come_forward()
        QTest.keyClick(self.focus(), key, modifiers)

    def focus(self) -> QWidget:
        """What has the cursor, in a dialog when one is open."""
        return self._window().focusWidget() or self._window()

    def _window(self) -> QWidget:
        return QApplication.activeModalWidget() or self.shell

    def _come_forward(self) -> None:
        """What a window manager does by itself: the window in use is the active one, and no list hangs before it."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if not self._window().isActiveWindow():
            self._window().activateWindow()
            self.wait(self._window().isActiveWindow)

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until the cursor is in what a screen reader would call so."""
        return self.tab_until(lambda widget: widget.accessibleName().startswith(name), name)

    def tab_until(self, arrived: Callable[[QWidget], bool], wanted: object = "") -> QWidget:
        """Press Tab until the cursor is where one wants to be."""
        seen = []
        for _ in range(MOST_TABS):
            if arrived(self.focus()):
                return self.focus()
            seen.append(self.focus().accessibleName() or getattr(self.focus(), "text", str)())
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {wanted}: {seen}")

    def push(self, words: str) -> None:
        """Go to the button that says so with Tab, and press it with the space bar."""
        self.tab_until(lambda widget: isinstance(widget, QAbstractButton) and widget.text().startswith(words), words)
        self.press(Qt.Key.Key_Space)

    def in_dialog(self, kind: DialogKind, answer: Callable[[], None]) -> None:
        """Answer the next dialog of this kind; to be called before it opens, since it holds up whoever opened it."""
        timer = QTimer(self.shell, interval=20)
        raised: list[BaseException] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                timer.stop()
                try:
                    answer()
                except BaseException as error:
                    raised.append(error)
                    dialog.reject()

        timer.timeout.connect(look)
        timer.start()
        self.dialog_errors = raised

    def texts(self) -> str:
        """All words on the screen that stand in labels."""
        return "\n".join(each.text() for each in self.shell.findChildren(QLabel) if each.isVisible())

    def label(self, name: str) -> QLabel:
        """The label that a screen reader would call so."""
        (found,) = [each for each in self.shell.findChildren(QLabel) if each.accessibleName() == name]
        return found

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


def archive_with_keys(folder: Path, fill_it: Callable[[Archive], Made]) -> tuple[Made, bytes]:
    """Make an archive with a passphrase in a new folder; what `fill_it` gave, and the database key.

    Parameters:
        fill_it: puts a school in the archive, with the IB'er Anna.
    """
    folder.mkdir(parents=True, exist_ok=True)
    new = keys.create(folder, PASSPHRASE, ANNA, cost=CHEAP)
    archive = Archive(folder, new.database_key)
    made = fill_it(archive)
    anna = archive.query("SELECT id FROM medewerker WHERE roepnaam = 'Anna'")[0]["id"]
    tie_user(archive, new.key_file.of_kind(keyfile.WACHTZIN)[0].id, anna)
    archive.close()
    return made, new.database_key


def school_with_keys(folder: Path, roepnaam: str = "Noor", achternaam: str = "Berg") -> tuple[Gevuld, bytes]:
    """The same with a school with one pupil in it (see `school.fill`)."""
    return archive_with_keys(folder, partial(fill, roepnaam=roepnaam, achternaam=achternaam))
