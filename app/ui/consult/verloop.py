"""How an application came where it is, and what came before and after it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.models.consult import CONSULT_STATUSSEN, Consult
from app.models.datums import kort
from app.ui.consult.opdrachten import Getoond
from app.ui.place import Place
from app.ui.widgets.buttons import Link
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Small, Text


class HistoryCard(RefilledCard):
    """Steps, the last one first, each with its day and by whom.

    Signals:
        place_wanted: a `Place` to go to.
    """

    place_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Verloop")

    def show_history(self, shown: Getoond, today: date) -> None:
        """Show what happened."""
        blad = shown.blad
        column = self.renew((shown.verloop, blad.eerder, blad.vervolg, today))
        if column is None:
            return
        if blad.vervolg is not None:
            self._add_other(column, "Vervolg", *blad.vervolg)
        for stap in reversed(shown.verloop):
            words = CONSULT_STATUSSEN.get(stap.status, stap.status)
            about = " · ".join(filter(None, (kort(stap.dag, today), stap.door)))
            column.addWidget(Flow(Text(words, "strong", wrap=False), Small(about)))
        if blad.eerder is not None:
            self._add_other(column, "Volgt op", *blad.eerder)

    def _add_other(self, column: QVBoxLayout, label: str, consult: Consult, titel: str) -> None:
        link = Link(titel)
        link.setAccessibleName(f"{label}: {titel}")
        link.clicked.connect(partial(self.place_wanted.emit, Place("consult", consult.id)))
        column.addWidget(Flow(Small(label), link, Chip(CONSULT_STATUSSEN[consult.status])))
