"""The decisions that can be taken at a station: what was decided, and what still can be."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import kort
from app.models.route import Routestap
from app.models.routes.definition import EINDE, Besluit, RouteDefinitie, Station
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

    def show_decisions(
        self, definitie: RouteDefinitie, station: Station, steps: Sequence[Routestap], today: date, *, can: bool
    ) -> None:
        """Show the decisions of a station.

        Parameters:
            steps: of the whole route.
            can: whether decisions can be recorded here now.
        """
        taken = tuple(each for each in steps if each.soort == "besluit" and each.van == station.id)
        self.setVisible(bool(station.besluiten))
        column = self.renew((station, taken, can, today))
        if column is None:
            return
        column.setSpacing(scale.space(2))
        names = {each.id: each.titel for each in definitie.stations} | {EINDE: ""}
        last = {each.besluit: each for each in taken}
        for besluit in station.besluiten:
            column.addWidget(self._entry(besluit, last.get(besluit.id), names, today, can))

    def _entry(
        self, besluit: Besluit, taken: Routestap | None, names: Mapping[str, str], today: date, can: bool
    ) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(2))
        column = QVBoxLayout()
        column.setSpacing(scale.space(0.25))
        column.addWidget(Flow(Text(besluit.titel, "strong"), *_chips(besluit, taken, names, today)))
        about = answers(besluit, taken) if taken is not None else besluit.hint
        if about:
            column.addWidget(Small(about))
        row.addLayout(column, 1)
        if can:
            button = Button("Leg opnieuw vast" if taken else "Leg vast", "quiet" if taken else "secondary", small=True)
            button.setAccessibleName(f"{button.text()}: {besluit.titel}")
            button.clicked.connect(partial(self.wanted.emit, besluit))
            row.addWidget(button)
        return entry


def answers(besluit: Besluit, taken: Routestap) -> str:
    """Who decided it, and what was recorded with it, in one line."""
    said = ((each, str(taken.waarden.get(each.id, ""))) for each in besluit.vraagt)
    told = [f"{vraag.titel}: {vraag.label(answer)}" for vraag, answer in said if answer]
    return " · ".join(filter(None, (f"door {taken.door}" if taken.door else "", *told, taken.reden)))


def _chips(besluit: Besluit, taken: Routestap | None, names: Mapping[str, str], today: date) -> list[Chip]:
    if taken is not None:
        day = f"besloten {kort(taken.datum, today)}" if taken.datum else "besloten"
        return [Chip(day, "good", "vink")]
    if besluit.leidt_naar == EINDE:
        return [Chip("hiermee eindigt de route", "neutral", "pijl-rechts")]
    return [Chip(f"leidt naar {names[besluit.leidt_naar]}", "info", "pijl-rechts")] if besluit.leidt_naar else []
