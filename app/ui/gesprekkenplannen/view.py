"""Planning the conversations of a moment: choose, look at the proposal, put it down. Until then nothing is written."""

import threading
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.imports.problem import ImportProblem
from app.models.gespreksplanning import Afgebroken, Rooster
from app.models.parrovoorstel import Parrovoorstel
from app.storage.planbord import Planbord
from app.ui.afspreken.handelingen import Afspreken
from app.ui.context import Context
from app.ui.gesprekkenplannen import lezen
from app.ui.gesprekkenplannen.keuzes import ChoicePanel, Keuzes
from app.ui.gesprekkenplannen.lezen import Gelezen
from app.ui.gesprekkenplannen.parro import ParroPanel
from app.ui.gesprekkenplannen.voorstel import ProposalPanel
from app.ui.gesprekkenplannen.woorden import count_words, period_words
from app.ui.on_screen import on_screen
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets import accessible
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page import Page
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.undo_bar import UndoBar

TITLE = "Gesprekken plannen"
PARRO, PROGRAMMA = "parro", "programma"
ROADS = ((PARRO, "Tijden uit Parro"), (PROGRAMMA, "Zelf plannen"))
READ_PAUSE_MILLISECONDS = 250


class GesprekkenplannenView(View):
    """A moment, by one of two roads; the button at the right of the title does what comes next."""

    title = TITLE
    kinds = frozenset(
        {
            "gesprek",
            "leerling",
            "groep",
            "vervanging",
            "plan",
            "ouderschap",
            "momentkeuze",
            "schooljaar",
            "vrijeperiode",
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place("gesprekkenplannen")
        self._bord: Planbord | None = None
        self._groep = ""
        self._asked = 0
        self._fixed: Rooster | None = None
        self._stop = threading.Event()
        self.moment = Choice(empty=None)
        self.road = Segmented(ROADS, clearable=False)
        self.choices = ChoicePanel()
        self.planning = ProgressPanel("Rooster maken")
        self.proposal = ProposalPanel()
        self.parro = ParroPanel()
        self.notice = Banner("good", "")
        self.empty = EmptyState(
            "kalender", "Nog niets te plannen", "Voeg eerst groepen en leerlingen toe.", "Naar de leerlingen"
        )
        self.back = Button("Andere keuzes", icon="pijl-links")
        self.accept = Button("Maak een voorstel", "primary", shortcut="Ctrl+Return")
        self.undo = UndoBar(self)
        self.writer = Afspreken(context, self, self.undo)
        self._step: QWidget = self.choices
        self._pause = QTimer(self, singleShot=True, interval=READ_PAUSE_MILLISECONDS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.page = Page(TITLE)
        self.page.add_action(self.back)
        self.page.add_action(self.accept)
        accessible.name(self.moment, "Moment")
        accessible.name(self.road, "Hoe plan je?")
        self._top = QHBoxLayout()
        self.page.add(self._top)
        self._top.setSpacing(scale.space(2))
        self._top.addWidget(self.moment)
        self._top.addWidget(self.road, 1)
        self._list_button = self.notice.add_action("Naar de lijst", self._to_list)
        for widget in (self.notice, self.empty, self.choices, self.planning, self.proposal, self.parro):
            self.page.add(widget)
            widget.hide()
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _connect(self) -> None:
        self.moment.changed.connect(self._on_moment)
        self.road.changed.connect(self._on_road)
        self.accept.clicked.connect(self._on_accept)
        self.back.clicked.connect(partial(self._show_step, self.choices))
        self.choices.changed.connect(self._show_accept)
        self.proposal.changed.connect(self._show_accept)
        self.parro.pasted.connect(self._pause.start)
        self.parro.pasted.connect(self.notice.hide)
        self.parro.ticked.connect(self._show_accept)
        self._pause.timeout.connect(self._read_pasted)
        self.planning.cancelled.connect(self._stop.set)
        self.writer.done.connect(self.refresh)
        self.writer.undone.connect(self._on_undone)
        self.empty.pressed.connect(partial(self.place_requested.emit, Place("leerlingen")))

    def show_place(self, place: Place) -> None:
        """Show a moment; `part` is the group to begin with."""
        if (place.id, place.part) != (self._place.id, self._place.part):
            self._bord = self._fixed = None
            self.parro.text.set_value("")
            self.notice.hide()
        self._place = place
        self.refresh()

    def refresh(self) -> None:
        """Read again who needs a conversation; choices, text and proposal stay."""
        self._asked += 1
        question = partial(lezen.read, self._place, self.context.vandaag())
        self.context.db.ask(question, partial(self._show_read, self._asked), owner=self)

    def _show_read(self, asked: int, found: Gelezen) -> None:
        if asked != self._asked:
            return
        first = self._bord is None or found.bord is None or self._bord.basis != found.bord.basis
        self._bord, self._groep = found.bord, found.groep
        bord = found.bord
        anything = bord is not None and bool(bord.groepen)
        self.empty.setVisible(not anything)
        for widget in (self.moment, self.road):
            widget.setVisible(anything)
        if bord is None or not anything:
            self._show_step(self.empty)
            return
        self.moment.set_options(found.momenten)
        self.moment.set_value(bord.basis)
        self.road.setVisible(bord.soort.planner == PARRO)
        self.page.set_title(TITLE, " · ".join(filter(None, (bord.titel, period_words(bord.dagen)))))
        self.choices.show_board(bord, found.groep)
        if first:
            self.parro.show_board(bord, found.groep)
            self.road.set_value(PARRO if bord.soort.planner == PARRO else PROGRAMMA)
            self._on_road()
        else:
            self._read_pasted()
            self._show_accept()

    def _on_moment(self) -> None:
        self.place_requested.emit(Place("gesprekkenplannen", self.moment.value(), self._groep))

    def _on_road(self) -> None:
        self.notice.hide()
        self._show_step(self.parro if self.road.value() == PARRO else self.choices)

    def _show_step(self, step: QWidget) -> None:
        self._step = step
        for panel in (self.choices, self.planning, self.proposal, self.parro):
            panel.setVisible(panel is step)
        self.road.setEnabled(step is not self.planning)
        self.back.setVisible(step is self.proposal)
        self._show_accept()

    def _show_accept(self) -> None:
        """The button says what comes next, and of how many."""
        if self._step is self.proposal:
            count = len(self.proposal.rooster.plekken)
            self._offer(f"Zet {count_words(count, 'gesprek', 'gesprekken')} vast", count > 0)
        elif self._step is self.parro:
            count = len(self.parro.chosen())
            self._offer(f"Neem over ({count})" if count else "Neem over", count > 0)
        else:
            self._offer("Maak een voorstel", self._step is self.choices)
        self.accept.setVisible(self._step in (self.choices, self.proposal, self.parro))

    def _offer(self, words: str, possible: bool) -> None:
        self.accept.setText(words)
        self.accept.setEnabled(possible)

    def _on_accept(self) -> None:
        if self._step is self.choices:
            self._propose()
        elif self._step is self.proposal:
            self._fix()
        elif self._step is self.parro:
            self._take_over()

    def _propose(self) -> None:
        complaint = self.choices.complaint()
        if complaint:
            self._tell("warn", "Nog niet klaar", complaint)
            return
        self.notice.hide()
        assert self._bord is not None
        keuzes = self.choices.keuzes()
        self._stop.clear()
        self.planning.button.setEnabled(True)
        self.planning.set_progress(0, len(keuzes.vragen))
        self._show_step(self.planning)
        progress = on_screen(self, self.planning.set_progress)
        work = partial(lezen.propose, self._bord, keuzes, progress, self._stop.is_set)
        self.context.db.run(
            work, partial(self._show_proposal, self._bord, keuzes), owner=self, otherwise=self._not_planned
        )

    def _show_proposal(self, bord: Planbord, keuzes: Keuzes, rooster: Rooster) -> None:
        self.proposal.show_proposal(bord, keuzes, rooster)
        self._show_step(self.proposal)
        if self.isVisible():
            self.proposal.table.setFocus()  # the arrows walk through it at once
        accessible.announce(self, f"{len(rooster.plekken)} gesprekken hebben een tijd.")

    def _not_planned(self, error: BaseException) -> None:
        self._show_step(self.choices)
        if not isinstance(error, Afgebroken):
            self.context.db.report(error)

    def _fix(self) -> None:
        assert self._bord is not None
        plekken = self.proposal.rooster.plekken
        words = _done_words(len(plekken), "staat vast", "staan vast")
        self.writer.write(words, partial(lezen.fix, self._bord, plekken, self.context.gebruiker))
        self._fixed = self.proposal.rooster
        self._show_step(self.choices)
        self._tell("good", words)

    def _on_undone(self) -> None:
        """What was fixed is a proposal again, with every move that was made in it."""
        self.notice.hide()
        if self._step is self.choices and self._fixed is self.proposal.rooster:
            self._show_step(self.proposal)
            self.proposal.table.setFocus()

    def _take_over(self) -> None:
        assert self._bord is not None
        self._fixed = None
        posts = self.parro.chosen()
        words = _done_words(len(posts), "is bijgewerkt", "zijn bijgewerkt")
        self.writer.write(words, partial(lezen.take_over, self._bord, posts, self.context.gebruiker))
        self._tell("good", words)

    def _tell(self, state: str, title: str, text: str = "") -> None:
        self.notice.set(state, title, text)
        self._list_button.setVisible(state == "good")
        self.notice.show()
        if state == "good":  # what had the focus is gone, or can do no more
            self._list_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        if self._bord is not None:
            first = self._bord.groepen[0].groep.id if self._bord.groepen else ""
            self.place_requested.emit(Place("gespreksmoment", self._bord.basis, self._groep or first))

    def _read_pasted(self) -> None:
        text = self.parro.text.value()
        if self._bord is None:
            return
        if not text.strip():
            self.parro.show_nothing()
            self._show_accept()
            return
        work = partial(lezen.read_parro, text, self._bord, self.parro.groep.value(), self.context.vandaag())
        then = partial(self._show_parro, text, self._bord)
        self.context.db.run(work, then, owner=self, otherwise=self._not_read)

    def _show_parro(self, text: str, bord: Planbord, voorstel: Parrovoorstel) -> None:
        if text == self.parro.text.value():
            self.parro.show_proposal(voorstel, bord)
            self._show_accept()

    def _not_read(self, error: BaseException) -> None:
        if isinstance(error, ImportProblem):
            self.parro.show_problem(str(error))
            self._show_accept()
        else:
            self.context.db.report(error)


def _done_words(count: int, one: str, many: str) -> str:
    return f"{count_words(count, 'gesprek', 'gesprekken')} {one if count == 1 else many}."
