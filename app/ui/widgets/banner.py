"""A notice in the place it is about."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Text
from app.ui.widgets.paint import rounded
from app.ui.widgets.sign import Sign

BANNER_ICONS = {"info": "info", "warn": "waarschuwing", "bad": "waarschuwing", "good": "vink"}


class Banner(QWidget):
    """A notice in the place it is about, with what one can do.

    Parameters:
        state: `info`, `good`, `warn` or `bad`; its icon says the same as its colour.
        title: one line in bold; text: the rest, none when empty.
        dismissible: can be put away; then `dismissed` is emitted.
    """

    dismissed = Signal()

    def __init__(
        self, state: str, title: str, text: str = "", *, dismissible: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._sign = Sign(BANNER_ICONS[state], state)
        self.title = Text(title, "strong")
        self.text = Text(text)
        self._actions = Flow()
        self._build(dismissible)
        self.set(state, title, text)

    def _build(self, dismissible: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.space(2.5), scale.space(2), scale.space(2), scale.space(2))
        row.setSpacing(scale.space(1.5))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        row.addLayout(column, 1)
        column.setSpacing(scale.space(0.25))
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self._actions)
        self._actions.setContentsMargins(0, scale.space(1), 0, 0)
        self._actions.hide()
        if dismissible:
            close = IconButton("kruis", "Sluit deze melding")
            close.clicked.connect(self._dismiss)
            corner = QVBoxLayout()
            row.addLayout(corner)
            corner.setContentsMargins(0, -scale.space(0.75), -scale.space(0.5), 0)  # its sign on the title's line
            corner.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def set(self, state: str, title: str, text: str = "") -> None:
        """Say something else; a screen reader hears it."""
        self._state = state
        self._sign.set(BANNER_ICONS[state], state)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}".strip())
        accessible.announce(self, self.accessibleName(), urgent=state == "bad")
        self.update()

    def add_action(self, text: str, on_click: Callable[[], object], kind: str = "secondary") -> Button:
        """Add a button that calls `on_click` (without arguments)."""
        button = Button(text, kind, small=True)
        button.clicked.connect(on_click)
        self._actions.add(button)
        self._actions.show()
        return button

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _, ground, edge = palette.state_colours(self._state)
        rounded(QPainter(self), QRectF(self.rect()), scale.CARD_CORNER, ground, edge)
