"""Undo rather than "are you sure?"."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Text
from app.ui.widgets.paint import rounded


class UndoBar(QWidget):
    """Stands at the lower edge of its parent for a while after something was removed, with a way back.

    The parent gives up a strip of its room for it, so that it never lies over anything. A parent that scrolls as a
    whole could have its lower edge out of sight: then what stands around the scrolling gives the strip.

    It stays as long as the pointer or the keyboard is on it. Alt+Z takes back, from anywhere in the window. A window
    shows one bar at a time.

    Parameters:
        parent: the widget that gives up room; its layout must follow its contents margins, as Qt's own do.
        seconds: how long it stays.
        shrinks: the parent grows smaller rather than out of sight: it gives the strip, whatever scrolls around it.
    """

    def __init__(self, parent: QWidget, seconds: float = 10, *, shrinks: bool = False) -> None:
        super().__init__(parent)
        self._shrinks = shrinks
        self._host = parent
        self._undo: Callable[[], object] | None = None
        self._words = Text("", wrap=False)
        self.button = Button("Ongedaan maken", icon="ongedaan", shortcut="Alt+Z", small=True)
        close = IconButton("kruis", "Sluit deze melding")
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.space(2.5), scale.space(1), scale.space(1), scale.space(1))
        row.setSpacing(scale.space(2))
        for widget in (self._words, self.button, close):
            row.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._timer.timeout.connect(self._time_is_up)
        self.button.clicked.connect(self._on_undo)
        close.clicked.connect(self.hide)
        self.hide()

    def offer(self, words: str, undo: Callable[[], object]) -> None:
        """Say what went, and offer to call `undo`. What another bar in the window offered is over."""
        for other in self.window().findChildren(UndoBar):
            other.hide()  # else they lie on each other, and Alt+Z would mean both
        self._undo = undo
        self._words.setText(words)
        self.setAccessibleName(words)
        self._settle()
        self.show()
        self._place()
        self._timer.start()
        accessible.announce(self, f"{words} Ongedaan maken kan met Alt Z.")

    def _on_undo(self) -> None:
        self._timer.stop()
        self.hide()
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    def _time_is_up(self) -> None:
        focus = self.window().focusWidget()
        if self.underMouse() or self.isAncestorOf(focus):
            self._timer.start()
        else:
            self.hide()

    def _settle(self) -> None:
        """Move to what gives the strip; where that is shows only once the views stand in each other."""
        host = self._host if self._shrinks else _still(self._host)
        if host is not self.parentWidget():
            self.setParent(host)
        self._host = host
        host.installEventFilter(self)

    def _place(self) -> None:
        self.adjustSize()
        host, strip = self._host, self.height() + scale.space(2.5)
        host.setContentsMargins(0, 0, 0, strip)
        self.move((host.width() - self.width()) // 2, host.height() - strip + scale.space(1))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._host.setContentsMargins(0, 0, 0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fill, edge = palette.colour("surface"), palette.colour("border")
        rounded(QPainter(self), QRectF(self.rect()), scale.CARD_CORNER, fill, edge)


def _still(host: QWidget) -> QWidget:
    """What stands around all that scrolls `host`, within its window; `host` itself when nothing does."""
    around: QWidget | None = host
    while around is not None and not around.isWindow():
        above = around.parentWidget()
        if isinstance(around, QScrollArea) and above is not None:
            host = above
        around = above
    return host
