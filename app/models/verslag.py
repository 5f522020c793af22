"""Begins the IB'er's short report of a form: plain text with headings, to be edited by the IB'er (form A.6, section 8).

Which answers go in, under which heading and in which order, the definition says (`verslag`).
"""

from collections.abc import Mapping
from typing import Any

from app.models.bespreking import Formulier
from app.models.datums import lang
from app.models.forms.answers import answer_of, cell_text, plain_text, rows_of, section_state, visible
from app.models.forms.definition import Column, Field, FormDefinition


def begin_verslag(definitie: FormDefinition, formulier: Formulier, titel: str = "") -> str:
    """The first text of the short report.

    Parameters:
        titel: what it is a report of, where the school has another word for it than the form.

    Returns:
        Headings on a line of their own with their lines below, an empty line between them; what was not answered, not
        shown or marked as not applicable leaves no trace. Empty when there is nothing to report.
    """
    blocks = []
    for heading in definitie.verslag:
        fields = [field for _, field in definitie.fields() if field.verslag == heading]
        lines = [line for field in fields for line in _lines(definitie, formulier, field)]
        if lines:
            blocks.append("\n".join([heading, *lines]))
    if not blocks:
        return ""
    return "\n\n".join([_first_line(titel or definitie.titel, formulier), *blocks]) + "\n"


def _first_line(titel: str, formulier: Formulier) -> str:
    return f"{titel} van {lang(formulier.datum)}" if formulier.datum else titel


def _lines(definitie: FormDefinition, formulier: Formulier, field: Field) -> list[str]:
    antwoorden = formulier.antwoorden
    state = section_state(definitie, antwoorden, formulier.secties, field.sectie)
    if state == "nvt" or not visible(field, antwoorden):
        return []
    if field.soort == "rijen":
        return [_bullet(text) for text in (_row(field, row) for row in rows_of(field, antwoorden)) if text]
    text = plain_text(field, answer_of(field, antwoorden))
    # Under a heading of the same name the label would only say it twice.
    return [_bullet(text if field.kort == field.verslag else f"{field.kort}: {text}")] if text else []


def _row(field: Field, row: Mapping[str, Any]) -> str:
    """A row as one line: what comes first, then the rest in brackets."""
    texts = [" ".join(_cell(column, row.get(column.id)).split()) for column in field.kolommen]
    first, *rest = [text for text in texts if text] or [""]
    return f"{first} ({', '.join(rest)})" if rest else first


def _cell(column: Column, value: object) -> str:
    text = cell_text(column, value)
    return f"uiterlijk {text}" if text and column.rol == "voor" else text


def _bullet(text: str) -> str:
    return "- " + "\n  ".join(line.strip() for line in text.splitlines() if line.strip())
