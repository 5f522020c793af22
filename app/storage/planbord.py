"""What there is to plan at a moment: who still needs a conversation, who is taken when, and whose name is whose."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.models.bezetting import Afspraakvraag, Plek
from app.models.gesprek import Gesprek
from app.models.gespreksbeleid.definition import Soort
from app.models.gespreksregels import Verwacht, vult, wie_houdt
from app.models.jaarplan import Jaarplan
from app.models.leerling import Leerling
from app.models.parronamen import Kind
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.gespreksdekking import regels
from app.storage.leden import bijzonder, groepen_van, leden_sql
from app.storage.school import medewerkers
from app.storage.vervangingen import vervangingen

ONBEKENDE_DUUR = 15
"""Minutes that a conversation without a length takes of a teacher's time."""


@dataclass(frozen=True, slots=True)
class Plangroep:
    """A group at the moment.

    Attributes:
        dagen: school days of the moment for its pupils.
        leraren: id of who holds its conversations, by day; empty where nobody is known.
        nodig: conversations of the moment, with or without a time.
        vragen: those without a time.
    """

    groep: Groep
    dagen: tuple[date, ...]
    leraren: Mapping[date, str]
    nodig: int
    vragen: tuple[Afspraakvraag, ...]


@dataclass(frozen=True, slots=True)
class Planbord:
    """A moment of the year, to be planned.

    Attributes:
        basis: id of the moment in the policy.
        groepen: of which pupils have this moment, youngest first.
        vast: what is planned on its days already, of any moment.
        gesprekken: conversations of this moment, whatever became of them.
        kinderen: its pupils, with the conversations they need.
        namen: names of pupils by id; `medewerkers` and `ouders`: of staff and of parents.
    """

    plan: Jaarplan
    basis: str
    titel: str
    soort: Soort
    verplicht: bool
    groepen: tuple[Plangroep, ...] = ()
    vast: tuple[Plek, ...] = ()
    gesprekken: tuple[Gesprek, ...] = ()
    kinderen: tuple[Kind, ...] = ()
    namen: Mapping[str, str] = field(default_factory=dict)
    medewerkers: Mapping[str, str] = field(default_factory=dict)
    ouders: Mapping[str, str] = field(default_factory=dict)

    @property
    def dagen(self) -> tuple[date, ...]:
        """All its school days, of whatever group."""
        return tuple(sorted({day for each in self.groepen for day in each.dagen}))

    def groep(self, groep_id: str) -> Plangroep | None:
        """A group, or None when the moment isn't for it."""
        return next((each for each in self.groepen if each.groep.id == groep_id), None)


def planbord(archive: Archive, plan: Jaarplan, basis: str, today: date) -> Planbord | None:
    """Read what there is to plan.

    Parameters:
        plan: of the school year.
        basis: id of the moment in the policy.

    Returns:
        None when this year has no such moment.
    """
    found = plan.beleid.moment(basis)
    if found is None or not any(each.basis == basis for each in plan.momenten):
        return None
    soort, moment = found
    board = Planbord(plan, basis, moment.titel, soort, moment.verplicht)
    return _Lezer(archive, board, today).lees()


class _Lezer:
    def __init__(self, archive: Archive, board: Planbord, today: date) -> None:
        self._archive, self._board, self._today = archive, board, today
        plan = board.plan
        self._bijzonder = bijzonder(archive, plan.kalender.eerste_dag, plan.kalender.laatste_dag)
        self._gesprekken = [
            to_record(Gesprek, row) for row in archive.query(_VAN_MOMENT, (plan.schooljaar, board.basis))
        ]
        self._per_leerling: dict[str, list[Gesprek]] = defaultdict(list)
        for gesprek in self._gesprekken:
            self._per_leerling[gesprek.leerling].append(gesprek)
        self._ouders = {row["id"]: row["naam"] for row in archive.query(_OUDERS)}

    def lees(self) -> Planbord:
        board, archive = self._board, self._archive
        members = self._leden()
        groepen, kinderen = [], []
        for groep in groepen_van(archive, board.plan.schooljaar, self._today):
            dagen: set[date] = set()
            needed: list[Verwacht] = []
            vragen: list[Afspraakvraag] = []
            for leerling, jaargroep in members.get(groep.id, ()):
                lines = self._regels(leerling, jaargroep, dagen)
                needed += lines
                vragen += [self._vraag(leerling, groep.id, line) for line in lines if self._open(line)]
                kinderen.append(self._kind(leerling, groep.id, lines))
            if dagen or needed:
                days = tuple(sorted(dagen))
                groepen.append(Plangroep(groep, days, self._leraren(groep, days), len(needed), tuple(vragen)))
        days = tuple(sorted({day for each in groepen for day in each.dagen}))
        return Planbord(
            board.plan,
            board.basis,
            board.titel,
            board.soort,
            board.verplicht,
            groepen=tuple(groepen),
            vast=tuple(vaste_plekken(archive, board.plan, days)),
            gesprekken=tuple(self._gesprekken),
            kinderen=tuple(kinderen),
            namen={leerling.id: leerling.naam for group in members.values() for leerling, _ in group},
            medewerkers={each.id: each.naam for each in medewerkers(archive, ook_uit_dienst=True)},
            ouders=self._ouders,
        )

    def _leden(self) -> dict[str, list[tuple[Leerling, str]]]:
        """Pupils with their jaargroep, by group, in the order of a class list."""
        plan = self._board.plan
        leden = leden_sql(self._archive, plan.schooljaar, self._today)
        found: dict[str, list[tuple[Leerling, str]]] = defaultdict(list)
        for row in self._archive.query(_LEDEN.format(leden), {"schooljaar": plan.schooljaar}):
            found[row["toen_groep"]].append((to_record(Leerling, row), row["toen_jaargroep"]))
        return found

    def _regels(self, leerling: Leerling, jaargroep: str, dagen: set[date]) -> list[Verwacht]:
        moment = self._board.plan.voor(self._board.basis, jaargroep)
        if moment is None:
            return []
        dagen.update(moment.dagen)
        return regels(leerling.id, moment, self._bijzonder)

    def _open(self, line: Verwacht) -> bool:
        return not any(vult(each, line) for each in self._per_leerling.get(line.leerling, ()))

    def _vraag(self, leerling: Leerling, groep: str, line: Verwacht) -> Afspraakvraag:
        soort = self._board.soort
        return Afspraakvraag(
            leerling=leerling.id,
            groep=groep,
            minuten=soort.minuten or ONBEKENDE_DUUR,
            gezin=(leerling.gezin or "") if soort.ouders else "",
            ouder=line.ouder or "",
            extra=line.extra,
            volgorde=leerling.sorteernaam,
        )

    def _kind(self, leerling: Leerling, groep: str, lines: Iterable[Verwacht]) -> Kind:
        lines = tuple(lines)
        return Kind(
            leerling.id,
            leerling.roepnaam or leerling.voornamen.split(" ")[0],
            leerling.voorvoegsel,
            leerling.achternaam,
            groep,
            tuple((line.ouder or "", line.extra) for line in lines),
            {line.ouder: self._ouders.get(line.ouder, "") for line in lines if line.ouder},
        )

    def _leraren(self, groep: Groep, days: Iterable[date]) -> dict[date, str]:
        stand_ins = vervangingen(self._archive, groep.id)
        return {day: wie_houdt(groep, stand_ins, day) or "" for day in days}


def vaste_plekken(archive: Archive, plan: Jaarplan, dagen: tuple[date, ...]) -> Iterable[Plek]:
    """What is planned from the first of these days up to the last, as what takes the time of teachers and families."""
    if not dagen:
        return
    for row in archive.query(_GEPLAND, (dagen[0].isoformat(), dagen[-1].isoformat())):
        gesprek = to_record(Gesprek, row)
        soort = plan.beleid.soort(gesprek.soort)
        vraag = Afspraakvraag(
            leerling=gesprek.leerling,
            groep=gesprek.groep or "",
            minuten=gesprek.minuten or ONBEKENDE_DUUR,
            gezin=(row["gezin"] or "") if soort is None or soort.ouders else "",
            ouder=gesprek.ouder or "",
            extra=gesprek.extra,
            volgorde=row["sorteernaam"],
        )
        if gesprek.datum is not None:
            yield Plek(vraag, gesprek.datum, gesprek.tijd, gesprek.medewerker or "")


_VAN_MOMENT = "SELECT * FROM gesprek WHERE schooljaar = ? AND moment = ? AND verwijderd_op IS NULL ORDER BY datum, id"
_OUDERS = """
    SELECT DISTINCT o.id, o.naam FROM ouderschap s JOIN ouder o ON o.id = s.ouder
    WHERE s.eigen_gesprek = 1 AND s.verwijderd_op IS NULL"""
_LEDEN = """
    SELECT l.*, leden.groep AS toen_groep, leden.jaargroep AS toen_jaargroep
    FROM ({}) leden JOIN leerling l ON l.id = leden.leerling
    WHERE l.verwijderd_op IS NULL ORDER BY l.sorteernaam, l.id"""
_GEPLAND = """
    SELECT g.*, l.gezin, l.sorteernaam FROM gesprek g JOIN leerling l ON l.id = g.leerling
    WHERE g.staat = 'gepland' AND g.datum BETWEEN ? AND ? AND g.tijd <> '' AND g.verwijderd_op IS NULL
    ORDER BY g.datum, g.tijd, g.id"""
