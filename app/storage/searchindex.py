"""The full-text index: which words of which record can be found."""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlcipher3

from app.models.records import Record, searched_fields


def words(value: Any) -> Iterator[str]:
    """Every piece of text inside a value, whatever its shape; names of rows and columns are no content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if not str(key).startswith("_"):
                yield from words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words(inner)


def update(connection: sqlcipher3.Connection, record: Record, leerling: str | None) -> None:
    """Make the words of a record findable as they are now; a deleted record can't be found."""
    names = searched_fields(type(record))
    if not names:
        return
    text = "\n".join(piece for name in names for piece in words(getattr(record, name)) if piece)
    if record.verwijderd_op or not text:
        connection.execute("DELETE FROM zoekbaar WHERE record = ?", (record.id,))
        return
    connection.execute(
        "INSERT INTO zoekbaar (record, kind, leerling, tekst) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (record) DO UPDATE SET leerling = excluded.leerling, tekst = excluded.tekst",
        (record.id, record.kind, leerling, text),
    )
