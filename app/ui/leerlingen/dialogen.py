"""The small dialogs of a dossier: level, agreement, working note."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.bespreking import Afspraak, Werkaantekening
from app.models.leerling import Niveau
from app.storage.dossier import afspraak_afronden
from app.storage.ongedaan import Schrijf
from app.ui.widgets.choice import EditableChoice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.edit_dialog import EditDialog, day_of, day_problem, fill_day
from app.ui.widgets.form_rows import FormRow
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Text
from app.ui.widgets.segmented import Segmented
from app.ui.woorden import level_options

Today = Callable[[], date]


class NiveauDialog(EditDialog):
    """Asks for a support level from a day on, and why; the answer is a `Niveau`."""

    def __init__(self, parent: QWidget | None, niveau: Niveau, today: Today) -> None:
        super().__init__(parent, "Ondersteuningsniveau", characters=56)
        self._niveau = niveau
        self.niveau = Segmented(level_options(), clearable=False)
        self.vanaf = DateField(today=today)
        self.toelichting = GrowingText(niveau.toelichting, min_lines=2)
        self.fields.add_row("Niveau", self.niveau, "Vanaf niveau 3 denken externe deskundigen mee")
        self._from = self.fields.add_row("Vanaf", self.vanaf)
        self.fields.add_row("Reden", self.toelichting, "Waarom dit niveau nu past", optional=True)
        self.niveau.set_value(str(niveau.niveau))
        fill_day(self.vanaf, niveau.vanaf)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        missing = "" if day_of(self.vanaf) else "Vul in vanaf welke dag dit niveau geldt."
        return (day_problem(self._from, missing),)

    def answer(self) -> Niveau:
        """The entry for the history."""
        return replace(
            self._niveau,
            niveau=int(self.niveau.value()),
            vanaf=day_of(self.vanaf),
            toelichting=self.toelichting.value().strip(),
        )


class AfspraakDialog(EditDialog):
    """Asks for an agreement; the answer is an `Afspraak`.

    Parameters:
        mensen: names to choose from for who does it.
    """

    def __init__(self, parent: QWidget | None, afspraak: Afspraak, mensen: Iterable[str], today: Today) -> None:
        super().__init__(parent, "Afspraak toevoegen", accept="Toevoegen", characters=56)
        self._afspraak = afspraak
        self.wat = GrowingText(afspraak.wat, min_lines=2)
        self.wie = EditableChoice(mensen)
        self.voor = DateField(today=today)
        self._what = self.fields.add_row("Wat is er afgesproken?", self.wat)
        self.fields.add_row("Wie doet het?", self.wie, optional=True)
        self._by = self.fields.add_row("Uiterlijk", self.voor, "Bijvoorbeeld over 2 weken", optional=True)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        missing = "" if self.wat.value().strip() else "Vul in wat er is afgesproken."
        return (self._what, missing), day_problem(self._by)

    def answer(self) -> Afspraak:
        """The agreement."""
        wat = " ".join(self.wat.value().split())
        return replace(self._afspraak, wat=wat, wie=self.wie.value(), voor=day_of(self.voor))


class ResultaatDialog(EditDialog):
    """Asks what came of an agreement; the answer is what is to be written."""

    def __init__(self, parent: QWidget | None, afspraak: Afspraak) -> None:
        super().__init__(parent, "Wat kwam ervan?", characters=56)
        self._afspraak = afspraak
        options = [("gedaan", "Gedaan", "good"), ("vervallen", "Vervallen"), ("open", "Loopt nog")]
        self.staat = Segmented(options, clearable=False)
        self.resultaat = GrowingText(afspraak.resultaat, min_lines=3)
        self.body.insertWidget(0, Text(afspraak.wat))
        self.fields.add_row("Stand", self.staat)
        self.fields.add_row("Resultaat in woorden", self.resultaat, "Wat je de volgende keer wilt weten", optional=True)
        self.staat.set_value("gedaan" if afspraak.staat == "open" else afspraak.staat)

    def answer(self) -> tuple[Schrijf, ...]:
        """The state and the result."""
        return afspraak_afronden(self._afspraak, self.staat.value(), self.resultaat.value().strip())


class AantekeningDialog(EditDialog):
    """Asks for a working note of the IB'er; the answer is a `Werkaantekening`."""

    def __init__(self, parent: QWidget | None, aantekening: Werkaantekening, today: Today) -> None:
        super().__init__(parent, "Werkaantekening", characters=60)
        self._aantekening = aantekening
        self.tekst = GrowingText(aantekening.tekst, min_lines=5)
        self.opruimen_op = DateField(today=today)
        self._text = self.fields.add_row("Aantekening", self.tekst, "Alleen voor jou. Komt in geen verslag.")
        self._until = self.fields.add_row(
            "Opruimen op", self.opruimen_op, "Op die dag vraagt Ruggespraak of de aantekening weg kan", optional=True
        )
        fill_day(self.opruimen_op, aantekening.opruimen_op)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        missing = "" if self.tekst.value().strip() else "Schrijf eerst iets op."
        return (self._text, missing), day_problem(self._until)

    def answer(self) -> Werkaantekening:
        """The note."""
        return replace(self._aantekening, tekst=self.tekst.value().strip(), opruimen_op=day_of(self.opruimen_op))
