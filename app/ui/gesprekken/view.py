"""The school year of conversations: when they are, how far each group is, and what asks for something."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import plus_maanden
from app.models.gesprek import Momentkeuze
from app.models.jaarplan import Opmerking
from app.models.school import REGIOS
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.gesprekstelling import Dagtelling, per_dag
from app.storage.momentkeuzes import herstel, kies, planner_open
from app.storage.ongedaan import Schrijf, schrijf
from app.ui.context import Context
from app.ui.exporteren.jaarplan import naar_agenda, naar_word
from app.ui.exporteren.opslaan import SaveDocument
from app.ui.gesprekken.dekkingtabel import CoverageTable
from app.ui.gesprekken.jaarkaart import YearCard
from app.ui.gesprekken.lezen import MomentStand, Overzicht, lees_moment, lees_overzicht
from app.ui.gesprekken.moment import HERSTEL, MomentDialog
from app.ui.gesprekken.vraagt import AsksCard
from app.ui.gesprekken.woorden import jaar
from app.ui.place import Place
from app.ui.view import View
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.columns import Columns
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Small
from app.ui.widgets.page import Page
from app.ui.widgets.undo_bar import UndoBar

MAAND = "maand"
"""Part of the place that shows the month instead of the year."""

Work = Callable[[Archive], tuple[Schrijf, ...]]


class GesprekkenView(View):
    """One school year; earlier ones stay readable."""

    title = "Gesprekken"
    kinds = frozenset(
        {"gesprek", "momentkeuze", "plannertaak", "schooljaar", "vrijeperiode", "gespreksbeleid", "groep", "leerling"}
        | {"medewerker", "plaatsing", "plan", "ouderschap", "school"}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: Overzicht | None = None
        self._year = ""
        self.page = Page("Gesprekken")
        self.region, self.policy = Chip(""), Chip("")
        self.word = Button("Jaarplanning in Word", icon="document")
        self.agenda = Button("Naar agenda (.ics)", icon="kalender")
        self.plan_button = Button("Gesprekken plannen", "primary")
        self.export = SaveDocument(context)
        self.unknown = Banner("warn", "De vakanties van dit schooljaar zijn nog niet bekend.")
        self.refused = Banner("bad", "Het gespreksbeleid kan niet worden gelezen.")
        self.year_card = YearCard()
        self.coverage = CoverageTable()
        self.asks = AsksCard()
        self.undo = UndoBar(self)
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show a school year (`id`, the present one when empty); with `maand` (`part`) month by month."""
        self._year = place.id
        self.year_card.set_month(place.part == MAAND or (not place.part and self.year_card.is_month))
        self.refresh()

    def refresh(self) -> None:
        """Read the year again."""
        read = partial(lees_overzicht, self._year, self.context.vandaag())
        self.context.db.ask(read, self._show, owner=self, otherwise=self._refuse)
        self._count(self.year_card.month.month)

    def _lay_out(self) -> None:
        for chip in (self.region, self.policy):
            self.page.add_beside_title(chip)
        for action in (self.word, self.agenda, self.plan_button):
            self.page.add_action(action)
        self._empty = EmptyState(
            "groep",
            "Nog geen groepen",
            "Lees het EDEXML-bestand van je administratie in, dan zie je hier per groep hoe ver de gesprekken zijn.",
            "EDEXML inlezen",
        )
        self._coverage_card = Card("Dekking per groep")
        self._coverage_card.add_beside_heading(Small("Klik op een vak voor de lijst, op een moment voor meer"))
        self._coverage_card.add(self.coverage, 1)
        self._columns = Columns((9, 4))
        self._columns.wide.addWidget(self._coverage_card)
        self._columns.wide.addWidget(self._empty)
        self._columns.wide.addStretch(1)
        self._columns.narrow.addWidget(self.asks)
        self._columns.narrow.addStretch(1)
        self.unknown.add_action("Vul de vakanties in", self._to_year_settings)
        self.refused.add_action("Naar het gespreksbeleid", self._to_settings)
        for part in (self.export, self.refused, self.unknown, self.year_card, self._columns):
            self.page.add(part)
            part.hide()
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _connect(self) -> None:
        self.year_card.years.changed.connect(self._on_year)
        self.word.clicked.connect(self._to_word)
        self.agenda.clicked.connect(self._to_agenda)
        self.plan_button.clicked.connect(self._plan)
        self._empty.pressed.connect(self._import)
        self.year_card.moment_chosen.connect(self.open_moment)
        self.year_card.month_shown.connect(self._count)
        self.coverage.moment_chosen.connect(self.open_moment)
        self.coverage.opened.connect(self._open_list)
        self.asks.place_requested.connect(self.place_requested)
        self.asks.moment_chosen.connect(self.open_moment)
        self.asks.planner_ticked.connect(self._tick_planner)
        self.asks.proposal_taken.connect(self._take_proposal)

    def _show(self, found: Overzicht) -> None:
        self.found = found
        plan, today = found.plan, self.context.vandaag()
        self.page.set_title(f"Gesprekken {jaar(plan.schooljaar)}")
        self.region.set(f"regio {REGIOS.get(plan.kalender.regio, plan.kalender.regio)}")
        self.policy.set(plan.beleid.titel)
        self.plan_button.setVisible(plan.schooljaar >= found.nu and found.volgende is not None)
        self.unknown.setVisible(not plan.kalender.bekend)
        self.refused.hide()
        self.year_card.show_year(found, today)
        self.coverage.show_coverage(found.dekking, plan, today)
        groups = bool(found.dekking.rijen)
        self.asks.show_tasks(found.taken, plan, found.dekking, today)
        for part in (self.year_card, self._columns):
            part.show()
        self._coverage_card.setVisible(groups and bool(plan.momenten))
        self._empty.setVisible(not groups)
        for action in (self.word, self.agenda):
            action.setEnabled(bool(plan.momenten))

    def _refuse(self, error: BaseException) -> None:
        """A policy of the school's own that is wrong names its mistake itself."""
        if not isinstance(error, Refused):
            self.context.db.report(error)
            return
        self.refused.set("bad", "Het gespreksbeleid kan niet worden gelezen.", str(error))
        self.refused.show()
        for part in (self.year_card, self._columns, self.unknown):
            part.hide()

    def _count(self, first: date) -> None:
        """Count the conversations of a month in view, with the days of the weeks at its ends."""
        if self.year_card.is_month or first > date.min:
            van, tot = first - timedelta(6), plus_maanden(first, 1) + timedelta(6)
            read = partial(_per_day, van, tot)
            self.context.db.ask(read, partial(self.year_card.show_counts, first), owner=self)

    def open_moment(self, sleutel: str) -> None:
        """Tell more of a moment, in a dialog."""
        if self.found is not None:
            read = partial(lees_moment, self.found.plan.schooljaar, sleutel, self.context.vandaag())
            self.context.db.ask(read, self._ask_moment, owner=self)

    def _ask_moment(self, stand: MomentStand | None) -> None:
        if stand is None or self.found is None:
            return
        plan = self.found.plan
        decided = MomentDialog.ask(self, self.context, stand, plan)
        if decided == HERSTEL:
            words = f"{stand.titel} volgt weer het beleid."
            self._write(words, partial(_restore, plan.schooljaar, stand.keuze.moment, self.context.gebruiker))
        elif isinstance(decided, Momentkeuze):
            words = f"{stand.titel}: overgeslagen dit jaar." if decided.vervalt else f"{stand.titel}: dagen bewaard."
            self._write(words, partial(_choose, (decided,), self.context.gebruiker))

    def _take_proposal(self, remark: Opmerking) -> None:
        assert remark.voorstel is not None
        work = partial(_choose, remark.voorstel.keuzes, self.context.gebruiker)
        self._write(f"Overgenomen: {remark.voorstel.tekst}.", work)

    def _tick_planner(self, moment: str, groepen: tuple[str, ...]) -> None:
        assert self.found is not None
        year, today = self.found.plan.schooljaar, self.context.vandaag()
        words = "De planner is open." if len(groepen) == 1 else f"De planners van {len(groepen)} groepen zijn open."
        self._write(words, partial(_tick, year, moment, groepen, today, self.context.gebruiker))

    def _write(self, words: str, work: Work) -> None:
        self.context.db.ask(work, partial(self._offer_undo, words), owner=self)

    def _offer_undo(self, words: str, back: tuple[Schrijf, ...]) -> None:
        if back:
            self.undo.offer(words, partial(self._take_back, back))

    def _take_back(self, back: tuple[Schrijf, ...]) -> None:
        self.context.db.ask(partial(_write_back, back, self.context.gebruiker))

    def _open_list(self, moment: str, groep: str) -> None:
        self.place_requested.emit(Place("gespreksmoment", moment, groep))

    def _on_year(self) -> None:
        part = MAAND if self.year_card.is_month else ""
        self.place_requested.emit(Place("gesprekken", self.year_card.years.value(), part))

    def _plan(self) -> None:
        if self.found is not None and self.found.volgende is not None:
            self.place_requested.emit(Place("gesprekkenplannen", self.found.volgende.basis))

    def _to_word(self) -> None:
        if self.found is not None:
            naar_word(self.context, self.found.plan, self.export)

    def _to_agenda(self) -> None:
        if self.found is not None:
            naar_agenda(self.context, self.found.plan, self.export)

    def _import(self) -> None:
        self.place_requested.emit(Place("importeren"))

    def _to_year_settings(self) -> None:
        self.place_requested.emit(Place("instellingen", part="schooljaar"))

    def _to_settings(self) -> None:
        self.place_requested.emit(Place("instellingen", part="gespreksbeleid"))


def _per_day(van: date, tot: date, archive: Archive) -> Mapping[date, Dagtelling]:
    return per_dag(archive, van, tot)


def _choose(keuzes: tuple[Momentkeuze, ...], author: str, archive: Archive) -> tuple[Schrijf, ...]:
    return kies(archive, keuzes, author)


def _restore(year: str, moment: str, author: str, archive: Archive) -> tuple[Schrijf, ...]:
    return herstel(archive, year, moment, author)


def _tick(
    year: str, moment: str, groepen: tuple[str, ...], today: date, author: str, archive: Archive
) -> tuple[Schrijf, ...]:
    return planner_open(archive, year, moment, groepen, today, author)


def _write_back(back: tuple[Schrijf, ...], author: str, archive: Archive) -> None:
    schrijf(archive, back, author)
