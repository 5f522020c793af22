"""The school, its staff and its groups."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from app.models.namen import volledige_naam
from app.models.records import SEARCHED, Record

ROLLEN: dict[str, str] = {
    "ib": "intern begeleider",
    "leerkracht": "leerkracht",
    "directeur": "directeur",
    "onderwijsassistent": "onderwijsassistent",
    "vakleerkracht": "vakleerkracht",
    "overig": "anders",
}
"""Roles of staff with the words on screen. A role grants no right: everyone with a key reads the whole archive."""


REGIOS: dict[str, str] = {"noord": "Noord", "midden": "Midden", "zuid": "Zuid"}
"""Holiday regions, with the words on screen."""


def schooljaar_op(day: date) -> str:
    """The school year that a day belongs to, e.g. `2026-2027`; by law it begins on 1 August (WPO, article 1)."""
    first = day.year if day.month >= 8 else day.year - 1
    return f"{first}-{first + 1}"


def is_schooljaar(text: str) -> bool:
    """Whether text is two years in a row as a school year is written, e.g. `2026-2027`."""
    first, _, last = text.partition("-")
    plain = text.isascii() and len(first) == len(last) == len("2026") and first.isdecimal() and last.isdecimal()
    return plain and 1900 <= int(first) == int(last) - 1 < 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class School(Record):
    """The one school of this archive.

    Attributes:
        regio: holiday region, `noord`, `midden` or `zuid`.
        schooljaar: e.g. `2026-2027`.
    """

    kind: ClassVar[str] = "school"
    naam: str = ""
    plaats: str = ""
    brin: str = ""
    regio: str = "midden"
    schooljaar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Medewerker(Record):
    """Someone of the staff.

    Attributes:
        rollen: keys of `ROLLEN`.
        bron_key: key in the pupil administration (EDEXML), empty when entered by hand.
        uit_dienst_op: ISO date from which the person no longer works here, or None.
    """

    kind: ClassVar[str] = "medewerker"
    roepnaam: str = field(default="", metadata=SEARCHED)
    voorvoegsel: str = field(default="", metadata=SEARCHED)
    achternaam: str = field(default="", metadata=SEARCHED)
    rollen: tuple[str, ...] = ("leerkracht",)
    email: str = ""
    bron_key: str = ""
    uit_dienst_op: str | None = None

    @property
    def naam(self) -> str:
        """Name as it is shown and written in reports, e.g. `Joke van Dijk`."""
        return volledige_naam(self.roepnaam, self.voorvoegsel, self.achternaam)


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep(Record):
    """A group of pupils in one school year.

    Attributes:
        jaargroepen: the years taught in it, e.g. `("5", "6")` for a combination group. A pupil's own jaargroep leads.
        leerkrachten: ids of `Medewerker`; more than one for duo teachers.
        bron_keys: keys of this group in EDEXML; several where the administration splits a combination group.
        opgeheven_op: ISO date from which the group no longer exists, or None.
        dagen: `{weekday (ma, di, wo, do, vr): id of the Medewerker whose day it is}`, for duo teachers.
        verslag_door: id of the `Medewerker` who reports conversations; None: whose day it is, else the first teacher.
    """

    kind: ClassVar[str] = "groep"
    naam: str = field(default="", metadata=SEARCHED)
    schooljaar: str = ""
    jaargroepen: tuple[str, ...] = ()
    leerkrachten: tuple[str, ...] = ()
    bron_keys: tuple[str, ...] = ()
    opgeheven_op: str | None = None
    dagen: dict[str, str] = field(default_factory=dict)
    verslag_door: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervanging(Record):
    """Somebody stands in for a teacher of a group for a while, and holds and reports the conversations in that time.

    Attributes:
        medewerker: id of who stands in.
        vervangt: id of the teacher who is away, or empty for all of the group.
        tot: last day, inclusive, or None while it is not known.
    """

    kind: ClassVar[str] = "vervanging"
    groep: str = ""
    medewerker: str = ""
    vervangt: str = ""
    van: date | None = None
    tot: date | None = None


def in_groep(naam: str) -> str:
    """A group's name within a sentence: `groep 5/6`, but `de Bevers` as it is."""
    return f"groep {naam}" if naam[:1].isdigit() else naam
