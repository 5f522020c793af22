"""A day of a proposal as a table: its cells, and the words for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from app.models.bezetting import Plek
from app.models.roosterbeeld import VAST, Dagbeeld, Vak
from app.ui.qt import override

Index = QModelIndex | QPersistentModelIndex
VAK = Qt.ItemDataRole.UserRole
"""Role under which the delegate finds the `Vak`."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A group: its id, how it is called, and who receives it on this day."""

    groep: str
    titel: str
    leraar: str = ""


@dataclass(frozen=True, slots=True)
class Namen:
    """Names of pupils and of parents, by id."""

    leerlingen: Mapping[str, str] = field(default_factory=dict)
    ouders: Mapping[str, str] = field(default_factory=dict)

    def van(self, plek: Plek) -> str:
        """About whom, with whom when parents come apart, and why there is one more."""
        extra = "OPP" if plek.vraag.extra else ""
        who = self.leerlingen.get(plek.vraag.leerling, "")
        return " · ".join(filter(None, (who, self.ouders.get(plek.vraag.ouder, ""), extra)))

    def gezin(self, vak: Vak) -> str:
        """When brothers and sisters are there, e.g. `15:10 Sem`."""
        return ", ".join(f"{each.tijd} {self._first(each)}" for each in vak.gezin)

    def _first(self, plek: Plek) -> str:
        return self.leerlingen.get(plek.vraag.leerling, "").split(" ")[0]


class DayModel(QAbstractTableModel):
    """A `Dagbeeld` as a table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.beeld = Dagbeeld(date.min)
        self.kolommen: Sequence[Kolom] = ()
        self.namen = Namen()

    def show_day(self, beeld: Dagbeeld, kolommen: Sequence[Kolom], namen: Namen) -> None:
        """Show another day, or the same one changed."""
        self.beginResetModel()
        self.beeld, self.kolommen, self.namen = beeld, kolommen, namen
        self.endResetModel()

    def vak(self, row: int, column: int) -> Vak | None:
        """What stands there; None for a break or where there is no time."""
        return self.beeld.vakken.get((self.beeld.tijden[row], self.kolommen[column].groep))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.beeld.tijden)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.kolommen)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        vak = self.vak(index.row(), index.column())
        if role == VAK:
            return vak
        if role == Qt.ItemDataRole.DisplayRole:
            return self.namen.van(vak.plek) if vak and vak.plek else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(index.row(), index.column(), vak)
        return None

    def _words(self, row: int, column: int, vak: Vak | None) -> str:
        where = f"{self.beeld.tijden[row]}, {self.kolommen[column].titel}"
        if vak is None:
            return f"{where}: geen tijd"
        if vak.plek is None:
            return f"{where}: vrij"
        family = f", broer of zus: {self.namen.gezin(vak)}" if vak.gezin else ""
        planned = ", stond al vast" if vak.soort == VAST else ""
        return f"{where}: {self.namen.van(vak.plek)}{family}{planned}"

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.beeld.tijden[section]
        kolom = self.kolommen[section]
        return f"{kolom.titel} · {kolom.leraar}" if kolom.leraar else kolom.titel
