"""Filling in a form: its answers and the marks of its sections, as long as it is open.

What was vastgesteld stays as it is, whoever asks and whatever was still on its way. Only what is filled in at the
evaluation, or whenever it becomes known, can still be written then, until a correction goes before it.
"""

from collections.abc import Mapping
from typing import Any

from app.models.bespreking import Formulier
from app.models.forms.definition import FormDefinition
from app.models.verslag import begin_verslag
from app.storage.archive import Archive, Change
from app.storage.formulieren import FormulierGesloten, definition_of, find_formulier, find_open


def beantwoorden(
    archive: Archive, formulier_id: str, pad: str, value: Any, author: str, *, draft: bool = False
) -> Change:
    """Write one answer of a form.

    Parameters:
        pad: `section.field`.
        value: the answer in its JSON shape; None or empty takes it away.
        author: name of who says it.
        draft: True while the field is still being typed in.

    Raises:
        KeyError: no such form.
        FormulierGesloten: it was vastgesteld, and this does not stay open; or there is a correction.
    """
    formulier = find_formulier(archive, formulier_id)
    if not formulier.vastgesteld_op:
        return archive.write_answer(formulier_id, pad, value, author, draft=draft)
    definitie = definition_of(archive, formulier.definitie)
    if not definitie.has_field(pad) or not definitie.field(pad).blijft_open:
        raise FormulierGesloten
    if archive.all(Formulier, vorige=formulier_id):
        raise FormulierGesloten
    with archive.batch():
        change = archive.write_answer(formulier_id, pad, value, author, draft=draft)
        if definitie.field(pad).in_bespreking:
            _renew_report(archive, definitie, formulier, author, draft=draft)
    return change


def _renew_report(archive: Archive, definitie: FormDefinition, before: Formulier, author: str, *, draft: bool) -> None:
    """Let a report that still stands as it was begun say what the form says now; one in own words stays as it is."""
    if before.verslag and before.verslag == begin_verslag(definitie, before):
        text = begin_verslag(definitie, find_formulier(archive, before.id))
        archive.write(before.kind, before.id, {"verslag": text}, author, draft=draft)


def markeren(archive: Archive, formulier_id: str, secties: Mapping[str, str], author: str) -> Change:
    """Write which sections were marked `nvt` or `klaar`.

    Raises:
        KeyError: no such form.
        FormulierGesloten: it was vastgesteld.
    """
    find_open(archive, formulier_id)
    return archive.write("formulier", formulier_id, {"secties": dict(secties)}, author)


def zet_spreker(archive: Archive, formulier_id: str, naam: str, author: str) -> Change:
    """Write who speaks from now on.

    Raises:
        KeyError: no such form.
        FormulierGesloten: it was vastgesteld.
    """
    find_open(archive, formulier_id)
    return archive.write("formulier", formulier_id, {"spreker": naam}, author)
