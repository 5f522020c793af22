"""The frame of a view: title with actions, and below it content that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Title

WIDEST = 180
"""Width in average characters past which content no longer stretches: longer lines are hard to read."""


KEY = Qt.Key
PAGING = (KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Home, KEY.Key_End)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Scroll(QScrollArea):
    """A scroll area that shows the ground it lies on, with `body` (a QVBoxLayout) inside.

    Page Up, Page Down, Home and End move it, unless what has the focus wants them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A viewport of our own: asking for Qt's makes PySide look through all its widget classes, 16 ms at start.
        ground = QWidget()
        self.setViewport(ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)
        ground.setAutoFillBackground(False)
        self._taken = 0
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def _make_room(self) -> None:
        """The scroll bar takes its room of the margin: content ends below what stands above it, with or without."""
        bar, width, widest = self.verticalScrollBar(), self.width(), self.content.maximumWidth()
        wide = bar.sizeHint().width() if bar.maximum() > 0 else 0
        margins = self.body.contentsMargins()
        whole = margins.right() + self._taken
        self._taken = min(min(width, widest) - min(width - wide, widest), whole)
        margins.setRight(whole - self._taken)
        self.body.setContentsMargins(margins)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in PAGING:
            super().keyPressEvent(event)
        elif not _moved(self, event):
            event.ignore()  # another around it may have something to move

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


def page_key(within: QWidget, event: QKeyEvent) -> bool:
    """Move the largest part of a screen, page or table or text, that this key can move; whether there is one."""
    if event.key() not in PAGING:
        return False
    parts = [each for each in within.findChildren(QAbstractScrollArea) if each.isVisible()]
    parts.sort(key=lambda each: each.width() * each.height(), reverse=True)
    return any(_moved(each, event) for each in parts)


def _moved(area: QAbstractScrollArea, event: QKeyEvent) -> bool:
    """Move a part as this key says; whether there was anything to move."""
    bar = area.verticalScrollBar()
    if event.modifiers() not in PLAIN or bar.minimum() == bar.maximum():
        return False
    to = {
        KEY.Key_PageUp: bar.value() - bar.pageStep(),
        KEY.Key_PageDown: bar.value() + bar.pageStep(),
        KEY.Key_Home: bar.minimum(),
        KEY.Key_End: bar.maximum(),
    }
    bar.setValue(to[KEY(event.key())])
    return True


class Page(QWidget):
    """A view's frame. Put content into `body` or by `add`.

    Parameters:
        title: what this place is; `subtitle`: one muted line under it, none when empty.
        scroll: False for a view whose table scrolls itself and fills the page.
    """

    def __init__(
        self, title: str = "", subtitle: str = "", *, scroll: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = Title(title)
        self.subtitle = Muted(subtitle)
        self._beside = Flow(gap=1)
        self._actions = Flow(gap=1)
        self._header = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        self._fill_header()
        self.subtitle.setVisible(bool(subtitle))  # not before it has a parent: it would be a window for a moment
        self.body = self._content(column, scroll)
        self.body.setSpacing(scale.space(2))

    def _fill_header(self) -> None:
        margin = scale.space(3)
        self._line.setContentsMargins(margin, margin, margin, scale.space(2))
        self._line.setSpacing(scale.space(1.5))
        words = QVBoxLayout()
        self._line.addLayout(words, 1)
        words.setSpacing(scale.space(0.25))
        self._beside.add(self.title)
        words.addWidget(self._beside)
        words.addWidget(self.subtitle)
        self._line.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)

    def _content(self, column: QVBoxLayout, scroll: bool) -> QVBoxLayout:
        margin = scale.space(3)
        if scroll:
            widest = scale.metrics().averageCharWidth() * WIDEST
            self.scroll_area = Scroll()
            self.scroll_area.content.setMaximumWidth(widest)
            self._header.setMaximumWidth(widest)
            column.addWidget(self.scroll_area, 1)
            body = self.scroll_area.body
        else:
            body = QVBoxLayout()
            column.addLayout(body, 1)
        body.setContentsMargins(margin, 0, margin, margin)
        return body

    def add(self, content: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget, or a layout that is still empty, below what is there."""
        if isinstance(content, QWidget):
            self.body.addWidget(content, stretch)
        else:
            self.body.addLayout(content, stretch)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the right of the title; the primary one comes last."""
        self._actions.add(button)
        self._turn_header()

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a chip right after the title."""
        self._beside.add(widget)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show another title and subtitle."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def _turn_header(self) -> None:
        """In a narrow window or with large text the actions go below the title instead of squeezing it."""
        directions = QBoxLayout.Direction
        narrow = self._actions.sizeHint().width() > self.width() * 0.55
        self._line.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_header()
