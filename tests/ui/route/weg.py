"""A school with a pupil who is on the way, and views on it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.models.contact import Contact
from app.models.leerling import Leerling, Ouder, Ouderschap, Plan, met_sorteernaam
from app.models.records import values_of
from app.models.school import Groep, School
from app.storage import routes
from app.storage.archive import Archive
from app.storage.routedefinities import load_route
from app.storage.routes import Aanvang
from app.storage.routestap import Zet
from app.ui.context import Context
from app.ui.database import Database
from app.ui.place import Place
from app.ui.theme.style import apply_theme
from app.ui.view import View
from tests.ui.leerlingen.scherm import IB, Screen

DAY = date(2026, 10, 12)
BEGUN = date(2026, 9, 1)
PUPILS = (("noor", "Noor", "van den", "Berg"), ("bram", "Bram", "", "Cox"), ("zoe", "Zoë", "", "Dijk"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Noor has an OPP that was made elsewhere and two parents; the others have nothing yet."""
    archive = Archive(tmp_path, bytes(32))
    with archive.batch():
        for record in (School(naam="De Beuk"), Groep(id="g5", naam="5", schooljaar="2026-2027", jaargroepen=("5",))):
            archive.add(record, IB)
        for id_, roepnaam, voor, achternaam in PUPILS:
            pupil = Leerling(id=id_, roepnaam=roepnaam, voorvoegsel=voor, achternaam=achternaam, groep="g5")
            archive.write("leerling", id_, met_sorteernaam(values_of(pupil)), IB)
        for record in (
            Plan(soort="opp", leerling="noor", van=BEGUN, tot=date(2027, 7, 9)),
            Ouder(id="moeder", naam="Anna van den Berg"),
            Ouderschap(id="m", leerling="noor", ouder="moeder", relatie="moeder", gezag="ja"),
            Contact(id="rvz", naam="Ria Visser", rol="rvz", bestuur="De Bomen"),
            Contact(id="coo", naam="Cor de Wit", rol="coordinator"),
            Contact(id="dir", naam="Dirk Hof", rol="directeur"),
        ):
            archive.add(record, IB)
    archive.close()
    return tmp_path


def begin(archive: Archive, leerling: str = "noor", day: date = BEGUN) -> str:
    """Put a pupil on the route that ships."""
    aanvang = Aanvang(load_route(archive, "po2001"), "Noor leert niet meer.", "Drie plannen werkten niet.")
    return routes.begin(archive, leerling, aanvang, Zet(day, IB), IB, DAY)


@pytest.fixture
def open_view(qapp: QApplication, qtbot, folder: Path):
    """Opens a view over the school; the archive is closed at the end."""
    apply_theme(qapp, dark=False)
    db = Database()
    opened: list[None] = []
    db.open(folder, bytes(32), opened.append, lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: bool(opened))
    screens: list[Screen] = []

    def open_(kind: Callable[[Context], View], place: Place | None = None) -> Screen:
        screen = Screen(qtbot, db, folder, kind)
        screen.view.context.vandaag = lambda: DAY
        screens.append(screen)
        if place is not None:
            screen.show(place)
        return screen

    yield open_
    for screen in screens:
        screen.view.leave()
    assert db.close()


def press(screen: Screen, words: str) -> None:
    """Press the visible button that bears these words."""
    buttons = [each for each in screen.view.findChildren(QAbstractButton) if each.isVisible()]
    button = next(each for each in buttons if words in (each.text(), each.accessibleName()))
    assert button.isEnabled()
    button.click()
    screen.settle()
