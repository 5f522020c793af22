"""All consults: those that still wait for something first."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.consult import CONSULT_STATUSSEN
from app.storage.consulten import Consultregel
from app.ui.consulten.lezen import Bladzijde, Rij, bladzijde
from app.ui.consulten.zeef import OPEN, Sieve
from app.ui.consultwoorden import appointment_words, status_tag
from app.ui.context import Context
from app.ui.place import NIEUW, Place
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page import Page
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag
from app.ui.woorden import count_words

LOWEST_LINES = 18
"""Height of the list in lines of text that it keeps on a low screen."""

REST_MILLISECONDS = 20

COLUMNS = (
    Column("leerlingen", "Leerling", 20, stretch=1, role="strong"),
    Column("groep", "Groep", 5),
    Column("status", "Status", 23),
    Column("soort", "Soort", 15),
    Column("hulpvraag", "Hulpvraag", 12, stretch=8),
    Column("consulent", "Consulent", 14, stretch=1),
    Column("afspraak", "Afspraak", 14, sort="dag"),
)


class ConsultenView(View):
    """The list of consults; a click or Enter opens one."""

    title = "Consulten"
    kinds = frozenset({"consult", "bijlage", "bijlagepunt", "formulier", "contact", "leerling", "groep"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._reading, self._shown = 0, -1
        self._found: list[Rij] = []
        self._total = 0
        self.page = Page("Consulten")
        self.new_button = Button("Nieuw consult", "primary", icon="plus", shortcut="Ctrl+N")
        self.sieve = Sieve()
        self.table = DataTable("Consulten", COLUMNS)
        self.nothing = EmptyState(
            "consulten",
            "Nog geen consulten",
            "In een consult denkt een consulent van het samenwerkingsverband met je mee over een leerling. Begin met "
            "de hulpvraag: wat al in een leerlingbespreking staat, neem ik mee.",
            "Nieuw consult",
        )
        self.not_found = EmptyState(
            "zoek", "Geen consult gevonden", "Zoek met andere woorden, of kies bij ‘Hoe ver’ iets anders.", "Toon alles"
        )
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show the list; `part` can be a status to show."""
        if place.part == OPEN or place.part in CONSULT_STATUSSEN:
            self.sieve.status.set_value(place.part)
        self._read(whole=False)

    @property
    def is_filled(self) -> bool:
        """Whether what is shown was read since one came here; more of a long list may still come."""
        return self._shown == self._reading

    def refresh(self) -> None:
        """Read again; the list changes only when all of it is there."""
        self._read(whole=True)

    def _lay_out(self) -> None:
        self.page.add_action(self.new_button)
        sheet = Card()
        sheet.body.setContentsMargins(*[scale.space(1)] * 4)
        sheet.setMinimumHeight(scale.metrics().height() * LOWEST_LINES)  # on a low screen the page scrolls instead
        sheet.add(self.table)
        self.page.add(self.sieve)
        self.page.add(sheet, 1)
        for empty in (self.nothing, self.not_found):
            empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self._begin)
        self.nothing.pressed.connect(self._begin)
        self.not_found.pressed.connect(self.sieve.clear)
        self.sieve.status_changed.connect(self._on_status)
        self.sieve.typed.connect(self._sift)
        self.sieve.down.connect(self._to_table)
        self.table.row_activated.connect(self._open)
        QShortcut(QKeySequence("Ctrl+F"), self, self.sieve.words.setFocus)

    def _read(self, *, whole: bool) -> None:
        """Read the list from its beginning.

        Parameters:
            whole: show nothing of it before all is there.
        """
        self._reading += 1
        self._ask(self._reading, whole, ())

    def _ask(self, number: int, whole: bool, before: tuple[Rij, ...]) -> None:
        question = partial(bladzijde, self.sieve.status.value(), len(before), self.context.vandaag())
        self.context.db.ask(question, partial(self._on_page, number, whole, before), owner=self)

    def _on_page(self, number: int, whole: bool, before: tuple[Rij, ...], page: Bladzijde) -> None:
        if number != self._reading:
            return
        found = (*before, *page.rijen)
        more = bool(page.rijen) and len(found) < page.totaal
        if not (more and (whole or before)):  # the first ones at once, then all
            self._found = list(found)
            self._show_counts(page)
            self._sift()
            self._shown = number
        if more:  # after what is shown now was painted
            QTimer.singleShot(REST_MILLISECONDS, self, partial(self._go_on, number, whole, found))

    def _go_on(self, number: int, whole: bool, before: tuple[Rij, ...]) -> None:
        if number == self._reading:
            self._ask(number, whole, before)

    def _show_counts(self, page: Bladzijde) -> None:
        total = sum(page.per_status.values())
        self.sieve.show_counts(page.per_status)
        self.sieve.setVisible(bool(total))
        self._total = total
        (self.not_found if not total else self.nothing).hide()
        self.new_button.setVisible(bool(total))
        self.table.set_empty(self.not_found if total else self.nothing)

    def _sift(self) -> None:
        today = self.context.vandaag()
        rows = [_row(each, status_tag(each.regel.consult, today)) for each in self._found]
        for row, each in zip(rows, self._found, strict=True):
            row["leerlingen"] = self._names(each.regel)
            row["afspraak"] = appointment_words(each.regel.consult, today)
        shown = [row for row in rows if self.sieve.fits(*(str(row[name]) for name in SEARCHED))]
        self.table.set_rows(shown)
        total = count_words(self._total, "aanvraag", "aanvragen") if self._total else ""
        self.page.set_title("Consulten", total if len(shown) == self._total else f"{len(shown)} van {total}")

    def _names(self, regel: Consultregel) -> str:
        """The first pupil, or the first of the group who is looked for, and how many others there are."""
        names = (regel.naam, *regel.anderen)
        shown = next((each for each in names if self.sieve.touches(each)), regel.naam)
        return f"{shown} +{len(regel.anderen)}" if regel.anderen else shown

    def _on_status(self) -> None:
        self._read(whole=False)

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, row: Row) -> None:
        self.place_requested.emit(Place("consult", str(row["id"])))

    def _begin(self) -> None:
        self.place_requested.emit(Place("consult", NIEUW))


SEARCHED = ("wie", "hulpvraag", "consulent", "soort")
"""What of a row the words are looked for in."""


def _row(rij: Rij, status: Tag) -> dict[str, object]:
    regel, consult = rij.regel, rij.regel.consult
    return {
        "id": consult.id,
        "wie": " ".join([regel.naam, *regel.anderen]),
        "groep": regel.groep,
        "soort": regel.soort,
        "hulpvraag": rij.hulpvraag,
        "status": (status, *([Tag(f"mist {regel.mist}", "warn", "waarschuwing")] if regel.mist else [])),
        "consulent": regel.consulent,
        "dag": consult.afspraak_op,
    }
