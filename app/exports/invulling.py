"""A form that was filled in, section by section, in the words of who filled it in."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from app.exports.schrijver import Fact
from app.exports.tekst import punten
from app.exports.vel import Vel
from app.models.bespreking import Formulier
from app.models.forms.answers import answer_of, cell_text, is_empty, plain_text, rows_of, section_state, visible
from app.models.forms.definition import Field, FormDefinition, Section

NVT = "Niet van toepassing."
SHORT = ("keuze", "janee", "datum", "persoon", "regel")
"""Kinds of field with an answer so short that it stands next to its name."""

_SMALL = frozenset(("de", "het", "een"))
"""Words without which two headings still say the same."""

_LEAST, _MOST, _WHOLE = 12, 26, 80
"""Shares of the first column of a matrix, which grows with its labels, and of all columns."""


def write_form(writer: Vel, definitie: FormDefinition, formulier: Formulier) -> None:
    """Write what was filled in; a section or field without an answer leaves no trace.

    An answer right below a heading that says what it is has no label of its own.
    """
    for section in definitie.secties:
        if section_state(definitie, formulier.antwoorden, formulier.secties, section.id) == "nvt":
            writer.heading(section.titel, 2)
            writer.paragraph(NVT)
            continue
        shown = [field for field in section.velden if _is_answered(field, formulier)]
        if shown:
            writer.heading(section.titel, 2)
            _write_section(writer, section, shown, formulier)


def counts(definitie: FormDefinition, formulier: Formulier, field: Field) -> bool:
    """Whether the answer to a field counts: its section applies, and it is shown."""
    state = section_state(definitie, formulier.antwoorden, formulier.secties, field.sectie)
    return state != "nvt" and visible(field, formulier.antwoorden)


def capital(text: str) -> str:
    """With a capital, as a column or row is headed."""
    return text[:1].upper() + text[1:]


def matrix_shares(field: Field) -> list[int]:
    """Widths of the columns of a matrix, the one with the names of its rows first."""
    longest = max((len(row.label) for row in field.rijen), default=0)
    first = min(max(longest, _LEAST), _MOST)
    return [first, *((_WHOLE - first) // len(field.kolommen) for _ in field.kolommen)]


def matrix_head(field: Field) -> list[str]:
    """The heads of its columns; the first has none."""
    return ["", *(capital(column.label) for column in field.kolommen)]


def _is_answered(field: Field, formulier: Formulier) -> bool:
    return visible(field, formulier.antwoorden) and not is_empty(answer_of(field, formulier.antwoorden))


def _write_section(writer: Vel, section: Section, shown: list[Field], formulier: Formulier) -> None:
    answered = {field.id for field in shown}
    for kop, fields in under_headings(section):
        present = [field for field in fields if field.id in answered]
        if kop and present:
            writer.heading(kop, 3)
        for is_fact, group in groupby(present, lambda field: field.soort in SHORT):
            together = list(group)
            if is_fact and len(together) > 1:
                writer.facts([_fact(field, formulier) for field in together])
            else:
                for field in together:
                    if field is not present[0] or _said(field.kort) != _said(kop or section.titel):
                        writer.label(field.kort)
                    _write_answer(writer, field, formulier)


def under_headings(section: Section) -> Iterator[tuple[str, list[Field]]]:
    """The fields of a section by the heading above them, the first ones without."""
    kop, fields = "", list[Field]()
    for field in section.velden:
        if field.kop:
            yield kop, fields
            kop, fields = field.kop, []
        fields.append(field)
    yield kop, fields


def _fact(field: Field, formulier: Formulier) -> Fact:
    return field.kort, plain_text(field, answer_of(field, formulier.antwoorden))


def _write_answer(writer: Vel, field: Field, formulier: Formulier) -> None:
    value = answer_of(field, formulier.antwoorden)
    if field.soort == "rijen":
        head = [column.label for column in field.kolommen]
        rows = [
            [cell_text(column, row.get(column.id)) for column in field.kolommen]
            for row in rows_of(field, formulier.antwoorden)
        ]
        writer.table(head, rows, [column.breedte for column in field.kolommen], caption=field.kort)
    elif field.soort == "matrix":
        writer.table(matrix_head(field), _matrix_rows(field, value), matrix_shares(field), caption=field.kort)
    elif field.soort == "meer":
        for each in value:
            writer.paragraph(plain_text(field, [each]), "List Bullet")
    else:
        writer.prose(punten(plain_text(field, value)))


def _said(heading: str) -> frozenset[str]:
    """What a heading says, whatever the order of its words."""
    return frozenset(heading.casefold().rstrip("?").split()) - _SMALL


def _matrix_rows(field: Field, value: dict[str, dict[str, Any]]) -> list[list[str]]:
    """Its rows in which anything stands."""
    return [
        [capital(row.label), *(str(value[row.id].get(column.id) or "").strip() for column in field.kolommen)]
        for row in field.rijen
        if not is_empty(value.get(row.id))
    ]
