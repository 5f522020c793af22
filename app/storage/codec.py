"""Between the fields of a record and the columns of its table."""

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from app.models.records import Record, field_names

Codec = Callable[[Any], Any]
R = TypeVar("R", bound=Record)


class Row(Protocol):
    """A table row: values by column name."""

    def __getitem__(self, column: str, /) -> Any: ...


def as_json(value: Any) -> str:
    """Compact JSON in which every script is kept readable, so that equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class FieldCodec:
    """How one field is kept.

    Attributes:
        types: what a value of it may be; anything else is a mistake of ours.
        encode: value to column.
        decode: column to value.
        default: the value of a record that says nothing about it.
    """

    types: tuple[type, ...]
    encode: Codec
    decode: Codec
    default: Any

    def check(self, name: str, value: Any) -> None:
        """Raises TypeError when a value is not of the field's type."""
        if not isinstance(value, self.types) or (isinstance(value, bool) and bool not in self.types):
            raise TypeError(f"{name} takes {self.types}, not {type(value).__name__}")


def _same(value: Any) -> Any:
    return value


def _text_of_date(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _date_of_text(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _tuple_of_text(text: str | None) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text else ()


def _text_of_tuple(value: tuple[str, ...]) -> str:
    return as_json(list(value))


def _dict_of_text(text: str | None) -> dict[str, Any]:
    return dict(json.loads(text)) if text else {}


def _codec_for(types_: tuple[type, ...], default: Any) -> FieldCodec:
    if date in types_:
        return FieldCodec(types_, _text_of_date, _date_of_text, default)
    if tuple in types_:
        return FieldCodec(types_, _text_of_tuple, _tuple_of_text, default)
    if dict in types_:
        return FieldCodec(types_, as_json, _dict_of_text, default)
    if bool in types_:
        return FieldCodec(types_, int, bool, default)
    return FieldCodec(types_, _same, _same, default)


def _plain_types(hint: Any) -> tuple[type, ...]:
    if isinstance(hint, types.UnionType):
        return tuple(each for part in typing.get_args(hint) for each in _plain_types(part))
    return (typing.get_origin(hint) or hint,)


_known: dict[str, Mapping[str, FieldCodec]] = {}


def codecs(kind: type[Record]) -> Mapping[str, FieldCodec]:
    """The codec of each writable field of a record kind, by name."""
    if kind.kind not in _known:
        _known[kind.kind] = _codecs(kind)
    return _known[kind.kind]


def _codecs(kind: type[Record]) -> Mapping[str, FieldCodec]:
    hints = typing.get_type_hints(kind)
    blank = kind(id="")
    return {name: _codec_for(_plain_types(hints[name]), getattr(blank, name)) for name in field_names(kind)}


def to_record(kind: type[R], row: Row) -> R:
    """Make a record of a table row."""
    known = codecs(kind)
    return kind(id=row["id"], **{name: codec.decode(row[name]) for name, codec in known.items()})
