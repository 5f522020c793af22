"""Not a word is lost: what is typed is in the archive within a second, and can be taken back."""

from functools import partial

import pytest

from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.errors import DiskFull
from app.ui.bespreekmodus.view import BespreekmodusView
from app.ui.formulier.controller import FormController
from app.ui.formulier.paneel import FormPanel
from app.ui.formulier.view import FormulierView
from app.ui.place import Place

VRAAG = "hulpvraag.hulpvraag"


def refuse(werkplek, monkeypatch, name):
    """Let the archive say that the disk is full; gives what to put back."""
    real = getattr(Archive, name)

    def full(*_args, **_values):
        raise DiskFull(werkplek.context.folder)

    monkeypatch.setattr(Archive, name, full)
    return real


def test_who_types_on_without_a_pause_is_saved_all_the_same(qtbot, werkplek):
    controller = werkplek.controller()
    typed = []
    saved = []
    werkplek.db.changed.connect(saved.append)
    while not saved and len(typed) < 100:  # a key every 50 milliseconds: never a pause of 300
        typed.append("a")
        controller.edited(VRAAG, lambda: "".join(typed))
        qtbot.wait(50)
    assert saved
    assert set(werkplek.answer(VRAAG)) == {"a"}


def test_a_field_is_written_at_once_when_it_is_left(qtbot, werkplek):
    controller = werkplek.controller()
    controller.edited(VRAAG, lambda: "Noor haakt af")
    controller.left(VRAAG)
    assert werkplek.answer(VRAAG) == "Noor haakt af"
    history = werkplek.ask(lambda archive: archive.history(werkplek.formulier, f"antwoorden/{VRAAG}"))
    assert [(each.value, each.author, each.sealed) for each in history] == [("Noor haakt af", "Joke Smit", True)]


def test_undo_takes_an_answer_back_by_adding_history_and_redo_brings_it_again(qtbot, werkplek):
    controller = werkplek.controller()
    for text in ("eerst", "later"):
        controller.edited(VRAAG, lambda text=text: text)
        controller.left(VRAAG)
    assert controller.undo() == VRAAG
    assert werkplek.answer(VRAAG) == "eerst"
    assert controller.redo() == VRAAG
    assert werkplek.answer(VRAAG) == "later"
    history = werkplek.ask(lambda archive: archive.history(werkplek.formulier, f"antwoorden/{VRAAG}"))
    assert [each.value for each in history] == ["eerst", "later", "eerst", "later"]


def test_a_full_disk_is_told_and_the_words_stay_until_there_is_room(qtbot, werkplek, monkeypatch):
    controller = werkplek.controller()
    told = []
    werkplek.db.failed.connect(told.append)
    real = refuse(werkplek, monkeypatch, "write_answer")
    controller.edited(VRAAG, lambda: "blijft staan")
    controller.left(VRAAG)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], DiskFull)
    assert not controller.autosave.is_clean

    monkeypatch.setattr(Archive, "write_answer", real)
    controller.autosave.flush()
    qtbot.waitUntil(lambda: controller.autosave.is_clean)
    assert werkplek.answer(VRAAG) == "blijft staan"


@pytest.mark.parametrize("mark", ["nvt", "klaar", None])
def test_the_mark_of_a_section_is_kept(qtbot, werkplek, mark):
    controller = werkplek.controller()
    controller.mark_section("acties", "klaar")
    controller.mark_section("acties", mark)
    werkplek.ask(lambda archive: None)
    assert werkplek.blad().formulier.secties == ({"acties": mark} if mark else {})


def test_what_was_typed_since_an_undo_is_never_redone_away(qtbot, werkplek):
    controller = werkplek.controller()
    controller.put(VRAAG, "eerst")
    controller.undo()
    controller.edited(VRAAG, lambda: "nieuw getypt")
    assert controller.redo() is None
    assert werkplek.answer(VRAAG) == "nieuw getypt"


def test_words_belong_to_who_spoke_them_also_when_the_disk_takes_them_later(qtbot, werkplek):
    speaker = ["Joke Smit"]
    controller = FormController(werkplek.db, werkplek.blad(), lambda: speaker[0])
    controller.edited(VRAAG, lambda: "van Joke")
    speaker[0] = "Anna de Wit"
    controller.left(VRAAG)
    history = werkplek.ask(lambda archive: archive.history(werkplek.formulier, f"antwoorden/{VRAAG}"))
    assert [each.author for each in history] == ["Joke Smit"]


def test_a_mark_that_the_disk_refuses_is_tried_again(qtbot, werkplek, monkeypatch):
    real = refuse(werkplek, monkeypatch, "write")
    controller = werkplek.controller()
    controller.mark_section("acties", "nvt")
    werkplek.ask(lambda archive: [True])
    assert not controller.autosave.is_clean
    monkeypatch.setattr(Archive, "write", real)
    controller.flush()
    assert werkplek.blad().formulier.secties == {"acties": "nvt"}


def test_a_word_that_comes_after_vaststellen_is_refused_once_and_told(qtbot, werkplek):
    controller = werkplek.controller()
    told = []
    werkplek.db.failed.connect(told.append)
    werkplek.ask(lambda archive: [formulieren.vaststellen(archive, werkplek.formulier, "Anna de Wit")])
    controller.put(VRAAG, "te laat")
    qtbot.waitUntil(lambda: bool(told))
    assert "vastgesteld" in str(told[0])
    assert controller.autosave.is_clean
    assert werkplek.answer(VRAAG) is None


def test_what_must_be_saved_first_does_not_happen_while_the_disk_refuses(qtbot, werkplek, monkeypatch):
    real = refuse(werkplek, monkeypatch, "write_answer")
    controller = werkplek.controller()
    happened = []
    controller.edited(VRAAG, lambda: "eerst dit")
    controller.when_saved(partial(happened.append, True))
    werkplek.ask(lambda archive: [True])
    assert not happened
    monkeypatch.setattr(Archive, "write_answer", real)
    controller.when_saved(partial(happened.append, True))
    qtbot.waitUntil(lambda: bool(happened))
    assert werkplek.answer(VRAAG) == "eerst dit"


@pytest.mark.parametrize("kind", [FormulierView, BespreekmodusView])
def test_a_form_that_leaves_the_screen_keeps_trying_until_the_disk_takes_its_words(qtbot, werkplek, monkeypatch, kind):
    view = kind(werkplek.context)
    qtbot.addWidget(view)
    view.show_place(Place(kind.__name__, werkplek.formulier))
    werkplek.ask(lambda archive: [True])
    (panel,) = view.findChildren(FormPanel)
    real = refuse(werkplek, monkeypatch, "write_answer")
    panel.controller.edited(VRAAG, lambda: "blijft bestaan")
    view.show_place(Place(kind.__name__, werkplek.vorige))
    for _ in range(3):
        werkplek.ask(lambda archive: [True])
    assert not view.is_saved()
    monkeypatch.setattr(Archive, "write_answer", real)
    panel.controller.flush()
    qtbot.waitUntil(view.is_saved)
    assert werkplek.answer(VRAAG) == "blijft bestaan"
