"""The first step: choosing a file, by button or by dropping it here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Heading, Muted, Text
from app.ui.widgets.sign import RoundSign

WHERE = (
    "ParnasSys: kies bij Exporteren voor ‘EDEX & UWLR (nieuw)’.",
    "Esis: kies bij Exporteren voor ‘EDEXML’.",
    "Het bestand heet meestal EDEX.XML. Zie je de keuze niet? Vraag het de beheerder van je administratie.",
)
NEVER = (
    "Ruggespraak neemt namen, geboortedata, groepen, jaargroepen en leerkrachten over. De rest blijft in het bestand "
    "en komt nergens terecht: burgerservicenummer, onderwijsnummer, afkomst, leerlinggewicht, postcode en foto."
)
KEPT = (
    "Wat niet in EDEXML staat, verandert nooit: ouders, gezin, niveaus, plannen, formulieren en aantekeningen. Je ziet "
    "eerst wat er verandert. Er wordt pas iets opgeslagen als je op ‘Overnemen’ drukt."
)


class ChoosePanel(QWidget):
    """Where a file comes from, and what happens with it.

    Signals:
        choose_wanted: show the list of files.
    """

    choose_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = Banner("bad", "Dit bestand kan niet worden ingelezen")
        self.button = Button("Kies een bestand", "primary", icon="importeer")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        column.addWidget(self.problem)
        column.addWidget(self._drop_card())
        column.addWidget(_texts("Waar vind je het bestand?", WHERE))
        column.addWidget(_texts("Wat gebeurt er met de gegevens?", (KEPT, NEVER)))
        column.addStretch(1)
        self.problem.hide()
        self.button.clicked.connect(self.choose_wanted)

    def refuse(self, sentence: str) -> None:
        """Say why a file cannot be used; an empty sentence takes that away."""
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.problem.set("bad", "Dit bestand kan niet worden ingelezen", f"{sentence} Er is niets veranderd.")

    def _drop_card(self) -> Card:
        card = Card()
        centre = Qt.AlignmentFlag.AlignHCenter
        card.body.setContentsMargins(*[scale.space(4)] * 4)
        card.body.addWidget(RoundSign("importeer"), 0, centre)
        for words in (Heading("Sleep het EDEXML-bestand hierheen"), Muted("of kies het zelf")):
            words.setAlignment(centre)
            card.add(words)
        card.body.addSpacing(scale.space(1))
        card.body.addWidget(self.button, 0, centre)
        return card


def _texts(heading: str, lines: tuple[str, ...]) -> Card:
    card = Card(heading, quiet=True)
    for line in lines:
        card.add(Text(line))
    return card
