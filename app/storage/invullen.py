"""Filling in a form: its answers and the marks of its sections, as long as it is open.

What was vastgesteld stays as it is, whoever asks and whatever was still on its way; only what is filled in at the
evaluation can still be written then.
"""

from collections.abc import Mapping
from typing import Any

from app.storage.archive import Archive, Change
from app.storage.formulieren import FormulierGesloten, definition_of, find_formulier, find_open

EVALUATIE = "evaluatie"


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
        FormulierGesloten: it was vastgesteld, and this is not asked at the evaluation.
    """
    formulier = find_formulier(archive, formulier_id)
    if formulier.vastgesteld_op:
        definitie = definition_of(archive, formulier.definitie)
        if not definitie.has_field(pad) or definitie.field(pad).moment != EVALUATIE:
            raise FormulierGesloten
    return archive.write_answer(formulier_id, pad, value, author, draft=draft)


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
