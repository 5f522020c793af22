"""Looking up the pupil whom something is about, by a few letters of the name."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.storage import zoeken
from app.storage.archive import Archive
from app.storage.zoeken import Treffer
from app.ui.database import Database
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.line_field import LineField
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row

PAUSE_MILLISECONDS = 90
LINES = 5
COLUMNS = (Column("naam", "Naam", stretch=2, role="strong"), Column("groep", "Groep", 12, role="muted"))


class PupilFinder(QWidget):
    """A name, and below it who fits; arrows choose from the field, Enter takes.

    Signals:
        taken: somebody was chosen with Enter or a click.
    """

    taken = Signal()

    def __init__(self, db: Database, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self._number = 0
        self._looking = self._takes_first = False
        self.name = LineField()
        self.table = DataTable("Gevonden leerlingen", COLUMNS)
        self._nothing = EmptyState("zoek", "Typ een paar letters van de naam")
        self._nobody = EmptyState("zoek", "Niemand gevonden", "Typ andere letters van de naam.")
        self._nobody.hide()
        self.table.set_empty(self._nothing)
        self.table.setMinimumHeight(scale.metrics().height() * LINES * 2)
        self.table.row_activated.connect(self._on_taken)
        self.name.installEventFilter(self)
        self.setFocusProxy(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        column.addWidget(self.name)
        column.addWidget(self.table)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._search)
        self.name.changed.connect(self._on_typed)

    def value(self) -> str:
        """Id of the pupil of the cursor; empty when there is none."""
        row = self.table.current_row()
        return str(row["id"]) if row else ""

    def _on_typed(self) -> None:
        self._looking, self._takes_first = bool(self.name.value().strip()), False
        self._pause.start()

    def _search(self) -> None:
        self._number += 1
        typed = self.name.value().strip()
        if typed:
            self._db.ask(partial(_find, typed), partial(self._show, self._number), owner=self)
        else:
            self._offer([])

    def _show(self, number: int, found: list[Treffer]) -> None:
        if number != self._number or self._pause.isActive():
            return
        self._looking = False
        self._offer(found)
        if found:
            self.table.selectRow(0)
            if self._takes_first:
                self._takes_first = False
                self.taken.emit()

    def _offer(self, found: list[Treffer]) -> None:
        empty, other = self._nothing, self._nobody
        if self.name.value().strip():
            empty, other = other, empty
        other.hide()
        self.table.set_empty(empty)
        self.table.set_rows([{"id": each.id, "naam": each.titel, "groep": each.onder} for each in found])

    def _on_taken(self, _row: Row) -> None:
        self.taken.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            rows = len(self.table.rows())
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and rows:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.table.selectRow(min(max(self.table.currentIndex().row() + step, 0), rows - 1))
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
            if enter and self._looking:
                self._takes_first = True  # typed faster than is searched: the rows are still those of fewer letters
                return True
            if enter and rows:
                self.taken.emit()
                return True
        return super().eventFilter(watched, event)


def _find(text: str, archive: Archive) -> list[Treffer]:
    return zoeken.leerlingen(archive, text)
