"""Annexes go along in a backup, once; and come back with it."""

from datetime import datetime

import pytest

from app.models.consult import Bijlage
from app.models.leerling import Leerling
from app.storage import backup, bijlagekopie, bijlagen, keyfile, keys
from app.storage.archive import Archive
from app.storage.errors import DiskFull
from tests.storage.bijlagen_voorbeeld import KINDS, PDF
from tests.storage.disks import small_disk

WHEN = datetime(2026, 11, 23, 14, 3)
CHEAP = keyfile.Cost(memory=64, passes=1, lanes=1)
ANNA = "Anna de Wit"


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "archief"
    folder.mkdir()
    return folder


@pytest.fixture
def key(data):
    return keys.create(data, "zeven gele fietsen onder water", ANNA, cost=CHEAP).database_key


@pytest.fixture
def archive(data, key):
    opened = Archive(data, key)
    opened.add(Leerling(id="noor", roepnaam="Noor"), ANNA)
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def add(archive, data, tmp_path):
    def add(naam: str, content: bytes) -> Bijlage:
        (tmp_path / naam).write_bytes(content)
        return bijlagen.toevoegen(archive, data, tmp_path / naam, "noor", None, "", ANNA)

    return add


def kept(folder):
    return {path.name for path in (folder / bijlagekopie.STORE).glob("*")}


def test_each_file_is_copied_once_and_all_backups_share_it(archive, data, stick, key, add):
    first = add("een.pdf", PDF)
    backup.make_backup(archive, stick, key, WHEN)
    copied = stick / bijlagekopie.STORE / f"{first.id}.rgb"
    before = copied.stat()
    second = add("twee.png", KINDS["png"])
    told = []
    copy = backup.copy_out(archive, stick)
    made = backup.prove(copy, data, key, WHEN, progress=lambda *now: told.append(now))
    assert kept(stick) == {f"{first.id}.rgb", f"{second.id}.rgb"}
    assert copied.stat().st_mtime_ns == before.st_mtime_ns
    assert told == [(1, 1)]
    assert backup.bijlagen_kwijt(made, key) == 0
    assert len(backup.backups(stick, key)) == 2


def test_without_annexes_nothing_is_made(archive, stick, key):
    made = backup.make_backup(archive, stick, key, WHEN)
    assert [each.name for each in stick.iterdir()] == [made.name]


def test_putting_back_on_another_computer_brings_the_annexes_along(archive, data, stick, key, add, tmp_path):
    bijlage = add("een.pdf", PDF)
    made = backup.make_backup(archive, stick, key, WHEN)
    new = tmp_path / "nieuw"
    new.mkdir()
    backup.restore(made, new, key, WHEN)
    assert backup.bijlagen_kwijt(new, key) == 0
    opened = Archive(new, key)
    assert bijlagen.lees(opened, new, bijlage.id) == PDF
    opened.close()


def test_putting_back_keeps_annexes_of_later_for_what_was_set_aside(archive, data, stick, key, add):
    old = add("een.pdf", PDF)
    made = backup.make_backup(archive, stick, key, WHEN)
    later = add("twee.png", KINDS["png"])
    archive.close()
    aside = backup.restore(made, data, key, WHEN)
    backup.restore(aside, data, key, WHEN.replace(minute=9))  # that was a mistake: back to how it was
    opened = Archive(data, key)
    bijlagen.ruim_op(opened, data)
    assert bijlagen.lees(opened, data, old.id) == PDF
    assert bijlagen.lees(opened, data, later.id) == KINDS["png"]
    opened.close()


def test_an_annex_that_is_damaged_or_lost_stays_out_and_is_counted(archive, data, stick, key, add):
    lost, damaged, whole = add("een.pdf", PDF), add("twee.png", KINDS["png"]), add("drie.txt", KINDS["txt"])
    bijlagen.bestand_van(data, lost.id).unlink()
    path = bijlagen.bestand_van(data, damaged.id)
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    made = backup.make_backup(archive, stick, key, WHEN)
    assert kept(stick) == {f"{whole.id}.rgb"}
    assert backup.bijlagen_kwijt(made, key) == 2


def test_one_that_was_moved_without_its_annexes_can_be_put_back_and_says_what_misses(
    archive, data, stick, key, add, tmp_path
):
    add("een.pdf", PDF)
    made = backup.make_backup(archive, stick, key, WHEN)
    alone = tmp_path / "los" / made.name
    alone.parent.mkdir()
    made.rename(alone)
    assert backup.bijlagen_kwijt(alone, key) == 1
    new = tmp_path / "nieuw"
    new.mkdir()
    backup.restore(alone, new, key, WHEN)
    assert backup.bijlagen_kwijt(new, key) == 1


def test_a_disk_that_is_full_at_the_annexes_leaves_nothing_behind(archive, data, key, add, tmp_path):
    for number in range(4):
        add(f"{number}.pdf", PDF + bytes(400_000) + bytes([number]))
    with small_disk(tmp_path / "vol", "1800k") as disk:
        with pytest.raises(DiskFull):
            backup.make_backup(archive, disk, key, WHEN)
        assert [path for path in disk.rglob("*") if path.is_file()] == []


def test_a_backup_of_a_schema_without_annexes_has_none(archive, data, key):
    archive._connection.execute("PRAGMA foreign_keys = OFF")
    archive._connection.execute("DROP TABLE bijlage")
    archive.close()
    assert bijlagekopie.vermeld(data, key) == ()
