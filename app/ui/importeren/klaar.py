"""The last step: what was done, and what now."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.schoolimport.voorstel import ACTIES, NIEUW, TERUG, VERTREK, WEG, WIJZIGEN
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Text

PLURAL = {
    "leerling": ("leerling", "leerlingen"),
    "groep": ("groep", "groepen"),
    "medewerker": ("medewerker", "medewerkers"),
    "school": ("gegeven van de school", "gegevens van de school"),
}
DONE = {
    NIEUW: "toegevoegd",
    WIJZIGEN: "bijgewerkt",
    VERTREK: "naar het archief",
    TERUG: "weer terug",
    WEG: "naar het archief, omdat ze niet in het bestand staan",
}
assert DONE.keys() == ACTIES.keys()


class DonePanel(QWidget):
    """What an import wrote.

    Signals:
        grid_wanted, list_wanted, again_wanted: where to go now.
    """

    grid_wanted = Signal()
    list_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Banner("good", "Alles is overgenomen")
        self.grid = Button("Naar het groepsraster", "primary", icon="groep")
        self.list = Button("Naar de leerlingen")
        self.again = Button("Nog een bestand")
        card = Card("Wat nu?")
        card.add(
            Text("Zet in het groepsraster de niveaus, handelingsplannen en OPP’s. Dat gaat per groep in één keer.")
        )
        card.add(Muted("Ouders en gezin staan niet in EDEXML. Lees ze bij Leerlingen in uit een tabel."))
        card.add(Flow(self.grid, self.list, self.again))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        column.addWidget(self.notice)
        column.addWidget(card)
        column.addStretch(1)
        self.grid.clicked.connect(self.grid_wanted)
        self.list.clicked.connect(self.list_wanted)
        self.again.clicked.connect(self.again_wanted)

    def show_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Say what was written, by kind and action."""
        lines = [
            f"{counts[kind, action]} {PLURAL[kind][counts[kind, action] != 1]} {words}"
            for kind in PLURAL
            for action, words in DONE.items()
            if counts.get((kind, action))
        ]
        title = "Alles is overgenomen" if lines else "Er was niets te veranderen"
        self.notice.set("good", title, "\n".join(lines) or "Ruggespraak en het bestand zijn gelijk.")
