"""The card of the dossier with files of the pupil: reports of before, research, letters."""

from app.ui.bijlagen.lijst import BijlageLijst
from app.ui.context import Context
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Muted
from app.ui.widgets.undo_bar import UndoBar

LEAD = "Oude verslagen in Word, een onderzoek, een brief: alles wat bij deze leerling hoort."


class AnnexesCard(Card):
    """Files of one pupil that belong to no consult or route.

    Parameters:
        bar: where taking back is offered.
    """

    def __init__(self, context: Context, bar: UndoBar) -> None:
        super().__init__("Bijlagen")
        self.lijst = BijlageLijst(context, bar=bar)
        self.add(Muted(LEAD))
        self.add(self.lijst)

    def show_pupil(self, leerling: str) -> None:
        """Show the files of this pupil."""
        self.lijst.set_plek(leerling)
