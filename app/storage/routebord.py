"""All routes of the school by station, with how long each pupil is there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.models.namen import volledige_naam
from app.models.routes.definition import RouteDefinitie, Station
from app.storage.archive import Archive
from app.storage.codec import Row
from app.storage.routedefinities import route_definitie

MEEST_BEEINDIGD = 50
"""So many of the routes that ended last; what is beyond is counted."""


class Bordregel(NamedTuple):
    """One route on the board.

    Attributes:
        id: of the route.
        leerling, naam, groep: the pupil.
        station: id; sinds: day on which it came there; dagen: how long ago.
        mpo_op: day of the next MPO, or None.
        directeur_wacht: whether the directeur was not told yet of the outcome of an MPO.
        beeindigd_op, einde: when it ended and why; None and empty while it runs.
    """

    id: str
    leerling: str
    naam: str
    groep: str
    station: str
    sinds: date | None
    dagen: int
    begonnen_op: date | None
    mpo_op: date | None
    directeur_wacht: bool
    beeindigd_op: date | None
    einde: str


@dataclass(frozen=True, slots=True)
class Kolom:
    """A station, and who is there: the longest first."""

    station: Station
    regels: tuple[Bordregel, ...]


@dataclass(frozen=True, slots=True)
class Routebord:
    """One route with its stations; of several versions that are in use the newest says how it is drawn."""

    definitie: RouteDefinitie
    kolommen: tuple[Kolom, ...]


@dataclass(frozen=True, slots=True)
class Bord:
    """The board.

    Attributes:
        borden: one for each route that is in use, the most used first.
        aantal: how many routes run.
        beeindigd: those that ended, the last one first; at most `MEEST_BEEINDIGD`.
        aantal_beeindigd: how many ended.
    """

    borden: tuple[Routebord, ...]
    aantal: int
    beeindigd: tuple[Bordregel, ...]
    aantal_beeindigd: int


def bord(archive: Archive, vandaag: date) -> Bord:
    """Read the board: a fixed number of queries, however many routes there are."""
    dag = vandaag.isoformat()
    regels: dict[str, list[Bordregel]] = defaultdict(list)
    for row in archive.query(_LOPEND, (dag,)):
        regels[row["definitie"]].append(_regel(row, vandaag))
    ended = archive.query(_BEEINDIGD, (MEEST_BEEINDIGD,))
    return Bord(
        borden=_borden(archive, regels),
        aantal=sum(map(len, regels.values())),
        beeindigd=tuple(_regel(row, vandaag) for row in ended),
        aantal_beeindigd=int(archive.query(_AANTAL_BEEINDIGD)[0][0]),
    )


def _borden(archive: Archive, regels: dict[str, list[Bordregel]]) -> tuple[Routebord, ...]:
    versies: dict[str, list[RouteDefinitie]] = defaultdict(list)
    lines: dict[str, list[Bordregel]] = defaultdict(list)
    for definitie_id, own in regels.items():
        definitie = route_definitie(archive, definitie_id)
        versies[definitie.naam].append(definitie)
        lines[definitie.naam] += own
    boards = [_bord(versies[naam], lines[naam]) for naam in lines]
    return tuple(sorted(boards, key=lambda each: (-_size(each), each.definitie.titel)))


def _bord(versies: list[RouteDefinitie], regels: Iterable[Bordregel]) -> Routebord:
    newest_first = sorted(versies, key=lambda each: each.versie, reverse=True)
    stations: dict[str, Station] = {}
    for definitie in newest_first:
        for station in definitie.stations:
            stations.setdefault(station.id, station)
    at: dict[str, list[Bordregel]] = defaultdict(list)
    for regel in regels:
        at[regel.station].append(regel)
    longest_first = {each: sorted(at[each], key=lambda regel: (-regel.dagen, regel.naam)) for each in stations}
    kolommen = tuple(Kolom(station, tuple(longest_first[name])) for name, station in stations.items())
    return Routebord(newest_first[0], kolommen)


def _size(board: Routebord) -> int:
    return sum(len(each.regels) for each in board.kolommen)


def _regel(row: Row, vandaag: date) -> Bordregel:
    sinds, einde = _day(row["sinds"]), _day(row["beeindigd_op"])
    return Bordregel(
        id=row["id"],
        leerling=row["leerling"],
        naam=volledige_naam(row["roepnaam"] or row["voornamen"].split(" ")[0], row["voorvoegsel"], row["achternaam"]),
        groep=row["groep"] or "",
        station=row["station"],
        sinds=sinds,
        dagen=((einde or vandaag) - sinds).days if sinds else 0,
        begonnen_op=_day(row["begonnen_op"]),
        mpo_op=_day(row["mpo_op"]),
        directeur_wacht=bool(row["directeur_wacht"]),
        beeindigd_op=einde,
        einde=row["einde"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_ROUTE = """r.id, r.leerling, r.definitie, r.station, r.sinds, r.begonnen_op, r.beeindigd_op, r.einde,
        l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, g.naam AS groep"""
_FROM = """FROM route r
    JOIN leerling l ON l.id = r.leerling AND l.verwijderd_op IS NULL
    LEFT JOIN groep g ON g.id = l.groep"""

_LOPEND = f"""
    SELECT {_ROUTE}, m.mpo_op, m.directeur_wacht {_FROM}
    LEFT JOIN (SELECT route, min(CASE WHEN uitkomst = '' AND datum >= ? THEN datum END) AS mpo_op,
                max(uitkomst <> '' AND directeur_op IS NULL) AS directeur_wacht
            FROM mpo WHERE verwijderd_op IS NULL GROUP BY route) m ON m.route = r.id
    WHERE r.beeindigd_op IS NULL AND r.verwijderd_op IS NULL AND l.gearchiveerd_op IS NULL
    ORDER BY r.sinds, l.sorteernaam, r.id"""

_BEEINDIGD = f"""
    SELECT {_ROUTE}, NULL AS mpo_op, 0 AS directeur_wacht {_FROM}
    WHERE r.beeindigd_op IS NOT NULL AND r.verwijderd_op IS NULL
    ORDER BY r.beeindigd_op DESC, r.id DESC LIMIT ?"""

_AANTAL_BEEINDIGD = f"""
    SELECT count(*) {_FROM} WHERE r.beeindigd_op IS NOT NULL AND r.verwijderd_op IS NULL"""
