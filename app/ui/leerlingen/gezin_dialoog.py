"""Looking up a brother or sister, to link the two."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.leerling import Leerling
from app.storage.archive import Archive
from app.storage.zoeken import Treffer, leerlingen
from app.ui.database import Database
from app.ui.theme import scale
from app.ui.widgets.edit_dialog import EditDialog
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.line_field import LineField
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column

PAUSE_MILLISECONDS = 150
MOST = 12


class Finder(QWidget):
    """A table of the pupils whose name fits.

    Signals:
        chosen: a row was opened.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = DataTable("Gevonden leerlingen", (Column("naam", "Naam", stretch=2), Column("groep", "Groep", 10)))
        self.table.row_activated.connect(self._on_activated)
        self.table.set_empty(EmptyState("zoek", "Niemand gevonden", "Staat het kind al bij Leerlingen?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.setMinimumHeight(scale.metrics().height() * 16)

    def show_found(self, found: list[Treffer]) -> None:
        self.table.set_rows([{"id": each.id, "naam": each.titel, "groep": each.onder} for each in found])
        if found:
            self.table.selectRow(0)

    def value(self) -> str:
        """Id of the pupil of the cursor, empty when there is none."""
        row = self.table.current_row()
        return str(row["id"]) if row else ""

    def _on_activated(self, _row: object) -> None:
        self.chosen.emit()


class GezinDialog(EditDialog):
    """Asks for a brother or sister; the answer is the id of that pupil.

    Parameters:
        leerling: who gets the brother or sister; same surname is offered first.
        gezin: ids of who is family already.
    """

    def __init__(self, parent: QWidget | None, db: Database, leerling: Leerling, gezin: tuple[str, ...]) -> None:
        super().__init__(parent, "Broer of zus koppelen", accept="Koppelen", characters=52)
        self._db = db
        self._not = {leerling.id, *gezin}
        self.naam = LineField(leerling.achternaam)
        self.finder = Finder()
        self.fields.add_row("Zoek op naam", self.naam)
        self.fields.add_row("Kies een leerling", self.finder)
        self._search = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._search.timeout.connect(self._look_up)
        self.naam.changed.connect(self._search.start)
        self.finder.chosen.connect(self._on_accept)
        self._look_up()

    def _look_up(self) -> None:
        self._db.ask(partial(_find, self.naam.value()), self._show, owner=self)

    def _show(self, found: list[Treffer]) -> None:
        self.finder.show_found([each for each in found if each.id not in self._not][:MOST])

    def complaint(self) -> str:
        """Somebody must be chosen."""
        return "" if self.finder.value() else "Kies eerst een leerling uit de lijst."

    def answer(self) -> str:
        """Id of the chosen pupil."""
        return self.finder.value()


def _find(text: str, archive: Archive) -> list[Treffer]:
    return leerlingen(archive, text, limit=MOST + 6)
