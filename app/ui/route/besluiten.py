"""The decisions that can be taken at a station: what was decided, and what still can be."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import kort
from app.models.route import Routestap
from app.models.routes.definition import EINDE, Besluit, RouteDefinitie
from app.models.routes.woorden import besluitantwoorden
from app.storage.routeblad import Halte
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Small, Text


class DecisionsCard(RefilledCard):
    """Each decision of a station, taken or not, and what it asks for first.

    Signals:
        wanted: a `Besluit` to record.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Besluiten hier")

    def show_decisions(self, definitie: RouteDefinitie, halte: Halte, today: date, *, can: bool) -> None:
        """Show the decisions of a station.

        Parameters:
            can: whether decisions can be recorded here now.
        """
        self.setVisible(bool(halte.station.besluiten))
        column = self.renew((halte.station, halte.besluiten, can, today))
        if column is None:
            return
        column.setSpacing(scale.space(2))
        last = {each.besluit: each for each in halte.besluiten}
        for besluit in halte.station.besluiten:
            column.addWidget(self._entry(definitie, besluit, last.get(besluit.id), today, can))

    def _entry(
        self, definitie: RouteDefinitie, besluit: Besluit, taken: Routestap | None, today: date, can: bool
    ) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(2))
        column = QVBoxLayout()
        column.setSpacing(scale.space(0.25))
        column.addWidget(Flow(Text(besluit.titel, "strong"), *_chips(definitie, besluit, taken, today)))
        about = _told(definitie, taken) if taken is not None else besluit.hint
        if about:
            column.addWidget(Small(about))
        row.addLayout(column, 1)
        if can:
            button = Button("Leg opnieuw vast" if taken else "Leg vast", "quiet" if taken else "secondary", small=True)
            button.setAccessibleName(f"{button.text()}: {besluit.titel}")
            button.clicked.connect(partial(self.wanted.emit, besluit))
            row.addWidget(button)
        return entry


def _told(definitie: RouteDefinitie, taken: Routestap) -> str:
    """Who decided it, and what was recorded with it, in one line."""
    by = f"door {taken.door}" if taken.door else ""
    return " · ".join(filter(None, (by, *besluitantwoorden(taken, definitie), taken.reden)))


def _chips(definitie: RouteDefinitie, besluit: Besluit, taken: Routestap | None, today: date) -> list[Chip]:
    if taken is not None:
        day = f"besloten {kort(taken.datum, today)}" if taken.datum else "besloten"
        return [Chip(day, "good", "vink")]
    if besluit.leidt_naar == EINDE:
        return [Chip("hiermee eindigt de route", "neutral", "pijl-rechts")]
    if not besluit.leidt_naar:
        return []
    return [Chip(f"leidt naar {definitie.station(besluit.leidt_naar).kort}", "info", "pijl-rechts")]
