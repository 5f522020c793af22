"""A school year as the school fills it in: its days off, its reports, its policy, and who sat in which group."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from app.models.records import Record

VRIJ_SOORTEN: dict[str, str] = {"vakantie": "vakantie", "studiedag": "studiedag", "vrij": "vrije dag"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Schooljaar(Record):
    """What the school decided about one school year. One record per year; a year without one has all defaults.

    Attributes:
        naam: e.g. `2026-2027`.
        regio: holiday region in that year, key of `REGIOS`; empty: that of the school.
        eerste_dag: first school day, or None for the first Monday after the summer holiday.
        laatste_dag: last school day, or None for the last Friday before the summer holiday.
        rapporten: `{report period of the policy: ISO date on which the report comes out}`.
        beleid: id of the shipped policy or of the `Gespreksbeleid` that holds this year; empty for the default.
    """

    kind: ClassVar[str] = "schooljaar"
    naam: str = ""
    regio: str = ""
    eerste_dag: date | None = None
    laatste_dag: date | None = None
    rapporten: dict[str, str] = field(default_factory=dict)
    beleid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VrijePeriode(Record):
    """Days without school that this school chose itself, or a shipped holiday on other dates.

    Attributes:
        schooljaar: e.g. `2026-2027`.
        soort: key of `VRIJ_SOORTEN`.
        vakantie: key of the shipped holiday whose dates these replace (`herfst`, `kerst`, ...), or empty.
        van: first day off; None with a `vakantie` that this school does not have.
        tot: last day off, inclusive; None for one day.
    """

    kind: ClassVar[str] = "vrijeperiode"
    schooljaar: str = ""
    soort: str = "studiedag"
    naam: str = ""
    vakantie: str = ""
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gespreksbeleid(Record):
    """A school's own conversation policy: a copy of a shipped one that was adapted.

    Attributes:
        basis: name of the shipped policy it was copied from.
        tekst: the TOML.
    """

    kind: ClassVar[str] = "gespreksbeleid"
    naam: str = ""
    basis: str = ""
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsing(Record):
    """Which pupil sat in which group in a school year that is over; for the present year `Leerling.groep` says it."""

    kind: ClassVar[str] = "plaatsing"
    schooljaar: str = ""
    leerling: str = ""
    groep: str = ""
    jaargroep: str = ""
