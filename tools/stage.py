"""The program set up to be measured or pictured: real views on a real archive, on a day of one's choice.

What a person does by looking, waiting until everything is there, is done here by `settle`.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.models.school import Medewerker, School
from app.start.application import make_application
from app.start.options import Options
from app.start.session import Session
from app.start.steps import Start
from app.storage.archive import Archive
from app.storage.keys import DEMO_KEY
from app.storage.school import the_school, user_of
from app.ui.context import Context
from app.ui.database import Database
from app.ui.place import Place
from app.ui.qt import override
from tools.proefschool import DAY

LAPTOP = QSize(1366, 768)
"""The window of a small laptop, in logical pixels."""

AFTER_EVERYTHING = -1_000
"""Priority of an event that comes when all that waits, painting too, is done."""


class WatchedDatabase(Database):
    """A database that knows whether everything that was asked of it is answered.

    Signals:
        calm: the last open question was answered.
    """

    calm = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.waiting = 0

    @override
    def run(self, work: Callable[[], Any], then: Any = None, *, owner: Any = None, otherwise: Any = None) -> None:
        self.waiting += 1
        super().run(work, then, owner=owner, otherwise=otherwise)
        super().run(_nothing, self._on_answered)  # answers come in the order of the questions

    def _on_answered(self, _result: object) -> None:
        self.waiting -= 1
        if not self.waiting:
            self.calm.emit()


class Calm(QObject):
    """Says when nothing waits to be done any more.

    Parameters:
        db: whose answers are waited for as well, if there is one.
    """

    def __init__(self, db: WatchedDatabase | None = None) -> None:
        super().__init__()
        self._db = db
        self._loop = QEventLoop()
        self._rounds = 0
        if db is not None:
            db.calm.connect(self._next_round)

    def wait(self, seconds: float, rounds: int = 2) -> None:
        """Let the event loop run until it is calm.

        Parameters:
            seconds: to wait at most.
            rounds: how many times in a row nothing may be found waiting; a timer of no time can start something new.

        Raises:
            TimeoutError: it did not become calm.
        """
        self._rounds = rounds
        late = QTimer(self, singleShot=True)
        late.timeout.connect(self._loop.exit)
        late.start(int(seconds * 1000))
        self._next_round()
        self._loop.exec()
        if self._rounds:
            raise TimeoutError(f"not calm after {seconds} s; {self._db.waiting if self._db else 0} questions open")

    def _next_round(self) -> None:
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), AFTER_EVERYTHING)

    @override
    def customEvent(self, event: QEvent) -> None:
        if not self._rounds or (self._db is not None and self._db.waiting):
            return  # it is calm already, or `calm` brings the next round
        self._rounds -= 1
        if self._rounds:
            QTimer.singleShot(0, self._next_round)
        else:
            self._loop.quit()


class Stage:
    """The unlocked program in its own window.

    Parameters:
        folder: of an archive with the key of the Proefschool.
        day: which day it is.
        size: of the window, in logical pixels.
    """

    def __init__(self, folder: Path, day: date = DAY, size: QSize = LAPTOP) -> None:
        self.app: QApplication = make_application()
        start = Start(Options(demo=True))
        start.folder, start.known = folder, True
        self.session = Session(self.app, start)
        self.db = WatchedDatabase()
        self.db.open(folder, DEMO_KEY, _ignore, _raise)
        self.day = day
        self.session.shell.resize(size)
        known: list[tuple[School, Medewerker | None]] = []
        self.db.ask(_who, known.append, otherwise=_raise)
        settle(self.db)
        school, user = known[0]
        self.context = Context(
            db=self.db,
            folder=folder,
            gebruiker=user.naam if user else "",
            ik=user.id if user else "",
            school=school,
            demo=True,
            settings=self.session.settings,
            vandaag=self._today,
        )
        self.session.show_main(self.context)
        self.session.shell.show()
        self.session.shell.activateWindow()
        self.settle()

    def go(self, place: Place) -> None:
        """Go somewhere, and wait until it is there."""
        assert self.session.main is not None
        self.session.main.go(place)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing moves any more."""
        settle(self.db)

    def close(self) -> None:
        """Take down the window and end the database thread."""
        if self.session.main is not None:
            self.session.main.flush()
            self.session.main.deleteLater()
            self.session.main = None
        self.settle()
        self.db.close()
        self.session.shell.close_now()
        self.session.deleteLater()

    def _today(self) -> date:
        return self.day


def settle(db: WatchedDatabase | None = None, seconds: float = 30.0) -> None:
    """Wait until all questions are answered and all that follows is painted.

    Raises:
        TimeoutError: that did not happen in time.
    """
    Calm(db).wait(seconds)


def pause(milliseconds: int) -> None:
    """Let the event loop run for a while; `QTest.qWait` would keep the database thread from running."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _who(archive: Archive) -> tuple[School, Medewerker | None]:
    return the_school(archive), user_of(archive, None)


def _raise(error: BaseException) -> None:
    raise error


def _ignore(_result: object) -> None:
    """Opening has no other answer than that it is done."""


def _nothing() -> None:
    """A question whose answer only tells that those before it were answered."""
