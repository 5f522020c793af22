"""Not a word is lost: what is typed is in the archive within a second, and can be taken back."""

import pytest

from app.storage.errors import DiskFull

VRAAG = "hulpvraag.hulpvraag"


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
    from app.storage.archive import Archive

    real = Archive.write_answer

    def full(*_args, **_values):
        raise DiskFull(werkplek.context.folder)

    monkeypatch.setattr(Archive, "write_answer", full)
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
