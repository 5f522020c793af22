"""Reads the files of the Proefschool, with every day moved. They ship with the program: a mistake in them is ours."""

import csv
import re
import tomllib
from datetime import date
from typing import Any

from app.imports.proefschool.schooldagen import Kalender, Verschuiving, begin_schooljaar
from app.models.datums import MAANDEN_KORT, lang, plus_maanden
from app.models.ids import derived_id
from app.resources import resource

FOLDER = "proefschool"
_PLACE = re.compile(r"\{(\d{4}-\d{2}-\d{2})(?:/(\d{4}-\d{2}-\d{2}))?\}")
_MONTH = re.compile(r"\{(\d{4}-\d{2})(?:/(\d{4}-\d{2}))?\}")


class Bron:
    """The files, as if they were written around another day.

    Parameters:
        vandaag: the day around which the school's year lies.

    Attributes:
        vandaag: the school day that takes the place of today.
    """

    def __init__(self, vandaag: date) -> None:
        days, anchor = _raw("schooldagen.toml"), _raw("school.toml")["vandaag"]
        calendar = Kalender(days["eerste"], days["laatste"], [(van, tot) for van, tot in days["vakanties"]])
        self._move = Verschuiving(calendar, anchor, vandaag)
        self._years = begin_schooljaar(vandaag) - begin_schooljaar(anchor)
        self.vandaag = self._move(anchor)
        first = begin_schooljaar(self.vandaag)
        self.schooljaar = f"{first}-{first + 1}"

    def toml(self, *path: str) -> dict[str, Any]:
        """A TOML file."""
        return {key: self._moved(value) for key, value in _raw(*path).items()}

    def tabel(self, name: str) -> list[dict[str, str]]:
        """A table: a row per line, by the names in its first line; days in it are not moved."""
        with resource(FOLDER, name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    def school(self) -> dict[str, Any]:
        """The school, its staff, groups and periods."""
        return self.toml("school.toml")

    def besprekingen(self) -> list[dict[str, Any]]:
        """The meetings, the oldest first."""
        names = sorted(path.name for path in resource(FOLDER, "besprekingen").glob("*.toml"))
        return [self.toml("besprekingen", name) for name in names]

    def dag(self, text: str) -> date | None:
        """A school day out of a table, moved; None where the cell is empty."""
        return self._move(date.fromisoformat(text)) if text else None

    def geboren(self, text: str) -> date:
        """A birthday, moved by whole years so that the child keeps its group."""
        return plus_maanden(date.fromisoformat(text), 12 * self._years)

    def _moved(self, value: Any) -> Any:
        if isinstance(value, date):
            return self._move(value)
        if isinstance(value, str):
            return _MONTH.sub(self._months, _PLACE.sub(self._words, value)).strip("\n")
        if isinstance(value, dict):
            return {key: self._moved(each) for key, each in value.items()}
        return [self._moved(each) for each in value] if isinstance(value, list) else value

    def _words(self, found: re.Match[str]) -> str:
        """A day in words, or a period by its months."""
        first = self._move(date.fromisoformat(found[1]))
        if found[2] is None:
            return lang(first)
        return _period(first, self._move(date.fromisoformat(found[2])))

    def _months(self, found: re.Match[str]) -> str:
        first = self._move(date.fromisoformat(f"{found[1]}-15"))
        return _period(first, self._move(date.fromisoformat(f"{found[2] or found[1]}-15")))


def sleutel(*parts: str) -> str:
    """Id of a record of the Proefschool, the same at every making."""
    return derived_id(FOLDER, *parts)


def _period(first: date, last: date) -> str:
    names = [MAANDEN_KORT[day.month - 1] for day in (first, last)]
    return names[0] if names[0] == names[1] else " – ".join(names)


def _raw(*path: str) -> dict[str, Any]:
    return tomllib.loads(resource(FOLDER, *path).read_text(encoding="utf-8"))
