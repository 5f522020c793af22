"""What a moment asks of one pupil: how many conversations, with whom, reported how and when.

Source of the rules: the policy on conversations with children and parents (domain rules in `resources/gespreksbeleid`).
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from app.models.gesprek import EXTRA, Gesprek
from app.models.gespreksbeleid.definition import Beleid, Soort
from app.models.groepsteam import verslaglegger
from app.models.kalender import Kalender
from app.models.records import covers
from app.models.school import Groep, Vervanging

LONGEST_TERM = timedelta(120)
"""Further back than this no report term reaches, summer holiday included."""


class Verwacht(NamedTuple):
    """One conversation that a pupil needs at a moment.

    Attributes:
        ouder: id of the `Ouder` with whom it is when parents each have their own, else None.
        extra: key of `EXTRA`: why there is one more.
    """

    leerling: str
    ouder: str | None = None
    extra: str = ""


def verwacht(
    leerling: str, soort: Soort, eigen: Collection[str], samen: bool, plannen: Collection[str]
) -> list[Verwacht]:
    """The conversations of one pupil at a moment of a kind.

    Parameters:
        eigen: ids of parents who have conversations of their own.
        samen: whether there are other parents besides, who come together.
        plannen: kinds of the plans the pupil has in that time.
    """
    extra = [each for each in soort.extra_bij if each in plannen]
    with_whom: list[str | None] = [None]
    if soort.ouders and eigen:
        with_whom = [*([None] if samen else []), *sorted(eigen)]
    return [Verwacht(leerling, ouder, why) for why in ("", *extra) for ouder in with_whom]


def vult(gesprek: Gesprek, line: Verwacht) -> bool:
    """Whether a conversation is the one that a line asks for, and not called off."""
    same = (gesprek.leerling, gesprek.ouder, gesprek.extra) == line
    return same and gesprek.staat in ("gepland", "gehouden", "niet_nodig") and gesprek.verwijderd_op is None


def gesprekstitel(gesprek: Gesprek, beleid: Beleid) -> str:
    """What kind of conversation it is, e.g. `Startgesprek over het OPP`.

    Parameters:
        beleid: the policy of its year.
    """
    soort = beleid.soort(gesprek.soort)
    return " ".join(filter(None, (soort.titel if soort else "Gesprek", EXTRA.get(gesprek.extra, ""))))


def verslag_uiterlijk(datum: date, beleid: Beleid, kalender: Kalender) -> date:
    """Last day on which the report of a conversation is in time.

    Parameters:
        datum: day of the conversation.
    """
    term = beleid.verslag
    if term.telt == "schooldagen":
        return kalender.plus_schooldagen(datum, term.dagen)
    return datum + timedelta(term.dagen)


def te_laat_tot(today: date, beleid: Beleid, kalender: Kalender) -> date:
    """The last day of conversation of which the report is overdue today; the same rule, read backwards."""
    day = today - timedelta(beleid.verslag.dagen + 1)
    while day > today - LONGEST_TERM and verslag_uiterlijk(day, beleid, kalender) >= today:
        day -= timedelta(1)
    return day


def formulier_nodig(niveau: int | None, beleid: Beleid) -> bool:
    """Whether a tick is too little for a pupil of this support level."""
    return beleid.formulier_vanaf_niveau and niveau is not None and niveau >= beleid.niveau_vanaf


def deskundigen_welkom(niveau: int | None, beleid: Beleid) -> bool:
    """Whether the intern begeleider and outside experts can join."""
    return niveau is not None and niveau >= beleid.niveau_vanaf


def met_leerling(gesprek: Gesprek, soort: Soort, jaargroep: str) -> bool:
    """Whether the pupil is present: the kind says so, and outside the moments the cause may say otherwise."""
    return soort.met_leerling(jaargroep) and not gesprek.zonder_leerling


def erbij(
    soort: Soort, jaargroep: str, niveau: int | None, beleid: Beleid, *, zonder_leerling: bool = False
) -> tuple[str, ...]:
    """Who is at the table besides the teacher, in words."""
    present = {
        "ouders": soort.ouders,
        "leerling": soort.met_leerling(jaargroep) and not zonder_leerling,
        "IB’er en deskundigen (kunnen erbij)": deskundigen_welkom(niveau, beleid) and soort.ouders,
    }
    return tuple(word for word, there in present.items() if there)


def wie_houdt(groep: Groep, vervangingen: Iterable[Vervanging], day: date | None) -> str | None:
    """Id of the `Medewerker` who holds and reports the conversations of a group; None when nobody is known.

    Parameters:
        vervangingen: of this group.
        day: of the conversation; None when it is not known yet.
    """
    reporter = verslaglegger(groep, day)
    stands_in = (
        each.medewerker
        for each in vervangingen
        if day is not None and covers(each.van, each.tot, day) and each.vervangt in ("", reporter or "")
    )
    return next(stands_in, reporter)


def wie_houdt_dan(houdt: str | None, groep: Groep, vervangingen: Iterable[Vervanging], day: date) -> str | None:
    """Who holds a conversation that goes to another day: who has the group then.

    Somebody who is not of the group, such as the intern begeleider, was chosen for this conversation and keeps it.

    Parameters:
        houdt: id of who holds it now.
        vervangingen: as of `wie_houdt`.
    """
    known = tuple(vervangingen)
    of_the_group = {*groep.leerkrachten, groep.verslag_door, *(each.medewerker for each in known), None}
    return wie_houdt(groep, known, day) or houdt if houdt in of_the_group else houdt
