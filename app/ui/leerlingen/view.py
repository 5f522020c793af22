"""All pupils: by group and surname, sifted as fast as one types."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import kort, leeftijd
from app.models.leerling import Leerling
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.leerlingen import (
    ALLE,
    Bladzijde,
    GroepNiveaus,
    LeerlingRij,
    Verder,
    Zeef,
    bladzijde,
    keuzegroepen,
    niveaus_per_groep,
)
from app.storage.ongedaan import Schrijf
from app.ui.context import Context
from app.ui.leerlingen.leerling_dialoog import LeerlingDialog
from app.ui.leerlingen.niveaus import LevelPanel
from app.ui.leerlingen.schrijver import Writer
from app.ui.leerlingen.zeef import SieveBar
from app.ui.place import NIEUW, Place
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page import Page
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag
from app.ui.widgets.undo_bar import UndoBar
from app.ui.woorden import count_words, level_state, level_words, short_plan

FIRST_PAGE = 100
"""Pupils that are read before anything is shown; the others follow."""

NEXT_PAGES = 2000

LOWEST_LINES = 18
"""Height of the list in lines of text that it keeps on a low screen."""

ROOMY_STEPS = 150
"""Width in grid steps from which bars and list stand beside each other."""

COLUMNS = (
    Column("naam", "Naam", 20, stretch=3, role="strong", sort="sorteernaam"),
    Column("groep", "Groep", 6),
    Column("jaargroep", "Jaar", 4),
    Column("leeftijd", "Leeftijd", 8, right=True),
    Column("niveau", "Niveau", 9),
    Column("plannen", "Plannen die lopen", 15, stretch=2),
    Column("besproken", "Besproken", 9),
    Column("afspraken", "Afspraken", 9),
)


class LeerlingenView(View):
    """The list of pupils, with a bar of support levels per group."""

    title = "Leerlingen"
    kinds = frozenset({"leerling", "groep", "niveau", "plan", "formulier", "afspraak"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.page = Page("Leerlingen")
        self.add_button = Button("Leerling toevoegen", "primary", icon="plus")
        self.import_button = Button("EDEXML inlezen")
        self.table_button = Button("Tabel inlezen")
        self.grid_button = Button("Groepsraster")
        self.sieve = SieveBar()
        self.table = DataTable("Leerlingen", COLUMNS)
        self.levels = LevelPanel()
        self.nobody = EmptyState(
            "leerlingen",
            "Nog geen leerlingen",
            "Lees eerst het EDEXML-bestand uit ParnasSys of Esis in. Of voeg met de hand een leerling toe.",
            "EDEXML inlezen",
        )
        self.not_found = EmptyState(
            "zoek", "Geen leerling gevonden", "Zoek op een ander deel van de naam, of haal de filters weg.", "Toon alle"
        )
        self.bar = UndoBar(self)
        self._writer = Writer(context, self.bar)
        self._groups: list[Groep] = []
        self._reading = 0
        self._rows: list[Row] = []
        self._bars_chosen = False
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show all pupils, or those of a group (`id`); with `nieuw` (`part`) ask at once for a new one."""
        if place.id:
            self.sieve.group.set_value(place.id)
        self._read(whole=False, group=place.id)
        if place.part == NIEUW:
            # Answers come in order: by then the groups to choose from have been read.
            self.context.db.ask(_nothing, self._add_after, owner=self)

    def refresh(self) -> None:
        """Read again; the list changes only when all of it is there."""
        self._read(whole=True)

    def _lay_out(self) -> None:
        for button in (self.grid_button, self.import_button, self.table_button, self.add_button):
            self.page.add_action(button)
        self._sheet = Card()
        self._sheet.body.setContentsMargins(scale.space(1), scale.space(1), scale.space(1), scale.space(1))
        self._sheet.add(self.table)
        for each in (self._sheet, self.levels):  # on a low screen the page scrolls instead
            each.setMinimumHeight(scale.metrics().height() * LOWEST_LINES)
        self.page.add(self.sieve)
        row = QHBoxLayout()
        self.page.add(row, 1)
        row.setSpacing(scale.space(2))
        row.addWidget(self._sheet, 3)
        row.addWidget(self.levels, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        for empty in (self.nobody, self.not_found):
            empty.hide()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.import_button.clicked.connect(self._import)
        self.table_button.clicked.connect(partial(self.place_requested.emit, Place("tabelimport")))
        self.nobody.pressed.connect(self._import)
        self.grid_button.clicked.connect(self._grid)
        self.not_found.pressed.connect(self.sieve.clear)
        self.sieve.changed.connect(self._on_sieve)
        self.sieve.down.connect(self._to_table)
        self.sieve.bars_toggled.connect(self._on_bars)
        self.levels.group_chosen.connect(self._on_group)
        self.table.row_activated.connect(self._open)
        QShortcut(QKeySequence("Ctrl+F"), self, self.sieve.name.setFocus)

    def _read(self, *, whole: bool, group: str = "") -> None:
        """Read the list from its beginning.

        Parameters:
            whole: show nothing of it before all is there.
            group: id of the group to show; the groups to choose from may not be known yet.
        """
        self._reading += 1
        self._rows = []
        zeef = self.sieve.value() if not group else Zeef(groep=group)
        question = partial(_first, zeef, self.context.vandaag())
        self.context.db.ask(question, partial(self._on_first, self._reading, whole, zeef), owner=self)

    def _on_first(self, number: int, whole: bool, zeef: Zeef, found: tuple[Bladzijde, bool]) -> None:
        if number != self._reading:
            return
        page, anyone = found
        empty = self.not_found if anyone else self.nobody
        (self.nobody if anyone else self.not_found).hide()
        self.table.set_empty(empty)
        self._on_page(number, whole, zeef, page)
        question = partial(_groups, self.context.vandaag())
        self.context.db.ask(question, partial(self._show_groups, number, zeef.groep), owner=self)

    def _on_page(self, number: int, whole: bool, zeef: Zeef, page: Bladzijde) -> None:
        if number != self._reading:
            return
        today = self.context.vandaag()
        self._rows += [_row(each, today) for each in page.rijen]
        if not whole or page.verder is None:
            self.table.set_rows(self._rows)
        if page.verder is not None:
            question = partial(_page, zeef, today, page.verder)
            self.context.db.ask(question, partial(self._on_page, number, whole, zeef), owner=self)

    def _show_groups(self, number: int, chosen: str, answer: tuple[list[Groep], list[GroepNiveaus]]) -> None:
        groups, levels = answer
        if groups != self._groups:
            self._groups = groups
            self.sieve.set_groups(groups)
        if number == self._reading and chosen not in (ALLE, self.sieve.value().groep):
            self.sieve.group.set_value(chosen)
        self.levels.show_groups(levels)
        count = count_words(sum(each.totaal for each in levels), "leerling", "leerlingen")
        self.page.set_title("Leerlingen", f"{count} in {count_words(len(self._groups), 'groep', 'groepen')}")
        self._place_bars()

    def _on_sieve(self) -> None:
        self._read(whole=False)

    def _on_bars(self) -> None:
        self._bars_chosen = True
        self._place_bars()

    def _place_bars(self) -> None:
        """Beside the list where there is room; else instead of it, when asked for."""
        roomy = self.width() >= scale.space(ROOMY_STEPS)
        if not self._bars_chosen:
            self.sieve.bars.set_value(roomy)
        wanted = self.sieve.bars.value()
        self.levels.setVisible(wanted)
        self._sheet.setVisible(roomy or not wanted)

    def _on_group(self, group: str) -> None:
        if self._sheet.isHidden():
            self.sieve.bars.set_value(False)
            self._place_bars()
        self.sieve.choose_group(group)
        self.table.setFocus()

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, row: Row) -> None:
        self.place_requested.emit(Place("leerling", str(row["id"])))

    def _import(self) -> None:
        self.place_requested.emit(Place("importeren"))

    def _grid(self) -> None:
        group = self.sieve.value().groep
        self.place_requested.emit(Place("groepsraster", "" if group == ALLE else group))

    def _add_after(self, _read: None) -> None:
        self._add()

    def _add(self) -> None:
        group = self.sieve.value().groep
        begin = Leerling(groep=group if group in {each.id for each in self._groups} else None)
        new: Schrijf | None = LeerlingDialog.ask(self, begin, self._groups, self.context.vandaag, new=True)
        if new is not None:
            self._writer.write("Leerling toegevoegd.", new)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bars()


def _first(zeef: Zeef, today: date, archive: Archive) -> tuple[Bladzijde, bool]:
    page = bladzijde(archive, zeef, today, FIRST_PAGE)
    anyone = bool(page.rijen or bladzijde(archive, Zeef(ook_vertrokken=True), today, 1).rijen)
    return page, anyone


def _page(zeef: Zeef, today: date, verder: Verder, archive: Archive) -> Bladzijde:
    return bladzijde(archive, zeef, today, NEXT_PAGES, verder)


def _groups(today: date, archive: Archive) -> tuple[list[Groep], list[GroepNiveaus]]:
    return keuzegroepen(archive), niveaus_per_groep(archive, today)


def _row(each: LeerlingRij, today: date) -> Row:
    level = (
        Tag(level_words(each.niveau), level_state(each.niveau), order=each.niveau) if each.niveau is not None else None
    )
    return {
        "id": each.id,
        "naam": each.naam,
        "sorteernaam": each.sorteernaam,
        "groep": "van school" if each.vertrokken else each.groep,
        "jaargroep": each.jaargroep,
        "leeftijd": leeftijd(each.geboortedatum, today) if each.geboortedatum else None,
        "niveau": level,
        "plannen": tuple(_plan(plan.soort, plan.tot, today) for plan in each.plannen) or None,
        "besproken": each.besproken,
        "afspraken": _agreements(each),
    }


def _nothing(_archive: Archive) -> None:
    """To be answered after what was asked before."""


def _plan(soort: str, tot: date | None, today: date) -> Tag:
    return Tag(f"{short_plan(soort)} tot {kort(tot, today)}" if tot else short_plan(soort), "info")


def _agreements(each: LeerlingRij) -> Tag | None:
    if each.te_laat:
        return Tag(f"{each.te_laat} te laat", "bad", "klok", order=1000 + each.te_laat)
    return Tag(f"{each.open} open", order=each.open) if each.open else None
