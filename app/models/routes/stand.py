"""Where a route stands, as follows from the steps that were recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.models.route import Routestap
from app.models.routes.definition import RouteDefinitie, Station

HIER, GEWEEST, OVERGESLAGEN, KOMT, BEEINDIGD = "hier", "geweest", "overgeslagen", "komt", "beeindigd"
"""States of a station on the way of one pupil."""

Sleutel = tuple[str, str]
"""Id of a station, and of something within it."""


@dataclass(frozen=True)
class Stand:
    """Where a route stands: all that the rules ask.

    Attributes:
        stappen: in the order in which they were made; at least the first one.
        aanwezig: requirements that are met.
        verteld: who were told, of those that had to be.
        uitkomst: of the last MPO that has one, key of `MPO_UITKOMSTEN`; empty when there is none.
        directeur_wacht: whether the directeur was not told yet of the outcome of an MPO.
    """

    definitie: RouteDefinitie
    stappen: tuple[Routestap, ...]
    aanwezig: frozenset[Sleutel] = frozenset()
    verteld: frozenset[Sleutel] = frozenset()
    uitkomst: str = ""
    directeur_wacht: bool = False

    @cached_property
    def stappen_gezet(self) -> tuple[Routestap, ...]:
        """The steps that moved it, without the decisions."""
        return tuple(each for each in self.stappen if each.soort != "besluit")

    @property
    def station(self) -> Station:
        """Where it is, or was when it ended."""
        return self.definitie.station(self.stappen_gezet[-1].naar)

    @property
    def sinds(self) -> date | None:
        """Day on which it came there."""
        moves = [each for each in self.stappen_gezet if each.soort != "einde"]
        return moves[-1].datum

    @property
    def is_beeindigd(self) -> bool:
        """Whether it ended."""
        return self.stappen_gezet[-1].soort == "einde"

    @property
    def moet_eindigen(self) -> bool:
        """Whether the last MPO came to what ends the route."""
        return self.uitkomst in self.definitie.einde_bij

    @cached_property
    def pad(self) -> tuple[str, ...]:
        """The stations on the way to here, without those it went back over."""
        path: list[str] = []
        for step in self.stappen_gezet:
            if step.soort != "einde":
                place = self.definitie.plek(step.naar)
                path = [*(each for each in path if self.definitie.plek(each) < place), step.naar]
        return tuple(path)

    @cached_property
    def besluiten_hier(self) -> tuple[Routestap, ...]:
        """The decisions taken since it came here."""
        arrival = max(each.nr for each in self.stappen_gezet if each.soort != "einde")
        return tuple(each for each in self.stappen if each.soort == "besluit" and each.nr > arrival)

    def staat(self, station_id: str) -> str:
        """How a station stands on this way: one of `HIER`, `GEWEEST`, `OVERGESLAGEN`, `KOMT`, `BEEINDIGD`."""
        if station_id == self.station.id:
            return BEEINDIGD if self.is_beeindigd else HIER
        if station_id in self.pad:
            return GEWEEST
        passed = self.definitie.plek(station_id) < self.definitie.plek(self.station.id)
        return OVERGESLAGEN if passed else KOMT


@dataclass(frozen=True, slots=True)
class Gemis:
    """Something that is not there yet.

    Attributes:
        station: where it is asked.
        soort: key of `VEREISTESOORTEN`, or `informeren`.
        id: of the requirement, or of who has to be told.
        tekst: what misses, in words: `OPP opgesteld`.
        hint: what to do about it.
    """

    station: str
    soort: str
    id: str
    tekst: str
    hint: str = ""

    @property
    def zin(self) -> str:
        """The sentence with which going on is refused."""
        what = f"{self.tekst[:1].lower()}{self.tekst[1:]}" if not self.tekst[1:2].isupper() else self.tekst
        return f"Er mist nog iets: {what}."


@dataclass(frozen=True, slots=True)
class Keuze:
    """A step to another station, with why it can't be made; nothing when it can."""

    naar: str
    als: str = ""
    bezwaren: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mogelijk:
    """All that can be done now, and what can't with the reasons.

    Attributes:
        verder, terug, overslaan: the steps, in the order of the stations.
        besluiten: complaints by id of each decision of this station.
        einde, mpo: complaints against ending, and against another MPO.
        voorstel: id of the station, or `EINDE`, where the last decision or MPO leads; empty when nowhere.
    """

    verder: tuple[Keuze, ...]
    terug: tuple[Keuze, ...]
    overslaan: tuple[Keuze, ...]
    besluiten: Mapping[str, tuple[str, ...]]
    einde: tuple[str, ...]
    mpo: tuple[str, ...]
    voorstel: str = ""
