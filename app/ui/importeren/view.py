"""Importing in steps: choose, read, say who is who, look at what changes, take over."""

import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.schoolimport.aanlevering import Aanlevering
from app.models.schoolimport.besluit import NietKlaar
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.vergelijken import compare
from app.models.schoolimport.voorstel import Keuze, Voorstel
from app.storage import schoolimport
from app.storage.archive import Archive
from app.ui.context import Context
from app.ui.importeren.kiezen import ChoosePanel
from app.ui.importeren.klaar import DonePanel
from app.ui.importeren.lezer import Reader
from app.ui.importeren.voorstel import ProposalPanel
from app.ui.importeren.vragen import QuestionsPanel
from app.ui.on_screen import on_screen
from app.ui.place import Place
from app.ui.qt import override
from app.ui.view import View
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button
from app.ui.widgets.dropped import dropped_file
from app.ui.widgets.file_dialog import choose_file
from app.ui.widgets.labels import Text
from app.ui.widgets.page import Page
from app.ui.widgets.progress_panel import ProgressPanel

TITLE = "EDEXML inlezen"
KINDS = "EDEXML (*.xml);;Alle bestanden (*)"


class ImporterenView(View):
    """The wizard. Until `Overnemen` nothing is written; then all of it or nothing."""

    title = TITLE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.reader = Reader(self)
        self._file: Aanlevering | None = None
        self._known: Bestand | None = None
        self._answers: dict[str, str | None] = {}
        self._proposal: Voorstel | None = None
        self._stop_writing = threading.Event()
        self._step: QWidget | None = None
        self.choose = ChoosePanel()
        self.reading = ProgressPanel("Bestand lezen")
        self.questions = QuestionsPanel()
        self.proposal = ProposalPanel()
        self.writing = ProgressPanel("Overnemen")
        self.done = DonePanel()
        self.scrolling = Page(TITLE)
        self.fixed = Page(TITLE)
        self.complaint = Text("", "error")
        self.other = Button("Ander bestand")
        self.no_answer = Button("Ander bestand")
        self.accept = Button("Overnemen", "primary", icon="vink", shortcut="Ctrl+Return")
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Begin, or go on where one was."""
        if self._step is None or self._step is self.done:
            self._begin()

    def leave(self) -> None:
        """Stop reading; what is being written goes on to its end."""
        self.reader.stop()
        if self._step is self.reading:
            self._begin()

    def _lay_out(self) -> None:
        for panel in (self.choose, self.reading, self.questions, self.writing, self.done):
            self.scrolling.add(panel)
        self.scrolling.body.addStretch(1)
        self.scrolling.add_action(self.no_answer)
        self.fixed.add(self.proposal, 1)
        self.fixed.add(self.complaint)
        self.fixed.add_action(self.other)
        self.fixed.add_action(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scrolling)
        column.addWidget(self.fixed)

    def _connect(self) -> None:
        self.choose.choose_wanted.connect(self._choose)
        self.reading.cancelled.connect(self.reader.cancel)
        self.reader.progress.connect(self._on_progress)
        self.reader.read.connect(self._on_read)
        self.reader.refused.connect(self._refuse)
        self.reader.stopped.connect(self._on_stopped)
        self.reader.failed.connect(self._fail)
        self.questions.answered.connect(self._on_answered)
        self.proposal.choice_changed.connect(self._on_choice)
        self.other.clicked.connect(self._begin)
        self.no_answer.clicked.connect(self._begin)
        self.accept.clicked.connect(self._take_over)
        self.writing.cancelled.connect(self._stop_writing.set)
        self.done.grid_wanted.connect(partial(self.place_requested.emit, Place("groepsraster")))
        self.done.list_wanted.connect(partial(self.place_requested.emit, Place("leerlingen")))
        self.done.again_wanted.connect(self._begin)

    def _show_step(self, step: QWidget, subtitle: str = "") -> None:
        self._step = step
        is_fixed = step is self.proposal
        self.fixed.setVisible(is_fixed)
        self.scrolling.setVisible(not is_fixed)
        for panel in (self.choose, self.reading, self.questions, self.writing, self.done):
            panel.setVisible(panel is step)
        self.no_answer.setVisible(step is self.questions)
        if self.isVisible():  # else the focus would fall back to whatever stands beside this view
            step.setFocus()
        (self.fixed if is_fixed else self.scrolling).set_title(TITLE, subtitle)
        accessible.announce(self, f"{TITLE}. {subtitle}")

    def _begin(self) -> None:
        self._file = self._known = self._proposal = None
        self._answers = {}
        self.choose.refuse("")
        self._show_step(self.choose, "Haal leerlingen, groepen en medewerkers uit je schooladministratie.")

    def _refuse(self, sentence: str) -> None:
        if self._step is not self.reading:
            return
        self._begin()
        self.choose.refuse(sentence)
        self.choose.button.setFocus()

    def _on_stopped(self) -> None:
        if self._step is self.reading:
            self._begin()

    def _fail(self, error: BaseException) -> None:
        self._begin()
        self.context.db.report(error)

    def _choose(self) -> None:
        path = choose_file(self, "Kies het EDEXML-bestand", KINDS)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Begin to read a file."""
        self._begin()
        self.reading.button.setEnabled(True)
        self.reading.set_progress(0, 0, path.name)
        self._show_step(self.reading, path.name)
        self.reader.start(path)

    def _on_progress(self, done: int, total: int) -> None:
        # The bar counts in thousandths: a size in bytes can be more than it holds.
        self.reading.set_progress(done * 1000 // max(total, 1), 1000, f"{done * 100 // max(total, 1)} %")

    def _on_read(self, found: Aanlevering) -> None:
        if self._step is self.reading:  # not when one went elsewhere just before
            self._file = found
            self._compare()

    def _compare(self) -> None:
        assert self._file is not None
        question = partial(_compare, self._file, self._known, dict(self._answers), self.context)
        self.context.db.ask(question, self._on_compared, owner=self)

    def _on_compared(self, answer: tuple[Bestand, Voorstel]) -> None:
        if self._file is None:  # another file was chosen meanwhile
            return
        self._known, self._proposal = answer
        if self._proposal.vragen:
            self.questions.show_questions(self._proposal)
            self._show_step(self.questions, self._about())
            return
        if not self._proposal.posten and not self._file.waarschuwingen:
            self._finish({})
            return
        self.proposal.show_proposal(self._proposal, self._file.waarschuwingen)
        self._on_choice()
        self._show_step(self.proposal, self._about())

    def _about(self) -> str:
        assert self._file is not None
        year = f"schooljaar {self._file.schooljaar}" if self._file.schooljaar else ""
        return " · ".join(part for part in (self._file.bron, year, "er is nog niets opgeslagen") if part)

    def _on_answered(self, answers: Mapping[str, str | None]) -> None:
        self._answers.update(answers)
        self._compare()

    def _on_choice(self) -> None:
        self.complaint.setText("")
        count = self.proposal.chosen()
        self.accept.setText(f"Overnemen ({count})")
        self.accept.setEnabled(count > 0)

    def _take_over(self) -> None:
        assert self._proposal is not None
        self._stop_writing.clear()
        self.writing.button.setEnabled(True)
        self.writing.set_progress(0, 0)
        work = partial(
            _apply,
            self._proposal,
            self.proposal.choice,
            self.context.gebruiker,
            self._stop_writing.is_set,
            on_screen(self, self.writing.set_progress),
        )
        self._show_step(self.writing, self._about())
        self.context.db.ask(work, self._finish, owner=self, otherwise=self._not_written)

    def _not_written(self, error: BaseException) -> None:
        self._show_step(self.proposal, self._about())
        if isinstance(error, NietKlaar):
            self.complaint.setText(str(error))
        elif isinstance(error, schoolimport.Afgebroken):
            self.complaint.setText("Gestopt. Er is niets veranderd.")
        else:
            self.context.db.report(error)

    def _finish(self, counts: Mapping[tuple[str, str], int]) -> None:
        self.done.show_counts(counts)
        self._show_step(self.done)
        self.done.grid.setFocus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None and self._step in (self.choose, self.proposal, self.questions, self.done):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.read(path)


def _compare(
    found: Aanlevering, known: Bestand | None, answers: dict[str, str | None], context: Context, archive: Archive
) -> tuple[Bestand, Voorstel]:
    known = known or schoolimport.current(archive)
    return known, compare(found, known, answers, vandaag=context.vandaag())


def _apply(
    proposal: Voorstel,
    choice: Keuze,
    author: str,
    cancelled: Callable[[], bool],
    progress: Callable[[int, int], None],
    archive: Archive,
) -> Mapping[tuple[str, str], int]:
    return schoolimport.apply(archive, proposal, choice, author, cancelled=cancelled, progress=progress)
