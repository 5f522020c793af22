"""All that a hand-over dossier for the RVZ or the coördinator can be chosen from: the records, read together."""

from dataclasses import dataclass
from datetime import date

from app.models.aanvraag import Bijlageregel, OverLeerling
from app.models.bespreking import Formulier
from app.models.forms.definition import FormDefinition
from app.models.lijkt_op import Actie
from app.models.route import Route, Routebericht, Routestap
from app.models.routes.definition import RouteDefinitie

ONTVANGERS = ("rvz", "coordinator")
"""Roles of contacts to whom the school hands a dossier over (ondersteuningsroute, blocks 2, 4 and 5)."""


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """A form with the definition it was begun with."""

    formulier: Formulier
    definitie: FormDefinition


@dataclass(frozen=True, slots=True)
class Gespreksregel:
    """One conversation that was held.

    Attributes:
        wat: kind or occasion, in words.
        met: who was there, in words.
        uitkomst: what came of it, in words.
    """

    datum: date | None
    wat: str
    met: str
    uitkomst: str


@dataclass(frozen=True, slots=True)
class Mporegel:
    """One MeerPartijenOverleg.

    Attributes:
        uitkomst: key of `MPO_UITKOMSTEN`.
        tafel: names of who sat at the table.
        toelichting: why, in words.
    """

    datum: date | None
    uitkomst: str
    tafel: tuple[str, ...]
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Overdracht:
    """What is known of one pupil on a route.

    Attributes:
        definitie: the version of the route it began with.
        opp: the OPP as a form, or None.
        niet_ingestemd: what misses of the parents' agreement on its handelingsdeel, one Dutch sentence each.
        bespreking: the newest leerlingbespreking that was closed, or None; it has the ondersteuningsvraag.
        gesprekken: the conversations that were held, the oldest first.
        acties: what was tried, the oldest first.
        stappen, berichten, mpos: of the route, the oldest first.
        verslagen: the closed leerlingbesprekingen, the newest first.
        bijlagen: files of the route and the pupil, each under what it is.
        voor: ids of the contacts it is most likely for.
    """

    over: OverLeerling
    route: Route
    definitie: RouteDefinitie
    opp: Ingevuld | None
    bespreking: Ingevuld | None
    gesprekken: tuple[Gespreksregel, ...]
    acties: tuple[Actie, ...]
    stappen: tuple[Routestap, ...]
    berichten: tuple[Routebericht, ...]
    mpos: tuple[Mporegel, ...]
    verslagen: tuple[Ingevuld, ...]
    bijlagen: tuple[Bijlageregel, ...]
    niet_ingestemd: tuple[str, ...] = ()
    voor: tuple[str, ...] = ()


def rollen_voor(definitie: RouteDefinitie, station_id: str) -> tuple[str, ...]:
    """Roles of those of `ONTVANGERS` who get the dossier at a station: who is at move, and who is next on the only way.

    Raises:
        KeyError: the route has no such station.
    """
    here = definitie.station(station_id)
    following = [definitie.station(here.naar[0].naar)] if len(here.naar) == 1 else []
    at_move = {each.aan_zet for each in (here, *following)}
    return tuple(rol for rol in ONTVANGERS if rol in at_move)
