"""The first thing one sees: one field, ready to type in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent

from app.storage.errors import WrongPassphrase
from app.ui.ontgrendelen.eerst import BUTTON, FORGOTTEN, HEADING, HINT, LABEL
from app.ui.qt import override
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Heading, Muted
from app.ui.widgets.password_field import PasswordField
from app.ui.window.centred import CentredPage

WHEN_FORGOTTEN = (
    "Typ dan de herstelcode in dit veld. Die staat op het blad dat je bij de eerste start hebt afgedrukt of bewaard; "
    "meestal ligt het in de kluis van de school. Heeft een collega een eigen wachtzin voor dit archief? Dan kan die "
    "het ook openen. Zonder wachtzin en zonder herstelcode kan niemand het archief nog lezen, ook de makers niet."
)
EMPTY = "Typ je wachtzin, of de herstelcode van het blad uit de kluis."


class OntgrendelPage(CentredPage):
    """Asks for the passphrase.

    Parameters:
        typed: what was typed before this page was there.

    Signals:
        submitted: the secret as typed.
    """

    submitted = Signal(str)
    own_refusals = (WrongPassphrase,)

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self.secret = PasswordField()
        self.button = Button(BUTTON, "primary")
        self._rows = FormRows()
        self._lay_out()
        self.secret.line.setText(typed)
        self.secret.submitted.connect(self._submit)
        self.secret.changed.connect(self._rows.clear_errors)
        self.button.clicked.connect(self._submit)
        self.forgotten.clicked.connect(self._tell_more)

    def _lay_out(self) -> None:
        self.add(Heading(HEADING))
        self.row = self._rows.add_row(LABEL, self.secret, HINT)
        self.add(self._rows)
        self.add(self.button)
        self.forgotten = Link(FORGOTTEN)
        self.sheet.body.addWidget(self.forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        self._more = Muted(WHEN_FORGOTTEN)
        self._more.hide()
        self.add(self._more)

    def show_busy(self) -> None:
        """The key is being derived: a tenth of a second, or longer on an old laptop."""
        self.button.setEnabled(False)
        self.button.setText("Even openen …")
        self.secret.line.setReadOnly(True)

    def show_refusal(self, sentence: str) -> None:
        """Say under the field why it did not open; what was typed stays, selected."""
        self._ready()
        self.row.set_error(sentence)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        self.secret.select_all()

    def _ready(self) -> None:
        self.button.setEnabled(True)
        self.button.setText(BUTTON)
        self.secret.line.setReadOnly(False)

    def _submit(self) -> None:
        if self.secret.line.isReadOnly():
            return
        if not self.secret.value().strip():
            self.show_refusal(EMPTY)
            return
        self.show_busy()
        self.submitted.emit(self.secret.value())

    def _tell_more(self) -> None:
        self._more.setVisible(not self._more.isVisible())
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
