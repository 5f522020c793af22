"""Bespreekmodus: the form of one child over the whole window, filled in while people talk."""

from datetime import date
from functools import partial

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.storage import formulieren, invullen
from app.storage.archive import Archive
from app.storage.definities import load_toestemmingstabel
from app.storage.formulieren import Blad
from app.ui.bespreekmodus.kop import Kop
from app.ui.context import Context
from app.ui.formulier.afronden import ClosingScreen
from app.ui.formulier.consult import consult_of
from app.ui.formulier.controller import FormController
from app.ui.formulier.editors import Surroundings
from app.ui.formulier.opvolging import Opvolging
from app.ui.formulier.paneel import FormPanel, people
from app.ui.formulier.save_state import show_state
from app.ui.place import AFRONDEN, Place
from app.ui.view import View

MINUTE_MILLISECONDS = 60_000


class BespreekmodusView(View):
    """One child, one section at a time. Rail, search and every other name are gone: a digibord may be on."""

    title = "Bespreking"
    full_window = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._forms = Opvolging(self)
        self._blad: Blad | None = None
        self._speaker = ""
        self._over = self._ending = False
        self._since = QElapsedTimer()
        self._before = 0
        self._minutes = QTimer(self)
        self._minutes.setInterval(MINUTE_MILLISECONDS)
        self._minutes.timeout.connect(self._note_time)

    def show_place(self, place: Place) -> None:
        """Open a form (`id`), at a section or field of it (`part`), or summed up (`AFRONDEN`)."""
        today = self.context.vandaag()
        self._over = self._ending = False
        self.context.db.ask(
            lambda archive: formulieren.open_blad(archive, place.id, today), partial(self._show, place.part), owner=self
        )

    def leave(self) -> None:
        """Write all that was typed, and how long it took. The minutes go on while it is on screen: at Ctrl+S too."""
        self._forms.flush()
        if self._blad is not None:
            self._note_time()

    def is_saved(self) -> bool:
        """Whether every word is committed."""
        return self._forms.is_saved()

    def only_leerling(self) -> str | None:
        """The one child this is about; nobody at all while it is being read."""
        return self._blad.leerling.id if self._blad else ""

    def is_over(self) -> bool:
        """A form that is vastgesteld is read elsewhere; nobody comes back to it here."""
        return self._over

    def speaker(self) -> str:
        """Name of who speaks, the author of what is typed."""
        return self._speaker or self.context.gebruiker

    def _show(self, part: str, blad: Blad) -> None:
        if self._ending:  # it would take the place of what is being vastgesteld, and drop the answer
            return
        content = QWidget()
        controller = FormController(self.context.db, blad, self.speaker, content)
        self._forms.put(content, controller)
        self._blad = blad
        self._over = blad.formulier.vastgesteld_op is not None
        self._speaker = blad.formulier.spreker
        self._column.addWidget(content)
        self._build(content, controller)
        controller.autosave.state_changed.connect(partial(show_state, self._kop.saved))
        self._begin_time(blad)
        if "." in part:
            self._panel.show_field(part)
        else:
            self._panel.show_section(part if part and part != AFRONDEN else self._panel.first_open())
        if part == AFRONDEN:
            self._close_form()

    def _build(self, content: QWidget, controller: FormController) -> None:
        today, blad = self.context.vandaag, controller.blad
        self._kop = Kop(blad, self._speaker, today())
        self._panel = FormPanel(controller, today)
        self._closing = ClosingScreen(
            controller, Surroundings(people(blad), today), load_toestemmingstabel(self.context.own_forms)
        )
        self._stack = QStackedLayout()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._kop)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._panel)  # now that the stack has a parent: it shows its first page at once
        self._stack.addWidget(self._closing)
        self._kop.close_wanted.connect(self._close)
        self._kop.speaker_changed.connect(self._change_speaker)
        self._panel.finished.connect(self._close_form)
        self._closing.back_wanted.connect(self._back_to_form)
        self._closing.field_wanted.connect(self._go_to_field)
        self._closing.vaststellen_wanted.connect(self._vaststellen)
        self._closing.verslag_wanted.connect(self._to_report)
        self._closing.close_wanted.connect(self._close)

    def _close_form(self) -> None:
        """The closing screen; what was agreed so far is an afspraak from now on."""
        assert self._blad is not None
        form = self._blad.formulier
        if form.vastgesteld_op is None:
            self.context.db.ask(partial(_keep_agreements, form.id, self.speaker()))
        self._closing.show_form()
        self._stack.setCurrentWidget(self._closing)
        self._closing.setFocus()

    def _back_to_form(self) -> None:
        self._stack.setCurrentWidget(self._panel)
        self._panel.page().focus_first()

    def _go_to_field(self, path: str) -> None:
        self._stack.setCurrentWidget(self._panel)
        self._panel.show_field(path)

    def _vaststellen(self) -> None:
        """Only what the archive has can be vastgesteld; whatever it refuses is told, and tried again."""
        self._ending = True
        self._panel.controller.when_saved(self._vaststellen_now)

    def _vaststellen_now(self) -> None:
        content = self._forms.page
        assert self._blad is not None and content is not None
        if content.isEnabled():
            content.setEnabled(False)  # nothing more is typed, and nothing is asked twice
            work = partial(_vaststellen, self._blad.formulier.id, self.context.gebruiker, self.context.vandaag())
            self.context.db.ask(work, self._vastgesteld, owner=content, otherwise=self._not_vastgesteld)

    def _vastgesteld(self, _result: None) -> None:
        self._over = True
        self._to_report()

    def _not_vastgesteld(self, error: BaseException) -> None:
        assert self._forms.page is not None
        self._forms.page.setEnabled(True)
        self.context.db.report(error)

    def _to_report(self) -> None:
        assert self._blad is not None
        self.place_requested.emit(Place("verslag", self._blad.formulier.id))

    def _close(self) -> None:
        self.leave()
        blad = self._blad
        if blad is None:
            return
        if blad.formulier.bespreking:
            self.place_requested.emit(Place("bespreking", blad.formulier.bespreking))
        elif blad.gesprek:
            self.place_requested.emit(Place("gesprek", blad.gesprek.id))
        else:
            self.context.db.ask(partial(_where_from, blad), self.place_requested.emit, owner=self)

    def _change_speaker(self, name: str) -> None:
        """What was typed before belongs to who spoke before."""
        assert self._blad is not None
        self._forms.flush()
        self._speaker = name
        if not self._panel.controller.read_only:
            self.context.db.ask(partial(_write_speaker, self._blad.formulier.id, name, self.context.gebruiker))

    def _begin_time(self, blad: Blad) -> None:
        self._before = blad.agendapunt.seconden if blad.agendapunt else 0
        self._since.start()
        self._minutes.start()
        self._kop.show_minutes(self._before // 60)

    def _note_time(self) -> None:
        if not self.isVisible() or self._panel.controller.read_only:
            return
        seconds = self._before + self._since.elapsed() // 1000
        self._kop.show_minutes(seconds // 60)
        punt = self._blad.agendapunt if self._blad else None
        if punt is not None:
            self.context.db.ask(partial(_write_seconds, punt.id, seconds, self.context.gebruiker))


def _where_from(blad: Blad, archive: Archive) -> Place:
    """The consult that the form belongs to, or else the pupil."""
    consult = consult_of(blad.formulier.stam, archive)
    return Place("consult", consult.id) if consult else Place("leerling", blad.leerling.id)


def _keep_agreements(form: str, author: str, archive: Archive) -> None:
    formulieren.afspraken_bijwerken(archive, form, author)


def _vaststellen(form: str, author: str, today: date, archive: Archive) -> None:
    formulieren.vaststellen(archive, form, author, today)


def _write_speaker(form: str, name: str, author: str, archive: Archive) -> None:
    invullen.zet_spreker(archive, form, name, author)


def _write_seconds(punt: str, seconds: int, author: str, archive: Archive) -> None:
    archive.write("agendapunt", punt, {"seconden": seconds}, author, draft=True)
