"""The first step: a file, by button or by dropping it here, or a table that was copied."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Heading, Muted, Text
from app.ui.widgets.sign import RoundSign

CANNOT = "Deze tabel kan niet worden ingelezen"
WHICH = (
    "Een regel per leerling, met de naam en de geboortedatum of de groep. Twee regels voor twee ouders mag ook.",
    "Verder kan erin staan: ouders met gezag, telefoon, e-mail en adres, een gezinsnummer, het ondersteuningsniveau, "
    "een handelingsplan en het OPP. Hoe de kolommen heten en in welke volgorde ze staan, maakt niet uit.",
    "Zo’n lijst stel je zelf samen in je schooladministratie of in Excel. Excel, LibreOffice en CSV kunnen allemaal.",
)
KEPT = (
    "Je wijst eerst aan wat er in de kolommen staat, en ziet dan per leerling wat er verandert. Er wordt pas iets "
    "opgeslagen als je op ‘Overnemen’ drukt.",
    "Er komen nooit leerlingen bij: die komen uit EDEXML. Een lege cel verandert niets, en wat niet in de tabel staat "
    "blijft zoals het is.",
)


class ChoosePanel(QWidget):
    """Where a table comes from, and what happens with it.

    Signals:
        choose_wanted: show the list of files.
        paste_wanted: take what was copied.
    """

    choose_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = Banner("bad", CANNOT)
        self.button = Button("Kies een bestand", "primary", icon="importeer")
        self.paste = Button("Plak de tabel", icon="document", shortcut="Ctrl+V")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        column.addWidget(self.problem)
        column.addWidget(self._drop_card())
        column.addWidget(_texts("Welke tabel?", WHICH))
        column.addWidget(_texts("Wat gebeurt ermee?", KEPT))
        column.addStretch(1)
        self.problem.hide()
        self.button.clicked.connect(self.choose_wanted)
        self.paste.clicked.connect(self.paste_wanted)

    def refuse(self, sentence: str) -> None:
        """Say why a table cannot be used; an empty sentence takes that away."""
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.problem.set("bad", CANNOT, f"{sentence} Er is niets veranderd.")

    def _drop_card(self) -> Card:
        card = Card()
        centre = Qt.AlignmentFlag.AlignHCenter
        card.body.setContentsMargins(*[scale.space(4)] * 4)
        card.body.addWidget(RoundSign("importeer"), 0, centre)
        for words in (
            Heading("Sleep een lijst hierheen"),
            Muted("Excel, LibreOffice of CSV; of kopieer de rijen, met de koppen erbij, en plak ze hier"),
        ):
            words.setAlignment(centre)
            card.add(words)
        card.body.addSpacing(scale.space(1))
        row = QHBoxLayout()
        card.add(row)
        row.setSpacing(scale.space(1))
        row.addStretch(1)
        row.addWidget(self.button)
        row.addWidget(self.paste)
        row.addStretch(1)
        return card


def _texts(heading: str, lines: tuple[str, ...]) -> Card:
    card = Card(heading, quiet=True)
    for line in lines:
        card.add(Text(line))
    return card
