"""The same program as the faults are tested on, on a day that the story turns, with a folder to write documents to."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from app.ui import context
from app.ui.exporteren import openen
from tests.faults.conftest import program
from tests.scenarios.schooljaar_school import Vandaag

__all__ = ["program"]

for _part in ("schooljaar_start", "consultgesprek", "routestations"):
    pytest.register_assert_rewrite(f"tests.scenarios.{_part}")


@pytest.fixture
def vandaag(monkeypatch: pytest.MonkeyPatch) -> Vandaag:
    """Today in the story; the program asks it each time, as it asks the clock."""
    today = Vandaag(date(2026, 9, 1))
    monkeypatch.setattr(context, "Context", partial(context.Context, vandaag=today))
    return today


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one points at in the system's own dialog."""
    folder = tmp_path / "documenten"
    folder.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda *_: folder)
    return folder
