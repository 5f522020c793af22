"""The decisions that can be taken at a station: what was decided, and what still can be."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import kort
from app.models.route import Routestap
from app.models.routes.definition import EINDE, Besluit, RouteDefinitie
from app.models.routes.woorden import besluitantwoorden
from app.storage.routeblad import Halte, Routeblad
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Small, Text
from app.ui.widgets.sign import Sign


class DecisionsCard(RefilledCard):
    """Each decision of a station, taken or not, and what it asks for first.

    Signals:
        wanted: a `Besluit` to record.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Besluiten hier")

    def show_decisions(self, blad: Routeblad, halte: Halte, today: date, *, can: bool) -> None:
        """Show the decisions of a station; one that can't be taken yet says why.

        Parameters:
            can: whether decisions can be recorded here now.
        """
        self.setVisible(bool(halte.station.besluiten))
        against = dict(blad.mogelijk.besluiten) if can else {}
        column = self.renew((halte.station, halte.besluiten, against, can, today))
        if column is None:
            return
        column.setSpacing(scale.space(2))
        last = {each.besluit: each for each in halte.besluiten}
        for besluit in halte.station.besluiten:
            refused = against.get(besluit.id, ())
            entry, row = _entry(blad.definitie, besluit, last.get(besluit.id), refused, today)
            column.addWidget(entry)
            if can and not refused:
                row.addWidget(self._button(besluit, besluit.id in last))

    def _button(self, besluit: Besluit, again: bool) -> Button:
        button = Button("Leg opnieuw vast" if again else "Leg vast", "quiet" if again else "secondary", small=True)
        button.setAccessibleName(f"{button.text()}: {besluit.titel}")
        button.clicked.connect(partial(self.wanted.emit, besluit))
        return button


def _entry(
    definitie: RouteDefinitie, besluit: Besluit, taken: Routestap | None, refused: tuple[str, ...], today: date
) -> tuple[QWidget, QHBoxLayout]:
    """A decision, with why it can't be taken yet, and the row in which its button comes."""
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scale.space(2))
    column = QVBoxLayout()
    row.addLayout(column, 1)
    column.setSpacing(scale.space(0.25))
    column.addWidget(Flow(Text(besluit.titel, "strong"), *_chips(definitie, besluit, taken, today)))
    about = _told(definitie, taken) if taken is not None else besluit.hint
    if about:
        column.addWidget(Small(about))
    if refused:
        column.addWidget(_refusal(refused))
    return entry, row


def _refusal(reasons: tuple[str, ...]) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scale.space(0.75))
    row.addWidget(Sign("slot", "muted", 1.0), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Small(" ".join(reasons)), 1)
    return line


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
