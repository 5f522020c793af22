"""Preparing a new school year in steps: groups, pupils, look it over, and only then write it."""

import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import lang
from app.models.jaarovergang.controle import Cijfers, geweigerd
from app.models.jaarovergang.overgang import NIETS, Overgang, voorstel
from app.models.school import Medewerker
from app.storage import jaarovergang, jaarovergang_terug, school
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.jaarovergang_terug import Gedaan
from app.ui.context import Context
from app.ui.jaarovergang.groepen import GroupsPanel
from app.ui.jaarovergang.klaar import DonePanel
from app.ui.jaarovergang.leerlingen import PupilsPanel
from app.ui.jaarovergang.nakijken import CheckPanel
from app.ui.on_screen import on_screen
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets import accessible
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Question
from app.ui.widgets.page import Page
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.undo_bar import UndoBar

TITLE = "Nieuw schooljaar voorbereiden"
GROUPS, PUPILS, CHECK, WRITING, DONE = "groepen", "leerlingen", "nakijken", "schrijven", "klaar"
STEPS = ((GROUPS, "1. Groepen"), (PUPILS, "2. Leerlingen"), (CHECK, "3. Nakijken"))


class Gelezen(NamedTuple):
    """What the view shows."""

    overgang: Overgang
    medewerkers: list[Medewerker]
    gedaan: Gedaan | None


class JaarovergangView(View):
    """The wizard. What is chosen is kept at once, but only the yes at the end writes it: all of it, or nothing."""

    title = TITLE
    kinds = frozenset({"leerling", "groep", "medewerker", "plan", "school"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.made = NIETS
        self._staff: list[Medewerker] = []
        self._detail = ""
        self._stop_writing = threading.Event()
        self.page = Page(TITLE)
        self.steps = Segmented(STEPS, clearable=False)
        self.complaint = Banner("bad", "Nog niet opgeslagen")
        self.earlier = Banner("info", "")
        self.earlier.add_action("Terugdraaien …", self._ask_back)
        self.groups, self.pupils, self.check = GroupsPanel(), PupilsPanel(), CheckPanel()
        self.writing = ProgressPanel("Nieuw schooljaar klaarzetten")
        self.done = DonePanel()
        self.over = Button("Begin opnieuw", "quiet")
        self.back = Button("Vorige")
        self.next = Button("Verder", "primary", icon="pijl-rechts")
        self.accept = Button("Zet klaar", "primary", icon="vink", shortcut="Ctrl+Return")
        self.bar = UndoBar(self)
        self._panels: dict[str, QWidget] = {
            GROUPS: self.groups,
            PUPILS: self.pupils,
            CHECK: self.check,
            WRITING: self.writing,
            DONE: self.done,
        }
        self._step = ""
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Go on where one was; `part` names a step."""
        if place.part in dict(STEPS):
            self._step = place.part
        self.refresh()

    def refresh(self) -> None:
        """Read the school again; what was chosen stays."""
        if self._step != WRITING:
            self.context.db.ask(partial(_read, self.context.vandaag()), self._show, owner=self)

    def _lay_out(self) -> None:
        for button in (self.over, self.back, self.next, self.accept):
            self.page.add_action(button)
        self.steps.setAccessibleName("Stap")
        self.page.add(self.steps)
        self.page.add(self.earlier)
        self.page.add(self.complaint)
        for panel in self._panels.values():
            self.page.add(panel, 1)
            panel.hide()
        for widget in (self.steps, self.earlier, self.complaint, self.over, self.back, self.next, self.accept):
            widget.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0))
        column.addWidget(self.page)

    def _connect(self) -> None:
        for panel in (self.groups, self.pupils, self.check):
            panel.changed.connect(self._on_changed)
        self.check.sure_changed.connect(self._fit_buttons)
        self.steps.changed.connect(self._on_step)
        self.back.clicked.connect(partial(self._walk, -1))
        self.next.clicked.connect(partial(self._walk, 1))
        self.over.clicked.connect(self._begin_again)
        self.accept.clicked.connect(self._write)
        self.writing.cancelled.connect(self._stop_writing.set)
        self.done.groups_wanted.connect(partial(self.place_requested.emit, Place("leerlingen")))
        self.done.import_wanted.connect(partial(self.place_requested.emit, Place("importeren")))
        self.done.plan_wanted.connect(partial(self.place_requested.emit, Place("gesprekken")))
        self.done.back_wanted.connect(self._ask_back)

    def _show(self, found: Gelezen) -> None:
        if self._step == WRITING:  # pressed meanwhile
            return
        self.made, self._staff = found.overgang, found.medewerkers
        refusal = geweigerd(self.made.stand, self.context.vandaag())
        self._show_earlier(None if refusal else found.gedaan)
        if refusal:
            if found.gedaan is not None:
                self.done.show_done(found.gedaan, self._detail)
            else:
                self.done.show_refusal(refusal)
            self._go(DONE)
            return
        self._detail = ""
        self._go(self._step if self._step in dict(STEPS) else GROUPS)

    def _show_earlier(self, done: Gedaan | None) -> None:
        """A year that began and is not in use yet can still be taken back."""
        self.earlier.setVisible(done is not None and not done.bezwaar)
        if done is not None:
            title = f"Schooljaar {done.naar} is op {lang(done.op)} klaargezet"
            self.earlier.set("info", title, "Er is in dat jaar nog niets ingevuld. Je kunt het nog terugdraaien.")

    def _show_made(self) -> None:
        """Renew the step that is seen."""
        if self._step == GROUPS:
            self.groups.show_proposal(self.made, self._staff)
        elif self._step == PUPILS:
            self.pupils.show_proposal(self.made)
        elif self._step == CHECK:
            self.check.show_proposal(self.made, self.context.vandaag())
        self._fit_buttons()

    def _go(self, step: str) -> None:
        moved = step != self._step
        self._step = step
        walking = step in dict(STEPS)
        for name, panel in self._panels.items():
            panel.setVisible(name == step)
        self.steps.setVisible(walking)
        self.steps.set_value(step)
        self._show_made()
        stand = self.made.stand
        words = f"van {stand.schooljaar} naar {stand.volgend} · er verandert nog niets" if walking else ""
        self.page.set_title(TITLE, words)
        if moved:
            self.complaint.hide()
            self.page.scroll_area.verticalScrollBar().setValue(0)
            accessible.announce(self, f"{TITLE}. {dict(STEPS).get(step, '')}")

    def _fit_buttons(self) -> None:
        walking = self._step in dict(STEPS)
        self.over.setVisible(walking)
        self.back.setVisible(self._step in (PUPILS, CHECK))
        self.next.setVisible(self._step in (GROUPS, PUPILS))
        self.accept.setVisible(self._step == CHECK)
        self.accept.setText(f"Zet {self.made.stand.volgend} klaar")
        self.accept.setEnabled(self.check.may_write())

    def _on_step(self) -> None:
        self._go(self.steps.value())

    def _walk(self, by: int) -> None:
        names = [name for name, _ in STEPS]
        self._go(names[names.index(self._step) + by])
        self.steps.setFocus()

    def _on_changed(self, made: Overgang, words: str) -> None:
        before, self.made = self.made, made
        self.complaint.hide()
        self._show_made()
        self.context.db.ask(partial(_keep, made), owner=self)
        if words:
            self.bar.offer(words, partial(self._on_changed, before, ""))

    def _begin_again(self) -> None:
        self._on_changed(voorstel(self.made.stand), "Alles staat weer zoals het voorstel was.")
        self._go(GROUPS)

    def _write(self) -> None:
        self._stop_writing.clear()
        self.bar.hide()
        self.writing.heading.setText(f"Schooljaar {self.made.stand.volgend} klaarzetten")
        self.writing.button.show()
        self.writing.button.setEnabled(True)
        self.writing.set_progress(0, 0)
        work = partial(
            _carry_out,
            self.made,
            self.context.vandaag(),
            self.context.gebruiker,
            self._stop_writing.is_set,
            on_screen(self, self.writing.set_progress),
        )
        self._go(WRITING)
        self.context.db.ask(work, self._on_written, owner=self, otherwise=self._not_written)

    def _on_written(self, found: Cijfers) -> None:
        self._detail = f"{found.leerlingen - found.weg} leerlingen in {found.groepen} groepen; {found.weg} van school."
        self._step = DONE
        self.refresh()
        self.done.groups.setFocus()

    def _not_written(self, error: BaseException) -> None:
        self._go(CHECK)
        if isinstance(error, jaarovergang.Afgebroken):
            self._complain("Gestopt. Er is niets veranderd.")
        elif isinstance(error, Refused):
            self._complain(str(error))
            self.refresh()
        else:
            self.context.db.report(error)

    def _complain(self, sentence: str) -> None:
        self.complaint.set("bad", "Er is niets opgeslagen", sentence)
        self.complaint.show()

    def _ask_back(self) -> None:
        text = "Het schooljaar, de groepen en de leerlingen komen terug zoals ze waren voor de overgang."
        if Question.ask(self, "De jaarovergang terugdraaien?", text, accept="Terugdraaien", danger=True):
            work = partial(_take_back, self.context.gebruiker)
            self.writing.heading.setText("Terugdraaien")
            self.writing.button.hide()
            self.writing.set_progress(0, 0)
            self._go(WRITING)
            self.context.db.ask(work, self._on_taken_back, owner=self, otherwise=self._not_taken_back)

    def _on_taken_back(self, _answer: None) -> None:
        self._step = GROUPS
        self.refresh()

    def _not_taken_back(self, error: BaseException) -> None:
        self._step = DONE
        if not isinstance(error, Refused):
            self.context.db.report(error)
        self.refresh()


def _read(today: date, archive: Archive) -> Gelezen:
    return Gelezen(jaarovergang.begin(archive, today), school.medewerkers(archive), jaarovergang_terug.gedaan(archive))


def _keep(made: Overgang, archive: Archive) -> None:
    jaarovergang.bewaar(archive, made)


def _carry_out(
    made: Overgang,
    today: date,
    author: str,
    cancelled: Callable[[], bool],
    progress: Callable[[int, int], None],
    archive: Archive,
) -> Cijfers:
    return jaarovergang.voer_uit(archive, made, today, author, cancelled=cancelled, progress=progress)


def _take_back(author: str, archive: Archive) -> None:
    jaarovergang_terug.draai_terug(archive, author)
