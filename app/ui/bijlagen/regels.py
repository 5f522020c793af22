"""The lines of the list: a file, and what the checklist asks for."""

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.bijlagesoort import SOORTEN, grootte_in_woorden
from app.models.consult import BIJLAGE_STATEN, Bijlage
from app.models.consulten.definition import BIJLAGE_EISEN, Punt
from app.models.datums import kort
from app.ui.bijlagen.plek import Plaats
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button, IconButton, Link
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Small, Text
from app.ui.widgets.layouts import empty
from app.ui.widgets.segmented import Segmented

BEKIJK, ELDERS, VERWIJDER = "bekijk", "elders", "verwijder"
"""What can be wanted of a file."""

ATTACHED = "bijgevoegd"
STATE_COLOURS = {ATTACHED: "good", "niet_aanwezig": "warn", "niet_nodig": "accent"}
NO_FILE = "Nog geen bestand: voeg het toe, of kies een andere stand."


class Bestandsregel(QWidget):
    """One file.

    Signals:
        gevraagd: `BEKIJK`, `ELDERS` or `VERWIJDER`, and the `Bijlage`.
    """

    gevraagd = Signal(str, object)

    def __init__(self, bijlage: Bijlage) -> None:
        super().__init__()
        self.naam = Link(bijlage.naam)
        self.naam.setToolTip(bijlage.naam)  # in a narrow card it may not fit
        look = IconButton("oog", f"Bekijk {bijlage.naam}")
        outside = IconButton("link", f"Open {bijlage.naam} in een ander programma …")
        remove = IconButton("prullenbak", f"Verwijder {bijlage.naam}")
        for button, what in ((self.naam, BEKIJK), (look, BEKIJK), (outside, ELDERS), (remove, VERWIJDER)):
            button.clicked.connect(partial(self.gevraagd.emit, what, bijlage))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(0)
        words.addWidget(self.naam)
        words.addWidget(Small(_facts(bijlage)))
        for button in (look, outside, remove):
            row.addWidget(button)


class Bestanden(QWidget):
    """Files, one below the other.

    Signals:
        gevraagd: as of `Bestandsregel`.
    """

    gevraagd = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Bijlage, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space(0.25))
        self.hide()

    def toon(self, bijlagen: tuple[Bijlage, ...]) -> None:
        """Show these files; those that stay keep the keyboard."""
        if bijlagen == self._shown:
            return
        self._shown = bijlagen
        empty(self._column)
        for bijlage in bijlagen:
            line = Bestandsregel(bijlage)
            line.gevraagd.connect(self.gevraagd)
            self._column.addWidget(line)
        self.setVisible(bool(bijlagen))


class Puntregel(Plaats):
    """One line of the checklist: what is asked for, where it stands, and its files.

    Signals:
        staat_gekozen: key of `BIJLAGE_STATEN`, by the user.
        toevoegen_gevraagd: the user wants to choose files for it.
    """

    staat_gekozen = Signal(str)
    toevoegen_gevraagd = Signal()

    def __init__(self, punt: Punt) -> None:
        super().__init__()
        self.punt = punt
        self.staat = Segmented([(key, BIJLAGE_STATEN[key], colour) for key, colour in STATE_COLOURS.items()])
        accessible.name(self.staat, punt.titel)
        self.bestanden = Bestanden()
        self.attached = Chip(ATTACHED, "good", "vink")
        self.no_file = Small(NO_FILE)
        self.add = Button("Bestand toevoegen …", "quiet", icon="plus", small=True)
        self.add.setAccessibleName(f"Bestand toevoegen bij {punt.titel}")
        self.staat.changed.connect(self._on_staat)
        self.add.clicked.connect(self.toevoegen_gevraagd)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.space(1), scale.space(1), scale.space(1), scale.space(1))
        column.setSpacing(scale.space(0.5))
        demand = Chip(BIJLAGE_EISEN[punt.verplicht], "accent" if punt.verplicht == "ja" else "neutral")
        column.addWidget(Flow(Text(punt.titel, "strong"), demand))
        hint = Small(punt.hint)
        column.addWidget(hint)
        hint.setVisible(bool(punt.hint))
        column.addWidget(self.bestanden)
        column.addWidget(Flow(self.staat, self.attached, self.add))
        column.addWidget(self.no_file)
        self.toon("", ())

    def toon(self, staat: str, bijlagen: tuple[Bijlage, ...]) -> None:
        """Show where the line stands. With a file in it there is nothing to choose: it is attached."""
        self.bestanden.toon(bijlagen)
        self.staat.set_value(staat)
        self.staat.setVisible(not bijlagen)
        self.attached.setVisible(bool(bijlagen))
        self.no_file.setVisible(staat == ATTACHED and not bijlagen)

    def _on_staat(self) -> None:
        self.staat_gekozen.emit(self.staat.value())


def _facts(bijlage: Bijlage) -> str:
    """Kind, size and day, e.g. `PDF · 1,2 MB · 23 nov`."""
    soort = SOORTEN.get(bijlage.soort)
    day = datetime.fromisoformat(bijlage.toegevoegd_op).astimezone().date()
    return " · ".join(
        (soort.woord if soort else "bestand", grootte_in_woorden(bijlage.grootte), kort(day, date.today()))
    )
