"""The page of one consult."""

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.consulten.volledigheid import Ontbreekt
from app.storage.archive import Change
from app.storage.consulten import Aanbod, Consultblad, Overgang
from app.ui.consult import opdrachten
from app.ui.consult.aanvraag import ApplicationCard, AskersCard, ParentsCard
from app.ui.consult.bijlagen import AnnexesCard
from app.ui.consult.consulent import ConsultantCard, HoursCard
from app.ui.consult.gesprek import OutcomeCard, ReportCard
from app.ui.consult.handelingen import Deeds
from app.ui.consult.nieuw import Kind, NewConsultDialog
from app.ui.consult.ontbreekt import MissingCard
from app.ui.consult.opdrachten import Getoond
from app.ui.consult.opmerking import RemarkCard
from app.ui.consult.portaal import PortalCard
from app.ui.consult.stappen import StepsCard, missing_for, next_step
from app.ui.consult.verloop import HistoryCard
from app.ui.consultwoorden import status_tag
from app.ui.context import Context
from app.ui.pakket.pakketten import Pakketten
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


class ConsultView(View):
    """One consult: where it is, what the next step asks, and all that belongs to it."""

    title = "Consult"
    kinds = frozenset({"consult", "bijlage", "bijlagepunt", "formulier", "contact", "leerling", "groep"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place("consult")
        self._shown: Getoond | None = None
        self._pupils: object = None
        self.page = Page("Consult")
        self.state = Chip("")
        self.pack = Button("Aanvraag klaarzetten", icon="map")
        self.packs = Pakketten(context)
        self.next = Button("", "primary", shortcut="Ctrl+Return")
        self.refusal = Banner("bad", "", dismissible=True)
        self.pupils = Flow()
        self.steps = StepsCard()
        self.missing = MissingCard()
        self.application = ApplicationCard()
        self.askers = AskersCard()
        self.portal = PortalCard()
        self.parents = ParentsCard()
        self.consultant = ConsultantCard(context)
        self.hours = HoursCard()
        self.report = ReportCard()
        self.outcome = OutcomeCard()
        self.history = HistoryCard()
        self.remark = RemarkCard(context)
        self.gone = EmptyState("consulten", "Dit consult staat hier niet", "Kijk bij Consulten.", "Naar Consulten")
        self.bar = UndoBar(self)
        self.annexes = AnnexesCard(context, self.bar)
        self._lay_out()
        self.bar.raise_()
        self.deeds = Deeds(context, self, self.bar)
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show a consult (`id`); with `nieuw` as id begin one, about the pupil in `part` if there is one."""
        if place != self._place:
            for widget in (self.sheet, self.gone, self.bar, self.next, self.pack, self.state, self.missing.too_early):
                widget.hide()
            self.page.set_title("Consult")
            self.page.scroll_area.verticalScrollBar().setValue(0)
        self.refusal.hide()
        self._place = place
        self.packs.show_for(place.id)
        self._shown = None
        if place.id == NIEUW:
            self.context.db.ask(partial(opdrachten.offer, place.part), self._ask_new, owner=self)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read it again; a card that shows the same is left alone."""
        if self._place.id != NIEUW:
            question = partial(opdrachten.read, self._place.id, self.context.vandaag())
            self.context.db.ask(question, partial(self._show, self._place), owner=self)

    def leave(self) -> None:
        """Write the remark that was typed."""
        self.remark.leave()

    def is_saved(self) -> bool:
        """Whether every word is committed."""
        return self.remark.autosave.is_clean

    @override
    def concerns(self, change: Change) -> bool:
        """The remark itself changes only here."""
        return super().concerns(change) and change.fields != {"opmerking"}

    @override
    def about_leerling(self) -> str | None:
        blad = self._shown.blad if self._shown is not None else None
        return blad.leerling.id if blad is not None and len(blad.leerlingen) == 1 else None

    def _lay_out(self) -> None:
        self.page.add_beside_title(self.state)
        self.page.add_action(self.pack)
        self.page.add_action(self.next)
        self.sheet = QWidget()
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.page.body.spacing())
        self.columns = Columns()
        top = QVBoxLayout()
        column.addLayout(top)
        top.setSpacing(0)  # the notice of a pack takes no room until there is one
        top.addWidget(self.pupils)
        top.addWidget(self.packs)
        column.addWidget(self.steps)
        column.addWidget(self.columns)
        wide: tuple[QWidget, ...] = (self.missing, self.outcome, self.report, self.application)
        narrow: tuple[QWidget, ...] = (self.askers, self.parents, self.consultant, self.hours, self.remark)
        for card in (*wide, self.annexes, self.portal):
            self.columns.wide.addWidget(card)
        for card in (*narrow, self.history):
            self.columns.narrow.addWidget(card)
        for side in (self.columns.wide, self.columns.narrow):
            side.addStretch(1)
        for part in (self.refusal, self.sheet, self.gone):
            part.hide()
            self.page.add(part)
        self.page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def _connect(self) -> None:
        do = self.deeds
        self.pack.clicked.connect(self._make_pack)
        self.packs.told.connect(partial(self._reveal, self.packs))
        self.next.clicked.connect(self._go_on)
        self.steps.wanted.connect(self._go_to)
        self.steps.remove_wanted.connect(do.remove)
        self.missing.wanted.connect(self._fill_in)
        self.application.form_wanted.connect(self._open_form)
        self.parents.field_wanted.connect(self._open_form)
        self.portal.ticked.connect(do.tick)
        self.report.wanted.connect(do.report)
        self.consultant.appointment_wanted.connect(do.ask_appointment)
        self.outcome.finish_wanted.connect(self._go_on)
        self.outcome.follow_wanted.connect(do.follow_up)
        for card in (self.askers, self.consultant, self.hours, self.outcome):
            card.edited.connect(do.edit)
        self.history.place_wanted.connect(self.place_requested)
        self.gone.pressed.connect(self._to_list)
        do.place_wanted.connect(self.place_requested)
        do.refused.connect(self._refuse)

    def _show(self, place: Place, found: Getoond | None) -> None:
        if place != self._place:
            return
        self._shown = found
        self.deeds.set_shown(found.blad if found is not None else None)
        self.gone.setVisible(found is None)
        for part in (self.sheet, self.state, self.pack):
            part.setVisible(found is not None)
        if found is None:
            self.next.hide()
            self.page.set_title("Consult")
            return
        blad, today = found.blad, self.context.vandaag()
        self._show_head(blad, today)
        self._show_next(blad)
        consult, soort = blad.consult, blad.soort
        self.steps.show_steps(found, today)
        self.application.show_application(blad.formulier, blad.definitie, editable=consult.status == "concept")
        self.askers.show_askers(consult, soort)
        self.parents.show_parents(blad.formulier, blad.definitie)
        self.annexes.show_annexes(blad)
        self.portal.show_steps(consult, soort, today)
        self.consultant.show_consult(consult)
        self.hours.show_consult(consult, soort)
        self.report.show_report(consult, blad.verslag, blad.verslagdefinitie)
        self.outcome.show_outcome(consult, soort, follows=blad.vervolg is not None)
        self.remark.show_consult(consult)
        self.history.show_history(found, today)

    def _show_head(self, blad: Consultblad, today: date) -> None:
        names = ", ".join(leerling.naam for leerling, _ in blad.leerlingen)
        groups = dict.fromkeys(f"groep {groep}" for _, groep in blad.leerlingen if groep)
        self.page.set_title(f"{blad.soort.kort} · {names}", " · ".join(groups))
        tag = status_tag(blad.consult, today)
        self.state.set(tag.text, tag.state, tag.icon)
        shown = (blad.leerlingen, blad.consult.status == "concept" and blad.soort.groep)
        if shown == self._pupils:
            return
        self._pupils = shown
        self.pupils.clear()
        for leerling, _ in blad.leerlingen:
            link = Link(f"Dossier van {leerling.roepnaam or leerling.naam}")
            link.clicked.connect(partial(self.place_requested.emit, Place("leerling", leerling.id)))
            self.pupils.add(link)
        if shown[1]:
            change = Button("Wijzig leerlingen", "quiet", icon="mensen", small=True)
            change.clicked.connect(self.deeds.ask_pupils)
            self.pupils.add(change)

    def _show_next(self, blad: Consultblad) -> None:
        step = next_step(blad)
        self.next.setVisible(step is not None)
        if step is not None:
            self.next.setText(step.titel)
        self.missing.show_missing(missing_for(blad, step), asked=step is not None and step.naar == "volledig")

    def _make_pack(self) -> None:
        self.packs.aanvraag(self._place.id)

    def _go_on(self) -> None:
        """Take the next step, or show what it still asks."""
        step = next_step(self._shown.blad) if self._shown is not None else None
        if step is None or self._shown is None:
            return
        missing = missing_for(self._shown.blad, step)
        if missing:
            self._reveal(self.missing)
            self.missing.show_too_early(step.titel)
        else:
            self._go_to(step)

    def _go_to(self, step: Overgang) -> None:
        self.refusal.hide()
        self.packs.dismiss()
        self.next.setFocus()  # what has the focus now may not be there, or not be open any more, after the step
        self.deeds.go_to(step.naar, back=step.terug)

    def _fill_in(self, missing: Ontbreekt) -> None:
        """Go to where it is filled in."""
        match missing.deel:
            case "formulier":
                self._open_form(missing.doel)
            case "vragers":
                self._reveal(self.askers)
                self.askers.focus_first()
            case "bijlagen":
                self._reveal(self.annexes.line(missing.doel))
                self.annexes.focus_line(missing.doel)
            case "portaal":
                self._reveal(self.portal)
                self.portal.focus_first()
            case "verslag":
                self.deeds.report("maak")
            case "uitkomst":
                self._reveal(self.outcome)
                self.outcome.focus_choice()

    def _reveal(self, card: QWidget) -> None:
        """Scroll to a card; at once, and again when what hides or shows above it has its height."""
        self.page.scroll_area.ensureWidgetVisible(card)
        QTimer.singleShot(0, card, partial(self.page.scroll_area.ensureWidgetVisible, card))

    def _open_form(self, field: str) -> None:
        if self._shown is not None:
            self.place_requested.emit(Place("formulier", self._shown.blad.formulier.id, field))

    def _refuse(self, sentences: tuple[str, ...]) -> None:
        self.refusal.set("bad", "Dat kan nog niet", "\n".join(sentences))
        self.refusal.show()
        self._reveal(self.refusal)
        self.refresh()

    def _ask_new(self, offer: tuple[Aanbod, tuple[tuple[str, str], ...]]) -> None:
        if self._place.id != NIEUW:
            return
        chosen: Kind | None = NewConsultDialog.ask(self, self.context, *offer)
        if chosen is None:
            self.back_requested.emit()
        else:
            work = partial(opdrachten.begin, *chosen, self.context)
            self.context.db.ask(work, self._begun, owner=self, otherwise=self._not_begun)

    def _begun(self, consult: str) -> None:
        self.place_requested.emit(Place("consult", consult))

    def _not_begun(self, error: BaseException) -> None:
        self.context.db.report(error)
        self.back_requested.emit()

    def _to_list(self) -> None:
        self.place_requested.emit(Place("consulten"))
