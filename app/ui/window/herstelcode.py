"""The recovery code, shown once: to print, to save, and to type back as proof that it was noted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.herstelcode import read_code, recovery_text
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.line_field import LineField

FILE_NAME = "Herstelcode Ruggespraak.txt"


class RecoveryCard(Card):
    """Shows a code and asks it back.

    Parameters:
        school: name of the school, for the printed page.
        code: the code as it is printed.
        today: today's date.

    Signals:
        proven: the code was typed back right (True), or no longer is (False).
    """

    proven = Signal(bool)

    def __init__(self, school: str, code: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Je herstelcode", parent=parent)
        self._school, self._code, self._today = school, code, today
        shown = Text(code, "heading").make_selectable()
        shown.setAccessibleName("Herstelcode")
        self.add(shown)
        self.add(
            Muted(
                "Hiermee kom je binnen als je je wachtzin kwijt bent. Je ziet deze code maar één keer. Leg hem in de "
                "kluis van de school, en niet bij de laptop."
            )
        )
        self.first_button = Button("Print de code", icon="print")
        self.first_button.clicked.connect(self._print)
        save = Button("Bewaar als bestand", icon="download")
        save.clicked.connect(self._save)
        buttons = Flow()
        buttons.add(self.first_button)
        buttons.add(save)
        self.add(buttons)
        self._note = Muted("")
        self._note.hide()
        self.add(self._note)
        self.typed = LineField()
        form = FormRows()
        self._row = form.add_row("Typ de code over", self.typed, "Hoofdletters, spaties en streepjes maken niet uit.")
        self.add(form)
        self.body.setSpacing(scale.space(1.5))
        self.typed.changed.connect(self._compare)
        self.typed.editingFinished.connect(self._complain)

    def is_proven(self) -> bool:
        """Whether the code was typed back right."""
        return read_code(self.typed.value()).text == read_code(self._code).text

    def is_right(self) -> bool:
        """The same, and says under the field what is not; the cursor goes there."""
        if self.is_proven():
            return True
        if self.typed.value().strip():
            self._complain()
        else:
            self._row.set_error("Typ de code eerst over: zo weet je zeker dat je hem goed hebt bewaard.")
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _compare(self) -> None:
        self._row.set_error("")
        self.proven.emit(self.is_proven())

    def _complain(self) -> None:
        if self.typed.value().strip() and not self.is_proven():
            mistake = read_code(self.typed.value()).first_mistake
            where = f"Kijk nog eens naar groep {mistake}." if mistake else "Vergelijk hem groep voor groep."
            self._row.set_error(f"Dit is niet dezelfde code. {where}")

    def _text(self) -> str:
        return recovery_text(self._school, self._code, self._today())

    def _print(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setPlainText(self._text())
            document.print_(printer)
            self._tell("De code is naar de printer gestuurd.")

    def _save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, "Waar wil je de code bewaren?", FILE_NAME, "Tekst (*.txt)")
        if not path:
            return
        try:
            Path(path).write_text(self._text(), encoding="utf-8")
        except OSError:
            self._tell("Op die plek lukt bewaren niet: kies een andere map, bijvoorbeeld op een usb-stick.")
        else:
            self._tell("Bewaard. Zet het bestand op een usb-stick of print het, en haal het daarna van deze laptop af.")

    def _tell(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.show()
