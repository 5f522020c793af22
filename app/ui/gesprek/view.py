"""The page of one conversation."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.gespreksregels import gesprekstitel
from app.models.leerling import PLANSOORTEN
from app.storage.archive import Change
from app.storage.gesprekslijst import Gespreksblad
from app.ui.afspreken.overig import ask_other
from app.ui.afspreken.woorden import state_tag
from app.ui.context import Context
from app.ui.exporteren.opslaan import SaveDocument
from app.ui.formulier.autosave import Autosave, Write
from app.ui.gesprek import opdrachten
from app.ui.gesprek.afspraken import AgreementsCard
from app.ui.gesprek.feiten import FactsCard, ParentsCard, when_in_full
from app.ui.gesprek.handelingen import Deeds
from app.ui.gesprek.notitiekaart import NoteCard
from app.ui.gesprek.opdrachten import Getoond
from app.ui.gesprek.verslagkaart import ReportCard
from app.ui.place import NIEUW, Place
from app.ui.qt import override
from app.ui.view import View
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.chip import Chip
from app.ui.widgets.columns import Columns
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow import Flow
from app.ui.widgets.page import Page
from app.ui.widgets.undo_bar import UndoBar
from app.ui.woorden import level_state, level_words


class GesprekView(View):
    """One conversation: the agreements of last time first, then the report; the facts beside it."""

    title = "Gesprek"
    kinds = frozenset({"gesprek", "leerling", "ouder", "ouderschap", "afspraak", "plan", "niveau", "formulier"}) | {
        "groep", "medewerker", "schooljaar", "gespreksbeleid",
    }  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place("gesprek")
        self._shown: Getoond | None = None
        self._elsewhere: dict[str, str] = {}  # notes that left the screen before they were written
        self.autosave = Autosave(context.db, self._collect, self)
        self.page = Page("Gesprek")
        self.chips = Flow()
        self.state = Chip("")
        self.held = Button("Gehouden", "primary", icon="vink", shortcut="Ctrl+Return")
        self.invite = Button("Uitnodiging (Word)", icon="document")
        self.agreements = AgreementsCard()
        self.report = ReportCard()
        self.note_card = NoteCard()
        self.note = self.note_card.note
        self.facts = FactsCard()
        self.parents = ParentsCard()
        self.export = SaveDocument(context)
        self.refusal = Banner("bad", "Het verslag kan niet beginnen", dismissible=True)
        self.missing = EmptyState(
            "gesprekken", "Dit gesprek staat hier niet", "Kijk bij Gesprekken.", "Naar Gesprekken"
        )
        self._lay_out()
        self.bar = UndoBar(self)
        self.deeds = Deeds(context, self, self.bar)
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show a conversation (`id`); with `nieuw` as id and a pupil as `part`, ask for one outside the moments."""
        if place != self._place:
            self.leave()
            for widget in (self.columns, self.missing, self.export, self.refusal, self.bar, self.chips):
                widget.hide()
            self.page.set_title("Gesprek")
        self._place = place
        if place.id == NIEUW:
            ask_other(self, self.context, place.part, self._made, self.back_requested.emit)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read it again; what is being typed stays."""
        if self._place.id != NIEUW:
            question = partial(opdrachten.read, self._place.id, self.context.vandaag())
            self.context.db.ask(question, partial(self._show, self._place), owner=self)

    def leave(self) -> None:
        """Write the note that was typed; from then on it is history."""
        self.autosave.flush(draft=False)
        if self._shown is not None:
            gesprek = self._shown.blad.gesprek.id
            self._elsewhere[gesprek] = self.note.value()
            self.context.db.ask(partial(opdrachten.seal, gesprek))

    def is_saved(self) -> bool:
        """Whether every word is committed."""
        return self.autosave.is_clean

    @override
    def about_leerling(self) -> str | None:
        return self._shown.blad.leerling.id if self._shown is not None else None

    @override
    def concerns(self, change: Change) -> bool:
        """The note itself changes only here."""
        return super().concerns(change) and change.fields != {"notitie"}

    def _lay_out(self) -> None:
        self.page.add_beside_title(self.state)
        for button in (self.invite, self.held):
            self.page.add_action(button)
        self.columns = Columns()
        wide: tuple[QWidget, ...] = (self.agreements, self.report, self.note_card)
        narrow: tuple[QWidget, ...] = (self.facts, self.parents)
        for card in wide:
            self.columns.wide.addWidget(card)
        for card in narrow:
            self.columns.narrow.addWidget(card)
        self.columns.wide.addStretch(1)
        self.columns.narrow.addStretch(1)
        parts: tuple[QWidget, ...] = (self.chips, self.refusal, self.export, self.columns, self.missing)
        for part in parts:
            part.hide()
            self.page.add(part)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _connect(self) -> None:
        self.note.changed.connect(self._on_note)
        self.held.clicked.connect(self.deeds.hold)
        self.invite.clicked.connect(self.deeds.invite)
        self.missing.pressed.connect(self._to_overview)
        self.facts.wanted.connect(self.deeds.appoint)
        self.report.wanted.connect(self.deeds.report)
        self.report.taken_over.connect(self.deeds.take_over)
        self.agreements.settled.connect(self.deeds.settle)
        self.deeds.place_wanted.connect(self.place_requested)
        self.deeds.letter_ready.connect(self.export.save)
        self.deeds.refused.connect(self._refuse)

    def _show(self, place: Place, found: Getoond | None) -> None:
        if place != self._place:
            return
        self._shown = found
        self.deeds.set_shown(found)
        self.missing.setVisible(found is None)
        parts: tuple[QWidget, ...] = (self.columns, self.chips, self.state, self.held, self.invite)
        for part in parts:
            part.setVisible(found is not None)
        if found is None:
            return
        blad, today = found.blad, self.context.vandaag()
        self._show_head(blad, today)
        self.agreements.show_agreements(blad, today)
        self.report.show_report(found, today)
        self.facts.show_facts(blad, today)
        self.parents.show_parents(blad)
        self.note_card.show_blad(blad)
        if not self.autosave.holds(blad.gesprek.id):
            self.note.set_value(blad.gesprek.notitie)

    def _show_head(self, blad: Gespreksblad, today: date) -> None:
        gesprek = blad.gesprek
        kind = gesprekstitel(gesprek, blad.beleid)
        self.page.set_title(
            f"{kind} · {blad.leerling.naam}", " · ".join(filter(None, (when_in_full(blad), blad.moment)))
        )
        tag = state_tag(gesprek, today)
        self.state.set(tag.text, tag.state, tag.icon)
        self.held.setVisible(gesprek.staat == "gepland")
        with_parents = blad.soort is not None and blad.soort.ouders
        self.invite.setVisible(gesprek.staat == "gepland" and with_parents and bool(blad.ouders))
        self._show_chips(blad)

    def _show_chips(self, blad: Gespreksblad) -> None:
        self.chips.clear()
        self.chips.add(Chip(level_words(blad.niveau), level_state(blad.niveau)))
        for each in blad.plannen:
            self.chips.add(Chip(PLANSOORTEN.get(each.soort, each.soort), "info"))
        self.chips.add(self._link(f"Dossier van {blad.leerling.roepnaam or blad.leerling.naam}", self._to_pupil))
        if blad.moment and blad.groep is not None:
            self.chips.add(self._link(f"{blad.moment} groep {blad.groep.naam}", self._to_list))

    def _link(self, words: str, go: Callable[[], None]) -> Link:
        link = Link(words)
        link.clicked.connect(go)
        return link

    def _on_note(self) -> None:
        if self._shown is not None:
            self.autosave.touch(self._shown.blad.gesprek.id)

    def _collect(self, gesprek: str) -> Write:
        here = self._shown is not None and self._shown.blad.gesprek.id == gesprek
        note = self.note.value() if here else self._elsewhere[gesprek]
        return Write(gesprek, partial(opdrachten.write_note, gesprek, note, self.context.gebruiker))

    def _refuse(self, sentence: str) -> None:
        self.refusal.set("bad", "Het verslag kan niet beginnen", sentence)
        self.refusal.show()

    def _made(self, gesprek: str) -> None:
        self.place_requested.emit(Place("gesprek", gesprek))

    def _to_pupil(self) -> None:
        if self._shown is not None:
            self.place_requested.emit(Place("leerling", self._shown.blad.leerling.id))

    def _to_list(self) -> None:
        if self._shown is not None:
            gesprek = self._shown.blad.gesprek
            self.place_requested.emit(Place("gespreksmoment", gesprek.moment, gesprek.groep or ""))

    def _to_overview(self) -> None:
        self.place_requested.emit(Place("gesprekken"))
