"""The archive: everything the school knows here, and the one door through which it is written.

Every write is first an addition to the history of the field and then, in the same transaction, the present state that
the screens read and the search index. After the commit one typed `Change` says what happened.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3

from app.models.ids import new_id
from app.models.records import Record, only_known, values_of
from app.storage import engine, schema, searchindex
from app.storage.codec import codecs, to_record
from app.storage.errors import translated
from app.storage.revisions import Revision, Revisions

FILE_NAME = "ruggespraak.db"
BEFORE_MIGRATION = "ruggespraak.schema-{}.db"
"""The archive as it was before its tables were brought up to date from that version."""

ANSWERS = "antwoorden"
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit changed about one record.

    Attributes:
        kind: name of the record kind.
        id: the record.
        fields: names of the fields written; an answer is `antwoorden/section.field`.
        leerling: id of the pupil it is about, or None.
        ook: ids of the other pupils whom it is about, or was until now.
    """

    kind: str
    id: str
    fields: frozenset[str]
    leerling: str | None = None
    ook: frozenset[str] = frozenset()

    def concerns(self, leerling: str) -> bool:
        """Whether it can matter on a page about a pupil; what is about nobody can."""
        return self.leerling in (None, leerling) or leerling in self.ook

    def after(self, earlier: "Change") -> "Change":
        """This one and an earlier one of the same record as one."""
        return replace(self, fields=self.fields | earlier.fields, ook=self.ook | earlier.ook)


class Archive:
    """An open archive. It lives on one thread: the one that made it.

    Parameters:
        folder: where the database stands.
        key: the 32 bytes that encrypt it.

    Raises:
        StorageError: see `engine.connect` and `schema.check_version`.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self.path = folder / FILE_NAME
        self.on_change: Callable[[Change], None] = _nobody
        self._connection = engine.connect(self.path, key)
        self._pending: dict[tuple[str, str], Change] | None = None
        try:
            with translated(self.path):
                found = schema.check_version(self._connection, self.path)
                if found < schema.SCHEMA:
                    self._keep_as_it_is(found)
                    schema.migrate(self._connection)
                self._revisions = Revisions(self._connection, self._device())
                # What was being typed when the power went is kept, and from now on it is history.
                self._revisions.seal()
        except BaseException:
            engine.close(self._connection)
            raise

    def close(self) -> None:
        """Seal all drafts and close the file. Calling it twice is harmless."""
        with suppress(sqlcipher3.Error):
            self._revisions.seal()
        engine.close(self._connection)

    def write(
        self, kind: str, record_id: str, fields: Mapping[str, Any], author: str, *, draft: bool = False
    ) -> Change:
        """Write fields of one record, new or known, in one transaction.

        Parameters:
            kind: name of the record kind.
            record_id: the record; it is made when it isn't there yet.
            fields: values by field name; fields that are not named keep their value.
            author: name of who says it, not of who unlocked.
            draft: True while the field is still being typed in.

        Raises:
            KeyError, TypeError: an unknown kind or field, or a value of the wrong type; nothing is written.
            StorageError: disk full, read-only, damaged; nothing is written.
        """
        from app.models.kinds import KINDS  # the first page reads without the classes of all records

        record_kind = KINDS[kind]
        only_known(record_kind, fields)
        known = codecs(record_kind)
        for name, value in fields.items():
            known[name].check(f"{kind}.{name}", value)
        with self.batch():
            before = self._find(record_kind, record_id)
            after = replace(before or record_kind(id=record_id), **fields)
            columns = {name: known[name].encode(getattr(after, name)) for name in known}
            if before is None:
                said = {name: columns[name] for name, value in fields.items() if value != known[name].default}
                self._revisions.add_first(kind, record_id, said or {"verwijderd_op": None}, author)
            else:
                changed = {name: columns[name] for name, value in fields.items() if value != getattr(before, name)}
                self._revisions.add(kind, record_id, changed, author, draft=draft)
            return self._store(after, columns, frozenset(fields), _pupils(before))

    def write_answer(self, formulier: str, field: str, value: Any, author: str, *, draft: bool = False) -> Change:
        """Write one answer of a form; every answer has a history of its own.

        Parameters:
            formulier: id of the form.
            field: `section.field`.
            value: the answer in its JSON shape; None or empty takes it away.

        Raises:
            KeyError: no such form.
        """
        from app.models.bespreking import Formulier

        section, _, name = field.partition(".")
        with self.batch():
            before = self._find(Formulier, formulier)
            if before is None:
                raise KeyError(f"formulier {formulier}")
            answered = {**before.antwoorden.get(section, {}), name: value}
            after = replace(before, antwoorden={**before.antwoorden, section: answered})
            known = codecs(type(after))
            columns = {each: known[each].encode(getattr(after, each)) for each in known}
            key = f"{ANSWERS}/{field}"
            self._revisions.add("formulier", formulier, {key: value}, author, draft=draft)
            return self._store(after, columns, frozenset({key}))

    def add(self, record: Record, author: str) -> Change:
        """Write a whole record."""
        return self.write(record.kind, record.id, values_of(record), author)

    def delete(self, kind: str, record_id: str, author: str) -> Change:
        """Take a record out of sight; `restore` brings it back."""
        return self.write(kind, record_id, {"verwijderd_op": now()}, author)

    def restore(self, kind: str, record_id: str, author: str) -> Change:
        """Undo a deletion."""
        return self.write(kind, record_id, {"verwijderd_op": None}, author)

    def seal(self, record_id: str | None = None) -> None:
        """Make drafts into history: when focus leaves, at vaststellen, lock and backup."""
        with self.batch():
            self._revisions.seal(record_id)

    def history(self, record_id: str, field: str | None = None) -> list[Revision]:
        """All values that a record, or one field of it, has had; oldest first."""
        with translated(self.path):
            return self._revisions.of(record_id, field)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Several writes as one: all of them or none, and one `Change` per record at the end.

        Raises:
            StorageError: the environment refused; everything is as it was before the batch.
        """
        if self._pending is not None:
            yield
            return
        self._pending = {}
        try:
            with translated(self.path):
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    self._connection.execute("COMMIT")
                except BaseException:
                    with suppress(sqlcipher3.Error):
                        self._connection.execute("ROLLBACK")
                    raise
            changes = tuple(self._pending.values())
        finally:
            self._pending = None
        for change in changes:
            self.on_change(change)

    def get(self, kind: type[R], record_id: str | None) -> R | None:
        """One record by its id, also a deleted one; None when there is none."""
        with translated(self.path):
            return self._find(kind, record_id) if record_id else None

    def all(self, kind: type[R], **equals: Any) -> list[R]:
        """All records of a kind that are not deleted and of which the named fields have the given values."""
        only_known(kind, equals)
        known = codecs(kind)
        where = "".join(f" AND {name} IS ?" for name in equals)
        values = [known[name].encode(value) for name, value in equals.items()]
        rows = self.query(f"SELECT * FROM {kind.kind} WHERE verwijderd_op IS NULL{where} ORDER BY id", values)
        return [to_record(kind, row) for row in rows]

    def query(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[sqlcipher3.Row]:
        """Read rows with plain SQL; for the repositories of this package only."""
        with translated(self.path):
            return self._connection.execute(sql, values).fetchall()

    def setting(self, name: str) -> str | None:
        """A value that belongs to this copy of the archive rather than to the school."""
        rows = self.query("SELECT waarde FROM meta WHERE naam = ?", (name,))
        return str(rows[0]["waarde"]) if rows else None

    def set_setting(self, name: str, value: str) -> None:
        """Keep a value for this copy of the archive; it has no history."""
        with self.batch():
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def check(self) -> list[str]:
        """The database's own checks, whole; empty when all is well. Takes seconds on a large archive."""
        with translated(self.path):
            return engine.complaints(self._connection)

    def copy_to(self, path: Path) -> None:
        """Write a whole, consistent, equally encrypted copy of the database to a new file.

        Raises:
            StorageError: the place is full, read-only, or the file exists.
        """
        with translated(path):
            self._connection.execute("VACUUM INTO ?", (str(path),))

    def _keep_as_it_is(self, version: int) -> None:
        """Before the tables change, keep what stands there now beside it: whatever goes wrong, there is a way back."""
        if version:
            new = self.path.with_name(f"{BEFORE_MIGRATION.format(version)}.nieuw")
            new.unlink(missing_ok=True)
            self.copy_to(new)
            new.replace(new.with_suffix(""))

    def _store(
        self, record: Record, columns: Mapping[str, Any], fields: frozenset[str], before: frozenset[str] = frozenset()
    ) -> Change:
        kind = record.kind
        names = ("id", *columns)
        sets = ", ".join(f"{name} = excluded.{name}" for name in columns)
        self._connection.execute(
            f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
            f"ON CONFLICT (id) DO UPDATE SET {sets}",
            (record.id, *columns.values()),
        )
        leerling = record.id if kind == "leerling" else getattr(record, "leerling", None)
        searchindex.update(self._connection, record, leerling)
        change = Change(kind, record.id, fields, leerling, (before | _pupils(record)) - {leerling})
        assert self._pending is not None
        earlier = self._pending.get((kind, record.id))
        self._pending[kind, record.id] = change.after(earlier) if earlier else change
        return change

    def _find(self, kind: type[R], record_id: str) -> R | None:
        row = self._connection.execute(f"SELECT * FROM {kind.kind} WHERE id = ?", (record_id,)).fetchone()
        return to_record(kind, row) if row is not None else None

    def _device(self) -> str:
        found = self._connection.execute("SELECT waarde FROM meta WHERE naam = 'device'").fetchone()
        if found is not None:
            return str(found[0])
        device = new_id()[-8:]
        self._connection.execute("INSERT INTO meta VALUES ('device', ?)", (device,))
        return device


def _pupils(record: Record | None) -> frozenset[str]:
    """Whom a record of several pupils is about."""
    return frozenset(getattr(record, "leerlingen", ()))


def now() -> str:
    """This moment as ISO text, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _nobody(_change: Change) -> None:
    """The listener of an archive that nobody listens to."""
