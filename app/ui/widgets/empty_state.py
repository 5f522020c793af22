"""What stands where there is nothing yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Heading, Muted
from app.ui.widgets.sign import RoundSign


class EmptyState(QWidget):
    """Says what will come here and what to do first.

    Parameters:
        action: words on the button, none when empty; it emits `pressed`.
    """

    pressed = Signal()

    def __init__(self, icon: str, title: str, text: str = "", action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[scale.space(3)] * 4)
        column.setSpacing(scale.space(0.75))
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(RoundSign(icon), 0, centre)
        column.addSpacing(scale.space(1))
        for words in (Heading(title), Muted(text)):
            words.setAlignment(centre)
            column.addWidget(words)
            words.setVisible(bool(words.text()))  # not before it has a parent: it would be a window for a moment
        if action:
            self.button = Button(action, "primary")
            self.button.clicked.connect(self._on_clicked)
            column.addSpacing(scale.space(1.5))
            column.addWidget(self.button, 0, centre)
        column.addStretch(2)

    def _on_clicked(self) -> None:
        self.pressed.emit()
