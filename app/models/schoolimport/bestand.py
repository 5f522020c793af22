"""What the archive holds, as far as an import touches it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from app.models.leerling import Leerling
from app.models.records import Record
from app.models.school import Groep, Medewerker, School


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """The school as it is known now; deleted records are not in it, archived ones are.

    Attributes:
        eerder: what earlier imports wrote last, by record id and field. It tells a value that was changed by hand from
            one that the administration has changed.
    """

    school: School | None = None
    groepen: tuple[Groep, ...] = ()
    leerlingen: tuple[Leerling, ...] = ()
    medewerkers: tuple[Medewerker, ...] = ()
    eerder: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def is_door_import(self, record_id: str) -> bool:
        """Whether an earlier import wrote this record."""
        return record_id in self.eerder

    def laatst_ingelezen(self, record: Record, veld: str) -> Any:
        """What the administration said last about a field; `NOOIT` when no import wrote this record."""
        if record.id not in self.eerder:
            return NOOIT
        return self.eerder[record.id].get(veld, _defaults(type(record))[veld])


NOOIT = object()
"""No import has said anything about it; equal to no value."""


def _defaults(kind: type[Record]) -> dict[str, Any]:
    return {each.name: each.default for each in fields(kind)}
