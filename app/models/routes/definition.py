"""What an ondersteuningsroute holds, as read from its TOML: stations, conditions and decisions.

The titles and the order come from the source of each route; the one that ships follows the seven blocks of the
ondersteuningsroute of SWV PO 20.01.
"""

from dataclasses import dataclass

EINDE = "einde"
"""Where a decision leads that ends the route."""

VEREISTESOORTEN: dict[str, str] = {
    "handmatig": "je vinkt het zelf af",
    "opp": "er loopt een OPP dat is vastgesteld",
    "beginsituatie": "staat in het OPP, of je vinkt het zelf af",
    "ondersteuningsvraag": "staat in het OPP, of je vinkt het zelf af",
    "mpo_uitkomst": "een MPO bij dit station, met een uitkomst",
    "besluit": "een besluit bij dit station",
    "toestemming": "ouders vinden het goed dat stukken worden gedeeld",
}
"""How the program knows that something is there."""

ZELF_AF_TE_VINKEN: tuple[str, ...] = ("handmatig", "beginsituatie", "ondersteuningsvraag")


@dataclass(frozen=True, slots=True)
class Vereiste:
    """Something that must be there before the route goes on.

    Attributes:
        hint: what it is, or where it is made.
        soort: key of `VEREISTESOORTEN`.
        besluit: for soort `besluit`, id of a decision of the same station.
        coordinator: for soort `mpo_uitkomst`, the coördinator deelverband must have joined.
        altijd: demanded also when the station is skipped.
    """

    id: str
    titel: str
    hint: str
    soort: str
    besluit: str = ""
    coordinator: bool = False
    altijd: bool = False


@dataclass(frozen=True, slots=True)
class Informeren:
    """Somebody who must be told before the route goes on.

    Attributes:
        wie: who is told.
        door: who tells.
        waarover: about what.
        rol: key of `CONTACTROLLEN` to choose a contact of, or empty.
        bij_mpo: it is about the outcome of an MPO, and done when that says so.
    """

    id: str
    wie: str
    door: str
    waarover: str
    rol: str = ""
    bij_mpo: bool = False


@dataclass(frozen=True, slots=True)
class Vraag:
    """Something more to record with a decision.

    Attributes:
        opties: `(id, label)` to choose from; empty: words of one's own.
        verplicht: the decision can't be recorded without.
    """

    id: str
    titel: str
    opties: tuple[tuple[str, str], ...] = ()
    verplicht: bool = True

    def label(self, antwoord: str) -> str:
        """An answer in words."""
        return dict(self.opties).get(antwoord, antwoord)


@dataclass(frozen=True, slots=True)
class Mits:
    """A decision that must have been taken before another one.

    Attributes:
        besluit: id of a decision of the same station.
        vraag: id of a question of it, or empty when it suffices that it was taken.
        is_: answers of which one is needed.
    """

    besluit: str
    vraag: str = ""
    is_: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Besluit:
    """A decision that can be taken at a station.

    Attributes:
        leidt_naar: id of the station where it leads, `EINDE`, or empty when the route stays where it is.
        vraagt: what more is recorded.
        mits: what must have been decided before, or None.
    """

    id: str
    titel: str
    hint: str = ""
    leidt_naar: str = ""
    vraagt: tuple[Vraag, ...] = ()
    mits: Mits | None = None


@dataclass(frozen=True, slots=True)
class Overgang:
    """A way on from a station.

    Attributes:
        naar: id of the next station.
        als: when one takes this way, in words; empty where there is only one.
    """

    naar: str
    als: str = ""


@dataclass(frozen=True, slots=True)
class Station:
    """One block of the route.

    Attributes:
        kort: its title where room is narrow.
        wie, waarom, wat, hoe: as the source describes each block; each can be empty.
        aan_zet: key of `CONTACTROLLEN`: who is at move.
        alleen_bij: outcomes of the last MPO (keys of `MPO_UITKOMSTEN`) of which one is needed to come here; empty: any.
        mpo: whether an MPO can be held here.
        informeert: who must be told before the route goes on.
        vereisten: what must be there before the route goes on.
        naar: the ways on.
        kan_einde: whether the route can end here.
    """

    id: str
    titel: str
    kort: str
    wie: str
    waarom: str
    wat: str
    hoe: str
    aan_zet: str
    alleen_bij: tuple[str, ...] = ()
    mpo: bool = False
    informeert: tuple[Informeren, ...] = ()
    vereisten: tuple[Vereiste, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    naar: tuple[Overgang, ...] = ()
    kan_einde: bool = True

    def besluit(self, besluit_id: str) -> Besluit | None:
        """The decision with this id, or None."""
        return next((each for each in self.besluiten if each.id == besluit_id), None)

    def vereiste(self, vereiste_id: str) -> Vereiste | None:
        """What must be there with this id, or None."""
        return next((each for each in self.vereisten if each.id == vereiste_id), None)

    def informeren(self, informeren_id: str) -> Informeren | None:
        """Who must be told with this id, or None."""
        return next((each for each in self.informeert if each.id == informeren_id), None)


@dataclass(frozen=True, slots=True)
class RouteDefinitie:
    """A whole route.

    Attributes:
        naam: name of the route; also its file name without `.toml`.
        versie: counted by whoever changes the file; a pupil stays on the text the route began with.
        toelichting: when a pupil gets on it.
        stations: in the order in which they are drawn; a route begins at the first.
        einde_bij: outcomes of an MPO (keys of `MPO_UITKOMSTEN`) that end the route.
    """

    naam: str
    titel: str
    versie: int
    toelichting: str
    stations: tuple[Station, ...]
    einde_bij: tuple[str, ...] = ()

    def station(self, station_id: str) -> Station:
        """The station with this id.

        Raises:
            KeyError: the route has no such station.
        """
        for each in self.stations:
            if each.id == station_id:
                return each
        raise KeyError(f"station {station_id}")

    def plek(self, station_id: str) -> int:
        """The how manieth a station is, from 0.

        Raises:
            KeyError: the route has no such station.
        """
        return self.stations.index(self.station(station_id))
