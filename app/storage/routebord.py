"""All routes of the school by station, with how long each pupil is there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from app.models.namen import volledige_naam
from app.models.routes.definition import RouteDefinitie, Station
from app.storage.archive import Archive
from app.storage.codec import Row
from app.storage.routedefinities import route_definitie

MEEST_BEEINDIGD = 50
"""So many of the routes that ended last; what is beyond is counted."""

ALLE = 1_000_000
"""More routes than any school has."""


class Bordregel(NamedTuple):
    """One route on the board.

    Attributes:
        id: of the route.
        leerling, naam, groep: the pupil.
        station: id; kort: its short title; sinds: day on which it came there; dagen: how long ago.
        mpo_op: day of the next MPO, or None.
        directeur_wacht: whether the directeur was not told yet of the outcome of an MPO.
        beeindigd_op, einde: when it ended and why; None and empty while it runs.
    """

    id: str
    leerling: str
    naam: str
    groep: str
    station: str
    kort: str
    sinds: date | None
    dagen: int
    begonnen_op: date | None
    mpo_op: date | None
    directeur_wacht: bool
    beeindigd_op: date | None
    einde: str


@dataclass(frozen=True, slots=True)
class Kolom:
    """A station, and who is there.

    Attributes:
        aantal: how many; langst: days that the one is there who is there longest.
        regels: the longest first, as many as were asked for.
    """

    station: Station
    aantal: int
    langst: int
    regels: tuple[Bordregel, ...]


@dataclass(frozen=True, slots=True)
class Routebord:
    """One route with its stations; of several versions that are in use the newest says how it is drawn."""

    definitie: RouteDefinitie
    kolommen: tuple[Kolom, ...]

    @property
    def aantal(self) -> int:
        """How many are on this route."""
        return sum(kolom.aantal for kolom in self.kolommen)


@dataclass(frozen=True, slots=True)
class Bord:
    """The board.

    Attributes:
        borden: one for each route that is in use, the most used first.
        beeindigd: those that ended, the last one first; at most `MEEST_BEEINDIGD`.
        aantal_beeindigd: how many ended.
    """

    borden: tuple[Routebord, ...]
    beeindigd: tuple[Bordregel, ...]
    aantal_beeindigd: int

    @property
    def aantal(self) -> int:
        """How many routes run."""
        return sum(each.aantal for each in self.borden)

    def begin(self, hoogstens: int) -> "Bord":
        """What `bord` reads of the same routes when it is asked for so many lines."""
        borden = (
            replace(each, kolommen=tuple(replace(kolom, regels=kolom.regels[:hoogstens]) for kolom in each.kolommen))
            for each in self.borden
        )
        return replace(self, borden=tuple(borden), beeindigd=self.beeindigd[:hoogstens])


def bord(archive: Archive, vandaag: date, hoogstens: int = ALLE) -> Bord:
    """Read the board: a fixed number of queries, however many routes there are.

    Parameters:
        hoogstens: lines at each station, and of what ended; the counts are of all there is.
    """
    geteld = archive.query(_GETELD)
    lopend = archive.query(_LOPEND, {"dag": vandaag.isoformat(), "hoogstens": hoogstens})
    ended = archive.query(_BEEINDIGD, (min(hoogstens, MEEST_BEEINDIGD),))
    definities = {each: route_definitie(archive, each) for each in {row["definitie"] for row in (*geteld, *ended)}}
    lezer = _Lezer(definities, vandaag)
    return Bord(
        borden=lezer.borden(geteld, lopend, hoogstens),
        beeindigd=tuple(map(lezer.regel, ended)),
        aantal_beeindigd=int(archive.query(_AANTAL_BEEINDIGD)[0][0]),
    )


class _Lezer:
    """Makes of rows what stands on the board.

    Parameters:
        definities: every version of a route that the rows speak of, by id.
    """

    def __init__(self, definities: Mapping[str, RouteDefinitie], vandaag: date) -> None:
        self._definities = definities
        self._vandaag = vandaag

    def borden(self, geteld: Sequence[Row], lopend: Sequence[Row], hoogstens: int) -> tuple[Routebord, ...]:
        """One board for each route, the most used first."""
        counts, lines = self._by_place(geteld), self._by_place(lopend)
        boards = []
        for versies in self._versies(geteld).values():
            newest = versies[0]
            kolommen = (
                self._kolom(station, counts[newest.naam, name], lines[newest.naam, name][:hoogstens])
                for name, station in _stations(versies).items()
            )
            boards.append(Routebord(newest, tuple(kolommen)))
        return tuple(sorted(boards, key=lambda each: (-each.aantal, each.definitie.titel)))

    def regel(self, row: Row) -> Bordregel:
        """What stands on the board of one route."""
        sinds, einde = _day(row["sinds"]), _day(row["beeindigd_op"])
        roepnaam = row["roepnaam"] or row["voornamen"].split(" ")[0]
        return Bordregel(
            id=row["id"],
            leerling=row["leerling"],
            naam=volledige_naam(roepnaam, row["voorvoegsel"], row["achternaam"]),
            groep=row["groep"] or "",
            station=row["station"],
            kort=self._definities[row["definitie"]].station(row["station"]).kort,
            sinds=sinds,
            dagen=_days(sinds, einde or self._vandaag),
            begonnen_op=_day(row["begonnen_op"]),
            mpo_op=_day(row["mpo_op"]),
            directeur_wacht=bool(row["directeur_wacht"]),
            beeindigd_op=einde,
            einde=row["einde"],
        )

    def _kolom(self, station: Station, counts: Sequence[Row], lines: Sequence[Row]) -> Kolom:
        return Kolom(
            station,
            aantal=sum(row["aantal"] for row in counts),
            langst=max((_days(_day(row["sinds"]), self._vandaag) for row in counts), default=0),
            regels=tuple(map(self.regel, lines)),
        )

    def _by_place(self, rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
        """The rows by route and station, whatever version a pupil is on."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in rows:
            found[self._definities[row["definitie"]].naam, row["station"]].append(row)
        return found

    def _versies(self, geteld: Iterable[Row]) -> dict[str, list[RouteDefinitie]]:
        """The versions that are in use of each route, the newest first."""
        found: dict[str, list[RouteDefinitie]] = defaultdict(list)
        for each in {row["definitie"] for row in geteld}:
            found[self._definities[each].naam].append(self._definities[each])
        return {naam: sorted(each, key=lambda version: -version.versie) for naam, each in found.items()}


def _stations(versies: Iterable[RouteDefinitie]) -> dict[str, Station]:
    """The stations of all versions, each as the first of them has it."""
    found: dict[str, Station] = {}
    for definitie in versies:
        for station in definitie.stations:
            found.setdefault(station.id, station)
    return found


def _days(since: date | None, until: date) -> int:
    return (until - since).days if since else 0


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_ROUTE = """r.id, r.leerling, r.definitie, r.station, r.sinds, r.begonnen_op, r.beeindigd_op, r.einde,
        l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, g.naam AS groep"""
_FROM = "FROM route r JOIN leerling l ON l.id = r.leerling AND l.verwijderd_op IS NULL"
_RUNS = "r.beeindigd_op IS NULL AND r.verwijderd_op IS NULL AND l.gearchiveerd_op IS NULL"
_ENDED = "r.beeindigd_op IS NOT NULL AND r.verwijderd_op IS NULL"
_LONGEST_FIRST = "ORDER BY r.sinds IS NULL, r.sinds, l.sorteernaam, r.id"

_GETELD = f"""
    SELECT r.definitie, r.station, count(*) AS aantal, min(r.sinds) AS sinds {_FROM} WHERE {_RUNS}
    GROUP BY r.definitie, r.station"""

_LOPEND = f"""
    WITH plaats AS (
        SELECT r.id, row_number() OVER (PARTITION BY r.definitie, r.station {_LONGEST_FIRST}) AS nr
        {_FROM} WHERE {_RUNS})
    SELECT {_ROUTE},
        (SELECT min(datum) FROM mpo WHERE route = r.id AND verwijderd_op IS NULL AND uitkomst = '' AND datum >= :dag)
            AS mpo_op,
        EXISTS (SELECT 1 FROM mpo WHERE route = r.id AND verwijderd_op IS NULL AND uitkomst <> ''
            AND directeur_op IS NULL) AS directeur_wacht
    FROM plaats p JOIN route r ON r.id = p.id JOIN leerling l ON l.id = r.leerling LEFT JOIN groep g ON g.id = l.groep
    WHERE p.nr <= :hoogstens {_LONGEST_FIRST}"""

_BEEINDIGD = f"""
    SELECT {_ROUTE}, NULL AS mpo_op, 0 AS directeur_wacht {_FROM} LEFT JOIN groep g ON g.id = l.groep
    WHERE {_ENDED} ORDER BY r.beeindigd_op DESC, r.id DESC LIMIT ?"""

_AANTAL_BEEINDIGD = f"SELECT count(*) {_FROM} WHERE {_ENDED}"
