"""The set on which scenes are played: a stage with the Proefschool, and the hands to work it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.storage import formulieren
from app.storage.archive import Archive
from app.ui.place import Place
from app.ui.theme.style import apply_theme
from app.ui.view import View
from tools.cast import Cast, find_cast
from tools.shots.camera import Camera, NotRight
from tools.stage import Stage, pause

Act = Callable[["Set", str], None]
"""Brings the set into the state to be pictured; is told the name of the picture."""

PATIENCE_SECONDS = 20.0
STEP_MILLISECONDS = 50


class Set:
    """One stage, one camera.

    Parameters:
        folder: of an archive with the demo's key.
        camera: takes the pictures.
        size: of the window.
        dark: the dark theme.
        with_cast: False for a school in which nothing is yet.
    """

    def __init__(self, folder: Path, camera: Camera, size: QSize, *, dark: bool, with_cast: bool = True) -> None:
        self.stage = Stage(folder, size=size)
        self.camera = camera
        apply_theme(self.stage.app, dark)
        self.cast: Cast | None = None
        if with_cast:
            found: list[Cast] = []
            self.stage.db.ask(find_cast, found.append)
            self.stage.settle()
            self.cast = found[0]

    @property
    def window(self) -> QWidget:
        """The program's window."""
        return self.stage.session.shell

    @property
    def view(self) -> View:
        """The view on screen."""
        main = self.stage.session.main
        assert main is not None and main.router.view is not None
        return main.router.view

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something that does not go by the database alone.

        Raises:
            NotRight: it does not happen.
        """
        for _ in range(round(PATIENCE_SECONDS * 1000 / STEP_MILLISECONDS)):
            if condition():
                self.stage.settle()
                return
            pause(STEP_MILLISECONDS)
        raise NotRight("it did not get there in time")

    def who(self, name: str) -> str:
        """Id of one of the cast."""
        return str(getattr(self.cast, name)) if name else ""

    def failed_before(self) -> str:
        """An action that did not work with the pupil of the open form.

        Raises:
            NotRight: there is none.
        """
        found: list[str] = []
        self.stage.db.ask(partial(_failed, self.who("open"), self.stage.day), found.extend)
        self.stage.settle()
        if not found:
            raise NotRight("nothing failed before with this pupil")
        return found[0]

    def go(self, view: str, who: str = "", part: str = "") -> None:
        """Go to a view of one of the cast."""
        self.stage.go(Place(view, self.who(who), part))

    def press(self, words: str) -> None:
        """Press the visible button that bears these words.

        Raises:
            NotRight: there is none.
        """
        self.button(words).click()
        self.stage.settle()

    def button(self, words: str) -> QAbstractButton:
        """The visible button that bears these words.

        Raises:
            NotRight: there is none.
        """
        for button in self.window.findChildren(QAbstractButton):
            if words in (button.text(), button.accessibleName()) and button.isVisible():
                return button
        raise NotRight(f"there is no button ‘{words}’")

    def take(self, name: str) -> None:
        """Picture what one sees."""
        self.stage.settle()
        self.camera.take(name, self.window)

    def take_dialog(self, name: str, words: str) -> None:
        """Picture the dialog that a button opens."""
        self.camera.take_dialog(name, self.window, self.button(words).click)
        self.stage.settle()


def _failed(form: str, day: date, archive: Archive) -> list[str]:
    acties = formulieren.open_blad(archive, form, day).acties
    return [each.actie for each in acties if each.resultaat == "werkte_niet"]


def at(view: str, who: str = "", part: str = "") -> Act:
    """The act of going to a view."""

    def act(scene: Set, _name: str) -> None:
        scene.go(view, who, part)

    return act
