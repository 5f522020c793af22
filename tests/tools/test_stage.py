"""Waiting on the stage: until every question is answered, also those that come of an answer, and no longer."""

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.storage.archive import Archive
from app.storage.keys import DEMO_KEY
from tools.stage import WatchedDatabase, settle


@pytest.fixture
def db(tmp_path: Path, qtbot: QtBot):
    database = WatchedDatabase()
    database.open(tmp_path, DEMO_KEY, lambda _: None, lambda error: pytest.fail(str(error)))
    settle(database)
    yield database
    assert database.close()


def slow(_archive: Archive) -> str:
    time.sleep(0.05)
    return "answer"


def test_an_answer_is_waited_for(db: WatchedDatabase):
    told: list[str] = []
    db.ask(slow, told.append)
    settle(db)
    assert told == ["answer"]


def test_a_question_that_comes_of_an_answer_is_waited_for_too(db: WatchedDatabase):
    told: list[str] = []
    db.ask(slow, lambda _: db.ask(slow, told.append))
    settle(db)
    assert told == ["answer"]


def test_many_questions_that_end_together_are_calm_once(db: WatchedDatabase):
    for _ in range(100):
        db.ask(lambda _archive: None)
        settle(db)
    assert db.waiting == 0


def test_what_never_becomes_calm_is_given_up(db: WatchedDatabase):
    db.ask(slow)
    with pytest.raises(TimeoutError, match="1 questions open"):
        settle(db, seconds=0.01)
    settle(db)


def test_without_a_database_there_is_only_the_painting(qtbot: QtBot):
    settle()
