"""One form after the other in the same view, without a word of the one that leaves being lost."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.formulier.controller import FormController


class Opvolging(QObject):
    """The form in a view. The next one takes its place; it stays, out of sight, until its last word is committed.

    Parameters:
        parent: the view.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.page: QWidget | None = None
        self.controller: FormController | None = None
        self._leaving: list[tuple[QWidget, FormController]] = []

    def put(self, page: QWidget, controller: FormController) -> None:
        """Let a form take the place of the last one.

        Parameters:
            page: all of it that is on screen.
            controller: of the form; it lives as long as its page.
        """
        if self.page is not None and self.controller is not None:
            self.page.hide()
            self._leaving.append((self.page, self.controller))
            self.controller.autosave.state_changed.connect(self._let_go)
            self.controller.flush()
            self._let_go()
        self.page, self.controller = page, controller

    def flush(self) -> None:
        """Write all that was typed."""
        if self.controller is not None:
            self.controller.flush()

    def is_saved(self) -> bool:
        """Whether every word is committed, also of a form that left the screen."""
        return not self._leaving and (self.controller is None or self.controller.autosave.is_clean)

    def _let_go(self, *_state: object) -> None:
        done = [each for each in self._leaving if each[1].autosave.is_clean]
        self._leaving = [each for each in self._leaving if each not in done]
        for page, _ in done:
            page.deleteLater()
