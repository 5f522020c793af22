"""The connection to the encrypted database file.

Every page of the file is encrypted by SQLCipher with the archive's random key. One process opens the file at a time,
and within it one thread: see `worker`.
"""

import contextlib
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import sqlcipher3

from app.storage.errors import DamagedDatabase, translate, translated

if TYPE_CHECKING:
    import sqlite_utils

MINIMUM_SQLITE = (3, 51, 3)
"""Older versions can lose a commit when a WAL file is reset while it is written."""

APPLICATION_ID = 0x52756767
"""Marks the file as ours ("Rugg") for whoever looks at its header after decrypting it."""

_RAW_KEY = re.compile(r"[0-9a-f]{64}")


class EngineTooOld(RuntimeError):
    """The SQLite or SQLCipher library that came along is not fit for use; a mistake in our package."""


def self_test() -> None:
    """Check that the database library is the one this program was built for.

    Raises:
        EngineTooOld: no encryption, no full-text search, or a version with known data loss.
    """
    connection = sqlcipher3.connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    finally:
        connection.close()
    version = tuple(int(part) for part in sqlcipher3.sqlite_version.split("."))
    if not cipher or "ENABLE_FTS5" not in options or version < MINIMUM_SQLITE:
        raise EngineTooOld(f"SQLite {sqlcipher3.sqlite_version}, SQLCipher {cipher}")


def connect(path: Path, key: bytes) -> sqlcipher3.Connection:
    """Open (or make) the encrypted database.

    Parameters:
        path: the database file.
        key: the 32 random bytes that encrypt it.

    Raises:
        DamagedDatabase: the file can't be read with this key. The key itself was proven right by its key slot,
            so it is the file that is wrong.
        StorageError: disk full, read-only, no such folder.
    """
    raw = _raw(key)
    try:
        connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
    except sqlcipher3.Error as error:
        raise translate(error, path) or error from error
    try:
        _prepare(connection, raw)
    except sqlcipher3.Error as error:
        connection.close()
        raise translate(error, path) or DamagedDatabase(path) from error
    return connection


def _raw(key: bytes) -> str:
    """The key as SQLCipher takes it: hexadecimal digits, and nothing else."""
    raw = key.hex()
    if not _RAW_KEY.fullmatch(raw):
        raise ValueError("a database key is 32 bytes")
    return raw


def _prepare(connection: sqlcipher3.Connection, raw_key: str) -> None:
    # PRAGMA key takes no bound parameter; `_raw` keeps anything but hexadecimal digits out.
    connection.execute("PRAGMA cipher_log = off")
    connection.execute(f"PRAGMA key = \"x'{raw_key}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.row_factory = sqlcipher3.Row


def close(connection: sqlcipher3.Connection) -> None:
    """Close the database so that no WAL file stays behind. Never raises: the data is already committed."""
    with contextlib.suppress(sqlcipher3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    with contextlib.suppress(sqlcipher3.Error):
        connection.close()


def connect_still(path: Path, key: bytes) -> sqlcipher3.Connection:
    """Open a database file that nobody writes, such as a backup, and leave no trace beside it or in it.

    Raises:
        DamagedDatabase: the file can't be read with this key.
        StorageError: it is not there, or the disk fails.
    """
    with translated(path):
        connection = sqlcipher3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            connection.execute("PRAGMA cipher_log = off")
            connection.execute(f"PRAGMA key = \"x'{_raw(key)}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def complaints(connection: sqlcipher3.Connection) -> list[str]:
    """All that the database's own checks find; empty when it is sound. Reads every page of it."""
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    found += [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"foreign key: {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
    return found


def utils(connection: sqlcipher3.Connection) -> "sqlite_utils.Database":
    """The same connection seen through sqlite-utils, for making and changing the schema.

    It is imported here because it costs as much as opening a window, and only a new or an older archive needs it.
    """
    # sqlite-utils recognises the errors of another SQLite only under this name.
    library: Any = sqlcipher3
    stand_in: ModuleType = library
    sys.modules.setdefault("pysqlite3", stand_in)
    sys.modules.setdefault("pysqlite3.dbapi2", sys.modules["sqlcipher3.dbapi2"])
    import sqlite_utils

    return sqlite_utils.Database(connection, execute_plugins=False)
