"""Makes a pack beside the screen, tells how far it is, and logs that it left the school."""

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.exports.bewaren import ExportProblem
from app.exports.pakket import Deel, Gestopt, Progress, maak_pakket, namen, pakketnaam
from app.exports.sjabloon import TemplateProblem
from app.models.consult import Verstrekking
from app.storage import verstrekkingen
from app.storage.archive import Archive
from app.storage.errors import StorageError
from app.ui.context import Context
from app.ui.exporteren import openen
from app.ui.exporteren.achtergrond import Background, report
from app.ui.exporteren.opslaan import FOLDER_SETTING, OUR_FAULT
from app.ui.on_screen import on_screen
from app.ui.pakket.aanbod import Pakketaanbod, Pakketkeuze, omvang
from app.ui.widgets.banner import Banner
from app.ui.widgets.file_dialog import documents_folder
from app.ui.widgets.progress_panel import ProgressPanel

OUTSIDE = "Dit pakket is niet versleuteld. Gooi het weg als het is verstuurd."
STEPS = 100
"""Progress is told at most so many times: in hundredths."""


class PakketMaker(QWidget):
    """Makes packs, one at a time. Takes no room until then.

    Signals:
        made: a pack is there and was logged.
        told: it became visible with something to tell.
    """

    made = Signal()
    told = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._background = Background(self)
        self._stop = threading.Event()
        self._busy = False
        self._place, self._about = "", ""
        self.progress = ProgressPanel("Pakket maken")
        self.banner = Banner("info", "", dismissible=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.banner)
        self.progress.cancelled.connect(self._on_stop)
        self.banner.dismissed.connect(self._forget)
        self.destroyed.connect(self._stop.set)  # who leaves for good wants no pack any more
        self.hide()

    def make(self, aanbod: Pakketaanbod, keuze: Pakketkeuze) -> None:
        """Make what was chosen, in the last used folder; the first time the user says where."""
        if not self._busy:
            self._context.db.ask(_last_folder, partial(self._with_folder, aanbod, keuze), owner=self)

    def show_for(self, record: str) -> None:
        """Tell only of the packs of this `Consult` or `Route`: nothing of another child stays on screen."""
        self._place = record
        self.setVisible(bool(self._about) and self._about == record)

    def dismiss(self) -> None:
        """Take away what was told, unless a pack is being made."""
        if not self._busy:
            self._forget()

    def _show(self) -> None:
        here = not self._place or self._about == self._place
        self.setVisible(here)
        if here:
            self.told.emit()

    def _forget(self) -> None:
        self._about = ""
        self.hide()

    def _with_folder(self, aanbod: Pakketaanbod, keuze: Pakketkeuze, known: str | None, choose: bool = False) -> None:
        folder = Path(known) if known else None
        if folder is None or choose or not folder.is_dir():
            start = folder if folder and folder.is_dir() else documents_folder()
            folder = openen.choose_folder(self.window(), start)
            if folder is None:
                return
            self._context.db.ask(partial(_keep_folder, str(folder)))
        self._begin(aanbod, keuze, folder)

    def _begin(self, aanbod: Pakketaanbod, keuze: Pakketkeuze, folder: Path) -> None:
        self._busy = True
        self._stop.clear()
        delen = tuple(aanbod.delen(keuze))
        self.progress.button.setEnabled(True)
        self.progress.set_progress(0, 0, "Bezig met samenstellen …")
        self.progress.show()
        self.banner.hide()
        self._about = aanbod.van
        self._show()
        naam = _free_name(aanbod, folder, keuze)
        meter = _Meter(on_screen(self, self._on_moved))
        work = partial(_make, delen, folder, naam, keuze.als_zip, meter, self._stop)
        self._background.run(
            work, partial(self._on_made, aanbod, keuze, delen), partial(self._on_failed, aanbod, keuze, folder)
        )

    def _on_stop(self) -> None:
        self._stop.set()

    def _on_moved(self, done: int, total: int) -> None:
        if self._busy:
            # In thousandths: a bar counts no more than two billion.
            self.progress.set_progress(round(1000 * done / max(total, 1)), 1000, f"{omvang(done)} van {omvang(total)}")

    def _on_made(self, aanbod: Pakketaanbod, keuze: Pakketkeuze, delen: tuple[Deel, ...], path: Path) -> None:
        self._busy = False
        today = self._context.vandaag()
        records = [
            Verstrekking(
                leerling=leerling, van=aanbod.van, datum=today, aan=keuze.aan, waarom=keuze.waarom,
                grond=keuze.grond, wat=namen(delen),
            )
            for leerling, _ in aanbod.leerlingen
        ]  # fmt: skip
        self._context.db.ask(partial(_log, records, self._context.gebruiker), self._on_logged, owner=self)
        banner = self._say("good", f"‘{path.name}’ is gemaakt.", f"In {path.parent}. {OUTSIDE}")
        banner.add_action("Toon in map", partial(openen.show_in_folder, path))

    def _on_logged(self, _nothing: None) -> None:
        self.made.emit()

    def _on_failed(self, aanbod: Pakketaanbod, keuze: Pakketkeuze, folder: Path, error: Exception) -> None:
        self._busy = False
        if isinstance(error, Gestopt):
            self._say("info", "Gestopt", str(error))
            return
        known = isinstance(error, ExportProblem | TemplateProblem | StorageError)
        banner = self._say("bad", "Het pakket is niet gemaakt.", str(error) if known else OUR_FAULT)
        if isinstance(error, ExportProblem):
            banner.add_action("Andere map", partial(self._with_folder, aanbod, keuze, str(folder), choose=True))
        if not known:
            report(error)

    def _say(self, state: str, title: str, text: str) -> Banner:
        self._column.removeWidget(self.banner)
        self.banner.hide()
        self.banner.deleteLater()
        self.banner = Banner(state, title, text, dismissible=True)
        self.banner.dismissed.connect(self._forget)
        self._column.addWidget(self.banner)
        self.progress.hide()
        self._show()
        return self.banner


class _Meter:
    """Tells progress to the screen, but not at every piece."""

    def __init__(self, tell: Progress) -> None:
        self._tell = tell
        self._told = -1

    def __call__(self, done: int, total: int) -> None:
        step = STEPS * done // max(total, 1)
        if step != self._told:
            self._told = step
            self._tell(done, total)


def _make(
    delen: tuple[Deel, ...], folder: Path, naam: str, als_zip: bool, meter: _Meter, stop: threading.Event
) -> Path:
    return maak_pakket(delen, folder, naam, als_zip=als_zip, progress=meter, cancelled=stop.is_set)


def _free_name(aanbod: Pakketaanbod, folder: Path, keuze: Pakketkeuze) -> str:
    """A name that is not taken: nothing is ever written over."""
    wie = aanbod.leerlingen[0][1] if len(aanbod.leerlingen) == 1 else ""
    naam = pakketnaam(aanbod.soort, wie)
    ending, number, free = ".zip" if keuze.als_zip else "", 2, naam
    while (folder / f"{free}{ending}").exists():
        free, number = f"{naam} ({number})", number + 1
    return free


def _log(records: list[Verstrekking], author: str, archive: Archive) -> None:
    verstrekkingen.leg_vast(archive, records, author)


def _last_folder(archive: Archive) -> str | None:
    return archive.setting(FOLDER_SETTING)


def _keep_folder(folder: str, archive: Archive) -> None:
    archive.set_setting(FOLDER_SETTING, folder)
