"""What the screen of an agenda asks of the archive; each runs on the database thread."""

from app.models.forms.definition import FormDefinition
from app.models.school import School
from app.storage import besprekingen, formulieren, school
from app.storage.archive import Archive, Change
from app.storage.besprekingen import Agenda, Agendaregel, Keuze
from app.storage.definities import load_definition
from app.storage.formulieren import Begin
from app.ui.besprekingen.plannen import Gepland
from app.ui.context import Context

FORM = "leerlingbespreking"


def read(meeting: str, archive: Archive) -> Agenda:
    """A meeting with its agenda."""
    return besprekingen.agenda(archive, meeting)


def read_for_paper(meeting: str, archive: Archive) -> tuple[Agenda, School]:
    """The same, with the school for the header."""
    return besprekingen.agenda(archive, meeting), school.the_school(archive)


def read_form(context: Context, archive: Archive) -> tuple[FormDefinition, School]:
    """The form as it would be begun now. Raises DefinitionError."""
    definition, _ = load_definition(FORM, context.own_forms)
    return definition, school.the_school(archive)


def begin(agenda: Agenda, regel: Agendaregel, context: Context, archive: Archive) -> str:
    """Begin the form of a pupil in the name of the teacher, or give the one that was begun. Raises DefinitionError."""
    if regel.punt.formulier:
        return regel.punt.formulier
    new = Begin(
        definitie=load_definition(FORM, context.own_forms),
        leerling=regel.punt.leerling,
        datum=agenda.bespreking.datum or context.vandaag(),
        spreker=regel.leerkracht or context.gebruiker,
        bespreking=agenda.bespreking.id,
        agendapunt=regel.punt.id,
    )
    return formulieren.begin(archive, new, context.gebruiker)


def add(meeting: str, chosen: tuple[Keuze, ...], author: str, archive: Archive) -> None:
    """Put pupils on the agenda."""
    besprekingen.voeg_toe(archive, meeting, chosen, author)


def reorder(punten: list[str], author: str, archive: Archive) -> None:
    """Give the agenda another order."""
    besprekingen.zet_volgorde(archive, punten, author)


def write_reason(punt: str, reason: str, author: str, archive: Archive, draft: bool) -> Change:
    """Write why a pupil is discussed."""
    return archive.write("agendapunt", punt, {"reden": reason}, author, draft=draft)


def seal(punt: str, archive: Archive) -> None:
    """Make what was typed in an agendapunt into history."""
    archive.seal(punt)


def put(changed: Gepland, author: str, archive: Archive) -> None:
    """Write when, of which group and with whom."""
    archive.add(changed.bespreking, author)


def set_deleted(kind: str, record: str, deleted: bool, author: str, archive: Archive) -> None:
    """Take a record out of sight, or bring it back."""
    (archive.delete if deleted else archive.restore)(kind, record, author)


def set_held(meeting: str, held: bool, author: str, archive: Archive) -> None:
    """Mark a meeting as held, or not."""
    archive.write("bespreking", meeting, {"gehouden": held}, author)
