"""The recovery code, shown once: to print, to save, and to type back as proof that it was noted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from shiboken6 import delete

from app.models.herstelcode import read_code, recovery_text
from app.storage.errors import StorageError
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.line_field import LineField

FILE_NAME = "Ruggespraak herstelcode.txt"
SAVED = "Bewaard"
SAVED_WHERE = (
    "Laat dit bestand niet op deze laptop staan: wie de laptop én de code heeft, kan alles lezen. Zet het op een "
    "usb-stick in de kluis, en haal het hier weg."
)


class CodeCard(Card):
    """The code, large, in groups, to be selected and copied."""

    def __init__(self) -> None:
        super().__init__(quiet=True)
        self.code = Text("", "title").make_selectable()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.code.setStyleSheet(f"font-family: '{font.family()}';")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setAccessibleName("Herstelcode")
        self.add(self.code)

    def show_code(self, code: str) -> None:
        """Show a code in two lines of groups, so that no group is broken."""
        groups = code.split("-")
        middle = (len(groups) + 1) // 2
        self.code.setText("-".join(groups[:middle]) + "-\n" + "-".join(groups[middle:]))


class CodeKeeper(QWidget):
    """Shows a recovery code and lets the user take it along.

    Parameters:
        today: today's date, for on the sheet.
    """

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.code = ""
        self.school = ""
        self._card = CodeCard()
        self._told = Banner("good", SAVED)
        self._told.hide()
        self.print_button = Button("Afdrukken …", icon="print")
        self.print_button.clicked.connect(self._print)
        self.save_button = Button("Bewaar als tekstbestand …", icon="download")
        self.save_button.clicked.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        column.addWidget(self._card)
        column.addWidget(Flow(self.print_button, self.save_button))
        column.addWidget(self._told)

    def show_code(self, code: str, school: str) -> None:
        """Show a code."""
        self.code, self.school = code, school
        self._card.show_code(code)
        self._told.hide()

    def sheet(self) -> str:
        """The text to print or to save."""
        return recovery_text(self.school, self.code, self._today())

    def write(self, path: Path) -> None:
        """Write the sheet to a file that the user chose, and say what to do with it."""
        from app.storage.files import write_durably

        try:
            write_durably(path, self.sheet().encode())
        except StorageError as error:
            self._tell("bad", "Bewaren lukt niet", str(error))
        else:
            self._tell("warn", SAVED, SAVED_WHERE)

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Herstelcode bewaren", str(Path.home() / FILE_NAME), "Tekst (*.txt)"
        )
        if chosen:
            self.write(Path(chosen))

    def _print(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setDefaultFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            document.setPlainText(self.sheet())
            document.print_(dialog.printer())
            self._tell("good", "Naar de printer gestuurd", "Leg het blad in de kluis van de school.")
        delete(dialog)  # at once: a lock waits for it to be gone before it forgets the key

    def _tell(self, state: str, title: str, text: str) -> None:
        self._told.set(state, title, text)
        self._told.show()


class RecoveryCard(Card):
    """Shows a new code and asks it back.

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
        self._code = code
        self.add(
            Muted(
                "Hiermee kom je binnen als je je wachtzin kwijt bent. Je ziet deze code maar één keer. Leg hem in de "
                "kluis van de school, en niet bij de laptop."
            )
        )
        self.keeper = CodeKeeper(today)
        self.keeper.show_code(code, school)
        self.add(self.keeper)
        self.typed = LineField()
        form = FormRows()
        self._row = form.add_row("Typ de code over", self.typed, "Hoofdletters, spaties en streepjes maken niet uit.")
        self.add(form)
        self.body.setSpacing(scale.space(1.5))
        self.typed.changed.connect(self._compare)
        self.typed.editingFinished.connect(self._complain)

    def is_proven(self) -> bool:
        """Whether the code was typed back right."""
        return not complaint(self.typed.value(), self._code)

    def _compare(self) -> None:
        self._row.set_error("")
        self.proven.emit(self.is_proven())

    def _complain(self) -> None:
        if self.typed.value().strip():
            self._row.set_error(complaint(self.typed.value(), self._code))


def complaint(typed: str, code: str) -> str:
    """What is wrong with a code that was typed back; empty when it is right."""
    if not typed.strip():
        return "Typ de herstelcode over van je papier."
    read = read_code(typed)
    if read.text == code:
        return ""
    for number, (mine, right) in enumerate(zip(read.groups, code.split("-"), strict=False), 1):
        if mine != right:
            return f"Groep {number} is nog niet goed: er staat ‘{mine}’. Vergelijk die groep met je papier."
    return f"Er ontbreekt nog iets: de code heeft zeven groepen en jij hebt er {len(read.groups)} getypt."
