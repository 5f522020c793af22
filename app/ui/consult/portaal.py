"""The steps in the portal of the samenwerkingsverband, as a checklist with what to do where."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.consult import Consult
from app.models.consulten.definition import NIET_NODIG, NOG_ONBEKEND, Consultsoort, Stap
from app.models.datums import als_datum, kort
from app.ui.theme import scale
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Muted, Small, Text

OPEN = ("concept", "volledig")
"""Statuses in which the steps can still be ticked."""


class PortalCard(RefilledCard):
    """One box per step; of a step that is only sometimes needed a second one, that it isn't.

    Signals:
        ticked: id of the step, and `ja`, `nvt` or empty.
    """

    ticked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("Aanvragen in het portaal")
        self.state = Chip("")
        self.add_beside_heading(self.state)
        self._enabled = True

    def show_steps(self, consult: Consult, soort: Consultsoort, today: date) -> None:
        """Show how far the steps are."""
        done = sum(bool(consult.stappen.get(each.id)) for each in soort.stappen)
        total = len(soort.stappen)
        complete = done == total
        self.state.set(f"{done} van {total}", "good" if complete else "neutral", "vink" if complete else "")
        self.setVisible(bool(soort.stappen))
        self._enabled = consult.status in OPEN
        about = (consult.stappen, soort, today, self._enabled)
        focused = self._free_focus() if not self.shows(about) else ""
        column = self.renew(about)
        if column is None:
            return
        column.addWidget(Muted(f"Dit doe je zelf in {soort.portaal}. Vink af wat klaar is."))
        for number, stap in enumerate(soort.stappen, 1):
            column.addWidget(self._step(number, stap, consult.stappen.get(stap.id, ""), today))
        for box in self._boxes():
            if focused and box.objectName() == focused and box.isEnabled():
                box.setFocus()  # the keyboard stays where it was

    def focus_first(self) -> None:
        """Go to the first step that was neither done nor found unneeded."""
        settled = {_step_of(each) for each in self._boxes() if each.value()}
        first = next((each for each in self._boxes() if _step_of(each) not in settled), None)
        if first is not None:
            first.setFocus()

    def _free_focus(self) -> str:
        """Name of the box with the focus. It lets go of it: else Qt moves it on, and the page scrolls along."""
        box = next((each for each in self._boxes() if each.hasFocus()), None)
        if box is None:
            return ""
        box.clearFocus()
        return box.objectName()

    def _boxes(self) -> list[CheckBox]:
        return self._content.findChildren(CheckBox) if self._content is not None else []

    def _step(self, number: int, stap: Stap, said: str, today: date) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, scale.space(0.5), 0, 0)
        column.setSpacing(scale.space(0.25))
        day = als_datum(said)
        box = CheckBox(f"{number}. {stap.titel}", day is not None)
        box.setObjectName(f"{stap.id} ja")
        box.setEnabled(self._enabled)
        box.changed.connect(partial(self._tick, stap.id, box, "ja"))
        column.addWidget(box)
        where = f"Menu ‘{stap.waar}’ · gedaan op {kort(day, today)}" if day else f"Menu ‘{stap.waar}’"
        words = (Small(where), Text(stap.wat))
        for each in words:
            each.setContentsMargins(box.indent(), 0, 0, 0)
            column.addWidget(each)
        if stap.alleen_als == NOG_ONBEKEND:
            known = CheckBox("Niet nodig: de leerling staat er al in", said == NIET_NODIG)
            known.setObjectName(f"{stap.id} {NIET_NODIG}")
            known.setEnabled(self._enabled)
            known.changed.connect(partial(self._tick, stap.id, known, NIET_NODIG))
            below = QHBoxLayout()
            column.addLayout(below)
            below.setContentsMargins(box.indent(), 0, 0, 0)
            below.addWidget(known)
        return step

    def _tick(self, stap: str, box: CheckBox, meaning: str) -> None:
        self.ticked.emit(stap, meaning if box.value() else "")


def _step_of(box: CheckBox) -> str:
    """Id of the step that a box is of; its name ends with what the box means."""
    return box.objectName().rpartition(" ")[0]
