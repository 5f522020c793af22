"""What a school administration handed over (EDEXML), after reading and before anything is decided.

A `...Regel` is one pupil, group or member of staff as the file has it. Empty text or None always means that the file
does not hold it; what a file does not hold is never overwritten. Fields that may not be kept (bsn, afkomst, gewicht,
postcode, ...) have no place here at all.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from app.models.ids import new_id
from app.models.namen import volledige_naam

DUMMY = "#"
"""A key that starts with this is not stable: the next file gives the same person another one (EDEXML 2.1, manual)."""

COMBINATIE = "C"
"""Jaargroep of a combination group: the years stand with its pupils."""

HISTORISCH = "H"
"""Jaargroep of pupils who have left."""


def is_stabiel(key: str) -> bool:
    """Whether a key identifies the same person or group in every next file."""
    return bool(key) and not key.startswith(DUMMY)


def is_voorletters(text: str) -> bool:
    """Whether a given name is only initials, e.g. `J.` or `JM`."""
    return _VOORLETTERS.fullmatch(text) is not None


_VOORLETTERS = re.compile(r"(?:[^\W\d_a-z]\.){1,6}|[^\W\d_a-z]{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarschuwing:
    """Something in the file that could not be used; the rest of it can.

    Attributes:
        regel: line number in the file, from 1; 0 when it is about the file as a whole.
        wie: whom it is about, in words.
        tekst: one Dutch sentence: what is wrong and what was done about it.
    """

    regel: int
    wie: str
    tekst: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (f"regel {self.regel}" if self.regel else "", self.wie) if part)
        return f"{where}: {self.tekst}" if where else self.tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One row of the file.

    Attributes:
        id: the identity the record will get if it turns out to be new; stays the same as long as this row is in memory.
        regel: line number in the file where it begins.
        key: key in the administration, empty when missing.
    """

    id: str = field(default_factory=new_id, compare=False)
    regel: int = field(default=0, compare=False)
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepRegel(Regel):
    """A group.

    Attributes:
        jaargroep: code of EDEXML (`1` to `8`, `C`, `S`, ...), empty when unknown.
        samengesteld: True for a `samengestelde_groep`, which stands beside the pupils' own groups.
    """

    naam: str = ""
    jaargroep: str = ""
    samengesteld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonRegel(Regel):
    """What pupils and staff share: a name, of which any part may be missing."""

    roepnaam: str = ""
    voornamen: str = ""
    voorvoegsel: str = ""
    achternaam: str = ""
    eckid: str = ""

    @property
    def naam(self) -> str:
        """Name in reading order; the first given name stands in where there is no roepnaam."""
        return volledige_naam(self.roepnaam or self.voornamen.split(" ")[0], self.voorvoegsel, self.achternaam)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerlingRegel(PersoonRegel):
    """A pupil.

    Attributes:
        geslacht: `jongen`, `meisje` or empty.
        jaargroep: the pupil's own; empty when only the group tells.
        groep: key of the group, empty when none or unknown.
        samengesteld: keys of the samengestelde groepen the pupil is in as well.
        vestiging: key of the location.
    """

    geboortedatum: date | None = None
    geslacht: str = ""
    jaargroep: str = ""
    groep: str = ""
    samengesteld: tuple[str, ...] = ()
    vestiging: str = ""
    instroomdatum: date | None = None
    uitstroomdatum: date | None = None

    def is_vertrokken(self, vandaag: date) -> bool:
        """Whether the file says that the pupil has left: marked as historical, or the last day has passed."""
        return self.jaargroep == HISTORISCH or (self.uitstroomdatum is not None and self.uitstroomdatum < vandaag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppeling:
    """That a member of staff works with a group.

    Attributes:
        groep: key of the group.
        rollen: keys of `ROLLEN` in this group; empty when the file tells only that there is a tie.
    """

    groep: str
    rollen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkerRegel(PersoonRegel):
    """A member of staff. The roles describe; they never give a right (EDEXML 2.1, manual)."""

    email: str = ""
    rollen: tuple[str, ...] = ()
    groepen: tuple[Koppeling, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanlevering:
    """One file, read whole.

    Attributes:
        bron: name of the file, to show.
        schooljaar: e.g. `2026-2027`; empty when the file does not say.
        brin: code of the school, empty when the file does not say.
        gemaakt_op: day on which the administration made the file.
        vestigingen: name of each location by its key.
        medewerkers: None when the file has no staff at all, which says nothing about who works here.
        overgeslagen: keys and ECK iDs of pupils whose row could not be used; they are not gone.
    """

    bron: str = ""
    schooljaar: str = ""
    brin: str = ""
    gemaakt_op: date | None = None
    vestigingen: dict[str, str] = field(default_factory=dict)
    groepen: tuple[GroepRegel, ...] = ()
    leerlingen: tuple[LeerlingRegel, ...] = ()
    medewerkers: tuple[MedewerkerRegel, ...] | None = None
    waarschuwingen: tuple[Waarschuwing, ...] = ()
    overgeslagen: frozenset[str] = frozenset()
