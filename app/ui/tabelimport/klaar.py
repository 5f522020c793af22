"""The last step: what was done, how to take it back, and what now."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Text

WORDS = {
    ("ouder", True): ("ouder toegevoegd", "ouders toegevoegd"),
    ("ouder", False): ("ouder bijgewerkt", "ouders bijgewerkt"),
    ("ouderschap", True): ("keer een ouder bij een kind gezet", "keer een ouder bij een kind gezet"),
    ("ouderschap", False): ("keer gezag of relatie bijgewerkt", "keer gezag of relatie bijgewerkt"),
    ("gezin", True): ("gezin gemaakt", "gezinnen gemaakt"),
    ("leerling", False): ("leerling in een gezin gezet", "leerlingen in een gezin gezet"),
    ("niveau", True): ("niveau vastgelegd", "niveaus vastgelegd"),
    ("niveau", False): ("niveau verbeterd", "niveaus verbeterd"),
    ("plan", True): ("plan of OPP toegevoegd", "plannen en OPP’s toegevoegd"),
    ("plan", False): ("plan of OPP bijgewerkt", "plannen en OPP’s bijgewerkt"),
}

COPY = "Kopieer de regels die buiten bleven"


class DonePanel(QWidget):
    """What a table brought in.

    Signals:
        copy_wanted: put the rows that were left out on the clipboard.
        undo_wanted: take it back.
        list_wanted, again_wanted: where to go now.
    """

    copy_wanted = Signal()
    undo_wanted = Signal()
    list_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Banner("good", "Overgenomen")
        self.undo = self.notice.add_action("", self.undo_wanted.emit)
        self.copy = self.notice.add_action("", self.copy_wanted.emit)
        self.list = Button("Naar de leerlingen", "primary", icon="leerlingen")
        self.again = Button("Nog een tabel")
        card = Card("Wat nu?")
        card.add(Text("Open een leerling en kijk na of alles klopt. Verbeteren kan daar ook."))
        card.add(Flow(self.list, self.again))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        column.addWidget(self.notice)
        column.addWidget(card)
        column.addStretch(1)
        self.list.clicked.connect(self.list_wanted)
        self.again.clicked.connect(self.again_wanted)

    def show_counts(self, counts: Mapping[tuple[str, bool], int], left_out: int) -> None:
        """Say what was written.

        Parameters:
            counts: number of records by kind, and whether they are new.
            left_out: number of rows with mistakes.
        """
        lines = [f"{counts[key]} {words[counts[key] != 1]}" for key, words in WORDS.items() if counts.get(key)]
        if left_out:
            lines.append(_left_out(left_out))
        self.notice.set("good", "De tabel is overgenomen", "\n".join(lines))
        written = sum(counts.values())
        self.undo.setText(f"Ongedaan maken ({written} {'wijziging' if written == 1 else 'wijzigingen'})")
        self.undo.show()
        self.copy.setText(COPY)
        self.copy.setVisible(left_out > 0)

    def show_nothing_new(self) -> None:
        """Say that the table changes nothing."""
        self.notice.set("good", "Niets nieuws", "Alles uit deze tabel staat al zo in Ruggespraak.")
        self._no_actions()

    def show_taken_back(self) -> None:
        """Say that all is as it was."""
        self.notice.set("info", "Ongedaan gemaakt", "Alles is weer zoals het was voordat je de tabel inlas.")
        self._no_actions()

    def _no_actions(self) -> None:
        for button in (self.undo, self.copy):
            button.hide()


def _left_out(count: int) -> str:
    return (
        "1 regel bleef buiten, omdat er iets niet klopte"
        if count == 1
        else (f"{count} regels bleven buiten, omdat er iets niet klopte")
    )
