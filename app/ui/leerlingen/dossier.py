"""One pupil: who it is, what runs, and all that happened."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import lang
from app.storage.archive import Archive, Change
from app.storage.definities import load_toestemmingstabel
from app.storage.dossier import Dossier, dossier
from app.storage.gebeurtenis import Gebeurtenis
from app.storage.leerlinggesprekken import Leerlinggesprekken, gesprekken_van
from app.storage.tijdlijn import BLADZIJDE, aantal, tijdlijn
from app.ui.afspreken.notitie import PhoneNotes
from app.ui.afspreken.overig import ask_other
from app.ui.context import Context
from app.ui.leerlingen.bijlagen import AnnexesCard
from app.ui.leerlingen.consulten import ConsultsCard
from app.ui.leerlingen.gesprekken import TalksCard
from app.ui.leerlingen.handelingen import Actions
from app.ui.leerlingen.kaarten import AgreementsCard, FamilyCard, HelpedCard, LevelCard, ParentsCard, PlansCard
from app.ui.leerlingen.kop import Head
from app.ui.leerlingen.privacy import NotesCard
from app.ui.leerlingen.route import RouteCard
from app.ui.leerlingen.schrijver import Writer
from app.ui.leerlingen.tijdlijn import Timeline
from app.ui.pakket.uitgegaan import ToestemmingKaart, UitgegaanKaart
from app.ui.place import Place
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.banner import Banner
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page import Scroll
from app.ui.widgets.undo_bar import UndoBar

NOTES = "werkaantekeningen"
"""Part of a `Place` that opens the working notes."""

ROOMY_STEPS = 104
"""Width in grid steps from which the cards stand beside the timeline."""

Found = tuple[Dossier | None, list[Gebeurtenis], int, Leerlinggesprekken | None]


CONSULT_PAPERS = ("formulier", "bijlage", "bijlagepunt")
"""Kinds of record that a consult of several pupils has under one of them."""


class DossierView(View):
    """The dossier of one pupil. Every change is written at once and can be taken back."""

    title = "Dossier"
    kinds = frozenset(
        {"leerling", "ouder", "ouderschap", "gezin", "niveau", "plan", "formulier", "afspraak", "agendapunt"}
        | {"bespreking", "werkaantekening", "groep", "medewerker", "gesprek", "toestemming", "verstrekking"}
        | {"consult", "contact", "bijlage", "bijlagepunt", "route", "routestap", "routebericht", "routevereiste", "mpo"}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place("leerling")
        self._limit = BLADZIJDE
        self._is_wide: bool | None = None
        self.area = Scroll()
        self.content = QWidget()
        self.head = Head()
        self.refusal = Banner("bad", "De bespreking kan niet beginnen", dismissible=True)
        self.left = Banner("info", "Deze leerling is van school")
        self.timeline = Timeline()
        self.agreements = AgreementsCard()
        self.talks = TalksCard()
        self.consults = ConsultsCard(context)
        self.route = RouteCard(context)
        self.helped = HelpedCard()
        self.parents = ParentsCard()
        self.family = FamilyCard()
        self.levels = LevelCard()
        self.plans = PlansCard()
        self.consent, self.gone_out = ToestemmingKaart(context), UitgegaanKaart(context)
        self.notes = NotesCard()
        self.missing = EmptyState("persoon", "Deze leerling staat hier niet meer", "Kijk bij Leerlingen.", "Leerlingen")
        self.bar = UndoBar(self)
        self.annexes = AnnexesCard(context, self.bar)
        self.deeds = Actions(self, context, Writer(context, self.bar))
        self.phone = PhoneNotes(context, self, self.bar)
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show the dossier of a pupil (`id`); with `werkaantekeningen` as `part` the working notes are open."""
        if place.id != self._place.id:
            self.content.hide()  # nothing of another child stays on screen
            self.bar.hide()
            self.annexes.show_pupil(place.id)
            self._limit = BLADZIJDE
            self.area.verticalScrollBar().setValue(0)
        self._place = place
        self.refusal.hide()
        if place.part == NOTES:
            self.notes.open_notes()
        else:
            self.notes.close_notes()
        self.refresh()

    def refresh(self) -> None:
        """Read again; cards that show the same as before are left alone."""
        for own in (self.consults, self.route):
            own.show_pupil(self._place.id)
        for card in (self.consent, self.gone_out):  # first, so that nothing of another child shows for a moment
            card.show_pupil(self._place.id)
        question = partial(_read, self._place.id, self._limit, self.context.vandaag(), self.context.folder)
        self.context.db.ask(question, partial(self._show, self._place.id), owner=self)

    def leave(self) -> None:
        """Close the working notes, so that they are not open at the next visit."""
        self.notes.close_notes()

    def about_leerling(self) -> str | None:
        """The pupil of the dossier."""
        return self._place.id or None

    def concerns(self, change: Change) -> bool:
        """Changes of other pupils matter only where they can be family, or share a consult."""
        if change.kind in ("leerling", "ouderschap") or change.concerns(self._place.id):
            return change.kind in self.kinds
        return change.kind in CONSULT_PAPERS and change.leerling in self.consults.filed_under

    def _lay_out(self) -> None:
        margin = scale.space(3)
        body = self.area.body
        body.setContentsMargins(margin, margin, margin, margin)
        body.addWidget(self.content)
        body.addWidget(self.missing)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        for widget in (self.refusal, self.left, self.head):
            column.addWidget(widget)
        self._left_column, self._right_column = QVBoxLayout(), QVBoxLayout()
        self._columns = QHBoxLayout()
        column.addLayout(self._columns, 1)
        self._columns.setSpacing(scale.space(2))
        for each in (self._left_column, self._right_column):
            each.setSpacing(scale.space(2))
            self._columns.addLayout(each)
            each.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.left.add_action("Weer op school", self.deeds.come_back)
        for hidden in (self.content, self.missing, self.refusal):
            hidden.hide()
        self._place_cards()

    def _connect(self) -> None:
        do = self.deeds
        self.head.begin_wanted.connect(do.begin)
        self.head.edit_wanted.connect(do.edit)
        self.head.leave_wanted.connect(do.leave)
        self.agreements.wanted.connect(do.agreements)
        self.talks.place_wanted.connect(self.place_requested)
        self.consults.place_wanted.connect(self.place_requested)
        self.route.place_wanted.connect(self.place_requested)
        self.talks.new_wanted.connect(self._new_talk)
        self.talks.note_wanted.connect(self._note_call)
        self.parents.wanted.connect(do.parents)
        self.family.wanted.connect(do.family)
        self.levels.wanted.connect(do.levels)
        self.plans.wanted.connect(do.plans)
        self.notes.wanted.connect(do.notes)
        do.place_wanted.connect(self.place_requested)
        do.refused.connect(self._refuse)
        self.timeline.place_wanted.connect(self.place_requested)
        self.timeline.more_wanted.connect(self._show_more)
        self.missing.pressed.connect(self._to_list)

    def _show(self, pupil: str, answer: Found) -> None:
        if pupil != self._place.id:
            return
        found, events, total, talks = answer
        today = self.context.vandaag()
        self.deeds.set_dossier(found)
        self.missing.setVisible(found is None)
        self.content.setVisible(found is not None)
        if found is None:
            return
        self.head.show_dossier(found, today)
        self._show_left(found)
        for card in (self.agreements, self.helped, self.parents, self.family, self.levels, self.plans):
            card.show_dossier(found, today)
        if talks is not None:
            self.talks.show_talks(talks, today)
        self.notes.show_notes(found.aantekeningen, today)
        self.timeline.show_events(events, total, today)

    def _show_left(self, found: Dossier) -> None:
        since = found.leerling.gearchiveerd_op
        self.left.setVisible(since is not None)
        if since is not None:
            day = lang(date.fromisoformat(since[:10]))
            self.left.set(
                "info", f"Van school sinds {day}", "Het dossier blijft hier staan zolang de school het bewaart."
            )

    def _show_more(self) -> None:
        self._limit += 2 * BLADZIJDE
        self.refresh()

    def _refuse(self, sentence: str) -> None:
        self.refusal.set("bad", "De bespreking kan niet beginnen", sentence)
        self.refusal.show()

    def _new_talk(self) -> None:
        ask_other(self, self.context, self._place.id, self._go_to_talk, _nothing)

    def _go_to_talk(self, gesprek: str) -> None:
        self.place_requested.emit(Place("gesprek", gesprek))

    def _note_call(self) -> None:
        self.phone.ask(self._place.id)

    def _to_list(self) -> None:
        self.place_requested.emit(Place("leerlingen"))

    def _place_cards(self) -> None:
        """What runs beside the timeline and papers below it where there is room; else one below the other."""
        is_wide = self.width() >= scale.space(ROOMY_STEPS)
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        first: list[QWidget] = [self.agreements, self.talks, self.route, self.consults, self.helped]
        about: list[QWidget] = [self.levels, self.plans, self.parents, self.family]
        papers: list[QWidget] = [self.annexes, self.consent, self.gone_out, self.notes]
        for column in (self._left_column, self._right_column):
            for card in (*first, self.timeline, *about, *papers):
                column.removeWidget(card)
        left = [self.timeline, *papers] if is_wide else [*first, self.timeline, *about, *papers]
        right = [*first, *about] if is_wide else []
        self._columns.setStretch(0, 5)
        self._columns.setStretch(1, 3 if is_wide else 0)
        self._columns.setSpacing(scale.space(2) if is_wide else 0)
        for column, cards in ((self._left_column, left), (self._right_column, right)):
            for place, card in enumerate(cards):  # above the stretch
                column.insertWidget(place, card)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards()


def _nothing() -> None:
    """Who changes his mind stays where he is."""


def _read(pupil: str, limit: int, today: date, folder: Path, archive: Archive) -> Found:
    found = dossier(archive, pupil, today, load_toestemmingstabel(folder / "formulieren"))
    if found is None:
        return None, [], 0, None
    events = tijdlijn(archive, pupil, today, limit=limit)
    return found, events, aantal(archive, pupil, today), gesprekken_van(archive, pupil, today)
