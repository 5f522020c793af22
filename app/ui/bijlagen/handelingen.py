"""What the user does with an annex that is there: look at it, open it elsewhere, take it away."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.bijlagesoort import SOORTEN
from app.models.consult import Bijlage
from app.storage.archive import Archive
from app.storage.bijlagen import kopie, verwijder, zet_punt
from app.storage.bijlageresten import ruim_kopieen_op
from app.storage.errors import StorageError
from app.storage.ongedaan import Schrijf, schrijf
from app.ui.bijlagen.regels import BEKIJK, VERWIJDER
from app.ui.bijlagen.toevoegen import Plek
from app.ui.bijlagen.woorden import LEAVES
from app.ui.context import Context
from app.ui.exporteren import openen
from app.ui.exporteren.achtergrond import Background, report
from app.ui.widgets.dialog import Question
from app.ui.widgets.modal import Modal
from app.ui.widgets.undo_bar import UndoBar

Work = Callable[[Archive], Iterable[Schrijf]]

OUTSIDE = "Dit bestand gaat uit de veilige plek"
OUTSIDE_TEXT = (
    f"{LEAVES} Andere programma's kunnen iets ervan onthouden. Wat je erin verandert, komt niet terug in Ruggespraak."
)


class Handelingen(QObject):
    """Looks, opens, removes; each with what to say of it.

    Parameters:
        host: over which dialogs open.
        bar: where taking back is offered.

    Signals:
        gezegd: state of a banner, title and text.
    """

    gezegd = Signal(str, str, str)

    def __init__(self, host: QWidget, context: Context, bar: UndoBar) -> None:
        super().__init__(host)
        self._host, self._context, self._bar = host, context, bar
        self._background = Background(self)

    def doe(self, wat: str, bijlage: Bijlage) -> None:
        """Do what is wanted of a file: `BEKIJK`, `ELDERS` or `VERWIJDER`."""
        {BEKIJK: self.bekijk, VERWIJDER: self.verwijder}.get(wat, self.open_elders)(bijlage)

    def bekijk(self, bijlage: Bijlage) -> None:
        """Show it inside the program."""
        from app.ui.bijlagen.kijker import ELDERS, Kijker  # not before somebody looks

        viewer = Kijker(self._host.window(), self._context.folder, bijlage)
        answer = viewer.exec()
        viewer.deleteLater()
        if answer == ELDERS:
            self.open_elders(bijlage)

    def open_elders(self, bijlage: Bijlage) -> None:
        """Ask, make a copy outside the safe place, and let the system open it."""
        if Question.ask(self._host.window(), OUTSIDE, OUTSIDE_TEXT, accept="Open een kopie"):
            work = partial(_copy, self._context.folder, bijlage)
            self._background.run(work, partial(self._open, bijlage), self._failed)

    def verwijder(self, bijlage: Bijlage) -> None:
        """Take it out of sight, with a way back."""
        self._write(partial(_remove, bijlage.id), "Bijlage verwijderd.")

    def zet_staat(self, plek: Plek, staat: str) -> None:
        """Set the state of a line of the checklist."""
        self._write(partial(_given, (zet_punt(plek.leerling, plek.van or "", plek.punt, staat),)), "")

    def bied_terug(self, words: str, back: tuple[Schrijf, ...]) -> None:
        """Offer to take back what was written."""
        if back and words:
            self._bar.offer(words, partial(self._write, partial(_given, back), ""))

    def _write(self, work: Work, words: str) -> None:
        question = partial(_write, work, self._context.gebruiker)
        self._context.db.ask(question, partial(self.bied_terug, words), owner=self)

    def _open(self, bijlage: Bijlage, path: Path) -> None:
        if not Modal.is_locked() and not openen.open_file(path):
            soort = SOORTEN.get(bijlage.soort)
            kind = soort.woord if soort else "onbekend"
            words = f"Op deze laptop staat geen programma voor dit soort bestand ({kind})."
            self.gezegd.emit("warn", "De bijlage kan niet worden geopend.", words)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, StorageError):
            self.gezegd.emit("bad", "De bijlage kan niet worden geopend.", str(error))
        else:
            report(error)


def _copy(folder: Path, bijlage: Bijlage) -> Path:
    path = kopie(folder, bijlage)
    if Modal.is_locked():
        ruim_kopieen_op(folder)  # the lock did so too, but then this one was still being made
    return path


def _remove(bijlage: str, archive: Archive) -> Iterable[Schrijf]:
    return verwijder(archive, bijlage)


def _given(work: Iterable[Schrijf], _archive: Archive) -> Iterable[Schrijf]:
    return work


def _write(work: Work, author: str, archive: Archive) -> tuple[Schrijf, ...]:
    return schrijf(archive, work(archive), author)
