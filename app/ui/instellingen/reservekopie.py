"""Backups: make one now, see when the last one was made, and put one back."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.models.datums import lang
from app.storage import backup
from app.storage.archive import Archive
from app.storage.bijlagekopie import STORE
from app.storage.errors import StorageError
from app.ui.exporteren.achtergrond import Background
from app.ui.instellingen.deel import Deel
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.progress_panel import ProgressPanel

LAST_MADE, LAST_FOLDER = "reservekopie_op", "reservekopie_map"

WHERE = (
    "Kies een andere plek dan deze laptop, bijvoorbeeld een usb-stick of de netwerkschijf van school. De kopie is "
    "versleuteld en gaat open met de wachtzinnen en de herstelcode die nu gelden. De laatste tien blijven bewaard. "
    f"Bijlagen komen ernaast in de map ‘{STORE}’: laat die erbij staan."
)
BACK = (
    "Terug naar een eerdere stand? Ruggespraak controleert de reservekopie, zet alles wat er nu staat apart in een map "
    "naast het archief, en vraagt dan je wachtzin. Dat is de wachtzin die gold toen de kopie werd gemaakt."
)


class ReservekopieDeel(Deel):
    """Make, and put back."""

    words = "Reservekopie"
    lead = "Een volledige kopie van alles, voor als de laptop stukgaat of wegraakt."
    _annex_copied = Signal(int, int)
    """How many annexes are copied, and of how many; from the thread that copies."""

    def build(self) -> None:
        """Cards for making one and for putting one back; the Proefschool can be made again at any time."""
        self._message = Banner("good", "", dismissible=True)
        self._message.hide()
        self.body.addWidget(self._message)
        if self.context.ingang is None:
            words = "De Proefschool heeft geen reservekopie nodig: alles daarin is verzonnen."
            self.body.addWidget(Banner("info", words, "In je eigen archief maak je hier een reservekopie."))
            return
        self._background = Background(self)
        self._annex_copied.connect(self._show_copied)
        self._folder = str(Path.home())
        self._last = Text("")
        self._progress = ProgressPanel("Reservekopie maken", cancellable=False)
        self._progress.hide()
        self._make = Button("Maak nu een reservekopie …", "primary")
        self._make.clicked.connect(self._choose_target)
        self._back = Button("Zet een reservekopie terug …")
        self._back.clicked.connect(self._choose_backup)
        for title, parts in (
            ("Maken", (Muted(WHERE), self._last, Flow(self._make))),
            ("Terugzetten", (Muted(BACK), Flow(self._back))),
        ):
            card = Card(title)
            for part in parts:
                card.add(part)
            self.body.addWidget(card)
        self.body.insertWidget(self.body.indexOf(self._message) + 1, self._progress)

    def read(self) -> None:
        """Show when the last one was made."""
        if self.context.ingang is not None:
            self.context.db.ask(_last_made, self._show_last, owner=self)

    def make(self, folder: Path) -> None:
        """Make a backup in a folder: copied on the database thread, checked beside it, so that typing goes on."""
        self._busy("Kopiëren …")
        self.context.db.ask(
            partial(_copy_out, folder), partial(self._prove, datetime.now()), owner=self, otherwise=self._refused
        )

    def put_back(self, folder: Path) -> None:
        """Lock, and put a backup in the place of the archive."""
        way = self.context.ingang
        if way is not None and self.context.terugzetten is not None:
            self._busy("Controleren …")
            work = partial(backup.check_backup, folder, way.database_key)
            self._background.run(work, partial(self._leave, folder, way.database_key), self._refused)

    def _choose_target(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Waar komt de reservekopie?", self._folder)
        if chosen:
            self.make(Path(chosen))

    def _choose_backup(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Kies de map van de reservekopie", self._folder)
        if chosen:
            self.put_back(Path(chosen))

    def _prove(self, when: datetime, copy: Path) -> None:
        self._busy("Controleren …")
        assert self.context.ingang is not None
        work = partial(_prove, copy, self.context.folder, self.context.ingang.database_key, when, self._copied)
        self._background.run(work, partial(self._made, when), self._refused)

    def _copied(self, done: int, total: int) -> None:
        with suppress(RuntimeError):  # the screen is gone; the backup goes on
            self._annex_copied.emit(done, total)

    def _show_copied(self, done: int, total: int) -> None:
        self._progress.set_progress(done, total, f"Bijlage {done} van {total} gekopieerd")

    def _made(self, when: datetime, answer: tuple[Path, int]) -> None:
        made, lost = answer
        if lost:
            self._tell("warn", "De reservekopie is gemaakt, maar er ontbreken bijlagen.", f"{lost_words(lost)} {made}")
        else:
            self._tell("good", "De reservekopie is gemaakt en van begin tot eind gecontroleerd.", str(made))
        self.context.db.ask(partial(_note, when, made.parent), lambda _: self.read(), owner=self)

    def _leave(self, folder: Path, key: bytes, _checked: None) -> None:
        self._free()
        if self.context.terugzetten is not None:
            self.context.terugzetten(folder, key)

    def _show_last(self, last: tuple[str | None, str | None]) -> None:
        made, folder = last
        if made and folder:
            moment = datetime.fromisoformat(made)
            self._folder = folder
            self._last.setText(f"Laatste reservekopie: {lang(moment.date())}, {moment:%H:%M}, in {folder}")
        else:
            self._last.setText("Er is nog geen reservekopie gemaakt.")

    def _busy(self, detail: str) -> None:
        self._message.hide()
        self._progress.set_progress(0, 0, detail)
        self._progress.show()
        for button in (self._make, self._back):
            button.setEnabled(False)

    def _free(self) -> None:
        self._progress.hide()
        for button in (self._make, self._back):
            button.setEnabled(True)

    def _tell(self, state: str, title: str, text: str) -> None:
        self._free()
        self._message.set(state, title, text)
        self._message.show()

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, StorageError):
            self._tell("bad", "Dat is niet gelukt", str(error))
        else:
            self._free()
            self.context.db.report(error)


def lost_words(lost: int) -> str:
    """That of some annexes the file is not there or damaged."""
    files = "één bijlage is het bestand" if lost == 1 else f"{lost} bijlagen zijn de bestanden"
    return f"Van {files} kwijt of beschadigd: voeg ze opnieuw toe als je ze nog hebt. Al het andere is in orde."


def _prove(
    copy: Path, archief: Path, key: bytes, when: datetime, progress: Callable[[int, int], object]
) -> tuple[Path, int]:
    made = backup.prove(copy, archief, key, when, progress=progress)
    return made, backup.bijlagen_kwijt(made, key)


def _copy_out(folder: Path, archive: Archive) -> Path:
    return backup.copy_out(archive, folder)


def _last_made(archive: Archive) -> tuple[str | None, str | None]:
    return archive.setting(LAST_MADE), archive.setting(LAST_FOLDER)


def _note(when: datetime, folder: Path, archive: Archive) -> None:
    archive.set_setting(LAST_MADE, when.isoformat(timespec="minutes"))
    archive.set_setting(LAST_FOLDER, str(folder))
