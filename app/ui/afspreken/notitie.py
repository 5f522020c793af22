"""A quick note of a phone call: who it is about, what was said, and it is kept."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.storage import gesprekken
from app.storage.archive import Archive
from app.ui.afspreken.zoekleerling import PupilFinder
from app.ui.context import Context
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.growing_text import GrowingText

HINT = "Wie belde, waarover, en wat jullie afspraken"


class PhoneNoteDialog(Dialog):
    """Asks for the note; the answer is the pupil's id and the words.

    Parameters:
        leerling: id and name of the pupil it is about; asked for when None.
    """

    def __init__(self, parent: QWidget | None, context: Context, leerling: tuple[str, str] | None = None) -> None:
        title = f"Telefoonnotitie over {leerling[1]}" if leerling else "Telefoonnotitie"
        super().__init__(parent, title, accept="Bewaar", characters=60)
        self._leerling = leerling[0] if leerling else ""
        self.fields = FormRows()
        self.finder = PupilFinder(context.db)
        self.text = GrowingText(min_lines=4)
        if not leerling:
            self._who = self.fields.add_row("Over wie gaat het?", self.finder)
            self.finder.taken.connect(self.text.setFocus)
        self._said = self.fields.add_row("Wat is er gezegd?", self.text, HINT)
        self.add(self.fields)
        (self.text if leerling else self.finder).setFocus()

    def complaint(self) -> str:
        """A note is about somebody, and says something."""
        self.fields.clear_errors()
        if not self._leerling and not self.finder.value():
            self._who.set_error("Typ een paar letters van de naam en kies de leerling.")
        if not self.text.value().strip():
            self._said.set_error("Schrijf eerst op wat er is gezegd.")
        return "Kijk nog even naar de rode regels." if self.fields.focus_first_error() else ""

    def answer(self) -> tuple[str, str]:
        """Id of the pupil, and the note."""
        return self._leerling or self.finder.value(), self.text.value().strip()


def ask_note(parent: QWidget, context: Context, leerling: tuple[str, str] | None = None) -> None:
    """Ask for a note of a phone call and keep it as a conversation of today that was held."""
    told: tuple[str, str] | None = PhoneNoteDialog.ask(parent, context, leerling)
    if told is not None:
        context.db.ask(partial(_keep, *told, context))


def _keep(leerling: str, tekst: str, context: Context, archive: Archive) -> str:
    return gesprekken.telefoonnotitie(archive, leerling, tekst, context.vandaag(), context.gebruiker)
