"""Types in a text, and tells how long each letter took: `python -m tools.bench.typist form FOLDER FORM | bare W H PT`.

From the key event to the moment that the field and all else that follows from the key is painted. Keys come by the
event loop, at the pace of a quick typist, so that the database thread does its work in between as it always does.
Commands come by standard input, one a line, answers go to standard output as JSON: `measures` gives width and height
of the field and its type size, `keys N` gives the seconds of N keys, `saves` the commits so far.
"""

import json
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.ui.qt import override

LENGTH = 2000
PACE_MILLISECONDS = 40
AFTER_PAINTING = -1_000
WORDS = "het kind werkt aan een eigen doel en vertelt wat er al goed gaat en wat nog lastig is "
PARAGRAPH = WORDS * 4 + "\n"
FIELD = "hulpvraag.hulpvraag"

Opened = tuple[QPlainTextEdit, list[object], object]
"""A field, what was saved so far, and what has to stay alive meanwhile."""


def text() -> str:
    """What stands in both fields, `LENGTH` letters in some paragraphs."""
    return "".join(islice(cycle(PARAGRAPH), LENGTH - 1)) + "x"


class Typist(QObject):
    """Presses one key after the other in a field that has the focus."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__()
        self._field = field
        self._window = field.window().windowHandle()
        self._words = cycle(WORDS)
        self._began = 0
        self._painted = False
        self._taken: list[float] = []
        self._left = 0
        self._loop = QEventLoop()
        field.viewport().installEventFilter(self)

    def type(self, keys: int) -> list[float]:
        """Press so many keys; seconds for each."""
        self._taken, self._left = [], keys
        QTimer.singleShot(PACE_MILLISECONDS, self._press)
        self._loop.exec()
        return self._taken

    def _press(self) -> None:
        letter = next(self._words)
        code = Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper()))
        none = Qt.KeyboardModifier.NoModifier
        self._painted = False
        self._release = QKeyEvent(QEvent.Type.KeyRelease, code, none, letter)
        press = QKeyEvent(QEvent.Type.KeyPress, code, none, letter)
        self._began = time.perf_counter_ns()
        QCoreApplication.postEvent(self._window, press)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._began and not self._painted:
            self._painted = True
            # Painting of the whole window is one event: this comes after all of it.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), AFTER_PAINTING)
        return False

    @override
    def customEvent(self, event: QEvent) -> None:
        self._taken.append((time.perf_counter_ns() - self._began) / 1e9)
        self._began = 0
        QCoreApplication.postEvent(self._window, self._release)
        self._left -= 1
        if self._left:
            QTimer.singleShot(PACE_MILLISECONDS, self._press)
        else:
            self._loop.quit()


def bare(width: str, height: str, points: str) -> Opened:
    """A plain text field that belongs to nothing; it saves nothing."""
    window = QWidget()
    window.resize(int(width) + 40, int(height) + 40)
    field = QPlainTextEdit(text(), window)
    field.setGeometry(20, 20, int(width), int(height))
    font = field.font()
    font.setPointSizeF(float(points))
    field.setFont(font)
    window.show()
    return field, [], window


def form(folder: str, form_id: str) -> Opened:
    """A field of form A.6 in bespreekmodus, in the program's window, on an archive that is written to."""
    from app.ui.place import Place
    from tools.stage import Stage

    stage = Stage(Path(folder))
    saves: list[object] = []
    stage.db.saved.connect(saves.append)
    stage.go(Place("bespreekmodus", form_id, FIELD))
    field = stage.session.shell.focusWidget()
    assert isinstance(field, QPlainTextEdit), field
    field.selectAll()
    field.insertPlainText(text())
    stage.settle()
    return field, saves, stage


def main() -> None:
    _app = QApplication.instance() or QApplication(sys.argv[:1])
    _, what, *rest = sys.argv
    kinds: dict[str, Callable[..., Opened]] = {"bare": bare, "form": form}
    field, saves, _keep = kinds[what](*rest)
    field.activateWindow()
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    typist = Typist(field)
    typist.type(20)
    for line in sys.stdin:
        command, _, number = line.strip().partition(" ")
        if command == "keys":
            answer: Any = typist.type(int(number))
        elif command == "measures":
            seen = field.viewport().visibleRegion().boundingRect()
            answer = [seen.width(), seen.height(), field.font().pointSizeF()]
        else:
            answer = len(saves)
        print(json.dumps(answer), flush=True)
        QCoreApplication.processEvents()


if __name__ == "__main__":
    main()
