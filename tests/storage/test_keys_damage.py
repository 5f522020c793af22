"""Whatever happens to the key file: it opens, or one sentence says why not; never a wrong key, never a crash."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from app.storage import files, keyfile, keys
from app.storage.errors import DamagedKeys, DiskFull, TooNew, WrongPassphrase
from app.storage.keyfile import COPY, KEY_FILE, Cost
from tests.storage.disks import small_disk

CHEAP = Cost(memory=32, passes=1, lanes=1)
FIRST = "lantaarn kwark schommel tapijt"
SECOND = "fluitketel zolder mosterd kano"


@pytest.fixture
def new(tmp_path):
    return keys.create(tmp_path, FIRST, "Noa", cost=CHEAP)


@pytest.fixture
def main(tmp_path):
    return tmp_path / KEY_FILE


@pytest.fixture
def copy(tmp_path):
    return tmp_path / COPY


def damaged_versions(data: bytes):
    """Cut off at every length, and with one bit or all bits of every byte turned over."""
    yield from (data[:length] for length in range(len(data) - 1))
    for place in range(len(data)):
        for bits in (0x01, 0x20, 0xFF):
            yield data[:place] + bytes([data[place] ^ bits]) + data[place + 1 :]


def test_every_cut_and_every_flipped_byte_is_noticed(tmp_path, new, main, copy):
    sound, _ = keyfile.read(tmp_path)
    whole = main.read_bytes()
    copy.unlink()
    same = 0
    for data in damaged_versions(whole):
        main.write_bytes(data)
        try:
            found, _ = keyfile.read(tmp_path)
        except DamagedKeys:
            continue
        assert found == sound  # white space of another kind between two values
        same += 1
    assert same < len(whole) / 5


def test_behind_every_damage_the_copy_opens(tmp_path, new, main):
    sound, _ = keyfile.read(tmp_path)
    for data in damaged_versions(main.read_bytes()):
        main.write_bytes(data)
        assert keyfile.read(tmp_path)[0] == sound


@pytest.mark.parametrize("damage", [b"", b"x", b"null", b"[]", b"{}", b'{"controle": 1}', b"[" * 100_000, bytes(5000)])
def test_after_unlocking_from_the_copy_both_are_whole_again(tmp_path, new, main, copy, damage):
    whole = main.read_bytes()
    main.write_bytes(damage)
    assert keys.unlock(tmp_path, FIRST).from_copy
    assert main.read_bytes() == whole
    assert not keys.unlock(tmp_path, FIRST).from_copy
    copy.write_bytes(damage)
    assert not keys.unlock(tmp_path, FIRST).from_copy
    assert copy.read_bytes() == whole


def test_without_a_right_passphrase_nothing_is_mended(tmp_path, new, main):
    main.write_bytes(b"damaged")
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, SECOND)
    assert main.read_bytes() == b"damaged"


@pytest.mark.parametrize("damage", [None, b"", b"damaged"])
def test_both_damaged_or_gone_has_its_own_sentence(tmp_path, new, main, copy, damage):
    for file in (main, copy):
        file.unlink()
        if damage is not None:
            file.write_bytes(damage)
    with pytest.raises(DamagedKeys, match=KEY_FILE) as caught:
        keys.unlock(tmp_path, FIRST)
    assert "reservekopie" in str(caught.value)
    if damage:
        assert main.read_bytes() == damage, "left as evidence"


def test_a_folder_in_place_of_the_file_is_damage(tmp_path, new, main):
    main.unlink()
    main.mkdir()
    assert keys.unlock(tmp_path, FIRST).from_copy


def test_a_copy_of_another_archive_is_left_alone(tmp_path, new, copy):
    other = tmp_path / "ander"
    other.mkdir()
    keys.create(other, SECOND, "Sam", cost=CHEAP)
    copy.write_bytes((other / KEY_FILE).read_bytes())
    keys.unlock(tmp_path, FIRST)
    assert copy.read_bytes() == (other / KEY_FILE).read_bytes()


def resealed(path: Path, change) -> None:
    """Change a key file the way someone would who knows how its check value is made."""
    content = json.loads(path.read_bytes())
    del content["controle"]
    change(content)
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    path.write_text(json.dumps(content | {"controle": hashlib.sha256(canonical).hexdigest()}))


def set_first(**values):
    return lambda content: content["ingangen"][0].update(values)


@pytest.mark.parametrize(
    "change",
    [
        set_first(id="een ander"),
        set_first(naam="Iemand anders"),
        set_first(argon2id={"kib": 8, "rondes": 1, "banen": 1}),
        set_first(argon2id={"kib": 8, "rondes": 1, "banen": 8}),
        set_first(zout="AAAAAAAAAAAAAAAAAAAAAA=="),
        set_first(zout=""),
        set_first(nonce=""),
        set_first(sleutel=""),
        set_first(sleutel="AAAA"),
        lambda content: content.update(archief="een ander"),
        lambda content: content.update(bewijs="AAAA"),
        lambda content: content.update(ingangen=[]),
    ],
)
def test_who_rewrites_a_slot_gets_in_no_more(tmp_path, new, main, change):
    resealed(main, change)
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, FIRST)


def test_a_slot_of_another_kind_does_not_open(tmp_path, new, main):
    def swap(content):
        first, second = content["ingangen"]
        first["soort"], second["soort"] = second["soort"], first["soort"]

    resealed(main, swap)
    for secret in (FIRST, new.recovery_code):
        with pytest.raises(WrongPassphrase):
            keys.unlock(tmp_path, secret)


def test_a_slot_of_another_archive_does_not_open_this_one(tmp_path, new, main):
    other = tmp_path / "ander"
    other.mkdir()
    keys.create(other, SECOND, "Sam", cost=CHEAP)
    foreign = json.loads((other / KEY_FILE).read_bytes())["ingangen"][0]
    resealed(main, lambda content: content["ingangen"].append(foreign))
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, SECOND)
    assert keys.unlock(tmp_path, FIRST).database_key == new.database_key


@pytest.mark.parametrize("kib", [10**9, 10**30, float("inf"), "veel", None])
def test_a_file_that_asks_for_absurd_memory_counts_as_damaged(tmp_path, new, main, kib):
    resealed(main, set_first(argon2id={"kib": kib, "rondes": 1, "banen": 1}))
    assert keys.unlock(tmp_path, FIRST).from_copy


def test_a_file_of_a_later_program_is_left_alone(tmp_path, new, main):
    resealed(main, lambda content: content.update(versie=2, ingangen="heel anders"))
    before = main.read_bytes()
    with pytest.raises(TooNew, match="versie 2"):
        keys.unlock(tmp_path, FIRST)
    assert main.read_bytes() == before


def test_a_power_cut_between_the_file_and_its_copy_loses_nothing(tmp_path, new, main, copy, monkeypatch):
    write = keyfile.write_durably

    def cut(path, data):
        if path == copy:
            raise KeyboardInterrupt
        write(path, data)

    slot = keys.slots(tmp_path)[0].id
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(keyfile, "write_durably", cut)
        keys.change_passphrase(tmp_path, slot, new.database_key, SECOND, cost=CHEAP)
    assert main.read_bytes() != copy.read_bytes()
    assert keys.unlock(tmp_path, SECOND).database_key == new.database_key
    assert main.read_bytes() == copy.read_bytes(), "the old passphrase is gone from the copy too"


def test_a_full_disk_while_changing_keeps_the_old_passphrase(tmp_path):
    with small_disk(tmp_path / "schijf", "64k") as disk:
        new = keys.create(disk, FIRST, "Noa", cost=CHEAP)
        (disk / "vol").write_bytes(b"x" * (os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize))
        slot = keys.slots(disk)[0].id
        with pytest.raises(DiskFull):
            keys.change_passphrase(disk, slot, new.database_key, SECOND, cost=CHEAP)
        assert keys.unlock(disk, FIRST).database_key == new.database_key
        assert sorted(each.name for each in disk.iterdir()) == sorted((KEY_FILE, COPY, "vol"))


def test_files_are_for_this_user_only(tmp_path, new, main, copy):
    assert {file.stat().st_mode & 0o777 for file in (main, copy)} == {0o600}
    keys.renew_recovery(tmp_path, new.database_key, cost=CHEAP)
    assert {file.stat().st_mode & 0o777 for file in (main, copy)} == {0o600}


def test_a_write_that_fails_leaves_no_half_file_behind(tmp_path, monkeypatch):
    def fail(_handle):
        raise OSError(28, "no space")

    files.write_durably(tmp_path / "a", b"oud")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DiskFull):
        files.write_durably(tmp_path / "a", b"nieuw")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", b"oud")]
