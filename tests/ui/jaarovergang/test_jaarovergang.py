"""A new school year through the view: nothing is written before the yes, then all of it, and there is a way back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.jaarovergang.groepen import NieuweGroep
from app.models.leerling import Leerling, Plan
from app.models.school import Groep, Medewerker, School
from app.storage.archive import Archive
from app.ui.database import Database
from app.ui.jaarovergang import groepen as groepen_module
from app.ui.jaarovergang.groep_dialoog import NieuweGroepDialog
from app.ui.jaarovergang.stroom import Stroom, stromen
from app.ui.jaarovergang.view import JaarovergangView, Question
from app.ui.place import Place
from app.ui.theme.style import apply_theme
from tests.ui.leerlingen.scherm import IB, Screen

JUNE = date(2027, 6, 21)
STAFF = Medewerker(id="jo", roepnaam="Jo", achternaam="Smit")
GROUPS = [
    Groep(id="g4", naam="4", schooljaar="2026-2027", jaargroepen=("4",), leerkrachten=("jo",)),
    Groep(id="g56", naam="5/6", schooljaar="2026-2027", jaargroepen=("5", "6")),
    Groep(id="g8", naam="8", schooljaar="2026-2027", jaargroepen=("8",)),
]
PUPILS = [
    Leerling(id="ann", roepnaam="Ann", achternaam="Aal", sorteernaam="aal ann", jaargroep="4", groep="g4"),
    Leerling(id="bas", roepnaam="Bas", achternaam="Bos", sorteernaam="bos bas", jaargroep="5", groep="g56"),
    Leerling(id="cas", roepnaam="Cas", achternaam="Cok", sorteernaam="cok cas", jaargroep="8", groep="g8"),
    Leerling(id="sam", roepnaam="Sam", achternaam="Dam", sorteernaam="dam sam", jaargroep="S", groep="g4"),
]


@pytest.fixture
def archive_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    archive = Archive(folder, bytes(32))
    archive.add(School(naam="De Linde", schooljaar="2026-2027"), IB)
    plan = Plan(id="rekenen", soort="groepsplan", groep="g4", onderwerp="rekenen", tot=date(2027, 11, 1))
    for record in (STAFF, *GROUPS, *PUPILS, plan):
        archive.add(record, IB)
    archive.close()
    return folder


@pytest.fixture
def screen(qapp: QApplication, qtbot, archive_folder: Path):
    apply_theme(qapp, dark=False)
    db = Database()
    opened: list[None] = []
    db.open(archive_folder, bytes(32), opened.append, lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: bool(opened))
    screen = Screen(qtbot, db, archive_folder, JaarovergangView)
    set_day(screen, JUNE)
    screen.show(Place("jaarovergang"))
    yield screen
    screen.settle()
    assert db.close()


def set_day(screen: Screen, day: date) -> None:
    screen.view.context.vandaag = lambda: day


def step(screen: Screen, name: str) -> None:
    screen.view.steps.set_value(name)
    screen.view.steps.changed.emit()


def choose(screen: Screen, *names: str) -> None:
    table = screen.view.pupils.table
    table.clearSelection()
    modes = table.selectionModel().SelectionFlag
    for place, row in enumerate(table.rows()):
        if row["naam"].split()[0] in names:
            table.selectionModel().select(table.model().index(place, 0), modes.Select | modes.Rows)


def outcome(screen: Screen) -> dict[str, tuple[str, str, str]]:
    return {
        row["naam"].split()[0]: (row["stap"].text, row["jaar_straks"], row["straks"])
        for row in screen.view.pupils.table.rows()
    }


def answer(monkeypatch: pytest.MonkeyPatch, dialog: Any, given: Any) -> None:
    monkeypatch.setattr(dialog, "ask", classmethod(lambda _cls, *_args, **_kwargs: given))


def write(screen: Screen) -> None:
    step(screen, "nakijken")
    screen.view.accept.click()
    screen.qtbot.waitUntil(screen.view.done.isVisible)
    screen.settle()


def revisions(screen: Screen) -> int:
    return screen.ask(lambda archive: archive.query("SELECT count(*) AS n FROM revisie")[0]["n"])


def test_a_school_year_from_the_groups_to_the_yes(screen: Screen):
    view = screen.view
    assert [(row["naam"], row["aantal"]) for row in view.groups.table.rows()] == [("4", 1), ("5/6", 2), ("8", 0)]
    assert "van 2026-2027 naar 2027-2028" in view.page.subtitle.text()
    view.next.click()
    assert outcome(screen) == {
        "Ann": ("gaat over", "5", "5/6"),
        "Bas": ("gaat over", "6", "5/6"),
        "Cas": ("gaat van school", "", ""),
        "Sam": ("blijft in dit leerjaar", "S", "4"),
    }
    view.next.click()
    assert view.accept.text() == "Zet 2027-2028 klaar"
    assert not view.check.doubts.isVisible()
    before = revisions(screen)
    view.accept.click()
    screen.qtbot.waitUntil(view.done.isVisible)
    assert view.done.notice.title.text() == "Schooljaar 2027-2028 staat klaar"
    assert "3 leerlingen in 3 groepen; 1 van school." in view.done.notice.text.text()
    assert revisions(screen) > before
    assert screen.all(School)[0].schooljaar == "2027-2028"
    assert screen.get(Leerling, "ann").jaargroep == "5"
    assert screen.get(Leerling, "cas").gearchiveerd_op == "2027-07-16"
    (copy,) = [each for each in screen.all(Plan) if each.id != "rekenen"]
    assert screen.get(Groep, copy.groep).naam in ("4", "5/6")
    view.done.groups.click()
    assert screen.went == [Place("leerlingen")]


def test_pupils_by_keyboard_and_many_at_once(screen: Screen):
    step(screen, "leerlingen")
    table = screen.view.pupils.table
    choose(screen, "Ann", "Bas")
    table.setFocus()
    screen.qtbot.keyClick(table, Qt.Key.Key_B)
    assert outcome(screen)["Ann"] == ("blijft in dit leerjaar", "4", "4")
    assert outcome(screen)["Bas"] == ("blijft in dit leerjaar", "5", "5/6")
    assert table.hasFocus()
    choose(screen, "Bas", "Cas")
    screen.qtbot.keyClick(table, Qt.Key.Key_O)
    assert outcome(screen)["Bas"][0] == "gaat over"
    assert outcome(screen)["Cas"][0] == "gaat van school"
    assert "Bij 1 leerling kan dat niet" in screen.view.bar.accessibleName()
    screen.view.bar.button.click()
    assert outcome(screen)["Bas"][0] == "blijft in dit leerjaar"


def test_pupils_are_moved_to_another_group(screen: Screen):
    step(screen, "leerlingen")
    pupils = screen.view.pupils
    choose(screen, "Ann", "Bas", "Cas")
    assert pupils.chosen.text() == "3 leerlingen gekozen:"
    four = next(each.id for each in screen.view.made.groepen if each.naam == "4")
    pupils.target.set_value(four)
    pupils.target.changed.emit()
    assert outcome(screen)["Ann"][2] == outcome(screen)["Bas"][2] == "4"
    assert "2 leerlingen naar groep 4. 1 leerling gaat van school" in screen.view.bar.accessibleName()
    assert pupils.target.value() == ""


def test_the_sieve_shows_who_asks_for_a_look(screen: Screen):
    step(screen, "leerlingen")
    pupils = screen.view.pupils
    pupils.show_which.set_value("kijk")
    pupils.show_which.changed.emit()
    assert list(outcome(screen)) == ["Sam"]
    assert "jaargroep S" in pupils.table.rows()[0]["let_op"].text
    pupils.show_which.set_value("weg")
    pupils.show_which.changed.emit()
    assert list(outcome(screen)) == ["Cas"]
    pupils.show_which.set_value("")
    pupils.search.setFocus()
    screen.qtbot.keyClicks(pupils.search, "bo")
    assert list(outcome(screen)) == ["Bas"]


def test_groups_are_added_changed_joined_split_and_left_out(screen: Screen, monkeypatch: pytest.MonkeyPatch):
    groups = screen.view.groups
    answer(monkeypatch, groepen_module.NieuweGroepDialog, NieuweGroep(id="n6", naam="6", jaargroepen=("6",)))
    groups.add_button.click()
    assert [row["naam"] for row in groups.table.rows()] == ["4", "5/6", "8", "6"]
    groups.table.selectRow(1)
    assert (groups.edit.isEnabled(), groups.join.isEnabled()) == (True, False)
    answer(monkeypatch, groepen_module.NieuweGroepDialog, NieuweGroep(id="n6b", naam="6 B"))
    groups.split.click()
    rows = {row["naam"]: (row["jaren"], row["aantal"]) for row in groups.table.rows()}
    assert rows["5/6"] == ("5", 1)
    assert rows["6 B"] == ("6", 1)
    groups.table.selectAll()
    assert not groups.join.isEnabled()
    groups.table.clearSelection()
    modes = groups.table.selectionModel().SelectionFlag
    for place in (1, 4):
        groups.table.selectionModel().select(groups.table.model().index(place, 0), modes.Select | modes.Rows)
    groups.join.click()
    assert {row["naam"]: row["aantal"] for row in groups.table.rows()}["5/6"] == 2
    groups.table.selectRow(1)
    groups.remove.click()
    assert "2 leerlingen hebben nu geen groep" in screen.view.bar.accessibleName()
    screen.view.bar.button.click()
    assert "5/6" in {row["naam"] for row in groups.table.rows()}


def test_the_dialog_of_a_group_wants_a_name_of_its_own(screen: Screen, qtbot):
    group = NieuweGroep(naam="5/6", jaargroepen=("5", "6", "S"), leerkrachten=("jo",), dagen={"ma": "jo"})
    dialog = NieuweGroepDialog(screen.view, group, [STAFF], ["4", "8"], title="Groep")
    qtbot.addWidget(dialog)
    assert dialog.answer().jaargroepen == ("5", "6", "S")
    dialog.naam.set_value("8 ")
    assert dialog.complaint() == "Er is al een groep 8. Kies een andere naam."
    dialog.naam.set_value(" ")
    assert "Geef de groep een naam" in dialog.complaint()
    dialog.naam.set_value("5/6 blauw")
    assert dialog.complaint() == ""
    assert dialog.answer().naam == "5/6 blauw"


def test_going_away_costs_nothing_and_choices_are_kept(screen: Screen):
    before = revisions(screen)
    step(screen, "leerlingen")
    choose(screen, "Bas")
    screen.view.pupils.steps["blijft"].click()
    screen.view.leave()
    screen.settle()
    screen.view._step = ""
    screen.show(Place("jaarovergang", part="leerlingen"))
    assert outcome(screen)["Bas"][0] == "blijft in dit leerjaar"
    screen.view.over.click()
    screen.settle()
    step(screen, "leerlingen")
    assert outcome(screen)["Bas"][0] == "gaat over"
    assert revisions(screen) == before
    assert screen.all(School)[0].schooljaar == "2026-2027"


def test_a_pupil_who_comes_meanwhile_is_taken_in(screen: Screen):
    step(screen, "leerlingen")
    choose(screen, "Bas")
    screen.view.pupils.steps["blijft"].click()
    new = Leerling(id="eva", roepnaam="Eva", achternaam="Els", sorteernaam="els eva", jaargroep="5", groep="g56")
    screen.ask(lambda archive: archive.add(new, IB))
    screen.settle()
    assert outcome(screen)["Eva"] == ("gaat over", "6", "5/6")
    assert outcome(screen)["Bas"][0] == "blijft in dit leerjaar"
    write(screen)
    assert screen.get(Leerling, "eva").jaargroep == "6"


def test_before_june_one_has_to_say_that_one_is_sure(screen: Screen):
    set_day(screen, date(2027, 3, 1))
    screen.show(Place("jaarovergang", part="nakijken"))
    assert "Meestal doe je dit vanaf juni" in screen.view.check.doubts.text.text()
    assert not screen.view.accept.isEnabled()
    screen.view.check.sure.click()
    assert screen.view.accept.isEnabled()


def test_groups_of_the_same_name_must_be_mended_first(screen: Screen):
    made = screen.view.made
    screen.view._on_changed(made.met_nieuwe(NieuweGroep(naam="8")), "")
    step(screen, "nakijken")
    assert "2 groepen die ‘8’ heten" in screen.view.check.wrong.text.text()
    assert not screen.view.accept.isEnabled()


def test_a_groepsplan_can_stay_behind(screen: Screen):
    step(screen, "nakijken")
    screen.view.check.plans["rekenen"].click()
    write(screen)
    assert [each.id for each in screen.all(Plan)] == ["rekenen"]


def test_twice_is_refused_and_the_whole_is_taken_back(screen: Screen, monkeypatch: pytest.MonkeyPatch):
    write(screen)
    screen.show(Place("jaarovergang"))
    assert screen.view.done.isVisible()
    assert not screen.view.accept.isVisible()
    answer(monkeypatch, Question, None)
    screen.view.done.back.click()
    screen.settle()
    assert screen.all(School)[0].schooljaar == "2027-2028"
    answer(monkeypatch, Question, True)
    screen.view.done.back.click()
    screen.qtbot.waitUntil(screen.view.groups.isVisible)
    assert screen.all(School)[0].schooljaar == "2026-2027"
    assert screen.get(Leerling, "cas").gearchiveerd_op is None
    assert {each.id for each in screen.all(Groep)} == {"g4", "g56", "g8"}


def test_once_in_use_it_says_why_there_is_no_way_back(screen: Screen):
    write(screen)
    new = next(each for each in screen.all(Groep) if each.schooljaar == "2027-2028")
    screen.ask(lambda archive: archive.write("groep", new.id, {"naam": "Kikkers"}, IB))
    screen.settle()
    assert "Terugdraaien kan niet meer" in screen.view.done.why_not.text()
    assert not screen.view.done.back.isVisible()


def test_in_the_new_year_an_unused_one_can_still_be_taken_back(screen: Screen):
    write(screen)
    set_day(screen, date(2027, 8, 20))
    screen.show(Place("jaarovergang"))
    assert screen.view.groups.isVisible()
    assert screen.view.earlier.isVisible()
    assert screen.view.earlier.title.text().startswith("Schooljaar 2027-2028 is op")


def test_without_pupils_it_says_what_to_do(screen: Screen):
    for each in PUPILS:
        screen.ask(lambda archive, each=each: archive.delete("leerling", each.id, IB))
    screen.settle()
    assert "nog geen leerlingen" in screen.view.done.notice.text.text()
    assert not screen.view.next.isVisible()


def test_the_picture_says_the_same_in_words(screen: Screen):
    left, right, flows = stromen(screen.view.made)
    assert [(each.words, each.size) for each in left] == [("4", 2), ("5/6", 1), ("8", 1)]
    assert [(each.words, each.size) for each in right] == [("4", 1), ("5/6", 2), ("8", 0), ("van school", 1)]
    assert Stroom("g8", "weg", 1) in flows
    assert "1 van 8 naar van school" in screen.view.groups.picture.accessibleName()
    assert not screen.view.groups.picture.grab().isNull()
