"""A view over a real archive, for tests that do what a person does."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from app.models.records import Record
from app.storage.archive import Archive
from app.ui.context import Context
from app.ui.database import Database
from app.ui.place import Place
from app.ui.view import View

TODAY = date.today()
IB = "Ina Beek"


class Screen:
    """A view with the archive behind it; changes come back to it as in the window.

    Attributes:
        went: the places the view asked to go to.
    """

    def __init__(self, qtbot, db: Database, folder: Path, kind: Callable[[Context], View]) -> None:
        self.qtbot, self.db = qtbot, db
        self.view: Any = kind(Context(db=db, folder=folder, gebruiker=IB, vandaag=lambda: TODAY))
        self.went: list[Place] = []
        self.view.place_requested.connect(self.went.append)
        db.changed.connect(self._on_change)
        qtbot.addWidget(self.view)
        self.view.resize(1280, 900)
        with qtbot.waitActive(self.view):
            self.view.show()
            self.view.activateWindow()

    def _on_change(self, change) -> None:
        if self.view.concerns(change):
            self.view.refresh()

    def show(self, place: Place) -> None:
        self.view.show_place(place)
        self.settle()

    def settle(self) -> None:
        """Wait until the database has answered all, also what the answers asked for."""
        for _ in range(4):
            done: list[None] = []
            self.db.ask(lambda archive: None, done.append)
            self.qtbot.waitUntil(lambda done=done: bool(done))
        QApplication.processEvents()

    def ask(self, question: Callable[[Archive], Any]) -> Any:
        answers: list[Any] = []
        self.db.ask(question, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def get(self, kind: type[Record], id_: str) -> Any:
        return self.ask(lambda archive: archive.get(kind, id_))

    def all(self, kind: type[Record], **equals: Any) -> list[Any]:
        return self.ask(lambda archive: archive.all(kind, **equals))
