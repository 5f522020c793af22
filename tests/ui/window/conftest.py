"""The main window over a small school, in a real window."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.models.bespreking import Afspraak, Bespreking, Definitie, Formulier
from app.models.leerling import Leerling
from app.models.school import Groep
from app.resources import resource
from app.storage.archive import Archive
from app.ui.context import Context
from app.ui.database import Database
from app.ui.main_window import MainWindow
from app.ui.theme.style import apply_theme

TODAY = date(2026, 11, 23)
IB = "Anna de Wit"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    archive = Archive(tmp_path, bytes(32))
    text = resource("formulieren", "leerlingbespreking.toml").read_text("utf-8")
    answers = {"hulpvraag": {"hulpvraag": "Hoe leert Noor de tafels met de tablet?"}}
    with archive.batch():
        for record in (
            Definitie(id="d", naam="leerlingbespreking", tekst=text),
            Groep(id="g", naam="5/6", schooljaar="2026-2027", jaargroepen=("5", "6")),
            Leerling(id="noor", roepnaam="Noor", voorvoegsel="van den", achternaam="Berg", groep="g", sorteernaam="b"),
            Leerling(id="sem", roepnaam="Sem", achternaam="Noorman", groep="g", sorteernaam="n"),
            Bespreking(id="b", datum=TODAY, tijd="13:30", groep="g"),
            Formulier(
                id="f", definitie="d", leerling="noor", bespreking="b", stam="f", datum=TODAY, antwoorden=answers
            ),
            Afspraak(id="laat", leerling="noor", wat="Ouders bellen", wie="Joke", voor=TODAY - timedelta(2)),
            Afspraak(id="straks", leerling="sem", wat="Toets afnemen", wie="Joke", voor=TODAY + timedelta(1)),
        ):
            archive.add(record, IB)
    archive.close()
    return tmp_path


@pytest.fixture
def context(qapp: QApplication, qtbot, folder: Path):
    """What views are given; the archive is closed at the end."""
    apply_theme(qapp, dark=False)
    db = Database()
    opened: list[None] = []
    db.open(folder, bytes(32), opened.append, lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: bool(opened))
    yield Context(db, folder, gebruiker=IB, vandaag=lambda: TODAY)
    assert db.close()


@pytest.fixture
def window(context: Context, qtbot):
    """The program, unlocked, at Vandaag."""
    main = MainWindow(context)
    qtbot.addWidget(main)
    main.resize(1366, 768)
    with qtbot.waitActive(main):
        main.show()
        main.activateWindow()
    main.resume(())
    qtbot.waitUntil(lambda: main.router.view.is_filled)
    return main
