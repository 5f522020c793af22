"""The letters that ask the parents of a pupil for consent, as a document."""

from collections.abc import Sequence
from functools import partial

from app.exports.bewaren import proposed_name
from app.exports.sjabloon import template_path
from app.exports.toestemmingsbrief import (
    ToestemmingStof,
    Toestemmingsvraag,
    maak_toestemmingsbrieven,
    toestemmingstitel,
)
from app.models.aanvraag import OverLeerling
from app.models.toestemming import Toestemmingstabel, in_brief
from app.ui.context import Context
from app.ui.exporteren.opslaan import ToSave


def toestemmingsbrief(
    over: OverLeerling,
    waarvoor: str,
    tabel: Toestemmingstabel,
    context: Context,
    *,
    met: str = "",
    waarom: str = "",
    stukken: Sequence[str] = (),
) -> ToSave | None:
    """A letter for each parent with gezag, a page each; None when there is none.

    Parameters:
        waarvoor: key of `TOESTEMMING_VOOR`.
        tabel: has the answers that can be ticked.
        met: with whom is shared; waarom: what for; stukken: what is shared.
    """
    pupil = over.leerling
    asked = [
        Toestemmingsvraag(
            ouder=ouder.naam, adres=ouder.adres, leerling=pupil.naam, roepnaam=pupil.roepnaam or pupil.naam,
            groep=over.groep, waarvoor=waarvoor, met=met, waarom=waarom, stukken=tuple(dict.fromkeys(stukken)),
        )
        for ouder, tie in over.ouders
        if tie.gezag != "nee"
    ]  # fmt: skip
    if not asked:
        return None
    name = proposed_name(toestemmingstitel(waarvoor), pupil.naam, context.vandaag())
    stof = ToestemmingStof(context.school, asked, context.vandaag(), in_brief(tabel), context.gebruiker)
    return ToSave(name, partial(maak_toestemmingsbrieven, stof, template_path(context.folder)))
