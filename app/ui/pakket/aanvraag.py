"""The application for a consult as a pack: the Word document, the annexes under clear names, and a list of contents."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from app.exports.aanvraag import AanvraagStof, aanvraagtitel, maak_aanvraag
from app.exports.inhoud import TITEL as INHOUD
from app.exports.inhoud import InhoudStof, maak_inhoud
from app.exports.pakket import Deel, Papier, Stuk, namen
from app.exports.sjabloon import template_path
from app.models.aanvraag import Aanvraagdossier, Bijlageregel
from app.models.consult import Bijlage
from app.storage.bijlageopslag import stroom
from app.ui.context import Context
from app.ui.pakket.aanbod import Onderdeel, Pakketaanbod, Pakketkeuze, omvang

PAPIER = "aanvraag"


def aanvraagpakket(dossier: Aanvraagdossier, context: Context) -> Pakketaanbod:
    """The application of a consult, ready to be chosen from."""
    titel = aanvraagtitel(dossier)
    return Pakketaanbod(
        titel=f"{titel} klaarzetten",
        soort=titel,
        leerlingen=tuple((each.leerling.id, each.leerling.naam) for each in dossier.leerlingen),
        van=dossier.consult.id,
        onderdelen=(
            Onderdeel(PAPIER, titel, "Word: alles wat je invulde", vast=True),
            *bijlageonderdelen(dossier.bestanden),
        ),
        aanvraag=True,
        delen=partial(_delen, dossier, context),
        aan=f"het samenwerkingsverband, via {dossier.soort.portaal}",
        waarom=f"de aanvraag ‘{dossier.soort.titel}’",
    )


def bijlageonderdelen(bestanden: Iterable[tuple[str, Bijlage]], *, gekozen: bool = True) -> tuple[Onderdeel, ...]:
    """Files to tick, each under what it is."""
    return tuple(
        Onderdeel(each.id, titel, _file(titel, each), is_bijlage=True, gekozen=gekozen) for titel, each in bestanden
    )


def _file(titel: str, bijlage: Bijlage) -> str:
    """Its name, unless that is its title already, and its size."""
    named = [] if bijlage.naam.startswith(titel) else [bijlage.naam]
    return " · ".join([*named, omvang(bijlage.grootte)])


def stukken(bestanden: Iterable[tuple[str, Bijlage]], keuze: Pakketkeuze, context: Context) -> list[Deel]:
    """The chosen files as parts of a pack."""
    return [
        Stuk(titel, each.naam, each.grootte, partial(stroom, context.folder, each))
        for titel, each in bestanden
        if each.id in keuze.onderdelen
    ]


def met_inhoud(
    delen: Sequence[Deel],
    keuze: Pakketkeuze,
    aanbod_soort: str,
    leerlingen: tuple[str, ...],
    context: Context,
    zonder: Sequence[tuple[str, str]] = (),
) -> list[Deel]:
    """The parts with a list of contents before them; a single document needs none.

    Parameters:
        zonder: what is not in it, and why.
    """
    if len(delen) == 1 and not zonder:
        return list(delen)
    words = ["deze lijst", *(_about(each) for each in delen)]
    template = template_path(context.folder)
    stof = InhoudStof(
        context.school, aanbod_soort, leerlingen, keuze.aan, keuze.waarom, context.vandaag(), (), zonder,
        context.gebruiker,
    )  # fmt: skip
    lijst = Papier(INHOUD, partial(maak_inhoud, stof, template))
    named = replace(stof, bestanden=tuple(zip(namen([lijst, *delen]), words, strict=True)))
    return [replace(lijst, make=partial(maak_inhoud, named, template)), *delen]


def _delen(dossier: Aanvraagdossier, context: Context, keuze: Pakketkeuze) -> list[Deel]:
    files = stukken(dossier.bestanden, keuze, context)
    stof = AanvraagStof(
        context.school, _chosen_only(dossier, keuze), context.vandaag(), context.gebruiker,
        zonder_bijlagen=bool(dossier.bestanden) and not files,
    )  # fmt: skip
    paper = Papier(aanvraagtitel(dossier), partial(maak_aanvraag, stof, template_path(context.folder)))
    zonder = tuple(
        (regel.titel, regel.woorden) for regel in dossier.bijlagen if regel.staat in ("niet_aanwezig", "niet_nodig")
    )
    return met_inhoud([paper, *files], keuze, aanvraagtitel(dossier), dossier.namen, context, zonder)


def _chosen_only(dossier: Aanvraagdossier, keuze: Pakketkeuze) -> Aanvraagdossier:
    """The application as if there were no other files than those that go along."""
    lines = []
    for regel in dossier.bijlagen:
        kept = tuple(each for each in regel.bestanden if each.id in keuze.onderdelen)
        if kept or not regel.bestanden:
            lines.append(Bijlageregel(regel.titel, regel.staat, regel.toelichting, kept))
        else:
            lines.append(Bijlageregel(regel.titel, "gaat niet mee", "", ()))
    return replace(dossier, bijlagen=tuple(lines))


def _about(deel: Deel) -> str:
    return "Word-document" if isinstance(deel, Papier) else f"{deel.naam} ({omvang(deel.grootte)})"
