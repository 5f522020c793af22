"""The steps of an application: which one is next, what it asks, and the other ways from here."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.models.consulten.volledigheid import Ontbreekt
from app.storage.consulten import Consultblad, Overgang
from app.ui.consult.opdrachten import Getoond
from app.ui.consult.stappenbalk import StatusSteps
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow

UNASKED = ("toegekend", "afspraak", "gevoerd")
"""Steps before which nothing is to be filled in: their dialog asks it, or they wait for a day."""

WITHDRAWN = "ingetrokken"


class StepsCard(Card):
    """The row of steps, and below it the ways back and out.

    Signals:
        wanted: the `Overgang` to take.
        remove_wanted: take an application that was begun by mistake out of sight.
    """

    wanted = Signal(object)
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar = StatusSteps()
        self.others = Flow()
        self._shown: tuple[Overgang, ...] | None = None
        self.add(self.bar)
        self.add(self.others)

    def show_steps(self, found: Getoond, today: date) -> None:
        """Show where it is, and what one can do besides the next step."""
        blad = found.blad
        complete = next((each.dag for each in reversed(found.verloop) if each.status == "volledig"), None)
        self.bar.show_consult(blad.consult, today, complete)
        step = next_step(blad)
        others = tuple(each for each in blad.overgangen if each != step and (each.terug or each.naar == WITHDRAWN))
        if others == self._shown:
            return
        self._shown = others
        self.others.clear()
        for each in others:
            button = Button(each.titel, "quiet", icon="ongedaan" if each.terug else "kruis", small=True)
            button.clicked.connect(partial(self.wanted.emit, each))
            self.others.add(button)
        removable = blad.consult.status in ("concept", "volledig")
        if removable:
            remove = Button("Haal weg", "quiet", icon="prullenbak", small=True)
            remove.clicked.connect(self.remove_wanted)
            self.others.add(remove)
        self.others.setVisible(bool(others) or removable)


def next_step(blad: Consultblad) -> Overgang | None:
    """The step that leads on; at the end the one that fits the outcome. None when there is none."""
    ahead = [each for each in blad.overgangen if not each.terug and each.naar != WITHDRAWN]
    chosen = blad.soort.uitkomst(blad.consult.uitkomst)
    follow = chosen is not None and bool(chosen.vervolg)
    return next((each for each in ahead if (each.naar == "vervolg") == follow), ahead[0] if ahead else None)


def missing_for(blad: Consultblad, step: Overgang | None) -> tuple[Ontbreekt, ...]:
    """What a step still asks, each with where that is."""
    if step is None or step.naar in UNASKED:
        return ()
    known = {each.tekst: each for each in blad.ontbreekt}
    return tuple(known.get(words) or Ontbreekt(words, _place(blad, step, words)) for words in step.klachten)


def _place(blad: Consultblad, step: Overgang, words: str) -> str:
    match step.naar:
        case "ingediend":
            return "portaal"
        case _:
            closed = blad.verslag is not None and blad.verslag.vastgesteld_op is not None
            return "uitkomst" if closed or words != step.klachten[0] else "verslag"
