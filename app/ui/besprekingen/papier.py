"""What goes along to the meeting on paper: the agenda, and an empty form."""

from functools import partial

from app.exports.bewaren import proposed_name
from app.exports.papier import maak_agenda, maak_leeg_formulier
from app.exports.sjabloon import template_path
from app.exports.stof import AgendaPunt, AgendaStof, LeegStof
from app.models.forms.definition import FormDefinition
from app.models.school import School
from app.storage.besprekingen import Agenda
from app.ui.context import Context
from app.ui.exporteren.opslaan import ToSave


def agenda_document(agenda: Agenda, school: School, context: Context) -> ToSave:
    """The agenda of a meeting, with room for notes."""
    punten = tuple(AgendaPunt(each.naam, each.groep, each.punt.reden) for each in agenda.regels)
    groep = agenda.groep.naam if agenda.groep else ""
    stof = AgendaStof(school, agenda.bespreking, punten, groep, context.gebruiker)
    name = proposed_name("Agenda leerlingbespreking", f"groep {groep}" if groep else "", agenda.bespreking.datum)
    return ToSave(name, partial(maak_agenda, stof, template_path(context.folder)))


def blank_document(definition: FormDefinition, school: School, context: Context) -> ToSave:
    """The form with room to write."""
    stof = LeegStof(school, definition, context.gebruiker)
    name = proposed_name(f"{definition.titel} leeg formulier", "", None)
    return ToSave(name, partial(maak_leeg_formulier, stof, template_path(context.folder)))
