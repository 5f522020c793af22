"""The second step: what each column holds, guessed from its heading."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.models.tabelimport.indeling import Indeling, klachten, voorbeelden
from app.models.tabelimport.koppen import Koppen
from app.models.tabelimport.tabel import Tabel
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.banner import Banner
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import Muted, Small, Text

LONGEST_EXAMPLE = 28
NOTHING = "Niet inlezen"


class ColumnsPanel(QWidget):
    """A line per column: its heading, what stands in it, and what it is taken for.

    Signals:
        layout_changed: a column is taken for something else.
        heading_toggled: the first row is a heading after all, or is none.
    """

    layout_changed = Signal()
    heading_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indeling = Indeling(())
        self.lacking = Banner("warn", "Er mist nog iets")
        self.heading = CheckBox("De eerste rij van de tabel bevat de koppen")
        self.choices: list[Choice] = []
        self._card: Card | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space(2))
        self._column.addWidget(self.lacking)
        self._column.addWidget(self.heading)
        self.heading.changed.connect(self.heading_toggled)

    def show_table(self, tabel: Tabel, koppen: Koppen, indeling: Indeling) -> None:
        """Show the columns of a table, taken for what `indeling` says."""
        self.heading.set_value(bool(tabel.kopregel))
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._build(tabel, koppen)
        self._column.addWidget(self._card)
        self._show(indeling)

    def complaints(self) -> list[str]:
        """What the columns lack before the table can be read."""
        return list(klachten(self.indeling))

    def _build(self, tabel: Tabel, koppen: Koppen) -> Card:
        card = Card("Wat staat er in de kolommen?")
        grid = QGridLayout()
        card.add(grid)
        grid.setHorizontalSpacing(scale.space(3))
        grid.setVerticalSpacing(scale.space(1))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 3)
        for place, words in enumerate(("Kolom", "Voorbeelden", "Inlezen als")):
            grid.addWidget(Small(words), 0, place)
        options = [(each.id, each.titel) for each in koppen.velden]
        self.choices = []
        for number, kop in enumerate(tabel.kop):
            choice = Choice(options, empty=NOTHING)
            accessible.name(choice, f"Kolom {kop} inlezen als", _examples(tabel, number))
            choice.changed.connect(partial(self._on_choice, number))
            self.choices.append(choice)
            grid.addWidget(Text(kop, "strong"), number + 1, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Muted(_examples(tabel, number)), number + 1, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(choice, number + 1, 2)
        return card

    def _on_choice(self, number: int) -> None:
        self._show(self.indeling.met(number, self.choices[number].value()))
        self.layout_changed.emit()

    def _show(self, indeling: Indeling) -> None:
        self.indeling = indeling
        for choice, veld in zip(self.choices, indeling.kolommen, strict=True):
            if choice.value() != veld:
                choice.set_value(veld)
        complaints = self.complaints()
        self.lacking.setVisible(bool(complaints))
        if complaints:
            self.lacking.set("warn", "Er mist nog iets", "\n".join(complaints))


def _examples(tabel: Tabel, number: int) -> str:
    texts = (
        each if len(each) <= LONGEST_EXAMPLE else f"{each[:LONGEST_EXAMPLE]}…" for each in voorbeelden(tabel, number)
    )
    return " · ".join(texts) or "leeg"
