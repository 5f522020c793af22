"""Undo rather than "are you sure?"."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Text
from app.ui.widgets.paint import rounded


class UndoBar(QWidget):
    """Lies at the bottom of its parent for a while after something was removed, with a way back.

    It stays as long as the pointer or the keyboard is on it. Alt+Z takes back, from anywhere in the window. A window
    shows one bar at a time.

    Parameters:
        parent: the widget over whose lower edge it lies.
        seconds: how long it stays.
        above: a row of buttons at the lower edge that must stay free, or None.
    """

    def __init__(self, parent: QWidget, seconds: float = 10, above: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = parent
        self._above = above
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
        parent.installEventFilter(self)
        self.hide()

    def offer(self, words: str, undo: Callable[[], object]) -> None:
        """Say what went, and offer to call `undo`. What another bar in the window offered is over."""
        for other in self.window().findChildren(UndoBar):
            other.hide()  # else they lie on each other, and Alt+Z would mean both
        self._undo = undo
        self._words.setText(words)
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
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

    def _place(self) -> None:
        self.adjustSize()
        host, edge = self._host, self._host.height() - scale.space(3)
        if self._above is not None and self._above.isVisible():
            edge = self._above.mapTo(host, QPoint()).y() - scale.space(1)
        self.move((host.width() - self.width()) // 2, edge - self.height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fill, edge = palette.colour("surface"), palette.colour("border")
        rounded(QPainter(self), QRectF(self.rect()), scale.CARD_CORNER, fill, edge)
