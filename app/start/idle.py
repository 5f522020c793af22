"""Notices that nobody is at the keyboard any more."""

import time

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from app.ui.qt import override
from app.ui.settings import Settings

SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
LOCK = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
CHECK_MILLISECONDS = 5_000


class Idle(QObject):
    """Watches the windows of the program for keys and the mouse.

    It listens at the windows and not at the application, so that it sees one event per key instead of every event of
    every widget: typing stays as quick as it was.

    Parameters:
        settings: say after how many minutes of silence `passed` is emitted; asked anew each time.

    Signals:
        lock_pressed: Ctrl+L, in a window that has no such shortcut of its own: a dialog.
        passed: the time is up; the clock of the wall counts, so also after the laptop has slept.
    """

    passed = Signal()
    lock_pressed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._last = time.time()
        self._timer = QTimer(self, interval=CHECK_MILLISECONDS)
        self._timer.timeout.connect(self.check)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())
        self._timer.start()

    def check(self) -> None:
        """See whether the time is up."""
        if time.time() - self._last >= self._settings.vergrendel_na * 60:
            self._last = time.time()
            self.passed.emit()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # so that it is there once, also for a window that comes back
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS_OF_LIFE:
            self._last = time.time()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.keyCombination() == LOCK:
                self.lock_pressed.emit()
        return False
