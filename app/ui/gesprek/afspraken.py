"""The agreements of last time, on top of the conversation: looked back on first."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.bespreking import Afspraak
from app.models.datums import kort
from app.storage.gesprekslijst import Gespreksblad
from app.ui.theme import scale
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.labels import Muted, Small


class AgreementsCard(RefilledCard):
    """Open agreements of the pupil; a tick says that one is done.

    Signals:
        settled: the agreement, and whether it is done.
    """

    settled = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__("Afspraken die lopen")

    def show_agreements(self, blad: Gespreksblad, today: date) -> None:
        """Show what is open, the earliest day first. An evaluation belongs to the leerlingbespreking, not here."""
        agreed = [each for each in blad.afspraken if each.soort == "afspraak"]
        column = self.renew((agreed, today))
        if column is None:
            return
        if not agreed:
            column.addWidget(Muted("Er staan geen afspraken open van een vorig gesprek."))
        for afspraak in sorted(agreed, key=lambda each: (each.voor or date.max, each.id)):
            column.addWidget(self._entry(afspraak, today))

    def _entry(self, afspraak: Afspraak, today: date) -> QWidget:
        entry = QWidget()
        box = CheckBox(afspraak.wat)
        box.changed.connect(partial(self._tell, afspraak, box))
        until = f"uiterlijk {kort(afspraak.voor, today)}" if afspraak.voor else ""
        about = " · ".join(part for part in (afspraak.wie, until) if part)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(box)
        if about:
            small = Small(about)
            small.setContentsMargins(box.indent(), 0, 0, scale.space(0.5))
            column.addWidget(small)
        return entry

    def _tell(self, afspraak: Afspraak, box: CheckBox) -> None:
        self.settled.emit(afspraak, box.value())
