"""The annexes of an application: the checklist of its kind, with the files."""

from PySide6.QtWidgets import QWidget

from app.storage.consulten import Consultblad
from app.ui.bijlagen.lijst import BijlageLijst
from app.ui.context import Context
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.undo_bar import UndoBar


class AnnexesCard(Card):
    """The list, and how much of it is still to judge.

    Parameters:
        bar: where taking back is offered.
    """

    def __init__(self, context: Context, bar: UndoBar) -> None:
        super().__init__("Bijlagen")
        self.state = Chip("")
        self.add_beside_heading(self.state)
        self.list = BijlageLijst(context, bar=bar)
        self.add(self.list)
        self._shown = ("", "")

    def show_annexes(self, blad: Consultblad) -> None:
        """Show the annexes of a consult. The list follows changes by itself."""
        place = (blad.leerling.id, blad.consult.id)
        if place != self._shown:
            self._shown = place
            self.list.set_plek(*place, blad.soort.bijlagen)
        todo = sum(bool(each.mist) for each in blad.punten)
        files = sum(each.bestanden for each in blad.punten)
        if todo:
            self.state.set(f"nog {todo} te bekijken", "warn", "waarschuwing")
        else:
            self.state.set(f"{files} bijgevoegd" if files else "klaar", "good", "vink")

    def line(self, punt: str) -> QWidget:
        """A line of the checklist."""
        return self.list.regel(punt)

    def focus_line(self, punt: str) -> None:
        """Go to where a line of the checklist is judged."""
        self.list.regel(punt).staat.setFocus()
