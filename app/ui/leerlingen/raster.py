"""A whole group at once: its groepsplannen, and levels, handelingsplannen and OPP of its pupils in one grid."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.leerling import Plan
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.dossier import groepsplan_bewaren, niveau_zetten
from app.storage.groepsraster import (
    Groepsraster,
    Ongeldig,
    RasterRij,
    groepsraster,
    handelingsplan_kiezen,
    opp_zetten,
)
from app.storage.leerlingen import keuzegroepen
from app.storage.ongedaan import Schrijf
from app.ui.context import Context
from app.ui.leerlingen.plan_dialoog import PlanDialog
from app.ui.leerlingen.rastertabel import GroupGrid
from app.ui.leerlingen.schrijver import Writer
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.buttons import Button, IconButton, Link
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Small, Text
from app.ui.widgets.page import Page
from app.ui.widgets.undo_bar import UndoBar
from app.ui.woorden import period_words

KEYS = "Loop met de pijltjes. 0 tot en met 5 zet het niveau, Enter opent een cel, Delete maakt hem leeg."
LOWEST_LINES = 22
"""Height of the grid with what stands below it, in lines of text, that it keeps on a low screen."""

NO_PLANS = "Nog geen groepsplannen. Een handelingsplan hoort bij een groepsplan en krijgt dezelfde periode."


class GroepsrasterView(View):
    """One group; every change is written at once and can be taken back."""

    title = "Groepsraster"
    kinds = frozenset({"leerling", "groep", "niveau", "plan"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._group = ""
        self._found: Groepsraster | None = None
        self.page = Page("Groepsraster")
        self.choice = Choice(empty=None)
        self.plans = Card("Groepsplannen")
        self.add_plan = Button("Groepsplan toevoegen", icon="plus", small=True)
        self.grid = GroupGrid(context.vandaag)
        self.complaint = Text("", "error")
        self.nobody = EmptyState(
            "groep",
            "Nog geen leerlingen in deze groep",
            "Lees het EDEXML-bestand in, of kies een andere groep.",
            "EDEXML inlezen",
        )
        self.bar = UndoBar(self)
        self._writer = Writer(context, self.bar)
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show a group (`id`); without one the group that was shown before, or the first."""
        self._group = place.id or self._group
        self.complaint.setText("")
        self.refresh()

    def refresh(self) -> None:
        """Read the group again; the cursor stays in its cell."""
        question = partial(_read, self._group, self.context.vandaag())
        self.context.db.ask(question, self._show, owner=self)

    def _lay_out(self) -> None:
        fields = FormRows()
        fields.add_row("Groep", self.choice)
        self._plan_list = QVBoxLayout()
        self._plan_list.setSpacing(scale.space(0.5))
        self.plans.add_beside_heading(self.add_plan)
        self.plans.add(self._plan_list)
        self._rows: QWidget | None = None
        top = QHBoxLayout()
        self.page.add(top)
        top.setSpacing(scale.space(2))
        top.addWidget(fields, 1)
        top.addWidget(self.plans, 3)
        sheet = Card()
        sheet.add(self.grid, 1)
        sheet.setMinimumHeight(scale.metrics().height() * LOWEST_LINES)  # on a low screen the page scrolls instead
        sheet.add(self.complaint)
        sheet.add(Small(KEYS))
        self.page.add(sheet, 1)
        self.nobody.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _connect(self) -> None:
        self.choice.changed.connect(self._on_choice)
        self.add_plan.clicked.connect(self._add_plan)
        self.nobody.pressed.connect(self._import)
        self.grid.level_set.connect(self._set_level)
        self.grid.plan_set.connect(self._set_plan)
        self.grid.day_set.connect(self._set_day)
        self.grid.opened.connect(self._open)
        self.grid.complained.connect(self.complaint.setText)

    def _show(self, answer: tuple[list[Groep], Groepsraster | None]) -> None:
        groups, found = answer
        self._found = found
        self.choice.set_options([(each.id, f"Groep {each.naam}") for each in groups])
        self.plans.setVisible(found is not None)
        if found is None:
            self.grid.show_group((), ())
            self.grid.set_empty(self.nobody)
            return
        self._group = found.groep.id
        self.choice.set_value(found.groep.id)
        self._show_plans(found.groepsplannen)
        self.grid.show_group(found.rijen, found.groepsplannen)
        self.grid.set_empty(self.nobody)

    def _show_plans(self, plans: tuple[Plan, ...]) -> None:
        if self._rows is not None:
            self._plan_list.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not plans:
            column.addWidget(Muted(NO_PLANS))
        for plan in plans:
            column.addWidget(self._plan_line(plan))
        self._plan_list.addWidget(self._rows)

    def _plan_line(self, plan: Plan) -> QWidget:
        link = Link(plan.onderwerp)
        link.setAccessibleName(f"Groepsplan {plan.onderwerp} bewerken")
        link.clicked.connect(partial(self._edit_plan, plan))
        away = IconButton("prullenbak", f"Groepsplan {plan.onderwerp} weghalen")
        away.clicked.connect(partial(self._remove_plan, plan))
        return Flow(link, Small(period_words(plan, self.context.vandaag())), away)

    def _on_choice(self) -> None:
        self.place_requested.emit(Place("groepsraster", self.choice.value()))

    def _import(self) -> None:
        self.place_requested.emit(Place("importeren"))

    def _open(self, pupil: str) -> None:
        self.place_requested.emit(Place("leerling", pupil))

    def _add_plan(self) -> None:
        self._ask_plan(Plan(soort="groepsplan", groep=self._group), new=True)

    def _edit_plan(self, plan: Plan) -> None:
        self._ask_plan(plan, new=False)

    def _ask_plan(self, plan: Plan, *, new: bool) -> None:
        made: Plan | None = PlanDialog.ask(self, plan, (), self.context.vandaag, new=new)
        if made is not None:
            words = "Groepsplan toegevoegd." if new else "Groepsplan bewaard, ook bij de handelingsplannen."
            self._writer.work_out(words, partial(groepsplan_bewaren, plan=made))

    def _remove_plan(self, plan: Plan) -> None:
        self._writer.write("Groepsplan weggehaald.", Schrijf.weg(plan))

    def _set_level(self, pupil: str, level: int) -> None:
        work = partial(niveau_zetten, leerling=pupil, niveau=level, dag=self.context.vandaag())
        if (row := self._row(pupil)) is not None and row.niveau != level:
            self._writer.work_out(f"Niveau {level} bewaard.", work)

    def _set_plan(self, pupil: str, plan: str) -> None:
        chosen = next((each for each in self._found.groepsplannen if each.id == plan), None) if self._found else None
        choose = partial(_choose_plan, chosen, self.context.vandaag())
        words = "Handelingsplan bewaard." if chosen else "Handelingsplan weggehaald."
        self._write_row(pupil, words, choose)

    def _set_day(self, pupil: str, which: str, day: date | None) -> None:
        self._write_row(pupil, "OPP bewaard.", partial(_set_period, which, day))

    def _write_row(self, pupil: str, words: str, work: Callable[[RasterRij], Iterable[Schrijf]]) -> None:
        """Write what follows from the row as the archive holds it by then, not as it stands on screen."""
        self.complaint.setText("")
        question = partial(_work_on_row, self._group, pupil, self.context.vandaag(), work)
        self._writer.work_out(words, question, self._refuse)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, Ongeldig):
            self.complaint.setText(str(error))
        else:
            self.context.db.report(error)

    def _row(self, pupil: str) -> RasterRij | None:
        rows = self._found.rijen if self._found else ()
        return next((each for each in rows if each.leerling.id == pupil), None)


def _read(group: str, today: date, archive: Archive) -> tuple[list[Groep], Groepsraster | None]:
    groups = keuzegroepen(archive)
    wanted = group if group in {each.id for each in groups} else groups[0].id if groups else ""
    return groups, groepsraster(archive, wanted, today)


def _work_on_row(
    group: str, pupil: str, today: date, work: Callable[[RasterRij], Iterable[Schrijf]], archive: Archive
) -> Iterable[Schrijf]:
    found = groepsraster(archive, group, today)
    rows = [each for each in found.rijen if each.leerling.id == pupil] if found else []
    return work(rows[0]) if rows else ()


def _choose_plan(plan: Plan | None, today: date, row: RasterRij) -> Iterable[Schrijf]:
    return handelingsplan_kiezen(row, plan, today)


def _set_period(which: str, day: date | None, row: RasterRij) -> Iterable[Schrijf]:
    van, tot = (row.opp.van, row.opp.tot) if row.opp else (None, None)
    return opp_zetten(row, day, tot) if which == "van" else opp_zetten(row, van, day)
