"""Locking, closing and logging off: nothing that was typed is lost, and nothing stays on screen."""

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from app.ui.widgets.modal import Modal

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

OPEN_TITLE = "Er staat nog iets open wat niet is bewaard"
OPEN = (
    "Toen Ruggespraak op slot ging, was je nog bezig in een venster. Ontgrendel, dan kun je daar verder. Ga je nu "
    "door, dan ben je kwijt wat je erin hebt getypt."
)

TURN_MILLISECONDS = 10
"""After which to look again whether whoever waited for a closed dialog has gone on."""


class Leaving(QObject):
    """The ways out of the program.

    Parameters:
        session: what is left.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._attic: QWidget | None = None
        self._closed: list[QWidget] = []
        self._focus: QWidget | None = None

    def lock(self, then: "Callable[[], object] | None" = None) -> None:
        """Cover what is on screen at once, forget it as soon as everything in it is written, and then do `then`.

        A dialog in which somebody was typing stays, with the screens behind it, out of sight and without the key.
        With a `then` it does not: that has another archive in mind.
        """
        session = self._session
        if session.main is None or session.start.options.demo or session.shell.page is not session.main:
            return
        session.way = session.main.router.way
        self._focus = session.shell.focusWidget()
        if self._attic is None:
            self._attic = QWidget()
        put_away = partial(Modal.put_away, self._attic, keep=then is None)
        seal = partial(session.keeper().seal, partial(self._forget, then))
        for step in (session.main.flush, put_away, self._clear_screen, seal):
            _whatever_happens(step)

    def uncover(self) -> None:
        """After unlocking: what is still there of what was covered is as it was, with the keyboard where it was."""
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        Modal.bring_back()

    def close(self) -> None:
        """Close the program when everything is written; ask first when it can't be."""
        session = self._session
        if session.main is None:
            self._give_up(self._close_now)
        else:
            session.main.flush()
            session.keeper().seal(self._close_if_saved)

    def let_go(self, then: "Callable[[], object]") -> None:
        """Give up what waits to be unlocked, if the user agrees, and do `then`: another archive takes its place."""
        if self._session.main is None or self._wants_to_lose(OPEN_TITLE, OPEN, "Ga toch door"):
            self._give_up(then)

    def end_session(self, _manager: object) -> None:
        """The user logs off or the computer shuts down: write, but stay; the system may still change its mind."""
        if self._session.main is not None:
            self._session.main.flush()
            self._session.keeper().finish_writing(SESSION_END_SECONDS)

    def _forget(self, then: "Callable[[], object] | None") -> None:
        session = self._session
        # What the disk refuses stays, covered, until the passphrase is given again: better than losing it.
        if session.main is None or session.shell.page is session.main or not session.main.is_saved():
            return
        if then is not None:
            Modal.give_up()  # who went on from a dialog that was closed may have opened the next one
        if self._is_ending():
            QTimer.singleShot(TURN_MILLISECONDS, self, partial(self._forget, then))
        elif Modal.any_kept():
            session.main.context.forget_key()
            session.keeper().rest()
        else:
            session.take_down()
            session.keeper().close()
            if then is not None:
                then()

    def _close_if_saved(self) -> None:
        main = self._session.main
        if main is None or main.is_saved() or self._wants_to_lose(UNSAVED_TITLE, UNSAVED):
            self._close_if_answered()

    def _close_if_answered(self) -> None:
        if not Modal.any_kept() or self._wants_to_lose(OPEN_TITLE, OPEN):
            self._give_up(self._close_now)

    def _wants_to_lose(self, title: str, text: str, accept: str = "Toch sluiten") -> bool:
        from app.ui.widgets.dialog import LockedQuestion

        shell = self._session.shell
        return bool(LockedQuestion.ask(shell, title, text, accept=accept, cancel="Blijf open", danger=True))

    def _give_up(self, then: "Callable[[], object]") -> None:
        """Close all dialogs, take down the screens that waited for them once these have gone on, and do `then`."""
        Modal.give_up()
        if self._is_ending():
            QTimer.singleShot(TURN_MILLISECONDS, self, partial(self._give_up, then))
        else:
            self._session.take_down()
            then()

    def _close_now(self) -> None:
        session = self._session
        session.settings.venster = session.shell.geometry_text()
        session.settings.save(session.start.folder)
        if session.warmer is not None:
            session.warmer.stop()
        session.drop_keeper()
        session.start.release()
        session.bugs.stop()
        Modal.bring_back()  # none is left, but whoever comes after this window does not begin locked
        session.shell.close_now()

    def _clear_screen(self) -> None:
        session = self._session
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not session.shell]
        self._closed = [each for each in shown if isinstance(each, QDialog)]  # the system's: those can't be put away
        for each in shown:
            each.close()
        session.show_unlock()
        if session.main is not None:
            session.main.setParent(self._attic)  # a screen reader also reads what is hidden in a window

    def _is_ending(self) -> bool:
        """Whether a dialog was closed whose caller did not go on yet: to take its screen away now would be a crash."""
        return Modal.any_ending() or any(each in self._closed for each in QApplication.topLevelWidgets())


def _whatever_happens(step: "Callable[[], object]") -> None:
    """Take a step of locking. A bug in a view or a dialog is told of, but may not leave the screen open."""
    try:
        step()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
