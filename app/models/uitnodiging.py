"""Who is invited to a conversation, and in how many letters (policy on conversations: separated parents)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.models.gesprek import OVERIG, Gesprek
from app.models.gespreksbeleid.definition import Soort
from app.models.gespreksregels import met_leerling
from app.models.leerling import Leerling, Ouder, Ouderschap

OuderBij = tuple[Ouder, Ouderschap]
"""A parent with the tie to the pupil."""


GESPREK = "gesprek"
"""What a conversation outside the moments is called in a letter."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One letter: to everybody who reads it at one address.

    Attributes:
        leerling, roepnaam: whole name and first name of the pupil.
        groep: name of the group, or empty.
        aan: names of the parents it is written to; empty when none is known.
        adres: of the first of them, or empty.
        soort: what the kind of conversation is called in a sentence, e.g. `startgesprek`.
        datum, tijd, minuten: when and how long; None, empty and 0 while not known.
        met: who holds it, and who else of school or from outside is there.
        plaats: where, or empty.
        met_leerling: whether the pupil comes along.
        waarover: what it is about, in one line.
        plan: plan that is discussed as well, e.g. `handelingsplan`, or empty.
        over_plan: whether the conversation is about that plan only.
        bijlage: the school's own text.
        talen: languages for which an interpreter is there.
    """

    leerling: str
    roepnaam: str
    groep: str
    aan: tuple[str, ...]
    adres: str
    soort: str
    datum: date | None
    tijd: str
    minuten: int
    met: tuple[str, ...]
    plaats: str
    met_leerling: bool
    waarover: str
    plan: str = ""
    over_plan: bool = False
    bijlage: str = ""
    talen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """What a letter tells besides what stands in the conversation itself.

    Attributes:
        groep: name of the pupil's group, or empty.
        met: who holds the conversation, with the function.
        plaats: where it is.
        plan: plan that is discussed, in words, or empty.
    """

    groep: str = ""
    met: tuple[str, ...] = ()
    plaats: str = "op school"
    plan: str = ""


def brieven(
    gesprek: Gesprek, soort: Soort, leerling: Leerling, ouders: Sequence[OuderBij], om: Omstandigheden
) -> tuple[Brief, ...]:
    """The letters that invite to one conversation; none when no parents come to this kind.

    A parent with an own conversation is the only one invited to it. Else all who get information are: in one letter
    per address, and apart where they have their conversations apart.
    """
    if not soort.ouders:
        return ()
    households = _households(_invited(gesprek, ouders))
    return tuple(_brief(gesprek, soort, leerling, household, om) for household in households or [[]])


def _invited(gesprek: Gesprek, ouders: Sequence[OuderBij]) -> list[OuderBij]:
    if gesprek.ouder:
        return [each for each in ouders if each[0].id == gesprek.ouder]
    return [each for each in ouders if each[1].informatie] or list(ouders)


def _households(ouders: Iterable[OuderBij]) -> list[list[OuderBij]]:
    """Parents who read the same letter; one without an address belongs with the first."""
    found: dict[str, list[OuderBij]] = {}
    for ouder, tie in ouders:
        address = "".join(ouder.adres.casefold().split())
        key = ouder.id if tie.eigen_gesprek else address or next(iter(found), "")
        found.setdefault(key, []).append((ouder, tie))
    return list(found.values())


def _brief(gesprek: Gesprek, soort: Soort, leerling: Leerling, household: list[OuderBij], om: Omstandigheden) -> Brief:
    ouders = [ouder for ouder, _ in household]
    return Brief(
        leerling=leerling.naam,
        roepnaam=leerling.roepnaam or leerling.voornamen.split(" ")[0] or leerling.naam,
        groep=om.groep,
        aan=tuple(each.naam for each in ouders),
        adres=next((each.adres.strip() for each in ouders if each.adres.strip()), ""),
        soort=GESPREK if soort.id == OVERIG else f"{soort.titel[:1].lower()}{soort.titel[1:]}",
        datum=gesprek.datum,
        tijd=gesprek.tijd,
        minuten=gesprek.minuten or soort.minuten,
        met=(*om.met, *gesprek.aanwezig),
        plaats=om.plaats,
        met_leerling=met_leerling(gesprek, soort, leerling.jaargroep),
        waarover=gesprek.aanleiding.strip() or soort.waarover,
        plan=om.plan,
        over_plan=bool(gesprek.extra),
        bijlage=soort.bijlage.strip(),
        talen=tuple(dict.fromkeys(each.tolk.strip() for each in ouders if each.tolk.strip())),
    )
