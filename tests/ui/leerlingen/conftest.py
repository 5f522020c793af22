"""A small school on disk, and the views of it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap, Plan, met_sorteernaam
from app.models.records import values_of
from app.models.school import Groep, Medewerker
from app.storage.archive import Archive
from app.ui.context import Context
from app.ui.database import Database
from app.ui.place import Place
from app.ui.theme.style import apply_theme
from app.ui.view import View
from tests.ui.leerlingen.scherm import IB, TODAY, Screen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    archive = Archive(tmp_path, bytes(32))
    autumn, winter = TODAY - timedelta(60), TODAY + timedelta(80)
    with archive.batch():
        for record in (
            Medewerker(id="m", roepnaam="Joke", achternaam="Smit"),
            Groep(id="g5", naam="5", jaargroepen=("5",), leerkrachten=("m",)),
            Groep(id="g6", naam="6", jaargroepen=("6",)),
            Plan(id="gp", soort="groepsplan", groep="g5", onderwerp="rekenen", van=autumn, tot=winter),
            Ouder(id="o", naam="Mirjam Berg", telefoon="06 12345678"),
        ):
            archive.add(record, IB)
        for id_, roepnaam, voor, achternaam, groep in (
            ("noor", "Noor", "van den", "Berg", "g5"),
            ("zoe", "Zoë", "", "Dijk", "g5"),
            ("sem", "Sem", "van den", "Berg", "g6"),
        ):
            pupil = Leerling(id=id_, roepnaam=roepnaam, voorvoegsel=voor, achternaam=achternaam, groep=groep)
            archive.write("leerling", id_, met_sorteernaam(values_of(pupil)), IB)
        archive.add(Ouderschap(id="tie", leerling="noor", ouder="o", relatie="moeder", gezag="ja"), IB)
        archive.add(Niveau(id="n1", leerling="noor", niveau=2, vanaf=autumn), IB)
    archive.close()
    return tmp_path


@pytest.fixture
def open_view(qapp: QApplication, qtbot, folder: Path):
    """Opens a view over the small school; the archive is closed at the end."""
    apply_theme(qapp, dark=False)
    db = Database()
    opened: list[None] = []
    db.open(folder, bytes(32), opened.append, lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: bool(opened))
    screens: list[Screen] = []

    def open_(kind: Callable[[Context], View], place: Place | None = None) -> Screen:
        screen = Screen(qtbot, db, folder, kind)
        screens.append(screen)
        if place is not None:
            screen.show(place)
        return screen

    yield open_
    for screen in screens:
        screen.view.leave()
    assert db.close()
