"""The second step: who stays, skips a year or leaves, and moving pupils, one or many at once."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.jaarovergang.controle import te_beslissen
from app.models.jaarovergang.overgang import NIETS, Overgang
from app.models.jaarovergang.stappen import BLIJFT, SLAAT_OVER, STAPPEN, WEG
from app.models.leerling import Leerling
from app.ui.jaarovergang.leerlingtabel import PupilTable, asked_words, pupil_rows
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Small, Text
from app.ui.widgets.line_field import LineField

ALL, LOOK, CHANGED, NONE = "", "kijk", "anders", "geen"
"""What is shown: everyone, who asks for a look, who does not just go on, and as a group: none."""

LOWEST_LINES = 22
"""Height of the table with its buttons in lines of text, that it keeps on a low screen."""

KEYS_HELP = (
    "Met Shift of Ctrl kies je meer leerlingen. Toetsen: O gaat over · B blijft · S slaat een jaar over · "
    "W gaat van school · Enter kiest een groep."
)


class PupilsPanel(QWidget):
    """All pupils, a sieve, and what can be done with the chosen ones.

    Signals:
        changed: the new `Overgang`, and in words what was done.
    """

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = NIETS
        self.show_which, self.group, self.search = Choice(empty=None), Choice(empty="Alle groepen"), LineField()
        self.table = PupilTable()
        self.chosen = Text(wrap=False)
        self.steps = {each: Button(words.capitalize(), small=True) for each, words in STAPPEN.items()}
        self.target = Choice(empty="Zet in groep …")
        self.nobody = EmptyState("leerlingen", "Niemand om te laten zien", "Kies hierboven wie je wilt zien.")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        sieve = FormRows()
        sieve.add_row("Laat zien", self.show_which, stretch=3)
        sieve.add_row("Groep nu", self.group, beside=True, stretch=2)
        sieve.add_row("Naam", self.search, beside=True, stretch=3)
        hands = Flow(self.chosen, *self.steps.values(), self.target)
        sheet = Card()
        sheet.setMinimumHeight(scale.metrics().height() * LOWEST_LINES)  # on a low screen the page scrolls instead
        sheet.add(sieve)
        sheet.add(hands)
        sheet.add(self.table, 1)
        sheet.add(Small(KEYS_HELP))
        self.table.set_empty(self.nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet, 1)
        self.target.setAccessibleName("Zet de gekozen leerlingen in een groep")

    def _connect(self) -> None:
        for field in (self.show_which, self.group, self.search):
            field.changed.connect(self._sift)
        for step, button in self.steps.items():
            button.clicked.connect(partial(self._set_step, step))
        self.table.step_wanted.connect(self._set_step)
        self.table.selection_changed.connect(self._on_selection)
        self.table.row_activated.connect(self._on_row)
        self.target.changed.connect(self._move)

    def show_proposal(self, made: Overgang) -> None:
        """Show the pupils of a proposal; sieve, cursor and selection stay."""
        self._made = made
        before = self.show_which.value()
        looks = sum(1 for each in made.stand.leerlingen if te_beslissen(made, each))
        others = sum(1 for each in made.stappen.values() if each.soort in (BLIJFT, SLAAT_OVER))
        gone = sum(1 for each in made.stappen.values() if each.soort == WEG)
        self.show_which.set_options(
            [
                (ALL, f"Alle leerlingen ({len(made.stappen)})"),
                (LOOK, f"Kijk even ({looks})"),
                (CHANGED, f"Blijft of slaat over ({others})"),
                (WEG, f"Gaat van school ({gone})"),
            ]
        )
        self.show_which.set_value(before)
        self.group.set_options([*((each.id, each.naam) for each in made.stand.groepen), (NONE, "zonder groep")])
        groups = [(each.id, f"Zet in groep {each.naam}") for each in made.groepen]
        self.target.set_options([*groups, (NONE, "Zet in geen groep")])
        self._sift()

    def look_first(self) -> None:
        """Begin with who asks for a look, if there is anybody."""
        if any(te_beslissen(self._made, each) for each in self._made.stand.leerlingen):
            self.show_which.set_value(LOOK)
            self._sift()

    def _sift(self) -> None:
        self.table.set_rows(pupil_rows(self._made, self._sieve()))
        self._on_selection()

    def _sieve(self) -> Callable[[Leerling], bool]:
        which, group = self.show_which.value(), self.group.value()
        words = self.search.value().casefold().split()
        known = {each.id for each in self._made.stand.groepen}

        def shown(pupil: Leerling) -> bool:
            inside = pupil.groep if pupil.groep in known else NONE
            name = pupil.naam.casefold()
            return (not group or inside == group) and all(each in name for each in words) and self._is_one(pupil, which)

        return shown

    def _is_one(self, pupil: Leerling, which: str) -> bool:
        step = self._made.stappen[pupil.id].soort
        kinds: Mapping[str, bool] = {
            CHANGED: step in (BLIJFT, SLAAT_OVER),
            WEG: step == WEG,
            LOOK: which == LOOK and bool(te_beslissen(self._made, pupil)),
        }
        return kinds.get(which, True)

    def _on_selection(self) -> None:
        rows = self.table.selected_rows()
        self.chosen.setText(asked_words(rows))
        for widget in (*self.steps.values(), self.target):
            widget.setEnabled(bool(rows))

    def _on_row(self, _row: object) -> None:
        self.target.setFocus()

    def _set_step(self, step: str) -> None:
        ids = [row["id"] for row in self.table.selected_rows()]
        made = self._made.met_stap(ids, step)
        done = [each for each in ids if made.stappen[each] != self._made.stappen[each]]
        could_not = sum(1 for each in ids if made.stappen[each].soort != step)
        if not ids:
            return
        words = f"{_count(len(done))}: {STAPPEN[step]}."
        if could_not:
            words += f" Bij {_count(could_not)} kan dat niet; daar verandert niets."
        self._keep_focus(made, words)

    def _move(self) -> None:
        target = self.target.value()
        ids = [row["id"] for row in self.table.selected_rows()]
        group = self._made.groep(target)
        self.target.set_value("")
        if not ids or not target:
            return
        stay = [each for each in ids if self._made.stappen[each].soort != WEG]
        made = self._made.met_groep(ids, group.id if group else None)
        words = f"{_count(len(stay))} naar {f'groep {group.naam}' if group else 'geen groep'}."
        if len(stay) < len(ids):
            words += f" {_count(len(ids) - len(stay))} gaat van school en blijft zo."
        self._keep_focus(made, words)

    def _keep_focus(self, made: Overgang, words: str) -> None:
        self.changed.emit(made, words)
        self.table.setFocus()


def _count(number: int) -> str:
    return "1 leerling" if number == 1 else f"{number} leerlingen"
