"""Reads one table of a TOML file that people edit by hand, and says in one sentence what is wrong with it."""

import re
import tomllib
from collections.abc import Collection
from datetime import date
from difflib import get_close_matches
from typing import Any

_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
_LINE = re.compile(r"at line (\d+)")
_MOST_SHOWN = 60


class DefinitionError(ValueError):
    """A definition that people can edit is wrong. Its text is one Dutch sentence: file, place, what to do."""


def parse_toml(text: str, source: str) -> "Table":
    """Read TOML.

    Parameters:
        text: the contents of the file.
        source: name of the file, as people know it.

    Raises:
        DefinitionError: it is no TOML; names the line.
    """
    try:
        return Table(tomllib.loads(text), source)
    except RecursionError:
        raise DefinitionError(f"In {source}: er zitten te veel haakjes in elkaar; haal er haakjes weg.") from None
    except ValueError as error:
        found = _LINE.search(str(error))
        where = f"regel {found.group(1)}" if found else "het eind van het bestand"
        raise DefinitionError(
            f"In {source}, {where}: dit is geen goede TOML; kijk of er een aanhalingsteken, haakje of = mist,"
            " of dat iets dubbel staat."
        ) from None


def quoted(value: object) -> str:
    """A value from the file in quotation marks, short enough for a sentence."""
    text = " ".join(str(value).split())
    return f"‘{text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + '…'}’"


def suggestion(value: str, allowed: Collection[str]) -> str:
    """What to write instead: the word that was probably meant, else all that are possible."""
    meant = get_close_matches(value, allowed, n=1)
    return f"waarschijnlijk bedoel je {quoted(meant[0])}" if meant else f"kies uit {', '.join(allowed)}"


class Table:
    """One table, read key by key.

    Parameters:
        values: the table as parsed.
        around: where it stands: file, section, field.
        part: what it is called there.

    Raises (all methods):
        DefinitionError: the value is missing, of another type, or not one of those allowed.
    """

    def __init__(self, values: object, around: str, part: str = "") -> None:
        self._around = around
        self.place = f"{around}, {part}" if part else around
        if not isinstance(values, dict):
            raise self.error(f"hier hoort een tabel te staan, geen {quoted(values)}", "zet de gegevens tussen { en }")
        self._values: dict[str, Any] = values

    def rename(self, part: str) -> None:
        """Call this table by its id instead of its number."""
        self.place = f"{self._around}, {part}"

    def error(self, what: str, advice: str) -> DefinitionError:
        """The error for this table: what is wrong, and what to do."""
        return DefinitionError(f"In {self.place}: {what}; {advice}.")

    def only(self, known: Collection[str]) -> None:
        """Refuse keys that mean nothing here."""
        for key in self._values:
            if key not in known:
                raise self.error(f"{quoted(key)} kan hier niet staan", suggestion(key, known))

    def refuse(self, key: str, because: str) -> None:
        """Refuse a key that has a meaning, but not here."""
        if key in self._values:
            raise self.error(f"{quoted(key)} hoort niet {because}", "haal het weg")

    def has(self, key: str) -> bool:
        """Whether something is said about a key."""
        return key in self._values

    def text(self, key: str, *, required: bool = False, default: str = "") -> str:
        """A text, without white space around it."""
        if key not in self._values and not required:
            return default
        value = self._values.get(key, "")
        if not isinstance(value, str):
            raise self.error(f"{quoted(key)} moet tekst zijn", "zet het tussen aanhalingstekens")
        if required and not value.strip():
            raise self.error(f"{quoted(key)} ontbreekt", "vul het in")
        return value.strip()

    def identifier(self, key: str = "id") -> str:
        """An id: small letters, digits and underscores."""
        value = self.text(key, required=True)
        if not _ID.fullmatch(value):
            raise self.error(
                f"{key} {quoted(value)} kan niet",
                "gebruik kleine letters, cijfers en _, te beginnen met een letter, hoogstens 60 tekens",
            )
        return value

    def one_of(self, key: str, allowed: Collection[str], *, required: bool = False, default: str = "") -> str:
        """One of the allowed words."""
        if key not in self._values and not required:
            return default
        value = self.text(key, required=True)
        if value not in allowed:
            raise self.error(f"{key} {quoted(value)} bestaat niet", suggestion(value, allowed))
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """`true` or `false`."""
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            raise self.error(f"{quoted(key)} moet true of false zijn", "schrijf het zonder aanhalingstekens")
        return value

    def number(self, key: str, *, default: int | None = None, most: int = 10_000) -> int:
        """A whole number from 1."""
        value = self._values.get(key, default)
        if value is None:
            raise self.error(f"{quoted(key)} ontbreekt", "vul een getal in")
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self.error(f"{quoted(key)} moet een heel getal zijn", f"kies een getal van 1 tot en met {most}")
        return value

    def day(self, key: str) -> date:
        """A date."""
        value = self._values.get(key)
        if type(value) is not date:
            raise self.error(
                f"{quoted(key)} moet een datum zijn", "schrijf hem als 2026-08-31, zonder aanhalingstekens"
            )
        return value

    def period(self, key: str) -> tuple[date, date]:
        """A first and a last day."""
        value = self._values.get(key)
        if not isinstance(value, list) or len(value) != 2 or not all(type(each) is date for each in value):
            raise self.error(f"{quoted(key)} moet twee datums zijn", "schrijf ze als [2026-10-17, 2026-10-25]")
        if value[0] > value[1]:
            raise self.error(f"{quoted(key)} eindigt eerder dan het begint", "draai de twee datums om")
        return value[0], value[1]

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self.error(f"{quoted(key)} moet een lijst teksten zijn", 'schrijf het als ["een", "twee"]')
        if required and not value:
            raise self.error(f"{quoted(key)} ontbreekt", "noem er ten minste een")
        return tuple(each.strip() for each in value)

    def table(self, key: str, part: str) -> "Table | None":
        """A table inside this one, or None."""
        return Table(self._values[key], self.place, part) if key in self._values else None

    def tables(self, key: str, part: str, *, required: bool = False) -> list["Table"]:
        """A list of tables; each is placed as `part` with its number until its id is known."""
        value = self._values.get(key, [])
        if not isinstance(value, list):
            raise self.error(f"{quoted(key)} moet een lijst zijn", "zet het tussen [ en ], of gebruik dubbele haken")
        if required and not value:
            raise self.error(f"{quoted(key)} ontbreekt", f"voeg ten minste één {part} toe")
        return [Table(each, self.place, f"{part} {number}") for number, each in enumerate(value, 1)]
