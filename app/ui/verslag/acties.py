"""What can be done with a report: to Word, to the clipboard, and the tick that it is in the dossier."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.models.datums import als_datum, lang
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.date_field import DateField
from app.ui.widgets.labels import Small
from app.ui.widgets.segmented import Segmented


@dataclass(frozen=True, slots=True)
class Bestemming:
    """Where a report goes in the end, in words.

    Attributes:
        vinkje: beside the box to tick.
        erin: that it is there.
        plakken: what to do with the copied text.
    """

    vinkje: str
    erin: str
    plakken: str


DOSSIER = Bestemming("Opgenomen in het leerlingdossier", "in het dossier", "De tekst staat op het klembord.")


def parnassys(categorie: str) -> Bestemming:
    """The note of a conversation; `categorie` is that of the note in ParnasSys."""
    choose = f"Kies daar de categorie {categorie}." if categorie else DOSSIER.plakken
    return Bestemming("Overgenomen in ParnasSys", "in ParnasSys", choose)


REPORT, WHOLE = "verslag", "volledig"


class Acties(Card):
    """The card with the actions.

    Parameters:
        today: proposes the day on which the report went into the dossier.

    Signals:
        dossier_changed: the tick or its date changed.
    """

    dossier_changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Verslag klaar?", parent=parent)
        self._today = today
        self.word = Button("Maak Word-verslag", "primary", icon="document", shortcut="Ctrl+Return")
        self.extent = Segmented([(REPORT, "Alleen verslag"), (WHOLE, "Met formulier")], clearable=False)
        self.extent.set_value(REPORT)
        accessible.name(self.extent, "Wat komt er in het Word-verslag?")
        self.copy = Button("Kopieer als notitie", icon="kopieer")
        self.in_dossier = CheckBox("Opgenomen in het leerlingdossier")
        self.day = DateField(today=today)
        accessible.name(self.day, "Op welke dag is het verslag opgenomen?")
        self._since = Small("")
        self.body.addWidget(self.word, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.extent)
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(scale.space(1))
        for widget in (self.in_dossier, self.day, self._since):
            self.add(widget)
        self.in_dossier.changed.connect(self._on_tick)
        self.day.changed.connect(self.dossier_changed)

    def whole(self) -> bool:
        """Whether the form goes along in the document."""
        return self.extent.value() == WHOLE

    def show_dossier(self, day: str | None, bestemming: Bestemming = DOSSIER) -> None:
        """Show on which day (`YYYY-MM-DD`) the report went where it belongs; None when it did not."""
        self.in_dossier.set_words(bestemming.vinkje)
        self.in_dossier.set_value(day is not None)
        if day is not None and not self.day.line.hasFocus():
            self.day.set_value(day)
        self.day.setVisible(day is not None)
        since = als_datum(day)
        self._since.setText(
            f"Sinds {lang(since)} {bestemming.erin}." if since else "Zet het er zelf in, vink het dan aan."
        )

    def dossier_day(self) -> date | None:
        """The day, or None when it is not in the dossier."""
        if not self.in_dossier.value():
            return None
        return als_datum(self.day.value()) or self._today()

    def _on_tick(self) -> None:
        self.day.set_value(self._today().isoformat() if self.in_dossier.value() else "")
        self.dossier_changed.emit()
