"""Keeping everything in another folder from now on, for who can't use the present one."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.start.onthouden import choose_folder
from app.start.steps import has_archive
from app.storage.errors import StorageError
from app.ui.window.shell import PROGRAM

if TYPE_CHECKING:
    from app.start.session import Session


def choose_and_move(session: "Session") -> None:
    """Ask for a folder and start again with it; what stands in the present one stays there."""
    chosen = QFileDialog.getExistingDirectory(session.shell, "Kies een map voor Ruggespraak", str(Path.home()))
    if not chosen:
        return
    # A folder of our own in it: the archive's folder is closed to others, and that must not happen to theirs.
    folder = Path(chosen) if has_archive(Path(chosen)) else Path(chosen) / PROGRAM
    session.leaving.let_go(partial(_move, session, folder))


def _move(session: "Session", folder: Path) -> None:
    try:
        choose_folder(folder)
    except StorageError as error:
        session.shell.notify("bad", "Deze keuze kan niet worden onthouden", str(error))
    session.start.options = session.start.options._replace(data=folder)
    session.start_again()
