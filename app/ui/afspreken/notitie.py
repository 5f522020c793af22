"""A quick note of a phone call: who it is about, what was said, and it is kept."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.models.leerling import Leerling
from app.storage import gesprekken
from app.storage.archive import Archive
from app.storage.ongedaan import Schrijf
from app.ui.afspreken.handelingen import Afspreken
from app.ui.afspreken.zoekleerling import PupilFinder
from app.ui.context import Context
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.undo_bar import UndoBar

HINT = "Wie belde, waarover, en wat jullie afspraken"


@dataclass(slots=True)
class Klad:
    """What was typed and not kept yet; it stands there again the next time."""

    tekst: str = ""


class PhoneNoteDialog(Dialog):
    """Asks for the note; the answer is the pupil's id and the words.

    Parameters:
        leerling: id and name of the pupil it is about; asked for when None.
        klad: holds what is typed, also when the dialog is closed without keeping it.
    """

    def __init__(
        self,
        parent: QWidget | None,
        context: Context,
        leerling: tuple[str, str] | None = None,
        klad: Klad | None = None,
    ) -> None:
        title = f"Telefoonnotitie over {leerling[1]}" if leerling else "Telefoonnotitie"
        super().__init__(parent, title, accept="Bewaar", characters=60)
        self.setWindowTitle("Telefoonnotitie")  # the system shows it in places where no child should be named
        self._leerling = leerling[0] if leerling else ""
        self.fields = FormRows()
        self.finder = PupilFinder(context.db)
        self._klad = klad or Klad()
        self.text = GrowingText(min_lines=4)
        self.text.set_value(self._klad.tekst)
        self.text.textChanged.connect(self._remember)
        if not leerling:
            self._who = self.fields.add_row("Over wie gaat het?", self.finder)
            self.finder.taken.connect(self.text.setFocus)
        self._said = self.fields.add_row("Wat is er gezegd?", self.text, HINT)
        self.add(self.fields)
        (self.text if leerling else self.finder).setFocus()

    def _remember(self) -> None:
        self._klad.tekst = self.text.value()

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


class PhoneNotes(QObject):
    """Asks for notes of phone calls and keeps them, with a way back.

    Parameters:
        host: over which the dialog opens.
        bar: where taking back is offered.
    """

    def __init__(self, context: Context, host: QWidget, bar: UndoBar) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self._appoint = Afspreken(context, host, bar)
        self._kladden: dict[str, Klad] = {}  # by pupil; gone with the window, at lock or close

    def ask(self, leerling: str | None) -> None:
        """Ask for a note about a pupil by id, or about whoever is chosen; it becomes a conversation held today."""
        if leerling is None:
            self._ask_about(None)
        else:
            self._context.db.ask(partial(_pupil, leerling), self._ask_about, owner=self)

    def _ask_about(self, leerling: Leerling | None) -> None:
        about = (leerling.id, leerling.naam) if leerling else None
        klad = self._kladden.setdefault(about[0] if about else "", Klad())
        told: tuple[str, str] | None = PhoneNoteDialog.ask(self._host, self._context, about, klad)
        if told is not None:
            klad.tekst = ""
            self._appoint.write("De notitie is bewaard.", partial(_keep, *told, self._context))


def _pupil(leerling: str, archive: Archive) -> Leerling | None:
    return archive.get(Leerling, leerling)


def _keep(leerling: str, tekst: str, context: Context, archive: Archive) -> tuple[Schrijf, ...]:
    return gesprekken.telefoonnotitie(archive, leerling, tekst, context.vandaag(), context.gebruiker)
