"""The report as a document and as a note."""

from functools import partial

from app.exports.bewaren import proposed_name
from app.exports.notitie import maak_notitie
from app.exports.sjabloon import template_path
from app.exports.stof import VerslagStof
from app.exports.verslag import TITEL, maak_verslag
from app.storage.verslagen import Verslag
from app.ui.context import Context
from app.ui.exporteren.opslaan import ToSave


def report_document(verslag: Verslag, context: Context, *, whole: bool) -> ToSave:
    """The report in Word; with `whole` the form in the teacher's words behind it."""
    form = verslag.blad.formulier
    kind = f"{TITEL} met formulier" if whole else TITEL
    name = proposed_name(kind, verslag.blad.leerling.naam, form.datum)
    make = partial(maak_verslag, _stof(verslag, context), template_path(context.folder), volledig=whole)
    return ToSave(name, make)


def note(verslag: Verslag, context: Context) -> str:
    """The report as plain text, to paste in the pupil administration."""
    return maak_notitie(_stof(verslag, context))


def _stof(verslag: Verslag, context: Context) -> VerslagStof:
    blad = verslag.blad
    return VerslagStof(
        school=verslag.school,
        leerling=blad.leerling,
        formulier=blad.formulier,
        definitie=blad.definitie,
        groep=blad.groep.naam if blad.groep else "",
        niveau=blad.niveau,
        aanwezigen=blad.bespreking.aanwezigen if blad.bespreking else (),
        ib=context.gebruiker,
    )
