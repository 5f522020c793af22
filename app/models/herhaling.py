"""Choosing again what did not work: where a form proposes an approach, and why it is kept all the same.

The reasons stand in the form itself, in the field with role `bewust_herhaald` (see `forms.roles`).
"""

from collections.abc import Iterable
from typing import Any

from app.models.forms.answers import Answers, cell_text, rows_of, typed
from app.models.forms.definition import Field, FormDefinition
from app.models.forms.roles import AFSPRAAKROLLEN
from app.models.ids import new_id
from app.models.lijkt_op import Actie, resembles


def voorstellen(field: Field, value: object) -> list[str]:
    """The approaches that an answer proposes: a text with role `aanpak`, or what is agreed in each row.

    Returns:
        Their texts; empty when the field proposes nothing.
    """
    if field.rol == "aanpak":
        return [value] if isinstance(value, str) and value else []
    column = field.column("wat") if field.rol in AFSPRAAKROLLEN else None
    if column is None or not isinstance(value, list):
        return []
    return [text for text in (cell_text(column, row.get(column.id)) for row in value) if text]


def herhaalt(
    definitie: FormDefinition, antwoorden: Answers, field: Field, value: object, acties: Iterable[Actie]
) -> tuple[str, Actie] | None:
    """Whether an answer proposes what did not work before with this pupil and was not kept on purpose.

    Parameters:
        antwoorden: all answers of the form; they hold what was kept on purpose.
        value: the answer to `field` as it stands on screen.
        acties: what this form and earlier ones of this pupil tell (form A.6, section 2).

    Returns:
        The proposal and the earlier action it resembles, or None.
    """
    texts = voorstellen(field, value)
    if not texts:
        return None
    kept = _kept(definitie, antwoorden)
    open_acties = [each for each in acties if not any(_tells_of(each, eerder) for eerder in kept)]
    for text in texts:
        found = resembles(text, open_acties)
        if found:
            return text, found
    return None


def toch_opnemen(
    definitie: FormDefinition, antwoorden: Answers, voorstel: str, actie: Actie, reden: str
) -> tuple[str, list[dict[str, Any]]] | None:
    """Keep a proposal on purpose.

    Parameters:
        voorstel: the approach that is proposed.
        actie: the earlier action it resembles.
        reden: why it is tried again.

    Returns:
        Path of the field that holds such reasons and its new rows, to be written; None when the form has no such field.
    """
    found = definitie.field_by_role("bewust_herhaald")
    if found is None:
        return None
    field = found[1]
    cells = {"aanpak": " ".join(voorstel.split()), "eerder": omschrijving(actie), "reden": reden.strip()}
    row = {"_id": new_id()} | {column.id: cells[column.rol] for column in field.kolommen if column.rol in cells}
    return field.pad, [*(typed(field, antwoorden) or []), row]


def omschrijving(actie: Actie) -> str:
    """An earlier action on one line: what, when, and what was said of it."""
    periode = f" ({actie.periode})" if actie.periode else ""
    opmerking = f": {actie.opmerking}" if actie.opmerking else ""
    return " ".join(f"{actie.actie}{periode}{opmerking}".split())


def _kept(definitie: FormDefinition, antwoorden: Answers) -> list[str]:
    found = definitie.field_by_role("bewust_herhaald")
    column = found[1].column("eerder") if found else None
    if found is None or column is None:
        return []
    return [" ".join(cell_text(column, row.get(column.id)).split()) for row in rows_of(found[1], antwoorden)]


def _tells_of(actie: Actie, eerder: str) -> bool:
    """Whether a description is of this action: its words, and then at most when it was or what was said of it."""
    words = " ".join(actie.actie.split())
    rest = eerder.removeprefix(words).lstrip()
    return bool(words) and eerder.startswith(words) and (not rest or rest[0] in "(:,")
