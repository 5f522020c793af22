"""EDEXML through the wizard: nothing is written before `Overnemen`, then all of it or nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.models.leerling import Leerling, Niveau
from app.models.school import Groep, Medewerker, School
from app.storage.archive import Archive
from app.ui.database import Database
from app.ui.importeren import view as view_module
from app.ui.importeren.view import ImporterenView
from app.ui.place import Place
from app.ui.theme.style import apply_theme
from tests.ui.leerlingen.scherm import IB, TODAY, Screen

PUPIL = (
    "<leerling key='{key}'><achternaam>{achternaam}</achternaam>{voorvoegsel}<roepnaam>{roepnaam}</roepnaam>"
    "<geboortedatum>{geboren}</geboortedatum><geslacht>2</geslacht><bsn>123456782</bsn>"
    "<jaargroep>5</jaargroep><groep key='g5'/></leerling>"
)
NOOR = {"key": "101", "achternaam": "Berg", "roepnaam": "Noor", "geboren": "2017-03-02", "voorvoegsel": ""}
ZOE = {"key": "102", "achternaam": "Dijk", "roepnaam": "Zoë", "geboren": "2017-05-09", "voorvoegsel": ""}


def edexml(folder: Path, *pupils: dict[str, str], brin: str = "99ZZ") -> Path:
    path = folder / "EDEX.XML"
    path.write_text(
        "<?xml version='1.0' encoding='utf-8'?><EDEX>"
        f"<school><schooljaar>2026-2027</schooljaar><brincode>{brin}</brincode><xsdversie>2.1</xsdversie></school>"
        "<groepen><groep key='g5'><naam>5</naam><jaargroep>5</jaargroep></groep></groepen>"
        f"<leerlingen>{''.join(PUPIL.format(**each) for each in pupils)}</leerlingen>"
        "<leerkrachten><leerkracht key='L1'><achternaam>Smit</achternaam><rol>LRK</rol>"
        "<groepen><groep key='g5'/></groepen></leerkracht></leerkrachten></EDEX>",
        "utf-8",
    )
    return path


@pytest.fixture
def screen(qapp: QApplication, qtbot, tmp_path: Path):
    apply_theme(qapp, dark=False)
    folder = tmp_path / "data"
    folder.mkdir()
    archive = Archive(folder, bytes(32))
    archive.add(School(naam="De Linde", schooljaar="2026-2027", brin="99ZZ"), IB)
    archive.close()
    db = Database()
    opened: list[None] = []
    db.open(folder, bytes(32), opened.append, lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: bool(opened))
    screen = Screen(qtbot, db, folder, ImporterenView)
    screen.show(Place("importeren"))
    yield screen
    screen.view.leave()
    assert db.close()


def reads(screen: Screen, path: Path) -> None:
    screen.view.read(path)
    assert screen.view.reading.isVisible()
    screen.qtbot.waitUntil(lambda: not screen.view.reading.isVisible())


def take_over(screen: Screen) -> None:
    screen.view.accept.click()
    screen.qtbot.waitUntil(screen.view.done.isVisible)


def rows(table) -> list[tuple[str, ...]]:
    return [(row["soort"], row["naam"], row["aan"].text) for row in table.rows()]


def test_a_school_comes_in_and_then_one_is_told_what_now(screen: Screen, tmp_path: Path, monkeypatch):
    path = edexml(tmp_path, NOOR, ZOE)
    monkeypatch.setattr(view_module, "choose_file", lambda *_: path)
    screen.view.choose.button.click()
    screen.qtbot.waitUntil(screen.view.proposal.isVisible)
    assert rows(screen.view.proposal.posts) == [
        ("medewerker", "Smit", "ja"),
        ("groep", "5", "ja"),
        ("leerling", "Noor Berg", "ja"),
        ("leerling", "Zoë Dijk", "ja"),
    ]
    assert "er is nog niets opgeslagen" in screen.view.fixed.subtitle.text()
    assert screen.all(Leerling) == []
    take_over(screen)
    assert {each.naam for each in screen.all(Leerling)} == {"Noor Berg", "Zoë Dijk"}
    assert [each.naam for each in screen.all(Groep)] == ["5"]
    assert "2 leerlingen toegevoegd" in screen.view.done.notice.text.text()
    screen.view.done.grid.click()
    assert screen.went == [Place("groepsraster")]


def test_what_is_unticked_stays_out_by_mouse_or_space_bar(screen: Screen, tmp_path: Path):
    reads(screen, edexml(tmp_path, NOOR, ZOE))
    table = screen.view.proposal.posts
    table.setFocus()
    table.selectRow(3)
    screen.qtbot.keyClick(table, Qt.Key.Key_Space)
    assert rows(table)[3] == ("leerling", "Zoë Dijk", "nee")
    assert screen.view.accept.text() == "Overnemen (3)"
    take_over(screen)
    assert [each.naam for each in screen.all(Leerling)] == ["Noor Berg"]


def test_a_second_time_only_what_changed_is_proposed_field_by_field(screen: Screen, tmp_path: Path):
    reads(screen, edexml(tmp_path, NOOR, ZOE))
    take_over(screen)
    noor = next(each for each in screen.all(Leerling) if each.roepnaam == "Noor")
    screen.ask(lambda archive: archive.add(Niveau(leerling=noor.id, niveau=3, vanaf=TODAY), IB))
    reads(screen, edexml(tmp_path, {**NOOR, "achternaam": "Bergsma", "voorvoegsel": "<voorvoegsel>van</voorvoegsel>"}))
    proposal = screen.view.proposal
    assert list(proposal.tabs._by_value) == ["wijzigen", "weg"]
    assert [(row["veld"], row["oud"], row["nieuw"]) for row in proposal.fields.rows()] == [
        ("achternaam", "Berg", "Bergsma"),
        ("tussenvoegsel", "leeg", "van"),
    ]
    proposal.fields.row_activated.emit(proposal.fields.rows()[1])
    proposal.tabs.set_value("weg")
    proposal.tabs.changed.emit()
    assert rows(proposal.posts) == [("leerling", "Zoë Dijk", "nee")]
    proposal.all_on.click()
    take_over(screen)
    found = {each.roepnaam: each for each in screen.all(Leerling)}
    assert found["Noor"].naam == "Noor Bergsma"
    assert found["Zoë"].gearchiveerd_op is not None
    assert [each.niveau for each in screen.all(Niveau)] == [3]


def test_the_same_file_again_changes_nothing(screen: Screen, tmp_path: Path):
    path = edexml(tmp_path, NOOR)
    reads(screen, path)
    take_over(screen)
    reads(screen, path)
    screen.settle()
    assert screen.view.done.notice.title.text() == "Er was niets te veranderen"


def imported_with_dummy_keys(screen: Screen, folder: Path) -> None:
    """Bring in two pupils whose keys begin with `#`, and read a next file in which those are others."""
    reads(screen, edexml(folder, {**NOOR, "key": "#1"}, {**ZOE, "key": "#2"}))
    take_over(screen)
    reads(screen, edexml(folder, {**NOOR, "key": "#7"}, {**ZOE, "key": "#8"}))
    assert screen.view.questions.isVisible() and len(screen.view.questions.rows) == 2


def test_who_may_be_the_same_is_asked_before_anything_else(screen: Screen, tmp_path: Path):
    imported_with_dummy_keys(screen, tmp_path)
    questions = screen.view.questions
    questions.next.click()
    noor, zoe = questions.rows.values()
    assert noor.error() and zoe.error()
    noor.widget.set_value(noor.widget.itemData(1))
    zoe.widget.set_value("niemand")
    questions.next.click()
    screen.qtbot.waitUntil(screen.view.proposal.isVisible)
    take_over(screen)
    assert sorted(each.naam for each in screen.all(Leerling)) == ["Noor Berg", "Zoë Dijk", "Zoë Dijk"]


def test_the_same_name_and_birthday_can_be_confirmed_in_one_go(screen: Screen, tmp_path: Path):
    imported_with_dummy_keys(screen, tmp_path)
    assert "2 keer" in screen.view.questions.same.text()
    screen.view.questions.same.click()
    screen.qtbot.waitUntil(lambda: not screen.view.questions.isVisible())
    assert screen.view.done.notice.title.text() == "Er was niets te veranderen"
    assert len(screen.all(Leerling)) == 2


def test_the_file_of_another_school_must_be_confirmed(screen: Screen, tmp_path: Path):
    reads(screen, edexml(tmp_path, NOOR, brin="11AA"))
    assert screen.view.proposal.doubts.isVisible()
    screen.view.accept.click()
    screen.qtbot.waitUntil(lambda: "goede bestand" in screen.view.complaint.text())
    assert screen.all(Leerling) == []
    screen.view.proposal.sure.click()
    take_over(screen)
    assert len(screen.all(Leerling)) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "leeg"),
        (b"PK\x03\x04rest", "zip"),
        (b"<html><body>hoi</body></html>", "EDEX.XML"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><EDEX>&a;</EDEX>", "EDEX.XML"),
        (b"<EDEX><school><schooljaar>2026-2027</schooljaar>", "EDEX.XML"),
    ],
)
def test_a_file_that_is_none_gets_one_sentence_and_changes_nothing(screen: Screen, tmp_path: Path, content, said):
    path = tmp_path / "EDEX.XML"
    path.write_bytes(content)
    reads(screen, path)
    assert screen.view.choose.problem.isVisible()
    assert said in screen.view.choose.problem.text.text()
    assert screen.view.choose.problem.text.text().endswith("Er is niets veranderd.")
    assert screen.all(Medewerker) == []


def test_a_row_that_is_wrong_is_told_with_its_line(screen: Screen, tmp_path: Path):
    reads(screen, edexml(tmp_path, NOOR, {**ZOE, "geboren": "2017-13-45"}))
    proposal = screen.view.proposal
    proposal.tabs.set_value("waarschuwingen")
    proposal.tabs.changed.emit()
    assert proposal.warnings.isVisible()
    assert any("Zoë" in row["wie"] for row in proposal.warnings.rows())
    assert not proposal.all_on.isVisible()


def test_reading_can_be_stopped_and_leaving_stops_it_too(screen: Screen, tmp_path: Path):
    path = edexml(tmp_path, *[{**NOOR, "key": str(number)} for number in range(20000)])
    screen.view.read(path)
    screen.view.reading.button.click()
    screen.qtbot.waitUntil(screen.view.choose.isVisible)
    screen.view.read(path)
    screen.view.leave()
    assert screen.view.choose.isVisible()
    screen.settle()
    assert screen.view.choose.isVisible() and screen.all(Leerling) == []


def test_writing_can_be_stopped_and_then_nothing_is_written(screen: Screen, tmp_path: Path):
    reads(screen, edexml(tmp_path, *[{**NOOR, "key": str(n), "roepnaam": f"N{n}"} for n in range(300)]))
    screen.view.accept.click()
    screen.view.writing.button.click()
    screen.qtbot.waitUntil(screen.view.proposal.isVisible)
    assert screen.view.complaint.text() == "Gestopt. Er is niets veranderd."
    assert screen.all(Leerling) == []


def test_a_file_can_be_dropped(screen: Screen, tmp_path: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(edexml(tmp_path, NOOR)))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(screen.view, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(screen.view, drop)
    screen.qtbot.waitUntil(screen.view.proposal.isVisible)


def test_coming_back_finds_the_proposal_as_it_was(screen: Screen, tmp_path: Path):
    reads(screen, edexml(tmp_path, NOOR))
    screen.view.leave()
    screen.show(Place("importeren"))
    assert screen.view.proposal.isVisible()
    screen.view.other.click()
    assert screen.view.choose.isVisible()
