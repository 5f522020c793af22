"""The card with conversations on the first page; read after the rest: the year plan takes a moment to work out."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import lang
from app.models.school import in_groep
from app.storage.archive import Archive
from app.storage.errors import StorageError
from app.storage.gesprekken_vandaag import GesprekkenNu, KomendGesprek, gesprekken_nu
from app.storage.gesprekstaken import DEZE_WEEK, TE_LAAT, Gesprekstaak
from app.ui.context import Context
from app.ui.place import Place
from app.ui.vandaag.regels import Go, Line, LineCard, when
from app.ui.widgets.buttons import Link
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Muted

MOST_TASKS = 4
CHIPS = {TE_LAAT: ("te laat", "bad"), DEZE_WEEK: ("deze week", "warn")}


class GesprekkenCard(QWidget):
    """Conversations of these days, and what the year asks for. Takes no room while there is nothing.

    Signals:
        place_requested: a `Place`.
    """

    place_requested = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._card: Card | None = None
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        day = self._context.vandaag()
        self._context.db.ask(partial(_read, day), self._show, owner=self)

    def _show(self, found: GesprekkenNu | StorageError) -> None:
        if self._card is not None:
            self._card.hide()
            self._column.removeWidget(self._card)
            self._card.deleteLater()
        self._card = self._made(found)
        if self._card is not None:
            self._column.addWidget(self._card)
        self.setVisible(self._card is not None)

    def _made(self, found: GesprekkenNu | StorageError) -> Card | None:
        if isinstance(found, StorageError):
            card = Card("Gesprekken")
            card.add(Muted(str(found)))
            return card
        if not (found.komend or found.taken):
            return None
        today, go = self._context.vandaag(), self.place_requested.emit
        lines = [partial(komend_line, each, today, go) for each in found.komend]
        lines += [partial(taak_line, each, go) for each in found.taken[:MOST_TASKS]]
        card = LineCard("Gesprekken", lines)
        if len(found.taken) > MOST_TASKS:
            more = Link(f"Nog {len(found.taken) - MOST_TASKS} bij Gesprekken", small=True)
            more.clicked.connect(partial(go, Place("gesprekken")))
            card.add(more)
        return card


def komend_line(gesprek: KomendGesprek, today: date, go: Go) -> Line:
    """One conversation, or those of a group on a day together."""
    title = in_groep(gesprek.titel) if gesprek.moment else gesprek.titel
    line = Line(title[:1].upper() + title[1:])
    place = Place("gespreksmoment", gesprek.moment, gesprek.groep) if gesprek.moment else Place("gesprek", gesprek.id)
    count = f"{gesprek.aantal} × {gesprek.over}" if gesprek.moment else gesprek.over
    line.add_link(count or "gesprek", place, go)
    line.add_small(gesprek.tijd)
    line.add_right(Chip(*when(gesprek.datum, today)))
    return line


def taak_line(taak: Gesprekstaak, go: Go) -> Line:
    """A task, with who and by when."""
    line = Line(taak.tekst)
    line.add_link(taak.wie or "Bekijk", _place(taak), go)
    line.add_small("" if taak.ernst == TE_LAAT else f"vóór {lang(taak.voor)}")
    line.add_right(Chip(*CHIPS.get(taak.ernst, ("straks", "neutral"))))
    return line


def _place(taak: Gesprekstaak) -> Place:
    if taak.moment and taak.groep:
        return Place("gespreksmoment", taak.moment, taak.groep)
    if taak.gesprek:
        return Place("gesprek", taak.gesprek)
    return Place("leerling", taak.leerling) if taak.leerling else Place("gesprekken")


def _read(day: date, archive: Archive) -> GesprekkenNu | StorageError:
    try:
        return gesprekken_nu(archive, day)
    except StorageError as error:  # a policy that can't be read must not take the whole first page away
        return error
