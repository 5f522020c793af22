"""Somebody who types without end: the real window on the real archive, in a process that is made to be killed.

After each key it says when that was, which field has the cursor and what stands there on the screen.
"""

import json
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.start.application import make_application
from app.storage.lock import FolderLock
from app.ui.bespreekmodus.view import BespreekmodusView
from app.ui.context import Context
from app.ui.database import Database
from app.ui.formulier import autosave
from app.ui.formulier.paneel import FormPanel
from app.ui.main_window import MainWindow
from app.ui.place import Place
from app.ui.theme import style
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.line_field import LineField

from .clock import now
from .school import ANNA, KEY, VANDAAG

WORDS = ("de", "juf", "ziet", "afhaakt", "–", "café,", "’s", "reünie", "“ruzie”", r"Zoë\N", "100%", "<b>';", "--")
SECTIONS = ("", "acties", "onderwijsbehoeften", "plan", "begeleiding", "vervolg")
"""Where it begins; the empty one is the first that is not done, and the last one ends the form."""

LONGEST_LIFE_SECONDS = 30
"""A typer that nobody kills ends by itself."""

MOST_FIELDS = 40
"""So often Tab is pressed in search of a text to type in."""

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Typer:
    """Types random words into random fields of a form in bespreekmodus.

    Parameters:
        folder: of a filled archive.
        form: the form to fill in.
        seed: of the chance that rules what is typed.
        out: file descriptor to tell each key to.
    """

    words = WORDS

    def __init__(self, folder: Path, form: str, seed: int, out: int) -> None:
        self._chance = random.Random(seed)
        self._form = form
        self._out = out
        self._keys: list[str] = []
        self._searched = 0
        self._lock = FolderLock(folder)
        self._db = Database()
        self._context = Context(self._db, folder, ANNA, vandaag=lambda: VANDAAG)
        self._window: MainWindow | None = None
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._press)
        self._db.failed.connect(_give_up)
        self._db.open(folder, KEY, self._show, _give_up)

    def _show(self, _opened: None) -> None:
        self._window = MainWindow(self._context)
        self._window.resize(1300, 850)
        self._window.show()
        self._window.go(Place("bespreekmodus", self._form, self._chance.choice(SECTIONS)))
        self._timer.start(100)

    def _panel(self) -> FormPanel | None:
        view = self._window.router.view if self._window else None
        found = view.findChildren(FormPanel) if isinstance(view, BespreekmodusView) else []
        return next((each for each in found if each.isVisible() and each.current), None)

    def _press(self) -> None:
        panel, focus = self._panel(), self._window.focusWidget() if self._window else None
        if self._window is not None and not self._window.isActiveWindow():
            self._window.activateWindow()  # a shortcut works in the active window only
            panel = None
        if panel is None or focus is None:
            self._timer.start(20)
            return
        if not takes_words(focus) or panel.page().holding(focus) is None:
            self._look_for_text(panel, focus)
            return
        self._searched = 0
        if not self._keys:
            self._keys = [*self._chance.choice(self.words), " "]
            self._wander(panel, focus)
            self._tell(panel, focus)  # Enter is a key too
            self._timer.start(20)
            return
        if self._chance.random() < 0.05:
            self._key(focus, Qt.Key.Key_Backspace)
        else:
            letter(focus, self._keys.pop(0))
        self._tell(panel, focus)
        self._timer.start(self._pause())

    def _look_for_text(self, panel: FormPanel, focus: QWidget) -> None:
        """On to the next field; and to another section where nothing but questions to choose from is asked."""
        self._searched = (self._searched + 1) % MOST_FIELDS
        if self._searched:
            self._key(focus, Qt.Key.Key_Tab)
        elif panel.current == SECTIONS[-1]:
            self._key(focus, Qt.Key.Key_Up, ALT)
        else:
            self._key(focus, Qt.Key.Key_Down, ALT)
        self._timer.start(1)

    def _wander(self, panel: FormPanel, focus: QWidget) -> None:
        """Between two words: mostly type on, else on to another field, row or section."""
        chance = self._chance.random()
        if chance < 0.2:
            self._key(focus, Qt.Key.Key_Tab)
        elif chance < 0.35:
            self._key(focus, Qt.Key.Key_Return)  # a new row, or a new line
        elif chance < 0.45 and panel.current != SECTIONS[-1]:
            self._key(focus, Qt.Key.Key_Return, CONTROL)
        elif chance < 0.5:
            self._key(focus, Qt.Key.Key_Up, ALT)
        elif chance < 0.53:
            self._key(focus, Qt.Key.Key_S, CONTROL)

    def _pause(self) -> int:
        """Milliseconds to the next key: a quick typist, who now and then thinks."""
        return self._chance.randint(300, 900) if self._chance.random() < 0.02 else self._chance.randint(8, 80)

    def _tell(self, panel: FormPanel, focus: QWidget) -> None:
        path = panel.page().holding(focus)
        row = panel.page().row(path) if path else None
        if row is None:  # gone to another section
            return
        os.write(self._out, json.dumps([now(), path, shown(row)]).encode() + b"\n")

    @staticmethod
    def _key(focus: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(focus, key, modifiers)


def letter(focus: QWidget, character: str) -> None:
    """Press and let go of the key of any character; QTest knows only those of an American keyboard."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


def takes_words(widget: QWidget) -> bool:
    """Whether any word can be typed in it; also in a date field, where it is kept though it is no date."""
    return isinstance(widget, GrowingText | LineField)


def shown(row: QWidget) -> list[str]:
    """The texts that stand in the fields of a row of the form, empty ones left out."""
    fields = [each for each in row.findChildren(QWidget) if takes_words(each)]
    texts = [
        each.toPlainText() if isinstance(each, GrowingText) else each.text() for each in fields if each.isVisible()
    ]
    return [text for text in texts if text]


def _hear(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt complains of, but for what its offscreen platform says of itself."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr, flush=True)


def _give_up(error: BaseException) -> None:
    print(repr(error), file=sys.stderr, flush=True)
    os._exit(3)


def run(folder: str, form: str, seed: int, out: int) -> None:
    """Type until killed. It never closes anything properly: there is no way out but a sudden one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_hear)
    app = make_application()
    style.apply_theme(app, dark=False)
    typer = Typer(Path(folder), form, seed, out)
    QTimer.singleShot(LONGEST_LIFE_SECONDS * 1000, lambda: os._exit(4))
    app.exec()
    del typer


def run_without_saving(folder: str, form: str, seed: int, out: int) -> None:
    """A program that breaks the promise, to see that the test would notice."""
    autosave.PAUSE_MILLISECONDS = autosave.LATEST_MILLISECONDS = 60_000
    run(folder, form, seed, out)


def run_with_canary(folder: str, form: str, seed: int, out: int) -> None:
    """Somebody who types one word only, in a home and a folder for temporary files beside the archive."""
    Typer.words = ("sijsjesgezang",)
    os.environ |= {"TMPDIR": str(Path(folder).parent / "tijdelijk"), "HOME": str(Path(folder).parent / "tijdelijk")}
    run(folder, form, seed, out)
