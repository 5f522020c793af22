"""The MPO's of a route: called, minuted, with an outcome of which the directeur is told."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.models.bespreking import Formulier
from app.models.contact import CONTACTROLLEN, Contact
from app.models.datums import lang
from app.models.forms.definition import FormDefinition
from app.models.ids import derived_id
from app.models.route import MPO_UITKOMSTEN, Mpo, Routebericht
from app.models.routes.definition import Informeren
from app.models.routes.regels import mag_einde, mag_mpo, mag_verslag, mag_vertellen
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.contacten import contacten, contacten_met
from app.storage.definities import load_definition
from app.storage.errors import Refused
from app.storage.formulieren import Begin
from app.storage.gespreksverslag import OWN_FORMS
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.routedefinities import route_definitie
from app.storage.routelezer import find_route, kale_stand, laatste_met_uitkomst, mpos_van
from app.storage.routestap import Zet, eis, eis_zet, stap
from app.storage.routeuitkomst import uitkomst_van
from app.storage.tijdlijn import nieuwste_versie

NOTULEN = "mpo"
"""Name of the form for the minutes."""

COORDINATOR = "coordinator"
"""Role of the contact who joins where the MPO says so; of several nobody can tell who, so the function is asked."""

DE_FUNCTIE = Contact(id="", naam=CONTACTROLLEN[COORDINATOR])
"""Stands for that function; the same each time, so that a page without changes reads as it was."""

_DETAILS = ("datum", "tijd", "plaats", "partijen", "anderen", "agenda", "coordinator")


def mpo_maak(archive: Archive, mpo: Mpo, author: str) -> tuple[Schrijf, ...]:
    """Call an MPO at the station where the route is.

    Parameters:
        mpo: with its route; pupil and station follow from that.

    Raises:
        KeyError: no such route.
        Refused: no MPO can be held here; one Dutch sentence.
    """
    route = find_route(archive, mpo.route)
    stand = kale_stand(archive, route)
    eis(*mag_mpo(stand))
    new = replace(
        mpo, leerling=route.leerling, station=stand.station.id, formulier=None, uitkomst="", directeur_op=None
    )
    return schrijf(archive, (Schrijf.van(new),), author)


def mpo_wijzig(archive: Archive, mpo: Mpo, author: str) -> tuple[Schrijf, ...]:
    """Change when and where an MPO is, who comes and what is on the agenda.

    Raises:
        KeyError: no such MPO.
    """
    find_mpo(archive, mpo.id)
    return schrijf(archive, (Schrijf(mpo.kind, mpo.id, {name: getattr(mpo, name) for name in _DETAILS}),), author)


def mpo_verwijder(archive: Archive, mpo_id: str, author: str) -> tuple[Schrijf, ...]:
    """Take away an MPO that will not be held.

    Raises:
        KeyError: no such MPO.
        Refused: there are minutes or an outcome; one Dutch sentence.
    """
    mpo = find_mpo(archive, mpo_id)
    if mpo.uitkomst or mpo.formulier:
        raise Refused("Van dit MPO is al iets vastgelegd, dus het blijft staan; pas het aan als er iets niet klopt.")
    return schrijf(archive, (Schrijf.weg(mpo),), author)


def mpo_uitkomst(
    archive: Archive, mpo_id: str, uitkomst: str, toelichting: str, author: str, vandaag: date
) -> tuple[Schrijf, ...]:
    """Record what an MPO came to.

    Parameters:
        uitkomst: key of `MPO_UITKOMSTEN`, not empty.
        toelichting: in words; needed as long as no minutes are vastgesteld.

    Raises:
        KeyError: no such MPO, or no such outcome.
        Refused: it was not held yet, words miss, or the route rests on another outcome; one Dutch sentence.
    """
    mpo = find_mpo(archive, mpo_id)
    if not uitkomst or uitkomst not in MPO_UITKOMSTEN:
        raise KeyError(f"uitkomst {uitkomst}")
    eis(*mag_verslag(mpo.datum, vandaag))
    said = toelichting.strip() or mpo.toelichting
    if not said and not _is_genotuleerd(archive, mpo):
        raise Refused("Schrijf kort op wat eruit kwam, of maak eerst het verslag van dit MPO.")
    return schrijf(archive, (uitkomst_van(archive, mpo, uitkomst, said),), author)


def mpo_directeur(archive: Archive, mpo_id: str, zet: Zet, hoe: str, author: str, vandaag: date) -> tuple[Schrijf, ...]:
    """Record that the directeur was told the outcome of an MPO. When that ends the route, it ends with this.

    Parameters:
        zet: when and by whom.
        hoe: e.g. `gesprek`.

    Raises:
        KeyError: no such MPO.
        Refused: there is no outcome yet, or something misses; one Dutch sentence.
    """
    mpo = find_mpo(archive, mpo_id)
    if not mpo.uitkomst or mpo.datum is None:
        raise Refused("Van dit MPO is nog geen uitkomst; leg die eerst vast.")
    if zet.datum < mpo.datum:
        raise Refused(f"Het MPO was op {lang(mpo.datum)}; kies die dag of een latere.")
    asked = _asked(archive, mpo)
    eis(*mag_vertellen(asked.wie, zet.datum, hoe, vandaag))
    werk = [Schrijf(mpo.kind, mpo.id, {"directeur_op": zet.datum}), _told(mpo, asked, zet, hoe)]
    return schrijf(archive, (*werk, *_einde(archive, mpo, zet, vandaag)), author)


def begin_notulen(archive: Archive, mpo_id: str, spreker: str, author: str, dag: date) -> str:
    """Begin the minutes of an MPO, or give those that were begun; who is invited and the agenda stand in them already.

    Parameters:
        spreker: name of whom the words are.
        dag: day of a meeting that has none.

    Returns:
        Id of the form, of its newest version.

    Raises:
        KeyError: no such MPO.
        DefinitionError: the form cannot be read; one Dutch sentence, nothing is written.
    """
    mpo = find_mpo(archive, mpo_id)
    if mpo.formulier:
        return nieuwste_versie(archive, mpo.formulier)
    definitie = load_definition(NOTULEN, archive.path.parent / OWN_FORMS)
    with archive.batch():
        form = formulieren.begin(archive, Begin(definitie, mpo.leerling, mpo.datum or dag, spreker), author)
        for pad, value in _known(archive, definitie[0], mpo).items():
            archive.write_answer(form, pad, value, author)
        archive.write("mpo", mpo.id, {"formulier": form, "datum": mpo.datum or dag}, author)
    return form


def find_mpo(archive: Archive, mpo_id: str) -> Mpo:
    """An MPO by its id.

    Raises:
        KeyError: no such MPO.
    """
    mpo = archive.get(Mpo, mpo_id)
    if mpo is None or mpo.verwijderd_op:
        raise KeyError(f"mpo {mpo_id}")
    return mpo


def partijen(archive: Archive, mpo: Mpo) -> tuple[Contact, ...]:
    """The contacts who are invited, in the order in which they were chosen; last the coördinator who joins unchosen."""
    found = contacten_met(archive, mpo.partijen)
    if not mpo.coordinator or any(each.rol == COORDINATOR for each in found):
        return tuple(found)
    known = contacten(archive, COORDINATOR)
    return (*found, known[0] if len(known) == 1 else DE_FUNCTIE)


def _einde(archive: Archive, mpo: Mpo, zet: Zet, vandaag: date) -> tuple[Schrijf, ...]:
    """The end of the route, when parents and school agreed at its last MPO and the directeur knows of all of them."""
    route = find_route(archive, mpo.route)
    mpos = tuple(
        replace(each, directeur_op=zet.datum) if each.id == mpo.id else each for each in mpos_van(archive, route.id)
    )
    stand = kale_stand(archive, route, mpos)
    last = laatste_met_uitkomst(mpos)
    if last is None or last.datum is None or not stand.moet_eindigen or mag_einde(stand):
        return ()
    reden = f"Ouders en school zijn het eens: MPO van {lang(last.datum)}."
    end = Zet(max(zet.datum, stand.stappen[-1].datum or zet.datum), zet.door, reden)
    eis_zet(stand, end, vandaag, met_reden=True)
    return stap(route, stand, "einde", stand.station.id, end)


def _asked(archive: Archive, mpo: Mpo) -> Informeren:
    """Who the route of this pupil wants to be told; the directeur when it says nothing."""
    definitie = route_definitie(archive, find_route(archive, mpo.route).definitie)
    asked = (each for each in definitie.station(mpo.station).informeert if each.bij_mpo)
    return next(asked, Informeren("", CONTACTROLLEN["directeur"], "", "de uitkomst van het MPO"))


def _told(mpo: Mpo, asked: Informeren, zet: Zet, hoe: str) -> Schrijf:
    bericht = Routebericht(
        id=derived_id(mpo.id, "directeur"),
        route=mpo.route,
        leerling=mpo.leerling,
        station=mpo.station,
        informeren=asked.id,
        wie=asked.wie,
        op=zet.datum,
        hoe=hoe.strip(),
        waarover=asked.waarover,
        door=zet.door.strip(),
    )
    return Schrijf.van(bericht)


def _is_genotuleerd(archive: Archive, mpo: Mpo) -> bool:
    return any(each.vastgesteld_op for each in archive.all(Formulier, stam=mpo.formulier)) if mpo.formulier else False


def _known(archive: Archive, definitie: FormDefinition, mpo: Mpo) -> dict[str, Any]:
    """What can be filled in before anybody says a word, by path; the first section last: there one goes on."""
    people = [each.naam_met_rol for each in partijen(archive, mpo)]
    known = {
        "ondersteuningsvraag": find_route(archive, mpo.route).aanleiding,
        "mpo_agenda": mpo.agenda,
        "aanwezig": ", ".join([*people, *mpo.anderen]),
    }
    fields = {rol: definitie.field_by_role(rol) for rol in known}
    return {found[1].pad: known[rol] for rol, found in fields.items() if found and known[rol]}
