"""All that the page of a pupil's route shows, read at once."""

from dataclasses import dataclass
from datetime import date

from app.models.bespreking import Afspraak, Formulier
from app.models.contact import Contact
from app.models.leerling import Leerling
from app.models.route import Mpo, Route, Routebericht, Routestap
from app.models.routes.definition import Informeren, RouteDefinitie, Station, Vereiste
from app.models.routes.regels import mogelijk
from app.models.routes.stand import GEWEEST, HIER, Gemis, Mogelijk
from app.models.school import Groep
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.formulieren import OuderVan, ouders_van
from app.storage.mpo import partijen
from app.storage.opp import Oppstand
from app.storage.routes import Mist, Plek, plek_van, wat_mist_in
from app.storage.routestand import Gegevens, gegevens


@dataclass(frozen=True, slots=True)
class Vereistestaat:
    """Something that must be there at a station.

    Attributes:
        op: day on which it was ticked, or None; toelichting: where it is.
        place: view, id and part where it is filled in.
    """

    vereiste: Vereiste
    is_er: bool
    op: date | None
    toelichting: str
    place: Plek


@dataclass(frozen=True, slots=True)
class Verteld:
    """Somebody who must be told at a station, and the last time they were; None when not yet."""

    informeren: Informeren
    bericht: Routebericht | None


@dataclass(frozen=True, slots=True)
class Halte:
    """A station on the way of this pupil.

    Attributes:
        staat: `hier`, `geweest`, `overgeslagen`, `komt` or `beeindigd`.
        sinds: day on which the pupil last came here; tot: on which it left again; None when not (yet).
        dagen: how long it has been here this time, in days; of a station that was passed: how long it was.
        besluiten: the decisions taken here, in order.
    """

    station: Station
    staat: str
    sinds: date | None
    tot: date | None
    dagen: int | None
    vereisten: tuple[Vereistestaat, ...]
    informeert: tuple[Verteld, ...]
    besluiten: tuple[Routestap, ...]


@dataclass(frozen=True, slots=True)
class Overleg:
    """An MPO with all that belongs to it.

    Attributes:
        partijen: contacts who are invited, with the coördinator who joins.
        notulen: the newest version of the minutes, or None.
        afspraken: what was agreed there.
    """

    mpo: Mpo
    partijen: tuple[Contact, ...]
    notulen: Formulier | None
    afspraken: tuple[Afspraak, ...]


@dataclass(frozen=True, slots=True)
class Routeblad:
    """The route of one pupil.

    Attributes:
        haltes: the stations, in the order of the route.
        hier: the one where it is, or where it ended.
        stappen: all steps and decisions, in the order in which they were made.
        berichten: who was told, in the order of the days.
        mist: what misses before the next hand-over.
        mogelijk: what can be done now, and what can't with the reasons.
        mpos: the newest first; one without a day before all others.
        eerdere: other routes of this pupil, the newest first.
    """

    route: Route
    leerling: Leerling
    groep: Groep | None
    ouders: tuple[OuderVan, ...]
    definitie: RouteDefinitie
    haltes: tuple[Halte, ...]
    hier: Halte
    stappen: tuple[Routestap, ...]
    berichten: tuple[Routebericht, ...]
    mist: tuple[Mist, ...]
    mogelijk: Mogelijk
    mpos: tuple[Overleg, ...]
    opp: Oppstand
    eerdere: tuple[Route, ...]

    @property
    def nog_niets_gedaan(self) -> bool:
        """Whether it only began, so that it can still be taken away."""
        ticked = any(vereiste.op for halte in self.haltes for vereiste in halte.vereisten)
        return len(self.stappen) == 1 and not (self.berichten or self.mpos or ticked)


def routeblad(archive: Archive, route_id: str, vandaag: date) -> Routeblad | None:
    """Read the route of a pupil; None when there is no such route."""
    try:
        found = gegevens(archive, route_id, vandaag)
    except KeyError:
        return None
    leerling = archive.get(Leerling, found.route.leerling)
    if leerling is None or leerling.verwijderd_op:
        return None
    haltes = tuple(_halte(found, each, vandaag) for each in found.stand.definitie.stations)
    return Routeblad(
        route=found.route,
        leerling=leerling,
        groep=archive.get(Groep, leerling.groep),
        ouders=ouders_van(archive, leerling.id),
        definitie=found.stand.definitie,
        haltes=haltes,
        hier=next(each for each in haltes if each.station == found.stand.station),
        stappen=found.stand.stappen,
        berichten=found.berichten,
        mist=wat_mist_in(found),
        mogelijk=mogelijk(found.stand),
        mpos=tuple(_overleg(archive, each) for each in found.mpos),
        opp=found.opp,
        eerdere=tuple(each for each in reversed(archive.all(Route, leerling=leerling.id)) if each.id != route_id),
    )


def _halte(found: Gegevens, station: Station, vandaag: date) -> Halte:
    staat = found.stand.staat(station.id)
    sinds, tot = _verblijf(found, station) if staat not in ("komt", "overgeslagen") else (None, None)
    until = tot or (vandaag if staat in (HIER, GEWEEST) else None)
    return Halte(
        station=station,
        staat=staat,
        sinds=sinds,
        tot=tot,
        dagen=(until - sinds).days if sinds and until else None,
        vereisten=tuple(_vereiste(found, station, each) for each in station.vereisten),
        informeert=tuple(Verteld(each, _bericht(found, station, each)) for each in station.informeert),
        besluiten=tuple(each for each in found.stand.stappen if each.soort == "besluit" and each.van == station.id),
    )


def _verblijf(found: Gegevens, station: Station) -> tuple[date | None, date | None]:
    """When it last came to a station, and when it left there again."""
    sinds = tot = None
    for step in found.stand.stappen_gezet:
        if step.soort == "einde" or (step.van == station.id and step.naar != station.id):
            tot = step.datum if step.van == station.id else tot
        if step.naar == station.id and step.soort != "einde":
            sinds, tot = step.datum, None
    return sinds, tot


def _vereiste(found: Gegevens, station: Station, vereiste: Vereiste) -> Vereistestaat:
    tick = found.vinkjes.get((station.id, vereiste.id))
    gemis = Gemis(station.id, vereiste.soort, vereiste.id, vereiste.titel)
    return Vereistestaat(
        vereiste=vereiste,
        is_er=(station.id, vereiste.id) in found.stand.aanwezig,
        op=tick.aanwezig_op if tick else None,
        toelichting=tick.toelichting if tick else "",
        place=plek_van(found, gemis),
    )


def _bericht(found: Gegevens, station: Station, informeren: Informeren) -> Routebericht | None:
    """The message that counts: about MPO's only when all outcomes were told."""
    told = (station.id, informeren.id) in found.stand.verteld
    return found.bericht(station, informeren) if told else None


def _overleg(archive: Archive, mpo: Mpo) -> Overleg:
    versies = formulieren.versies(archive, mpo.formulier) if mpo.formulier else []
    return Overleg(
        mpo=mpo,
        partijen=partijen(archive, mpo),
        notulen=versies[-1] if versies else None,
        afspraken=tuple(archive.all(Afspraak, formulier=mpo.formulier)) if mpo.formulier else (),
    )
