"""How a document leaves the program, and what is said when it can't."""

import sys
import threading
from functools import partial
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from app.exports.bewaren import Bestand
from app.exports.sjabloon import TemplateProblem
from app.ui.context import Context
from app.ui.database import Database
from app.ui.exporteren import openen
from app.ui.exporteren.opslaan import CALENDAR, FOLDER_SETTING, SaveDocument, ToSave
from app.ui.widgets.line_field import LineField
from app.ui.widgets.page import Scroll

EMPTY = ToSave("Proef.docx", docx.Document)


@pytest.fixture
def context(qtbot, tmp_path: Path):
    db = Database()
    opened: list[object] = []
    (tmp_path / "archief").mkdir()
    db.open(tmp_path / "archief", bytes(32), opened.append, opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    yield Context(db, tmp_path / "archief", "Inge Bos")
    assert db.close()


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that the user chooses."""
    made = tmp_path / "documenten"
    made.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda parent, start: made)
    return made


@pytest.fixture
def save(qapp: QApplication, qtbot, context: Context) -> SaveDocument:
    widget = SaveDocument(context)
    qtbot.addWidget(widget)
    return widget


def said(save: SaveDocument) -> str:
    banner = save.banner()
    return f"{banner.title.text()} {banner.text.text()}" if banner else ""


def wait_for(qtbot, save: SaveDocument, words: str) -> str:
    qtbot.waitUntil(lambda: words in said(save), timeout=10_000)
    return said(save)


def test_it_takes_no_room_until_something_is_saved(save: SaveDocument):
    assert save.isHidden()


def test_a_document_is_made_beside_the_screen_and_said_to_be_outside_the_safe_place(qtbot, save, folder: Path):
    made_on = []

    def make():
        made_on.append(threading.current_thread() is threading.main_thread())
        return docx.Document()

    save.save(ToSave("Proef.docx", make))
    told = wait_for(qtbot, save, "is gemaakt")
    assert "niet versleuteld" in told
    assert made_on == [False]
    assert (folder / "Proef.docx").is_file()
    assert not [each for each in folder.iterdir() if each.suffix != ".docx"]


def test_of_a_calendar_file_is_said_what_to_do_with_it(qtbot, save, folder: Path, monkeypatch: pytest.MonkeyPatch):
    save.save(ToSave("Gesprekken.ics", partial(Bestand, b"BEGIN:VCALENDAR"), CALENDAR))
    assert "in je agenda" in wait_for(qtbot, save, "is gemaakt")
    assert (folder / "Gesprekken.ics").read_bytes() == b"BEGIN:VCALENDAR"
    monkeypatch.setattr(openen, "open_file", lambda path: False)
    next(each for each in save.banner().findChildren(QPushButton) if each.text() == "Openen").click()
    assert "importeren" in wait_for(qtbot, save, "kan niet worden geopend")


def test_the_folder_of_last_time_is_kept_in_the_archive_and_asked_again_when_it_is_gone(
    qtbot, save, folder: Path, context: Context, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    save.save(EMPTY)
    wait_for(qtbot, save, "is gemaakt")
    kept = []
    context.db.ask(lambda archive: archive.setting(FOLDER_SETTING), kept.append)
    qtbot.waitUntil(lambda: bool(kept), timeout=5000)
    assert kept == [str(folder)]

    folder.rename(tmp_path / "verhuisd")
    other = tmp_path / "elders"
    other.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda parent, start: other)
    save.save(EMPTY)
    wait_for(qtbot, save, str(other))
    assert (other / "Proef.docx").is_file()


def test_a_template_that_cannot_be_used_is_said_in_its_own_words(qtbot, save, folder: Path):
    def make():
        raise TemplateProblem("Het sjabloon ‘verslag.docx’ is geen Word-document.")

    save.save(ToSave("Proef.docx", make))
    assert "geen Word-document" in wait_for(qtbot, save, "niet gemaakt")
    assert list(folder.iterdir()) == []


def test_a_mistake_of_ours_is_reported_and_the_screen_shows_none_of_it(
    qtbot, save, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    reported = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(kind))

    def make():
        raise LookupError("Noor Berg")

    save.save(ToSave("Proef.docx", make))
    assert "Noor" not in wait_for(qtbot, save, "niet gemaakt")
    assert reported == [LookupError]


def test_a_screen_that_is_gone_before_the_document_is_ready_harms_nothing(
    qapp: QApplication, qtbot, context: Context, folder: Path
):
    begun, go_on = threading.Event(), threading.Event()

    def make():
        begun.set()
        assert go_on.wait(10)
        return docx.Document()

    save = SaveDocument(context)
    save.save(ToSave("Proef.docx", make))
    qtbot.waitUntil(begun.is_set, timeout=5000)
    save.deleteLater()
    del save
    qapp.processEvents()
    go_on.set()
    qtbot.waitUntil((folder / "Proef.docx").is_file, timeout=10_000)


def test_what_is_said_comes_into_view_also_when_one_was_further_down(qtbot, context: Context, folder: Path):
    page = Scroll()
    save = SaveDocument(context)
    page.body.addWidget(save)
    for _ in range(60):
        page.body.addWidget(LineField())
    qtbot.addWidget(page)
    page.resize(500, 400)
    page.show()
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    save.save(ToSave("Proef.docx", docx.Document))
    wait_for(qtbot, save, "is gemaakt")
    qtbot.waitUntil(lambda: bar.value() == 0)
