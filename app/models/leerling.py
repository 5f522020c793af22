"""A pupil and what belongs to one: parents, family, support level and plans."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from app.models.namen import sorteernaam, volledige_naam
from app.models.records import SEARCHED, Record

NIVEAUS: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
"""Support levels (ondersteuningsniveau). From `EXTERN_VANAF` the IB'er and outside experts can join conversations."""

EXTERN_VANAF = 3

PLANSOORTEN: dict[str, str] = {
    "groepsplan": "groepsplan",
    "handelingsplan": "handelingsplan",
    "opp": "OPP",
}

GEZAG: dict[str, str] = {"ja": "heeft gezag", "nee": "geen gezag", "onbekend": "gezag nog niet bekend"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerling(Record):
    """A pupil.

    Attributes:
        jaargroep: `1` to `8`, or another code of the administration (`S`, `V`, ...); leads over the group's.
        geslacht: `jongen`, `meisje` or empty.
        groep: id of `Groep`, or None.
        gezin: id of `Gezin`, or None; brothers and sisters share one.
        bron_key: stable key in the pupil administration, empty when entered by hand or when EDEXML gave a dummy.
        eckid: the opaque ECK iD, or empty.
        gearchiveerd_op: ISO date from which the pupil has left; starts the retention term. None while at school.
    """

    kind: ClassVar[str] = "leerling"
    roepnaam: str = field(default="", metadata=SEARCHED)
    voornamen: str = field(default="", metadata=SEARCHED)
    voorvoegsel: str = field(default="", metadata=SEARCHED)
    achternaam: str = field(default="", metadata=SEARCHED)
    sorteernaam: str = ""
    geboortedatum: date | None = None
    geslacht: str = ""
    jaargroep: str = ""
    groep: str | None = None
    gezin: str | None = None
    bron_key: str = ""
    eckid: str = ""
    instroomdatum: date | None = None
    uitstroomdatum: date | None = None
    gearchiveerd_op: str | None = None

    @property
    def naam(self) -> str:
        """Name in reading order; the first given name stands in where there is no roepnaam."""
        return volledige_naam(self.roepnaam or self.voornamen.split(" ")[0], self.voorvoegsel, self.achternaam)


def met_sorteernaam(values: dict[str, object]) -> dict[str, object]:
    """Add the sort key to the values of a pupil that is about to be written.

    Parameters:
        values: must hold `roepnaam`, `voorvoegsel` and `achternaam`; `voornamen` is used without a roepnaam.
    """
    roepnaam = str(values.get("roepnaam") or values.get("voornamen") or "")
    key = sorteernaam(roepnaam, str(values.get("voorvoegsel", "")), str(values.get("achternaam", "")))
    return {**values, "sorteernaam": key}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezin(Record):
    """Links brothers and sisters; each pupil of it names it."""

    kind: ClassVar[str] = "gezin"
    naam: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouder(Record):
    """A parent or carer, once, whatever number of children they have here.

    Attributes:
        tolk: language for which an interpreter is needed in a conversation, or empty.
    """

    kind: ClassVar[str] = "ouder"
    naam: str = field(default="", metadata=SEARCHED)
    telefoon: str = ""
    email: str = ""
    adres: str = ""
    bijzonderheden: str = ""
    tolk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderschap(Record):
    """The tie between one parent or carer and one pupil.

    Attributes:
        relatie: in words, e.g. `moeder`, `pleegvader`, `voogd`.
        gezag: key of `GEZAG`; who has gezag is asked for consent (form A.6, section 7).
        eigen_gesprek: whether this parent has conversations apart from the other one, as separated parents may.
        informatie: whether invitations and reports also go to this parent's own address.
    """

    kind: ClassVar[str] = "ouderschap"
    leerling: str = ""
    ouder: str = ""
    relatie: str = ""
    gezag: str = "onbekend"
    volgorde: int = 0
    eigen_gesprek: bool = False
    informatie: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Niveau(Record):
    """An entry in the history of a pupil's support level; the latest one that has begun holds."""

    kind: ClassVar[str] = "niveau"
    leerling: str = ""
    niveau: int = 0
    vanaf: date | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """A groepsplan (of a group), a handelingsplan or an OPP (of a pupil), with its period.

    Attributes:
        soort: key of `PLANSOORTEN`.
        groep: id of `Groep` for a groepsplan.
        leerling: id of `Leerling` for a handelingsplan or OPP.
        groepsplan: for a handelingsplan, id of the groepsplan it is an annex of; it takes over its period
            (A.6, section 4).
        onderwerp: subject, e.g. `rekenen`.
        tot: last day, inclusive.
        formulier: for an OPP, id (`stam`) of the `Formulier` that holds it, or None.
    """

    kind: ClassVar[str] = "plan"
    soort: str = "handelingsplan"
    groep: str | None = None
    leerling: str | None = None
    groepsplan: str | None = None
    onderwerp: str = field(default="", metadata=SEARCHED)
    van: date | None = None
    tot: date | None = None
    opmerking: str = field(default="", metadata=SEARCHED)
    formulier: str | None = None
