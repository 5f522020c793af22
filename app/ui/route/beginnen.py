"""Begins a route for a pupil, with what the leerlingbesprekingen already tell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.models.bespreking import Formulier
from app.models.forms.answers import answer_of, plain_text
from app.models.formuliersoort import LEERLINGBESPREKING
from app.models.lijkt_op import Actie
from app.storage import routes
from app.storage.archive import Archive
from app.storage.definities import load_toestemmingstabel
from app.storage.dossier import dossier
from app.storage.formulieren import definition_of
from app.storage.routedefinities import Routeaanbod, load_route, routeaanbod
from app.storage.routelezer import lopende_route
from app.storage.routes import Aanvang
from app.storage.routestap import Zet
from app.ui.context import Context
from app.ui.route.begindialoog import BeginDialoog, Begonnen
from app.ui.widgets.dialog import Message

MOST_ACTIONS = 6
Then = Callable[[str, bool], None]
_RESULTS = {"werkte_niet": "werkte niet", "werkte_deels": "werkte deels", "werkte": "werkte"}


@dataclass(frozen=True, slots=True)
class Aanloop:
    """What is known when a route begins.

    Attributes:
        naam: of the pupil.
        loopt: id of the route that the pupil is on already, or empty.
        aanleiding: the question of the last leerlingbespreking; tekort: what was tried, with what result.
    """

    aanbod: Routeaanbod
    naam: str
    loopt: str
    aanleiding: str
    tekort: str


def ask_begin(host: QWidget, context: Context, leerling: str, then: Then, otherwise: Callable[[], None]) -> None:
    """Ask what a route begins with and write it; a pupil who is on one already is shown that one.

    Parameters:
        host: over which the dialog opens.
        leerling: id of the pupil.
        then: gets the id of the route, and whether it began just now.
        otherwise: is called when nothing is written.
    """
    context.db.ask(
        partial(_around, leerling, context), partial(_ask, host, context, leerling, then, otherwise), owner=host
    )


def _ask(
    host: QWidget,
    context: Context,
    leerling: str,
    then: Then,
    otherwise: Callable[[], None],
    around: Aanloop,
) -> None:
    if around.loopt:
        then(around.loopt, False)
        return
    options = [(each.naam, each.titel) for each, _ in around.aanbod.routes]
    known = around.aanleiding, around.tekort
    made: Begonnen | None = BeginDialoog.ask(host, around.naam, options, around.aanbod.fouten, known, context.vandaag)
    if made is None:
        otherwise()
        return
    refuse = partial(_refuse, host, otherwise)
    begun = partial(_begun, then)
    context.db.ask(partial(_write, leerling, made, context), begun, owner=host, otherwise=refuse)


def _begun(then: Then, route: str) -> None:
    then(route, True)


def _refuse(host: QWidget, otherwise: Callable[[], None], error: BaseException) -> None:
    Message.ask(host, "De route kan niet beginnen", str(error))
    otherwise()


def _around(leerling: str, context: Context, archive: Archive) -> Aanloop:
    running = lopende_route(archive, leerling)
    found = dossier(archive, leerling, context.vandaag(), load_toestemmingstabel(context.own_forms))
    tried = found.acties[:MOST_ACTIONS] if found is not None else ()
    return Aanloop(
        routeaanbod(archive),
        found.leerling.naam if found is not None else "",
        running.id if running else "",
        _question(archive, leerling),
        "\n".join(_tried(each) for each in tried),
    )


def _question(archive: Archive, leerling: str) -> str:
    """The question of the teacher in the last leerlingbespreking (form A.6, section 1)."""
    forms = archive.all(Formulier, leerling=leerling, soort=LEERLINGBESPREKING)
    for form in sorted(forms, key=lambda each: (each.datum or date.min, each.versie), reverse=True):
        field = definition_of(archive, form.definitie).field_by_role("hulpvraag")
        words = plain_text(field[1], answer_of(field[1], form.antwoorden)) if field else ""
        if words:
            return words
    return ""


def _tried(actie: Actie) -> str:
    about = ", ".join(filter(None, (actie.periode, actie.door)))
    result = _RESULTS.get(actie.resultaat, "")
    return "".join(filter(None, (actie.actie, f" ({about})" if about else "", f": {result}" if result else "")))


def _write(leerling: str, made: Begonnen, context: Context, archive: Archive) -> str:
    begins = Aanvang(load_route(archive, made.soort), made.aanleiding, made.tekort)
    zet = Zet(made.datum, context.gebruiker)
    return routes.begin(archive, leerling, begins, zet, context.gebruiker, context.vandaag())
