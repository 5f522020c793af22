"""A group with all that makes conversations differ, and views on it; on a day in the autumn."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.models.bespreking import Afspraak
from app.models.leerling import Gezin, Leerling, Niveau, Ouder, Ouderschap, Plan, met_sorteernaam
from app.models.records import values_of
from app.models.school import Groep, Medewerker, School
from app.models.schooljaar import Gespreksbeleid, Schooljaar
from app.storage.archive import Archive
from app.storage.schooljaren import beleidstekst
from app.ui.context import Context
from app.ui.database import Database
from app.ui.place import Place
from app.ui.theme.style import apply_theme
from app.ui.view import View
from tests.ui.leerlingen.scherm import IB, Screen

JAAR = "2026-2027"
DAY = date(2026, 9, 21)
"""A Monday, ten days after the startgesprekken (regio Midden, second school week)."""

STARTWEEK = date(2026, 9, 9)
"""The Wednesday of the startgesprekken."""

PUPILS = (
    ("noor", "Noor", "van den", "Berg", "5"),
    ("bram", "Bram", "", "Cox", "5"),
    ("zoe", "Zoë", "", "Dijk", "5"),
    ("sem", "Sem", "de", "Groot", "5"),
    ("tess", "Tess", "", "Maas", "5"),
)
"""In the order of the list."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Noor is at level 3, Zoë has an OPP, Sem a handelingsplan, the parents of Tess come apart."""
    archive = Archive(tmp_path, bytes(32))
    autumn, summer = date(2026, 9, 1), date(2027, 7, 9)
    with archive.batch():
        for record in (
            School(naam="De Beuk", regio="midden", schooljaar=JAAR),
            Medewerker(id="joke", roepnaam="Joke", achternaam="Smit"),
            Groep(id="g5", naam="5", schooljaar=JAAR, jaargroepen=("5",), leerkrachten=("joke",)),
            Groep(id="g8", naam="8", schooljaar=JAAR, jaargroepen=("8",)),
            Gezin(id="gezin", naam="Berg"),
        ):
            archive.add(record, IB)
        for id_, roepnaam, voor, achternaam, jaar in PUPILS:
            pupil = Leerling(
                id=id_, roepnaam=roepnaam, voorvoegsel=voor, achternaam=achternaam, groep="g5", jaargroep=jaar
            )
            archive.write("leerling", id_, met_sorteernaam(values_of(pupil)), IB)
        for record in (
            Niveau(leerling="noor", niveau=3, vanaf=autumn),
            Plan(soort="opp", leerling="zoe", van=autumn, tot=summer),
            Plan(id="hp", soort="handelingsplan", leerling="sem", onderwerp="rekenen", van=autumn, tot=summer),
            Ouder(id="moeder", naam="Anna Maas", tolk="Arabisch", adres="Dorpsstraat 1"),
            Ouder(id="vader", naam="Piet Maas", adres="Kerkweg 3"),
            Ouderschap(id="m", leerling="tess", ouder="moeder", relatie="moeder", eigen_gesprek=True, volgorde=0),
            Ouderschap(id="v", leerling="tess", ouder="vader", relatie="vader", eigen_gesprek=True, volgorde=1),
            Afspraak(id="lezen", leerling="sem", wat="Elke dag tien minuten lezen", wie="ouders"),
        ):
            archive.add(record, IB)
    archive.close()
    return tmp_path


def with_full_form(archive: Archive) -> None:
    """Let the school ask for a full report of pupils from level 3 on."""
    text = beleidstekst("wettelijke_tijdlijn").replace(
        "formulier_vanaf_niveau = false", "formulier_vanaf_niveau = true"
    )
    archive.add(Gespreksbeleid(id="eigen", naam="Ons beleid", basis="wettelijke_tijdlijn", tekst=text), IB)
    archive.add(Schooljaar(naam=JAAR, beleid="eigen"), IB)


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
