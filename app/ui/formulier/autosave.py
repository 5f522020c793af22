"""When what is typed goes to the archive: after a pause, and at the latest shortly after the first key.

The road of a keystroke: editor → here → database thread → commit → `saved`. Nothing here ever waits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.storage.archive import Archive, Change
from app.storage.errors import Refused
from app.ui.database import Database

PAUSE_MILLISECONDS = 300
LATEST_MILLISECONDS = 700
LATE_MILLISECONDS = 2000
RETRY_MILLISECONDS = 5000


@dataclass(frozen=True, slots=True)
class Write:
    """One thing to write: `work(archive, draft)` does it on the database thread."""

    path: str
    work: Callable[[Archive, bool], Change]


class Autosave(QObject):
    """Collects unsaved paths and writes them together, in one transaction.

    Parameters:
        db: the archive.
        collect: gives the write for a path, with the value as it is now; called at most once per write.

    Signals:
        state_changed: `bewaard`, `bezig`, `laat` (unsaved for two seconds) or `fout`, and the moment of the last save.
    """

    state_changed = Signal(str, object)

    def __init__(self, db: Database, collect: Callable[[str], Write], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self._collect = collect
        self._unsaved: dict[str, None] = {}
        self._under_way: dict[str, int] = {}
        self._pause = _timer(self, PAUSE_MILLISECONDS, self.flush)
        self._latest = _timer(self, LATEST_MILLISECONDS, self.flush)
        self._late = _timer(self, LATE_MILLISECONDS, self._say_late)
        self._retry = _timer(self, RETRY_MILLISECONDS, self.flush)

    @property
    def is_clean(self) -> bool:
        """Whether everything is committed."""
        return not self._unsaved and not self._under_way

    def holds(self, path: str) -> bool:
        """Whether a path has a value that is not committed yet."""
        return path in self._unsaved or path in self._under_way

    def touch(self, path: str) -> None:
        """A path has a value that is not written yet. Costs next to nothing: it is called at every key."""
        if not self._unsaved:
            self._latest.start()
            if not self._late.isActive():
                self._late.start()
        self._unsaved[path] = None
        self._pause.start()

    def flush(self, *, draft: bool = True) -> None:
        """Write what is unsaved now.

        Parameters:
            draft: False when a field is left: what is written then becomes history.
        """
        for timer in (self._pause, self._latest, self._retry):
            timer.stop()
        if not self._unsaved:
            return
        paths = tuple(self._unsaved)
        self._unsaved.clear()
        for path in paths:
            self._under_way[path] = self._under_way.get(path, 0) + 1
        writes = [self._collect(path) for path in paths]
        self.state_changed.emit("bezig", None)
        self._db.ask(
            partial(_write_all, writes, draft),
            partial(self._written, paths),
            owner=self,
            otherwise=partial(self._refused, paths),
        )

    def _written(self, paths: tuple[str, ...], _result: Any) -> None:
        self._land(paths)
        self._late.stop()
        if self.is_clean:
            self.state_changed.emit("bewaard", datetime.now())
        else:
            self._late.start()  # what is unsaved now is younger than what was just written

    def _refused(self, paths: tuple[str, ...], error: BaseException) -> None:
        self._land(paths)
        if not isinstance(error, Refused):  # which would be refused for ever
            self._unsaved.update(dict.fromkeys(paths))
            self._retry.start()
        self.state_changed.emit("fout", None)
        self._db.report(error)

    def _land(self, paths: tuple[str, ...]) -> None:
        for path in paths:
            self._under_way[path] -= 1
            if not self._under_way[path]:
                del self._under_way[path]

    def _say_late(self) -> None:
        if not self.is_clean:
            self.state_changed.emit("laat", None)


def _write_all(writes: list[Write], draft: bool, archive: Archive) -> None:
    with archive.batch():
        for write in writes:
            write.work(archive, draft)


def _timer(owner: QObject, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
