"""The MPO's of a route: who was at the table, about what, and what came of it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.bespreking import Afspraak
from app.models.datums import kort, lang, weekdag
from app.models.route import MPO_UITKOMSTEN, Mpo
from app.storage.routeblad import Overleg
from app.ui.route.mpo_dialoog import STATES
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, IconButton, Link
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.fact import fact
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small


class MpoCard(RefilledCard):
    """Each MPO with its parties, agenda and outcome.

    Signals:
        wanted: what (`plan`, `wijzig`, `uitnodiging`, `verslag`, `uitkomst`, `directeur` or `weg`) and the `Mpo`,
            None for `plan`.
    """

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("MeerPartijenOverleg")
        self.plan = Button("Plan een MPO", icon="plus", small=True)
        self.plan.clicked.connect(partial(self.wanted.emit, "plan", None))
        self.add_beside_heading(self.plan)

    def show_mpos(self, meetings: tuple[Overleg, ...], today: date, *, can: bool) -> None:
        """Show the MPO's of a route, the last one first.

        Parameters:
            can: whether a new one can be planned now.
        """
        self.plan.setVisible(can)
        self.setVisible(can or bool(meetings))
        column = self.renew((meetings, today))
        if column is None:
            return
        column.setSpacing(scale.space(2.5))
        if not meetings:
            column.addWidget(Muted("Nodig de ouders en de andere partijen uit, met een agenda die iedereen kent."))
        for each in meetings:
            column.addWidget(self._entry(each, today))

    def _entry(self, each: Overleg, today: date) -> QWidget:
        mpo = each.mpo
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.5))
        when = ", ".join(filter(None, (_day(mpo), mpo.tijd, mpo.plaats)))
        change = Link(when)
        change.setAccessibleName(f"Wijzig het MPO: {when}")
        change.clicked.connect(partial(self.wanted.emit, "wijzig", mpo))
        column.addWidget(Flow(change, *_chips(mpo, today)))
        table = ", ".join(filter(None, (*(one.naam for one in each.partijen), *mpo.anderen)))
        column.addWidget(Small(f"Aan tafel: {table}" if table else "Er is nog niemand uitgenodigd."))
        agreed = "\n".join(_agreement(one) for one in each.afspraken)
        for label, words in (("Agenda", mpo.agenda), ("Uitkomst", mpo.toelichting), ("Afspraken", agreed)):
            if words:
                column.addWidget(fact(label, words))
        column.addWidget(self._buttons(each))
        return entry

    def _buttons(self, overleg: Overleg) -> Flow:
        mpo = overleg.mpo
        minutes = self._button("Open het verslag" if mpo.formulier else "Maak verslag", "document", "verslag", mpo)
        outcome = self._button(
            "Wijzig de uitkomst" if mpo.uitkomst else "Leg de uitkomst vast", "vink", "uitkomst", mpo
        )
        buttons: list[QWidget] = [minutes, outcome]
        if not mpo.uitkomst and (overleg.partijen or mpo.anderen):
            buttons.insert(0, self._button("Maak de uitnodiging", "document", "uitnodiging", mpo))
        if mpo.uitkomst and mpo.directeur_op is None:
            buttons.append(self._button("Directeur geïnformeerd", "mensen", "directeur", mpo))
        if not mpo.uitkomst and not mpo.formulier:
            buttons.append(self._remove(mpo))
        return Flow(*buttons)

    def _button(self, words: str, icon: str, what: str, mpo: Mpo) -> Button:
        button = Button(words, icon=icon, small=True)
        button.clicked.connect(partial(self.wanted.emit, what, mpo))
        return button

    def _remove(self, mpo: Mpo) -> IconButton:
        button = IconButton("prullenbak", "Haal dit MPO weg")
        button.clicked.connect(partial(self.wanted.emit, "weg", mpo))
        return button


def _agreement(afspraak: Afspraak) -> str:
    return " · ".join(filter(None, (afspraak.wat, afspraak.wie)))


def _day(mpo: Mpo) -> str:
    return f"{weekdag(mpo.datum)} {lang(mpo.datum)}" if mpo.datum else "nog geen dag"


def _chips(mpo: Mpo, today: date) -> list[Chip]:
    chips = [Chip("coördinator erbij", "info", "persoon")] if mpo.coordinator else []
    if not mpo.uitkomst:
        held = mpo.datum is not None and mpo.datum < today
        return [
            *chips,
            Chip("uitkomst nog vastleggen", "warn", "klok") if held else Chip("gepland", "info", "kalender"),
        ]
    chips.append(Chip(MPO_UITKOMSTEN[mpo.uitkomst], STATES[mpo.uitkomst], "vink"))
    if mpo.directeur_op is None:
        return [*chips, Chip("directeur nog informeren", "warn", "waarschuwing")]
    return [*chips, Chip(f"directeur weet het, {kort(mpo.directeur_op, today)}", "good", "vink")]
