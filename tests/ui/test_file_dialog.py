"""Where the system's list of files begins: never in the folder of the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app.ui.widgets import file_dialog
from app.ui.widgets.file_dialog import choose_file, choose_files


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each folder in which a list of files began; the user chooses two files in `school` and then nothing."""
    begun: list[Path] = []
    documents, school = tmp_path / "Documenten", tmp_path / "school"
    documents.mkdir()
    school.mkdir()
    answers = [[str(school / "Noor.pdf"), str(school / "Zoë.pdf")]]

    def several(_parent, _title, folder: str, _kinds) -> tuple[list[str], str]:
        begun.append(Path(folder))
        return answers.pop() if answers else [], ""

    def one(_parent, _title, folder: str, _kinds) -> tuple[str, str]:
        begun.append(Path(folder))
        return "", ""

    monkeypatch.setattr(file_dialog, "_last", [])
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(documents))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", several)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", one)
    return begun


def test_it_begins_in_documents_and_then_where_one_was(folders: list[Path], tmp_path: Path):
    assert [each.name for each in choose_files(None, "Welke bestanden?", "")] == ["Noor.pdf", "Zoë.pdf"]
    assert choose_file(None, "Kies de tabel", "") is None
    assert choose_files(None, "Welke bestanden?", "") == []
    assert folders == [tmp_path / "Documenten", tmp_path / "school", tmp_path / "school"]


def test_a_stick_that_was_taken_out_is_not_where_it_begins(folders: list[Path], tmp_path: Path):
    choose_files(None, "Welke bestanden?", "")
    (tmp_path / "school").rmdir()
    choose_file(None, "Kies de tabel", "")
    assert folders[-1] == tmp_path / "Documenten"


def test_without_a_folder_for_documents_it_is_the_home_folder(folders: list[Path], tmp_path: Path):
    (tmp_path / "Documenten").rmdir()
    choose_file(None, "Kies de tabel", "")
    assert folders == [Path.home()]
