"""A lock comes while dialogs are open: which of them wait, in which order, and which are closed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.models.gesprek import Gesprek
from app.start import andere_map
from app.storage import keys
from app.storage.archive import Archive
from app.storage.errors import DiskFull
from app.ui.instellingen.beveiliging import WachtzinDialog
from app.ui.ontgrendelen.storing import StoringPage
from app.ui.widgets.dialog import LockedQuestion, Question
from app.ui.widgets.edit_dialog import EditDialog
from app.ui.widgets.line_field import LineField
from tests.faults.conftest import program
from tests.faults.program import PASSPHRASE, Program, school_with_keys
from tests.start.slot import ONLY_THE_LOCK, heard, live, lock, on_screen, press_lock, unlock

__all__ = ["program"]


class Binnen(EditDialog):
    """A dialog with one line; that is the answer."""

    def __init__(self, parent: QWidget, title: str = "Binnen") -> None:
        super().__init__(parent, title)
        self.line = LineField()
        self.fields.add_row("Naam", self.line)

    def answer(self) -> str:
        return self.line.value()


class Buiten(Binnen):
    """A dialog that opens others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Buiten")
        self.told: object = "nog niets"

    def ask_inside(self) -> None:
        self.told = Binnen.ask(self)

    def confirm(self) -> None:
        self.told = Question.ask(self, "Noor weghalen?", "Dat kan niet terug.", accept="Haal weg", danger=True)


@pytest.fixture
def you(tmp_path: Path, program) -> Program:
    school_with_keys(tmp_path / "archief")
    you = program(tmp_path / "archief")
    unlock(you)
    return you


def in_outer(you: Program, story: Callable[[Buiten], None]) -> object:
    """Live a story in a dialog over the program; what its caller got."""

    def live_it() -> None:
        outer = QApplication.activeModalWidget()
        assert isinstance(outer, Buiten)
        story(outer)

    return live(you, Buiten, live_it, partial(Buiten.ask, you.session.main))


def _note(words: str, archive: Archive) -> None:
    archive.set_setting("proef", words)


def _nothing() -> bool:
    return True


def _is_away(*_: object) -> None:
    raise DiskFull(Path())


def forgotten(you: Program) -> bool:
    you.wait(lambda: you.session.main is None)
    return you.session.keeper().db is None


def test_a_dialog_within_a_dialog_is_there_again_in_the_same_order(you):
    def inside(outer: Buiten) -> None:
        inner = QApplication.activeModalWidget()
        you.type("Binnenin")
        lock(you)
        assert on_screen() == ONLY_THE_LOCK
        assert [word for word in ("Binnen", "Buiten") if word in heard()] == []
        unlock(you)
        assert QApplication.activeModalWidget() is inner
        assert inner.parentWidget() is outer
        assert outer.isVisible()
        you.type(" verder")
        you.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def story(outer: Buiten) -> None:
        you.type("Buitenom")
        live(you, Binnen, partial(inside, outer), outer.ask_inside)
        assert outer.told == "Binnenin verder"
        assert you.focus() is outer.line
        you.tab_until(lambda widget: widget is outer.accept_button)
        you.press(Qt.Key.Key_Return)

    assert in_outer(you, story) == "Buitenom"


def test_a_question_over_a_dialog_is_answered_with_no_and_the_dialog_waits(you):
    def story(outer: Buiten) -> None:
        you.type("Buitenom")
        live(you, Question, partial(press_lock, you), outer.confirm)
        assert outer.told is None
        assert on_screen() == ONLY_THE_LOCK
        unlock(you)
        assert you.focus() is outer.line
        outer.accept()

    assert in_outer(you, story) == "Buitenom"


def test_a_dialog_that_opens_by_itself_while_it_is_locked_is_not_seen_before_unlocking(you):
    seen = []

    def look_and_unlock() -> None:
        seen.append((on_screen(), "Binnen" in heard()))
        unlock(you)

    def story(outer: Buiten) -> None:
        lock(you)
        QTimer.singleShot(0, outer.ask_inside)
        QTimer.singleShot(50, look_and_unlock)
        you.in_dialog(Binnen, lambda: QApplication.activeModalWidget().accept())
        you.wait(lambda: outer.told == "")
        outer.accept()

    in_outer(you, story)
    assert seen == [(ONLY_THE_LOCK, False)]


def test_what_is_asked_of_the_archive_while_it_is_locked_is_answered_after_it(you):
    answers = []

    def story(outer: Buiten) -> None:
        lock(you)
        you.session.main.context.db.ask(lambda archive: archive.all(Gesprek), answers.append)
        QTest.qWait(20)
        assert answers == []
        unlock(you)
        assert answers == [[]]
        outer.reject()

    assert in_outer(you, story) is None


def test_what_a_dialog_keeps_by_itself_is_written_before_the_archive_is_closed(you, tmp_path, monkeypatch):
    db, closed = you.session.main.context.db, []

    def leave(dialog: Binnen) -> None:
        db.ask(partial(_note, dialog.line.value()))

    def story(outer: Buiten) -> None:
        you.type("Buitenom")
        lock(you)
        db.run(_nothing, closed.append)
        you.wait(lambda: bool(closed))
        archive = Archive(tmp_path / "archief", keys.unlock(tmp_path / "archief", PASSPHRASE).database_key)
        kept = archive.setting("proef")  # it could be opened here, so the program had let go of it
        archive.close()
        assert kept == "Buitenom"
        unlock(you)
        outer.reject()

    monkeypatch.setattr(Binnen, "leave", leave)
    in_outer(you, story)


def test_an_archive_that_will_not_open_at_once_gives_the_dialog_back_when_it_does(you, monkeypatch):
    def story(outer: Buiten) -> None:
        you.type("Buitenom")
        lock(you)
        monkeypatch.setattr(Archive, "__init__", _is_away)
        you.unlock()
        you.wait(lambda: isinstance(you.shell.page, StoringPage))
        monkeypatch.undo()
        you.shell.page.retry_wanted.emit()
        unlock(you)
        assert QApplication.activeModalWidget() is outer
        outer.accept()

    assert in_outer(you, story) == "Buitenom"


@pytest.mark.parametrize("goes", [False, True])
def test_another_archive_takes_its_place_only_after_asking(you, tmp_path, monkeypatch, goes):
    other = tmp_path / "ander"
    school_with_keys(other)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    monkeypatch.setattr(andere_map, "choose_folder", lambda _folder: None)  # to remember it is another story
    kept = []

    def story(outer: Buiten) -> None:
        you.type("Buitenom")
        lock(you)
        you.session.show_trouble(DiskFull(tmp_path))
        you.in_dialog(LockedQuestion, lambda: answer(QApplication.activeModalWidget()))
        you.shell.page.other_folder_wanted.emit()
        if not goes:
            you.shell.page.retry_wanted.emit()
            unlock(you)
            kept.append(outer.line.value())
            outer.reject()

    def answer(question: LockedQuestion) -> None:
        question.accept() if goes else question.reject()

    assert in_outer(you, story) is None
    if goes:
        unlock(you)
    assert you.unlocked().context.folder == (other if goes else tmp_path / "archief")
    assert kept == ([] if goes else ["Buitenom"])


def test_a_dialog_of_the_system_over_a_dialog_is_closed_since_its_names_of_files_name_children(you):
    def story(outer: Buiten) -> None:
        save = partial(QFileDialog.getSaveFileName, outer, "Bewaar", "Verslag Noor.docx")
        assert live(you, QFileDialog, you.session.leaving.lock, save)[0] == ""
        assert on_screen() == ONLY_THE_LOCK
        assert "Noor" not in heard()
        unlock(you)
        assert QApplication.activeModalWidget() is outer
        outer.reject()

    in_outer(you, story)


def test_a_question_alone_is_closed_and_everything_is_forgotten(you):
    ask = partial(Question.ask, you.session.main, "Noor weghalen?", "Dat kan niet terug.", accept="Haal weg")
    assert live(you, Question, partial(press_lock, you), ask) is None
    assert forgotten(you)


def test_a_passphrase_that_is_half_typed_is_not_kept(you):
    def story() -> None:
        you.type("kameel")
        press_lock(you)

    ask = partial(WachtzinDialog.ask, you.session.main, "Kies een nieuwe wachtzin")
    assert live(you, WachtzinDialog, story, ask) is None
    assert forgotten(you)
