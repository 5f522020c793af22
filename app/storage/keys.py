"""The keys of the archive: one random database key, wrapped once for each way in.

The database is encrypted with 32 random bytes that nobody knows. A key slot holds those bytes, encrypted with a key
that Argon2id derives from a passphrase or from the recovery code. So a passphrase changes without rewriting the
database, and several people each have their own.

Deriving takes a noticeable moment by design. All functions here are free of shared state and Argon2id lets go of the
interpreter meanwhile, so the screens call them on a worker thread. Python cannot reliably wipe a secret from memory,
and nothing here pretends to: what protects an open archive is the lock of the screen and of the computer.
"""

import hmac
import os
import unicodedata
import uuid
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.models.herstelcode import new_code, read_code
from app.models.wachtzin import weigh
from app.storage import demo_key, keyfile
from app.storage.errors import LastWayIn, MistypedRecoveryCode, WrongPassphrase
from app.storage.keyfile import HERSTELCODE, STANDARD, WACHTZIN, Cost, KeyFile, Slot

KEY_LENGTH = 32
DEMO_KEY = demo_key.DEMO_KEY


@dataclass(frozen=True, slots=True)
class NewKeys:
    """The keys of an archive that is about to be made.

    Attributes:
        key_file: goes to disk with `save`.
        database_key: encrypts the database.
        recovery_code: as it is printed; it is shown this once and kept nowhere.
    """

    key_file: KeyFile
    database_key: bytes = field(repr=False)
    recovery_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a right secret opens.

    Attributes:
        database_key: opens the database.
        slot_id, naam, soort: the slot that fitted; `soort` is `WACHTZIN` or `HERSTELCODE`.
        from_copy: whether the key file was damaged and its copy was used; by now it has been mended where possible.
    """

    database_key: bytes = field(repr=False)
    slot_id: str
    naam: str
    soort: str
    from_copy: bool


def prepare(passphrase: str, naam: str, *, cost: Cost = STANDARD) -> NewKeys:
    """Make the keys of a new archive, in memory only: nothing is written until the recovery code has been noted.

    Parameters:
        passphrase: of the first user; strong enough by `app.models.wachtzin`.
        naam: of the first user.
        cost: of the derivation; only tests choose another.

    Raises:
        ValueError: the passphrase is too weak; the screen should not have let it pass.
    """
    _demand_strength(passphrase)
    archive_id = str(uuid.uuid4())
    database_key = os.urandom(KEY_LENGTH)
    code = new_code()
    slots = (
        _wrap(archive_id, _empty_slot(WACHTZIN, naam, cost), passphrase, database_key),
        _wrap(archive_id, _empty_slot(HERSTELCODE, "", cost), code, database_key),
    )
    return NewKeys(KeyFile(archive_id, _proof(archive_id, database_key), slots), database_key, code)


def save(folder: Path, new: NewKeys) -> None:
    """Write the keys of a new archive.

    Raises:
        FileExistsError: the folder has keys already; overwriting them would lose that archive for good.
        StorageError: disk full, read-only.
    """
    if keyfile.exists(folder):
        raise FileExistsError(folder / keyfile.KEY_FILE)
    keyfile.write(folder, new.key_file)


def create(folder: Path, passphrase: str, naam: str, *, cost: Cost = STANDARD) -> NewKeys:
    """Make the keys of a new archive and write them: `prepare` and `save` in one."""
    new = prepare(passphrase, naam, cost=cost)
    save(folder, new)
    return new


def unlock(folder: Path, secret: str) -> Unlocked:
    """Open the archive's keys with a passphrase or with the recovery code.

    Parameters:
        folder: of the archive.
        secret: as typed; see `normal_passphrase` and `app.models.herstelcode.read_code` for what is forgiven.

    Raises:
        WrongPassphrase: it opens none of the slots.
        MistypedRecoveryCode: it is a recovery code with a typing mistake; said at once, before the slow derivation.
        DamagedKeys, TooNew, StorageError: the key file can't be read.
    """
    keys, from_copy = keyfile.read(folder)
    code = read_code(secret)
    if code.meant_as_code and code.first_mistake:
        raise MistypedRecoveryCode(code.first_mistake)
    kinds = (HERSTELCODE, WACHTZIN) if code.complete else (WACHTZIN,)
    for slot in (slot for kind in kinds for slot in keys.of_kind(kind)):
        database_key = _unwrap(keys.archive_id, slot, secret)
        if database_key is not None and hmac.compare_digest(_proof(keys.archive_id, database_key), keys.proof):
            keyfile.mend(folder, keys)
            return Unlocked(database_key, slot.id, slot.naam, slot.soort, from_copy)
    raise WrongPassphrase


def slots(folder: Path) -> tuple[Slot, ...]:
    """All ways into the archive of a folder.

    Raises:
        DamagedKeys, TooNew, StorageError: the key file can't be read.
    """
    return keyfile.read(folder)[0].slots


def fits(folder: Path, database_key: bytes) -> bool:
    """Whether a database key is the one that the key file of a folder holds.

    Raises:
        DamagedKeys, TooNew, StorageError: the key file can't be read.
    """
    keys, _ = keyfile.read(folder)
    return hmac.compare_digest(_proof(keys.archive_id, database_key), keys.proof)


def add_passphrase(folder: Path, database_key: bytes, naam: str, passphrase: str, *, cost: Cost = STANDARD) -> str:
    """Give someone an own way in.

    Returns:
        The id of the new slot.

    Raises:
        ValueError: the passphrase is too weak, or the key is not of this archive.
        StorageError: the key file can't be read or written; nothing has changed.
    """
    _demand_strength(passphrase)
    keys = _read_own(folder, database_key)
    slot = _wrap(keys.archive_id, _empty_slot(WACHTZIN, naam, cost), passphrase, database_key)
    keyfile.write(folder, replace(keys, slots=(*keys.slots, slot)))
    return slot.id


def change_passphrase(folder: Path, slot_id: str, database_key: bytes, new: str, *, cost: Cost = STANDARD) -> None:
    """Replace the passphrase of one slot; the old one opens nothing any more.

    Raises:
        KeyError: no passphrase slot has this id.
        ValueError: the passphrase is too weak, or the key is not of this archive.
        StorageError: the key file can't be read or written; nothing has changed.
    """
    _demand_strength(new)
    keys = _read_own(folder, database_key)
    old = _find(keys, slot_id)
    empty = replace(_empty_slot(WACHTZIN, old.naam, cost), id=old.id)
    slot = _wrap(keys.archive_id, empty, new, database_key)
    keyfile.write(folder, replace(keys, slots=tuple(slot if each is old else each for each in keys.slots)))


def remove_slot(folder: Path, slot_id: str) -> None:
    """Take a passphrase away.

    Who once had the archive open may have kept its database key: this keeps people out, it does not undo what
    they have seen.

    Raises:
        KeyError: no passphrase slot has this id.
        LastWayIn: it is the last passphrase.
        StorageError: the key file can't be read or written; nothing has changed.
    """
    keys, _ = keyfile.read(folder)
    slot = _find(keys, slot_id)
    if len(keys.of_kind(WACHTZIN)) == 1:
        raise LastWayIn
    keyfile.write(folder, replace(keys, slots=tuple(each for each in keys.slots if each is not slot)))


def renew_recovery(folder: Path, database_key: bytes, *, cost: Cost = STANDARD) -> str:
    """Make a new recovery code; the old one opens nothing any more.

    Returns:
        The code as it is printed; it is kept nowhere.

    Raises:
        ValueError: the key is not of this archive.
        StorageError: the key file can't be read or written; the old code still works.
    """
    keys = _read_own(folder, database_key)
    code = new_code()
    slot = _wrap(keys.archive_id, _empty_slot(HERSTELCODE, "", cost), code, database_key)
    keyfile.write(folder, replace(keys, slots=(*keys.of_kind(WACHTZIN), slot)))
    return code


def normal_passphrase(text: str) -> str:
    """A passphrase as it is derived from: the same however the keyboard composes é, and however many spaces there are.

    Parameters:
        text: as typed or pasted.

    Returns:
        Unicode form NFKC, single spaces between words and none around them; capitals count.
    """
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _demand_strength(passphrase: str) -> None:
    if not weigh(passphrase).genoeg:
        raise ValueError("the screen let a weak passphrase pass")


def _read_own(folder: Path, database_key: bytes) -> KeyFile:
    """The key file, after checking that the key is of this archive: a slot around a wrong key would be a trap."""
    keys, _ = keyfile.read(folder)
    if not hmac.compare_digest(_proof(keys.archive_id, database_key), keys.proof):
        raise ValueError("this database key is not of this archive")
    return keys


def _find(keys: KeyFile, slot_id: str) -> Slot:
    for slot in keys.of_kind(WACHTZIN):
        if slot.id == slot_id:
            return slot
    raise KeyError(slot_id)


def _proof(archive_id: str, database_key: bytes) -> bytes:
    return hmac.digest(database_key, f"ruggespraak archief {archive_id}".encode(), "sha256")


def _empty_slot(soort: str, naam: str, cost: Cost) -> Slot:
    """A slot with a salt and a nonce that no other slot ever had."""
    return Slot(str(uuid.uuid4()), soort, naam, cost, salt=os.urandom(16), nonce=os.urandom(12))


def _wrap(archive_id: str, slot: Slot, secret: str, database_key: bytes) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    sealed = AESGCM(_derive(slot, secret)).encrypt(slot.nonce, database_key, slot.bound_to(archive_id))
    return replace(slot, wrapped=sealed)


def _unwrap(archive_id: str, slot: Slot, secret: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_derive(slot, secret)).decrypt(slot.nonce, slot.wrapped, slot.bound_to(archive_id))
    except (InvalidTag, ValueError):
        return None


def _derive(slot: Slot, secret: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    plain = read_code(secret).text if slot.soort == HERSTELCODE else normal_passphrase(secret)
    derivation = Argon2id(
        salt=slot.salt,
        length=KEY_LENGTH,
        iterations=slot.cost.passes,
        lanes=slot.cost.lanes,
        memory_cost=slot.cost.memory,
    )
    return derivation.derive(plain.encode("utf-8", "surrogatepass"))
