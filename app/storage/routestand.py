"""Reads all that is recorded of one route, and what is there of what it asks."""

from dataclasses import dataclass, replace
from datetime import date

from app.models.route import Mpo, Route, Routebericht, Routevereiste
from app.models.routes.definition import Informeren, Station, Vereiste
from app.models.routes.stand import Sleutel, Stand
from app.storage.archive import Archive
from app.storage.definities import load_toestemmingstabel
from app.storage.gespreksverslag import OWN_FORMS
from app.storage.opp import Oppstand, oppstand
from app.storage.routelezer import directeur_wacht, find_route, kale_stand, mpos_van
from app.storage.toestemmingen import stand as toestemming


@dataclass(frozen=True, slots=True)
class Gegevens:
    """All that is recorded of one route.

    Attributes:
        berichten: who was told, in the order of the days.
        vinkjes: what was ticked, by station and requirement.
        mpos: the newest first; one without a day before all others.
    """

    route: Route
    stand: Stand
    berichten: tuple[Routebericht, ...]
    vinkjes: dict[Sleutel, Routevereiste]
    mpos: tuple[Mpo, ...]
    opp: Oppstand

    def bericht(self, station: Station, informeren: Informeren) -> Routebericht | None:
        """The last time somebody was told at a station, or None."""
        told = [each for each in self.berichten if (each.station, each.informeren) == (station.id, informeren.id)]
        return told[-1] if told else None


def gegevens(archive: Archive, route_id: str, vandaag: date) -> Gegevens:
    """Read a route.

    Raises:
        KeyError: no such route.
    """
    route = find_route(archive, route_id)
    mpos = mpos_van(archive, route.id)
    kaal = kale_stand(archive, route, mpos)
    berichten = sorted(archive.all(Routebericht, route=route.id), key=lambda each: (each.op or date.min, each.id))
    found = Gegevens(
        route=route,
        stand=kaal,
        berichten=tuple(berichten),
        vinkjes={(each.station, each.vereiste): each for each in archive.all(Routevereiste, route=route.id)},
        mpos=mpos,
        opp=oppstand(archive, route.leerling, vandaag),
    )
    delen = any(each.soort == "toestemming" for station in kaal.definitie.stations for each in station.vereisten)
    met_delen = delen and _mag_delen(archive, route.leerling)
    aanwezig = (
        (station.id, each.id)
        for station in kaal.definitie.stations
        for each in station.vereisten
        if _is_er(found, station, each, mag_delen=met_delen)
    )
    verteld = (
        (station.id, each.id)
        for station in kaal.definitie.stations
        for each in station.informeert
        if _is_verteld(found, station, each)
    )
    return replace(found, stand=replace(kaal, aanwezig=frozenset(aanwezig), verteld=frozenset(verteld)))


def _is_er(found: Gegevens, station: Station, vereiste: Vereiste, *, mag_delen: bool) -> bool:
    tick = found.vinkjes.get((station.id, vereiste.id))
    ticked = tick is not None and tick.aanwezig_op is not None
    match vereiste.soort:
        case "opp":
            return found.opp.is_klaar
        case "beginsituatie":
            return ticked or (found.opp.geldig is not None and bool(found.opp.inhoud.beginsituatie))
        case "ondersteuningsvraag":
            return ticked or (found.opp.geldig is not None and bool(found.opp.inhoud.ondersteuningsvraag))
        case "mpo_uitkomst":
            return any(_telt(each, station, vereiste) for each in found.mpos)
        case "besluit":
            taken = ((each.van, each.besluit) for each in found.stand.stappen if each.soort == "besluit")
            return (station.id, vereiste.besluit) in taken
        case "toestemming":
            return mag_delen
        case _:
            return ticked


def _telt(mpo: Mpo, station: Station, vereiste: Vereiste) -> bool:
    return mpo.station == station.id and bool(mpo.uitkomst) and (mpo.coordinator or not vereiste.coordinator)


def _is_verteld(found: Gegevens, station: Station, informeren: Informeren) -> bool:
    if informeren.bij_mpo and directeur_wacht(tuple(each for each in found.mpos if each.station == station.id)):
        return False
    return found.bericht(station, informeren) is not None


def _mag_delen(archive: Archive, leerling_id: str) -> bool:
    table = load_toestemmingstabel(archive.path.parent / OWN_FORMS)
    return toestemming(archive, leerling_id, table).oordeel.mag_delen
