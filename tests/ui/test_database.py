"""The screens' way to the archive: never waiting, always answered on their own thread."""

import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from app.models.school import School
from app.storage.archive import Archive
from app.storage.errors import DamagedDatabase, DiskFull
from app.ui.database import Database

KEY = bytes(32)
HERE = Path("ergens")


@pytest.fixture
def db(qtbot, tmp_path):
    database = Database()
    opened = []
    database.open(tmp_path, KEY, opened.append, lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: bool(opened))
    yield database
    assert database.close()


@pytest.fixture
def bugs(monkeypatch):
    """What reached the place where bugs are reported."""
    found = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: found.append(error))
    return found


def refuse(error, _archive):
    raise error


def test_work_is_done_on_one_other_thread_and_answered_on_this_one(qtbot, db):
    places = []
    for _ in range(3):
        db.ask(lambda _: threading.current_thread(), lambda worked: places.append((worked, threading.current_thread())))
    qtbot.waitUntil(lambda: len(places) == 3)
    assert len({worked for worked, _ in places}) == 1
    assert all(worked is not answered for worked, answered in places)
    assert {answered for _, answered in places} == {threading.current_thread()}


def test_asking_never_waits(qtbot, db):
    done, go_on = [], threading.Event()
    db.ask(lambda _: go_on.wait(5), done.append)
    assert not done  # we are here, and what was asked is still waiting for us
    go_on.set()
    qtbot.waitUntil(lambda: done == [True])


def test_what_was_asked_first_is_answered_first(qtbot, db):
    answers = []
    for number in range(50):
        db.ask(lambda _, number=number: number, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == list(range(50))


def test_a_write_is_told_after_its_commit_and_before_its_answer(qtbot, db):
    told = []
    db.changed.connect(lambda change: told.append(change.kind))
    db.saved.connect(lambda _at: told.append("bewaard"))
    db.ask(lambda archive: archive.add(School(naam="De Wilg"), "Anna"), lambda _: told.append("antwoord"))
    qtbot.waitUntil(lambda: "antwoord" in told)
    assert sorted(told[:2]) == ["bewaard", "school"]
    assert told[2:] == ["antwoord"]


def test_the_answer_to_a_screen_that_is_gone_is_dropped(qtbot, db):
    answers, asker, last = [], QObject(), []
    db.ask(lambda _: time.sleep(0.1), answers.append, owner=asker)
    db.ask(partial(refuse, DiskFull(HERE)), owner=asker, otherwise=answers.append)
    asker.deleteLater()
    db.ask(lambda _: None, last.append)
    qtbot.waitUntil(lambda: bool(last))
    assert answers == []


def test_trouble_goes_to_whoever_asked_to_hear_it_and_else_to_the_window(qtbot, db, bugs):
    heard, failed = [], []
    db.failed.connect(failed.append)
    trouble = DiskFull(HERE)
    db.ask(partial(refuse, trouble), otherwise=heard.append)
    db.ask(partial(refuse, trouble))
    qtbot.waitUntil(lambda: bool(failed))
    assert (heard, failed, bugs) == ([trouble], [trouble], [])


def test_a_bug_is_reported_and_the_next_question_is_answered(qtbot, db, bugs):
    failed, answers = [], []
    db.failed.connect(failed.append)
    bug = ZeroDivisionError()
    db.ask(partial(refuse, bug))
    db.ask(lambda archive: archive.all(School), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert (bugs, failed, answers) == ([bug], [], [[]])


def test_an_archive_that_does_not_open_says_why(qtbot, tmp_path):
    Archive(tmp_path, KEY).close()
    database, errors = Database(), []
    database.open(tmp_path, bytes(31) + b"x", lambda _: pytest.fail("opened"), errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], DamagedDatabase)
    assert database.close()


def test_asking_an_archive_that_is_not_open_is_a_bug(qtbot, bugs):
    database = Database()
    database.ask(lambda _: None)
    qtbot.waitUntil(lambda: bool(bugs))
    assert isinstance(bugs[0], RuntimeError)
    assert database.close()


def test_closing_finishes_what_was_asked_and_ends_the_thread(qtbot, tmp_path):
    before = threading.active_count()
    database = Database()
    database.open(tmp_path, KEY, lambda _: None, pytest.fail)
    for number in range(20):
        database.ask(lambda archive, number=number: archive.add(School(naam=str(number)), "Anna"))
    assert database.close()
    assert threading.active_count() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ruggespraak.db"]
    again = Archive(tmp_path, KEY)
    assert {each.naam for each in again.all(School)} == {str(number) for number in range(20)}
    again.close()
