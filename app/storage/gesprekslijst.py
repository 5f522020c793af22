"""Conversations as lists: a group at a moment, a pupil, a teacher, and one conversation with all that belongs to it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from app.models.bespreking import Afspraak
from app.models.gesprek import OVERIG, Gesprek
from app.models.gespreksbeleid.definition import Beleid, Soort
from app.models.gespreksregels import Verwacht, erbij, formulier_nodig, verslag_uiterlijk, vult, wie_houdt
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.models.kalender import Kalender
from app.models.leerling import Leerling, Ouder, Ouderschap, Plan
from app.models.school import Groep, Medewerker
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.gespreksdekking import regels
from app.storage.leden import Bijzonder, bijzonder, groepen_van, leden_sql
from app.storage.rondom import niveau_op
from app.storage.schooljaren import beleid_van, kalender
from app.storage.vervangingen import vervangingen


class Lijstregel(NamedTuple):
    """One conversation that a pupil needs or had at a moment.

    Attributes:
        wie: which conversation it is.
        ouder: name of the parent with whom it is, when parents come apart.
        niveau: support level today, or None.
        plannen: the pupil's plans in the time of the moment.
        tolk: languages for which an interpreter is needed.
        erbij: who is at the table besides the teacher, in words.
        formulier_nodig: whether a tick is too little (policy: from a support level on).
        gesprek: the one that fills it, else the last one that was called off, or None.
        uiterlijk: last day on which its report is in time, or None before it was held.
    """

    wie: Verwacht
    leerling: Leerling
    moment: Gespreksmoment
    ouder: str
    niveau: int | None
    plannen: tuple[Plan, ...]
    tolk: tuple[str, ...]
    erbij: tuple[str, ...]
    formulier_nodig: bool
    gesprek: Gesprek | None
    uiterlijk: date | None

    @property
    def staat(self) -> str:
        """State of the conversation; empty while there is none."""
        return self.gesprek.staat if self.gesprek else ""

    @property
    def vervuld(self) -> bool:
        """Whether it was held or found unneeded."""
        return self.staat in ("gehouden", "niet_nodig")

    def te_laat(self, today: date) -> bool:
        """Whether its report should have been there."""
        late = self.uiterlijk is not None and self.uiterlijk < today
        return self.gesprek is not None and self.gesprek.verslag_op is None and late


class Groepslijst(NamedTuple):
    """A group at a moment.

    Attributes:
        groepen: all groups of that year, to go to another one.
        leerkracht: id of who holds the conversations today, or None.
    """

    groep: Groep
    groepen: tuple[Groep, ...]
    leerkracht: str | None
    regels: tuple[Lijstregel, ...]


class Gespreksblad(NamedTuple):
    """One conversation with all that belongs beside it.

    Attributes:
        soort: its kind by the policy of that year, or None when that has it no more.
        moment: title of its moment, empty outside the moments.
        ouders: parents and carers, in the order in which they are called.
        afspraken: the pupil's open agreements.
        uiterlijk: last day on which the report is in time, or None before it was held.
        houdt: name of who holds it, or empty.
    """

    gesprek: Gesprek
    leerling: Leerling
    groep: Groep | None
    beleid: Beleid
    soort: Soort | None
    moment: str
    niveau: int | None
    ouders: tuple[tuple[Ouder, Ouderschap], ...]
    plannen: tuple[Plan, ...]
    afspraken: tuple[Afspraak, ...]
    uiterlijk: date | None
    houdt: str


def groepslijst(archive: Archive, plan: Jaarplan, basis: str, groep_id: str, today: date) -> Groepslijst | None:
    """The conversations of a group at a moment; None when there is no such group.

    Parameters:
        basis: id of the moment in the policy.
    """
    groep = archive.get(Groep, groep_id)
    if groep is None:
        return None
    found = tuple(_regels(archive, plan, groep_id, (basis,), today))
    all_groups = tuple(groepen_van(archive, plan.schooljaar, today))
    return Groepslijst(groep, all_groups, wie_houdt(groep, vervangingen(archive, groep_id), today), found)


def jaarregels(archive: Archive, plan: Jaarplan, groep_id: str, today: date) -> tuple[Lijstregel, ...]:
    """The conversations of a group at all moments of a year, by moment and name."""
    return tuple(_regels(archive, plan, groep_id, [basis for basis, _ in plan.kolommen], today))


def _regels(
    archive: Archive, plan: Jaarplan, groep_id: str, momenten: Iterable[str], today: date
) -> Iterable[Lijstregel]:
    members = (
        f"SELECT l.*, leden.jaargroep AS toen FROM ({leden_sql(archive, plan.schooljaar, today)}) leden JOIN leerling l"
    )
    rows = archive.query(
        f"{members} ON l.id = leden.leerling WHERE leden.groep = :groep ORDER BY l.sorteernaam, l.id",
        {"schooljaar": plan.schooljaar, "groep": groep_id},
    )
    pupils = [(to_record(Leerling, row), row["toen"]) for row in rows]
    special = bijzonder(archive, plan.kalender.eerste_dag, plan.kalender.laatste_dag)
    reader = _Reader(archive, plan, special, today)
    for basis in momenten:
        for pupil, year in pupils:
            moment = plan.voor(basis, year)
            if moment is not None:
                yield from reader.regels(pupil, year, moment)


class _Reader:
    """Reads what the lines of a list need, a few rows per pupil."""

    def __init__(self, archive: Archive, plan: Jaarplan, special: Bijzonder, today: date) -> None:
        self._archive, self._plan, self._special, self._today = archive, plan, special, today

    def regels(self, leerling: Leerling, jaargroep: str, moment: Gespreksmoment) -> Iterable[Lijstregel]:
        gesprekken = [
            to_record(Gesprek, row)
            for row in self._archive.query(_VAN_MOMENT, (leerling.id, self._plan.schooljaar, moment.basis))
        ]
        parents = {ouder.id: (ouder, tie) for ouder, tie in ouders(self._archive, leerling.id)}
        niveau = niveau_op(self._archive, leerling.id, self._today)
        plannen = self._plannen(leerling.id, moment)
        for line in regels(leerling.id, moment, self._special):
            own = [each for each in gesprekken if (each.ouder, each.extra) == line[1:]]
            gesprek = next((each for each in own if vult(each, line)), own[0] if own else None)
            yield Lijstregel(
                wie=line,
                leerling=leerling,
                moment=moment,
                ouder=_name(parents, line.ouder),
                niveau=niveau,
                plannen=plannen,
                tolk=_languages(parents, line.ouder) if moment.soort.ouders else (),
                erbij=erbij(moment.soort, jaargroep, niveau, self._plan.beleid),
                formulier_nodig=formulier_nodig(niveau, self._plan.beleid),
                gesprek=gesprek,
                uiterlijk=uiterlijk(gesprek, self._plan.beleid, self._plan.kalender) if gesprek else None,
            )

    def _plannen(self, leerling: str, moment: Gespreksmoment) -> tuple[Plan, ...]:
        if moment.van is None or moment.tot is None:
            return ()
        all_of = self._special.plannen.get(leerling, ())
        return tuple(each for each in all_of if _overlaps(each, moment.van, moment.tot))


def leerlinggesprekken(archive: Archive, leerling: str) -> list[Gesprek]:
    """All conversations about a pupil, the newest first; those without a day on top."""
    return [to_record(Gesprek, row) for row in archive.query(_VAN_LEERLING, (leerling,))]


def gespreksblad(archive: Archive, gesprek_id: str, today: date) -> Gespreksblad | None:
    """One conversation with all that belongs beside it; None when there is none (any more)."""
    gesprek = archive.get(Gesprek, gesprek_id)
    leerling = archive.get(Leerling, gesprek.leerling) if gesprek else None
    if gesprek is None or leerling is None or gesprek.verwijderd_op:
        return None
    beleid = beleid_van(archive, gesprek.schooljaar)
    found = beleid.moment(gesprek.moment)
    groep = archive.get(Groep, gesprek.groep)
    holder = gesprek.medewerker or (
        wie_houdt(groep, vervangingen(archive, groep.id), gesprek.datum or today) if groep else None
    )
    teacher = archive.get(Medewerker, holder)
    day = gesprek.datum or today
    return Gespreksblad(
        gesprek=gesprek,
        leerling=leerling,
        groep=groep,
        beleid=beleid,
        soort=beleid.soort(gesprek.soort) or beleid.soort(OVERIG),
        moment=found[1].titel if found else "",
        niveau=niveau_op(archive, leerling.id, day),
        ouders=tuple(ouders(archive, leerling.id)),
        plannen=tuple(each for each in archive.all(Plan, leerling=leerling.id) if _overlaps(each, day, day)),
        afspraken=tuple(archive.all(Afspraak, leerling=leerling.id, staat="open")),
        uiterlijk=uiterlijk(gesprek, beleid, kalender(archive, gesprek.schooljaar)),
        houdt=teacher.naam if teacher else "",
    )


def uiterlijk(gesprek: Gesprek, beleid: Beleid, kalender: Kalender) -> date | None:
    """Last day on which the report of a conversation is in time, None before it was held."""
    held = gesprek.staat == "gehouden" and gesprek.datum is not None
    return verslag_uiterlijk(gesprek.datum, beleid, kalender) if held and gesprek.datum else None


def ouders(archive: Archive, leerling: str) -> list[tuple[Ouder, Ouderschap]]:
    """Parents and carers of a pupil, in the order in which they are called."""
    ties = sorted(archive.all(Ouderschap, leerling=leerling), key=lambda each: (each.volgorde, each.id))
    return [(ouder, tie) for tie in ties if (ouder := archive.get(Ouder, tie.ouder)) and not ouder.verwijderd_op]


def _name(parents: dict[str, tuple[Ouder, Ouderschap]], ouder: str | None) -> str:
    return parents[ouder][0].naam if ouder in parents else ""


def _languages(parents: dict[str, tuple[Ouder, Ouderschap]], ouder: str | None) -> tuple[str, ...]:
    """Of the parents who are at this conversation: the one it is with, else those who come together."""
    there = [each for each, tie in parents.values() if (each.id == ouder if ouder else not tie.eigen_gesprek)]
    return tuple(dict.fromkeys(each.tolk for each in there if each.tolk))


def _overlaps(plan: Plan, van: date, tot: date) -> bool:
    return (plan.tot is None or plan.tot >= van) and (plan.van is None or plan.van <= tot)


_VAN_MOMENT = """
    SELECT * FROM gesprek WHERE leerling = ? AND schooljaar = ? AND moment = ? AND verwijderd_op IS NULL
    ORDER BY datum DESC, id DESC"""
_VAN_LEERLING = """
    SELECT * FROM gesprek WHERE leerling = ? AND verwijderd_op IS NULL
    ORDER BY datum IS NOT NULL, datum DESC, id DESC"""
