"""The first step: the groups of the new year, and who comes into them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.jaarovergang.groepen import NieuweGroep
from app.models.jaarovergang.overgang import NIETS, Overgang
from app.models.jaarovergang.stappen import WEG
from app.models.school import Medewerker
from app.ui.jaarovergang.groep_dialoog import NieuweGroepDialog
from app.ui.jaarovergang.stroom import StroomBeeld
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.columns import Columns
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag

COLUMNS = (
    Column("naam", "Groep", 7, stretch=1, role="strong"),
    Column("jaren", "Jaargroepen", 10),
    Column("leerkrachten", "Leerkrachten", 14, stretch=2),
    Column("aantal", "Leerlingen", 9, right=True),
    Column("uit", "Komen uit", 14, stretch=3, role="muted"),
)
LOWEST_LINES = 17
"""Height of the table in lines of text that it keeps on a low screen."""

HOW = (
    "Elke groep van nu staat klaar voor volgend jaar, met dezelfde leerkrachten. De kinderen schuiven een jaar op. "
    "Klopt er iets niet? Dubbelklik op een groep, of kies er een en gebruik de knoppen."
)
Taker = Callable[[NieuweGroep], object]
KEYS = "Met Shift of Ctrl kies je meer groepen. Enter opent een groep."


class GroupsPanel(QWidget):
    """The new groups in a table, and a picture of who goes where.

    Signals:
        changed: the new `Overgang`, and in words what was done.
    """

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = NIETS
        self._staff: Sequence[Medewerker] = ()
        self.table = DataTable("Groepen van volgend jaar", COLUMNS, multiple=True)
        self.picture = StroomBeeld()
        self.add_button = Button("Groep toevoegen", icon="plus", small=True)
        self.edit = Button("Wijzig", small=True)
        self.join = Button("Voeg samen", small=True)
        self.split = Button("Splits", small=True)
        self.remove = Button("Haal weg", "quiet", small=True)
        self._lay_out()
        self.table.row_activated.connect(self._open)
        self.table.selection_changed.connect(self._on_selection)
        for button, act in (
            (self.add_button, self._add),
            (self.edit, self._edit),
            (self.join, self._join),
            (self.split, self._split),
            (self.remove, self._remove),
        ):
            button.clicked.connect(act)

    def _lay_out(self) -> None:
        sheet = Card("Groepen van volgend jaar")
        sheet.add(Muted(HOW))
        sheet.add(Flow(self.add_button, self.edit, self.join, self.split, self.remove))
        self.table.setMinimumHeight(scale.metrics().height() * LOWEST_LINES)
        sheet.add(self.table, 1)
        sheet.add(Small(KEYS))
        self._picture_card = Card("Wie gaat waarheen?")
        self._picture_card.add(self.picture, 1)
        columns = Columns()
        columns.wide.addWidget(sheet, 1)
        columns.narrow.addWidget(self._picture_card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns, 1)

    def show_proposal(self, made: Overgang, staff: Sequence[Medewerker]) -> None:
        """Show the groups of a proposal."""
        self._made, self._staff = made, staff
        self.table.set_rows(_rows(made, staff))
        self.picture.show_flows(made)
        self._on_selection()

    def _selected(self) -> list[NieuweGroep]:
        found = [self._made.groep(row["id"]) for row in self.table.selected_rows()]
        return [each for each in found if each is not None]

    def _on_selection(self) -> None:
        count = len(self.table.selected_rows())
        self.edit.setEnabled(count == 1)
        self.split.setEnabled(count == 1)
        self.remove.setEnabled(count == 1)
        self.join.setEnabled(count == 2)

    def _open(self, row: Row) -> None:
        group = self._made.groep(row["id"])
        if group is not None:
            self._ask(group, f"Groep {group.naam}", self._take_edit)

    def _edit(self) -> None:
        for group in self._selected()[:1]:
            self._ask(group, f"Groep {group.naam}", self._take_edit)

    def _add(self) -> None:
        self._ask(NieuweGroep(), "Groep toevoegen", self._take_new, accept="Toevoegen")

    def _split(self) -> None:
        for group in self._selected()[:1]:
            new = NieuweGroep(naam=f"{group.naam} B", jaargroepen=group.jaargroepen)
            take = partial(self._take_split, group)
            self._ask(new, f"Groep {group.naam} splitsen: de nieuwe groep", take, accept="Splits")

    def _join(self) -> None:
        selected = self._selected()
        if len(selected) == 2:
            one, other = selected
            made = self._made.samengevoegd(one.id, other.id)
            self.changed.emit(made, f"Groep {other.naam} is samengevoegd met {one.naam}.")

    def _remove(self) -> None:
        for group in self._selected()[:1]:
            count = self._made.aantallen().get(group.id, 0)
            who = "1 leerling heeft" if count == 1 else f"{count} leerlingen hebben"
            words = f"Groep {group.naam} is weggehaald." + (f" {who} nu geen groep." if count else "")
            self.changed.emit(self._made.zonder(group.id), words)

    def _ask(self, group: NieuweGroep, title: str, take: Taker, accept: str = "Bewaren") -> None:
        others = [each.naam for each in self._made.groepen if each.id != group.id]
        answer = NieuweGroepDialog.ask(self, group, self._staff, others, title=title, accept=accept)
        if answer is not None:
            take(answer)

    def _take_edit(self, group: NieuweGroep) -> None:
        if group != self._made.groep(group.id):
            self.changed.emit(self._made.met_nieuwe(group), f"Groep {group.naam} is gewijzigd.")

    def _take_new(self, group: NieuweGroep) -> None:
        self.changed.emit(self._made.met_nieuwe(group), f"Groep {group.naam} is toegevoegd.")

    def _take_split(self, group: NieuweGroep, new: NieuweGroep) -> None:
        made = self._made.gesplitst(group.id, new)
        chosen = made.groep(new.id)
        if chosen is not None:  # the years of the halves follow from the children in them
            made = made.met_nieuwe(replace(chosen, leerkrachten=new.leerkrachten))
        self.changed.emit(made, f"Groep {group.naam} is gesplitst in {group.naam} en {new.naam}.")


def _rows(made: Overgang, staff: Sequence[Medewerker]) -> list[Row]:
    names = {each.id: each.naam for each in staff}
    years = made.jaargroepen()
    counts = made.aantallen()
    came = _origins(made)
    return [
        {
            "id": each.id,
            "naam": each.naam,
            "jaren": ", ".join(years[each.id]),
            "leerkrachten": ", ".join(names[one] for one in each.leerkrachten if one in names) or "nog niemand",
            "aantal": counts.get(each.id, 0),
            "uit": came.get(each.id) or Tag("nog leeg", "neutral"),
        }
        for each in made.groepen
    ]


def _origins(made: Overgang) -> dict[str, str]:
    """By new group, how many children come from which present one, e.g. `14 uit 5/6, 9 uit 4`."""
    old = {each.id: each.naam for each in made.stand.groepen}
    order = {each: place for place, each in enumerate(old)}
    counted: dict[str, Counter[str]] = {}
    for pupil in made.stand.leerlingen:
        step = made.stappen[pupil.id]
        if step.groep and step.soort != WEG:
            counted.setdefault(step.groep, Counter())[pupil.groep or ""] += 1
    names = {each: f"uit {naam}" for each, naam in old.items()}
    return {
        group: ", ".join(
            f"{found[each]} {names.get(each, 'zonder groep')}"
            for each in sorted(found, key=lambda each: (-found[each], order.get(each, len(order))))
        )
        for group, found in counted.items()
    }
