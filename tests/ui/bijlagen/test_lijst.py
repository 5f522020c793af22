"""Files of a pupil on screen: brought in by dialog, drop and paste; looked at; taken away and back."""

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.models.consult import Bijlage, Bijlagepunt
from app.models.consulten.definition import Punt
from app.models.leerling import Leerling
from app.storage.archive import Archive
from app.storage.bijlagen import bestand_van, lees
from app.ui.bijlagen.lijst import BijlageLijst
from app.ui.bijlagen.regels import Bestandsregel
from app.ui.context import Context
from app.ui.database import Database
from app.ui.exporteren import openen
from app.ui.theme.style import apply_theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.dialog import Question
from tests.ui.bijlagen.papier import pdf

IB = "Ina Beek"
CONSULT = "01900000-0000-7000-8000-000000000001"
PUNTEN = (
    Punt("opp", "OPP of handelingsplan", "Het laatste dat is vastgesteld", "ja"),
    Punt("onderzoek", "Onderzoeksverslagen", "", "indien_aanwezig"),
)


class Scherm:
    """A list over a real archive."""

    def __init__(self, qtbot, tmp_path: Path) -> None:
        self.qtbot, self.folder = qtbot, tmp_path / "archief"
        self.folder.mkdir()
        archive = Archive(self.folder, bytes(32))
        archive.add(Leerling(id="noor", roepnaam="Noor"), IB)
        archive.close()
        self.db = Database()
        opened = []
        self.db.open(self.folder, bytes(32), opened.append, lambda error: pytest.fail(repr(error)))
        qtbot.waitUntil(lambda: bool(opened))

    def context(self) -> Context:
        return Context(db=self.db, folder=self.folder, gebruiker=IB)

    def lijst(self, van=None, punten=()) -> BijlageLijst:
        self.list = BijlageLijst(self.context(), "noor", van, punten)
        self.qtbot.addWidget(self.list)
        self.list.resize(800, 600)
        with self.qtbot.waitActive(self.list):
            self.list.show()
            self.list.activateWindow()
        self.ask(lambda archive: None)
        return self.list

    def ask(self, question):
        found = []
        self.db.ask(question, found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def namen(self) -> list[str]:
        return [line.naam.text() for line in self.list.findChildren(Bestandsregel) if line.isVisible()]

    def push(self, words: str) -> None:
        (button,) = [
            each
            for each in self.list.findChildren(IconButton)
            if each.isVisible() and each.accessibleName().startswith(words)
        ]
        button.click()

    def until(self, so) -> None:
        self.qtbot.waitUntil(so, timeout=5000)


@pytest.fixture
def scherm(qapp: QApplication, qtbot, tmp_path):
    apply_theme(qapp, dark=False)
    made = Scherm(qtbot, tmp_path)
    yield made
    assert made.db.close()


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "Onderzoek.pdf"
    file.write_bytes(pdf("Onderzoek"))
    return file


def drop(widget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    how = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter, event = QDragEnterEvent(QPoint(5, 5), both, *how), QDropEvent(QPointF(5, 5), both, *how)
    QApplication.sendEvent(widget, enter)
    assert (enter.isAccepted(), enter.dropAction()) == (True, Qt.DropAction.CopyAction)
    QApplication.sendEvent(widget, event)
    assert event.dropAction() == Qt.DropAction.CopyAction


def test_what_was_said_of_a_file_goes_at_the_next_thing_one_does(scherm, report, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    shown = scherm.lijst()
    for file, does in ((report, scherm.push), (report.with_name("Brief.pdf"), lambda _: shown.add.click())):
        file.write_bytes(pdf("Iets"))
        shown.voeg_toe([file])
        scherm.until(lambda name=file.name: shown.notice.isVisible() and scherm.namen() == [name])
        does("Verwijder")
        assert not shown.notice.isVisible()


def test_a_file_is_chosen_and_stands_there_encrypted(scherm, report, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(report)], ""))
    shown = scherm.lijst()
    assert shown.none.isVisible()
    shown.add.click()
    scherm.until(lambda: scherm.namen() == ["Onderzoek.pdf"])
    assert not shown.none.isVisible()
    assert "‘Onderzoek.pdf’ is toegevoegd" in shown.notice.title.text()
    assert str(report.parent) in shown.notice.text.text()
    (bijlage,) = scherm.ask(lambda archive: archive.all(Bijlage))
    assert scherm.ask(lambda archive: lees(archive, scherm.folder, bijlage.id)) == report.read_bytes()
    shown.bar.button.click()
    scherm.until(lambda: scherm.namen() == [])
    assert not shown.notice.isVisible()


def test_files_are_dropped_on_a_line_and_pasted_in_it(scherm, report, tmp_path):
    letter = tmp_path / "brief.txt"
    letter.write_text("Beste ouders", encoding="utf-8")
    shown = scherm.lijst(CONSULT, PUNTEN)
    drop(shown.regel("opp"), report)
    scherm.until(lambda: scherm.namen() == ["Onderzoek.pdf"])
    line = shown.regel("onderzoek")
    QGuiApplication.clipboard().setText(f'"{letter}"')
    line.add.setFocus()
    QTest.keyClick(line.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    scherm.until(lambda: len(scherm.namen()) == 2)
    assert (shown.staat("opp"), shown.staat("onderzoek")) == ("bijgevoegd", "bijgevoegd")
    assert line.attached.isVisible()
    assert not line.staat.isVisible()
    QGuiApplication.clipboard().setText("gewoon een zin")
    QTest.keyClick(line.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown.notice.title.text() == "Er is geen bestand gekopieerd."


def test_a_line_without_a_file_has_a_state_of_its_own(scherm):
    shown = scherm.lijst(CONSULT, PUNTEN)
    line = shown.regel("opp")
    for words, staat in (("niet nodig", "niet_nodig"), ("bijgevoegd", "bijgevoegd"), ("bijgevoegd", "")):
        next(each for each in line.staat.findChildren(type(line.staat.focusProxy())) if each.text() == words).click()
        scherm.until(lambda staat=staat: shown.staat("opp") == staat)
        assert line.no_file.isVisible() == (staat == "bijgevoegd")
    (kept,) = scherm.ask(lambda archive: archive.all(Bijlagepunt))
    assert (kept.van, kept.punt, kept.leerling, kept.staat) == (CONSULT, "opp", "noor", "")


def test_removing_is_taken_back_with_the_state_of_its_line(scherm, report):
    shown = scherm.lijst(CONSULT, PUNTEN)
    shown.voeg_toe([report], "opp")
    scherm.until(lambda: scherm.namen() == ["Onderzoek.pdf"])
    scherm.push("Verwijder Onderzoek.pdf")
    scherm.until(lambda: scherm.namen() == [])
    assert shown.staat("opp") == ""
    shown.bar.button.click()
    scherm.until(lambda: scherm.namen() == ["Onderzoek.pdf"])
    assert shown.staat("opp") == "bijgevoegd"


def test_what_cannot_be_an_annex_is_told_and_the_rest_comes_in(scherm, report, tmp_path):
    program = tmp_path / "spel.exe"
    program.write_bytes(b"MZ" + bytes(100))
    shown = scherm.lijst()
    drop(shown, program, report, tmp_path / "weg.pdf")
    scherm.until(lambda: scherm.namen() == ["Onderzoek.pdf"])
    scherm.until(shown.notice.isVisible)
    assert shown.notice.title.text() == "Niet alles is toegevoegd."
    assert "‘spel.exe’ is een programma" in shown.notice.text.text()
    assert "‘weg.pdf’ is er niet meer" in shown.notice.text.text()


def test_a_large_file_shows_how_far_it_is_and_can_be_stopped(scherm, tmp_path):
    large = tmp_path / "scan.pdf"
    with large.open("wb") as file:
        file.write(pdf("Scan"))
        file.truncate(150 * 1024 * 1024)
    shown = scherm.lijst()
    shown.voeg_toe([large, large])
    scherm.until(shown.progress.isVisible)
    assert "van 150 MB, daarna nog 1" in shown.progress.detail()
    shown.progress.button.click()
    scherm.until(lambda: not shown.adder.is_busy())
    assert not shown.progress.isVisible()
    assert scherm.namen() == []
    assert list((scherm.folder / "bijlagen").iterdir()) == []


def test_it_leaves_the_safe_place_only_when_asked_and_confirmed(scherm, report, monkeypatch):
    shown = scherm.lijst()
    shown.voeg_toe([report])
    scherm.until(lambda: scherm.namen() == ["Onderzoek.pdf"])
    answers, opened = [None, True], []
    monkeypatch.setattr(Question, "ask", lambda *_, **__: answers.pop(0))
    monkeypatch.setattr(openen, "open_file", lambda path: opened.append(path) or len(opened) > 1)
    scherm.push("Open Onderzoek.pdf in een ander programma")
    assert not (scherm.folder / "kopieen").exists()
    scherm.push("Open Onderzoek.pdf in een ander programma")
    scherm.until(lambda: bool(opened))
    assert opened[0].read_bytes() == report.read_bytes()
    assert "geen programma" in shown.notice.text.text()


def test_a_file_that_is_gone_is_told_and_not_opened(scherm, report, monkeypatch):
    shown = scherm.lijst()
    shown.voeg_toe([report])
    scherm.until(lambda: scherm.namen() == ["Onderzoek.pdf"])
    (bijlage,) = scherm.ask(lambda archive: archive.all(Bijlage))
    bestand_van(scherm.folder, bijlage.id).unlink()
    monkeypatch.setattr(Question, "ask", lambda *_, **__: True)
    scherm.push("Open Onderzoek.pdf in een ander programma")
    scherm.until(lambda: "staat niet meer bij het archief" in shown.notice.text.text())


def test_files_of_another_pupil_and_another_place_stay_out(scherm, report):
    shown = scherm.lijst()
    shown.voeg_toe([report])
    scherm.until(lambda: scherm.namen() == ["Onderzoek.pdf"])
    shown.set_plek("noor", CONSULT, PUNTEN)
    scherm.ask(lambda archive: None)
    assert scherm.namen() == []
    shown.set_plek("noor")
    scherm.until(lambda: scherm.namen() == ["Onderzoek.pdf"])


def test_a_list_that_goes_away_in_the_midst_of_a_file_lets_nothing_in(scherm, tmp_path):
    large = tmp_path / "scan.pdf"
    with large.open("wb") as file:
        file.write(pdf("Scan"))
        file.truncate(150 * 1024 * 1024)
    shown = BijlageLijst(scherm.context(), "noor")
    shown.voeg_toe([large])
    scherm.until(lambda: not shown.progress.isHidden())
    shiboken6.delete(shown)
    scherm.until(lambda: not any(each.name == "document" for each in threading.enumerate()))
    assert list((scherm.folder / "bijlagen").iterdir()) == []
    assert scherm.ask(lambda archive: archive.all(Bijlage)) == []
