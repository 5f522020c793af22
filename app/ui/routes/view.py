"""The board: all ondersteuningsroutes of the school, by station."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.storage.archive import Archive
from app.storage.routebord import ALLE, Bord, Routebord, bord
from app.storage.routes import mist
from app.ui.context import Context
from app.ui.place import NIEUW, Place
from app.ui.routes.kiezen import LeerlingDialoog
from app.ui.routes.tabellen import ENDED, MISSES, RUNNING, ended_row, missing_tag, running_row
from app.ui.routes.zeef import RUNS, RouteSieve
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Small
from app.ui.widgets.page import Page
from app.ui.widgets.station_line import BUSY, QUIET, Halte, StationLine
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Row
from app.ui.woorden import count_words

LOWEST_LINES = 16
"""Height of the list in lines of text that it keeps on a low screen."""

IN_SIGHT = 20
"""Routes at each station that fill any screen: these are read and painted first, a long list comes in right behind."""

REST_MILLISECONDS = 30
"""After this come the rows below the edge: the first picture does not wait for them."""

AT_ONCE = 20
"""Routes of which is worked out in one go what misses: the archive stays free for others in between."""


class RoutesView(View):
    """A line with how many pupils are at each station, and below it who they are."""

    title = "Route"
    kinds = frozenset({"route", "routestap", "routebericht", "routevereiste", "mpo", "formulier", "plan"}) | {
        "leerling", "groep",
    }  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._bord: Bord | None = None
        self._reading = 0
        self._answered = 0
        self._missing: dict[str, int] = {}
        self._news = False
        self._station = ""  # shown alone; empty for all
        self.page = Page("Route")
        self.begin = Button("Begin een route", "primary", icon="plus")
        self.line = StationLine()
        self.all_stations = Link("Laat alle stations zien")
        self.sieve = RouteSieve()
        self.table = DataTable("Routes die lopen", RUNNING)
        self.ended = DataTable("Routes die zijn beëindigd", ENDED)
        self.more = Small("")
        self.nobody = EmptyState(
            "routes",
            "Er loopt nog geen route",
            "Is de basisondersteuning voor een leerling niet genoeg? Begin dan hier, of in het dossier.",
            "Begin een route",
        )
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show the board; with `nieuw` as `part` ask at once for whom a route begins."""
        self.refresh()
        if place.part == NIEUW:
            self._begin()

    def refresh(self) -> None:
        """Read the board again, a screen of it first; the rest, and what misses of each route, follow."""
        self._reading += 1
        self._ask(IN_SIGHT, self._on_first)

    def _lay_out(self) -> None:
        self.page.add_action(self.begin)
        self.way = Card()
        self.way.add(self.line)
        self.way.add(self.all_stations)
        self._sheet = Card()
        self._sheet.body.setContentsMargins(*[scale.space(1)] * 4)
        for table in (self.table, self.ended):
            table.setMinimumHeight(scale.metrics().height() * LOWEST_LINES)
            self._sheet.add(table, 1)
        self._sheet.add(self.more)
        self.table.set_empty(EmptyState("zoek", "Geen route gevonden", "Zoek op een ander deel van de naam."))
        self.ended.set_empty(EmptyState("zoek", "Geen beëindigde routes", "Wat eindigt, blijft hier te lezen."))
        for part in (self.way, self.sieve, self.nobody):
            self.page.add(part)
            part.hide()
        self.page.add(self._sheet, 1)
        for hidden in (self._sheet, self.ended, self.more, self.all_stations):
            hidden.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _connect(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.nobody.pressed.connect(self._begin)
        self.line.chosen.connect(self._choose)
        self.all_stations.clicked.connect(partial(self._choose, ""))
        self.sieve.changed.connect(self._fill)
        self.sieve.down.connect(self._to_table)
        self.table.row_activated.connect(self._open)
        self.ended.row_activated.connect(self._open)
        QShortcut(QKeySequence("Ctrl+F"), self, self.sieve.name.setFocus)

    def _ask(self, most: int, then: Callable[[int, Bord], None]) -> None:
        question = partial(_read, self.context.vandaag(), most)
        self.context.db.ask(question, partial(then, self._reading), owner=self)

    def _on_first(self, number: int, first: Bord) -> None:
        """A screen of the board is read. A list that is there already stays, with its cursor, if it begins so too."""
        if number != self._reading:
            return
        if self._bord is None:
            self._show(first)
        elif self._bord.begin(IN_SIGHT) != first:
            self._ask(ALLE, self._on_whole)
            return
        self._answered = number
        QTimer.singleShot(REST_MILLISECONDS, self, partial(self._ask_rest, number))

    def _ask_rest(self, number: int) -> None:
        if number == self._reading:
            self._ask(ALLE, self._on_whole)

    def _on_whole(self, number: int, found: Bord) -> None:
        if number != self._reading:
            return
        self._answered = number
        if found != self._bord:
            self._show(found)
        routes = [regel.id for each in found.borden for kolom in each.kolommen for regel in kolom.regels]
        QTimer.singleShot(REST_MILLISECONDS, self, partial(self._work_out, number, routes))

    def _show(self, found: Bord) -> None:
        self._bord = found
        anything = bool(found.aantal or found.aantal_beeindigd)
        self.nobody.setVisible(not anything)
        for part in (self.sieve, self._sheet, self.begin):
            part.setVisible(anything)
        self.sieve.set_routes([(each.definitie.naam, each.definitie.titel) for each in found.borden])
        pupils = count_words(found.aantal, "leerling", "leerlingen")
        self.page.set_title("Route", f"{pupils} op een ondersteuningsroute" if anything else "")
        self._fill()

    @property
    def is_filled(self) -> bool:
        """Whether what is shown was read since one came here; what misses may still be worked out."""
        return self._answered == self._reading

    def _chosen(self) -> Routebord | None:
        """The route that is shown; the most used one at first."""
        boards = self._bord.borden if self._bord is not None else ()
        named = [each for each in boards if each.definitie.naam == self.sieve.route.value()]
        return next(iter(named or boards), None)

    def _fill(self) -> None:
        """Fill line and tables with what fits the sieve."""
        if self._bord is None:
            return
        board, runs = self._chosen(), self.sieve.state.value() == RUNS
        if board is None or self._station not in [kolom.station.id for kolom in board.kolommen]:
            self._station = ""  # of another route, or of one that nobody is on any more
        self.way.setVisible(runs and board is not None)
        self.all_stations.setVisible(bool(self._station))
        self.table.setVisible(runs)
        self.ended.setVisible(not runs)
        older = self._bord.aantal_beeindigd - len(self._bord.beeindigd)
        self.more.setText(f"Nog {older} eerder beëindigd: die staan in de dossiers.")
        self.more.setVisible(not runs and older > 0)
        if board is not None:
            self.line.set_line(_counts(board), self._station)
            self.table.set_rows(list(self._running(board)))
        else:
            self.table.set_rows([])
        self.ended.set_rows(self._those_ended())

    def _running(self, board: Routebord) -> Iterator[Row]:
        today = self.context.vandaag()
        return (
            {**running_row(regel, kolom.station, place, today), MISSES: missing_tag(self._missing.get(regel.id))}
            for place, kolom in enumerate(board.kolommen, 1)
            for regel in kolom.regels
            if self._station in ("", kolom.station.id) and self.sieve.fits(regel.naam, regel.groep)
        )

    def _those_ended(self) -> list[Row]:
        found = self._bord.beeindigd if self._bord is not None else ()
        fitting = (each for each in found if self.sieve.fits(each.naam, each.groep))
        return [ended_row(each) for each in fitting]

    def _work_out(self, number: int, routes: list[str], *, first: bool = True) -> None:
        """What misses of each route, a few at a time; the list is there long before."""
        if routes and number == self._reading:
            some, rest = routes[:AT_ONCE], routes[AT_ONCE:]
            then = partial(self._on_missing, number, rest, first)
            self.context.db.ask(partial(_missing, some, self.context.vandaag()), then, owner=self)

    def _on_missing(self, number: int, rest: list[str], first: bool, found: dict[str, int]) -> None:
        changed = any(self._missing.get(route) != count for route, count in found.items())
        self._missing |= found
        self._news = self._news or changed
        if number == self._reading and self._news and (first or not rest):
            self._news = False
            self._fill()  # for those on top, and once for all others: filling a long list takes time
        self._work_out(number, rest, first=False)

    def _choose(self, station: str) -> None:
        """Show one station alone; choosing it again shows all."""
        self._station = "" if station == self._station else station
        self._fill()

    def _to_table(self) -> None:
        (self.table if self.table.isVisible() else self.ended).setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, row: Row) -> None:
        self.place_requested.emit(Place("route", str(row["id"])))

    def _begin(self) -> None:
        pupil: str | None = LeerlingDialoog.ask(self, self.context)
        if pupil:
            self.place_requested.emit(Place("route", NIEUW, pupil))


def _counts(board: Routebord) -> list[Halte]:
    """How many pupils are at each station, and how long the one who is there longest."""
    return [
        Halte(
            id=kolom.station.id,
            naam=kolom.station.kort,
            staat=BUSY if kolom.aantal else QUIET,
            regels=(f"langst {count_words(kolom.langst, 'dag', 'dagen')}",) if kolom.aantal else (),
            teken=str(kolom.aantal),
        )
        for kolom in board.kolommen
    ]


def _read(today: date, most: int, archive: Archive) -> Bord:
    return bord(archive, today, most)


def _missing(routes: list[str], today: date, archive: Archive) -> dict[str, int]:
    return {each: len(mist(archive, each, today)) for each in routes}
