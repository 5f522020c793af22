"""The history of every field: append-only, except for the one draft of a field that is being typed in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlcipher3

from app.models.ids import new_id
from app.storage.clock import Clock, milliseconds
from app.storage.codec import as_json

DRAFT_MILLISECONDS = 120_000
"""A draft that is older than this seals at the next write, so that history has a grain of two minutes."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One value that one field of one record has had.

    Attributes:
        field: name of the field; an answer of a form is `antwoorden/section.field`.
        value: the value in its JSON form (dates as ISO text).
        parent: id of the revision before it, or None for the first.
        author: name of who said it.
        sealed: False only for the draft of a field that is being typed in.
    """

    id: str
    kind: str
    record: str
    field: str
    value: Any
    parent: str | None
    author: str
    clock: str
    sealed: bool

    @property
    def moment(self) -> datetime:
        """Wall time of the revision, UTC."""
        return datetime.fromtimestamp(milliseconds(self.clock) / 1000, UTC)


class Revisions:
    """Writes and reads revisions over the archive's connection, inside its transactions."""

    def __init__(self, connection: sqlcipher3.Connection, device: str) -> None:
        self._connection = connection
        self._device = device
        newest = connection.execute(
            "SELECT max(clock) FROM (SELECT clock FROM revisie ORDER BY id DESC LIMIT 1000)"
        ).fetchone()[0]
        self._clock = Clock(device, newest or "")

    def add_first(self, kind: str, record: str, values: Mapping[str, Any], author: str) -> None:
        """Append the first, sealed values of a new record; it has no history to look up."""
        rows = [self._row(kind, record, field, value, None, author, sealed=True) for field, value in values.items()]
        self._connection.executemany(_INSERT, rows)

    def add(self, kind: str, record: str, values: Mapping[str, Any], author: str, *, draft: bool) -> None:
        """Append a value to the history of each field.

        A draft goes over the field's earlier draft while that is fresh and of the same author; otherwise the earlier
        one is sealed first. Anything that is no draft seals the field.
        """
        for field, value in values.items():
            last = self._connection.execute(_LAST, (record, field)).fetchone()
            if last is not None and not last["sealed"]:
                if last["author"] == author and self._is_fresh(last["clock"]):
                    self._rewrite(last, value, draft)
                    continue
                self._connection.execute("UPDATE revisie SET sealed = 1 WHERE id = ?", (last["id"],))
            parent = last["id"] if last is not None else None
            self._connection.execute(_INSERT, self._row(kind, record, field, value, parent, author, sealed=not draft))

    def seal(self, record: str | None = None) -> None:
        """Seal the drafts of one record, or all of them."""
        if record is None:
            self._connection.execute("UPDATE revisie SET sealed = 1 WHERE sealed = 0")
        else:
            self._connection.execute("UPDATE revisie SET sealed = 1 WHERE sealed = 0 AND record = ?", (record,))

    def of(self, record: str, field: str | None = None) -> list[Revision]:
        """The history of a record or of one field, oldest first."""
        where, values = ("record = ?", [record]) if field is None else ("record = ? AND field = ?", [record, field])
        rows = self._connection.execute(f"SELECT * FROM revisie WHERE {where} ORDER BY clock", values)
        return [_revision(row) for row in rows]

    def _rewrite(self, last: sqlcipher3.Row, value: Any, draft: bool) -> None:
        # The clock stays that of the first key: the two minutes count from there.
        self._connection.execute(
            "UPDATE revisie SET value = ?, sealed = ? WHERE id = ?", (as_json(value), int(not draft), last["id"])
        )

    def _is_fresh(self, clock: str) -> bool:
        now = datetime.now(UTC).timestamp() * 1000
        return 0 <= now - milliseconds(clock) < DRAFT_MILLISECONDS

    def _row(
        self, kind: str, record: str, field: str, value: Any, parent: str | None, author: str, *, sealed: bool
    ) -> Sequence[Any]:
        moment = self._clock.tick()
        return (new_id(), kind, record, field, as_json(value), parent, author, self._device, moment, int(sealed))


_INSERT = "INSERT INTO revisie VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LAST = "SELECT id, author, clock, sealed FROM revisie WHERE record = ? AND field = ? ORDER BY clock DESC LIMIT 1"


def _revision(row: sqlcipher3.Row) -> Revision:
    return Revision(
        id=row["id"],
        kind=row["kind"],
        record=row["record"],
        field=row["field"],
        value=json.loads(row["value"]),
        parent=row["parent"],
        author=row["author"],
        clock=row["clock"],
        sealed=bool(row["sealed"]),
    )
