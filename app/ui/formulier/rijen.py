"""Rows with columns: earlier actions, agreements, consent. Every cell is open; Enter begins a new row.

Where the columns would be too narrow to read, the cells of a row stand below each other, each with its own label.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.models.forms.answers import is_empty
from app.models.forms.definition import Column, Field
from app.models.ids import new_id
from app.ui.formulier.editors import Surroundings, make_cell
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Small

ROW_ID = "_id"

CHARACTERS = 7
"""What a column asks per unit of its width, in average characters, to stand beside the others."""

NAME_CHARACTERS = 22
"""What the name of a person asks, with the arrow of the list."""


class RowsEditor(QWidget):
    """Editor of a field of kind `rijen`. Its value is a list of rows; rows in which nothing stands are left out."""

    changed = Signal()

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._around = around
        self._rows: list[_Row] = []
        self._read_only = False
        self._is_stacked = False
        self._lines = _lines(field.kolommen)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scale.space(1))
        self._grid.setVerticalSpacing(scale.space(1))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        column.addLayout(self._grid)
        self._build_heads()
        self._add: Button | None = None
        self.set_value([])

    def value(self) -> list[dict[str, Any]]:
        """The rows in which something stands, each with its `_id`."""
        rows = [row.value() for row in self._rows]
        return [row for row in rows if any(not is_empty(cell) for key, cell in row.items() if key != ROW_ID)]

    def set_value(self, value: list[dict[str, Any]] | None) -> None:
        """Show these rows; without any, one empty row stands ready."""
        wanted = value or []
        if self._rows and wanted == self.value():
            return
        while self._rows:
            self._take_out(self._rows[-1])
        for row in wanted:
            self._insert(row)
        if not wanted:
            self._insert({})
        self._put_button()

    def set_read_only(self, read_only: bool) -> None:
        """Whether the rows can only be read."""
        self._read_only = read_only
        if self._add is not None:
            self._add.setVisible(not read_only)
        for row in self._rows:
            row.set_read_only(read_only)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._rows[0].first.setFocus(reason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self._read_only:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            in_row = isinstance(watched, QWidget) and watched.window() is self.window()  # not in a list that is open
            if in_row and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
                self._append()
                return True
        return super().eventFilter(watched, event)

    def _put_button(self) -> None:
        """Made anew after the rows, because Tab follows the order in which things were made."""
        if self._add is not None:
            self._add.hide()
            self._add.deleteLater()
        self._add = Button("Nieuwe regel", "quiet", icon="plus", small=True)
        self._add.setToolTip("Of druk op Enter in een regel")
        self._add.clicked.connect(self._append)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.setVisible(not self._read_only)

    def _build_heads(self) -> None:
        self._heads = [Small(column.label) for column in self._field.kolommen]
        for place, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, place)
        self._stretch_columns()

    def _stretch_columns(self) -> None:
        most = max(len(line) for line in self._lines)
        for place, column in enumerate(self._field.kolommen):
            name = column.soort == "persoon" and not self._is_stacked
            self._grid.setColumnMinimumWidth(place, name * NAME_CHARACTERS * self.fontMetrics().averageCharWidth())
            self._grid.setColumnStretch(place, (place < most) if self._is_stacked else column.breedte)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        asked = sum(_asked(column) for column in self._field.kolommen)
        is_narrow = event.size().width() < asked * self.fontMetrics().averageCharWidth()
        if is_narrow != self._is_stacked:
            self._is_stacked = is_narrow
            for head in self._heads:
                head.setVisible(not is_narrow)
            self._stretch_columns()
            for row in self._rows:
                self._lay(row)

    def _append(self) -> None:
        last = self._rows[-1]
        if last.is_empty():
            last.first.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._insert({}).first.setFocus(Qt.FocusReason.TabFocusReason)

    def _insert(self, value: dict[str, Any]) -> "_Row":
        row = _Row(self._field, self._around, len(self._rows) + 1, self)
        row.set_value(value)
        self._lay(row)
        row.remove.setVisible(not self._read_only)
        for cell in row.cells.values():
            cell.setVisible(True)  # now, so that it can take the focus
        row.set_read_only(self._read_only)  # not before the row has a parent: its button would be a window for a moment
        for cell in row.cells.values():
            cell.changed.connect(self.changed)
            for part in (cell, cell.focusProxy(), *cell.findChildren(QWidget)):
                if part is not None:
                    part.installEventFilter(self)
        row.remove.clicked.connect(partial(self._remove, row))
        self._rows.append(row)
        return row

    def _lay(self, row: "_Row") -> None:
        """Put a row below the others, also one that stands there already."""
        for widget in row.widgets():
            self._grid.removeWidget(widget)
        # A grid keeps the number of a row that was taken out; counting on from the last used one keeps the order.
        at, top = self._grid.rowCount(), Qt.AlignmentFlag.AlignTop
        if self._is_stacked:
            most = max(len(line) for line in self._lines)
            apart = scale.space(1.5) if self._rows and self._rows[0] is not row else 0
            row.labels[self._lines[0][0]].setContentsMargins(0, apart, 0, 0)
            for below, line in enumerate(self._lines):
                for place, name in enumerate(line):
                    span = 1 if len(line) > 1 else most
                    self._grid.addWidget(row.labels[name], at + 2 * below, place, 1, span)
                    self._grid.addWidget(row.cells[name], at + 2 * below + 1, place, 1, span, top)
            self._grid.addWidget(row.remove, at + 2 * len(self._lines) - 1, most, top)  # Tab comes past all cells first
        else:
            for place, widget in enumerate((*row.cells.values(), row.remove)):
                self._grid.addWidget(widget, at, place, top)
        for label in row.labels.values():
            label.setVisible(self._is_stacked)

    def _remove(self, row: "_Row") -> None:
        at = self._rows.index(row)
        self._take_out(row)
        if not self._rows:
            self._insert({})
        self._rows[min(at, len(self._rows) - 1)].first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_out(self, row: "_Row") -> None:
        self._rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


class _Row(QObject):
    """The cells of one row."""

    def __init__(self, field: Field, around: Surroundings, number: int, parent: QObject) -> None:
        super().__init__(parent)
        self._id = new_id()
        self.cells: dict[str, Any] = {column.id: make_cell(column.soort, around, column) for column in field.kolommen}
        self.labels = {column.id: Small(column.label) for column in field.kolommen}
        self.remove = IconButton("prullenbak", f"Regel {number} weghalen")
        for column in field.kolommen:
            accessible.name(self.cells[column.id], f"{column.label}, regel {number} van {field.kort}")

    @property
    def first(self) -> QWidget:
        """The cell in which one begins."""
        return next(iter(self.cells.values()))

    def widgets(self) -> tuple[QWidget, ...]:
        """All that stands in the grid for it."""
        return (*self.labels.values(), *self.cells.values(), self.remove)

    def value(self) -> dict[str, Any]:
        """The row with its id; cells in which nothing stands are left out."""
        cells = {name: cell.value() for name, cell in self.cells.items()}
        return {ROW_ID: self._id, **{name: value for name, value in cells.items() if not is_empty(value)}}

    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return len(self.value()) == 1

    def set_value(self, value: dict[str, Any]) -> None:
        """Show a row."""
        self._id = value.get(ROW_ID) or self._id
        for name, cell in self.cells.items():
            with QSignalBlocker(cell):
                cell.set_value(value.get(name) or "")

    def set_read_only(self, read_only: bool) -> None:
        """Whether the row can only be read."""
        self.remove.setVisible(not read_only)
        for cell in self.cells.values():
            cell.setEnabled(not read_only)


def _lines(columns: Sequence[Column]) -> tuple[tuple[str, ...], ...]:
    """Ids of columns by the line on which they stand when a row is stacked: a text has one to itself."""
    lines: list[list[str]] = []
    short = False
    for column in columns:
        if column.soort == "tekst" or not short:
            lines.append([])
        lines[-1].append(column.id)
        short = column.soort != "tekst"
    return tuple(map(tuple, lines))


def _asked(column: Column) -> int:
    """What a column needs to be read, in average characters."""
    return max(column.breedte * CHARACTERS, NAME_CHARACTERS * (column.soort == "persoon"))
