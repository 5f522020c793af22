"""Six troubles around the archive, six sentences; and once the cause is gone, everything is there."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.models.bespreking import Formulier
from app.models.leerling import Leerling
from app.storage import engine, keyfile
from app.storage.archive import FILE_NAME, Archive
from app.ui.place import Place
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.save_state import SaveState
from tests.storage.disks import read_only, small_disk

from .program import Program, school_with_keys

WORDS = "Ik wil weten wat Noor nodig heeft."


@contextmanager
def damaged_keys(folder: Path, _key: bytes) -> Iterator[None]:
    files = [folder / keyfile.KEY_FILE, folder / keyfile.COPY]
    before = [path.read_bytes() for path in files]
    for path, data in zip(files, before, strict=True):
        path.write_bytes(data[:200] + b"#" + data[201:])
    yield
    for path, data in zip(files, before, strict=True):
        path.write_bytes(data)


@contextmanager
def damaged_first_page(folder: Path, _key: bytes) -> Iterator[None]:
    path = folder / FILE_NAME
    before = path.read_bytes()
    path.write_bytes(bytes(each ^ 0xFF for each in before[:4096]) + before[4096:])
    yield
    path.write_bytes(before)


@contextmanager
def newer_database(folder: Path, key: bytes) -> Iterator[None]:
    _set_version(folder, key, 99)
    yield
    _set_version(folder, key, 1)


def _set_version(folder: Path, key: bytes, version: int) -> None:
    connection = engine.connect(folder / FILE_NAME, key)
    connection.execute(f"PRAGMA user_version = {version}")
    engine.close(connection)


@contextmanager
def read_only_folder(folder: Path, _key: bytes) -> Iterator[None]:
    with read_only(folder):
        yield


@pytest.fixture
def school(tmp_path):
    folder = tmp_path / "archief"
    made, key = school_with_keys(folder)
    archive = Archive(folder, key)
    archive.write_answer(made.formulier, "hulpvraag.hulpvraag", WORDS, "Joke Smit")
    archive.close()
    return folder, key


def all_is_there(program: Program) -> bool:
    (form,) = program.ask(lambda archive: archive.all(Formulier))
    (noor,) = program.ask(lambda archive: archive.all(Leerling))
    assert program.ask(Archive.check) == []
    return form.antwoorden == {"hulpvraag": {"hulpvraag": WORDS}} and noor.roepnaam == "Noor"


SENTENCES = {
    "wrong passphrase": "Deze wachtzin of herstelcode past niet op dit archief",
    "damaged keys": "ontbreekt of is beschadigd",
    "damaged first page": "is beschadigd of hoort bij een ander sleutelbestand",
    "newer database": "is gemaakt met een nieuwere Ruggespraak",
    "full disk": "is vol: maak ruimte vrij",
    "read-only folder": "mag niet schrijven in",
}


def assert_says(program: Program, trouble: str) -> None:
    """The screen says what this trouble is, and nothing of another one."""
    program.wait(lambda: program.says(SENTENCES[trouble]))
    assert [name for name, words in SENTENCES.items() if program.says(words)] == [trouble]


def test_a_wrong_passphrase(program, school):
    running = program(school[0])
    running.unlock("acht groene karren boven zand")
    assert_says(running, "wrong passphrase")
    running.unlock()
    running.unlocked()
    assert all_is_there(running)


@pytest.mark.parametrize(
    ("trouble", "harm"), [("damaged keys", damaged_keys), ("read-only folder", read_only_folder)], ids=lambda each: each
)
def test_trouble_that_is_seen_before_a_passphrase_is_typed(program, school, trouble: str, harm: Callable):
    with harm(*school):
        running = program(school[0])
        assert_says(running, trouble)
    running.press(Qt.Key.Key_Space)  # on "Opnieuw proberen"
    running.unlock()
    running.unlocked()
    assert all_is_there(running)


@pytest.mark.parametrize(
    ("trouble", "harm"),
    [("damaged first page", damaged_first_page), ("newer database", newer_database)],
    ids=lambda each: each,
)
def test_trouble_that_is_seen_when_the_database_opens(program, school, trouble: str, harm: Callable):
    with harm(*school):
        running = program(school[0])
        running.unlock()
        assert_says(running, trouble)
    running.press(Qt.Key.Key_Space)
    running.unlock()
    running.unlocked()
    assert all_is_there(running)


def test_a_full_disk(program, tmp_path):
    with small_disk(tmp_path / "schijf", "2m") as disk:
        folder = disk / "archief"
        made, key = school_with_keys(folder)
        archive = Archive(folder, key)
        archive.write_answer(made.formulier, "hulpvraag.hulpvraag", WORDS, "Joke Smit")
        archive.close()
        running = program(folder)
        running.unlock()
        main = running.unlocked()
        fill_up(disk)
        main.go(Place("bespreekmodus", made.formulier, "ouders.afstemming"))
        running.wait(lambda: isinstance(running.focus(), GrowingText))
        running.type("Zaterdag bellen wij.")
        assert_says(running, "full disk")
        assert running.focus().toPlainText() == "Zaterdag bellen wij."
        (indicator,) = [each for each in main.findChildren(SaveState) if each.isVisible()]
        assert indicator.text() == "Opslaan lukt nu niet, ik probeer het weer"
        running.type(" En maandag weer.")

        (disk / "vol").unlink()
        running.wait(lambda: indicator.text().startswith("Alles bewaard"))
        answers = running.ask(lambda archive: archive.get(Formulier, made.formulier)).antwoorden
        assert answers["ouders"] == {"afstemming": "Zaterdag bellen wij. En maandag weer."}
        assert answers["hulpvraag"] == {"hulpvraag": WORDS}
        assert running.ask(Archive.check) == []
        running.close()


def fill_up(disk: Path) -> None:
    """Leave no byte free."""
    with (disk / "vol").open("wb", buffering=0) as file:
        for size in (65_536, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue


def test_a_damaged_page_in_the_middle_is_told_and_the_rest_stays(program, school):
    path = school[0] / FILE_NAME
    before = path.read_bytes()
    path.write_bytes(before[:8192] + bytes(len(before) - 12_288) + before[-4096:])
    running = program(school[0])
    running.unlock()
    assert_says(running, "damaged first page")
    assert path.stat().st_size == len(before)


def test_a_second_process_is_kept_out_until_the_first_has_gone(program, school, root):
    hold = "import sys, time, pathlib; from app.storage.lock import FolderLock; "
    hold += "lock = FolderLock(pathlib.Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    other = subprocess.Popen([sys.executable, "-c", hold, str(school[0])], stdout=subprocess.PIPE, text=True, cwd=root)
    assert other.stdout.readline() == "held\n"
    running = program(school[0])
    running.wait(lambda: running.says("is nog open in een ander programma"))
    other.kill()
    other.wait()
    other.stdout.close()
    running.press(Qt.Key.Key_Space)
    running.unlock()
    running.unlocked()
    assert all_is_there(running)


@pytest.mark.parametrize("harm", [damaged_keys, read_only_folder])
def test_a_window_that_tells_of_trouble_can_be_closed(program, school, harm):
    with harm(*school):
        running = program(school[0])
        running.shell.close()
        running.wait(lambda: not running.shell.isVisible())
