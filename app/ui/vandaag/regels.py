"""The lines on the cards of the first page."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import kort, weekdag
from app.models.formuliersoort import soortnaam
from app.models.school import in_groep
from app.storage.overleg_vandaag import MPO, KomendOverleg
from app.storage.vandaag import KomendeBespreking, OpenFormulier, OudeAantekening, Taak
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Text

SHOWN = 6
"""Lines of a card that are shown at once; the rest comes when asked for."""

SHORT = 24
"""Signs that fit on a line in the narrowest window."""

VRAAGT = {
    "invullen": ("nog niet af", "Verder waar je was"),
    "verslag": ("verslag nog maken", "Maak het verslag"),
    "dossier": ("verslag nog niet in het dossier", "Naar het verslag"),
    "parnassys": ("notitie nog niet in ParnasSys", "Naar het verslag"),
}
"""What a form asks for -> words, and the words on its button."""

Go = Callable[[Place], None]


def when(day: date, today: date) -> tuple[str, str]:
    """How a day is called seen from today, and the state of a task that is due then."""
    days = (day - today).days
    if days < 0:
        return ("gisteren" if days == -1 else f"{-days} dagen te laat"), "bad"
    if days < 7:
        words = ("vandaag", "morgen")[days] if days < 2 else weekdag(day)
        return words, "warn" if days < 2 else "neutral"
    return kort(day, today), "neutral"


class Line(QWidget):
    """Words, a smaller line with where it is about, and at the right a state or a button."""

    def __init__(self, words: QWidget | str) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, scale.space(0.5), 0, scale.space(0.5))
        self.row.setSpacing(scale.space(1.25))
        text = QVBoxLayout()
        self.row.addLayout(text, 1)
        text.setSpacing(0)
        text.addWidget(_text(words) if isinstance(words, str) else words)
        self.under = QHBoxLayout()
        self.under.setSpacing(scale.space(0.5))
        text.addLayout(self.under)

    def add_link(self, words: str, place: Place, go: Go) -> None:
        """A place to go to, under the words."""
        link = Link(words, small=True)
        link.clicked.connect(partial(go, place))
        self.under.addWidget(link)

    def add_small(self, words: str) -> None:
        """What stands beside the link."""
        self.under.addWidget(_text(words, "small"), 1)

    def add_right(self, widget: QWidget) -> None:
        """A chip or button."""
        self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class TaakLine(Line):
    """An agreement that is due: tick it, or go to the pupil.

    Signals:
        done: id of the agreement that was ticked.
    """

    done = Signal(str)

    def __init__(self, taak: Taak, today: date, go: Go) -> None:
        tick = CheckBox(taak.wat or "Afspraak")
        super().__init__(tick)
        tick.changed.connect(partial(self.done.emit, taak.id))
        self.under.setContentsMargins(tick.indent(), 0, 0, 0)
        self.add_link(taak.naam, Place("leerling", taak.leerling), go)
        self.add_small(" · ".join(each for each in (in_groep(taak.groep), taak.wie) if each))
        self.add_right(Chip(*when(taak.voor, today)))


def evaluatie_line(taak: Taak, today: date, go: Go) -> Line:
    """An evaluation: it opens beside the goal."""
    line = Line(taak.wat.removeprefix("Evaluatie: ") or "Evaluatie")
    line.add_link(taak.naam, Place("leerling", taak.leerling), go)
    line.add_small(in_groep(taak.groep))
    line.add_right(Chip(*when(taak.voor, today)))
    if taak.formulier:
        line.add_right(_button("Evalueer", Place("formulier", taak.formulier, "evaluatie"), go))
    return line


def bespreking_line(bespreking: KomendeBespreking, today: date, go: Go) -> Line:
    """A meeting with how many pupils are on its agenda."""
    line = Line(bespreking.onderwerp or _meeting(bespreking.groep))
    number = bespreking.leerlingen
    pupils = "1 leerling" if number == 1 else f"{number} leerlingen" if number else "nog geen leerlingen gekozen"
    begun = f"{bespreking.besproken} begonnen" if bespreking.besproken else ""
    group = in_groep(bespreking.groep) if bespreking.onderwerp else ""
    line.add_small(" · ".join(each for each in (bespreking.tijd, group, pupils, begun) if each))
    line.add_right(_meeting_day(bespreking.datum, today))
    line.add_right(_button("Open", Place("bespreking", bespreking.id), go))
    return line


def overleg_line(overleg: KomendOverleg, today: date, go: Go) -> Line:
    """A meeting with people from outside: an MPO leads to its route, an appointment to its consult."""
    others = f" +{overleg.anderen}" if overleg.anderen else ""
    is_mpo = overleg.soort == MPO
    line = Line(f"{'MPO' if is_mpo else 'Consult'} over {overleg.naam}{others}")
    where = overleg.bij if is_mpo or not overleg.bij else f"met {overleg.bij}"
    line.add_small(" · ".join(each for each in (overleg.tijd, in_groep(overleg.groep), where) if each))
    line.add_right(_meeting_day(overleg.datum, today))
    line.add_right(_button("Open", Place("route", overleg.id, "mpo") if is_mpo else Place("consult", overleg.id), go))
    return line


def formulier_line(formulier: OpenFormulier, today: date, go: Go) -> Line:
    """A form that still asks for something."""
    asks, words = VRAAGT[formulier.vraagt]
    line = Line(formulier.naam)
    day = kort(formulier.datum, today) if formulier.datum else ""
    about = (soortnaam(formulier.soort), in_groep(formulier.groep), day, asks)
    line.add_small(" · ".join(each for each in about if each))
    view = "formulier" if formulier.vraagt == "invullen" else "verslag"
    line.add_right(_button(words, Place(view, formulier.id, formulier.sectie), go))
    return line


def aantekening_line(aantekening: OudeAantekening, today: date, go: Go) -> Line:
    """A working note that may perhaps go."""
    line = Line(f"Werkaantekening over {aantekening.naam}")
    line.add_small(f"opruimen vanaf {kort(aantekening.opruimen_op, today)}")
    line.add_right(_button("Bekijk", Place("leerling", aantekening.leerling, "werkaantekeningen"), go))
    return line


class LineCard(Card):
    """A card with lines; the first ones, and the rest when asked for."""

    def __init__(self, heading: str, lines: Sequence[Callable[[], Line]]) -> None:
        super().__init__(heading)
        self._rest = lines[SHOWN:]
        for make in lines[:SHOWN]:
            self.add(make())
        if self._rest:
            self._more = Link(f"Toon er nog {len(self._rest)}")
            self._more.clicked.connect(self._show_rest)
            self.add(self._more)

    def _show_rest(self) -> None:
        self._more.hide()
        for make in self._rest:
            self.add(make())
        self._rest = []


def _meeting_day(day: date, today: date) -> Chip:
    """When a meeting is; one that was never marked as held is no task that is late."""
    if day < today:
        return Chip(f"was op {kort(day, today)}", "warn")
    words, state = when(day, today)
    return Chip(words, "accent" if day == today else state)


def _text(words: str, role: str = "body") -> Text:
    """Text that wraps only where it may have to: a layout asks one that wraps over and over how high it is."""
    return Text(words, role, wrap=len(words) > SHORT)


def _button(words: str, place: Place, go: Go) -> Button:
    button = Button(words, small=True)
    button.clicked.connect(partial(go, place))
    return button


def _meeting(group: str) -> str:
    return f"Leerlingbespreking {in_groep(group)}" if group else "Leerlingbespreking"
