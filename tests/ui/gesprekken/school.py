"""A small school in November, with conversations that were held, planned and forgotten."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from app.models.gesprek import Gesprek
from app.models.jaarplan import Jaarplan, maak_jaarplan
from app.models.kalender import maak_kalender
from app.models.leerling import Leerling, Plan, met_sorteernaam
from app.models.records import Record, values_of
from app.models.school import Groep, Medewerker, School
from app.storage.archive import Archive
from app.storage.schooljaren import meegeleverd, vakanties
from app.ui.context import Context
from app.ui.database import Database
from app.ui.gesprekken.view import GesprekkenView
from app.ui.place import Place

JAAR = "2026-2027"
TODAY = date(2026, 11, 12)
IB = "Ina Beek"
KLAS = {"g12": ("1/2 A", ("1", "2"), "wit"), "g5": ("5/6", ("5", "6"), "smit"), "g8": ("8", ("8",), "amrani")}
STAF = {"wit": ("Els", "De Wit"), "smit": ("Joke", "Smit"), "amrani": ("Sara", "El Amrani")}


def plan_van(regio: str = "midden", jaar: str = JAAR) -> Jaarplan:
    """The year plan of a region with the legal timeline, as shipped."""
    return maak_jaarplan(maak_kalender(jaar, regio, vakanties(jaar)), meegeleverd()["wettelijke_tijdlijn"])


def vul(archive: Archive, leerlingen: int = 4) -> None:
    """Three groups: startgesprekken held by all, kindgesprekken half held, some of them never reported."""
    with archive.batch():
        archive.add(School(id="school", naam="De Linde", regio="midden", schooljaar=JAAR), IB)
        for id_, (roepnaam, achternaam) in STAF.items():
            archive.add(Medewerker(id=id_, roepnaam=roepnaam, achternaam=achternaam), IB)
        for id_, (naam, jaargroepen, leraar) in KLAS.items():
            archive.add(Groep(id=id_, naam=naam, schooljaar=JAAR, jaargroepen=jaargroepen, leerkrachten=(leraar,)), IB)
            for number in range(leerlingen):
                pupil = Leerling(
                    id=f"{id_}-{number}",
                    roepnaam=f"Kind{number}",
                    groep=id_,
                    jaargroep=jaargroepen[number % len(jaargroepen)],
                )
                archive.write("leerling", pupil.id, met_sorteernaam(values_of(pupil)), IB)
                for gesprek in _gesprekken(id_, pupil.id, leraar, number):
                    archive.add(gesprek, IB)
        archive.add(Plan(id="opp", soort="opp", leerling="g12-0", van=date(2026, 8, 1), tot=date(2027, 7, 1)), IB)


def _gesprekken(groep: str, leerling: str, leraar: str, number: int) -> Iterator[Gesprek]:
    about = {"schooljaar": JAAR, "leerling": leerling, "groep": groep, "medewerker": leraar}
    start = date(2026, 9, 7) + timedelta(number % 5)
    yield Gesprek(
        soort="startgesprek", moment="start", datum=start, staat="gehouden", verslag_op=start.isoformat(), **about
    )
    talk = date(2026, 10, 26) + timedelta(number % 5)
    if groep == "g5":
        yield Gesprek(soort="kindgesprek", moment="kind_okt", datum=talk, staat="gehouden", **about)
    elif number % 2:
        reported = talk.isoformat()
        yield Gesprek(
            soort="kindgesprek", moment="kind_okt", datum=talk, staat="gehouden", verslag_op=reported, **about
        )
    else:
        yield Gesprek(soort="kindgesprek", moment="kind_okt", datum=date(2026, 11, 17), **about)


class Scherm:
    """The overview over a real archive; changes come back to it as in the window."""

    def __init__(self, qtbot, folder: Path, fill: Callable[[Archive], None], today: date = TODAY) -> None:
        self.qtbot = qtbot
        archive = Archive(folder, bytes(32))
        fill(archive)
        archive.close()
        self.today = today
        self.db = Database()
        opened: list[None] = []
        self.db.open(folder, bytes(32), opened.append, _fail)
        qtbot.waitUntil(lambda: bool(opened))
        context = Context(db=self.db, folder=folder, gebruiker=IB, vandaag=lambda: self.today)
        self.view = GesprekkenView(context)
        self.went: list[Place] = []
        self.view.place_requested.connect(self.went.append)
        self.db.changed.connect(self._on_change)
        qtbot.addWidget(self.view)
        self.view.resize(1240, 860)
        with qtbot.waitActive(self.view):
            self.view.show()
            self.view.activateWindow()
        self.show(Place("gesprekken"))

    def _on_change(self, change: Any) -> None:
        if self.view.concerns(change):
            self.view.refresh()

    def show(self, place: Place) -> None:
        self.view.show_place(place)
        self.settle()

    def settle(self) -> None:
        """Wait until the database has answered all, also what the answers asked for."""
        for _ in range(4):
            done: list[None] = []
            self.db.ask(lambda archive: None, done.append)
            self.qtbot.waitUntil(lambda done=done: bool(done))
        QApplication.processEvents()

    def ask(self, question: Callable[[Archive], Any]) -> Any:
        answers: list[Any] = []
        self.db.ask(question, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def get(self, kind: type[Record], id_: str) -> Any:
        return self.ask(lambda archive: archive.get(kind, id_))

    def cell(self, row: int, column: int) -> str:
        return self.view.coverage.model().index(row, column).data()


def _fail(error: BaseException) -> None:
    raise AssertionError(repr(error))
