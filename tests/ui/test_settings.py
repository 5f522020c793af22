"""What was chosen about the program comes back; nonsense in the file does not."""

import json
from pathlib import Path

import pytest

from app.ui.settings import FILE_NAME, Settings


def test_choices_come_back(tmp_path: Path):
    chosen = Settings()
    chosen.thema, chosen.tekst, chosen.vergrendel_na, chosen.venster = "donker", 130, 5, "AAAA"
    chosen.save(tmp_path)
    assert vars(Settings.load(tmp_path)) == vars(chosen)


@pytest.mark.parametrize(
    "kept",
    ["", "{", "[]", "null", json.dumps({"thema": "paars", "tekst": 900, "vergrendel_na": True, "venster": 3, "x": 1})],
)
def test_nonsense_counts_as_nothing_chosen(tmp_path: Path, kept: str):
    (tmp_path / FILE_NAME).write_text(kept)
    assert vars(Settings.load(tmp_path)) == vars(Settings())


def test_without_a_folder_nothing_is_written(tmp_path: Path):
    Settings().save(tmp_path / "er is nog niets")
    assert list(tmp_path.iterdir()) == []
