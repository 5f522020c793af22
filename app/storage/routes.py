"""What is done with the route of a pupil: each step with its day, by whom and why, and with a way back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from app.models.ids import derived_id
from app.models.leerling import Leerling
from app.models.route import Mpo, Route, Routebericht, Routestap, Routevereiste
from app.models.routes.definition import ZELF_AF_TE_VINKEN
from app.models.routes.regels import (
    mag_beginnen,
    mag_besluit,
    mag_einde,
    mag_overslaan,
    mag_terug,
    mag_verder,
    mag_vertellen,
)
from app.models.routes.regels import mist as wat_mist
from app.models.routes.stand import Gemis
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.formulieren import keep_definition
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.routedefinities import RouteMetTekst
from app.storage.routelezer import find_route, kale_stand, lopende_route, mpos_van, stappen_van
from app.storage.routestand import Gegevens, gegevens
from app.storage.routestap import Genomen, Zet, eis, eis_zet, stap

Plek = tuple[str, str, str]
"""Where something is filled in: a view, the record it shows, and the part within it."""


class Mist(NamedTuple):
    """Something that must be there before the route goes on, and where to fill it in.

    Attributes:
        vereiste: id of the requirement, or of who has to be told.
        soort: key of `VEREISTESOORTEN`, or `informeren`.
        tekst: what misses; hint: what to do.
        place: view, id and part.
    """

    vereiste: str
    soort: str
    tekst: str
    hint: str
    place: Plek


@dataclass(frozen=True, slots=True)
class Aanvang:
    """What a pupil gets on a route with.

    Attributes:
        keuze: the route and the text it was read from; the pupil stays on that text.
        aanleiding: the complex question.
        tekort: how it was shown that basic support does not suffice.
    """

    keuze: RouteMetTekst
    aanleiding: str
    tekort: str


def begin(archive: Archive, leerling_id: str, aanvang: Aanvang, zet: Zet, author: str, vandaag: date) -> str:
    """Put a pupil on a route.

    Returns:
        Id of the route.

    Raises:
        KeyError: no such pupil.
        Refused: the pupil is on a route already, or something misses; one Dutch sentence.
    """
    if archive.get(Leerling, leerling_id) is None:
        raise KeyError(f"leerling {leerling_id}")
    loopt_al = lopende_route(archive, leerling_id) is not None
    eis(*mag_beginnen(aanvang.aanleiding, aanvang.tekort, loopt_al=loopt_al))
    if not zet.door.strip():
        raise Refused("Vul in wie dit besloot.")
    if zet.datum > vandaag:
        raise Refused("Deze dag moet nog komen; begin de route op de dag zelf.")
    definitie, tekst = aanvang.keuze
    first = definitie.stations[0].id
    with archive.batch():
        route = Route(
            leerling=leerling_id,
            definitie=keep_definition(archive, definitie.naam, definitie.versie, tekst, author),
            station=first,
            sinds=zet.datum,
            begonnen_op=zet.datum,
            aanleiding=aanvang.aanleiding.strip(),
            tekort=aanvang.tekort.strip(),
        )
        archive.add(route, author)
        step = Routestap(route=route.id, leerling=leerling_id, naar=first, datum=zet.datum, door=zet.door.strip())
        archive.add(step, author)
    return route.id


def haal_weg(archive: Archive, route_id: str, author: str) -> tuple[Schrijf, ...]:
    """Take a route away that was begun by mistake, for example for another pupil of that name.

    Returns:
        What takes it back.

    Raises:
        KeyError: no such route.
        Refused: something was done on it; one Dutch sentence.
    """
    route, about = find_route(archive, route_id), {"route": route_id}
    stappen = stappen_van(archive, route_id)
    ticked = any(each.aanwezig_op for each in archive.all(Routevereiste, **about))
    told, held = archive.all(Routebericht, **about), archive.all(Mpo, **about)
    if len(stappen) > 1 or ticked or told or held:
        raise Refused("Op deze route is al iets gedaan; beëindig haar, dan blijft alles te lezen.")
    return schrijf(archive, (Schrijf.weg(each) for each in (route, *stappen)), author)


def verder(archive: Archive, route_id: str, naar: str, zet: Zet, author: str, vandaag: date) -> tuple[Schrijf, ...]:
    """Go on to the next station.

    Returns:
        What takes it back.

    Raises:
        KeyError: no such route or station.
        Refused: what stands in the way; one Dutch sentence.
    """
    found = gegevens(archive, route_id, vandaag)
    eis(*mag_verder(found.stand, naar))
    eis_zet(found.stand, zet, vandaag, met_reden=False)
    return schrijf(archive, stap(found.route, found.stand, "verder", naar, zet), author)


def terug(archive: Archive, route_id: str, naar: str, zet: Zet, author: str, vandaag: date) -> tuple[Schrijf, ...]:
    """Go back to an earlier station, with the reason. See `verder`."""
    found = gegevens(archive, route_id, vandaag)
    eis(*mag_terug(found.stand, naar))
    eis_zet(found.stand, zet, vandaag, met_reden=True)
    return schrijf(archive, stap(found.route, found.stand, "terug", naar, zet), author)


def sla_over(archive: Archive, route_id: str, naar: str, zet: Zet, author: str, vandaag: date) -> tuple[Schrijf, ...]:
    """Go to a later station without all that is asked before it, with the reason. See `verder`."""
    found = gegevens(archive, route_id, vandaag)
    eis(*mag_overslaan(found.stand, naar))
    eis_zet(found.stand, zet, vandaag, met_reden=True)
    return schrijf(archive, stap(found.route, found.stand, "overslaan", naar, zet), author)


def besluit(
    archive: Archive, route_id: str, besluit_id: str, waarden: Mapping[str, str], zet: Zet, author: str, vandaag: date
) -> tuple[Schrijf, ...]:
    """Record a decision of the present station; the route stays where it is.

    Parameters:
        waarden: answers by id of the decision's questions.

    Returns:
        What takes it back.

    Raises:
        KeyError: no such route.
        Refused: what stands in the way; one Dutch sentence.
    """
    found = gegevens(archive, route_id, vandaag)
    eis(*mag_besluit(found.stand, besluit_id, waarden))
    eis_zet(found.stand, zet, vandaag, met_reden=False)
    here = found.stand.station.id
    step = stap(found.route, found.stand, "besluit", here, zet, Genomen(besluit_id, waarden))
    return schrijf(archive, step, author)


def beeindig(archive: Archive, route_id: str, zet: Zet, author: str, vandaag: date) -> tuple[Schrijf, ...]:
    """End the route where it is, with the reason. See `verder`."""
    found = gegevens(archive, route_id, vandaag)
    eis(*mag_einde(found.stand))
    eis_zet(found.stand, zet, vandaag, met_reden=True)
    return schrijf(archive, stap(found.route, found.stand, "einde", found.stand.station.id, zet), author)


def bericht(archive: Archive, told: Routebericht, author: str, vandaag: date) -> tuple[Schrijf, ...]:
    """Record that somebody was informed: who, when, how, by whom.

    Parameters:
        told: with its route; the present station when it names none, and `author` when it does not say who told it.
            `informeren` says of whom the station asks it.

    Returns:
        What takes it back.

    Raises:
        KeyError: no such route or station, or nobody of that id has to be told there.
        Refused: who, how or a day that has been misses, or it belongs to an MPO; one Dutch sentence.
    """
    route = find_route(archive, told.route)
    stand = kale_stand(archive, route)
    station = stand.definitie.station(told.station) if told.station else stand.station
    asked = station.informeren(told.informeren)
    if told.informeren and asked is None:
        raise KeyError(f"informeren {told.informeren}")
    eis(*mag_vertellen(told.wie, told.op or vandaag, told.hoe, vandaag))
    if asked and asked.bij_mpo:
        raise Refused("Leg bij het MPO zelf vast dat de uitkomst is verteld.")
    fields: dict[str, Any] = {
        "leerling": route.leerling,
        "station": station.id,
        "op": told.op or vandaag,
        "door": told.door.strip() or author,
    }
    if asked and not told.waarover:
        fields["waarover"] = asked.waarover
    whole = Schrijf.van(told)
    return schrijf(archive, (Schrijf(whole.kind, whole.id, {**whole.velden, **fields}),), author)


def bericht_weg(archive: Archive, bericht_id: str, author: str) -> tuple[Schrijf, ...]:
    """Take away that somebody was informed; of the outcome of an MPO it then has to be told again.

    Returns:
        What takes it back.

    Raises:
        KeyError: no such message.
        Refused: the route ended; one Dutch sentence.
    """
    told = archive.get(Routebericht, bericht_id)
    if told is None:
        raise KeyError(f"routebericht {bericht_id}")
    if find_route(archive, told.route).beeindigd_op:
        raise Refused("Deze route is al beëindigd, dus wat verteld is, blijft staan.")
    about = [each for each in mpos_van(archive, told.route) if derived_id(each.id, "directeur") == told.id]
    again = (Schrijf(each.kind, each.id, {"directeur_op": None}) for each in about)
    return schrijf(archive, (Schrijf.weg(told), *again), author)


def vereiste(
    archive: Archive, route_id: str, punt: tuple[str, str], aanwezig_op: date | None, toelichting: str, author: str
) -> tuple[Schrijf, ...]:
    """Record that something which must be there is there, or no more.

    Parameters:
        punt: ids of the station and the requirement.
        aanwezig_op: day on which it was there; None takes the tick away.
        toelichting: where it is.

    Returns:
        What takes it back.

    Raises:
        KeyError: no such route, station or requirement.
        Refused: it can't be ticked, because it follows from something else; one Dutch sentence.
    """
    route = find_route(archive, route_id)
    station_id, vereiste_id = punt
    asked = kale_stand(archive, route).definitie.station(station_id).vereiste(vereiste_id)
    if asked is None:
        raise KeyError(f"vereiste {vereiste_id}")
    if asked.soort not in ZELF_AF_TE_VINKEN:
        raise Refused(f"‘{asked.titel}’ vink je niet zelf af; het volgt vanzelf uit wat je elders vastlegt.")
    new = Routevereiste(
        id=derived_id(route.id, station_id, vereiste_id),
        route=route.id,
        leerling=route.leerling,
        station=station_id,
        vereiste=vereiste_id,
        aanwezig_op=aanwezig_op,
        toelichting=toelichting.strip(),
    )
    return schrijf(archive, (Schrijf.van(new),), author)


def mist(archive: Archive, route_id: str, vandaag: date) -> tuple[Mist, ...]:
    """What misses before the hand-over to the next station, each with the place to fill it in.

    Raises:
        KeyError: no such route.
    """
    return wat_mist_in(gegevens(archive, route_id, vandaag))


def wat_mist_in(found: Gegevens) -> tuple[Mist, ...]:
    """What misses in a route that was read."""
    return tuple(
        Mist(each.id, each.soort, each.tekst, each.hint, plek_van(found, each)) for each in wat_mist(found.stand)
    )


def plek_van(found: Gegevens, gemis: Gemis) -> Plek:
    """Where to fill in what misses."""
    route = found.route
    match gemis.soort:
        case "opp" if found.opp.formulier is not None:
            return "formulier", found.opp.formulier.id, ""
        case "opp":
            return "route", route.id, "opp"
        case "mpo_uitkomst":
            return "route", route.id, "mpo"
        case "besluit":
            asked = found.stand.definitie.station(gemis.station).vereiste(gemis.id)
            return "route", route.id, f"besluit:{asked.besluit if asked else ''}"
        case "toestemming":
            return "leerling", route.leerling, "toestemming"
        case "informeren":
            asked_of = found.stand.definitie.station(gemis.station).informeren(gemis.id)
            return "route", route.id, "mpo" if asked_of is None or asked_of.bij_mpo else f"bericht:{gemis.id}"
        case _:
            return "route", route.id, f"vereiste:{gemis.id}"
