"""Text of several lines that is always wholly in view."""

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import scale


class GrowingText(QPlainTextEdit):
    """A text field that is as high as its text, so that the page scrolls and not the field.

    Tab goes to the next field. Pasted text is taken plain. Nothing of ours runs at a keystroke unless a line is added
    or the cursor leaves the visible part of the page.

    Parameters:
        min_lines: height of the empty field in lines.

    Signal `changed` comes for what a person types, not for `set_value`.
    """

    changed = Signal()

    def __init__(self, text: str = "", *, min_lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._min_lines = min_lines
        self._lines = 0
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self.changed)
        self._fit()

    def value(self) -> str:
        """The text as typed, lines ended by a newline."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Show `value`; what is already there keeps its cursor and its undo."""
        if value != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(value)
            self._fit()

    def set_min_lines(self, lines: int) -> None:
        """Change the height of the empty field."""
        self._min_lines = lines
        self._fit()

    def _fit(self, *_size: object) -> None:
        """Take the height of the text; QPlainTextEdit counts its document's height in lines."""
        lines = max(self._min_lines, int(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + round(2 * self.document().documentMargin())
        height += 2 * scale.space(0.75) + 2
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            QTimer.singleShot(0, self.follow_cursor)

    def follow_cursor(self) -> None:
        """Keep the line one types in within sight when the field grows past the edge of the page."""
        area = self._scroll_area()
        page = area.widget() if area is not None else None
        if area is not None and page is not None and self.hasFocus():
            at = self.viewport().mapTo(page, self.cursorRect().center())
            area.ensureVisible(at.x(), at.y(), 0, 2 * self.fontMetrics().lineSpacing())

    def _scroll_area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, never the field

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        self._cover()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._cover()

    def _cover(self) -> None:
        """Let the text fill its own ground. The stylesheet leaves that to what lies beneath, so that each key would
        repaint frame, card and page too: a third more per key (measured)."""
        self.viewport().setAutoFillBackground(self.isEnabled() and not self.isReadOnly())
