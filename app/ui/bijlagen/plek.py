"""Where files can be dropped or pasted."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale


class Plaats(QWidget):
    """A part of the screen that takes files: dropped on it, or pasted while the keyboard is in it.

    Signals:
        gebracht: a list of paths.
        niets: a paste without a file in it.
    """

    gebracht = Signal(object)
    niets = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_over = False
        self.setAcceptDrops(True)

    def _set_over(self, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # never a move: the original is the user's
            event.accept()
            self._set_over(True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.gebracht.emit(files_in(event.mimeData()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        files = files_in(QGuiApplication.clipboard().mimeData())
        if files:
            self.gebracht.emit(files)
        else:
            self.niets.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_over:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(palette.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(palette.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), scale.CORNER, scale.CORNER)


def files_in(mime: QMimeData) -> list[Path]:
    """The files of this computer that are dropped or pasted; also as text, a path on each line."""
    if mime.hasUrls():
        return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    found = []
    for line in mime.text().splitlines()[:100] if mime.hasText() else ():
        words = line.strip().strip('"')
        path = Path(QUrl(words).toLocalFile() if words.startswith("file:") else words)
        if words and path.is_absolute():
            found.append(path)
    return found
