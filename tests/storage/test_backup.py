"""A backup is whole, proven and openable; and putting one back never loses what stood there."""

import shutil
from datetime import datetime

import pytest

from app.models.leerling import Leerling
from app.storage import backup, keyfile, keys
from app.storage.archive import FILE_NAME, Archive
from app.storage.errors import DamagedBackup, DamagedKeys, DiskFull, NoArchive, ReadOnly
from tests.storage.disks import read_only, small_disk

WHEN = datetime(2026, 11, 23, 14, 3)
CHEAP = keyfile.Cost(memory=64, passes=1, lanes=1)
PASSPHRASE = "zeven gele fietsen onder water"


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "archief"
    folder.mkdir()
    return folder


@pytest.fixture
def key(data):
    return keys.create(data, PASSPHRASE, "Anna", cost=CHEAP).database_key


@pytest.fixture
def archive(data, key):
    opened = Archive(data, key)
    opened.add(Leerling(roepnaam="Noor", achternaam="Berg"), "Anna")
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def pupils(folder, key):
    opened = Archive(folder, key)
    try:
        return [each.roepnaam for each in opened.all(Leerling)]
    finally:
        opened.close()


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_backup_opens_with_the_passphrase_on_another_computer(archive, stick, key):
    made = backup.make_backup(archive, stick, key, WHEN)
    assert made == stick / "Ruggespraak 2026-11-23 14.03"
    assert [path.name for path in stick.iterdir()] == [made.name]
    assert sorted(path.name for path in made.iterdir()) == [FILE_NAME, keyfile.KEY_FILE, keyfile.COPY]
    assert pupils(made, keys.unlock(made, PASSPHRASE).database_key) == ["Noor"]


def test_it_is_made_while_the_archive_is_open_and_being_written(archive, stick, key):
    archive.add(Leerling(roepnaam="Sem"), "Anna")
    made = backup.make_backup(archive, stick, key, WHEN)
    archive.add(Leerling(roepnaam="Later"), "Anna")
    assert pupils(made, key) == ["Noor", "Sem"]


def test_checking_a_backup_changes_nothing_in_it_not_even_on_a_read_only_disk(archive, stick, key):
    made = backup.make_backup(archive, stick, key, WHEN)
    before = contents(made)
    with read_only(made):
        backup.check_backup(made, key)
    assert contents(made) == before


@pytest.mark.parametrize("place", [0, 100, 5_000, 40_000, -10])
def test_one_wrong_byte_is_seen(archive, stick, key, place):
    made = backup.make_backup(archive, stick, key, WHEN)
    data = bytearray((made / FILE_NAME).read_bytes())
    data[place] ^= 1
    (made / FILE_NAME).write_bytes(data)
    with pytest.raises(DamagedBackup, match="niet heel"):
        backup.check_backup(made, key)


@pytest.mark.parametrize(
    "harm",
    [
        lambda made: (made / FILE_NAME).unlink(),
        lambda made: (made / FILE_NAME).write_bytes(b""),
        lambda made: (made / FILE_NAME).write_bytes((made / FILE_NAME).read_bytes()[:-4096]),
        lambda made: [(made / name).unlink() for name in (keyfile.KEY_FILE, keyfile.COPY)],
    ],
)
def test_half_a_backup_is_none(archive, stick, key, harm):
    made = backup.make_backup(archive, stick, key, WHEN)
    harm(made)
    with pytest.raises(DamagedBackup):
        backup.check_backup(made, key)


def test_the_key_of_another_archive_is_refused(archive, stick, key):
    made = backup.make_backup(archive, stick, key, WHEN)
    with pytest.raises(DamagedBackup):
        backup.check_backup(made, bytes(32))


def test_an_archive_whose_keys_are_gone_makes_no_useless_backup(archive, data, stick, key):
    for name in (keyfile.KEY_FILE, keyfile.COPY):
        (data / name).unlink()
    with pytest.raises(DamagedKeys):
        backup.make_backup(archive, stick, key, WHEN)
    assert list(stick.iterdir()) == []


def test_a_copy_that_is_not_sound_is_no_backup_and_older_ones_stay(archive, data, stick, key, monkeypatch):
    first = backup.make_backup(archive, stick, key, WHEN)
    copy = backup.copy_out(archive, stick)
    (copy / FILE_NAME).write_bytes(bytes(8192))
    with pytest.raises(DamagedBackup):
        backup.prove(copy, data, key, WHEN, keep=1)
    assert list(stick.iterdir()) == [first]


def test_a_full_disk_leaves_nothing_behind(archive, tmp_path, key):
    with small_disk(tmp_path / "vol", "64k") as disk:
        with pytest.raises(DiskFull):
            backup.make_backup(archive, disk, key, WHEN)
        assert list(disk.iterdir()) == []


def test_a_read_only_folder_and_one_that_is_gone_are_told_apart(archive, stick, key):
    with read_only(stick), pytest.raises(ReadOnly):
        backup.make_backup(archive, stick, key, WHEN)
    with pytest.raises(NoArchive):
        backup.make_backup(archive, stick / "weg", key, WHEN)


def test_what_a_crash_left_half_done_is_cleared_by_the_next(archive, stick, key):
    backup.copy_out(archive, stick)
    made = backup.make_backup(archive, stick, key, WHEN)
    assert list(stick.iterdir()) == [made]


def test_the_oldest_goes_and_those_of_another_school_stay(archive, stick, key, tmp_path):
    other_folder = tmp_path / "ander"
    other_folder.mkdir()
    other_key = keys.create(other_folder, PASSPHRASE, "Bea", cost=CHEAP).database_key
    other = Archive(other_folder, other_key)
    theirs = backup.make_backup(other, stick, other_key, datetime(2020, 1, 1))
    other.close()
    mine = stick / "Ruggespraak 2019 eigen map"
    mine.mkdir()

    made = [backup.make_backup(archive, stick, key, WHEN.replace(day=day), keep=2) for day in (1, 2, 3, 3)]

    assert made[-1].name == "Ruggespraak 2026-11-03 14.03 (2)"
    assert backup.backups(stick, key) == made[2:]
    assert theirs.is_dir()
    assert mine.is_dir()
    assert not made[0].exists()


def test_putting_back_keeps_what_stood_there(archive, data, stick, key):
    made = backup.make_backup(archive, stick, key, WHEN)
    archive.add(Leerling(roepnaam="Later"), "Anna")
    archive.close()

    aside = backup.restore(made, data, key, WHEN)

    assert pupils(data, keys.unlock(data, PASSPHRASE).database_key) == ["Noor"]
    assert aside.name == "bewaard-2026-11-23 14.03.00"
    assert pupils(aside, key) == ["Noor", "Later"]
    assert contents(made).keys() == {FILE_NAME, keyfile.KEY_FILE, keyfile.COPY}


def test_putting_back_after_a_crash_keeps_the_journal_with_its_own_database(archive, data, stick, key):
    made = backup.make_backup(archive, stick, key, WHEN)
    archive.add(Leerling(roepnaam="Later"), "Anna")
    crashed = data.parent / "gecrasht"
    shutil.copytree(data, crashed)  # with its journal, as a killed program leaves it
    archive.close()
    assert (crashed / f"{FILE_NAME}-wal").stat().st_size

    aside = backup.restore(made, crashed, key, WHEN)

    assert pupils(crashed, key) == ["Noor"]
    assert pupils(aside, key) == ["Noor", "Later"]


def test_putting_back_onto_an_empty_computer(archive, stick, key, tmp_path):
    made = backup.make_backup(archive, stick, key, WHEN)
    new = tmp_path / "nieuw"
    new.mkdir()
    backup.restore(made, new, key, WHEN)
    assert pupils(new, key) == ["Noor"]


def test_a_damaged_backup_is_not_put_back(archive, data, stick, key):
    made = backup.make_backup(archive, stick, key, WHEN)
    archive.close()
    (made / FILE_NAME).write_bytes(b"stuk" * 5000)
    before = contents(data)
    with pytest.raises(DamagedBackup):
        backup.restore(made, data, key, WHEN)
    assert contents(data) == before
    with pytest.raises(NoArchive):
        backup.restore(stick / "weg", data, key, WHEN)


def test_a_disk_that_is_full_halfway_leaves_the_archive_as_it_was(archive, stick, key, tmp_path):
    made = backup.make_backup(archive, stick, key, WHEN)
    size = sum(path.stat().st_size for path in made.iterdir())
    with small_disk(tmp_path / "krap", f"{int(size * 1.6)}") as disk:
        folder = disk / "archief"
        shutil.copytree(made, folder)
        before = contents(folder)
        with pytest.raises(DiskFull):
            backup.restore(made, folder, key, WHEN)
        assert contents(folder) == before
