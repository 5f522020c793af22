"""Every trouble around the archive has its own sentence, recognised from what really happens."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3

from app.storage.errors import (
    AlmostFull,
    DamagedBackup,
    DamagedDatabase,
    DamagedKeys,
    DiskFull,
    InUse,
    LastWayIn,
    MistypedRecoveryCode,
    NoArchive,
    ReadOnly,
    StorageError,
    TooNew,
    TooOld,
    Unreadable,
    UnsafePlace,
    WrongPassphrase,
    translate,
    translated,
)
from tests.storage.disks import read_only, small_disk

HERE = Path("/ergens/archief")

ALL = (
    AlmostFull(HERE),
    DamagedBackup(HERE),
    DamagedDatabase(HERE),
    DamagedKeys(HERE),
    DiskFull(HERE),
    InUse(HERE),
    LastWayIn(),
    MistypedRecoveryCode(3),
    NoArchive(HERE),
    ReadOnly(HERE),
    TooNew(HERE, 3, 2),
    TooOld(HERE, 1, 2),
    UnsafePlace(HERE, "de map staat op een netwerkschijf"),
    Unreadable(HERE),
    WrongPassphrase(),
)


def open_database(path: Path, *, key: str = "ab" * 32) -> sqlcipher3.Connection:
    connection = sqlcipher3.connect(str(path), isolation_level=None, timeout=0.05)
    connection.execute("PRAGMA cipher_log = off")
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("CREATE TABLE IF NOT EXISTS t(x)")
    return connection


def failure(work, path: Path) -> StorageError:
    with pytest.raises(StorageError) as caught, translated(path):
        work()
    assert isinstance(caught.value.__cause__, sqlcipher3.Error | OSError)
    return caught.value


def test_all_sentences_differ_and_say_what_to_do():
    sentences = [str(error) for error in ALL]
    assert len(set(sentences)) == len(ALL)
    for sentence in sentences:
        assert sentence.endswith(".")
        assert ": " in sentence, "what is wrong, then what to do"
        assert "{" not in sentence


def test_a_place_is_named_in_the_sentence():
    for error in ALL:
        if not isinstance(error, WrongPassphrase | LastWayIn):
            assert str(HERE) in str(error)


def test_a_curly_bracket_in_a_folder_name_is_no_trouble():
    assert "{map}" in str(DiskFull(Path("/{map}")))


def test_a_full_disk(tmp_path):
    with small_disk(tmp_path / "schijf") as disk:
        connection = open_database(disk / "a.db")

        def fill():
            for _ in range(1000):
                connection.execute("INSERT INTO t VALUES (randomblob(5000))")

        assert type(failure(fill, disk)) is DiskFull
        connection.close()


def test_a_full_disk_for_ordinary_files():
    def fill():
        with Path("/dev/full").open("wb") as file:
            file.write(b"x")

    assert type(failure(fill, HERE)) is DiskFull


def test_a_read_only_folder(tmp_path):
    open_database(tmp_path / "a.db").close()
    with read_only(tmp_path):
        assert type(failure(lambda: open_database(tmp_path / "new.db"), tmp_path / "new.db")) is ReadOnly
        connection = open_database(tmp_path / "a.db")
        assert type(failure(lambda: connection.execute("INSERT INTO t VALUES (1)"), tmp_path)) is ReadOnly
        assert type(failure((tmp_path / "b").touch, tmp_path)) is ReadOnly
        connection.close()


def test_a_folder_that_is_gone(tmp_path):
    gone = tmp_path / "weg" / "a.db"
    assert type(failure(lambda: open_database(gone), gone)) is NoArchive
    assert type(failure(gone.read_bytes, gone)) is NoArchive


def test_a_folder_where_the_file_should_be_is_a_disk_that_does_not_work(tmp_path):
    (tmp_path / "a.db").mkdir()
    assert type(failure(lambda: open_database(tmp_path / "a.db"), tmp_path / "a.db")) is Unreadable


def test_a_wrong_key_or_a_damaged_first_page(tmp_path):
    path = tmp_path / "a.db"
    open_database(path).close()
    assert type(failure(lambda: open_database(path, key="cd" * 32), path)) is DamagedDatabase
    path.write_bytes(b"x" * 8192)
    assert type(failure(lambda: open_database(path), path)) is DamagedDatabase


def test_damage_further_on(tmp_path):
    path = tmp_path / "a.db"
    connection = open_database(path)
    connection.execute("INSERT INTO t VALUES (1)")
    connection.close()
    data = bytearray(path.read_bytes())
    data[4200:4300] = bytes(100)
    path.write_bytes(data)
    connection = open_database(path)
    assert type(failure(lambda: connection.execute("SELECT * FROM t").fetchall(), path)) is DamagedDatabase
    connection.close()


def test_another_process_has_it_open(tmp_path):
    path = tmp_path / "a.db"
    first = open_database(path)
    first.execute("BEGIN EXCLUSIVE")
    assert type(failure(lambda: open_database(path), path)) is InUse
    first.close()


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, ReadOnly),
        (errno.EPERM, ReadOnly),
        (errno.ENOENT, NoArchive),
        (errno.ENOTDIR, NoArchive),
        (errno.EBUSY, InUse),
        (errno.EIO, Unreadable),
    ],
)
def test_numbers_of_the_system(number, expected):
    assert type(translate(OSError(number, "?"), HERE)) is expected


def test_windows_tells_a_held_file_from_a_forbidden_one():
    held = OSError(errno.EACCES, "?")
    held.winerror = 32
    assert type(translate(held, HERE)) is InUse


def test_bugs_are_not_translated():
    for bug in (KeyError("x"), ValueError(), OSError(errno.EBADF, "?"), sqlcipher3.ProgrammingError("no such column")):
        assert translate(bug, HERE) is None
    with pytest.raises(ZeroDivisionError), translated(HERE):
        1 / 0  # noqa: B018


def test_a_mistake_in_sql_is_a_bug(tmp_path):
    connection = open_database(tmp_path / "a.db")
    with pytest.raises(sqlcipher3.OperationalError), translated(tmp_path):
        connection.execute("SELECT nothing FROM nowhere")
    connection.close()


def test_an_error_with_a_sentence_keeps_it():
    error = DiskFull(HERE)
    assert translate(error, Path("/elders")) is error
    with pytest.raises(DiskFull) as caught, translated(Path("/elders")):
        raise error
    assert caught.value is error


def test_it_does_not_bring_a_second_sqlite_into_the_process():
    seen = "import sys, app.storage.errors; sys.exit('sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", seen], check=False).returncode == 0
