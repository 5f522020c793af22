"""What another policy would change in a school year, to be seen before it is written."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.beleidsverschil import Beleidsverschil, Momentverschil
from app.models.jaarplan import Gespreksmoment
from app.ui.instellingen.jaarwoorden import reeks
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small, Text

CHIPS = {
    "nieuw": ("nieuw", "good", "plus"),
    "weg": ("vervalt", "bad", "kruis"),
    "anders": ("anders", "warn", "potlood"),
}
NOTHING = "Aan de gesprekken van dit jaar verandert niets."


class VerschilDialog(Dialog):
    """Shows the difference; accepting it means to write it.

    Parameters:
        lead: which policy, and whether it holds.
        accept: words of the button.
    """

    def __init__(
        self, parent: QWidget | None, schooljaar: str, verschil: Beleidsverschil, lead: str, accept: str
    ) -> None:
        super().__init__(parent, f"Wat verandert er in {schooljaar}?", accept=accept, cancel="Terug", characters=84)
        self.add(Text(lead))
        if verschil.leeg:
            self.add(Muted(NOTHING))
        if verschil.knelpunten:
            self.add(Banner("warn", "Let op in het nieuwe jaarplan", "\n".join(verschil.knelpunten)))
        if verschil.veranderd:
            card = Card("Momenten")
            for each in verschil.veranderd:
                card.add(_moment(each))
            self.add(card)
        if verschil.regels:
            card = Card("Afspraken")
            for sentence in verschil.regels:
                card.add(Text(sentence))
            self.add(card)
        same = [each.titel for each in verschil.momenten if each.wat == "gelijk"]
        if same and not verschil.leeg:
            self.add(Muted(f"Blijft zoals het is: {', '.join(same)}."))


def _moment(each: Momentverschil) -> QWidget:
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, scale.space(1))
    column.setSpacing(scale.space(0.25))
    column.addWidget(Flow(Text(each.titel, "strong"), Chip(*CHIPS[each.wat])))
    same_days = each.voor is not None and each.na is not None and each.voor.dagen == each.na.dagen
    if each.voor is not None and not same_days:
        column.addWidget(Small(f"Nu: {_when(each.voor)}"))
    if each.na is not None:
        column.addWidget(Small(f"{'Blijft' if same_days else 'Straks'}: {_when(each.na)}"))
    for reason in each.redenen:
        column.addWidget(Small(reason[:1].upper() + reason[1:]))
    if each.blijven:
        column.addWidget(Text(each.blijven))
    return entry


def _when(moment: Gespreksmoment) -> str:
    if moment.van is None or moment.tot is None:
        return f"geen schooldag ({moment.reden})"
    return f"{reeks(moment.van, moment.tot)} · {moment.reden}"
