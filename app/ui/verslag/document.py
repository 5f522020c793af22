"""The report as a document and as a note."""

from functools import partial

from app.exports.bewaren import proposed_name
from app.exports.notitie import maak_notitie
from app.exports.sjabloon import template_path
from app.exports.stof import GesprekStof, VerslagStof
from app.exports.verslag import maak_verslag, verslagtitel
from app.models.forms.answers import answer_of, plain_text
from app.storage.formulieren import Blad
from app.storage.verslagen import Verslag
from app.ui.context import Context
from app.ui.exporteren.opslaan import ToSave


def report_document(verslag: Verslag, context: Context, *, whole: bool) -> ToSave:
    """The report in Word; with `whole` the form in the teacher's words behind it."""
    stof = _stof(verslag, context)
    kind = f"{verslagtitel(stof)} met formulier" if whole else verslagtitel(stof)
    name = proposed_name(kind, stof.leerling.naam, stof.formulier.datum)
    make = partial(maak_verslag, stof, template_path(context.folder), volledig=whole)
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
        aanwezigen=_present(blad),
        ib=context.gebruiker,
        gesprek=GesprekStof(verslag.titel, verslag.moment, blad.gesprek.tijd) if blad.gesprek else None,
    )


def _present(blad: Blad) -> tuple[str, ...]:
    """Who was there: as the meeting has it, or as the form of a conversation says."""
    if blad.bespreking:
        return blad.bespreking.aanwezigen
    found = blad.definitie.field_by_role("aanwezig")
    text = plain_text(found[1], answer_of(found[1], blad.formulier.antwoorden)) if found else ""
    return tuple(line.strip(" ,") for line in text.splitlines() if line.strip(" ,"))
