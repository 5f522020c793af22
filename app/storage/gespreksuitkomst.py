"""What the report of a conversation leaves behind once it is vastgesteld: a conversation held, and a support level."""

from datetime import date

from app.models.bespreking import Formulier
from app.models.forms.definition import FormDefinition
from app.models.gesprek import Gesprek
from app.models.gespreksniveau import niveau_id, niveau_uit
from app.models.leerling import Niveau
from app.storage.archive import Archive


def bijwerken(archive: Archive, definitie: FormDefinition, formulier: Formulier, dag: date, author: str) -> None:
    """Bring the conversation and the pupil's level in line with the form. Does nothing for a form of another kind.

    Parameters:
        dag: day on which it is vastgesteld. The first one counts: a correction is no later report. The note of a
            correction still has to be taken over, whatever was said of the one before.
    """
    gesprek = gesprek_van(archive, formulier.stam)
    if gesprek is None:
        return
    held = {
        "staat": "gehouden",
        "datum": gesprek.datum or formulier.datum,
        "verslag_op": gesprek.verslag_op or dag.isoformat(),
        "verslag_elders": False,
        "overgenomen_op": gesprek.overgenomen_op if formulier.versie == 1 else None,
    }
    archive.write("gesprek", gesprek.id, held, author)
    _niveau_bijwerken(archive, definitie, formulier, author)


def gesprek_van(archive: Archive, stam: str) -> Gesprek | None:
    """The conversation that a form reports, or None.

    Parameters:
        stam: id of the form's first version.
    """
    found = archive.all(Gesprek, formulier=stam)
    return found[0] if found else None


def _niveau_bijwerken(archive: Archive, definitie: FormDefinition, formulier: Formulier, author: str) -> None:
    """Write the level when it is another one than held without this form; a second one of that day corrects it."""
    new = niveau_uit(definitie, formulier)
    own = archive.get(Niveau, niveau_id(formulier))
    others = [each for each in archive.all(Niveau, leerling=formulier.leerling) if each.id != niveau_id(formulier)]
    if new is not None and new.niveau != _holding(others, new.vanaf):
        same_day = [each for each in others if each.vanaf == new.vanaf]
        if not same_day:
            archive.add(new, author)
            return
        said = {"niveau": new.niveau, "toelichting": new.toelichting or same_day[-1].toelichting}
        archive.write("niveau", same_day[-1].id, said, author)
    if own is not None and not own.verwijderd_op:
        archive.delete("niveau", own.id, author)


def _holding(niveaus: list[Niveau], dag: date | None) -> int | None:
    """The level that holds on a day."""
    begun = [each for each in niveaus if each.vanaf and dag and each.vanaf <= dag]
    return max(begun, key=lambda each: (each.vanaf or date.min, each.id)).niveau if begun else None
