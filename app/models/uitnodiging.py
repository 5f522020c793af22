"""Who is invited to a conversation, and in how many letters (policy on conversations: separated parents)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.models.contact import Contact
from app.models.gesprek import OVERIG, Gesprek
from app.models.gespreksbeleid.definition import Soort
from app.models.gespreksregels import met_leerling
from app.models.leerling import Leerling, Ouder, Ouderschap
from app.models.route import Mpo

OuderBij = tuple[Ouder, Ouderschap]
"""A parent with the tie to the pupil."""


MEERPARTIJENOVERLEG = "meerpartijenoverleg"
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
        agenda: what is spoken about, a point on each line, or empty.
        van: who signs; else who holds it.
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
    agenda: str = ""
    van: str = ""


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


def mpo_brieven(
    mpo: Mpo, leerling: Leerling, groep: str, ouders: Sequence[OuderBij], partijen: Sequence[Contact], van: str
) -> tuple[Brief, ...]:
    """The letters that invite to an MPO: to the parents who are asked, one per address, and to each of the parties.

    Parameters:
        groep: name of the pupil's group, or empty.
        partijen: contacts who are asked.
        van: who signs.
    """
    parents = _households(each for each in ouders if each[0].naam in mpo.anderen)
    readers = [(tuple(ouder.naam for ouder, _ in household), household) for household in parents]
    readers += [((each.naam,), []) for each in partijen]
    return tuple(
        Brief(
            leerling=leerling.naam,
            roepnaam=_roepnaam(leerling),
            groep=groep,
            aan=names,
            adres=_adres(household),
            soort=MEERPARTIJENOVERLEG,
            datum=mpo.datum,
            tijd=mpo.tijd,
            minuten=0,
            met=(*(each.naam_met_rol for each in partijen), *mpo.anderen),
            plaats=mpo.plaats,
            met_leerling=False,
            waarover="",
            talen=_talen(household),
            agenda=mpo.agenda.strip(),
            van=van,
        )
        for names, household in readers
    )


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
    return Brief(
        leerling=leerling.naam,
        roepnaam=_roepnaam(leerling),
        groep=om.groep,
        aan=tuple(ouder.naam for ouder, _ in household),
        adres=_adres(household),
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
        talen=_talen(household),
    )


def _roepnaam(leerling: Leerling) -> str:
    return leerling.roepnaam or leerling.voornamen.split(" ")[0] or leerling.naam


def _adres(household: Iterable[OuderBij]) -> str:
    return next((each.adres.strip() for each, _ in household if each.adres.strip()), "")


def _talen(household: Iterable[OuderBij]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.tolk.strip() for each, _ in household if each.tolk.strip()))
