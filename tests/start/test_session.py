"""From unlocking to closing, as the person at the keyboard meets it."""

import gc
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from app.models.bespreking import Formulier
from app.start.bugs import BUG_TITLE
from app.start.idle import Idle
from app.start.leaving import UNSAVED
from app.start.options import Options
from app.start.session import Session
from app.start.steps import BEFORE_THE_WINDOW, Start, run_steps
from app.storage import keys
from app.storage.archive import Archive
from app.storage.demo_key import DEMO_KEY
from app.storage.errors import DiskFull, WrongPassphrase
from app.ui.main_window import MainWindow
from app.ui.ontgrendelen.eerst import EerstePage
from app.ui.ontgrendelen.nieuw import NieuweWachtzinPage
from app.ui.ontgrendelen.page import OntgrendelPage
from app.ui.place import Place
from app.ui.settings import Settings
from app.ui.widgets.dialog import Question
from app.ui.widgets.growing_text import GrowingText
from tests.faults.conftest import program
from tests.faults.program import PASSPHRASE, Program, school_with_keys

__all__ = ["program"]
ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def school(tmp_path: Path):
    made, key = school_with_keys(tmp_path / "archief")
    return tmp_path / "archief", made, key


def in_form(you: Program, formulier: str) -> GrowingText:
    """Unlock and open a form; its first text field has the cursor."""
    you.unlock()
    you.unlocked().go(Place("formulier", formulier))
    you.wait(lambda: bool(you.shell.findChildren(GrowingText)))
    field = you.shell.findChildren(GrowingText)[0]
    field.setFocus()
    return field


def test_the_window_opens_with_the_field_and_keeps_what_was_typed_before_the_rest_was_there(school, qapp, qtbot):
    start = Start(Options(data=school[0]))
    run_steps(BEFORE_THE_WINDOW, start)
    session = Session(qapp, start)
    session.begin()
    try:
        assert isinstance(session.shell.page, EerstePage)
        session.shell.page.line.setText("zeven ge")
        qtbot.waitUntil(lambda: isinstance(session.shell.page, OntgrendelPage))
        assert session.shell.page.secret.value() == "zeven ge"
    finally:
        session.leaving.close()
        qtbot.waitUntil(lambda: not session.shell.isVisible())
        gc.enable()


def test_a_wrong_passphrase_is_said_under_the_field_and_the_right_one_opens_vandaag(school, program):
    you = program(school[0])
    you.unlock("zeven gele fietsen onder zand")
    you.wait(lambda: you.says(str(WrongPassphrase())))
    page = you.shell.page
    assert page.secret.line.selectedText() == page.secret.value()  # the next key starts anew
    you.type(PASSPHRASE)
    assert not you.says(str(WrongPassphrase()))
    you.press(ENTER)
    assert you.unlocked().context.gebruiker == "Anna de Wit"
    you.wait(lambda: you.says("Besprekingen"))
    assert you.shell.windowTitle() == "Vandaag – Ruggespraak"


def test_nothing_typed_asks_for_something(school, program):
    you = program(school[0])
    you.wait(lambda: isinstance(you.shell.page, OntgrendelPage))
    you.press(ENTER)
    assert you.says("Typ je wachtzin")


def test_the_recovery_code_opens_only_together_with_a_new_passphrase(school, program):
    folder, _, key = school
    code = keys.renew_recovery(folder, key)
    you = program(folder)
    you.unlock(code.lower().replace("-", " "))
    you.wait(lambda: isinstance(you.shell.page, NieuweWachtzinPage))
    you.type("kort")
    you.press(ENTER)
    assert isinstance(you.shell.page, NieuweWachtzinPage)
    you.focus().clear()
    you.type("kameel ruikt trommel azuur")
    you.press(ENTER)
    you.unlocked()
    with pytest.raises(WrongPassphrase):
        keys.unlock(folder, PASSPHRASE)
    assert keys.unlock(folder, "kameel ruikt trommel azuur").naam == "Anna de Wit"


def test_locking_clears_the_screen_and_forgets_the_key_and_unlocking_returns_to_the_place(school, program):
    folder, made, _ = school
    you = program(folder)
    in_form(you, made.formulier)
    you.type("Tafels oefenen")
    you.press(Qt.Key.Key_L, CONTROL)
    you.wait(lambda: you.session.keeper().db is None)
    assert isinstance(you.shell.page, OntgrendelPage)
    assert you.shell.windowTitle() == "Ontgrendelen – Ruggespraak"
    you.wait(lambda: not you.shell.findChildren(MainWindow))
    words = [each.text() for each in you.shell.findChildren(QLabel)]
    words += [each.toPlainText() for each in you.shell.findChildren(QPlainTextEdit)]
    assert not [each for each in words if "Noor" in each or "Tafels" in each]
    you.unlock()
    assert you.unlocked().router.place == Place("formulier", made.formulier)
    you.wait(lambda: any(each.toPlainText() == "Tafels oefenen" for each in you.shell.findChildren(GrowingText)))
    (form,) = you.ask(lambda archive: archive.all(Formulier))
    assert all(each.sealed for each in you.ask(lambda archive: archive.history(form.id)))
    you.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert you.unlocked().router.place == Place("vandaag")


def test_it_locks_by_itself_when_nobody_is_there(school, program, monkeypatch: pytest.MonkeyPatch):
    you = program(school[0])
    you.unlock()
    idle = you.unlocked().findChild(Idle)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 9 * 60)
    QTest.keyClick(you.shell.windowHandle(), Qt.Key.Key_Shift)
    monkeypatch.setattr(time, "time", lambda: now + 18 * 60)
    idle.check()
    assert isinstance(you.shell.page, MainWindow)  # nine minutes since the last key
    monkeypatch.setattr(time, "time", lambda: now + 20 * 60)
    idle.check()
    assert isinstance(you.shell.page, OntgrendelPage)


def test_closing_keeps_the_place_of_the_window_and_leaves_no_thread(school, program):
    folder, made, key = school
    you = program(folder)
    in_form(you, made.formulier)
    you.type("Nog net getypt")
    you.shell.resize(700, 600)
    you.close()
    assert Settings.load(folder).venster
    assert not [each for each in threading.enumerate() if each.name == "database"]
    archive = Archive(folder, key)
    (form,) = archive.all(Formulier)
    archive.close()
    assert "Nog net getypt" in str(form.antwoorden)
    again = program(folder)
    assert (again.shell.width(), again.shell.height()) == (700, 600)


def test_logging_off_writes_what_is_being_typed(school, program):
    folder, made, _ = school
    you = program(folder)
    in_form(you, made.formulier)
    you.type("De laatste zin")
    you.session.leaving.end_session(None)  # what Qt calls when the system says goodbye
    (form,) = you.ask(lambda archive: archive.all(Formulier))
    assert "De laatste zin" in str(form.antwoorden)


def test_a_bug_is_told_without_a_word_of_what_it_was_about(school, program):
    folder, _, _ = school
    before = sys.excepthook
    you = program(folder)
    you.unlock()
    you.unlocked()

    def broken(_archive: Archive) -> None:
        raise ValueError("Noor van den Berg")

    you.session.keeper().db.ask(broken)
    you.wait(lambda: you.says(BUG_TITLE))
    you.close()
    assert sys.excepthook is before
    (report,) = (folder / "foutrapporten").iterdir()
    assert "ValueError" in report.read_text()
    assert "Noor" not in report.read_text()


def test_a_second_start_brings_the_first_window_forward(school, program, qtbot):
    from app.ui.single_instance import bell_name

    you = program(school[0])
    you.unlock()
    you.unlocked()
    from PySide6.QtNetwork import QLocalSocket

    you.shell.showMinimized()
    socket = QLocalSocket()
    socket.connectToServer(bell_name(school[0]))
    assert socket.waitForConnected(1000)
    socket.write(b"\n")
    qtbot.waitUntil(lambda: not you.shell.isMinimized())
    socket.close()


def in_demo(qapp, qtbot, folder: Path) -> Session:
    start = Start(Options(demo=True, data=folder))
    run_steps(BEFORE_THE_WINDOW, start)
    session = Session(qapp, start)
    session.begin()
    qtbot.waitUntil(lambda: isinstance(session.shell.page, MainWindow), timeout=30_000)
    return session


def test_the_proefschool_is_made_the_first_time_and_again_when_it_was_never_finished(qapp, qtbot, tmp_path: Path):
    folder = tmp_path / "proefschool"
    folder.mkdir()
    Archive(folder, DEMO_KEY).close()  # what a program leaves that was ended while it made the school
    for _ in range(2):
        session = in_demo(qapp, qtbot, tmp_path)
        context = session.main.context
        assert (context.school.naam, context.demo) == ("Proefschool", True)
        assert context.gebruiker
        session.leaving.lock()  # there is no passphrase to lock it with
        assert isinstance(session.shell.page, MainWindow)
        session.leaving.close()
        qtbot.waitUntil(lambda session=session: not session.shell.isVisible())
    gc.enable()


def test_trouble_with_writing_is_told_until_writing_goes_well_again(school, program):
    you = program(school[0])
    you.unlock()
    db = you.unlocked().context.db
    full = DiskFull(school[0])
    db.failed.emit(full)
    assert you.says(str(full))
    you.ask(lambda archive: archive.write("leerling", school[1].leerling, {"roepnaam": "Nora"}, "IB"))
    you.wait(lambda: not you.says(str(full)))


def test_what_the_disk_refuses_is_covered_but_kept_until_it_is_written(school, program, monkeypatch):
    folder, made, _ = school
    you = program(folder)
    field = in_form(you, made.formulier)
    you.type("Nergens anders")
    main = you.unlocked()
    monkeypatch.setattr(main, "is_saved", lambda: False)
    you.session.leaving.lock()
    assert isinstance(you.shell.page, OntgrendelPage)
    assert not main.isVisible()
    you.unlock("zeven gele fietsen onder zand")
    you.wait(lambda: you.says(str(WrongPassphrase())))
    you.type(PASSPHRASE)
    you.press(ENTER)
    assert you.unlocked() is main
    you.type(" dan hier")
    assert field.toPlainText() == "Nergens anders dan hier"


@pytest.mark.parametrize("answer", [None, True])
def test_closing_asks_when_something_would_be_lost(school, program, monkeypatch, qtbot, answer):
    you = program(school[0])
    you.unlock()
    monkeypatch.setattr(you.unlocked(), "is_saved", lambda: False)
    asked = []
    monkeypatch.setattr(Question, "ask", lambda *words, **_: asked.append(words) or answer)
    you.shell.close()
    you.wait(lambda: bool(asked))
    assert UNSAVED in asked[0]
    assert you.shell.isVisible() == (answer is None)
    monkeypatch.undo()
