"""A grid of short texts, such as what helps and what hinders, for child, teacher, group and parents."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.models.forms.answers import is_empty
from app.models.forms.definition import Field
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Small, Text


class MatrixEditor(QWidget):
    """Editor of a field of kind `matrix`. Its value is `{row id: {column id: text}}`, without empty cells."""

    changed = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[tuple[str, str], GrowingText] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scale.space(1))
        grid.setVerticalSpacing(scale.space(1))
        for at, column in enumerate(field.kolommen, 1):
            grid.addWidget(Small(column.label), 0, at)
            grid.setColumnStretch(at, column.breedte)
        for down, row in enumerate(field.rijen, 1):
            grid.addWidget(Text(row.label, wrap=False), down, 0, Qt.AlignmentFlag.AlignVCenter)
            for at, column in enumerate(field.kolommen, 1):
                grid.addWidget(self._cell(row.id, column.id, f"{row.label}, {column.label}, {field.kort}"), down, at)

    def value(self) -> dict[str, dict[str, str]]:
        """What stands in the cells."""
        filled: dict[str, dict[str, str]] = {}
        for (row, column), cell in self._cells.items():
            if not is_empty(cell.value()):
                filled.setdefault(row, {})[column] = cell.value()
        return filled

    def set_value(self, value: dict[str, dict[str, Any]] | None) -> None:
        """Show texts in the cells."""
        for (row, column), cell in self._cells.items():
            with QSignalBlocker(cell):
                cell.set_value((value or {}).get(row, {}).get(column, ""))

    def set_read_only(self, read_only: bool) -> None:
        """Whether the cells can only be read."""
        for cell in self._cells.values():
            cell.setReadOnly(read_only)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        next(iter(self._cells.values())).setFocus(reason)

    def _cell(self, row: str, column: str, name: str) -> GrowingText:
        cell = GrowingText(min_lines=1)
        accessible.name(cell, name)
        cell.changed.connect(self.changed)
        self._cells[row, column] = cell
        return cell
