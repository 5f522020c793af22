"""The first page: what asks for attention today."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import lang, weekdag
from app.storage import vandaag
from app.storage.archive import Archive
from app.storage.vandaag import Taak, Vandaag
from app.ui.context import Context
from app.ui.place import Place
from app.ui.qt import override
from app.ui.vandaag.regels import (
    Line,
    LineCard,
    TaakLine,
    aantekening_line,
    bespreking_line,
    evaluatie_line,
    formulier_line,
    overleg_line,
)
from app.ui.view import View
from app.ui.widgets.card import Card
from app.ui.widgets.columns import Columns
from app.ui.widgets.labels import Muted
from app.ui.widgets.page import Page

if TYPE_CHECKING:
    from app.models.bespreking import Afspraak
    from app.ui.vandaag.gesprekken import GesprekkenCard
    from app.ui.vandaag.nieuw_jaar import YearNotice
    from app.ui.widgets.undo_bar import UndoBar

MINUTE_MILLISECONDS = 60_000
REST_MILLISECONDS = 20


class VandaagView(View):
    """Meetings to come, what is due, and where the user was."""

    title = "Vandaag"
    kinds = frozenset(
        {
            *("bespreking", "agendapunt", "formulier", "afspraak", "werkaantekening", "leerling", "groep"),
            *("gesprek", "plannertaak", "momentkeuze", "schooljaar", "school"),
            *("mpo", "route", "consult", "contact"),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: Vandaag | None = None
        self._day = context.vandaag()
        self._page = Page()
        self._content: QWidget | None = None
        self._talks: GesprekkenCard | None = None
        self._undo: UndoBar | None = None
        self._year: YearNotice | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        # The program can stay open overnight.
        self._clock = QTimer(self, interval=MINUTE_MILLISECONDS)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()
        self._greet()

    @property
    def is_filled(self) -> bool:
        """Whether what is shown was read."""
        return self._content is not None

    @override
    def show_place(self, place: Place) -> None:
        self.refresh()

    @override
    def refresh(self) -> None:
        self._day = self.context.vandaag()
        self.context.db.ask(partial(_read, self._day), self._show, owner=self)

    def _show(self, found: Vandaag) -> None:
        if found == self.found and self._content is not None:
            if self._talks is not None:
                self._talks.refresh()
            return
        self.found = found
        self._greet()
        self._talks = None
        where = self._page.scroll_area.verticalScrollBar().value()
        if self._content is not None:
            self._content.hide()
            self._page.body.removeWidget(self._content)
            self._content.deleteLater()
        self._content = self._content_for(found)
        self._page.add(self._content, 1)
        self._show_year(found.nieuw_jaar)
        self._page.scroll_area.verticalScrollBar().setValue(where)

    def _show_year(self, year: str) -> None:
        if self._year is not None:
            self._year.hide()
            self._page.body.removeWidget(self._year)
            self._year.deleteLater()
            self._year = None
        if year:
            from app.ui.vandaag.nieuw_jaar import YearNotice

            self._year = YearNotice(year)
            self._year.place_requested.connect(self.place_requested)
            self._page.body.insertWidget(0, self._year)

    def _content_for(self, found: Vandaag) -> QWidget:
        if found.is_leeg and not (found.aantallen.leerlingen and found.aantallen.besprekingen):
            from app.ui.vandaag.eerste_stappen import FirstSteps

            steps = FirstSteps(found.aantallen)
            steps.place_requested.connect(self.place_requested)
            columns = Columns()
            columns.wide.addWidget(steps)
            columns.wide.addStretch(1)
            return columns
        if found.is_leeg:
            from app.ui.widgets.empty_state import EmptyState

            empty = EmptyState(
                "vink", "Alles is bij", "Er staat niets open. Tijd om vooruit te kijken?", "Plan een bespreking"
            )
            empty.pressed.connect(self._plan)
            content = QWidget()
            column = QVBoxLayout(content)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(empty, 1)
            column.addWidget(self._gesprekken())
            return content
        return self._columns(found)

    def _columns(self, found: Vandaag) -> Columns:
        columns = Columns(parent=self._page.scroll_area.content)  # in its place from the start: Qt dresses it once
        columns.wide.addWidget(self._meetings(found))
        self._add(columns.wide, "MPO's en consulten", overleg_line, found.overleggen)
        self._add(columns.wide, "Evaluaties", evaluatie_line, found.evaluaties)
        self._add(columns.narrow, "Verder met", formulier_line, found.formulieren)
        if self._content is None:
            # At start: the first picture does not wait for what lies below the edge of most windows.
            QTimer.singleShot(REST_MILLISECONDS, columns, partial(self._add_rest, columns, found))
        else:
            self._add_rest(columns, found)
        return columns

    def _add_rest(self, columns: Columns, found: Vandaag) -> None:
        if found.afspraken:
            lines = [partial(self._taak_line, each) for each in found.afspraken]
            columns.wide.addWidget(LineCard("Afspraken", lines))
        columns.wide.addStretch(1)
        columns.narrow.addWidget(self._gesprekken())
        self._add(columns.narrow, "Werkaantekeningen om op te ruimen", aantekening_line, found.aantekeningen)
        columns.narrow.addStretch(1)

    def _gesprekken(self) -> QWidget:
        from app.ui.vandaag.gesprekken import GesprekkenCard

        self._talks = GesprekkenCard(self.context)
        self._talks.place_requested.connect(self.place_requested)
        return self._talks

    def _meetings(self, found: Vandaag) -> Card:
        if found.besprekingen:
            return LineCard("Besprekingen", self._lines(bespreking_line, found.besprekingen))
        card = Card("Besprekingen")
        card.add(Muted("Er staat geen bespreking op de agenda."))
        return card

    def _add(self, column: QVBoxLayout, heading: str, make: Callable[..., Line], found: tuple[object, ...]) -> None:
        if found:
            column.addWidget(LineCard(heading, self._lines(make, found)))

    def _lines(self, make: Callable[..., Line], found: tuple[object, ...]) -> list[Callable[[], Line]]:
        return [partial(make, each, self._day, self.place_requested.emit) for each in found]

    def _taak_line(self, taak: Taak) -> Line:
        line = TaakLine(taak, self._day, self.place_requested.emit)
        line.done.connect(self._tick)
        return line

    def _tick(self, afspraak: str) -> None:
        work = partial(vandaag.vink_af, afspraak=afspraak, author=self.context.gebruiker)
        self.context.db.ask(work, self._offer_undo, owner=self)

    def _offer_undo(self, before: "Afspraak") -> None:
        if self._undo is None:
            from app.ui.widgets.undo_bar import UndoBar

            self._undo = UndoBar(self)
        self._undo.offer("Afspraak afgevinkt.", partial(self._take_back, before))

    def _take_back(self, before: "Afspraak") -> None:
        self.context.db.ask(partial(vandaag.zet_terug, before=before, author=self.context.gebruiker))

    def _plan(self) -> None:
        self.place_requested.emit(Place("besprekingen", part="nieuw"))

    def _greet(self) -> None:
        first = self.context.gebruiker.split(" ")[0]
        hour = datetime.now().hour
        part = "Goedemorgen" if hour < 12 else "Goedemiddag" if hour < 18 else "Goedenavond"
        self._page.set_title(f"{part}, {first}" if first else part, f"{weekdag(self._day)} {lang(self._day)}")

    def _on_minute(self) -> None:
        if self.context.vandaag() != self._day and self.isVisible():
            self.refresh()


def _read(day: date, archive: Archive) -> Vandaag:
    return vandaag.vandaag(archive, day)
