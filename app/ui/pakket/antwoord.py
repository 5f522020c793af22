"""Asks what a parent answered to the request for consent."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.toestemming import OPEN, Antwoord, Toestemmingstabel
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.line_field import LineField

GROND = "Bijvoorbeeld: telefoongesprek met de leerkracht, of de getekende brief in de map."


class AntwoordDialog(Dialog):
    """`ask` returns an `Antwoord` or None."""

    def __init__(self, parent: QWidget | None, ouder: str, tabel: Toestemmingstabel, vandaag: date) -> None:
        super().__init__(parent, f"Antwoord van {ouder}", accept="Leg vast", characters=56)
        self.setWindowTitle("Antwoord van een ouder")  # the system shows it in places where nobody should be named
        self._ouder, self._tabel = ouder, tabel
        self.antwoord = Choice((each.id, each.label) for each in tabel.values() if each.id != OPEN)
        self.datum = DateField()
        self.datum.set_value(vandaag.isoformat())
        self.grond = LineField()
        form = FormRows()
        form.add_row("Wat is het antwoord?", self.antwoord)
        form.add_row("Gegeven op", self.datum)
        self._grond_row = form.add_row("Waaruit blijkt dat?", self.grond, GROND, optional=True)
        self.add(form)

    def complaint(self) -> str:
        """An answer, and by the table where its ground has to be told."""
        if not self.antwoord.value():
            return "Kies wat deze ouder antwoordde."
        if self.datum.problem() or not self.datum.value():
            return "Vul in op welke dag dit antwoord kwam."
        if self._tabel[self.antwoord.value()].grond and not self.grond.value().strip():
            return "Schrijf op waaruit dit blijkt: zonder handtekening moet dat bekend zijn."
        return ""

    def answer(self) -> Antwoord:
        """What the parent answered."""
        return Antwoord(self._ouder, self.antwoord.value(), self.datum.value(), self.grond.value().strip())
