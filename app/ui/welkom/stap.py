"""What the steps of the welcome have in common."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import scale
from app.ui.widgets.form_rows import FormRow, FormRows
from app.ui.widgets.labels import Muted, Title


class Stap(QWidget):
    """One step: a title, a line that says why, and fields.

    Attributes:
        next_words: what stands on the button that leads on.

    Signals:
        done: this step can go on by itself.
    """

    done = Signal()
    next_words: ClassVar[str] = "Verder"

    def __init__(self, title: str, why: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scale.space(2))
        self.column.addWidget(Title(title))
        self.column.addWidget(Muted(why))
        self.rows = FormRows()
        self._required: list[tuple[FormRow, str]] = []

    def require(self, row: FormRow, sentence: str) -> None:
        """Say `sentence` under a field that is left empty."""
        self._required.append((row, sentence))
        field: Any = row.widget
        field.changed.connect(self.rows.clear_errors)

    def is_complete(self) -> bool:
        """Whether the user can go on; if not, the fields say why and the first one has the focus."""
        for row, sentence in self._required:
            field: Any = row.widget
            row.set_error("" if field.value().strip() else sentence)
        self.check()
        return not self.rows.focus_first_error()

    def check(self) -> None:
        """Set further errors on the rows."""

    def enter(self) -> None:
        """The step comes on screen."""
        if self.rows.rows:
            self.rows.rows[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)
