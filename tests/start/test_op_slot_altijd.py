"""A lock comes whatever happens, and nothing of a pupil is said, opened or written under another's name behind it."""

import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from shiboken6 import delete

from app.models.consult import Bijlage
from app.start.bugs import BUG_TITLE
from app.start.idle import Idle
from app.storage import keys
from app.storage.bijlageresten import COPIES
from app.storage.school import tie_user
from app.ui.bijlagen import handelingen
from app.ui.bijlagen.handelingen import Handelingen
from app.ui.exporteren import openen
from app.ui.instellingen.beveiliging import HerstelcodeDialog
from app.ui.ontgrendelen.nieuw import NieuweWachtzinPage
from app.ui.ontgrendelen.page import OntgrendelPage
from app.ui.widgets import accessible
from app.ui.widgets.dialog import Question
from app.ui.widgets.edit_dialog import EditDialog
from app.ui.widgets.line_field import LineField
from app.ui.widgets.undo_bar import UndoBar
from app.ui.window.herstelcode import RecoveryCard
from tests.faults.conftest import program
from tests.faults.program import CHEAP, Program
from tests.start.slot import ONLY_THE_LOCK, live, lock, on_screen, school, unlock

__all__ = ["program", "school"]
OF_JOKE = "kameel ruikt trommel azuur"


class Naam(EditDialog):
    """A dialog with one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Naam")
        self.line = LineField()
        self.fields.add_row("Naam", self.line)


@pytest.fixture
def you(school, program) -> Program:
    you = program(school[0])
    unlock(you)
    return you


def lock_forgets(you: Program) -> None:
    you.session.leaving.lock()
    you.wait(lambda: you.session.keeper().db is None)


def _breaks() -> None:
    raise ValueError("a view with a bug")


def test_a_bug_in_a_view_does_not_keep_the_screen_open(you, monkeypatch):
    monkeypatch.setattr(you.session.main, "flush", _breaks)
    you.session.leaving.lock()
    assert isinstance(you.shell.page, OntgrendelPage)
    you.wait(lambda: you.session.keeper().db is None and you.says(BUG_TITLE))


def test_a_bug_in_a_dialog_does_not_keep_the_screen_open(you, monkeypatch):
    def story() -> None:
        lock(you)
        assert on_screen() == ONLY_THE_LOCK
        you.wait(lambda: you.says(BUG_TITLE))
        unlock(you)
        QApplication.activeModalWidget().reject()

    monkeypatch.setattr(Naam, "leave", lambda _self: _breaks())
    live(you, Naam, story, partial(Naam.ask, you.session.main))


def test_what_the_disk_refused_goes_on_under_the_name_of_who_unlocks(school, you, monkeypatch):
    folder, _, key = school
    slot = keys.add_passphrase(folder, key, "Joke Smit", OF_JOKE, cost=CHEAP)
    joke = you.ask(lambda archive: archive.query("SELECT id FROM medewerker WHERE roepnaam = 'Joke'")[0]["id"])
    you.ask(lambda archive: tie_user(archive, slot, joke))
    main = you.session.main
    monkeypatch.setattr(main, "is_saved", lambda: False)
    you.session.leaving.lock()
    unlock(you, OF_JOKE)
    assert you.session.main is main
    assert (main.context.gebruiker, main.context.ik) == ("Joke Smit", joke)
    assert main.context.ingang.slot_id == slot


def test_the_key_goes_though_the_code_was_being_printed(you):
    def printing() -> None:
        you.session.leaving.lock()

    def story() -> None:
        dialog = QApplication.activeModalWidget()
        live(you, QPrintDialog, printing, dialog.findChild(RecoveryCard).keeper.print_button.click)
        you.wait(lambda: you.session.main.context.ingang is None)
        unlock(you)
        dialog.reject()

    card = RecoveryCard("De Vlinder", "AAAA-BBBB", you.session.main.context.vandaag)
    live(you, HerstelcodeDialog, story, partial(HerstelcodeDialog.ask, you.session.main, card))


def test_a_screen_reader_is_told_nothing_by_a_screen_behind_the_lock(you, monkeypatch):
    told = []

    def story() -> None:
        lock(you)
        with monkeypatch.context() as only:
            only.setattr("PySide6.QtGui.QAccessible.isActive", lambda: True)
            only.setattr("PySide6.QtGui.QAccessible.updateAccessibility", lambda event: told.append(event.message()))
            accessible.announce(you.session.main.top, "‘Verslag Noor.docx’ is gemaakt.")
            accessible.announce(you.shell.page.secret, "Dit is niet de wachtzin.")
        unlock(you)
        QApplication.activeModalWidget().reject()

    live(you, Naam, story, partial(Naam.ask, you.session.main))
    assert told == ["Dit is niet de wachtzin."]


def test_no_list_of_files_opens_by_a_late_answer(you, tmp_path, monkeypatch):
    def story() -> None:
        lock(you)
        assert openen.choose_folder(you.session.main, tmp_path) is None
        unlock(you)
        QApplication.activeModalWidget().reject()

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    live(you, Naam, story, partial(Naam.ask, you.session.main))
    assert openen.choose_folder(you.session.main, tmp_path) == tmp_path


def test_a_dialog_whose_place_was_made_anew_meanwhile_comes_back_all_the_same(you):
    place = QWidget(you.session.main)

    def story() -> None:
        dialog = QApplication.activeModalWidget()
        lock(you)
        delete(place)
        unlock(you)
        assert QApplication.activeModalWidget() is dialog
        dialog.reject()

    live(you, Naam, story, partial(Naam.ask, place))


def test_a_dialog_that_goes_with_its_screen_lets_its_caller_go_on_and_the_lock_forget(you):
    place = QWidget(you.session.main)
    QTimer.singleShot(20, partial(delete, place))
    assert Naam(place).exec() == QDialog.DialogCode.Rejected
    lock_forgets(you)


def test_the_recovery_code_is_asked_again_when_nobody_chose_a_passphrase_after_it(school, program, monkeypatch):
    folder, _, key = school
    code = keys.renew_recovery(folder, key, cost=CHEAP)
    you = program(folder)
    you.unlock(code)
    you.wait(lambda: isinstance(you.shell.page, NieuweWachtzinPage))
    idle = you.shell.page.findChild(Idle)
    idle.check()
    assert isinstance(you.shell.page, NieuweWachtzinPage)
    later = time.time() + 11 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    idle.check()
    assert isinstance(you.shell.page, OntgrendelPage)


def test_what_comes_in_the_place_of_the_archive_does_not_wait_for_a_dialog_that_opened_late(you):
    done = []

    def twice() -> None:
        Naam.ask(you.session.main)
        Naam.ask(you.session.main)

    live(you, Naam, partial(you.session.leaving.lock, partial(done.append, True)), twice)
    you.wait(lambda: done == [True])
    assert you.session.keeper().db is None


def test_a_copy_for_another_program_that_was_still_being_made_goes_and_is_not_opened(you, school, monkeypatch):
    folder = school[0]
    copy = folder / COPIES / "gespreksverslag.pdf"
    opened = []

    def make(*_: object) -> Path:
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(b"%PDF")
        return copy

    def story() -> None:
        lock(you)
        at_work.open_elders(Bijlage(soort="pdf"))
        you.wait(lambda: not copy.exists() and bool(made))
        unlock(you)
        QApplication.activeModalWidget().reject()

    made = []
    at_work = Handelingen(you.session.main, you.session.main.context, UndoBar(you.session.main))
    monkeypatch.setattr(Question, "ask", lambda *_, **__: True)
    monkeypatch.setattr(handelingen, "kopie", lambda *_: made.append(make()) or copy)
    monkeypatch.setattr(openen, "open_file", lambda path: opened.append(path) or True)
    live(you, Naam, story, partial(Naam.ask, you.session.main))
    assert opened == []
