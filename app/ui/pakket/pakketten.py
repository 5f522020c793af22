"""What a view puts on screen to make packs: it asks what goes along, makes it and logs it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.aanvraag import Aanvraagdossier
from app.models.overdracht import Overdracht
from app.storage.aanvragen import aanvraagdossier
from app.storage.archive import Archive
from app.storage.overdrachten import overdracht
from app.ui.context import Context
from app.ui.pakket.aanbod import Pakketaanbod
from app.ui.pakket.aanvraag import aanvraagpakket
from app.ui.pakket.dialoog import PakketDialoog
from app.ui.pakket.maken import PakketMaker
from app.ui.pakket.overdracht import overdrachtpakket


class Pakketten(QWidget):
    """Makes the packs of a view, and tells in its place what came of it. Takes no room until then.

    Signals:
        made: a pack was made and logged.
        told: something is told here that one should see.
    """

    made = Signal()
    told = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.maker = PakketMaker(context)
        self.maker.made.connect(self.made)
        self.maker.told.connect(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.maker)

    def show_for(self, record: str) -> None:
        """Say on the page of which `Consult` or `Route` this stands; of those of others nothing is told there."""
        self.maker.show_for(record)

    def dismiss(self) -> None:
        """Take away what was told of a pack that is ready: one has gone on."""
        self.maker.dismiss()

    def aanvraag(self, consult: str) -> None:
        """Ask what of the application of a consult goes along, and make it.

        Parameters:
            consult: id of the `Consult`.
        """
        question = partial(_read_application, consult, self._context.vandaag())
        self._context.db.ask(question, self._offer_application, owner=self)

    def overdracht(self, route: str) -> None:
        """Ask what goes into the hand-over dossier of a route, and make it.

        Parameters:
            route: id of the `Route`.
        """
        question = partial(_read_hand_over, route, self._context.vandaag())
        self._context.db.ask(question, self._offer_hand_over, owner=self)

    def _offer_application(self, found: Aanvraagdossier) -> None:
        self._offer(aanvraagpakket(found, self._context))

    def _offer_hand_over(self, found: Overdracht) -> None:
        self._offer(overdrachtpakket(found, self._context))

    def _offer(self, aanbod: Pakketaanbod) -> None:
        keuze = PakketDialoog.ask(self.window(), self._context, aanbod)
        if keuze is not None:
            self.maker.make(aanbod, keuze)


def _read_application(consult: str, today: date, archive: Archive) -> Aanvraagdossier:
    return aanvraagdossier(archive, consult, today)


def _read_hand_over(route: str, today: date, archive: Archive) -> Overdracht:
    return overdracht(archive, route, today)
