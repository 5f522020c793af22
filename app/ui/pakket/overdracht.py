"""The hand-over dossier for RVZ and coördinator as a pack: a Word document part by part, and annexes."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from app.exports.overdracht import DELEN, TITEL, OverdrachtStof, aanwezige_delen, maak_overdracht, proef
from app.exports.pakket import Deel, Papier
from app.exports.sjabloon import template_path
from app.exports.vel import Proefregel
from app.models.consult import Bijlage
from app.models.opp import INSTEMMING_VEREIST
from app.models.overdracht import Overdracht
from app.ui.context import Context
from app.ui.pakket.aanbod import Onderdeel, Pakketaanbod, Pakketkeuze
from app.ui.pakket.aanvraag import bijlageonderdelen, met_inhoud, stukken
from app.ui.routewoorden import NIET_INGESTEMD

ROLLEN = ("rvz", "coordinator", "swv", "onderwijsconsulent", "leerplicht")
"""Who a hand-over can be for."""


def overdrachtpakket(overdracht: Overdracht, context: Context) -> Pakketaanbod:
    """The hand-over of a route, ready to be chosen from; annexes from elsewhere are not ticked at first."""
    over, (own, rest), missing = overdracht.over, _files(overdracht), overdracht.niet_ingestemd
    return Pakketaanbod(
        titel="Overdrachtsdossier samenstellen",
        soort=TITEL,
        leerlingen=((over.leerling.id, over.leerling.naam),),
        van=overdracht.route.id,
        onderdelen=(
            *(Onderdeel(deel, DELEN[deel][0]) for deel in aanwezige_delen(overdracht)),
            *bijlageonderdelen(own),
            *bijlageonderdelen(rest, gekozen=False),
        ),
        aanvraag=False,
        delen=partial(_delen, overdracht, context),
        rollen=ROLLEN,
        voor=overdracht.voor,
        waarom="overdracht in de ondersteuningsroute",
        let_op=(NIET_INGESTEMD, "\n".join((*missing, INSTEMMING_VEREIST))) if missing else None,
        proef=partial(_proef, overdracht),
    )


def _files(overdracht: Overdracht) -> tuple[list[tuple[str, Bijlage]], list[tuple[str, Bijlage]]]:
    """Those of the route, and those from elsewhere in the dossier, each under its own name."""
    own: list[tuple[str, Bijlage]] = []
    rest: list[tuple[str, Bijlage]] = []
    for regel in overdracht.bijlagen:
        for each in regel.bestanden:
            (own if each.van == overdracht.route.id else rest).append((Path(each.naam).stem, each))
    return own, rest


def _proef(overdracht: Overdracht, kies: Collection[str]) -> tuple[Proefregel, ...]:
    return proef(overdracht, kies)


def _delen(overdracht: Overdracht, context: Context, keuze: Pakketkeuze) -> list[Deel]:
    own, rest = _files(overdracht)
    parts = [each for each in keuze.onderdelen if each in DELEN]
    stof = OverdrachtStof(
        context.school, overdracht, parts, context.vandaag(), keuze.aan, keuze.waarom, context.gebruiker
    )
    papers: list[Deel] = [Papier(TITEL, partial(maak_overdracht, stof, template_path(context.folder)))] if parts else []
    delen = [*papers, *stukken([*own, *rest], keuze, context)]
    return met_inhoud(delen, keuze, TITEL, (overdracht.over.leerling.naam,), context) if delen else []
