"""People outside the school with whom one works around a pupil: in one list, chosen everywhere, never typed twice."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from app.models.records import SEARCHED, Record

CONTACTROLLEN: dict[str, str] = {
    "ib": "intern begeleider",
    "directeur": "directeur",
    "rvz": "regievoerder zorgplicht",
    "coordinator": "coördinator deelverband",
    "swv": "management samenwerkingsverband",
    "beleid": "beleidsmedewerker samenwerkingsverband",
    "consulent": "consulent passend onderwijs",
    "onderwijsconsulent": "onderwijsconsulent",
    "kernpartner": "kernpartner",
    "leerplicht": "leerplichtambtenaar",
    "deskundige": "deskundige",
    "overig": "anders",
}
"""Roles of contacts, with the words on screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """Somebody outside, or an intern begeleider of another school.

    Attributes:
        rol: key of `CONTACTROLLEN`.
        organisatie: school, bureau or service.
        bestuur: schoolbestuur, of a regievoerder zorgplicht.
        deelverband: of a coördinator.
        gearchiveerd_op: ISO date from which the contact is no longer chosen, or None.
    """

    kind: ClassVar[str] = "contact"
    naam: str = field(default="", metadata=SEARCHED)
    rol: str = "overig"
    organisatie: str = field(default="", metadata=SEARCHED)
    bestuur: str = field(default="", metadata=SEARCHED)
    deelverband: str = field(default="", metadata=SEARCHED)
    telefoon: str = ""
    email: str = ""
    opmerking: str = field(default="", metadata=SEARCHED)
    gearchiveerd_op: str | None = None

    @property
    def rolwoord(self) -> str:
        """The role in words."""
        return CONTACTROLLEN.get(self.rol, self.rol)

    @property
    def naam_met_rol(self) -> str:
        """Name and role, e.g. `P. van Hout (regievoerder zorgplicht)`; `anders` tells nothing."""
        return self.naam if self.rol == "overig" else f"{self.naam} ({self.rolwoord})"

    @property
    def functie(self) -> str:
        """The role with what it is for, e.g. `regievoerder zorgplicht · Stichting Het Anker`."""
        parts = (self.rolwoord, self.organisatie, self.bestuur, self.deelverband)
        return " · ".join(dict.fromkeys(part for part in parts if part))


_REGELS = ("naam", "organisatie", "bestuur", "deelverband", "telefoon", "email")


def samengevoegd(een: Contact, ander: Contact) -> tuple[Contact, Contact]:
    """One contact of two that are the same person.

    The one that is still chosen, and of those the one of whom most is known, stays. What it lacks comes from the other;
    what the other says differently goes to the remark, so that no address or number is lost.

    Returns:
        The one that stays, as it becomes, and the one that goes.
    """
    blijft, gaat = sorted((een, ander), key=lambda each: (each.gearchiveerd_op is not None, -_bekend(each)))
    lacking = {name: getattr(gaat, name) for name in _REGELS if not getattr(blijft, name)}
    others = [
        getattr(gaat, name)
        for name in _REGELS
        if getattr(gaat, name).casefold() not in ("", getattr(blijft, name).casefold()) and name not in lacking
    ]
    remarks = dict.fromkeys((blijft.opmerking, gaat.opmerking, f"ook: {', '.join(others)}" if others else ""))
    rol = gaat.rol if blijft.rol == "overig" else blijft.rol
    return replace(blijft, **lacking, rol=rol, opmerking="; ".join(filter(None, remarks))), gaat


def _bekend(contact: Contact) -> int:
    return sum(bool(getattr(contact, name)) for name in _REGELS) + (contact.rol != "overig")
