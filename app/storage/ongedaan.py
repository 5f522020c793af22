"""Writing with a way back: what one action of the user changes, in one transaction, and what takes it back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.models.kinds import KINDS
from app.models.records import Record, values_of
from app.storage.archive import Archive, now


@dataclass(frozen=True, slots=True)
class Schrijf:
    """Fields of one record to write.

    Attributes:
        kind: name of the record kind.
        id: the record; it is made when it isn't there yet.
        velden: values by field name.
    """

    kind: str
    id: str
    velden: Mapping[str, Any]

    @classmethod
    def van(cls, record: Record) -> "Schrijf":
        """Write a whole record."""
        return cls(record.kind, record.id, values_of(record))

    @classmethod
    def weg(cls, record: Record) -> "Schrijf":
        """Take a record out of sight."""
        return cls(record.kind, record.id, {"verwijderd_op": now()})


def schrijf(archive: Archive, werk: Iterable[Schrijf], author: str) -> tuple[Schrijf, ...]:
    """Write all of it or nothing.

    Returns:
        What brings everything back to how it was, in the order to write it; empty when nothing changed.
    """
    terug: list[Schrijf] = []
    with archive.batch():
        for each in werk:
            before = archive.get(KINDS[each.kind], each.id)
            if before is None:
                old: dict[str, Any] = {"verwijderd_op": now()}
            else:
                old = {name: getattr(before, name) for name, new in each.velden.items() if getattr(before, name) != new}
            if old:
                archive.write(each.kind, each.id, each.velden, author)
                terug.insert(0, Schrijf(each.kind, each.id, old))
    return tuple(terug)
