"""When the archive can't be opened: what is the matter, where it is, and what to do."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from app.storage.errors import (
    AlmostFull,
    DamagedDatabase,
    DamagedKeys,
    DiskFull,
    InUse,
    NoArchive,
    ReadOnly,
    StorageError,
    TooNew,
    TooOld,
    Unreadable,
    UnsafePlace,
)
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Small, Text, Title
from app.ui.widgets.sign import Sign
from app.ui.window.centred import CentredPage
from app.ui.window.measures import WIDE

TITLES: dict[type[StorageError], str] = {
    DamagedKeys: "Het sleutelbestand is beschadigd",
    DamagedDatabase: "Het archief is beschadigd",
    TooNew: "Dit archief hoort bij een nieuwere Ruggespraak",
    TooOld: "Dit archief hoort bij een veel oudere Ruggespraak",
    DiskFull: "De schijf is vol",
    AlmostFull: "De schijf is bijna vol",
    ReadOnly: "Ruggespraak mag hier niet schrijven",
    UnsafePlace: "Deze map is geen veilige plek",
    InUse: "Het archief is al open",
    NoArchive: "De map is er niet",
    Unreadable: "De schijf geeft fouten",
}

ELSEWHERE = (UnsafePlace, ReadOnly, NoArchive, DiskFull)
"""Troubles for which another folder is a way out."""

MENDED_BY_BACKUP = (DamagedKeys, DamagedDatabase)
"""Troubles for which a backup is the way out."""


def title_of(error: StorageError) -> str:
    """What is the matter, in a few words."""
    return TITLES.get(type(error), "Het archief gaat niet open")


class StoringPage(CentredPage):
    """A trouble of the environment, with the ways out.

    Parameters:
        error: what went wrong; its sentence says what, where and what to do.
        folder: where the archive stands or should stand.

    Signals:
        retry_wanted: the user has done something about it.
        backup_wanted: a backup has to be put back.
        other_folder_wanted: another folder has to be chosen.
        close_wanted: the user gives up for now.
    """

    retry_wanted = Signal()
    backup_wanted = Signal()
    other_folder_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, error: StorageError, folder: Path) -> None:
        super().__init__(WIDE)
        self.error = error
        self.again = Button("Opnieuw proberen", "primary")
        self.again.clicked.connect(self.retry_wanted)
        self.elsewhere = Button("Andere map kiezen …")
        self.elsewhere.clicked.connect(self.other_folder_wanted)
        self.put_back = Button("Zet een reservekopie terug …")
        self.put_back.clicked.connect(self.backup_wanted)
        self.look = Button("Open de map", icon="map")
        self.look.clicked.connect(partial(open_folder, folder))
        self.stop = Button("Sluit Ruggespraak", "quiet")
        self.stop.clicked.connect(self.close_wanted)
        self._lay_out(folder)

    def _lay_out(self, folder: Path) -> None:
        top = QHBoxLayout()
        self.add(top)
        top.setSpacing(scale.space(1.5))
        top.addWidget(Sign("waarschuwing", "warn", 1.6), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(Title(title_of(self.error)), 1)
        self.sentence = Text(str(self.error)).make_selectable()
        self.add(self.sentence)
        self.add(Small(f"De map van het archief: {folder}").make_selectable())
        self.add(Flow(self.again, self.put_back, self.elsewhere, self.look, self.stop))
        self.put_back.setVisible(isinstance(self.error, MENDED_BY_BACKUP))
        self.elsewhere.setVisible(isinstance(self.error, ELSEWHERE))
        self.look.setVisible(folder.is_dir())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file manager."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
