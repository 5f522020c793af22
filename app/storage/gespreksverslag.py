"""The report of a conversation: begun with what is known, and taken over as a note in the pupil administration."""

from datetime import date
from typing import Any

from app.models.forms.definition import FormDefinition
from app.models.forms.roles import NIVEAUOPTIES
from app.models.gesprek import Gesprek
from app.models.gespreksbeleid.definition import Soort
from app.models.gespreksregels import met_leerling
from app.models.leerling import NIVEAUS, Leerling
from app.models.school import ROLLEN, Medewerker
from app.storage import formulieren
from app.storage.archive import Archive, now
from app.storage.definities import load_definition
from app.storage.formulieren import Begin
from app.storage.rondom import niveau_op
from app.storage.schooljaren import beleid_van
from app.storage.tijdlijn import nieuwste_versie

ANDERS = "overig_gesprek"
"""The form for a kind that the policy no longer has."""

OWN_FORMS = "formulieren"
"""Folder beside the archive with the school's own definitions."""


def begin_verslag(archive: Archive, gesprek_id: str, spreker: str, author: str, dag: date | None = None) -> str:
    """Begin the report of a conversation, or give the one that was begun.

    Who was there and the support level so far stand in it already.

    Parameters:
        spreker: name of whom the words are.
        dag: day of a conversation that has none; today when not given.

    Returns:
        Id of the form, of its newest version.

    Raises:
        KeyError: no such conversation.
        DefinitionError: the form of this kind cannot be read; one Dutch sentence, nothing is written.
    """
    gesprek = find_gesprek(archive, gesprek_id)
    if gesprek.formulier:
        return nieuwste_versie(archive, gesprek.formulier)
    soort, _ = soort_en_moment(archive, gesprek)
    held = gesprek.datum or dag or date.today()
    definitie = load_definition(soort.formulier if soort else ANDERS, archive.path.parent / OWN_FORMS)
    with archive.batch():
        form = formulieren.begin(archive, Begin(definitie, gesprek.leerling, held, spreker), author)
        for pad, value in _known(archive, gesprek, soort, definitie[0], spreker, held).items():
            archive.write_answer(form, pad, value, author)
        archive.write("gesprek", gesprek.id, {"formulier": form}, author)
    return form


def soort_en_moment(archive: Archive, gesprek: Gesprek) -> tuple[Soort | None, str]:
    """The kind of a conversation by the policy of its year, and the title of its moment.

    The kind is None when the policy has it no more, the title empty outside the moments.
    """
    policy = beleid_van(archive, gesprek.schooljaar)
    found = policy.moment(gesprek.moment) if gesprek.moment else None
    return policy.soort(gesprek.soort), found[1].titel if found else ""


def zet_overgenomen(archive: Archive, gesprek_id: str, dag: date | None, author: str) -> None:
    """Record on which day the note was taken over in ParnasSys; None takes that back."""
    archive.write("gesprek", gesprek_id, {"overgenomen_op": dag.isoformat() if dag else None}, author)


def terugkijken(archive: Archive, afspraak: str, author: str, *, gedaan: bool) -> None:
    """Record of an agreement of last time whether it was kept; one that was not is open."""
    said = {"staat": "gedaan", "afgerond_op": now()} if gedaan else {"staat": "open", "afgerond_op": None}
    archive.write("afspraak", afspraak, said, author)


def find_gesprek(archive: Archive, gesprek_id: str) -> Gesprek:
    """A conversation by its id.

    Raises:
        KeyError: no such conversation.
    """
    gesprek = archive.get(Gesprek, gesprek_id)
    if gesprek is None:
        raise KeyError(f"gesprek {gesprek_id}")
    return gesprek


def _known(
    archive: Archive, gesprek: Gesprek, soort: Soort | None, definitie: FormDefinition, spreker: str, held: date
) -> dict[str, Any]:
    """What can be filled in before anybody says a word, by path."""
    niveau = niveau_op(archive, gesprek.leerling, held)
    known = {  # the first section last: there one goes on
        "niveau_voor": NIVEAUOPTIES[NIVEAUS.index(niveau)] if niveau in NIVEAUS else "",
        "aanleiding": gesprek.aanleiding,
        "aanwezig": ", ".join(_aanwezig(archive, gesprek, soort, spreker)),
    }
    fields = {rol: definitie.field_by_role(rol) for rol in known}
    return {found[1].pad: known[rol] for rol, found in fields.items() if found and known[rol]}


def _aanwezig(archive: Archive, gesprek: Gesprek, soort: Soort | None, spreker: str) -> list[str]:
    """Who will be there by the policy: who holds it, the parents or the one whose conversation it is, the pupil."""
    houdt = archive.get(Medewerker, gesprek.medewerker)
    first = f"{houdt.naam} ({ROLLEN.get(next(iter(houdt.rollen), ''), 'leerkracht')})" if houdt else spreker
    people = [first] if first else []
    if soort is None or soort.ouders:
        people += [
            f"{each.ouder.naam} ({each.ouderschap.relatie})" if each.ouderschap.relatie else each.ouder.naam
            for each in formulieren.ouders_van(archive, gesprek.leerling)
            if gesprek.ouder in (None, each.ouder.id)
        ]
    leerling = archive.get(Leerling, gesprek.leerling)
    if leerling and (soort is None or met_leerling(gesprek, soort, leerling.jaargroep)):
        people.append(leerling.naam)
    return [*people, *gesprek.aanwezig]
