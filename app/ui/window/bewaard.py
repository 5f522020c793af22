"""Keeps the words in the top bar true: saved only after a commit, and only when nothing waits to be written."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from app.storage.errors import StorageError
from app.ui.database import Database
from app.ui.widgets.save_state import SaveState

LOOK_MILLISECONDS = 500
LATE_MILLISECONDS = 2000


class SaveWatch(QObject):
    """Looks twice a second whether everything that was typed is written.

    Parameters:
        db: tells of commits and of what goes wrong.
        is_saved: whether the views have nothing that waits.
        words: where it is said.
    """

    def __init__(self, db: Database, is_saved: Callable[[], bool], words: SaveState) -> None:
        super().__init__(words)
        self._is_saved = is_saved
        self._words = words
        self._last: datetime | None = None
        self._unsaved = QElapsedTimer()
        self._failed = False
        db.saved.connect(self._on_saved)
        db.failed.connect(self._on_failed)
        self._timer = QTimer(self, interval=LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        words.show_saved()

    def look(self) -> None:
        """Say how it stands now."""
        if self._is_saved():
            self._unsaved.invalidate()
            if not self._failed:
                self._words.show_saved(self._last)
        elif not self._unsaved.isValid():
            self._unsaved.start()
        elif self._unsaved.elapsed() >= LATE_MILLISECONDS and not self._failed:
            self._words.show_unsaved()

    def _on_saved(self, moment: datetime) -> None:
        self._last = moment
        self._failed = False
        self.look()

    def _on_failed(self, _error: StorageError) -> None:
        self._failed = True
        self._words.show_failed()
