"""The card of the dossier about consults of the samenwerkingsverband."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.storage.archive import Archive
from app.storage.consulten import Consultregel, van_leerling
from app.ui.consultwoorden import appointment_words, status_tag
from app.ui.context import Context
from app.ui.place import NIEUW, Place
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small


class ConsultsCard(RefilledCard):
    """Consults about a pupil, each a link to its page; it reads them itself.

    Attributes:
        filed_under: ids of the pupils under whom these consults are filed.

    Signals:
        place_wanted: a `Place` to go to.
    """

    place_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Consulten")
        self._context = context
        self._pupil = ""
        self.filed_under: frozenset[str] = frozenset()
        self.new = Button("Nieuw consult", icon="plus", small=True)
        self.new.clicked.connect(self._begin)
        self.add(Flow(self.new))

    def show_pupil(self, pupil: str) -> None:
        """Show the consults about this pupil."""
        self._pupil = pupil
        self._context.db.ask(partial(_read, pupil), partial(self._show, pupil), owner=self)

    def _show(self, pupil: str, found: tuple[Consultregel, ...]) -> None:
        today = self._context.vandaag()
        if pupil != self._pupil:
            return
        self.filed_under = frozenset(each.consult.leerling for each in found)
        column = self.renew((pupil, found, today))
        if column is None:
            return
        if not found:
            column.addWidget(Muted("Er is nog geen consult aangevraagd."))
        for each in found:
            column.addWidget(self._entry(each, today))

    def _entry(self, each: Consultregel, today: date) -> QWidget:
        consult, tag = each.consult, status_tag(each.consult, today)
        link = Link(each.soort)
        link.setAccessibleName(f"{each.soort}, {tag.text}")
        link.clicked.connect(partial(self.place_wanted.emit, Place("consult", consult.id)))
        misses = [Chip(f"mist {each.mist}", "warn", "waarschuwing")] if each.mist else []
        return Flow(link, Small(appointment_words(consult, today)), Chip(tag.text, tag.state, tag.icon), *misses)

    def _begin(self) -> None:
        self.place_wanted.emit(Place("consult", NIEUW, self._pupil))


def _read(pupil: str, archive: Archive) -> tuple[Consultregel, ...]:
    return van_leerling(archive, pupil)
