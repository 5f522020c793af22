"""What goes into a calendar outside the program: of whom, and how much may be read there."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.models.momentwoorden import opsomming
from app.storage.naar_agenda import Leerkracht
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Text
from app.ui.widgets.segmented import Segmented

ZONDER, MET = "zonder", "met"
ALL = ""
ALWAYS = "De momenten van het jaar staan erin, en wanneer een planner opengaat."
AGAIN = (
    "Verandert er later iets? Maak het bestand opnieuw en lees het weer in: er komt niets dubbel, "
    "en bij wat niet meer doorgaat staat ‘Vervalt’."
)
WHY = "Een agenda is vaak gedeeld. Zonder namen staat er ‘Startgesprek 3 van 24’."


class Agendakeuze(NamedTuple):
    """What was chosen.

    Attributes:
        leerkracht: id of the `Medewerker`, or empty for the whole school.
        gesprekken: whether conversations with a day go along.
        namen: whether those say who they are about.
    """

    leerkracht: str
    gesprekken: bool
    namen: bool


class AgendaDialog(Dialog):
    """Asks what goes into the calendar file. `ask` returns an `Agendakeuze` or None."""

    def __init__(self, parent: QWidget | None, schooljaar: str, leerkrachten: Iterable[Leerkracht]) -> None:
        super().__init__(parent, f"Gesprekken {schooljaar} in je agenda", accept="Maak het bestand", characters=60)
        people = [(each.id, f"{each.naam} · groep {opsomming(each.groepen)}") for each in leerkrachten]
        self.wie = Choice([(ALL, "de hele school"), *people], empty=None)
        self.gesprekken = CheckBox("Ook de gesprekken die al een dag hebben")
        self.namen = Segmented([(ZONDER, "Zonder namen"), (MET, "Met namen")], clearable=False)
        self.namen.set_value(ZONDER)
        self.wie.changed.connect(self._on_wie)
        self.gesprekken.changed.connect(self._show_names)
        form = FormRows()
        form.add_row("Voor wie is de agenda?", self.wie)
        form.add_row("Wat komt erin?", self.gesprekken, ALWAYS)
        self._namen_row = form.add_row("Namen van leerlingen", self.namen, WHY)
        form.add_widget(Text(AGAIN, "muted"))
        self.add(form)
        self._show_names()

    def answer(self) -> Agendakeuze:
        """What was chosen."""
        along = self.gesprekken.value()
        return Agendakeuze(self.wie.value(), along, along and self.namen.value() == MET)

    def _on_wie(self) -> None:
        self.gesprekken.set_value(self.wie.value() != ALL)  # a teacher wants the own times, a directeur rarely all
        self._show_names()

    def _show_names(self) -> None:
        self._namen_row.setVisible(self.gesprekken.value())
