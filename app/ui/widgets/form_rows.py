"""The only way to put a field on screen, so that every field has a label, a spoken name and a place for its error."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.labels import Text

OPTIONAL = "(mag leeg blijven)"


class FormRow(QWidget):
    """One field: label above it, hint between them, error below. Made by `FormRows.add_row`.

    Attributes:
        widget: the field.
        label: its label, whose buddy the field is.
    """

    def __init__(self, label: str, widget: QWidget, hint: str = "", *, optional: bool = False) -> None:
        super().__init__()
        self.widget = widget
        self._name = label
        self._hint = hint
        self.label = Text(label.replace("&", "&&"), "strong")
        self.label.setBuddy(widget)
        self._error = Text("", "error")
        self._error.hide()
        self._build(hint, optional)
        accessible.name(widget, f"{label} {OPTIONAL}" if optional else label, hint)

    def _build(self, hint: str, optional: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.5))
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(scale.space(0.75))
        if optional:
            self.label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            top.addWidget(self.label)
            top.addWidget(Text(OPTIONAL, "muted"), 1, Qt.AlignmentFlag.AlignBottom)
        else:
            top.addWidget(self.label, 1)
        if hint:
            column.addWidget(Text(hint, "small"))
        compact = self.widget.sizePolicy().horizontalPolicy() in (QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column.addWidget(self.widget, 0, Qt.AlignmentFlag.AlignLeft if compact else Qt.AlignmentFlag(0))
        column.addWidget(self._error)
        column.addStretch(1)

    def set_error(self, sentence: str) -> None:
        """Say under the field what is wrong with its answer; an empty sentence takes it away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        accessible.mark_wrong(self.widget, bool(sentence))
        accessible.name(self.widget, self.widget.accessibleName(), " ".join(filter(None, (sentence, self._hint))))
        if sentence:
            accessible.announce(self.widget, f"{self._name}: {sentence}")

    def error(self) -> str:
        """The sentence that stands under the field, empty when there is none."""
        return self._error.text()


class FormRows(QWidget):
    """Fields below each other, or next to each other where they belong together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FormRow] = []
        self._line: QHBoxLayout | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space(2.5))

    def add_row(
        self,
        label: str,
        widget: QWidget,
        hint: str = "",
        optional: bool = False,
        *,
        beside: bool = False,
        stretch: int = 1,
    ) -> FormRow:
        """Add a field.

        Parameters:
            label: its question or name; also its spoken name and, with `hint`, its spoken description.
            widget: the field; one that takes the focus through an inner widget has that as its focus proxy.
            hint: one short line of explanation under the label.
            optional: says "(mag leeg blijven)".
            beside: on the same line as the field before it, sharing the width by `stretch`.

        Returns:
            The row, to set an error on or to hide.
        """
        row = FormRow(label, widget, hint, optional=optional)
        if not beside or self._line is None:
            self._line = QHBoxLayout()
            self._line.setSpacing(scale.space(2))
            self._column.addLayout(self._line)
        self._line.addWidget(row, stretch)
        self.rows.append(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field: a text, a notice, a button."""
        self._line = None
        self._column.addWidget(widget)

    def count(self) -> int:
        """How many lines of fields and other things stand here."""
        return self._column.count()

    def clear_errors(self) -> None:
        """Take all error sentences away."""
        for row in self.rows:
            row.set_error("")

    def focus_first_error(self) -> bool:
        """Go to the first field with an error; False when there is none."""
        for row in self.rows:
            if row.error():
                row.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False
