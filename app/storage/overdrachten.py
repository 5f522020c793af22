"""All that is known of a pupil on a route, read for the hand-over dossier."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from app.models.aanvraag import Bijlageregel
from app.models.bespreking import Formulier
from app.models.consult import Bijlage
from app.models.forms.answers import answer_of, plain_text
from app.models.formuliersoort import LEERLINGBESPREKING
from app.models.gesprek import Gesprek
from app.models.gespreksbeleid.definition import Beleid
from app.models.gespreksregels import gesprekstitel
from app.models.leerling import Ouder, Plan
from app.models.lijkt_op import Actie
from app.models.overdracht import Gespreksregel, Ingevuld, Mporegel, Overdracht, rollen_voor
from app.models.route import Mpo, Route, Routebericht
from app.models.routes.definition import RouteDefinitie
from app.models.school import Medewerker
from app.storage.aanvragen import over_leerling
from app.storage.archive import Archive
from app.storage.contacten import contacten
from app.storage.formulieren import acties_uit, definition_of
from app.storage.mpo import partijen
from app.storage.nieuwste import nieuwste, nieuwste_van
from app.storage.opp import oppstand
from app.storage.routedefinities import route_definitie
from app.storage.routelezer import find_route, mpos_van, stappen_van
from app.storage.schooljaren import beleid_van

OPP = "opp"
_UITKOMST = ("besluit", "afspraken")
"""Roles of the answers that say what came of a conversation, the most telling first."""


def overdracht(archive: Archive, route_id: str, today: date) -> Overdracht:
    """Read all that can go into a hand-over dossier.

    Raises:
        KeyError: no such route.
    """
    route = find_route(archive, route_id)
    definitie = route_definitie(archive, route.definitie)
    over = over_leerling(archive, route.leerling, today)
    if over is None:
        raise KeyError(f"leerling {route.leerling}")
    forms = [_ingevuld(archive, each) for each in nieuwste_van(archive, route.leerling)]
    closed = [each for each in forms if each.formulier.vastgesteld_op and each.formulier.soort == LEERLINGBESPREKING]
    acties = [actie for each in reversed(forms) for actie in acties_uit(each.definitie, each.formulier)]
    return Overdracht(
        over=over,
        route=route,
        definitie=definitie,
        opp=_opp(archive, route.leerling, forms),
        bespreking=closed[0] if closed else None,
        gesprekken=_gesprekken(archive, route.leerling),
        acties=_zonder_dubbele(acties),
        stappen=stappen_van(archive, route_id),
        berichten=tuple(sorted(archive.all(Routebericht, route=route_id), key=lambda each: each.op or date.min)),
        mpos=tuple(_mporegel(archive, each) for each in reversed(mpos_van(archive, route_id))),
        verslagen=tuple(closed),
        bijlagen=_bijlagen(archive, route),
        niet_ingestemd=oppstand(archive, route.leerling, today).niet_ingestemd,
        voor=_ontvangers(archive, definitie, route),
    )


def _ontvangers(archive: Archive, definitie: RouteDefinitie, route: Route) -> tuple[str, ...]:
    """The contacts whose turn it is, of each role of which there is exactly one."""
    found = (contacten(archive, rol) for rol in rollen_voor(definitie, route.station))
    return tuple(known[0].id for known in found if len(known) == 1)


def _ingevuld(archive: Archive, formulier: Formulier) -> Ingevuld:
    return Ingevuld(formulier, definition_of(archive, formulier.definitie))


def _opp(archive: Archive, leerling: str, forms: list[Ingevuld]) -> Ingevuld | None:
    """The OPP that runs longest, else the newest form of one."""
    plans = [each for each in archive.all(Plan, leerling=leerling, soort=OPP) if each.formulier]
    newest = max(plans, key=lambda each: (each.tot or date.max, each.id), default=None)
    formulier = nieuwste(archive, newest.formulier) if newest else None
    if formulier is not None:
        return _ingevuld(archive, formulier)
    return next((each for each in forms if each.formulier.soort == OPP), None)


def _zonder_dubbele(acties: list[Actie]) -> tuple[Actie, ...]:
    """What was taken over from one form into the next is told once, as it was told last."""
    found: dict[str, Actie] = {}
    for each in acties:
        found[" ".join(each.actie.casefold().split())] = each
    return tuple(found.values())


def _gesprekken(archive: Archive, leerling: str) -> tuple[Gespreksregel, ...]:
    @cache
    def policy(schooljaar: str) -> Beleid:
        return beleid_van(archive, schooljaar)

    held = sorted(archive.all(Gesprek, leerling=leerling, staat="gehouden"), key=lambda each: each.datum or date.min)
    return tuple(
        Gespreksregel(
            each.datum,
            gesprekstitel(each, policy(each.schooljaar)),
            ", ".join(_aan_tafel(archive, each)),
            each.notitie or _uitkomst(archive, each),
        )
        for each in held
    )


def _aan_tafel(archive: Archive, gesprek: Gesprek) -> Iterator[str]:
    """Who held it, the parent with whom it was when it was with one, and who else was there."""
    holder, ouder = archive.get(Medewerker, gesprek.medewerker), archive.get(Ouder, gesprek.ouder)
    yield from (each.naam for each in (holder, ouder) if each is not None and each.naam)
    yield from gesprek.aanwezig


def _uitkomst(archive: Archive, gesprek: Gesprek) -> str:
    """What its report says was decided or agreed."""
    formulier = nieuwste(archive, gesprek.formulier)
    if formulier is None:
        return ""
    definitie = definition_of(archive, formulier.definitie)
    for rol in _UITKOMST:
        found = definitie.field_by_role(rol)
        text = plain_text(found[1], answer_of(found[1], formulier.antwoorden)) if found else ""
        if text.strip():
            return text
    return ""


def _mporegel(archive: Archive, mpo: Mpo) -> Mporegel:
    outside = (each.naam for each in partijen(archive, mpo))
    return Mporegel(mpo.datum, mpo.uitkomst, (*outside, *mpo.anderen), mpo.toelichting)


def _bijlagen(archive: Archive, route: Route) -> tuple[Bijlageregel, ...]:
    """Files of the pupil wherever they were added: those of the route first."""
    found = archive.all(Bijlage, leerling=route.leerling)
    own = tuple(each for each in found if each.van == route.id)
    rest = tuple(each for each in found if each.van != route.id)
    lines = (("Bijlage bij de route", own), ("Bijlage uit het dossier", rest))
    return tuple(Bijlageregel(titel, "bijgevoegd", "", files) for titel, files in lines if files)
