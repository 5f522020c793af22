"""A backup is made from Instellingen, and put back from there or where the archive can't be opened any more."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.models.leerling import Leerling
from app.start.herstel import VraagWachtzin
from app.storage import bijlagekopie, bijlagen
from app.storage.archive import FILE_NAME
from app.ui.ontgrendelen.page import OntgrendelPage
from app.ui.ontgrendelen.storing import StoringPage
from app.ui.place import Place
from app.ui.widgets.buttons import Button

from .program import PASSPHRASE, school_with_keys


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "archief"
    school_with_keys(folder)
    return folder


@pytest.fixture
def stick(tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    chosen = [folder]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen[-1]))
    return folder, chosen


def press(program, words: str) -> None:
    (button,) = [
        each for each in program.shell.findChildren(Button) if each.isVisible() and each.text().startswith(words)
    ]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def pupils(program):
    return sorted(each.roepnaam for each in program.ask(lambda archive: archive.all(Leerling)))


def make_one(running, stick):
    running.unlock()
    running.unlocked().go(Place("instellingen", part="reservekopie"))
    running.wait(lambda: running.says("Er is nog geen reservekopie gemaakt."))
    press(running, "Maak nu")
    running.wait(lambda: running.says("De reservekopie is gemaakt"))
    running.wait(lambda: running.says("Laatste reservekopie: "))
    (made,) = stick.glob("Ruggespraak 2*")
    assert running.says(str(made))
    return made


def test_made_and_put_back_from_the_settings(program, folder, stick):
    stick, chosen = stick
    running = program(folder)
    made = make_one(running, stick)
    running.ask(lambda archive: archive.add(Leerling(roepnaam="Later"), "Anna"))
    assert pupils(running) == ["Later", "Noor"]

    chosen.append(made)
    press(running, "Zet een reservekopie terug")
    running.wait(lambda: running.says("De reservekopie is teruggezet"))
    assert isinstance(running.shell.page, OntgrendelPage)
    assert running.session.main is None
    running.unlock()
    running.unlocked()
    assert pupils(running) == ["Noor"]
    assert len(list(folder.glob("bewaard-*"))) == 1


def test_a_folder_that_is_no_backup_changes_nothing(program, folder, stick):
    stick, _chosen = stick
    running = program(folder)
    running.unlock()
    running.unlocked().go(Place("instellingen", part="reservekopie"))
    running.wait(lambda: running.says("Er is nog geen reservekopie gemaakt."))
    press(running, "Zet een reservekopie terug")
    running.wait(lambda: running.says("is niet heel of hoort bij een ander archief"))
    assert pupils(running) == ["Noor"]
    assert list(folder.glob("bewaard-*")) == []


def test_put_back_where_the_archive_is_damaged(program, folder, stick, monkeypatch):
    stick, chosen = stick
    first = program(folder)
    chosen.append(make_one(first, stick))
    first.close()
    data = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(bytes(4096) + data[4096:])

    running = program(folder)
    running.unlock()
    running.wait(lambda: isinstance(running.shell.page, StoringPage))
    said = ["acht groene karren boven zand", PASSPHRASE]
    monkeypatch.setattr(VraagWachtzin, "ask", lambda *_: said.pop(0))
    press(running, "Zet een reservekopie terug")
    assert running.says("past niet op dit archief")
    press(running, "Zet een reservekopie terug")
    running.wait(lambda: running.says("De reservekopie is teruggezet"))
    running.unlock()
    running.unlocked()
    assert pupils(running) == ["Noor"]
    (aside,) = folder.glob("bewaard-*")
    assert (aside / FILE_NAME).read_bytes()[4096:] == data[4096:]


def test_annexes_come_back_and_what_misses_is_said(program, folder, stick, tmp_path):
    stick, chosen = stick
    letter = tmp_path / "brief.txt"
    letter.write_text("Beste juf", encoding="utf-8")
    running = program(folder)
    running.unlock()
    running.unlocked()
    (noor,) = running.ask(lambda archive: archive.all(Leerling))
    add = partial(bijlagen.toevoegen, folder=folder, bestand=letter, leerling=noor.id, van=None, punt="", author="Anna")
    bijlage = running.ask(add)
    running.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    running.wait(lambda: running.session.main is None)
    chosen.append(make_one(running, stick))
    bijlagen.bestand_van(folder, bijlage.id).unlink()

    store = (stick / bijlagekopie.STORE).rename(tmp_path / "elders")
    press(running, "Zet een reservekopie terug")
    running.wait(lambda: running.says("Van één bijlage ontbreekt het bestand: leg de map ‘Ruggespraak bijlagen’"))

    store.rename(stick / bijlagekopie.STORE)
    running.unlock()
    running.unlocked().go(Place("instellingen", part="reservekopie"))
    running.wait(lambda: running.says("Terug naar een eerdere stand?"))
    press(running, "Zet een reservekopie terug")
    running.wait(lambda: bijlagen.bestand_van(folder, bijlage.id).exists())
    assert bijlagen.inhoud(folder, bijlage) == b"Beste juf"


def test_a_backup_without_a_lost_annex_says_so(program, folder, stick, tmp_path):
    stick, _chosen = stick
    letter = tmp_path / "brief.txt"
    letter.write_text("Beste juf", encoding="utf-8")
    running = program(folder)
    running.unlock()
    running.unlocked()
    (noor,) = running.ask(lambda archive: archive.all(Leerling))
    add = partial(bijlagen.toevoegen, folder=folder, bestand=letter, leerling=noor.id, van=None, punt="", author="Anna")
    bijlagen.bestand_van(folder, running.ask(add).id).unlink()
    running.session.main.go(Place("instellingen", part="reservekopie"))
    running.wait(lambda: running.says("Er is nog geen reservekopie gemaakt."))
    press(running, "Maak nu")
    running.wait(lambda: running.says("De reservekopie is gemaakt, maar er ontbreken bijlagen."))
    assert running.says("Van één bijlage is het bestand kwijt of beschadigd")
