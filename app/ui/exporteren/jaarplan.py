"""The year plan outside the program: in Word for the directeur, and in a calendar."""

from datetime import date, datetime
from functools import partial

from app.exports.agenda import agenda_van_jaarplan
from app.exports.bewaren import Bestand, proposed_name
from app.exports.jaarplanning import TITEL, maak_jaarplanning
from app.exports.sjabloon import template_path
from app.models.jaarplan import Jaarplan
from app.models.school import School
from app.storage.archive import Archive
from app.storage.naar_agenda import Afspraken, Leerkracht, afspraken, leerkrachten
from app.ui.context import Context
from app.ui.exporteren.agenda_dialoog import AgendaDialog, Agendakeuze
from app.ui.exporteren.opslaan import ABOUT_THE_SCHOOL, CALENDAR, SaveDocument, ToSave


def naar_word(context: Context, plan: Jaarplan, save: SaveDocument) -> None:
    """Make the year plan in Word.

    Parameters:
        save: of the view; tells in its place what came of it.
    """
    save.save(jaarplanning_document(plan, context))


def naar_agenda(context: Context, plan: Jaarplan, save: SaveDocument) -> None:
    """Ask what goes into the calendar, and make the file.

    Parameters:
        save: of the view; tells in its place what came of it.
    """
    read = partial(_read_leerkrachten, plan.schooljaar, context.vandaag())
    context.db.ask(read, partial(_ask, context, plan, save), owner=save)


def jaarplanning_document(plan: Jaarplan, context: Context) -> ToSave:
    """The year plan in Word."""
    template = template_path(context.folder)
    make = partial(maak_jaarplanning, plan, context.school, template, context.vandaag(), ib=context.gebruiker)
    return ToSave(proposed_name(f"{TITEL} {plan.schooljaar}", "", None), make, ABOUT_THE_SCHOOL)


def agendabestand(plan: Jaarplan, school: School, wie: Leerkracht | None, found: Afspraken | None) -> ToSave:
    """The calendar file.

    Parameters:
        wie: the teacher it is for, or None for the whole school.
        found: the conversations that go along, or None.
    """
    kind, person = f"Gesprekken {plan.schooljaar}", wie.naam if wie else ""

    def make() -> Bestand:
        return Bestand(
            agenda_van_jaarplan(
                plan,
                school,
                datetime.now().astimezone(),
                jaargroepen=wie.jaargroepen if wie else None,
                gesprekken=found.gesprekken if found else (),
                namen=found.namen if found else None,
                naam=f"{kind} {person}".strip(),
            )
        )

    return ToSave(proposed_name(kind, person, None, "ics"), make, CALENDAR)


def _ask(context: Context, plan: Jaarplan, save: SaveDocument, people: list[Leerkracht]) -> None:
    keuze = AgendaDialog.ask(save.window(), plan.schooljaar, people)
    if keuze is None:
        return
    who = next((each for each in people if each.id == keuze.leerkracht), None)
    if keuze.gesprekken:
        read = partial(_read_afspraken, plan.schooljaar, keuze)
        context.db.ask(read, partial(_save, context, plan, save, who), owner=save)
    else:
        _save(context, plan, save, who, None)


def _save(
    context: Context, plan: Jaarplan, save: SaveDocument, who: Leerkracht | None, found: Afspraken | None
) -> None:
    save.save(agendabestand(plan, context.school, who, found))


def _read_leerkrachten(schooljaar: str, today: date, archive: Archive) -> list[Leerkracht]:
    return leerkrachten(archive, schooljaar, today)


def _read_afspraken(schooljaar: str, keuze: Agendakeuze, archive: Archive) -> Afspraken:
    return afspraken(archive, schooljaar, keuze.leerkracht, met_namen=keuze.namen)
