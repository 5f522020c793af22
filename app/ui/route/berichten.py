"""Who is informed when and how: those who must be, in the words of the route, and others besides."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.datums import kort
from app.models.route import Routebericht
from app.models.routes.definition import Informeren
from app.storage.routeblad import Halte, Routeblad
from app.ui.route.regel import sign_line
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.labels import Muted
from app.ui.widgets.sign import Sign


class MessagesCard(RefilledCard):
    """What was told to whom at a station, and what still must be.

    Signals:
        wanted: an `Informeren` of which it can be noted that it was told, or None for somebody else.
        removed: a `Routebericht` that is taken away.
    """

    wanted = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Wie is geïnformeerd")
        self.other = Button("Iemand anders", icon="plus", small=True)
        self.other.clicked.connect(partial(self.wanted.emit, None))
        self.add_beside_heading(self.other)

    def show_messages(self, halte: Halte, blad: Routeblad, today: date, *, can: bool) -> None:
        """Show the messages of a station.

        Parameters:
            can: whether something can be noted here now.
        """
        here = tuple(each for each in blad.berichten if each.station == halte.station.id)
        self.other.setVisible(can)
        waiting = _waiting(halte, blad)
        column = self.renew((halte.station, here, waiting, today, can))
        if column is None:
            return
        column.setSpacing(scale.space(1.5))
        for message in here:
            column.addWidget(self._told(message, today))
        for asked in waiting:
            column.addWidget(self._to_tell(asked, can and not asked.bij_mpo))
        if not here and not waiting:
            column.addWidget(Muted("Bij dit station hoeft niemand bericht te krijgen. Noteren kan altijd."))

    def _told(self, message: Routebericht, today: date) -> QWidget:
        day = kort(message.op, today) if message.op else ""
        by = f"verteld door {message.door}" if message.door else ""
        words = " · ".join(filter(None, (day, message.hoe, by, message.waarover)))
        remove = IconButton("prullenbak", f"Haal weg: {message.wie}")
        remove.clicked.connect(partial(self.removed.emit, message))
        return sign_line(Sign("vink", "good"), message.wie, words, remove)

    def _to_tell(self, each: Informeren, can: bool) -> QWidget:
        by = f"door {each.door}" if each.door else ""
        about = f"over {each.waarover}" if each.waarover else ""
        note = Button("Noteer", small=True)
        note.setAccessibleName(f"Noteer dat {each.wie} het weet")
        note.clicked.connect(partial(self.wanted.emit, each))
        words = " ".join(filter(None, ("nog niet,", by, about))).rstrip(",")
        return sign_line(Sign("ring", "muted"), each.wie, words, *([note] if can else ()))


def _waiting(halte: Halte, blad: Routeblad) -> tuple[Informeren, ...]:
    """Who must be told still; the outcome of an MPO is told when the MPO says so."""
    outcomes = [each.mpo for each in blad.mpos if each.mpo.station == halte.station.id and each.mpo.uitkomst]
    told_all = bool(outcomes) and all(each.directeur_op for each in outcomes)
    asked = (each.informeren for each in halte.informeert if each.bericht is None)
    return tuple(each for each in asked if not (each.bij_mpo and told_all))
