"""Not a byte of what is said about a child stands readable on the disk: open, locked, closed or killed."""

import itertools
import json
import os
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.log import Log
from app.models.bespreking import Formulier
from app.storage import backup, bijlagen, zoeken
from app.storage.archive import FILE_NAME, Archive
from app.ui.bijlagen.kijker import Kijker
from app.ui.bijlagen.regels import Bestandsregel
from app.ui.place import Place
from app.ui.widgets.growing_text import GrowingText
from tests.ui.bijlagen.papier import pdf

from . import kijker, kill, typer
from .program import school_with_keys
from .school import KEY, filled_archive
from .test_bijlagen import run_and_kill

NAME, FAMILY = "Kwikstaartje", "Goudvinkstra"
WORDS = "sijsjesgezang klinkt overal"
CANARIES = (NAME, FAMILY, "sijsjesgezang")
CONTROL = Qt.KeyboardModifier.ControlModifier


def traces(*folders: Path) -> list[str]:
    """Every file in these folders in whose bytes or name a canary stands, however it is spelt or encoded."""
    spelt = {spell(word) for word in CANARIES for spell in (str, str.lower, str.upper)}
    wanted = {word.encode(code) for word, code in itertools.product(spelt, ("utf-8", "utf-16-le", "utf-16-be"))}
    found = []
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes() + os.fsencode(path.name)
        found += [f"{path}: {word!r}" for word in wanted if word in data]
    return found


@pytest.fixture
def places(tmp_path, home, monkeypatch):
    """All places where the program could leave something: its data, temporary files, the home folder."""
    data, temporary = tmp_path / "archief", tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return data, temporary, home


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("spell", [str, str.upper, str.lower])
def test_a_trace_would_be_found(tmp_path, code, spell):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.bin").write_bytes(b"\0\xff" + spell(NAME).encode(code) + b"\0")
    assert traces(tmp_path)


def test_no_trace_while_open_locked_and_closed(program, places):
    data = places[0]
    made, _key = school_with_keys(data, NAME, FAMILY)
    running = program(data)
    running.unlock()
    main = running.unlocked()

    main.go(Place("bespreekmodus", made.formulier))
    running.wait(lambda: isinstance(running.focus(), GrowingText))
    running.type(WORDS)
    running.press(Qt.Key.Key_S, CONTROL)
    running.press(Qt.Key.Key_Z, CONTROL)
    running.type(WORDS)
    running.press(Qt.Key.Key_Return, CONTROL)
    running.wait(
        lambda: WORDS in json.dumps(running.ask(lambda archive: archive.get(Formulier, made.formulier).antwoorden))
    )
    assert running.ask(lambda archive: zoeken.formulieren(archive, "sijsjesgezang"))
    assert running.ask(lambda archive: zoeken.leerlingen(archive, NAME))
    for place in (Place("leerling", made.leerling), Place("bespreking", made.bespreking), Place("leerlingen")):
        main.go(place)
        running.ask(lambda archive: None)
    running.session.settings.save(data)
    log_a_bug(data, WORDS)

    assert (data / f"{FILE_NAME}-wal").stat().st_size > 0
    assert traces(*places) == []
    running.press(Qt.Key.Key_L, CONTROL)
    running.wait(lambda: running.session.main is None)
    assert traces(*places) == []
    running.close()
    assert traces(*places) == []
    assert not (data / f"{FILE_NAME}-wal").exists()


def log_a_bug(folder: Path, said: str) -> None:
    """What the program does when it fails in the midst of somebody's words."""
    try:
        raise ValueError(said, {NAME: said})
    except ValueError as error:
        assert Log(folder).report(error) is not None


def test_no_trace_in_a_backup(places, tmp_path):
    made, key = school_with_keys(places[0], NAME, FAMILY)
    archive = Archive(places[0], key)
    archive.write_answer(made.formulier, "hulpvraag.hulpvraag", WORDS, "Joke Smit")
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = backup.copy_out(archive, stick)
    assert traces(*places, stick) == []
    backup.prove(copy, places[0], key, datetime(2026, 11, 23, 14, 3))
    archive.close()
    assert traces(*places, stick) == []


def test_no_trace_after_a_kill(places):
    data = places[0]
    made = filled_archive(data, NAME, FAMILY)
    told, _at = kill.type_and_kill(kill.nursery(), typer.run_with_canary, data, made.formulier, seed=3, after=2.0)
    assert "sijsjesgezang" in json.dumps(list(told.values()))
    assert (data / f"{FILE_NAME}-wal").stat().st_size > 0
    assert traces(*places) == []

    archive = Archive(data, KEY)
    assert "sijsjesgezang" in json.dumps(archive.get(Formulier, made.formulier).antwoorden)
    assert traces(*places) == []
    archive.close()
    assert traces(*places) == []


def add_report(archive: Archive, data: Path, leerling: str) -> None:
    """Add a PDF with the canary on its page and in its name; the original goes."""
    original = data.parent / f"{NAME}.pdf"
    original.write_bytes(pdf(WORDS))
    bijlagen.toevoegen(archive, data, original, leerling, None, "", "Joke Smit")
    original.unlink()


def test_no_trace_of_an_annex_while_it_is_looked_at_and_after(program, places):
    data = places[0]
    made, key = school_with_keys(data, NAME, FAMILY)
    archive = Archive(data, key)
    add_report(archive, data, made.leerling)
    archive.close()
    running = program(data)
    running.unlock()
    main = running.unlocked()
    main.go(Place("leerling", made.leerling))
    running.wait(lambda: bool(running.shell.findChildren(Bestandsregel)))
    line = running.shell.findChildren(Bestandsregel)[-1]
    seen = []

    def look() -> None:
        viewer = running.focus().window()
        assert isinstance(viewer, Kijker)
        running.wait(lambda: viewer.page.accessibleName() == "Bladzijde 1 van 1")
        seen.append(traces(*places))
        running.press(Qt.Key.Key_Escape)

    running.in_dialog(Kijker, look)
    line.naam.click()
    assert running.dialog_errors == []
    assert seen == [[]]
    running.in_dialog(Kijker, running.session.leaving.lock)  # nobody did anything for a while
    line.naam.click()
    running.wait(lambda: running.session.main is None)
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, Kijker) and each.isVisible()]
    running.close()
    assert traces(*places) == []


def test_no_trace_of_an_annex_after_a_kill_while_it_is_looked_at(places):
    data = places[0]
    made = filled_archive(data, NAME, FAMILY)
    archive = Archive(data, KEY)
    add_report(archive, data, made.leerling)
    archive.close()
    run_and_kill(kijker.look_for_ever, data, made.leerling, 0.1)
    assert traces(*places) == []


def test_a_copy_for_another_program_is_gone_after_the_next_start_and_at_lock(program, places):
    data = places[0]
    made, key = school_with_keys(data, NAME, FAMILY)
    archive = Archive(data, key)
    add_report(archive, data, made.leerling)
    (report,) = bijlagen.van_leerling(archive, made.leerling, None)
    archive.close()
    bijlagen.kopie(data, report)
    assert traces(*places)  # that is what one is warned of
    running = program(data)
    running.unlock()
    running.unlocked()
    assert traces(*places) == []
    bijlagen.kopie(data, report)
    running.press(Qt.Key.Key_L, CONTROL)
    running.wait(lambda: running.session.main is None)
    assert traces(*places) == []
