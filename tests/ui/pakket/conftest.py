"""Packs over a real archive, on a day in November."""

import pytest

from app.storage.archive import Archive
from app.ui.context import Context
from app.ui.database import Database
from tests.ui.pakket.school import SCHOOL, TODAY, fill


@pytest.fixture
def context(qapp, tmp_path):
    folder = tmp_path / "archief"
    folder.mkdir()
    archive = Archive(folder, bytes(32))
    fill(archive, folder)
    archive.close()
    db = Database()
    db.open(folder, bytes(32), lambda _: None, lambda error: pytest.fail(str(error)))
    yield Context(db, folder, "Anna de Wit", school=SCHOOL, vandaag=lambda: TODAY)
    assert db.close()


@pytest.fixture
def ask(qtbot, context):
    """Asks the archive something and waits for the answer, behind all that was asked before."""

    def ask(question=lambda archive: True):
        found = []
        context.db.ask(question, found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=5000)
        return found[0]

    return ask
