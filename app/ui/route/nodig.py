"""What must be there before the route goes on: what is, what misses, and the way to it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.datums import kort
from app.models.routes.definition import ZELF_AF_TE_VINKEN, Vereiste
from app.storage.routeblad import Vereistestaat
from app.storage.routes import Mist
from app.ui.route.regel import sign_line
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.sign import Sign

WAYS = {
    "opp": "Naar het OPP",
    "beginsituatie": "Naar het OPP",
    "ondersteuningsvraag": "Naar het OPP",
    "mpo_uitkomst": "Naar het MPO",
    "besluit": "Leg het besluit vast",
    "toestemming": "Naar de toestemming",
}
"""Where each kind of requirement is met."""


class NeedsCard(RefilledCard):
    """The requirements of a station, each with a sign, and for what misses the button that leads to it.

    Signals:
        wanted: what (`vink_af`, `toch_niet` or `ga`) and the `Vereiste`.
    """

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("Nodig voordat het verder gaat")
        self.state = Chip("")
        self.add_beside_heading(self.state)

    def show_needs(
        self, needs: tuple[Vereistestaat, ...], to_tell: tuple[Mist, ...], today: date, *, can: bool
    ) -> None:
        """Show what a station asks for.

        Parameters:
            to_tell: who must be informed before it goes on; that is noted on a card of its own.
            can: whether anything can be done about it now.
        """
        missing = sum(not each.is_er for each in needs) + len(to_tell)
        self.setVisible(bool(needs or to_tell))
        if missing:
            self.state.set(f"mist {missing}", "warn" if can else "neutral", "waarschuwing" if can else "")
        else:
            self.state.set("alles is er", "good", "vink")
        column = self.renew((needs, to_tell, today, can))
        if column is None:
            return
        column.setSpacing(scale.space(1.5))
        for each in needs:
            column.addWidget(self._entry(each, today, can))
        for one in to_tell:
            column.addWidget(sign_line(Sign("ring", "warn"), one.tekst, one.hint))

    def _entry(self, each: Vereistestaat, today: date, can: bool) -> QWidget:
        sign = Sign("vink", "good") if each.is_er else Sign("ring", "warn")
        about = _since(each, today) if each.is_er else each.vereiste.hint
        return sign_line(sign, each.vereiste.titel, about, *(self._buttons(each) if can else ()))

    def _buttons(self, each: Vereistestaat) -> list[QWidget]:
        asked = each.vereiste
        if each.is_er:
            undo = IconButton("ongedaan", f"Toch niet: {asked.titel}")
            return [self._tell(undo, "toch_niet", asked)] if each.op else []
        buttons: list[QWidget] = []
        if asked.soort in ZELF_AF_TE_VINKEN:
            by_hand = Button("Is er", icon="vink", small=True)
            by_hand.setAccessibleName(f"Is er: {asked.titel}")
            buttons.append(self._tell(by_hand, "vink_af", asked))
        if asked.soort in WAYS:
            way = Button(WAYS[asked.soort], icon="pijl-rechts", small=True)
            way.setAccessibleName(f"{WAYS[asked.soort]}: {asked.titel}")
            buttons.append(self._tell(way, "ga", asked))
        return buttons

    def _tell(self, button: Button | IconButton, what: str, each: Vereiste) -> QWidget:
        button.clicked.connect(partial(self.wanted.emit, what, each))
        return button


def _since(each: Vereistestaat, today: date) -> str:
    day = f"afgevinkt, {kort(each.op, today)}" if each.op else ""
    return " · ".join(filter(None, (day, each.toelichting)))
