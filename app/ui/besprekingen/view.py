"""All meetings: those to come, and those that were held."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.storage import besprekingen
from app.storage.archive import Archive
from app.storage.besprekingen import PAGE, Overzicht
from app.ui.besprekingen.plannen import Gepland, Omgeving, PlanDialog, lees_omgeving
from app.ui.besprekingen.tabel import MeetingTable
from app.ui.context import Context
from app.ui.place import NIEUW, Place
from app.ui.view import View
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Muted, Small
from app.ui.widgets.page import Page
from app.ui.widgets.table_model import Row

MOST_OPEN = 100


class BesprekingenView(View):
    """The list of meetings, by date; a click opens the agenda."""

    title = "Besprekingen"
    kinds = frozenset({"bespreking", "agendapunt", "formulier", "groep"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._shown = PAGE
        self.plan_button = Button("Bespreking plannen", "primary", icon="plus", shortcut="Ctrl+N")
        self.open_table = MeetingTable("Besprekingen die komen")
        self.held_table = MeetingTable("Besprekingen die zijn gehouden")
        self.more_button = Button("Toon oudere besprekingen")
        self._build()
        self.plan_button.clicked.connect(self._ask_plan)
        self.more_button.clicked.connect(self._show_more)
        for table in (self.open_table, self.held_table):
            table.row_activated.connect(self._open)

    def show_place(self, place: Place) -> None:
        """Show the list; with `nieuw` (`part`) ask at once for a new meeting."""
        self.refresh()
        if place.part == NIEUW:
            self._ask_plan()

    def refresh(self) -> None:
        """Read the list again."""
        self.context.db.ask(partial(_read, self._shown), self._show, owner=self)

    def _build(self) -> None:
        self._page = Page("Besprekingen", "Wie bespreek je, en wanneer?")
        self._page.add_action(self.plan_button)
        self._empty = EmptyState(
            "besprekingen",
            "Nog geen besprekingen",
            "Plan de eerste: kies een dag en de leerlingen om wie het gaat. Ik stel voor wie er aan de beurt is.",
            "Bespreking plannen",
        )
        self._empty.pressed.connect(self._ask_plan)
        self._empty.hide()
        self._open_card = Card("Komend")
        self._nothing = Muted("Er staat geen bespreking gepland.")
        self._open_card.add(self._nothing)
        self._open_card.add(self.open_table)
        self._held_card = Card("Gehouden")
        self._count = Small("")
        self._held_card.add_beside_heading(self._count)
        self._held_card.add(self.held_table)
        self._held_card.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self._empty, self._open_card, self._held_card):
            self._page.add(widget)
            widget.hide()
        self._page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def _show(self, found: tuple[Overzicht, Overzicht]) -> None:
        coming, held = found
        today = self.context.vandaag()
        self.open_table.show_meetings(coming.regels, today)
        self.held_table.show_meetings(held.regels, today)
        anything = bool(coming.totaal or held.totaal)
        self._empty.setVisible(not anything)
        self._open_card.setVisible(anything)
        self._nothing.setVisible(not coming.totaal)
        self.open_table.setVisible(bool(coming.totaal))
        self._held_card.setVisible(bool(held.totaal))
        more = len(held.regels) < held.totaal
        self._count.setText(f"{len(held.regels)} van {held.totaal}" if more else "")
        self.more_button.setVisible(more)

    def _show_more(self) -> None:
        self._shown += PAGE
        self.refresh()

    def _open(self, row: Row) -> None:
        self.place_requested.emit(Place("bespreking", row["id"]))

    def _ask_plan(self) -> None:
        self.context.db.ask(lees_omgeving, self._plan, owner=self)

    def _plan(self, around: Omgeving) -> None:
        planned: Gepland | None = PlanDialog.ask(self, self.context, around)
        if planned is not None:
            work = partial(_write, planned, self.context.gebruiker)
            self.context.db.ask(work, self._go_to, owner=self)

    def _go_to(self, meeting: str) -> None:
        self.place_requested.emit(Place("bespreking", meeting))


def _read(shown: int, archive: Archive) -> tuple[Overzicht, Overzicht]:
    return (
        besprekingen.overzicht(archive, gehouden=False, limit=MOST_OPEN),
        besprekingen.overzicht(archive, gehouden=True, limit=shown),
    )


def _write(planned: Gepland, author: str, archive: Archive) -> str:
    return besprekingen.plan(archive, planned.bespreking, planned.keuzes, author)
