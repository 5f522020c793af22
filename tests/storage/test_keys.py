"""The ways into the archive: passphrases that come and go around one database key, and a code for the safe."""

import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.storage import keys
from app.storage.errors import LastWayIn, MistypedRecoveryCode, NoArchive, ReadOnly, WrongPassphrase
from app.storage.keyfile import COPY, HERSTELCODE, KEY_FILE, STANDARD, WACHTZIN, Cost
from tests.storage.disks import read_only

CHEAP = Cost(memory=32, passes=1, lanes=1)
FIRST = "lantaarn kwark schommel tapijt"
SECOND = "fluitketel zolder mosterd kano"


@pytest.fixture
def new(tmp_path):
    return keys.create(tmp_path, FIRST, "Noa", cost=CHEAP)


def test_a_guess_costs_at_least_64_mib_by_default(tmp_path):
    assert STANDARD.memory >= 64 * 1024
    assert STANDARD.passes >= 3
    keys.create(tmp_path, FIRST, "Noa")
    assert {slot.cost for slot in keys.slots(tmp_path)} == {STANDARD}


def test_the_passphrase_opens_the_archive(tmp_path, new):
    unlocked = keys.unlock(tmp_path, FIRST)
    assert unlocked.database_key == new.database_key
    assert len(new.database_key) == 32
    assert (unlocked.naam, unlocked.soort, unlocked.from_copy) == ("Noa", WACHTZIN, False)


def test_the_recovery_code_opens_it_too(tmp_path, new):
    for typed in (new.recovery_code, new.recovery_code.lower().replace("-", " ")):
        unlocked = keys.unlock(tmp_path, typed)
        assert unlocked.database_key == new.database_key
        assert unlocked.soort == HERSTELCODE


def test_every_archive_has_its_own_key_and_code(tmp_path):
    made = [keys.prepare(FIRST, "Noa", cost=CHEAP) for _ in range(20)]
    assert len({each.database_key for each in made}) == 20
    assert len({each.recovery_code for each in made}) == 20


def test_nothing_is_written_before_save(tmp_path):
    new = keys.prepare(FIRST, "Noa", cost=CHEAP)
    assert list(tmp_path.iterdir()) == []
    keys.save(tmp_path, new)
    assert keys.unlock(tmp_path, FIRST).database_key == new.database_key


def test_keys_are_never_overwritten_by_new_ones(tmp_path, new):
    with pytest.raises(FileExistsError):
        keys.create(tmp_path, SECOND, "Sam", cost=CHEAP)
    (tmp_path / KEY_FILE).unlink()
    with pytest.raises(FileExistsError):
        keys.create(tmp_path, SECOND, "Sam", cost=CHEAP)
    assert keys.unlock(tmp_path, FIRST).database_key == new.database_key


@pytest.mark.parametrize("wrong", ["", " ", FIRST.upper(), FIRST[:-1], "\ud800", "x" * 100_000, "0" * 35])
def test_a_wrong_passphrase_is_said_to_be_wrong(tmp_path, new, wrong):
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, wrong)


def test_another_recovery_code_is_wrong(tmp_path, new):
    with pytest.raises(WrongPassphrase) as caught:
        keys.unlock(tmp_path, keys.prepare(FIRST, "Noa", cost=CHEAP).recovery_code)
    assert not isinstance(caught.value, MistypedRecoveryCode)


def test_a_mistyped_recovery_code_is_pointed_at_before_the_slow_part(tmp_path, new, monkeypatch):
    monkeypatch.setattr(keys, "_derive", lambda *_: pytest.fail("derived a key"))
    sign = "7" if new.recovery_code[8] != "7" else "8"
    with pytest.raises(MistypedRecoveryCode, match="groep 2"):
        keys.unlock(tmp_path, new.recovery_code[:8] + sign + new.recovery_code[9:])


def test_spaces_and_composed_letters_do_not_matter(tmp_path):
    keys.create(tmp_path, "café lantaarn schommel tapijt", "Noa", cost=CHEAP)
    for typed in ("cafe\u0301 lantaarn  schommel tapijt", " café lantaarn schommel\u00a0tapijt\n"):
        assert keys.unlock(tmp_path, typed).naam == "Noa"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=40))
def test_any_writing_can_be_a_passphrase(tmp_path_factory, extra):
    folder = tmp_path_factory.mktemp("archief")
    new = keys.create(folder, FIRST + extra, "Noa", cost=CHEAP)
    assert keys.unlock(folder, FIRST + extra).database_key == new.database_key


def test_a_weak_passphrase_never_gets_this_far(tmp_path, new):
    with pytest.raises(ValueError, match="weak"):
        keys.prepare("Welkom01", "Noa", cost=CHEAP)
    with pytest.raises(ValueError, match="weak"):
        keys.add_passphrase(tmp_path, new.database_key, "Sam", "Welkom01", cost=CHEAP)
    with pytest.raises(ValueError, match="weak"):
        keys.change_passphrase(tmp_path, keys.slots(tmp_path)[0].id, new.database_key, "Welkom01", cost=CHEAP)


def test_a_second_person_gets_an_own_passphrase(tmp_path, new):
    added = keys.add_passphrase(tmp_path, new.database_key, "Sam", SECOND, cost=CHEAP)
    unlocked = keys.unlock(tmp_path, SECOND)
    assert (unlocked.database_key, unlocked.naam, unlocked.slot_id) == (new.database_key, "Sam", added)
    assert keys.unlock(tmp_path, FIRST).naam == "Noa"
    assert [slot.naam for slot in keys.slots(tmp_path)] == ["Noa", "", "Sam"]


def test_a_changed_passphrase_replaces_the_old_one_everywhere(tmp_path, new):
    slot = keys.unlock(tmp_path, FIRST).slot_id
    keys.change_passphrase(tmp_path, slot, new.database_key, SECOND, cost=CHEAP)
    assert keys.unlock(tmp_path, SECOND).database_key == new.database_key
    assert keys.unlock(tmp_path, SECOND).slot_id == slot
    (tmp_path / KEY_FILE).unlink()
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, FIRST)


def test_a_removed_passphrase_opens_nothing_not_even_from_the_copy(tmp_path, new):
    sam = keys.add_passphrase(tmp_path, new.database_key, "Sam", SECOND, cost=CHEAP)
    keys.remove_slot(tmp_path, sam)
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            keys.unlock(tmp_path, SECOND)
        (tmp_path / KEY_FILE).unlink(missing_ok=True)
    assert keys.unlock(tmp_path, FIRST).database_key == new.database_key


def test_the_last_passphrase_stays(tmp_path, new):
    own, code = keys.slots(tmp_path)
    with pytest.raises(LastWayIn, match="enige wachtzin"):
        keys.remove_slot(tmp_path, own.id)
    for unknown in (code.id, "onbekend"):
        with pytest.raises(KeyError):
            keys.remove_slot(tmp_path, unknown)
    assert len(keys.slots(tmp_path)) == 2


def test_a_new_recovery_code_replaces_the_old_one(tmp_path, new):
    code = keys.renew_recovery(tmp_path, new.database_key, cost=CHEAP)
    assert keys.unlock(tmp_path, code).database_key == new.database_key
    assert keys.unlock(tmp_path, FIRST).database_key == new.database_key
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, new.recovery_code)


def test_the_key_of_another_archive_is_not_wrapped(tmp_path, new):
    other = bytes(32)
    slot = keys.slots(tmp_path)[0].id
    before = (tmp_path / KEY_FILE).read_bytes()
    for work in (
        lambda: keys.add_passphrase(tmp_path, other, "Sam", SECOND, cost=CHEAP),
        lambda: keys.change_passphrase(tmp_path, slot, other, SECOND, cost=CHEAP),
        lambda: keys.renew_recovery(tmp_path, other, cost=CHEAP),
    ):
        with pytest.raises(ValueError, match="not of this archive"):
            work()
    assert (tmp_path / KEY_FILE).read_bytes() == before


def test_a_passphrase_that_looks_like_a_recovery_code_still_works(tmp_path, new):
    code = keys.prepare(FIRST, "Noa", cost=CHEAP).recovery_code
    keys.add_passphrase(tmp_path, new.database_key, "Sam", code, cost=CHEAP)
    assert keys.unlock(tmp_path, code).naam == "Sam"


def test_a_read_only_folder_still_opens_but_does_not_change(tmp_path, new):
    (tmp_path / KEY_FILE).write_bytes(b"damaged")
    with read_only(tmp_path):
        assert keys.unlock(tmp_path, FIRST).from_copy
        with pytest.raises(ReadOnly):
            keys.add_passphrase(tmp_path, new.database_key, "Sam", SECOND, cost=CHEAP)
    assert keys.unlock(tmp_path, FIRST).database_key == new.database_key


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(NoArchive, match="weg"):
        keys.create(tmp_path / "weg", FIRST, "Noa", cost=CHEAP)


def test_many_threads_may_unlock_at_once(tmp_path, new):
    found = []
    threads = [threading.Thread(target=lambda: found.append(keys.unlock(tmp_path, FIRST))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.database_key for each in found] == [new.database_key] * 8


def test_no_secret_stands_in_the_files_or_in_a_printed_value(tmp_path, new):
    secrets = (FIRST.encode(), new.database_key, new.database_key.hex().encode(), new.recovery_code.encode())
    for file in (KEY_FILE, COPY):
        content = (tmp_path / file).read_bytes()
        assert not any(secret in content for secret in secrets)
    printed = repr(new) + repr(keys.unlock(tmp_path, FIRST))
    assert repr(new.database_key) not in printed
    assert new.recovery_code not in printed


def test_the_demo_key_is_the_same_everywhere_and_no_archive_gets_it(tmp_path, new):
    assert keys.DEMO_KEY.hex().startswith("76fedb448f9bdbf2")
    assert len(keys.DEMO_KEY) == keys.KEY_LENGTH
    assert new.database_key != keys.DEMO_KEY
