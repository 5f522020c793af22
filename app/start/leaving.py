"""Locking, closing and logging off: nothing that was typed is lost, and nothing stays on screen."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.start.session import Session

SESSION_END_SECONDS = 5.0
"""How long writing may take when the user logs off: a system that waits longer ends the program by force."""

UNSAVED_TITLE = "Nog niet alles is bewaard"
UNSAVED = (
    "De laatste wijziging staat nog niet in het archief. Maak ruimte op de schijf of sluit de schijf weer aan, en "
    "wacht tot er ‘Alles bewaard’ staat. Sluit je nu, dan ben je die wijziging kwijt."
)


class Leaving(QObject):
    """The ways out of the program.

    Parameters:
        session: what is left.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session

    def lock(self, then: "Callable[[], object] | None" = None) -> None:
        """Cover what is on screen at once, forget it as soon as everything in it is written, and then do `then`."""
        session = self._session
        if session.main is None or session.start.options.demo or session.shell.page is not session.main:
            return
        session.main.flush()
        session.way = session.main.router.way
        self._close_dialogs()
        session.show_unlock()
        session.keeper().seal(partial(self._forget, then))

    def close(self) -> None:
        """Close the program when everything is written; ask first when it can't be."""
        session = self._session
        if session.main is None:
            self._close_now()
        else:
            session.main.flush()
            session.keeper().seal(self._close_if_saved)

    def end_session(self, _manager: object) -> None:
        """The user logs off or the computer shuts down: write, but stay; the system may still change its mind."""
        if self._session.main is not None:
            self._session.main.flush()
            self._session.keeper().finish_writing(SESSION_END_SECONDS)

    def _forget(self, then: "Callable[[], object] | None") -> None:
        session = self._session
        # What the disk refuses stays, covered, until the passphrase is given again: better than losing it.
        if session.main is not None and session.shell.page is not session.main and session.main.is_saved():
            session.take_down()
            session.keeper().close()
            if then is not None:
                then()

    def _close_if_saved(self) -> None:
        main = self._session.main
        if main is None or main.is_saved() or self._wants_to_lose():
            self._close_now()

    def _wants_to_lose(self) -> bool:
        from app.ui.widgets.dialog import Question

        shell = self._session.shell
        return bool(
            Question.ask(shell, UNSAVED_TITLE, UNSAVED, accept="Toch sluiten", cancel="Blijf open", danger=True)
        )

    def _close_now(self) -> None:
        session = self._session
        session.settings.venster = session.shell.geometry_text()
        session.settings.save(session.start.folder)
        if session.warmer is not None:
            session.warmer.stop()
        session.take_down()
        session.drop_keeper()
        session.start.release()
        session.bugs.stop()
        session.shell.close_now()

    def _close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget is not self._session.shell and widget.isVisible():
                widget.close()
