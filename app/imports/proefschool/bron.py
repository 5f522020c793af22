"""Reads the data files of the Proefschool, with all their days moved to around today."""

import csv
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

from app.imports.proefschool.schooldagen import Kalender, Verschuiving, begin_schooljaar
from app.models.datums import MAANDEN, MAANDEN_KORT, plus_maanden
from app.resources import resource

FOLDER = "proefschool"

_NAMED_DAY = re.compile(r"\{(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?\}")
"""A day in a text, `{2026-10-12}`, or a period, `{2026-09-07/2026-10-16}`."""


class Bron:
    """The data files as they read today.

    Parameters:
        vandaag: around which the days must fall.

    Attributes:
        vandaag: the school day that counts as today.
        schooljaar: its school year, e.g. `2026-2027`.
    """

    def __init__(self, vandaag: date) -> None:
        self._school = _toml("school.toml")
        toen = self._school["vandaag"]
        self.verschuif = Verschuiving(lees_kalender(), toen, vandaag)
        self.vandaag = self.verschuif(toen)
        begin = begin_schooljaar(self.vandaag)
        self.schooljaar = f"{begin}-{begin + 1}"
        self._jaren = begin - begin_schooljaar(toen)

    def school(self) -> dict[str, Any]:
        """The school with its staff, groups and periods."""
        return self._moved_table(self._school)

    def toml(self, *parts: str) -> dict[str, Any]:
        """A file; every day in it, also within texts, is moved."""
        return self._moved_table(_toml(*parts))

    def csv(self, name: str) -> list[dict[str, str]]:
        """The rows of a table by the names of their columns, as they stand."""
        with resource(FOLDER, name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    def besprekingen(self) -> Iterator[dict[str, Any]]:
        """The meetings, in order; each is a file of its own."""
        for path in sorted(resource(FOLDER, "besprekingen").glob("*.toml")):
            yield self.toml("besprekingen", path.name)

    def verjaar(self, geboortedatum: date) -> date:
        """A date of birth, moved by whole years, so that the child fits its jaargroep now."""
        return plus_maanden(geboortedatum, 12 * self._jaren)

    def _moved_table(self, table: dict[str, Any]) -> dict[str, Any]:
        return {key: self._moved(each) for key, each in table.items()}

    def _moved(self, value: Any) -> Any:
        match value:
            case dict():
                return self._moved_table(value)
            case list():
                return [self._moved(each) for each in value]
            case date():
                return self.verschuif(value)
            case str():
                return _NAMED_DAY.sub(self._worded, value.strip())
        return value

    def _worded(self, found: re.Match[str]) -> str:
        first = self.verschuif(date.fromisoformat(found[1]))
        if found[2] is None:
            return f"{first.day} {MAANDEN[first.month - 1]}"
        last = self.verschuif(date.fromisoformat(found[2]))
        return " – ".join(dict.fromkeys(MAANDEN_KORT[each.month - 1] for each in (first, last)))


def lees_kalender() -> Kalender:
    """The school days of the region in which the Proefschool stands."""
    table = _toml("schooldagen.toml")
    return Kalender(table["eerste"], table["laatste"], [(first, last) for first, last in table["vakanties"]])


def _toml(*parts: str) -> dict[str, Any]:
    return tomllib.loads(resource(FOLDER, *parts).read_text(encoding="utf-8"))
