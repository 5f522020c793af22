"""What a table shows: columns that are described once, rows that are plain mappings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.models.datums import kort
from app.ui.qt import override

Row = Mapping[str, Any]
Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole
"""Role under which the delegate finds the value itself instead of its text."""

EMPTY = (2,)
"""Sort key of nothing: always at the end."""

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        key: where its value stands in a row.
        title: its header.
        characters: width in average characters, for a column that does not stretch.
        stretch: share of the width that is left over; 0 keeps to `characters`.
        role: type role of its text: `body`, `strong`, `muted`.
        right: for numbers, against the right edge.
        sort: key of the value that it is sorted by, when that is not what it shows, e.g. a surname.
    """

    key: str
    title: str
    characters: int = 14
    stretch: int = 0
    role: str = "body"
    right: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A value that is drawn as a chip.

    Attributes:
        text: its words.
        state: one of `palette.STATES`.
        icon: sign before the words.
        order: what it is sorted by instead of its words.
    """

    text: str
    state: str = "neutral"
    icon: str = ""
    order: float | None = None


def shown(value: object) -> str:
    """The text of a value: dates the Dutch way, several tags with commas, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, Tag):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(shown(part) for part in value)
    return kort(value, date.today()) if isinstance(value, date) else str(value)


def sort_key(value: object) -> tuple:
    """What a value is sorted by: numbers by size, text by letter with its numbers by size, nothing at the end."""
    if isinstance(value, tuple):
        value = value[0] if value else None
    if isinstance(value, Tag):
        value = value.order if value.order is not None else value.text
    if isinstance(value, date):
        return (0, value.toordinal())
    if isinstance(value, bool | int | float):
        return (0, value)
    if not value:
        return EMPTY
    parts = _DIGITS.split(str(value).casefold())
    return (1, [(int(part), "") if part.isdecimal() else (-1, part) for part in parts if part])


class TableModel(QAbstractTableModel):
    """Rows in memory. Twenty thousand are nothing: only those in sight are ever asked for."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, in the order that was chosen before."""
        self.beginResetModel()
        self.rows = list(rows)
        self._order()
        self.endResetModel()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sorted_by = (column, order) if column >= 0 else None
        self.beginResetModel()
        self._order()
        self.endResetModel()

    def _order(self) -> None:
        if self.sorted_by is None:
            return
        place, order = self.sorted_by
        key = self.columns[place].sort or self.columns[place].key
        backwards = order == Qt.SortOrder.DescendingOrder
        keyed = [(sort_key(row.get(key)), row) for row in self.rows]
        filled = [pair for pair in keyed if pair[0] != EMPTY]
        filled.sort(key=itemgetter(0), reverse=backwards)
        self.rows = [row for _, row in filled] + [row for order, row in keyed if order == EMPTY]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        value = self.rows[index.row()].get(self.columns[index.column()].key)
        if role == VALUE:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].title}: {shown(value) or 'leeg'}"
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        title = self.columns[section].title
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole and self.sorted_by and self.sorted_by[0] == section:
            rising = self.sorted_by[1] == Qt.SortOrder.AscendingOrder
            return f"{title}, gesorteerd {'oplopend' if rising else 'aflopend'}"
        return title if role == Qt.ItemDataRole.AccessibleTextRole else None
