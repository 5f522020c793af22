"""The list of a group at a moment, or of one teacher: tick, plan, report, for one or for all at once."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.momentwoorden import wanneer
from app.storage.gesprekslijst import Lijstregel
from app.ui.context import Context
from app.ui.exporteren.opslaan import SaveDocument
from app.ui.gespreksmoment import opdrachten
from app.ui.gespreksmoment.acties import ActionBar
from app.ui.gespreksmoment.handelingen import Deeds
from app.ui.gespreksmoment.opdrachten import LERAAR, Lijst
from app.ui.gespreksmoment.tabel import FILTERS, ConversationTable, as_rows, fits
from app.ui.gespreksmoment.voortgang import Progress
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Link
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page import Page
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.table_model import Row
from app.ui.widgets.undo_bar import UndoBar

LOWEST_LINES = 29
"""Height of the table with what stands around it, in lines of text, that it keeps on a low screen."""

NOBODY = "Er is niemand voor wie dit moment is. Kies een andere groep of een ander moment."


class GespreksmomentView(View):
    """Who had a conversation and who still needs one. Every tick is written at once and can be taken back."""

    title = "Gesprekken"
    kinds = frozenset({"gesprek", "leerling", "groep", "niveau", "plan", "ouder", "ouderschap", "vervanging"}) | {
        "momentkeuze", "schooljaar", "vrijeperiode", "gespreksbeleid", "formulier",
    }  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place("gespreksmoment")
        self._list: Lijst | None = None
        self.page = Page("Gesprekken")
        self.optional = Chip("facultatief", "neutral")
        self.group = Choice(empty=None)
        self.moment = Choice(empty=None)
        self.teacher = Link("")
        self.progress = Progress()
        self.filter = Segmented(FILTERS.items(), clearable=False)
        self.all = Link("Kies iedereen")
        self.tables = {False: ConversationTable(), True: ConversationTable(leraar=True)}
        self.buttons = ActionBar()
        self.refusal = Banner("bad", "Het verslag kan niet beginnen", dismissible=True)
        self.export = SaveDocument(context)
        self.nobody = EmptyState("groep", "Hier zijn geen gesprekken", NOBODY, "Naar Gesprekken")
        self.lines = QWidget()
        self._lay_out()
        self.bar = UndoBar(self.lines, shrinks=True)  # not below the buttons: these stay where one just pressed
        self.deeds = Deeds(context, self, self.bar)
        self._connect()

    @property
    def table(self) -> ConversationTable:
        """The table on screen."""
        return self.tables[self._place.part.startswith(LERAAR)]

    def show_place(self, place: Place) -> None:
        """Show the list of a moment (`id`) and group (`part`), or of `leraar:` and the id of a teacher."""
        if place != self._place:
            self._place = place
            self.refusal.hide()
            self.export.hide()
            self.bar.hide()
            self.filter.set_value("alles")
            for table in self.tables.values():
                table.set_rows(())
                table.clearSelection()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; choice, cursor and order stay."""
        question = partial(opdrachten.read, self._place, self.context.vandaag())
        self.context.db.ask(question, partial(self._show, self._place), owner=self)

    def _lay_out(self) -> None:
        self.page.add_beside_title(self.optional)
        for choice, name in ((self.group, "Groep"), (self.moment, "Moment")):
            choice.setAccessibleName(name)
            self.page.add_action(choice)
        self.filter.set_value("alles")
        sheet = Card()
        sheet.add(self.progress)
        top = QHBoxLayout()
        sheet.add(top)
        top.setSpacing(scale.space(2))
        top.addWidget(self.filter)
        top.addWidget(self.all)
        top.addStretch(1)
        top.addWidget(self.teacher)
        lines = QVBoxLayout(self.lines)
        lines.setContentsMargins(0, 0, 0, 0)
        for part in (*self.tables.values(), self.nobody):
            lines.addWidget(part, 1)
        sheet.add(self.lines, 1)
        sheet.add(self.buttons)
        sheet.setMinimumHeight(scale.metrics().height() * LOWEST_LINES)
        for hidden in (self.refusal, self.nobody, self.optional):
            hidden.hide()
        self.page.add(self.refusal)
        self.page.add(self.export)
        self.page.add(sheet, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _connect(self) -> None:
        self.group.changed.connect(self._go_elsewhere)
        self.moment.changed.connect(self._go_elsewhere)
        self.teacher.clicked.connect(self._go_to_teacher)
        self.filter.changed.connect(self._show_rows)
        self.all.clicked.connect(self._choose_all)
        self.nobody.pressed.connect(self._to_overview)
        for table in self.tables.values():
            table.selection_changed.connect(self._on_choice)
            table.row_activated.connect(self._open)
        self.buttons.wanted.connect(self._do)
        self.deeds.place_wanted.connect(self.place_requested)
        self.deeds.letters_ready.connect(self.export.save)
        self.deeds.refused.connect(self._refuse)
        QShortcut(QKeySequence("Ctrl+F"), self, self.filter.setFocus)
        QShortcut(QKeySequence.StandardKey.SelectAll, self, self._choose_all)  # also before the table has the focus

    def _show(self, place: Place, found: Lijst) -> None:
        if place != self._place:
            return
        self._list = found
        of_teacher = place.part.startswith(LERAAR)
        self._show_head(found, of_teacher)
        self.progress.show_progress(found.regels, self.context.vandaag())
        for own, table in self.tables.items():
            table.setVisible(own == of_teacher and bool(found.regels))
        for widget in (self.progress, self.filter, self.all, self.buttons):
            widget.setVisible(bool(found.regels))
        self.nobody.setVisible(not found.regels)
        self._show_rows()

    def _show_head(self, found: Lijst, of_teacher: bool) -> None:
        self.group.setVisible(not of_teacher and bool(found.groepen))
        self.moment.setVisible(not of_teacher and bool(found.plan.kolommen))
        self.teacher.setVisible(not of_teacher and found.leerkracht is not None)
        self.optional.setVisible(not of_teacher and found.facultatief)
        name = found.leerkracht.naam if found.leerkracht else ""
        if of_teacher:
            year = found.plan.schooljaar.replace("-", "–")
            self.page.set_title(f"Gesprekken van {name}", f"schooljaar {year}, tot en met wat er nu aankomt")
            return
        self.teacher.setText(f"Alle gesprekken van {name}")
        self.group.set_options([(each.id, f"Groep {each.naam}") for each in found.groepen])
        self.group.set_value(found.groep.id if found.groep else "")
        titles = ((basis, found.plan.beleid.moment(basis)) for basis, _ in found.plan.kolommen)
        self.moment.set_options([(basis, known[1].titel) for basis, known in titles if known])
        self.moment.set_value(found.basis)
        known = found.plan.beleid.moment(found.basis)
        title = known[1].titel if known else "Gesprekken"
        self.page.set_title(f"{title} groep {found.groep.naam}" if found.groep else title, _days(found))

    def _show_rows(self) -> None:
        if self._list is None:
            return
        shown = [each for each in self._list.regels if fits(each, self.filter.value())]
        self.table.set_rows(as_rows(shown, self._list.groepen, self.context.vandaag()))
        self.all.setEnabled(bool(shown))
        self._on_choice()

    def _on_choice(self) -> None:
        found = self._list
        self.buttons.show_choice(self.table.chosen(), optional=found is not None and found.facultatief)

    def _choose_all(self) -> None:
        self.table.selectAll()
        self.table.setFocus()

    def _go_elsewhere(self) -> None:
        self.place_requested.emit(Place("gespreksmoment", self.moment.value(), self.group.value()))

    def _go_to_teacher(self) -> None:
        if self._list is not None and self._list.leerkracht is not None:
            self.place_requested.emit(Place("gespreksmoment", "", f"{LERAAR}{self._list.leerkracht.id}"))

    def _to_overview(self) -> None:
        self.place_requested.emit(Place("gesprekken"))

    def _open(self, row: Row) -> None:
        """To the conversation; as long as there is none, it is planned."""
        regel: Lijstregel = row["regel"]
        if regel.gesprek is not None:
            self.place_requested.emit(Place("gesprek", regel.gesprek.id))
        elif self._list is not None:
            self.deeds.do("plan", self._list, [regel])

    def _do(self, what: str) -> None:
        chosen = self.table.chosen()
        if self._list is not None and chosen:
            self.deeds.do(what, self._list, chosen)

    def _refuse(self, sentence: str) -> None:
        self.refusal.set("bad", "Het verslag kan niet beginnen", sentence)
        self.refusal.show()


def _days(found: Lijst) -> str:
    """When the conversations are, and why then; apart for each jaargroep with days of its own."""
    moments = found.momenten
    told = []
    for each in moments:
        days = wanneer(each.dagen) or "nog geen dagen"
        for_whom = f"groep {', '.join(each.jaargroepen)}: " if len(moments) > 1 else ""
        told.append(" · ".join(filter(None, (f"{for_whom}{days}", each.reden))))
    return "\n".join(told)
