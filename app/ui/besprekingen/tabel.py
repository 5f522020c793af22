"""Meetings in a table."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.models.datums import weekdag
from app.storage.besprekingen import Overzichtsregel
from app.ui.qt import override
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag

COLUMNS = (
    Column("datum", "Datum", characters=11, role="strong"),
    Column("wanneer", "Dag en tijd", characters=11, role="muted"),
    Column("groep", "Groep", characters=8, stretch=1),
    Column("leerlingen", "Leerlingen", characters=9, right=True),
    Column("vastgesteld", "Vastgesteld", characters=10, role="muted"),
    Column("in_dossier", "In dossier", characters=9, role="muted"),
    Column("staat", "Staat", characters=20),
)

STATES = {
    "gepland": Tag("gepland", "info", "kalender"),
    "bezig": Tag("bezig", "warn", "half"),
    "gehouden": Tag("gehouden", "good", "vink"),
}
PASSED = Tag("nog niet gehouden", "warn", "klok")


class MeetingTable(DataTable):
    """A table of meetings that is as high as its rows, so that the page scrolls and not the table."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, COLUMNS, parent=parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_meetings(self, regels: Iterable[Overzichtsregel], today: date) -> None:
        """Show these meetings."""
        self.set_rows([_row(each, today) for each in regels])
        self._fit_height()

    def _fit_height(self) -> None:
        rows = len(self.rows()) * self.verticalHeader().defaultSectionSize()
        wide = self.horizontalHeader().length() > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()


def _row(regel: Overzichtsregel, today: date) -> Row:
    meeting = regel.bespreking
    day = meeting.datum
    late = day is not None and day < today and regel.staat == "gepland"
    return {
        "id": meeting.id,
        "datum": day,
        "wanneer": " ".join(part for part in (weekdag(day)[:2] if day else "", meeting.tijd) if part),
        "groep": " · ".join(part for part in (regel.groep, meeting.onderwerp) if part) or "meer groepen",
        "leerlingen": regel.leerlingen,
        "vastgesteld": _part(regel.vastgesteld, regel.begonnen, regel.leerlingen),
        "in_dossier": _part(regel.in_dossier, regel.vastgesteld, regel.leerlingen),
        "staat": PASSED if late else STATES[regel.staat],
    }


def _part(done: int, begun: int, whole: int) -> str:
    """How many of how many; nothing while nobody has begun."""
    return f"{done} van {whole}" if begun else ""
