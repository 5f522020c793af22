"""The year plan outside the program: in Word for the directeur, and in a calendar."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from app.exports.agenda import gesprekken_in_agenda, momenten_in_agenda
from app.exports.bewaren import Bestand, proposed_name
from app.exports.jaarplanning import TITEL, maak_jaarplanning
from app.exports.kalenderbestand import maak_kalenderbestand
from app.exports.sjabloon import template_path
from app.models.agenda import Gebeurtenis, afzeggingen, onthoud
from app.models.jaarplan import Jaarplan
from app.models.school import School
from app.storage.archive import Archive
from app.storage.naar_agenda import (
    Afspraken,
    Leerkracht,
    afspraken,
    bewaar_verstuurd,
    leerkrachten,
    verstuurd,
)
from app.ui.context import Context
from app.ui.exporteren.agenda_dialoog import AgendaDialog, Agendakeuze
from app.ui.exporteren.opslaan import ABOUT_THE_SCHOOL, CALENDAR, SaveDocument, ToSave

NONE = Afspraken((), {})


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


def in_agenda(
    plan: Jaarplan, school: School, wie: Leerkracht | None, found: Afspraken = NONE
) -> tuple[Gebeurtenis, ...]:
    """What a calendar is told: the moments of the year, and the conversations that were found.

    Parameters:
        wie: the teacher it is for, or None for the whole school.
    """
    kinds = {each.id: each.titel for each in plan.beleid.soorten}
    return (
        *momenten_in_agenda(plan, school, wie.jaargroepen if wie else None),
        *gesprekken_in_agenda(found.gesprekken, kinds, school, found.namen),
    )


def agendabestand(
    plan: Jaarplan, wie: Leerkracht | None, nu: tuple[Gebeurtenis, ...], af: tuple[Gebeurtenis, ...] = ()
) -> ToSave:
    """The calendar file.

    Parameters:
        wie: the teacher it is for, or None for the whole school.
        nu: what stands in it, as of `in_agenda`.
        af: what it calls off.
    """
    kind, person = f"Gesprekken {plan.schooljaar}", wie.naam if wie else ""

    def make() -> Bestand:
        return Bestand(maak_kalenderbestand(f"{kind} {person}".strip(), (*nu, *af), datetime.now().astimezone()))

    return ToSave(proposed_name(kind, person, None, "ics"), make, CALENDAR)


def _ask(context: Context, plan: Jaarplan, save: SaveDocument, people: list[Leerkracht]) -> None:
    keuze = AgendaDialog.ask(save.window(), plan.schooljaar, people)
    if keuze is not None:
        who = next((each for each in people if each.id == keuze.leerkracht), None)
        context.db.ask(
            partial(_read, plan.schooljaar, keuze), partial(_save, context, plan, save, who, keuze), owner=save
        )


def _save(
    context: Context,
    plan: Jaarplan,
    save: SaveDocument,
    who: Leerkracht | None,
    keuze: Agendakeuze,
    read: tuple[Afspraken, Mapping[str, Gebeurtenis]],
) -> None:
    found, earlier = read
    now = in_agenda(plan, context.school, who, found)
    # Without a tick the file is silent about conversations; it only calls off those that are off.
    told = now if keuze.gesprekken else tuple(each for each in now if not each.besloten)
    off = tuple(afzeggingen(earlier, told, {each.uid for each in now if not each.vervalt}))
    remember = partial(bewaar_verstuurd, plan.schooljaar, keuze.leerkracht, onthoud(earlier, told))
    save.save(replace(agendabestand(plan, who, told, off), gemaakt=partial(context.db.ask, remember)))


def _read_leerkrachten(schooljaar: str, today: date, archive: Archive) -> list[Leerkracht]:
    return leerkrachten(archive, schooljaar, today)


def _read(schooljaar: str, keuze: Agendakeuze, archive: Archive) -> tuple[Afspraken, Mapping[str, Gebeurtenis]]:
    found = afspraken(archive, schooljaar, keuze.leerkracht, met_namen=keuze.namen)
    return found, verstuurd(archive, schooljaar, keuze.leerkracht)
