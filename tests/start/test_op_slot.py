"""A lock comes while somebody is typing in a dialog: nothing of it can be seen or heard, and no word of it is lost."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.gesprek import Gesprek
from app.start.leaving import OPEN
from app.start.session import YOURS_NOW
from app.storage import keys
from app.storage.school import tie_user
from app.ui.afspreken.notitie import PhoneNoteDialog
from app.ui.place import Place
from app.ui.widgets.dialog import LockedQuestion
from tests.faults.conftest import program
from tests.faults.program import CHEAP, Program
from tests.start.slot import ONLY_THE_LOCK, heard, live, lock, on_screen, school, unlock

__all__ = ["program", "school"]
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTE = "Moeder belt: hij slaapt slecht"
OF_JOKE = "kameel ruikt trommel azuur"


@pytest.fixture
def you(school, program) -> Program:
    """Somebody who has the dossier of a pupil on the screen."""
    you = program(school[0])
    you.unlock()
    main = you.unlocked()
    main.go(Place("leerling", school[1].leerling))
    you.wait(lambda: main.router.view.about_leerling() is not None and you.says("Noor"))
    return you


def write_note(you: Program, story: Callable[[PhoneNoteDialog], None]) -> None:
    """Type a note of a phone call about the pupil on the screen, and go on with the story while it is not kept yet."""

    def type_it() -> None:
        note = QApplication.activeModalWidget()
        assert isinstance(note, PhoneNoteDialog)
        you.type(NOTE)
        story(note)

    live(you, PhoneNoteDialog, type_it, partial(you.press, Qt.Key.Key_T, CONTROL))


def notes(you: Program) -> list[Gesprek]:
    return [each for each in you.ask(lambda archive: archive.all(Gesprek)) if "Moeder belt" in str(each)]


def test_it_is_out_of_sight_and_then_there_again_with_its_cursor_and_can_be_kept_at_once(you):
    def story(note: PhoneNoteDialog) -> None:
        main = you.session.main
        for _ in "slecht":
            you.press(Qt.Key.Key_Left)
        assert NOTE in heard()
        lock(you)
        assert on_screen() == ONLY_THE_LOCK
        assert [word for word in (NOTE, "Telefoonnotitie", "Noor") if word in heard()] == []
        you.type("zeven")
        assert you.shell.page.secret.value() == "zeven"  # the keyboard is here, and only here
        assert note.text.value() == NOTE
        you.shell.page.secret.line.clear()
        unlock(you)
        assert you.session.main is main
        assert QApplication.activeModalWidget() is note
        assert you.focus() is note.text
        you.type("vaak ")
        you.press(Qt.Key.Key_Return, CONTROL)

    write_note(you, story)
    you.wait(lambda: bool(notes(you)))
    assert "hij slaapt vaak slecht" in str(notes(you))


def test_it_can_happen_twice_and_then_be_cancelled(you):
    def story(note: PhoneNoteDialog) -> None:
        for _ in range(2):
            lock(you)
            unlock(you)
            assert note.text.value() == NOTE
        you.press(Qt.Key.Key_Escape)

    write_note(you, story)
    assert notes(you) == []
    you.session.leaving.lock()
    you.wait(lambda: you.session.main is None)  # with nothing open the screens are forgotten too
    assert you.session.keeper().db is None
    unlock(you)


def test_a_colleague_who_unlocks_goes_on_under_the_own_name_and_is_told_so(school, you):
    folder, _, key = school
    slot = keys.add_passphrase(folder, key, "Joke Smit", OF_JOKE, cost=CHEAP)
    joke = you.ask(lambda archive: archive.query("SELECT id FROM medewerker WHERE roepnaam = 'Joke'")[0]["id"])
    you.ask(lambda archive: tie_user(archive, slot, joke))

    def story(_note: PhoneNoteDialog) -> None:
        lock(you)
        unlock(you, OF_JOKE)
        assert you.says(YOURS_NOW)
        you.press(Qt.Key.Key_Return, CONTROL)

    write_note(you, story)
    you.wait(lambda: bool(notes(you)))
    (kept,) = notes(you)
    assert {each.author for each in you.ask(lambda archive: archive.history(kept.id))} == {"Joke Smit"}


@pytest.mark.parametrize("closes", [False, True])
def test_closing_while_it_is_locked_asks_before_it_loses_the_words(you, closes):
    asked = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        asked.append(OPEN in heard() and NOTE not in heard())
        question.accept() if closes else question.reject()

    def story(note: PhoneNoteDialog) -> None:
        lock(you)
        you.in_dialog(LockedQuestion, answer)
        you.shell.close()
        you.wait(lambda: bool(asked))
        if not closes:
            unlock(you)
            assert note.text.value() == NOTE
            note.reject()

    write_note(you, story)
    assert asked == [True]
    if closes:
        you.wait(lambda: not you.shell.isVisible())
        assert not [each for each in threading.enumerate() if each.name == "database"]
