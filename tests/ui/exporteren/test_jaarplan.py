"""The year plan leaves the program: in Word, and in a calendar with no more in it than was asked for."""

from datetime import date
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QApplication

from app.models.gesprek import Gesprek, Momentkeuze
from app.models.jaarplan import Jaarplan
from app.models.leerling import Leerling
from app.models.school import Groep, Medewerker, School
from app.storage.archive import Archive
from app.storage.naar_agenda import Leerkracht
from app.ui.context import Context
from app.ui.database import Database
from app.ui.exporteren import openen
from app.ui.exporteren.agenda_dialoog import MET, AgendaDialog, Agendakeuze
from app.ui.exporteren.jaarplan import naar_agenda, naar_word
from app.ui.exporteren.opslaan import ERNAAST, ExistsDialog, SaveDocument
from tests.exports.jaar import jaarplan

YEAR = "2026-2027"
DAY = date(2026, 9, 8)
JOKE = Leerkracht("joke", "Joke van Dijk", ("5/6",), frozenset({"5", "6"}))


def fill(archive: Archive) -> None:
    for record in (
        School(id="s", naam="De Waterlelie", schooljaar=YEAR),
        Medewerker(id="joke", roepnaam="Joke", voorvoegsel="van", achternaam="Dijk"),
        Groep(id="g", naam="5/6", schooljaar=YEAR, jaargroepen=("5", "6"), leerkrachten=("joke",)),
        Leerling(id="noor", roepnaam="Noor", voorvoegsel="van den", achternaam="Berg", groep="g"),
        Gesprek(
            schooljaar=YEAR,
            soort="startgesprek",
            leerling="noor",
            medewerker="joke",
            datum=date(2026, 9, 8),
            tijd="14:30",
        ),
    ):
        archive.add(record, "Test")


@pytest.fixture
def context(qtbot, tmp_path: Path):
    db = Database()
    ready: list[object] = []
    (tmp_path / "archief").mkdir()
    db.open(tmp_path / "archief", bytes(32), ready.append, ready.append)
    db.ask(fill, ready.append)
    qtbot.waitUntil(lambda: len(ready) == 2, timeout=10_000)
    yield Context(
        db,
        tmp_path / "archief",
        "Inge Bos",
        school=School(id="s", naam="De Waterlelie"),
        vandaag=lambda: date(2026, 9, 1),
    )
    assert db.close()


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that the user chooses."""
    made = tmp_path / "documenten"
    made.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda parent, start: made)
    return made


@pytest.fixture
def save(qapp: QApplication, qtbot, context: Context) -> SaveDocument:
    widget = SaveDocument(context)
    qtbot.addWidget(widget)
    return widget


def made(qtbot, folder: Path, name: str) -> Path:
    path = folder / name
    qtbot.waitUntil(path.is_file, timeout=10_000)
    return path


def test_the_directeur_gets_a_document(qtbot, context: Context, save: SaveDocument, folder: Path):
    naar_word(context, jaarplan(), save)
    document = docx.Document(str(made(qtbot, folder, "Jaarplanning gesprekken 2026-2027.docx")))
    assert document.paragraphs[0].text == "Jaarplanning gesprekken 2026-2027"
    qtbot.waitUntil(lambda: "is gemaakt" in save.banner().title.text())
    assert "niets over leerlingen" in save.banner().text.text()


@pytest.fixture
def exported(qtbot, context: Context, save: SaveDocument, folder: Path, monkeypatch: pytest.MonkeyPatch):
    """Titles of what stands in the calendar file that comes of a choice."""

    def export(keuze: Agendakeuze, name: str) -> set[str]:
        offered = []
        monkeypatch.setattr(AgendaDialog, "ask", lambda parent, year, people: offered.extend(people) or keuze)
        naar_agenda(context, jaarplan(), save)
        file = made(qtbot, folder, name).read_bytes()
        assert offered == [JOKE]
        return {str(each["summary"]) for each in Calendar.from_ical(file).events}

    return export


def test_the_whole_school_gets_its_plan(exported):
    found = exported(Agendakeuze("", gesprekken=False, namen=False), "Gesprekken 2026-2027.ics")
    assert {"Startgesprekken", "Preadvies groep 7"} <= found
    assert "Startgesprek" not in found


def test_a_teacher_gets_what_is_for_the_own_groups_and_the_own_conversations(exported):
    found = exported(Agendakeuze("joke", gesprekken=True, namen=False), "Gesprekken 2026-2027 Joke van Dijk.ics")
    assert {"Startgesprekken", "Startgesprek"} <= found
    assert "Preadvies groep 7" not in found
    assert not [each for each in found if "Noor" in each]


def test_names_stand_in_it_when_asked_for(exported):
    found = exported(Agendakeuze("joke", gesprekken=True, namen=True), "Gesprekken 2026-2027 Joke van Dijk.ics")
    assert "Startgesprek Noor van den Berg" in found


def test_a_second_file_calls_off_what_was_dropped_since_and_only_for_who_had_it(
    qtbot, context: Context, save: SaveDocument, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    dropped = jaarplan(keuzes=[Momentkeuze(moment="kind_okt", vervalt=True)])
    monkeypatch.setattr(ExistsDialog, "ask", lambda *about: ERNAAST)

    def off(plan: Jaarplan, who: str, name: str) -> list[str]:
        monkeypatch.setattr(AgendaDialog, "ask", lambda *about: Agendakeuze(who, gesprekken=bool(who), namen=False))
        naar_agenda(context, plan, save)
        found = Calendar.from_ical(made(qtbot, folder, name).read_bytes()).events
        qtbot.waitUntil(lambda: name in save.banner().title.text() and "is gemaakt" in save.banner().title.text())
        return [str(each["summary"]) for each in found if each["status"] == "CANCELLED"]

    joke = "Gesprekken 2026-2027 Joke van Dijk"
    assert off(jaarplan(), "joke", f"{joke}.ics") == []
    context.db.ask(lambda archive: archive.delete("gesprek", archive.all(Gesprek)[0].id, "Test"))
    assert off(dropped, "", "Gesprekken 2026-2027.ics") == []
    assert off(dropped, "joke", f"{joke} (2).ics") == ["Vervalt: Startgesprek", "Vervalt: Kindgesprekken oktober"]


def test_nothing_is_made_when_the_question_is_not_answered(
    qtbot, context: Context, save: SaveDocument, folder: Path, monkeypatch
):
    asked = []
    monkeypatch.setattr(AgendaDialog, "ask", lambda *about: asked.append(about))
    naar_agenda(context, jaarplan(), save)
    qtbot.waitUntil(lambda: bool(asked))
    assert save.banner() is None
    assert list(folder.iterdir()) == []


@pytest.fixture
def dialog(qtbot) -> AgendaDialog:
    found = AgendaDialog(None, YEAR, [JOKE])
    qtbot.addWidget(found)
    found.show()
    return found


def test_without_a_choice_it_is_the_plan_of_the_whole_school(dialog: AgendaDialog):
    assert dialog.answer() == Agendakeuze("", gesprekken=False, namen=False)
    assert not dialog.namen.isVisible()


def test_a_teacher_gets_the_own_conversations_without_names_until_names_are_chosen(dialog: AgendaDialog):
    dialog.wie.set_value("joke")
    dialog.wie.changed.emit()
    assert dialog.answer() == Agendakeuze("joke", gesprekken=True, namen=False)
    assert dialog.namen.isVisible()
    dialog.namen.set_value(MET)
    assert dialog.answer() == Agendakeuze("joke", gesprekken=True, namen=True)
    dialog.gesprekken.click()
    assert dialog.answer() == Agendakeuze("joke", gesprekken=False, namen=False)
