"""Invitations in Word, for one conversation or for a pile of them."""

from datetime import date
from functools import partial

from app.exports.bewaren import proposed_name
from app.exports.sjabloon import template_path
from app.exports.uitnodiging import UitnodigingStof, maak_uitnodigingen, uitnodigingstitel
from app.models.uitnodiging import Brief
from app.ui.context import Context
from app.ui.exporteren.opslaan import ToSave


def invitation_document(brieven: tuple[Brief, ...], context: Context) -> ToSave:
    """The letters (see `app.storage.uitnodigingen`) as one document, a page each; there must be at least one."""
    pupils = {brief.leerling for brief in brieven}
    groups = {brief.groep for brief in brieven if brief.groep}
    whom = pupils.pop() if len(pupils) == 1 else f"groep {groups.pop()}" if len(groups) == 1 else ""
    name = proposed_name(uitnodigingstitel(brieven), whom, _day(brieven))
    stof = UitnodigingStof(context.school, brieven, context.vandaag(), context.gebruiker)
    return ToSave(name, partial(maak_uitnodigingen, stof, template_path(context.folder)))


def _day(brieven: tuple[Brief, ...]) -> date | None:
    """The first day on which one of these conversations is."""
    return min((brief.datum for brief in brieven if brief.datum), default=None)
