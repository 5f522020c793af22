"""The log and the bug reports say what went wrong and where, and never about whom."""

import sys
import threading

import pytest

from app import log as log_module
from app.log import LOG_FILE, MOST_REPORTS, OLDER_LOG_FILE, REPORT_FOLDER, Log, describe, install_excepthooks

CANARY = "Fenna van der Kanarie"


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path)


@pytest.fixture
def bugs(log):
    """The hooks at work; the list gets what a user would see."""
    found = []
    put_back = install_excepthooks(log, found.append)
    yield found
    put_back()


def everything_in(folder) -> str:
    return "\n".join(f"{each.name}\n{each.read_text('utf-8')}" for each in folder.rglob("*") if each.is_file())


def failing(name: str):
    pupil = {"naam": name}
    try:
        raise KeyError(pupil["naam"])
    except KeyError as error:
        error.add_note(name)
        raise ValueError(f"no such pupil: {name}") from error


def caught() -> ValueError:
    with pytest.raises(ValueError, match=CANARY) as info:
        failing(CANARY)
    return info.value


def test_an_event_is_a_line_with_numbers(log, tmp_path):
    log.event("archive_opened", seconds=0.25, records=180)
    line = (tmp_path / LOG_FILE).read_text("utf-8")
    assert line.endswith(" archive_opened seconds=0.25 records=180\n")


@pytest.mark.parametrize("name", [CANARY, "", "two words", "Naam", "a" * 61, "regel\nnaam"])
def test_an_event_can_only_be_a_fixed_word(log, name):
    with pytest.raises(ValueError, match="fixed word"):
        log.event(name)


def test_an_event_takes_no_text(log, tmp_path):
    with pytest.raises(TypeError):
        log.event("opened", pupil=CANARY)
    assert not (tmp_path / LOG_FILE).exists()


def test_a_trouble_has_types_and_places_but_no_words(log, tmp_path):
    log.trouble("import_failed", caught())
    text = everything_in(tmp_path)
    assert "builtins.ValueError" in text
    assert "caused by: builtins.KeyError" in text
    assert "failing" in text
    assert CANARY not in text


def test_numbers_of_the_system_come_along():
    assert describe(OSError(28, CANARY)) == ["builtins.OSError errno=28"]


def test_a_group_of_exceptions_and_a_circle_of_causes_are_described():
    inner = caught()
    group = ExceptionGroup(CANARY, [inner, OSError(5, CANARY)])
    inner.__cause__.__cause__ = inner
    text = "\n".join(describe(group))
    assert "in the group: builtins.OSError errno=5" in text
    assert text.count("builtins.ValueError") == 1
    assert CANARY not in text


def test_a_bug_report_holds_no_word_of_a_record(log, bugs, tmp_path, capsys):
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    (report,) = bugs
    assert report.parent == tmp_path / REPORT_FOLDER
    text = report.read_text("utf-8")
    for part in ("Ruggespraak 0", "Python 3", "ValueError", "failing", "Logboek:"):
        assert part in text
    assert CANARY not in everything_in(tmp_path)
    printed = capsys.readouterr()
    assert "ValueError" in printed.err
    assert CANARY not in printed.out + printed.err


def test_a_bug_on_another_thread_is_reported_too(log, bugs, tmp_path, capsys):
    thread = threading.Thread(target=failing, args=(CANARY,), name=CANARY)
    thread.start()
    thread.join()
    assert "Hoofdthread: nee" in bugs[0].read_text("utf-8")
    assert CANARY not in everything_in(tmp_path) + capsys.readouterr().err


def test_a_bug_where_python_cannot_raise_is_reported_too(log, bugs, tmp_path, capsys):
    class Breaks:
        def __del__(self):
            failing(CANARY)

    Breaks()
    assert len(bugs) == 1
    assert CANARY not in everything_in(tmp_path) + capsys.readouterr().err


def test_the_same_bug_is_shown_once_and_another_one_again(log, bugs):
    for _ in range(3):
        error = caught()
        sys.excepthook(type(error), error, error.__traceback__)
    sys.excepthook(OSError, OSError(5), None)
    assert len(bugs) == 2


def test_stopping_from_the_keyboard_is_no_bug(log, bugs):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert bugs == []


def test_a_bug_while_showing_a_bug_stops_there(log):
    def broken(_path):
        raise RuntimeError(CANARY)

    put_back = install_excepthooks(log, broken)
    try:
        sys.excepthook(OSError, OSError(5), None)
    finally:
        put_back()


def test_a_program_without_a_console_reports_as_well(log, bugs, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(OSError, OSError(5), None)
    assert bugs[0].exists()


def test_a_disk_that_refuses_stops_nothing(tmp_path):
    found = []
    log = Log(tmp_path / "weg")
    log.event("started")
    put_back = install_excepthooks(log, found.append)
    sys.excepthook(OSError, OSError(5), None)
    put_back()
    assert found == [None]


def test_the_log_starts_anew_and_keeps_one_older(log, tmp_path, monkeypatch):
    monkeypatch.setattr(log_module, "LARGEST_LOG", 500)
    for number in range(100):
        log.event("saved", number=number)
    assert sorted(each.name for each in tmp_path.iterdir()) == [LOG_FILE, OLDER_LOG_FILE]
    assert all(each.stat().st_size < 600 for each in tmp_path.iterdir())
    assert "number=99" in (tmp_path / LOG_FILE).read_text("utf-8")


def test_reports_do_not_pile_up(log, tmp_path):
    for number in range(MOST_REPORTS + 5):
        assert log.report(OSError(number, CANARY)).exists()
    reports = sorted((tmp_path / REPORT_FOLDER).iterdir())
    assert len(reports) == MOST_REPORTS
    assert f"errno={MOST_REPORTS + 4}" in reports[-1].read_text("utf-8")


def test_only_this_user_can_read_them(log, tmp_path):
    report = log.report(OSError(5))
    assert {each.stat().st_mode & 0o777 for each in (report, tmp_path / LOG_FILE)} == {0o600}


def test_hooks_are_put_back(log):
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    install_excepthooks(log, print)()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
