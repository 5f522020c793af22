"""Meetings: planned with the pupils they are about, held in an order, and held once every form is vastgesteld."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app.models.bespreking import Agendapunt, Bespreking
from app.models.namen import volledige_naam
from app.models.school import Groep, Medewerker
from app.storage.archive import Archive
from app.storage.codec import to_record

PAGE = 25
"""Held meetings that are read at a time: ten years of them is some 400."""


@dataclass(frozen=True, slots=True)
class Overzichtsregel:
    """One meeting in the list of meetings.

    Attributes:
        groep: name of the group, or empty.
        leerlingen: number of pupils on its agenda.
        begonnen, vastgesteld: how many of those have a form, and one that was vastgesteld.
        in_dossier: how many reports went into the leerlingdossier.
    """

    bespreking: Bespreking
    groep: str
    leerlingen: int
    begonnen: int
    vastgesteld: int
    in_dossier: int

    @property
    def staat(self) -> str:
        """`gepland`, `bezig` or `gehouden`."""
        if self.bespreking.gehouden:
            return "gehouden"
        return "bezig" if self.begonnen else "gepland"


@dataclass(frozen=True, slots=True)
class Overzicht:
    """Part of the list of meetings, and how long the whole list is."""

    regels: tuple[Overzichtsregel, ...]
    totaal: int


@dataclass(frozen=True, slots=True)
class Agendaregel:
    """One pupil on the agenda. It holds no more about the pupil than a screen in the meeting may show.

    Attributes:
        naam, groep: the pupil's name, and the name of the pupil's own group.
        leerkracht: name of the first teacher of that group, whose words the form holds; or empty.
        staat: `leeg` (no form yet), `bezig`, `vastgesteld` or `dossier` (its report is in the leerlingdossier).
    """

    punt: Agendapunt
    naam: str
    groep: str
    leerkracht: str
    staat: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting with its pupils in order."""

    bespreking: Bespreking
    groep: Groep | None
    regels: tuple[Agendaregel, ...]

    @property
    def staat(self) -> str:
        """`gepland`, `bezig` or `gehouden`."""
        if self.bespreking.gehouden:
            return "gehouden"
        return "bezig" if any(each.staat != "leeg" for each in self.regels) else "gepland"

    @property
    def seconden(self) -> int:
        """Time spent in bespreekmodus on all pupils together."""
        return sum(each.punt.seconden for each in self.regels)


@dataclass(frozen=True, slots=True)
class Keuze:
    """A pupil chosen for a meeting, with the reason."""

    leerling: str
    reden: str = ""


def overzicht(archive: Archive, *, gehouden: bool, limit: int = PAGE) -> Overzicht:
    """The list of meetings: those to come soonest first, those held newest first.

    Parameters:
        gehouden: which of the two.
        limit: at most so many.
    """
    direction = "DESC" if gehouden else "ASC"
    rows = archive.query(_OVERZICHT.format(direction=direction), (int(gehouden), limit))
    total = archive.query(_TOTAAL, (int(gehouden),))[0][0]
    return Overzicht(tuple(map(_overzichtsregel, rows)), int(total))


def agenda(archive: Archive, bespreking_id: str) -> Agenda:
    """A meeting with its agenda; also one that was called off.

    Raises:
        KeyError: no such meeting.
    """
    bespreking = archive.get(Bespreking, bespreking_id)
    if bespreking is None:
        raise KeyError(f"bespreking {bespreking_id}")
    teachers: dict[str | None, str] = {}
    regels = []
    for row in archive.query(_AGENDA, (bespreking_id,)):
        if row["groep_id"] not in teachers:
            teachers[row["groep_id"]] = _first_teacher(archive, row["groep_id"])
        regels.append(_agendaregel(row, teachers[row["groep_id"]]))
    return Agenda(bespreking, archive.get(Groep, bespreking.groep), tuple(regels))


def plan(archive: Archive, bespreking: Bespreking, keuzes: Iterable[Keuze], author: str) -> str:
    """Plan a meeting with its agenda, in one go.

    Returns:
        Id of the meeting.
    """
    with archive.batch():
        archive.add(bespreking, author)
        voeg_toe(archive, bespreking.id, keuzes, author)
    return bespreking.id


def voeg_toe(archive: Archive, bespreking_id: str, keuzes: Iterable[Keuze], author: str) -> list[str]:
    """Put pupils at the end of an agenda; who is on it already stays where they are.

    Returns:
        Ids of the new agendapunten.
    """
    present = archive.all(Agendapunt, bespreking=bespreking_id)
    known = {each.leerling for each in present}
    place = max((each.volgorde for each in present), default=-1)
    added = []
    with archive.batch():
        for keuze in keuzes:
            if keuze.leerling in known:
                continue
            known.add(keuze.leerling)
            place += 1
            punt = Agendapunt(
                bespreking=bespreking_id, leerling=keuze.leerling, reden=keuze.reden.strip(), volgorde=place
            )
            archive.add(punt, author)
            added.append(punt.id)
    return added


def zet_volgorde(archive: Archive, punten: Sequence[str], author: str) -> None:
    """Give agendapunten, named by id, the order in which they stand here."""
    with archive.batch():
        for place, punt_id in enumerate(punten):
            punt = archive.get(Agendapunt, punt_id)
            if punt is not None and punt.volgorde != place:
                archive.write("agendapunt", punt_id, {"volgorde": place}, author)


def afronden_als_klaar(archive: Archive, bespreking_id: str | None, author: str) -> bool:
    """Mark a meeting as held when the form of every pupil on its agenda is vastgesteld.

    Returns:
        Whether it was marked now.
    """
    bespreking = archive.get(Bespreking, bespreking_id)
    if bespreking is None or bespreking.gehouden:
        return False
    states = [row["staat"] for row in archive.query(_AGENDA, (bespreking.id,))]
    if not states or any(staat in ("leeg", "bezig") for staat in states):
        return False
    archive.write("bespreking", bespreking.id, {"gehouden": True}, author)
    return True


def _overzichtsregel(row: Any) -> Overzichtsregel:
    return Overzichtsregel(
        bespreking=to_record(Bespreking, row),
        groep=row["groepsnaam"] or "",
        leerlingen=row["leerlingen"],
        begonnen=row["begonnen"],
        vastgesteld=row["vastgesteld"],
        in_dossier=row["in_dossier"],
    )


def _agendaregel(row: Any, leerkracht: str) -> Agendaregel:
    first = row["roepnaam"] or row["voornamen"].split(" ")[0]
    return Agendaregel(
        punt=to_record(Agendapunt, row),
        naam=volledige_naam(first, row["voorvoegsel"], row["achternaam"]),
        groep=row["groepsnaam"] or "",
        leerkracht=leerkracht,
        staat=row["staat"],
    )


def _first_teacher(archive: Archive, groep_id: str | None) -> str:
    groep = archive.get(Groep, groep_id)
    teachers = (archive.get(Medewerker, each) for each in (groep.leerkrachten if groep else ()))
    return next((each.naam for each in teachers if each and not each.verwijderd_op and not each.uit_dienst_op), "")


# A correction exists only of a form that was vastgesteld, so the form it stands for was discussed.
_DONE = "(f.vastgesteld_op IS NOT NULL OR f.vorige IS NOT NULL)"

_OVERZICHT = f"""
    SELECT b.*, g.naam AS groepsnaam, count(a.id) AS leerlingen, count(f.id) AS begonnen,
        count(CASE WHEN {_DONE} THEN 1 END) AS vastgesteld, count(f.in_dossier_op) AS in_dossier
    FROM (
        SELECT * FROM bespreking WHERE verwijderd_op IS NULL AND gehouden = ?
        ORDER BY datum {{direction}}, tijd {{direction}}, id LIMIT ?
    ) b
    LEFT JOIN groep g ON g.id = b.groep
    LEFT JOIN agendapunt a ON a.bespreking = b.id AND a.verwijderd_op IS NULL
    LEFT JOIN formulier f ON f.id = a.formulier
    GROUP BY b.id ORDER BY b.datum {{direction}}, b.tijd {{direction}}, b.id"""

_TOTAAL = "SELECT count(*) FROM bespreking WHERE verwijderd_op IS NULL AND gehouden = ?"

_AGENDA = f"""
    SELECT a.*, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.groep AS groep_id, g.naam AS groepsnaam,
        CASE
            WHEN f.id IS NULL THEN 'leeg'
            WHEN NOT {_DONE} THEN 'bezig'
            WHEN f.in_dossier_op IS NULL THEN 'vastgesteld'
            ELSE 'dossier'
        END AS staat
    FROM agendapunt a
    JOIN leerling l ON l.id = a.leerling
    LEFT JOIN groep g ON g.id = l.groep
    LEFT JOIN formulier f ON f.id = a.formulier
    WHERE a.bespreking = ? AND a.verwijderd_op IS NULL
    ORDER BY a.volgorde, a.id"""
