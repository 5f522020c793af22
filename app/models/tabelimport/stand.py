"""The records as they would be after the rows so far: what a row says twice is said once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.records import Record, values_of
from app.models.tabelimport.waarden import Afgekeurd

SOORTEN = ("gezin", "leerling", "ouder", "ouderschap", "niveau", "plan")
"""In this order each record is written after those that it points to."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekend:
    """What the archive holds; deleted records left out.

    Attributes:
        groepen: names by id.
    """

    leerlingen: Sequence[Leerling] = ()
    groepen: Mapping[str, str] = field(default_factory=dict)
    ouders: Sequence[Ouder] = ()
    ouderschappen: Sequence[Ouderschap] = ()
    niveaus: Sequence[Niveau] = ()
    plannen: Sequence[Plan] = ()


@dataclass(frozen=True, slots=True)
class Stap:
    """What a row does to one record.

    Attributes:
        record: as it becomes.
        gezegd: the fields that the row says something about; another row may not say something else.
        tekst: what changes, in words; empty when the record is so already.
    """

    record: Record
    gezegd: tuple[str, ...]
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Werk:
    """Fields of one record to write.

    Attributes:
        soort: name of the record kind.
        nieuw: whether the record isn't there yet.
        waarden: values by field.
    """

    soort: str
    id: str
    nieuw: bool
    waarden: Mapping[str, Any]


class Stand:
    """Records by id, as they are and as they would be.

    Parameters:
        bekend: what the archive holds.
    """

    def __init__(self, bekend: Bekend) -> None:
        known = (bekend.leerlingen, bekend.ouders, bekend.ouderschappen, bekend.niveaus, bekend.plannen)
        self._before: dict[str, Record] = {each.id: each for records in known for each in records}
        self._now: dict[str, Record] = dict(self._before)
        self._said: dict[tuple[str, str], tuple[Any, int]] = {}
        self._of_pupil: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for each in self._before.values():
            self._file(each)

    def nu(self, kind: type[R], record_id: str) -> R | None:
        """A record as it would be now."""
        found = self._now.get(record_id)
        return found if isinstance(found, kind) else None

    def van(self, kind: type[R], leerling: str) -> list[R]:
        """The records of a kind that belong to a pupil."""
        return [each for one in self._of_pupil[kind.kind, leerling] if (each := self.nu(kind, one)) is not None]

    def alle(self, kind: type[R]) -> list[R]:
        """All records of a kind."""
        return [each for each in self._now.values() if isinstance(each, kind)]

    def doe(self, stappen: Iterable[Stap], regel: int) -> None:
        """Take over what a row says: all of it, or nothing.

        Parameters:
            regel: line of the row.

        Raises:
            Afgekeurd: an earlier row says something else about the same.
        """
        steps = list(stappen)
        for step in steps:
            for name in step.gezegd:
                value, line = self._said.get((step.record.id, name), (getattr(step.record, name), regel))
                if value != getattr(step.record, name):
                    raise tegenspraak(line, _WAT.get(name, name))
        for step in steps:
            self._now[step.record.id] = step.record
            self._file(step.record)
            for name in step.gezegd:
                self._said.setdefault((step.record.id, name), (getattr(step.record, name), regel))

    def werk(self) -> tuple[Werk, ...]:
        """What has to be written, in an order in which every reference leads to something."""
        found = [each for record in self._now.values() if (each := self._difference(record)) is not None]
        return tuple(sorted(found, key=lambda each: SOORTEN.index(each.soort)))

    def _difference(self, record: Record) -> Werk | None:
        before = self._before.get(record.id)
        if before is None:
            return Werk(record.kind, record.id, True, values_of(record))
        if before is record:
            return None
        names = [each.name for each in fields(record)]
        changed = {name: getattr(record, name) for name in names if getattr(record, name) != getattr(before, name)}
        return Werk(record.kind, record.id, False, changed) if changed else None

    def _file(self, record: Record) -> None:
        leerling = getattr(record, "leerling", None)
        if leerling:
            self._of_pupil[record.kind, leerling][record.id] = None


def tegenspraak(regel: int, wat: str) -> Afgekeurd:
    """The error for two rows that disagree.

    Parameters:
        regel: line of the earlier one.
        wat: about what, in words.
    """
    return Afgekeurd(f"Regel {regel} zegt iets anders over {wat}; maak de regels gelijk of haal er een weg.")


def stap(record: R, tekst: str = "", **velden: Any) -> Stap:
    """A step that gives a record other values.

    Parameters:
        tekst: what changes, in words; left out of the step when nothing does.
    """
    becomes = replace(record, **velden)
    return Stap(becomes, tuple(velden), tekst if becomes != record else "")


def nieuw(record: Record, tekst: str, *gezegd: str) -> Stap:
    """A step that adds a record."""
    return Stap(record, gezegd, tekst)


_WAT = {
    "telefoon": "de telefoon van deze ouder",
    "email": "het e-mailadres van deze ouder",
    "adres": "het adres van deze ouder",
    "tolk": "de tolk van deze ouder",
    "bijzonderheden": "de bijzonderheden van deze ouder",
    "naam": "de naam van deze ouder",
    "relatie": "de relatie van deze ouder tot het kind",
    "gezag": "het gezag van deze ouder",
    "eigen_gesprek": "het aparte gesprek van deze ouder",
    "toelichting": "de toelichting bij het niveau",
    "tot": "de einddatum van dit plan",
    "gezin": "het gezin van dit kind",
}
"""Fields in words, for when two rows disagree."""
