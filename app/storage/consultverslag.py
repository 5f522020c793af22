"""The report of the conversation with a consulent: begun with who was there and with the goal of the application."""

from datetime import date

from app.models.consult import Consult
from app.models.contact import Contact
from app.models.forms.answers import answer_of, plain_text, visible
from app.models.forms.definition import FormDefinition
from app.models.leerling import Leerling
from app.models.school import Groep, Medewerker
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.consultsoorten import OWN_FORMS, soort_van
from app.storage.consultstand import find_consult, nieuwste
from app.storage.consultstappen import MagNiet
from app.storage.definities import load_definition
from app.storage.formulieren import Begin, definition_of

MET_VERSLAG = ("afspraak", "gevoerd", "afgerond", "vervolg")
"""Statuses in which there is a conversation to report, or to prepare the report of."""

OUDERS_ERBIJ = {"ouders_erbij": ("ja",), "ouders_keuze": ("aanwezig",)}
"""Answers, by role, that say that the parents come."""


def begin_verslag(archive: Archive, consult_id: str, spreker: str, author: str, vandaag: date) -> str:
    """Begin the report, or give the one that was begun.

    Parameters:
        spreker: name of whom the words are.

    Returns:
        Id of the form, of its newest version.

    Raises:
        KeyError: no such consult.
        MagNiet: there is no appointment yet.
        DefinitionError: the form can't be read; one Dutch sentence, nothing is written.
    """
    consult = find_consult(archive, consult_id)
    begun = nieuwste(archive, consult.verslag)
    if begun is not None:
        return begun.id
    if consult.status not in MET_VERSLAG:
        raise MagNiet(["Er is nog geen afspraak met de consulent: leg die eerst vast en maak dan het verslag."])
    held = consult.gevoerd_op or consult.afspraak_op or vandaag
    definitie = load_definition(soort_van(archive, consult).verslagformulier, archive.path.parent / OWN_FORMS)
    with archive.batch():
        form = formulieren.begin(archive, Begin(definitie, consult.leerling, held, spreker), author)
        for pad, value in _known(archive, consult, definitie[0], author).items():
            archive.write_answer(form, pad, value, author)
        archive.write("consult", consult_id, {"verslag": form}, author)
    return form


def _known(archive: Archive, consult: Consult, verslag: FormDefinition, author: str) -> dict[str, str]:
    """What can be filled in before anybody says a word, by path."""
    known = {rol: _said(archive, consult, rol) for rol in ("doel", "behoefte_leerkracht", "behoefte_ouders")}
    known["onderwijsbehoeften"] = _said(archive, consult, "onderwijsbehoeften")
    known["aanwezig"] = ", ".join(_aanwezig(archive, consult, author))
    fields = {rol: verslag.field_by_role(rol) for rol in known}
    return {found[1].pad: known[rol] for rol, found in fields.items() if found and known[rol]}


def _said(archive: Archive, consult: Consult, rol: str) -> str:
    """An answer of the application as people read it."""
    form = nieuwste(archive, consult.formulier)
    found = definition_of(archive, form.definitie).field_by_role(rol) if form else None
    if form is None or found is None or not visible(found[1], form.antwoorden):
        return ""
    return plain_text(found[1], answer_of(found[1], form.antwoorden))


def _aanwezig(archive: Archive, consult: Consult, author: str) -> list[str]:
    """Who will be there: teacher, the IB'er who writes, parents when they come, consulent, and kernpartners by name.

    Where parents have to come the IB'er is always there (as at a startgesprek); at
    another consult when the question is theirs.
    """
    leerling = archive.get(Leerling, consult.leerling)
    groep = archive.get(Groep, leerling.groep) if leerling else None
    staff = (archive.get(Medewerker, each) for each in (groep.leerkrachten if groep else ()))
    people = [f"{each.naam} (leerkracht)" for each in staff if each and not each.verwijderd_op]
    if "ib" in consult.vragers or soort_van(archive, consult).ouders == "aanwezig":
        writer = (each for each in archive.all(Medewerker) if each.naam == author and "ib" in each.rollen)
        people += [f"{each.naam} (intern begeleider)" for each in writer]
    if _parents_come(archive, consult):
        people += [
            f"{each.ouder.naam} ({each.ouderschap.relatie})" if each.ouderschap.relatie else each.ouder.naam
            for pupil in consult.leerlingen
            for each in formulieren.ouders_van(archive, pupil)
        ]
    consulent = archive.get(Contact, consult.consulent)
    people += [f"{consulent.naam} (consulent)"] if consulent else []
    others = _said(archive, consult, "kernpartners_wie")
    return list(dict.fromkeys([*people, *filter(None, [" ".join(others.split())])]))


def _parents_come(archive: Archive, consult: Consult) -> bool:
    form = nieuwste(archive, consult.formulier)
    if form is None:
        return False
    definitie = definition_of(archive, form.definitie)
    return any(
        answer_of(field, form.antwoorden) in answers
        for rol, answers in OUDERS_ERBIJ.items()
        for _, field in definitie.fields_by_role(rol)
    )
