"""The shape that every kind of record shares, and how a field says what it is.

A record kind is a frozen dataclass. Its fields are plain values (`str`, `int`, `bool`, `date`, tuples of `str`,
and for form answers a `dict`): storage makes a column of each, and nothing else has to be told about them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import fields as dataclass_fields
from datetime import date
from typing import Any, ClassVar

from app.models.ids import new_id

SEARCHED = {"searched": True}
"""Metadata of a text field whose words can be found with the search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Anything with an identity that the archive keeps.

    Attributes:
        id: UUIDv7 in text form.
        verwijderd_op: ISO instant at which it was deleted, or None. Deleting is a field, so that it can be undone.
    """

    kind: ClassVar[str]
    id: str = field(default_factory=new_id)
    verwijderd_op: str | None = None


def field_names(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a record kind that can be written, in order; `id` is not one of them."""
    return tuple(each.name for each in dataclass_fields(kind) if each.name != "id")


def searched_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a record kind whose words the search finds."""
    return tuple(each.name for each in dataclass_fields(kind) if each.metadata.get("searched"))


def values_of(record: Record) -> dict[str, Any]:
    """All fields of a record but its id, as the mapping that `archive.write` takes."""
    return {name: getattr(record, name) for name in field_names(type(record))}


def only_known(kind: type[Record], values: Mapping[str, Any]) -> None:
    """Refuse values for fields that a record kind does not have.

    Raises:
        KeyError: names the kind and the unknown fields; a mistake of ours, never of the user.
    """
    unknown = set(values) - set(field_names(kind))
    if unknown:
        raise KeyError(f"{kind.kind} has no field {', '.join(sorted(unknown))}")


def covers(van: date | None, tot: date | None, day: date) -> bool:
    """Whether a period (both ends inclusive, None is open) holds a day."""
    return (van is None or van <= day) and (tot is None or day <= tot)
