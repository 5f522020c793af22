"""The key file: what it holds and how it is read and written. What the keys are for stands in `keys`.

It is one JSON object in a folder beside the database, written twice: `sleutels.json` and, after it, its copy. A
damaged key file would cost the whole archive, so the copy is read when the first one is damaged. The copy is never
older than the last change: an older one would still open with a passphrase that was taken away.

`controle` is the SHA-256 of the rest. It guards against damage, not against a person: against those stands the
authenticated encryption of each slot, to which everything else in the slot and the archive's id are bound.
"""

import contextlib
import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.storage.errors import DamagedKeys, StorageError, TooNew, translated
from app.storage.files import write_durably

KEY_FILE = "sleutels.json"
COPY = "sleutels.kopie.json"
VERSION = 1

WACHTZIN = "wachtzin"
HERSTELCODE = "herstelcode"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: the parameters of Argon2id.

    Attributes:
        memory: KiB.
        passes: times over that memory.
        lanes: threads.
    """

    memory: int
    passes: int
    lanes: int


STANDARD = Cost(memory=64 * 1024, passes=3, lanes=4)
"""The choice of RFC 9106 for machines that cannot spare 2 GiB; some 0.1 s on a laptop."""

_MOST = Cost(memory=1024 * 1024, passes=32, lanes=32)
"""More than this is no choice of ours but a file that wants to hang the program."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One way into the archive: the database key, wrapped with a key that is derived from a secret.

    Attributes:
        id: UUID in text form.
        soort: `WACHTZIN` or `HERSTELCODE`.
        naam: whose passphrase it is; stands readable in the file.
        cost, salt: how the wrapping key is derived from the secret.
        nonce, wrapped: the database key in AES-256-GCM.
    """

    id: str
    soort: str
    naam: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes = b""

    def bound_to(self, archive_id: str) -> bytes:
        """Everything but the wrapped key itself, as the data to which its encryption is bound."""
        return _canonical({"archief": archive_id, "versie": VERSION} | self.as_json() | {"sleutel": ""})

    def as_json(self) -> dict[str, Any]:
        """The slot as it stands in the file."""
        return {
            "id": self.id,
            "soort": self.soort,
            "naam": self.naam,
            "argon2id": {"kib": self.cost.memory, "rondes": self.cost.passes, "banen": self.cost.lanes},
            "zout": _text(self.salt),
            "nonce": _text(self.nonce),
            "sleutel": _text(self.wrapped),
        }


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All ways into one archive.

    Attributes:
        archive_id: UUID in text form.
        proof: tells whether a database key is the one of this archive, without giving it away.
        slots: the ways in.
    """

    archive_id: str
    proof: bytes
    slots: tuple[Slot, ...]

    def of_kind(self, soort: str) -> tuple[Slot, ...]:
        """The slots of one kind, in the order in which they were made."""
        return tuple(slot for slot in self.slots if slot.soort == soort)


_LARGEST = 1_000_000
"""Bytes of a key file that are read; a sound one has a few thousand."""


class _Damaged(ValueError):
    """These bytes are not a whole key file."""


def exists(folder: Path) -> bool:
    """Whether a folder holds a key file, sound or not."""
    return (folder / KEY_FILE).exists() or (folder / COPY).exists()


def read(folder: Path) -> tuple[KeyFile, bool]:
    """Read the key file of a folder, or its copy when it is damaged or gone.

    Returns:
        What it holds, and whether that came from the copy.

    Raises:
        DamagedKeys: neither of the two is there and whole.
        TooNew: written by a later version of the program.
        StorageError: the file can't be read.
    """
    for name in (KEY_FILE, COPY):
        keys = _read_one(folder / name)
        if keys is not None:
            return keys, name == COPY
    raise DamagedKeys(folder / KEY_FILE)


def write(folder: Path, keys: KeyFile) -> None:
    """Replace the key file and then its copy; at any moment at least one of them is whole.

    Raises:
        StorageError: disk full, read-only; what stood there still opens the archive.
    """
    data = _dump(keys)
    write_durably(folder / KEY_FILE, data)
    write_durably(folder / COPY, data)


def mend(folder: Path, keys: KeyFile) -> None:
    """Make the two files equal again after damage, or after a power cut between the two.

    A whole file of another archive is left alone: someone put it there by mistake, and it may be the last one of its
    kind. So is a folder that can't be written: the archive is open, and that is what matters now.

    Parameters:
        folder: where they stand.
        keys: what was read and has just proven to open its archive.
    """
    with contextlib.suppress(StorageError, OSError):
        for path in (folder / KEY_FILE, folder / COPY):
            found = _read_one(path)
            if found is None or (found.archive_id == keys.archive_id and found != keys):
                write_durably(path, _dump(keys))


def _read_one(path: Path) -> KeyFile | None:
    """What one of the two files holds; None when it is gone or not whole."""
    if not path.is_file():
        return None
    with translated(path), path.open("rb") as file:
        data = file.read(_LARGEST)
    try:
        return _parse(data, path)
    except _Damaged:
        return None


def _dump(keys: KeyFile) -> bytes:
    content: dict[str, Any] = {
        "bestand": "sleutels van Ruggespraak",
        "versie": VERSION,
        "archief": keys.archive_id,
        "bewijs": _text(keys.proof),
        "ingangen": [slot.as_json() for slot in keys.slots],
    }
    content["controle"] = _checksum(content)
    return json.dumps(content, indent=1).encode("ascii") + b"\n"


def _parse(data: bytes, path: Path) -> KeyFile:
    try:
        content = json.loads(data)
        if content.pop("controle") != _checksum(content):
            raise _Damaged
        version = int(content["versie"])
        if version > VERSION:
            raise TooNew(path, version, VERSION)
        slots = tuple(_slot(each) for each in content["ingangen"])
        return KeyFile(str(content["archief"]), _bytes(content["bewijs"]), slots)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise _Damaged from error


def _slot(content: dict[str, Any]) -> Slot:
    argon = content["argon2id"]
    cost = Cost(int(argon["kib"]), int(argon["rondes"]), int(argon["banen"]))
    if cost.memory > _MOST.memory or cost.passes > _MOST.passes or cost.lanes > _MOST.lanes:
        raise _Damaged
    return Slot(
        id=str(content["id"]),
        soort=str(content["soort"]),
        naam=str(content["naam"]),
        cost=cost,
        salt=_bytes(content["zout"]),
        nonce=_bytes(content["nonce"]),
        wrapped=_bytes(content["sleutel"]),
    )


def _checksum(content: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(content)).hexdigest()


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode("ascii")


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return b64decode(text, validate=True)
