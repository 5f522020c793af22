"""The agenda of one meeting: who is discussed, why, in which order, and how far everyone is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.forms.definition import FormDefinition
from app.models.forms.loader import DefinitionError
from app.models.school import School
from app.storage.archive import Archive
from app.storage.besprekingen import Agenda, Agendaregel, Keuze
from app.ui.besprekingen import opdrachten
from app.ui.besprekingen.lijst import AgendaList
from app.ui.besprekingen.papier import agenda_document, blank_document
from app.ui.besprekingen.plannen import Gepland, KiesDialog, MeetingDialog, Omgeving, lees_omgeving
from app.ui.besprekingen.zijkant import Zijkant, wanneer
from app.ui.context import Context
from app.ui.exporteren.opslaan import SaveDocument
from app.ui.formulier.autosave import Autosave, Write
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Muted
from app.ui.widgets.page import Page
from app.ui.widgets.undo_bar import UndoBar

STATES = {
    "afgelast": ("afgelast", "warn", "kruis"),
    "gehouden": ("gehouden", "good", "vink"),
    "bezig": ("bezig", "warn", "half"),
    "gepland": ("gepland", "info", "kalender"),
}


class AgendaView(View):
    """One meeting. Of each pupil no more than name and reason: others look along."""

    title = "Bespreking"
    kinds = frozenset({"bespreking", "agendapunt", "formulier", "groep", "leerling"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._agenda: Agenda | None = None
        self._id = ""
        self.autosave = Autosave(context.db, self._collect, self)
        self._reasons: dict[str, str] = {}
        self.list = AgendaList()
        self.side = Zijkant()
        self.export = SaveDocument(context)
        self.add_button = Button("Leerling toevoegen", icon="plus", shortcut="Ctrl+N")
        self._build()
        self.undo = UndoBar(self)
        self._connect()

    def show_place(self, place: Place) -> None:
        """Open a meeting."""
        if place.id != self._id:
            self.leave()
            self._set_enabled(False)
            self.list.show_regels(())
            self.export.hide()
            self.notice.hide()
        self._id = place.id
        self.refresh()

    def refresh(self) -> None:
        """Read the meeting again; what is being typed stays."""
        self.context.db.ask(partial(opdrachten.read, self._id), self._show, owner=self)

    def leave(self) -> None:
        """Write the reasons that were typed."""
        self.autosave.flush(draft=False)

    def is_saved(self) -> bool:
        """Whether every reason is committed."""
        return self.autosave.is_clean

    def _build(self) -> None:
        self.page = Page("Leerlingbespreking")
        self.state = Chip("")
        self.page.add_beside_title(self.state)
        self.cancelled = Banner("warn", "Deze bespreking is afgelast.", "De agenda is er nog.")
        self.cancelled.add_action("Laat de bespreking toch doorgaan", self._restore)
        self.notice = Banner("bad", "", dismissible=True)
        self._card = Card("Agenda")
        self._card.add_beside_heading(self.add_button)
        self._nobody = Muted("Er staat nog niemand op de agenda. Voeg de leerlingen toe die jullie bespreken.")
        self._card.add(self._nobody)
        self._card.add(self.list)
        for notice in (self.cancelled, self.notice, self.export):
            notice.hide()
            self.page.add(notice)
        row = QHBoxLayout()
        self.page.add(row)
        row.setSpacing(scale.space(2))
        row.addWidget(self._card, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.side, 1)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.side.change.clicked.connect(self._ask_change)
        self.side.call_off.clicked.connect(self._call_off)
        self.side.mark_held.clicked.connect(self._mark_held)
        self.side.agenda.clicked.connect(self._save_agenda)
        self.side.blank.clicked.connect(self._save_blank)
        self.list.open_wanted.connect(self._open)
        self.list.remove_wanted.connect(self._remove)
        self.list.reordered.connect(self._reorder)
        self.list.reason_edited.connect(self._on_reason)
        self.list.reason_left.connect(self._reason_left)

    def _show(self, agenda: Agenda) -> None:
        if agenda.bespreking.id != self._id:
            return
        self._agenda = agenda
        meeting = agenda.bespreking
        name = meeting.onderwerp or "Leerlingbespreking"
        self.page.set_title(f"{name} groep {agenda.groep.naam}" if agenda.groep else name, wanneer(agenda))
        called_off = meeting.verwijderd_op is not None
        self.state.set(*STATES["afgelast" if called_off else agenda.staat])
        self.cancelled.setVisible(called_off)
        self._set_enabled(not called_off)
        self._nobody.setVisible(not agenda.regels)
        self.list.show_regels(agenda.regels, agenda.groep.naam if agenda.groep else "")
        self.side.show_agenda(agenda, self.context.vandaag())

    def _set_enabled(self, enabled: bool) -> None:
        for part in (self._card, self.side):
            part.setEnabled(enabled)

    def _regel(self, punt: str) -> Agendaregel:
        assert self._agenda is not None
        return next(each for each in self._agenda.regels if each.punt.id == punt)

    def _open(self, punt: str) -> None:
        """To the form in bespreekmodus, begun when it isn't yet; to the report when the form is closed."""
        assert self._agenda is not None
        regel = self._regel(punt)
        form = regel.punt.formulier
        if form and regel.staat != "bezig":
            self.place_requested.emit(Place("verslag", form))
            return
        self.leave()
        work = partial(opdrachten.begin, self._agenda, regel, self.context)
        self.context.db.ask(work, self._discuss, owner=self, otherwise=self._refuse)

    def _discuss(self, form: str) -> None:
        self.place_requested.emit(Place("bespreekmodus", form))

    def _refuse(self, error: BaseException) -> None:
        """A form definition of the school's own that is wrong names its mistake itself."""
        if isinstance(error, DefinitionError):
            self.notice.set("bad", "Het formulier kan niet worden geopend.", str(error))
            self.notice.show()
        else:
            self.context.db.report(error)

    def _add(self) -> None:
        assert self._agenda is not None
        present = {each.punt.leerling for each in self._agenda.regels}
        chosen: tuple[Keuze, ...] | None = KiesDialog.ask(self, self.context, self._agenda.bespreking, present)
        if chosen:
            self._write(partial(opdrachten.add, self._id, chosen, self.context.gebruiker))

    def _remove(self, punt: str) -> None:
        self.leave()
        author = self.context.gebruiker
        self._write(partial(opdrachten.set_deleted, "agendapunt", punt, True, author))
        back = partial(self._write, partial(opdrachten.set_deleted, "agendapunt", punt, False, author))
        self.undo.offer(f"{self._regel(punt).naam} staat niet meer op de agenda.", back)

    def _reorder(self, punten: list[str]) -> None:
        self._write(partial(opdrachten.reorder, punten, self.context.gebruiker))
        self.refresh()  # also what changed while a row was in the hand

    def _on_reason(self, punt: str) -> None:
        self._reasons[punt] = self.list.row(punt).reason.value().strip()
        self.autosave.touch(punt)

    def _reason_left(self, punt: str) -> None:
        """What stands in a field that is left, is history from then on."""
        self.autosave.flush(draft=False)
        if punt in self._reasons:
            self._write(partial(opdrachten.seal, punt))

    def _collect(self, punt: str) -> Write:
        return Write(punt, partial(opdrachten.write_reason, punt, self._reasons[punt], self.context.gebruiker))

    def _ask_change(self) -> None:
        self.context.db.ask(lees_omgeving, self._change, owner=self)

    def _change(self, around: Omgeving) -> None:
        assert self._agenda is not None
        changed: Gepland | None = MeetingDialog.ask(self, self.context, around, self._agenda.bespreking)
        if changed is not None:
            self._write(partial(opdrachten.put, changed, self.context.gebruiker))

    def _call_off(self) -> None:
        self._write(partial(opdrachten.set_deleted, "bespreking", self._id, True, self.context.gebruiker))

    def _restore(self) -> None:
        self._write(partial(opdrachten.set_deleted, "bespreking", self._id, False, self.context.gebruiker))

    def _mark_held(self) -> None:
        self._write(partial(opdrachten.set_held, self._id, True, self.context.gebruiker))
        back = partial(self._write, partial(opdrachten.set_held, self._id, False, self.context.gebruiker))
        self.undo.offer("De bespreking is gehouden.", back)

    def _write(self, work: Callable[[Archive], object]) -> None:
        """Write; the change comes back as a refresh."""
        self.context.db.ask(work)

    def _save_agenda(self) -> None:
        assert self._agenda is not None
        self.leave()
        self.context.db.ask(partial(opdrachten.read_for_paper, self._id), self._export_agenda, owner=self)

    def _export_agenda(self, found: tuple[Agenda, School]) -> None:
        self.export.save(agenda_document(*found, self.context))

    def _save_blank(self) -> None:
        self.context.db.ask(
            partial(opdrachten.read_form, self.context), self._export_blank, owner=self, otherwise=self._refuse
        )

    def _export_blank(self, found: tuple[FormDefinition, School]) -> None:
        self.export.save(blank_document(*found, self.context))
