"""Programs to kill: one that adds annexes without end, one that looks at one."""

import itertools
import os
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.models.consult import Bijlage
from app.storage import bijlagen
from app.storage.archive import Archive
from app.ui.bijlagen.kijker import Kijker
from app.ui.theme.style import apply_theme

from .school import KEY

MEGABYTE = 1024 * 1024


def add_for_ever(folder: str, leerling: str, out: int) -> None:
    """Add one file after another, each of another length; tell by a byte when the first is there."""
    archive = Archive(Path(folder), KEY)
    file = Path(folder).with_name("bron.pdf")
    for number in itertools.count():
        file.write_bytes(b"%PDF-1.4\n" + bytes([number % 256]) * (number % 5 * MEGABYTE + number))
        bijlagen.toevoegen(archive, Path(folder), file, leerling, None, "", "Anna de Wit")
        if not number:
            os.write(out, b"x")


def look_for_ever(folder: str, _leerling: str, out: int) -> None:
    """Show the last annex that is there, and tell by a byte that it stands on the screen."""
    beside = str(Path(folder).parent / "tijdelijk")
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": beside, "HOME": beside}
    app = QApplication([])
    apply_theme(app, dark=False)
    archive = Archive(Path(folder), KEY)
    viewer = Kijker(None, Path(folder), archive.all(Bijlage)[-1])
    viewer.show()
    timer = QTimer(interval=20)

    def tell() -> None:
        if viewer.page.accessibleName():
            timer.stop()
            os.write(out, b"x")

    timer.timeout.connect(tell)
    timer.start()
    app.exec()
