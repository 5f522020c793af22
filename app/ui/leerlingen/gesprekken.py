"""The card of the dossier about conversations: what comes, and how the last ones went."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.storage.leerlinggesprekken import Gesprekregel, Leerlinggesprekken
from app.ui.afspreken.woorden import STANDEN, when
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small


class TalksCard(Card):
    """Conversations, each a link to its page.

    Signals:
        place_wanted: a `Place` to go to.
        new_wanted: a conversation outside the moments.
        note_wanted: a note of a phone call.
    """

    place_wanted = Signal(object)
    new_wanted = Signal()
    note_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Gesprekken")
        self._shown: object = None
        self._content: QWidget | None = None
        self.new = Button("Nieuw gesprek", icon="plus", small=True)
        self.note = Button("Telefoonnotitie", icon="notitie", small=True)
        self.new.clicked.connect(self.new_wanted)
        self.note.clicked.connect(self.note_wanted)
        self.note.setToolTip("Ctrl+T")
        self.add(Flow(self.new, self.note))

    def show_talks(self, talks: Leerlinggesprekken, today: date) -> None:
        """Show the conversations of a pupil."""
        if (talks, today) == self._shown:
            return
        self._shown = (talks, today)
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        if not talks.komend and not talks.geweest:
            column.addWidget(Muted("Er is nog geen gesprek gepland of gehouden."))
        for line in (*talks.komend, *talks.geweest):
            column.addWidget(self._entry(line, today))
        if talks.meer:
            column.addWidget(Small(f"Nog {talks.meer} eerder: die staan in de tijdlijn."))
        self.body.insertWidget(1, self._content)

    def _entry(self, line: Gesprekregel, today: date) -> QWidget:
        gesprek = line.gesprek
        link = Link(line.titel)
        link.setAccessibleName(f"{line.titel} {when(gesprek, today)}")
        link.clicked.connect(partial(self.place_wanted.emit, Place("gesprek", gesprek.id)))
        return Flow(link, Small(when(gesprek, today)), Chip(*STANDEN[line.stand]))
