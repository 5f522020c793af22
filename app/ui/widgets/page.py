"""The frame of a view: title with actions, and below it content that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import scale
from app.ui.widgets.labels import Muted, Title

WIDEST = 90
"""Width in average characters past which content no longer stretches: longer lines are hard to read."""


class Scroll(QScrollArea):
    """A scroll area that shows the ground it lies on, with `body` (a QVBoxLayout) inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)


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
        self.subtitle.setVisible(bool(subtitle))
        self._beside = QHBoxLayout()
        self._actions = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        self.body = self._content(column, scroll)
        self.body.setSpacing(scale.space(2))

    def _header(self) -> QLayout:
        margin = scale.space(3)
        row = QHBoxLayout()
        row.setContentsMargins(margin, margin, margin, scale.space(2))
        row.setSpacing(scale.space(2))
        words = QVBoxLayout()
        words.setSpacing(scale.space(0.25))
        line = QHBoxLayout()
        line.setSpacing(scale.space(1.5))
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        line.addWidget(self.title)
        self._beside.setSpacing(scale.space(1))
        line.addLayout(self._beside)
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        self._actions.setSpacing(scale.space(1))
        row.addLayout(self._actions)
        return row

    def _content(self, column: QVBoxLayout, scroll: bool) -> QVBoxLayout:
        margin = scale.space(3)
        if scroll:
            self.scroll_area = Scroll()
            column.addWidget(self.scroll_area, 1)
            body = self.scroll_area.body
        else:
            body = QVBoxLayout()
            column.addLayout(body, 1)
        body.setContentsMargins(margin, 0, margin, margin)
        return body

    def add(self, content: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or layout below what is there."""
        if isinstance(content, QWidget):
            self.body.addWidget(content, stretch)
        else:
            self.body.addLayout(content, stretch)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the right of the title; the primary one comes last."""
        self._actions.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a chip right after the title."""
        self._beside.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show another title and subtitle."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
