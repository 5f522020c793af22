"""A table through the wizard: columns are pointed out, each row is told, nothing is written before `Overnemen`."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap
from app.models.school import Groep
from app.storage import tabelimport
from app.storage.archive import Archive
from app.storage.errors import DiskFull
from app.ui.database import Database
from app.ui.leerlingen.view import LeerlingenView
from app.ui.place import Place
from app.ui.tabelimport import view as view_module
from app.ui.tabelimport.view import NOTHING_COPIED, TabelimportView
from app.ui.theme.style import apply_theme
from app.ui.widgets.choice import Choice
from tests.imports.tabel.maak_blad import xlsx
from tests.ui.leerlingen.scherm import IB, TODAY, Screen

LIJST = (
    "Roepnaam\tAchternaam\tGroep\tMoeder\tTelefoon moeder\tGezag moeder\tZorgniveau\n"
    "Noor\tBerg\t5\tSanne Berg\t0612345678\tja\t3\n"
    "Zoë\tDijk\t5\tFatima Dijk\t\tja\t1\n"
    "Niemand\tHier\t5\tAnna Hier\t\tja\t9\n"
)


@pytest.fixture
def screen(qapp: QApplication, qtbot, tmp_path: Path):
    apply_theme(qapp, dark=False)
    folder = tmp_path / "data"
    folder.mkdir()
    archive = Archive(folder, bytes(32))
    groep = Groep(naam="5", schooljaar="2026-2027")
    archive.add(groep, IB)
    for roepnaam, achternaam in (("Noor", "Berg"), ("Zoë", "Dijk")):
        archive.add(Leerling(roepnaam=roepnaam, achternaam=achternaam, groep=groep.id, jaargroep="5"), IB)
    archive.close()
    db = Database()
    opened: list[None] = []
    db.open(folder, bytes(32), opened.append, lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: bool(opened))
    screen = Screen(qtbot, db, folder, TabelimportView)
    screen.show(Place("tabelimport"))
    yield screen
    screen.view.leave()
    assert db.close()


def pastes(screen: Screen, text: str = LIJST) -> None:
    QGuiApplication.clipboard().setText(text)
    screen.view.choose.paste.click()
    screen.qtbot.waitUntil(screen.view.columns.isVisible)


def goes_on(screen: Screen) -> None:
    screen.view.go_on.click()
    screen.settle()


def takes_over(screen: Screen) -> None:
    screen.view.accept.click()
    assert screen.view.writing.isVisible()
    screen.qtbot.waitUntil(screen.view.done.isVisible)


def shown(screen: Screen) -> list[tuple[object, ...]]:
    return [(row["regel"], row["naam"], row["tekst"]) for row in screen.view.preview.table.rows()]


def to_tab(screen: Screen, tab: str) -> None:
    screen.view.preview.tabs.set_value(tab)
    screen.view.preview.tabs.changed.emit()


def test_a_copied_table_comes_in_and_can_be_taken_back(screen: Screen):
    pastes(screen)
    view = screen.view
    assert [each.value() for each in view.columns.choices] == [
        *("roepnaam", "achternaam", "groep", "ouder1_naam", "ouder1_telefoon", "ouder1_gezag", "niveau")
    ]
    goes_on(screen)
    assert "er is nog niets opgeslagen" in view.fixed.subtitle.text()
    assert [each[:2] for each in shown(screen)] == [(2, "Noor Berg"), (3, "Zoë Dijk")]
    assert shown(screen)[0][2].startswith("Nieuwe ouder Sanne Berg (moeder, heeft gezag) · Niveau 3 vanaf ")
    assert screen.all(Ouder) == [] and screen.all(Niveau) == []
    assert view.accept.text() == "Overnemen (2 regels)"
    takes_over(screen)
    assert {each.naam for each in screen.all(Ouder)} == {"Sanne Berg", "Fatima Dijk"}
    assert "2 ouders toegevoegd" in view.done.notice.text.text()
    assert "1 regel bleef buiten" in view.done.notice.text.text()
    view.done.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("4\tNiemand")
    assert view.done.undo.text() == "Ongedaan maken (6 wijzigingen)"
    view.done.undo.click()
    screen.settle()
    assert screen.all(Ouder) == screen.all(Ouderschap) == screen.all(Niveau) == []
    assert view.done.notice.title.text() == "Ongedaan gemaakt"
    assert not view.done.undo.isVisible() and not view.done.copy.isVisible()


def test_rows_that_can_not_be_taken_are_named_and_can_be_copied(screen: Screen):
    pastes(screen)
    goes_on(screen)
    to_tab(screen, "fout")
    [(line, naam, text)] = shown(screen)
    assert (line, naam) == (4, "Niemand Hier")
    assert "Zorgniveau: ‘9’ is geen niveau" in text and "staat niet bij de leerlingen" in text
    screen.view.preview.table.selectRow(0)
    assert screen.view.preview.who.text() == "Regel 4 · Niemand Hier"
    assert screen.view.preview.whole.text().startswith("Zorgniveau: ")
    screen.view.preview.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t")[:2] == ["Regel", "Roepnaam"]
    assert copied[1].startswith("4\tNiemand\tHier\t5\tAnna Hier")
    assert len(copied) == 2


def test_the_same_table_again_says_that_there_is_nothing_new(screen: Screen):
    good = "".join(LIJST.splitlines(keepends=True)[:3])
    pastes(screen, good)
    goes_on(screen)
    takes_over(screen)
    screen.view.done.again.click()
    pastes(screen, good)
    goes_on(screen)
    assert screen.view.done.notice.title.text() == "Niets nieuws"
    assert len(screen.all(Ouder)) == 2


def test_an_excel_file_by_button(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(xlsx(Blad=[["Leerling", "Klas", "Niveau"], ["Berg, Noor", 5, 2]]))
    monkeypatch.setattr(view_module, "choose_file", lambda *_: path)
    screen.view.choose.button.click()
    screen.qtbot.waitUntil(screen.view.columns.isVisible)
    assert screen.view.scrolling.subtitle.text().startswith("lijst.xlsx · 1 regel · stap 1 van 2")
    screen.qtbot.keyClick(screen.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    screen.qtbot.waitUntil(screen.view.preview.isVisible)
    takes_over(screen)
    assert [(each.niveau, each.vanaf) for each in screen.all(Niveau)] == [(2, TODAY)]
    screen.view.done.list.click()
    assert screen.went == [Place("leerlingen")]


def test_a_file_that_is_dropped(screen: Screen, tmp_path: Path):
    path = tmp_path / "lijst.csv"
    path.write_bytes("Naam;Groep;Niveau\nZoë Dijk;5;2\n".encode("windows-1252"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    either = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, *either)
    QApplication.sendEvent(screen.view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(screen.view, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *either))
    screen.qtbot.waitUntil(screen.view.columns.isVisible)


def test_what_the_headings_do_not_say_the_user_does(screen: Screen):
    pastes(screen, "Wie\tWaar\tHoeveel\nNoor Berg\t5\t4\n")
    view = screen.view
    assert view.columns.lacking.isVisible() and not view.go_on.isEnabled()
    for number, veld in enumerate(("naam", "groep", "niveau")):
        view.columns.choices[number].set_value(veld)
        view.columns.choices[number].changed.emit()
    assert not view.columns.lacking.isVisible()
    view.columns.choices[0].set_value("groep")
    view.columns.choices[0].changed.emit()
    assert view.columns.choices[1].value() == ""
    assert "de naam van de leerling" in view.columns.lacking.text.text()
    view.columns.choices[0].set_value("naam")
    view.columns.choices[0].changed.emit()
    view.columns.choices[1].set_value("groep")
    view.columns.choices[1].changed.emit()
    goes_on(screen)
    assert shown(screen)[0][1] == "Noor Berg"
    view.to_columns.click()
    assert view.columns.isVisible() and view.columns.choices[2].value() == "niveau"


def test_a_table_without_headings_has_numbered_columns(screen: Screen):
    pastes(screen, "Noor Berg\t5\t4\nZoë Dijk\t5\t2\n")
    columns = screen.view.columns
    assert not columns.heading.value()
    columns.heading.click()
    assert screen.view.scrolling.subtitle.text().startswith("De geplakte tabel · 2 regels")
    columns.heading.click()
    for number, veld in enumerate(("naam", "groep", "niveau")):
        columns.choices[number].set_value(veld)
        columns.choices[number].changed.emit()
    goes_on(screen)
    assert len(shown(screen)) == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", NOTHING_COPIED), ("Naam;Groep", "heeft geen rijen"), ('Naam;Groep\n"Bo;5', "aanhalingsteken dat nergens")],
)
def test_what_can_not_be_pasted_is_refused_and_nothing_happens(screen: Screen, text: str, sentence: str):
    QGuiApplication.clipboard().setText(text)
    screen.view.choose.paste.click()
    screen.qtbot.waitUntil(screen.view.choose.problem.isVisible)
    assert sentence in screen.view.choose.problem.text.text()
    assert "Er is niets veranderd." in screen.view.choose.problem.text.text()


def test_a_table_is_pasted_wherever_the_focus_is(screen: Screen):
    view, paste = screen.view, QKeySequence.StandardKey.Paste
    QGuiApplication.clipboard().setText(LIJST)
    view.choose.button.setFocus()
    QTest.keySequence(view.choose.button, paste)
    screen.qtbot.waitUntil(view.columns.isVisible)
    for rows in (1, 2):  # and one more, when the first was the wrong one
        QGuiApplication.clipboard().setText("".join(LIJST.splitlines(keepends=True)[: rows + 1]))
        column = view.columns.findChildren(Choice)[0]
        column.setFocus()
        QTest.keySequence(column, paste)
        screen.qtbot.waitUntil(lambda rows=rows: f"· {rows} regel" in view.scrolling.subtitle.text())


def test_who_goes_elsewhere_and_comes_back_sees_what_is_true_now(screen: Screen):
    pastes(screen)
    goes_on(screen)
    noor = next(each for each in screen.all(Leerling) if each.roepnaam == "Noor")
    screen.ask(lambda archive: archive.add(Niveau(leerling=noor.id, niveau=3, vanaf=TODAY), IB))
    screen.view.leave()
    screen.show(Place("tabelimport"))
    assert shown(screen)[0][2] == "Nieuwe ouder Sanne Berg (moeder, heeft gezag)"


def test_what_changed_since_it_was_shown_is_shown_again_before_it_is_written(screen: Screen):
    pastes(screen)
    goes_on(screen)
    noor = next(each for each in screen.all(Leerling) if each.roepnaam == "Noor")
    screen.ask(lambda archive: archive.add(Niveau(leerling=noor.id, niveau=3, vanaf=TODAY), IB))
    screen.view.accept.click()
    screen.settle()
    assert "intussen iets veranderd" in screen.view.complaint.text()
    assert screen.all(Ouder) == []
    takes_over(screen)
    assert len(screen.all(Ouder)) == 2


def test_what_the_environment_refuses_is_told_and_nothing_is_half_written(screen: Screen, monkeypatch):
    told: list[BaseException] = []
    screen.db.failed.connect(told.append)
    pastes(screen)
    goes_on(screen)

    def refuses(*_: object):
        raise DiskFull(screen.view.context.folder)

    monkeypatch.setattr(tabelimport, "schrijf", refuses)
    screen.view.accept.click()
    screen.qtbot.waitUntil(lambda: bool(told))
    assert screen.view.preview.isVisible() and screen.view.accept.isEnabled()
    assert screen.all(Ouder) == []


def test_who_stops_the_reading_begins_again(screen: Screen, tmp_path: Path):
    path = tmp_path / "lijst.csv"
    path.write_text(LIJST, "utf-8")
    screen.view.read(path)
    screen.view.reading.button.click()
    screen.settle()
    assert screen.view.choose.isVisible() and not screen.view.columns.isVisible()


def test_the_list_of_pupils_leads_here(screen: Screen):
    there = Screen(screen.qtbot, screen.db, screen.view.context.folder, LeerlingenView)
    there.show(Place("leerlingen"))
    there.view.table_button.click()
    assert there.went == [Place("tabelimport")]
