"""What asks for something now: late reports, planners to open, extra conversations, and what the plan needs."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import kort, weekdag
from app.models.jaarplan import Jaarplan, Opmerking
from app.models.momentwoorden import planner_openen
from app.storage.gespreksdekking import Dekking
from app.storage.gesprekstaken import (
    DEZE_WEEK,
    EXTRA,
    PLANNER,
    TE_LAAT,
    Gesprekstaak,
    te_laat_per_leerkracht,
)
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small, Text

SHOWN = 7
"""Lines that are shown at once; the rest comes when asked for."""
MANY = 4
"""Groups from which all planners of a moment can be ticked together."""

CHIPS = {TE_LAAT: ("te laat", "bad"), DEZE_WEEK: ("deze week", "warn"), EXTRA: ("extra", "info")}
REMARKS = {"bad": ("kan zo niet", "bad"), "warn": ("let op", "warn"), "info": ("let op", "neutral")}
LATER = ("straks", "neutral")


def hopen(taken: Iterable[Gesprekstaak]) -> list[tuple[Gesprekstaak, ...]]:
    """The tasks in order, each by itself; only the planners of one moment stand together."""
    heaps: dict[object, list[Gesprekstaak]] = {}
    for number, taak in enumerate(taken):
        key = (taak.moment, taak.voor) if taak.soort == PLANNER else number
        heaps.setdefault(key, []).append(taak)
    return [tuple(each) for each in heaps.values()]


def nog_van_belang(plan: Jaarplan, dekking: Dekking, today: date) -> list[Opmerking]:
    """The remarks about what is still to come, for groups that the school has.

    That the holidays aren't known is told elsewhere.
    """
    ends = {each.sleutel: each.tot for each in plan.momenten}
    nobody = {basis for basis, _ in dekking.kolommen if dekking.rijen and dekking.totaal(basis) is None}
    return [
        each
        for each in plan.opmerkingen
        if any((ends.get(key) or date.max) >= today for key in each.momenten)
        and not any(key.partition("/")[0] in nobody for key in each.momenten)
    ]


class Line(QWidget):
    """A chip with a link beside it, and below them words with what belongs to them."""

    def __init__(self, chip: tuple[str, str], link: Link, words: str) -> None:
        super().__init__()
        self.link = link
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, scale.space(0.5), 0, scale.space(1))
        self._column.setSpacing(scale.space(0.25))
        top = QHBoxLayout()
        self._column.addLayout(top)
        top.setContentsMargins(0, 0, 0, scale.space(0.25))
        top.addWidget(Chip(*chip))
        top.addStretch(1)
        top.addWidget(link)
        self.add(Text(words))
        link.setAccessibleDescription(words)

    def add(self, widget: QWidget) -> None:
        """Put something below the words."""
        self._column.addWidget(widget)


class AsksCard(Card):
    """All that asks for something, in order.

    Signals:
        place_requested: a `Place`.
        planner_ticked: id of a moment, and a tuple of ids of groups of which the planner is open now.
        proposal_taken: an `Opmerking` whose proposal is taken over.
        moment_chosen: key of a moment one wants to see.
    """

    place_requested = Signal(object)
    planner_ticked = Signal(str, object)
    proposal_taken = Signal(object)
    moment_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Vraagt nu iets", parent=parent)
        self._shown: tuple[object, ...] | None = None
        self._content: QWidget | None = None
        self._lines: list[Line] = []
        self._all = False

    def show_tasks(self, taken: Sequence[Gesprekstaak], plan: Jaarplan, dekking: Dekking, today: date) -> None:
        """Show tasks and remarks.

        Parameters:
            dekking: of the same year, to know which groups there are.
        """
        names = {each.groep: each.naam for each in dekking.rijen}
        remarks = nog_van_belang(plan, dekking, today)
        wanted = (tuple(taken), plan, tuple(names.items()), tuple(remarks), today, self._all)
        if wanted == self._shown:
            return  # else the focus would be gone at every change of a conversation
        self._shown = wanted
        lines: list[Callable[[], Line]] = [
            partial(self._planner_line, heap, plan, names) if heap[0].soort == PLANNER else partial(self._line, heap[0])
            for heap in hopen(taken)
        ]
        lines += [partial(self._remark_line, each) for each in remarks]
        self._fill(lines, _late_words(taken))

    def _fill(self, lines: list[Callable[[], Line]], late: str) -> None:
        old, self._content = self._content, QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.5))
        if late:
            column.addWidget(Small(late))
        shown = [make() for make in (lines if self._all else lines[:SHOWN])]
        for line in shown:
            column.addWidget(line)
        if not lines:
            column.addWidget(Muted("Er is niets wat nu iets vraagt."))
        self.add(self._content)
        self._replace(old, shown)
        rest = lines[SHOWN:] if not self._all else []
        if rest:
            self._more = Link(f"Toon er nog {len(rest)}")
            self._more.clicked.connect(partial(self._show_rest, column, rest))
            column.addWidget(self._more)
        column.addStretch(1)

    def _replace(self, old: QWidget | None, shown: list[Line]) -> None:
        """Let go of the lines that were there; the keyboard stays at the same place among those there are now."""
        places = [place for place, line in enumerate(self._lines) if line.isAncestorOf(self.focusWidget())]
        self._lines = shown
        if old is None:
            return
        if places and shown:
            self._focus(shown[min(places[0], len(shown) - 1)])
        old.hide()
        self.body.removeWidget(old)
        old.deleteLater()

    def _show_rest(self, column: QVBoxLayout, rest: list[Callable[[], Line]]) -> None:
        self._all = True
        made = [make() for make in rest]
        for line in made:
            column.insertWidget(column.count() - 1, line)
        self._lines += made
        self._focus(made[0])
        self._more.hide()

    def _focus(self, line: Line) -> None:
        assert self._content is not None
        self._content.show()  # Qt would do it later, and until then nothing in it can have the focus
        line.show()
        line.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, taak: Gesprekstaak) -> Line:
        chip = CHIPS.get(taak.ernst) or CHIPS.get(taak.soort, LATER)
        words = "Naar het gesprek" if taak.gesprek else "Naar de lijst"
        line = Line(chip, self._go(words, place_of(taak)), taak.tekst)
        line.add(Small(" · ".join(each for each in (taak.wie, _by(taak)) if each)))
        return line

    def _planner_line(self, heap: tuple[Gesprekstaak, ...], plan: Jaarplan, names: dict[str, str]) -> Line:
        first = heap[0]
        moment = next((each for each in plan.momenten if each.basis == first.moment), None)
        link = self._go("Plan de gesprekken", Place("gesprekkenplannen", first.moment))
        line = Line(CHIPS.get(first.ernst, LATER), link, planner_openen(moment) if moment else first.tekst)
        line.add(Small(_by(first)))
        groups = [each.groep for each in heap]
        line.add(Flow(*(self._tick_box(first.moment, each, names.get(each, each)) for each in groups), line_gap=0))
        if len(groups) >= MANY:
            every = Button("Alle planners zijn open", small=True, icon="vink")
            every.clicked.connect(partial(self.planner_ticked.emit, first.moment, tuple(groups)))
            line.add(Flow(every))
        return line

    def _tick_box(self, moment: str, group: str, name: str) -> CheckBox:
        box = CheckBox(name)
        box.setAccessibleDescription("De planner van deze groep is open")
        box.changed.connect(partial(self.planner_ticked.emit, moment, (group,)))
        return box

    def _remark_line(self, remark: Opmerking) -> Line:
        look = Link("Bekijk", small=True)
        look.clicked.connect(partial(self.moment_chosen.emit, remark.momenten[0]))
        line = Line(REMARKS[remark.ernst], look, remark.tekst)
        if remark.voorstel is not None:
            line.add(Small(f"Voorstel: {remark.voorstel.tekst}"))
            take = Button("Neem over", small=True)
            take.setAccessibleDescription(remark.voorstel.tekst)
            take.clicked.connect(partial(self.proposal_taken.emit, remark))
            line.add(Flow(take))
        return line

    def _go(self, words: str, place: Place) -> Link:
        link = Link(words, small=True)
        link.clicked.connect(partial(self.place_requested.emit, place))
        return link


def place_of(taak: Gesprekstaak) -> Place:
    """Where a task is done: the list of its group at its moment, or the conversation itself."""
    return Place("gesprek", taak.gesprek) if taak.gesprek else Place("gespreksmoment", taak.moment, taak.groep)


def _by(taak: Gesprekstaak) -> str:
    """The last day for a task; that it is over, the chip says."""
    return f"uiterlijk {weekdag(taak.voor)[:2]} {kort(taak.voor)}"


def _late_words(taken: Sequence[Gesprekstaak]) -> str:
    """Overdue reports in total and per teacher; empty when one line below says as much."""
    late = te_laat_per_leerkracht(taken)
    total = sum(late.values())
    lines = sum(each.ernst == TE_LAAT and each.soort != PLANNER for each in taken)
    if lines < 2 or not total:
        return ""
    people = " · ".join(f"{who or 'nog niemand'} {count}" for who, count in late.items())
    return f"{total} verslagen te laat: {people}"
