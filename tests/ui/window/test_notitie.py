"""A quick note of a phone call, in two keys from anywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.gesprek import Gesprek
from app.storage.tijdlijn import tijdlijn
from app.ui.afspreken import notitie
from app.ui.afspreken.notitie import PhoneNoteDialog
from app.ui.place import Place
from tests.ui.window.conftest import TODAY

NOTE = "Vader belde: Noor slaapt weer beter."


@pytest.fixture
def written(monkeypatch):
    """Answers the dialog; whom it was asked about is kept."""
    asked: list[tuple[str, str] | None] = []

    def ask(_host, _context, about, _klad):
        asked.append(about)
        return (about[0] if about else "sem"), NOTE

    monkeypatch.setattr(notitie.PhoneNoteDialog, "ask", ask)
    return asked


def calls(window, qtbot) -> list[Gesprek]:
    answers: list[list[Gesprek]] = []
    window.context.db.ask(lambda archive: archive.all(Gesprek), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def press_ctrl_t(window) -> None:
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)


def test_on_the_page_of_a_pupil_the_note_is_about_that_pupil(window, qtbot, written):
    window.go(Place("leerling", "noor"))
    press_ctrl_t(window)
    qtbot.waitUntil(lambda: bool(calls(window, qtbot)))
    assert written == [("noor", "Noor van den Berg")]
    note = calls(window, qtbot)[0]
    assert (note.leerling, note.notitie, note.datum, note.staat) == ("noor", NOTE, TODAY, "gehouden")
    assert note.verslag_op, "a note needs no other report"
    told: list = []
    window.context.db.ask(lambda archive: tijdlijn(archive, "noor", TODAY), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert [(each.titel, each.tekst) for each in told[0] if each.soort == "gesprek"] == [
        ("Overig gesprek", f"telefoon\n{NOTE}")
    ]


def test_elsewhere_it_asks_about_whom_and_it_can_be_taken_back(window, qtbot, written):
    press_ctrl_t(window)
    qtbot.waitUntil(lambda: bool(calls(window, qtbot)))
    assert written == [None]
    assert calls(window, qtbot)[0].leerling == "sem"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not calls(window, qtbot))


def test_in_bespreekmodus_nobody_else_can_be_named(window, qtbot, written):
    window.go(Place("bespreekmodus", "f"))
    qtbot.waitUntil(lambda: window.router.view.only_leerling() == "noor")
    press_ctrl_t(window)
    qtbot.waitUntil(lambda: bool(written))
    assert written == [("noor", "Noor van den Berg")]


def test_a_few_letters_find_the_pupil_and_enter_goes_on_to_the_note(window, qtbot):
    dialog = PhoneNoteDialog(window, window.context)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.finder.name.setFocus()
    QTest.keyClicks(dialog.finder.name, "noor")
    qtbot.waitUntil(lambda: len(dialog.finder.table.rows()) == 2)
    QTest.keyClick(dialog.finder.name, Qt.Key.Key_Down)
    assert dialog.finder.value() == "sem"
    QTest.keyClick(dialog.finder.name, Qt.Key.Key_Up)
    QTest.keyClick(dialog.finder.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.text)
    assert dialog.complaint(), "nothing was said yet"
    dialog.text.setPlainText(NOTE)
    assert not dialog.complaint()
    assert dialog.answer() == ("noor", NOTE)


def test_a_note_is_about_somebody(window, qtbot):
    dialog = PhoneNoteDialog(window, window.context)
    qtbot.addWidget(dialog)
    dialog.text.setPlainText(NOTE)
    assert dialog.complaint()
    assert "kies de leerling" in dialog.fields.rows[0].error()


def test_a_note_that_is_closed_by_mistake_stands_there_again(window, qtbot, monkeypatch):
    shown: list[str] = []

    def ask(host, context, about, klad):
        dialog = PhoneNoteDialog(host, context, about, klad)
        qtbot.addWidget(dialog)
        shown.append(dialog.text.value())
        dialog.text.setPlainText(NOTE)
        dialog.reject()
        return None if len(shown) < 3 else ("noor", NOTE)

    monkeypatch.setattr(notitie.PhoneNoteDialog, "ask", ask)
    window.go(Place("leerling", "noor"))
    for number in (1, 2, 3):
        press_ctrl_t(window)
        qtbot.waitUntil(lambda number=number: len(shown) == number)
    assert shown == ["", NOTE, NOTE]
    qtbot.waitUntil(lambda: bool(calls(window, qtbot)))
    press_ctrl_t(window)
    qtbot.waitUntil(lambda: len(shown) == 4)
    assert shown[-1] == "", "what is kept needs no draft"


def test_the_title_of_its_window_names_nobody(window, qtbot):
    dialog = PhoneNoteDialog(window, window.context, ("noor", "Noor van den Berg"))
    qtbot.addWidget(dialog)
    assert "Noor" in dialog.title.text()
    assert "Noor" not in dialog.windowTitle()
