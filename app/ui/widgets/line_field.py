"""One line of text."""

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.widgets.paint import control_height


class LineField(QLineEdit):
    """One line of text.

    Parameters:
        characters: expected length; the field is about that wide where there is room (0: as wide as the form).

    Signal `changed` comes for what a person types, not for `set_value`.
    """

    changed = Signal()

    def __init__(self, text: str = "", *, characters: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._characters = characters
        horizontal = QSizePolicy.Policy.Maximum if characters else QSizePolicy.Policy.Expanding
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self.changed)

    def value(self) -> str:
        """The text as typed."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Show `value`; what is already there keeps its cursor."""
        if value != self.text():
            with QSignalBlocker(self):
                self.setText(value)
                if not self.hasFocus():
                    self.setCursorPosition(0)  # a text longer than the field is read from its beginning

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * (self._characters or 30) + control_height()
        return QSize(width, control_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.fontMetrics().averageCharWidth() * 12), control_height())
