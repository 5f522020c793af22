"""Putting a backup back, which can only be done while the archive is closed."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.storage import backup, keys
from app.storage.bijlagekopie import STORE
from app.storage.errors import StorageError
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.password_field import PasswordField

if TYPE_CHECKING:
    from app.start.session import Session

DONE = "De reservekopie is teruggezet"
NOT_DONE = "De reservekopie is niet teruggezet"


class VraagWachtzin(Dialog):
    """Asks for the secret that opens a backup."""

    over_lock = True

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Wachtzin van de reservekopie", accept="Zet terug")
        self.secret = PasswordField()
        form = FormRows()
        form.add_row("Wachtzin", self.secret, "Die gold toen de kopie werd gemaakt, of de herstelcode van toen.")
        self.add(form)

    def complaint(self) -> str:
        """Something must be typed."""
        return "" if self.secret.value().strip() else "Typ de wachtzin van de reservekopie."

    def answer(self) -> str:
        """The secret as typed."""
        return self.secret.value()


def put_back(session: "Session", folder: Path, key: bytes) -> None:
    """Lock the open archive, put a backup in its place and ask for the passphrase.

    Parameters:
        folder: of the backup.
        key: of its database.
    """
    session.leaving.lock(partial(_restore, session, folder, key))


def choose_and_put_back(session: "Session") -> None:
    """Where the archive can't be opened: ask for a backup and its passphrase, put it back, and start again."""
    chosen = QFileDialog.getExistingDirectory(session.shell, "Kies de map van de reservekopie", str(Path.home()))
    secret = VraagWachtzin.ask(session.shell) if chosen else None
    if secret:
        put_back_with(session, Path(chosen), secret)


def put_back_with(session: "Session", folder: Path, secret: str) -> None:
    """Put a backup back with its passphrase or recovery code, and start again."""
    try:
        key = keys.unlock(folder, secret).database_key
    except StorageError as error:
        session.shell.notify("bad", NOT_DONE, str(error))
        return
    session.leaving.let_go(partial(_close_and_restore, session, folder, key))


def _close_and_restore(session: "Session", folder: Path, key: bytes) -> None:
    session.keeper().close()
    if _restore(session, folder, key):
        session.start_again()


def _restore(session: "Session", folder: Path, key: bytes) -> bool:
    try:
        aside = backup.restore(folder, session.start.folder, key, datetime.now())
        lost = backup.bijlagen_kwijt(session.start.folder, key)
    except StorageError as error:
        session.shell.notify("bad", NOT_DONE, str(error))
        return False
    state, words = ("warn", _without(lost)) if lost else ("good", "")
    session.shell.notify(state, DONE, f"{words}Wat er stond, is bewaard in {aside}")
    return True


def _without(lost: int) -> str:
    files = "één bijlage ontbreekt het bestand" if lost == 1 else f"{lost} bijlagen ontbreken de bestanden"
    return f"Van {files}: leg de map ‘{STORE}’ naast de reservekopie en zet die nog eens terug. "
