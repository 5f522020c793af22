"""The first page, as the IB'er meets it in the morning."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Definitie, Formulier, Werkaantekening
from app.models.consult import Consult
from app.models.leerling import Leerling
from app.models.records import Record
from app.models.route import Mpo, Route
from app.models.school import Groep, School
from app.storage.archive import Archive
from app.ui.context import Context
from app.ui.database import Database
from app.ui.place import Place
from app.ui.theme.style import apply_theme
from app.ui.vandaag.view import VandaagView
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.chip import Chip

TODAY = date(2026, 11, 23)
IB = "Anna de Wit"
PUPIL = (
    Definitie(id="d", naam="leerlingbespreking"),
    Groep(id="g", naam="5/6", jaargroepen=("5", "6")),
    Leerling(id="noor", roepnaam="Noor", voorvoegsel="van den", achternaam="Berg", groep="g"),
)


class Morning:
    """The view in a real window, and where it asked to go."""

    def __init__(self, qtbot, db: Database, folder: Path) -> None:
        self._qtbot = qtbot
        self.db = db
        self.view = VandaagView(Context(db, folder, gebruiker=IB, vandaag=lambda: TODAY))
        self.places: list[Place] = []
        self.view.place_requested.connect(self.places.append)
        qtbot.addWidget(self.view)
        self.view.resize(1100, 900)
        self.view.show_place(Place("vandaag"))
        self.view.show()
        qtbot.waitUntil(lambda: self.view.is_filled)
        qtbot.wait(40)  # what lies lower follows the first picture

    def texts(self) -> list[str]:
        return [each.text() for each in self.view.findChildren(QLabel) if each.isVisible() and each.text()]

    def press(self, words: str) -> Place:
        """Press a button or link; where it leads."""
        (button, *_) = [
            each
            for each in self.view.findChildren(QPushButton)
            if each.isVisible() and each.text().replace("&&", "&") == words
        ]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self.places[-1]

    def ask(self, question):
        found = []
        self.db.ask(question, found.append)
        self._qtbot.waitUntil(lambda: bool(found))
        return found[0]


@pytest.fixture
def morning(qapp: QApplication, qtbot, tmp_path: Path):
    """Begins a day with the given records in the archive."""
    apply_theme(qapp, dark=False)
    db = Database()

    def begin(records: Iterable[Record] = ()) -> Morning:
        archive = Archive(tmp_path, bytes(32))
        for record in records:
            archive.add(record, IB)
        archive.close()
        opened: list[None] = []
        db.open(tmp_path, bytes(32), opened.append, lambda error: pytest.fail(repr(error)))
        qtbot.waitUntil(lambda: bool(opened))
        return Morning(qtbot, db, tmp_path)

    yield begin
    assert db.close()


def test_a_fresh_school_is_told_what_to_do_first(morning):
    page = morning()
    assert "Wat wil je eerst doen?" in page.texts()
    assert page.press("EDEXML inlezen") == Place("importeren")
    assert page.press("Zelf invoeren") == Place("leerlingen")
    assert page.press("Bespreking plannen") == Place("besprekingen", part="nieuw")
    assert page.press("Lees hoe dat gaat").view == "handleiding"


def test_it_greets_by_first_name_on_the_day_it_is(morning):
    page = morning()
    assert any(each.endswith(", Anna") for each in page.texts())
    assert "maandag 23 november 2026" in page.texts()


def test_from_june_until_it_is_done_a_new_school_year_can_be_prepared(morning):
    page = morning([*PUPIL, School(id="s", schooljaar="2025-2026"), Bespreking(id="b", datum=TODAY, groep="g")])
    assert "Bijna schooljaar 2026-2027" in page.texts()
    assert page.press("Nieuw schooljaar voorbereiden") == Place("jaarovergang")
    page.db.ask(lambda archive: archive.write("school", "s", {"schooljaar": "2026-2027"}, IB))
    page.view.refresh()
    page.view.context.db.ask(lambda archive: None)
    page._qtbot.waitUntil(lambda: "Bijna schooljaar 2026-2027" not in page.texts())


def test_when_all_is_done_it_says_so(morning):
    page = morning([*PUPIL, Bespreking(id="b", datum=TODAY, gehouden=True)])
    assert "Alles is bij" in page.texts()
    assert page.press("Plan een bespreking") == Place("besprekingen", part="nieuw")


def test_everything_that_waits_leads_to_where_it_is_done(morning):
    answers = {"doel": {"doel": "x"}}
    closed = "2026-11-20T10:00:00"
    page = morning(
        [
            *PUPIL,
            Bespreking(id="b", datum=TODAY, tijd="13:30", groep="g"),
            Agendapunt(bespreking="b", leerling="noor"),
            Formulier(id="half", definitie="d", leerling="noor", stam="half", datum=TODAY, antwoorden=answers),
            Formulier(id="dicht", definitie="d", leerling="noor", stam="dicht", datum=TODAY, vastgesteld_op=closed),
            Formulier(id="klaar", definitie="d", leerling="noor", stam="klaar", vastgesteld_op=closed, verslag="x"),
            Afspraak(
                id="e", leerling="noor", formulier="dicht", soort="evaluatie", wat="Evaluatie: tafels", voor=TODAY
            ),
            Afspraak(id="a", leerling="noor", wat="Ouders bellen", wie="Joke", voor=TODAY - timedelta(3)),
            Werkaantekening(id="w", leerling="noor", tekst="x", opruimen_op=TODAY),
        ]
    )
    assert page.press("Open") == Place("bespreking", "b")
    assert page.press("Evalueer") == Place("formulier", "dicht", "evaluatie")
    assert page.press("Verder waar je was") == Place("formulier", "half")
    assert page.press("Maak het verslag") == Place("verslag", "dicht")
    assert page.press("Naar het verslag") == Place("verslag", "klaar")
    assert page.press("Bekijk") == Place("leerling", "noor", "werkaantekeningen")
    assert page.press("Noor van den Berg") == Place("leerling", "noor")
    for words in ("Leerlingbespreking groep 5/6", "13:30 · 1 leerling", "tafels", "Ouders bellen"):
        assert words in [*page.texts(), *(each.accessibleName() for each in page.view.findChildren(CheckBox))]


def test_an_agreement_is_ticked_and_comes_back_by_undo(morning, qtbot):
    page = morning([*PUPIL, Afspraak(id="a", leerling="noor", wat="Ouders bellen", voor=TODAY)])
    (box,) = page.view.findChildren(CheckBox)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    qtbot.waitUntil(lambda: page.ask(lambda archive: archive.get(Afspraak, "a")).staat == "gedaan")
    page.view.refresh()
    qtbot.waitUntil(lambda: "Alles is bij" in page.texts() or "Wat wil je eerst doen?" in page.texts())
    page.view._undo.button.click()
    qtbot.waitUntil(lambda: page.ask(lambda archive: archive.get(Afspraak, "a")).staat == "open")
    assert page.ask(lambda archive: archive.get(Afspraak, "a")).afgerond_op is None


def test_a_long_list_begins_short(morning, qtbot):
    tasks = [Afspraak(id=f"a{day}", leerling="noor", wat=f"Taak {day}", voor=TODAY) for day in range(9)]
    page = morning([*PUPIL, *tasks])
    assert len(page.view.findChildren(CheckBox)) == 6
    (more,) = [each for each in page.view.findChildren(QPushButton) if each.text() == "Toon er nog 3"]
    more.click()
    assert len(page.view.findChildren(CheckBox)) == 9


@pytest.mark.parametrize(
    ("days", "words"),
    [(-3, "3 dagen te laat"), (-1, "gisteren"), (0, "vandaag"), (1, "morgen"), (4, "vrijdag"), (9, "2 dec")],
)
def test_days_are_called_the_way_people_do(days: int, words: str):
    from app.ui.vandaag.regels import when

    assert when(TODAY + timedelta(days), TODAY)[0] == words


def test_an_mpo_leads_to_its_route_and_an_appointment_to_its_consult(morning):
    day = TODAY + timedelta(1)
    page = morning(
        [
            *PUPIL,
            Route(id="r", leerling="noor", definitie="d"),
            Mpo(id="m", route="r", leerling="noor", datum=TODAY, tijd="14:00", plaats="bij de GGD"),
            Consult(
                id="c", definitie="d", leerling="noor", leerlingen=("noor", "x"), status="afspraak", afspraak_op=day
            ),
        ]
    )
    said = page.texts()
    assert said[said.index("MPO's en consulten") + 1 :] == [
        "MPO over Noor van den Berg",
        "14:00 · groep 5/6 · bij de GGD",
        "Consult over Noor van den Berg +1",
        "groep 5/6",
    ]
    assert [each.text() for each in page.view.findChildren(Chip)] == ["vandaag", "morgen"]
    assert page.press("Open") == Place("route", "r", "mpo")
    page.ask(lambda archive: archive.write("mpo", "m", {"uitkomst": "vervolg"}, IB))
    page.view.refresh()
    page.ask(lambda archive: None)
    assert page.press("Open") == Place("consult", "c")
