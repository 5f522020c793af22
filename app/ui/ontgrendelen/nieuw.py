"""After the recovery code was used: whose passphrase was lost, and the new one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent

from app.storage import keys
from app.storage.keyfile import WACHTZIN
from app.ui.qt import override
from app.ui.widgets.buttons import Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Title
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.window.centred import CentredPage
from app.ui.window.measures import WIDE


class NieuweWachtzinPage(CentredPage):
    """Asks for a new passphrase for one of the key slots.

    Parameters:
        folder: of the archive.

    Signals:
        submitted: id of the slot, and its new passphrase.
    """

    submitted = Signal(str, str)
    own_refusals = (BaseException,)

    def __init__(self, folder: Path) -> None:
        super().__init__(WIDE)
        users = [(slot.id, slot.naam) for slot in keys.slots(folder) if slot.soort == WACHTZIN]
        rows = FormRows()
        self._rows = rows
        self.who = Choice(users, empty=None)
        self.add(Title("Kies een nieuwe wachtzin"))
        self.add(
            Muted(
                "De herstelcode klopt. Kies nu een nieuwe wachtzin; de oude werkt daarna niet meer. De herstelcode "
                "blijft gelden: leg het blad terug in de kluis."
            )
        )
        if len(users) > 1:
            rows.add_row("Wie ben je?", self.who)
        self.passphrase = NewPassphrase(rows, "Nieuwe wachtzin")
        self.passphrase.avoid([naam for _, naam in users])
        self.add(rows)
        self.button = Button("Bewaar en open", "primary")
        self.button.clicked.connect(self._submit)
        self.passphrase.first.submitted.connect(self._submit)
        self.passphrase.again.submitted.connect(self._submit)
        self.add(self.button)

    def show_refusal(self, sentence: str) -> None:
        """Say why the passphrase could not be changed."""
        self.button.setEnabled(True)
        self.passphrase.row.set_error(sentence)

    def _submit(self) -> None:
        self.passphrase.check()
        if self.button.isEnabled() and not self._rows.focus_first_error():
            self.button.setEnabled(False)
            self.submitted.emit(self.who.value(), self.passphrase.value())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.passphrase.first.setFocus(Qt.FocusReason.OtherFocusReason)
