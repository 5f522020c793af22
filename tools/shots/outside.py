"""What is on screen while no archive is open: welcome, unlocking, and what can stand in the way."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from app.models.school import Medewerker, School
from app.start.application import make_application
from app.start.options import Options
from app.start.session import Session
from app.start.steps import Start
from app.storage import keys
from app.storage.archive import Archive
from app.storage.errors import StorageError, UnsafePlace, WrongPassphrase
from app.storage.keyfile import Cost
from app.storage.keys import DEMO_KEY
from app.ui.ontgrendelen.page import OntgrendelPage
from app.ui.theme.style import apply_theme
from app.ui.welkom.page import WelkomPage
from tools.shots.camera import Camera
from tools.shots.looks import Look
from tools.stage import settle

PASSPHRASE = "vier losse woorden naast elkaar"
QUICK = Cost(memory=1024, passes=1, lanes=1)
"""The key in the picture opens nothing."""

Act = Callable[[Camera, Look, Path], None]


class Foyer:
    """The program's window before anything is unlocked."""

    def __init__(self, camera: Camera, look: Look, folder: Path) -> None:
        start = Start(Options(data=folder))
        start.folder = folder
        app = make_application()
        self.camera = camera
        self.session = Session(app, start)
        apply_theme(app, look.theme == "donker")
        self.session.shell.resize(QSize(look.width, look.height))

    def take(self, name: str) -> None:
        """Picture what one sees."""
        settle()
        self.camera.take(name, self.session.shell)

    def close(self) -> None:
        """Take the window down."""
        self.session.shell.close_now()
        self.session.deleteLater()
        settle()


def unlock(camera: Camera, look: Look, folder: Path) -> None:
    """The field for the passphrase, and what it says when that is wrong."""
    foyer = Foyer(camera, look, folder)
    foyer.session.show_unlock()
    foyer.take("ontgrendelen")
    page = foyer.session.shell.page
    assert isinstance(page, OntgrendelPage)
    page.show_refusal(str(WrongPassphrase()))
    foyer.take("ontgrendelen-geweigerd")
    foyer.close()


def welcome(camera: Camera, look: Look, folder: Path) -> None:
    """Each step of the welcome, filled in as somebody would."""
    foyer = Foyer(camera, look, folder)
    foyer.session.show_welcome()
    page = foyer.session.shell.page
    assert isinstance(page, WelkomPage)
    page.school.naam.set_value("De Regenboog")
    page.school.plaats.set_value("Rietvoorde")
    page.school.regio.set_value("midden")
    for field, words in ((page.ik.roepnaam, "Anna"), (page.ik.voorvoegsel, "de"), (page.ik.achternaam, "Wit")):
        field.set_value(words)
    for name in ("welkom-1", "welkom-2-school", "welkom-3-ik"):
        foyer.take(name)
        page.go_on()
    QTest.keyClicks(page.wachtzin.passphrase.first.line, PASSPHRASE)
    foyer.take("welkom-4-wachtzin")
    page.take_keys(keys.prepare(PASSPHRASE, "Anna de Wit", cost=QUICK))
    foyer.take("welkom-5-herstelcode")
    page.go_on()
    foyer.take("welkom-6-overtypen")
    foyer.close()


def trouble(camera: Camera, look: Look, folder: Path) -> None:
    """Why the archive can't be opened."""
    foyer = Foyer(camera, look, folder)
    foyer.session.show_trouble(example_trouble())
    foyer.take("storing")
    foyer.close()


def example_trouble() -> StorageError:
    """A trouble that somebody can do something about."""
    return UnsafePlace(Path.home() / "OneDrive" / "Ruggespraak", "OneDrive zet deze map ook op internet")


def make_empty_school(folder: Path) -> Path:
    """An archive right after the welcome: a school and its IB'er, no pupils."""
    folder.mkdir(parents=True)
    archive = Archive(folder, DEMO_KEY)
    try:
        archive.add(School(naam="De Beginschool", plaats="Rietvoorde", schooljaar="2026-2027"), "Anna de Wit")
        archive.add(Medewerker(roepnaam="Anna", voorvoegsel="de", achternaam="Wit", rollen=("ib",)), "Anna de Wit")
    finally:
        archive.close()
    return folder


BEFORE_THE_PROGRAM: Mapping[str, Act] = {"welkom": welcome, "ontgrendelen": unlock, "storing": trouble}
