"""A second start brings the first window forward instead of opening the archive twice.

Which start is the first is decided by the lock on the archive's folder (`app.storage.lock`), which no crash leaves
behind. Only the second start, and the first one after its window is up, load Qt's network module: it costs too much
to load before the first paint.
"""

import getpass
import hashlib
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_PATIENCE = 3.0
"""Seconds for which a second start keeps ringing: the first one may be just as young, and not listening yet."""

_LONGEST_TOKEN = 512


def bell_name(folder: Path) -> str:
    """The name at which the first start listens: per data folder and per user, and without the name of either."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = ""
    where = os.path.normcase(os.path.realpath(folder))
    return "ruggespraak-" + hashlib.sha256(f"{user}\n{where}".encode("utf-8", "surrogateescape")).hexdigest()[:20]


def ring(folder: Path, patience: float = _PATIENCE) -> bool:
    """Ask the program that has this folder open to come forward. Needs a QCoreApplication.

    Parameters:
        folder: the data folder.
        patience: seconds to keep trying.

    Returns:
        Whether it has answered.
    """
    from PySide6.QtNetwork import QLocalSocket

    _let_others_come_forward()
    end = time.monotonic() + patience
    while True:
        socket = QLocalSocket()
        socket.connectToServer(bell_name(folder))
        if socket.waitForConnected(200):
            # On Wayland only who was started by the user may raise a window; the token passes that right on.
            socket.write(os.environ.get("XDG_ACTIVATION_TOKEN", "").encode()[:_LONGEST_TOKEN] + b"\n")
            left = max(int((end - time.monotonic()) * 1000), 200)
            if socket.waitForReadyRead(left) and bytes(socket.readAll().data()).startswith(b"ja"):
                return True
        if time.monotonic() >= end:
            return False
        time.sleep(0.05)


class Bell(QObject):
    """Listens for a second start; make it once the first window is up, by whoever holds the folder's lock.

    Parameters:
        folder: the data folder.
        on_ring: called on this thread for each second start.
        parent: owns it; the bell stops when that goes.
    """

    def __init__(self, folder: Path, on_ring: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._on_ring = on_ring
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._open)
        # Nobody else can be listening, since the lock is ours: a name that is taken was left behind by a crash.
        QLocalServer.removeServer(bell_name(folder))
        self.listening = self._server.listen(bell_name(folder))

    def _open(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(partial(self._answer, socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._answer(socket)

    def _answer(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine():
            return
        _take_token(bytes(socket.readLine(_LONGEST_TOKEN + 2).data()))
        socket.write(b"ja\n")
        socket.flush()
        socket.disconnectFromServer()
        self._on_ring()


def come_forward(window: QWidget) -> None:
    """Show a window in front of all others, as large as it was before it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _take_token(line: bytes) -> None:
    token = line.strip().decode("ascii", "ignore")
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token


def _let_others_come_forward() -> None:
    """Windows lets only the program that the user just started raise a window, and that is this one."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
