"""What was agreed in the last conversation, on top of the next one: looked back on together, and ticked."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.bespreking import Afspraak
from app.models.datums import kort
from app.ui.formulier.controller import FormController
from app.ui.theme import scale
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.labels import Small


class Terugblik(Card):
    """The agreements of the last conversation, whatever kind it was.

    Parameters:
        controller: of the form that is filled in now.
        today: against which a day is written short.
    """

    def __init__(self, controller: FormController, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_heading(controller, today), quiet=True, parent=parent)
        self._controller = controller
        for afspraak in sorted(controller.blad.vorige_afspraken, key=lambda each: (each.voor or date.max, each.id)):
            if afspraak.staat != "vervallen":
                self.add(self._entry(afspraak, today))

    def _entry(self, afspraak: Afspraak, today: date) -> QWidget:
        entry = QWidget()
        tick = CheckBox(afspraak.wat, afspraak.staat == "gedaan")
        tick.changed.connect(partial(self._settle, afspraak.id, tick))
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tick)
        until = f"uiterlijk {kort(afspraak.voor, today)}" if afspraak.voor else ""
        about = " · ".join(part for part in (afspraak.wie, until, afspraak.resultaat) if part)
        if about:
            small = Small(about)
            small.setContentsMargins(tick.indent(), 0, 0, scale.space(0.5))
            column.addWidget(small)
        return entry

    def _settle(self, afspraak: str, tick: CheckBox) -> None:
        self._controller.settle(afspraak, done=tick.value())


def _heading(controller: FormController, today: date) -> str:
    vorige, definitie = controller.blad.vorige, controller.blad.vorige_definitie
    when = kort(vorige.datum, today) if vorige and vorige.datum else ""
    what = definitie.titel.lower() if definitie else ""
    return " · ".join(("Vorige keer afgesproken", " ".join(part for part in (what, when) if part)))
