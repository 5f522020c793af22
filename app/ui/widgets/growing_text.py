"""Text of several lines that is always wholly in view."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from app.ui.qt import override


class GrowingText(QPlainTextEdit):
    """A text field that is as high as its text, so that the page scrolls and not the field.

    Tab goes to the next field. Pasted text is taken plain.

    Parameters:
        min_lines: height of the empty field in lines.

    Signal `changed` comes for what a person types, not for `set_value`.
    """

    changed = Signal()

    def __init__(self, text: str = "", *, min_lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._min_lines = min_lines
        self._area: QScrollArea | None = None
        self._later = QTimer(self, singleShot=True, interval=60)
        self._later.timeout.connect(self._fit)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)
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

    def _on_size(self, *_size: object) -> None:
        """A line more or less. The spare line below the text takes it, so that the page can follow between two keys
        instead of before the letter is painted; what does not fit there, as after pasting, is made room for at once."""
        if self._wanted(spare=0) > self.minimumHeight():
            self._fit()
        elif not self._later.isActive():
            self._later.start()

    def _wanted(self, spare: int) -> int:
        """Height of the text and `spare` lines, as Qt counts it when it decides whether there is anything to scroll."""
        margin = self.document().documentMargin()
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        text, block = spare * line + margin, self.document().firstBlock()
        while block.isValid():
            text += self.blockBoundingRect(block).height()
            block = block.next()
        frame = self.contentsMargins()
        return ceil(max(text, self._min_lines * line + 2 * margin)) + 1 + frame.top() + frame.bottom()

    def _fit(self) -> None:
        self._later.stop()
        height = self._wanted(spare=0 if self.isReadOnly() else 1)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _follow_cursor(self, *_range: object) -> None:
        """Keep the line one types in within sight: Qt scrolls the field itself, where there is nothing to scroll."""
        page = self._area.widget() if self._area is not None else None
        if self._area is not None and page is not None:
            at = self.viewport().mapTo(page, self.cursorRect().center())
            self._area.ensureVisible(at.x(), at.y(), 0, 2 * self.cursorRect().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        self._area = area
        if area is not None:  # the page learns only later that it has grown, hence its own signal
            area.verticalScrollBar().rangeChanged.connect(self._follow_cursor)
            self.cursorPositionChanged.connect(self._follow_cursor)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._area is not None:
            self._area.verticalScrollBar().rangeChanged.disconnect(self._follow_cursor)
            self.cursorPositionChanged.disconnect(self._follow_cursor)
            self._area = None

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
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ReadOnlyChange):
            self._fit()
        self._cover()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()  # the same text takes fewer lines in a wider field, and Qt does not always tell

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._cover()

    def _cover(self) -> None:
        """Let the text fill its own ground. The stylesheet leaves that to what lies beneath, so that each key would
        repaint frame, card and page too: a third more per key (measured)."""
        self.viewport().setAutoFillBackground(self.isEnabled() and not self.isReadOnly())
