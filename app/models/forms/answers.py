"""What the answers of a form mean: which fields are shown, what is done, what misses, how it reads as text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.models.datums import als_datum, lang
from app.models.forms.check import check_answer
from app.models.forms.definition import Column, Condition, Field, FormDefinition, Option, Section

__all__ = [
    "Answers",
    "Missing",
    "answer_of",
    "cell_text",
    "check_answer",
    "is_empty",
    "missing_at_closing",
    "plain_text",
    "required",
    "row_text",
    "rows_of",
    "section_state",
    "typed",
    "visible",
]

Answers = Mapping[str, Mapping[str, Any]]
"""`{section id: {field id: answer}}`, as `Formulier.antwoorden` holds them."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that must still be filled in before the form can be closed.

    Attributes:
        sentence: what to do, in Dutch, with the words of the field itself.
    """

    section: Section
    field: Field
    sentence: str


def is_empty(value: object) -> bool:
    """Whether an answer says nothing: None, white space, or a list, row or matrix in which all is empty."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value or value.isspace()
    if isinstance(value, Mapping):
        return all(key == "_id" or is_empty(each) for key, each in value.items())
    if isinstance(value, list | tuple):
        return all(map(is_empty, value))
    return False


def typed(field: Field, antwoorden: Answers) -> Any:
    """What stands in a field, or None: also text in a date field that is no date yet, for no word may be lost."""
    return antwoorden.get(field.sectie, {}).get(field.id)


def answer_of(field: Field, antwoorden: Answers) -> Any:
    """The answer to a field, or None. What is typed where a date is asked and is none, counts for nothing."""
    value = typed(field, antwoorden)
    if field.soort == "datum":
        return value if als_datum(value) else None
    days = {each.id for each in field.kolommen if each.soort == "datum"}
    if days and isinstance(value, list):
        return [{key: cell for key, cell in row.items() if key not in days or als_datum(cell)} for row in value]
    return value


def _is_odd_day(asked: Field | Column, value: object) -> bool:
    """Whether something stands where a date is asked that is none."""
    return asked.soort == "datum" and not is_empty(value) and als_datum(value) is None


def rows_of(field: Field, antwoorden: Answers) -> list[Mapping[str, Any]]:
    """The rows of a field of kind `rijen` in which anything stands, in order."""
    return [row for row in answer_of(field, antwoorden) or [] if not is_empty(row)]


def visible(field: Field, antwoorden: Answers) -> bool:
    """Whether a field is shown, given the other answers.

    An answer of a field that is no longer shown is kept, but counts for nothing: not as a condition, not in a report.
    """
    if field.toon_als and not _holds(field.toon_als, antwoorden):
        return False
    return not (field.als_gevuld and is_empty(typed(field, antwoorden)))


def required(field: Field, antwoorden: Answers) -> bool:
    """Whether a field must have an answer at closing; what is filled in at the evaluation never has to."""
    if not field.in_bespreking or not visible(field, antwoorden):
        return False
    return field.verplicht or bool(field.verplicht_als and _holds(field.verplicht_als, antwoorden))


def _holds(condition: Condition, antwoorden: Answers) -> bool:
    if condition.mits and not _holds(condition.mits, antwoorden):
        return False
    sectie, _, veld = condition.veld.partition(".")
    value = antwoorden.get(sectie, {}).get(veld)
    if isinstance(value, list):
        return any(each in condition.is_ for each in value)
    return value in condition.is_


def section_state(definition: FormDefinition, antwoorden: Answers, secties: Mapping[str, str], section_id: str) -> str:
    """How far a section is.

    Parameters:
        secties: `{section id: "nvt" | "klaar"}`, the marks of `Formulier.secties`.

    Returns:
        `nvt`: marked as not applicable, where the definition allows that; `leeg`: no answers; `klaar`: nothing required
        is missing, and either it was marked as done or every field has an answer; else `bezig`.
    """
    section = definition.section(section_id)
    mark = secties.get(section_id)
    if mark == "nvt" and section.nvt:
        return "nvt"
    shown = [each for each in section.velden if each.in_bespreking and visible(each, antwoorden)]
    empty = [each for each in shown if is_empty(typed(each, antwoorden))]
    if len(empty) == len(shown):
        return "leeg"
    if empty and mark != "klaar":
        return "bezig"
    return "bezig" if any(_complaints(each, antwoorden) for each in shown) else "klaar"


def missing_at_closing(definition: FormDefinition, antwoorden: Answers, secties: Mapping[str, str]) -> list[Missing]:
    """What must still be filled in before the form can be closed, in the order of the form.

    Parameters:
        secties: marks of the sections; of one that is not applicable nothing is asked.
    """
    return [
        Missing(section, field, sentence)
        for section, field in definition.fields()
        if not (section.nvt and secties.get(section.id) == "nvt")
        for sentence in _complaints(field, antwoorden)
    ]


def _complaints(field: Field, antwoorden: Answers) -> list[str]:
    value = typed(field, antwoorden)
    if is_empty(value):
        return [_ask(field)] if required(field, antwoorden) else []
    if not visible(field, antwoorden):
        return []
    if field.soort == "rijen":
        return [
            f"Regel {number} bij ‘{field.label}’{sentence}"
            for number, row in enumerate(value, 1)
            if not is_empty(row)
            for column in field.kolommen
            if (sentence := _cell_complaint(column, row.get(column.id)))
        ]
    # What is filled in at the evaluation is not in sight at closing, so it can't stand in its way.
    if not field.in_bespreking or not _is_odd_day(field, value):
        return []
    empty = "" if required(field, antwoorden) else ", of maak het leeg"
    return [f"Bij ‘{field.label}’ staat geen datum. Schrijf bijvoorbeeld 12-10-2026{empty}."]


def _cell_complaint(column: Column, value: object) -> str:
    if column.verplicht and is_empty(value):
        return f" mist nog: {column.label.lower()}."
    return f": maak van ‘{column.label}’ een datum." if _is_odd_day(column, value) else ""


def _ask(field: Field) -> str:
    match field.soort:
        case "keuze" | "meer" | "janee":
            return f"Kies nog een antwoord bij ‘{field.label}’."
        case "datum":
            return f"Vul nog een datum in bij ‘{field.label}’."
        case "rijen":
            return f"Vul nog ten minste één regel in bij ‘{field.label}’."
        case _:
            return f"Vul nog iets in bij ‘{field.label}’."


def plain_text(field: Field, value: object) -> str:
    """An answer as people read it: labels of options, dates in words, a line per row or cell; empty for no answer.

    Parameters:
        value: in the shape of the field's kind.
    """
    if is_empty(value):
        return ""
    match field.soort:
        case "keuze" | "janee":
            return _label(field, value)
        case "meer" if isinstance(value, list):
            return ", ".join(_label(field, each) for each in value)
        case "datum":
            return _date_text(value)
        case "rijen" if isinstance(value, list):
            return "\n".join(filter(None, (row_text(field, row) for row in value)))
        case "matrix" if isinstance(value, Mapping):
            return "\n".join(_matrix_lines(field, value))
    return str(value).strip()


def row_text(field: Field, row: Mapping[str, Any]) -> str:
    """One row of a field of kind `rijen` on one line; empty cells leave no trace."""
    cells = (cell_text(column, row.get(column.id)) for column in field.kolommen)
    return " · ".join(" ".join(each.split()) for each in cells if each)


def cell_text(column: Column, value: object) -> str:
    """One cell of a row as people read it."""
    if is_empty(value):
        return ""
    if column.soort == "keuze":
        return _label(column, value)
    return _date_text(value) if column.soort == "datum" else str(value).strip()


def _matrix_lines(field: Field, value: Mapping[str, Any]) -> list[str]:
    lines = []
    for rij in field.rijen:
        for column in field.kolommen:
            text = value.get(rij.id, {}).get(column.id)
            if not is_empty(text):
                lines.append(f"{matrix_place(field, rij, column)}: {str(text).strip()}")
    return lines


def matrix_place(field: Field, rij: Option, column: Column) -> str:
    """What a cell of a matrix is called; the column goes without saying where there is only one."""
    return rij.label if len(field.kolommen) == 1 else f"{rij.label}, {column.label}"


def _label(owner: Field | Column, option_id: object) -> str:
    option = owner.option(option_id)
    return option.label if option else str(option_id)


def _date_text(value: object) -> str:
    day = als_datum(value)
    return lang(day) if day else ""
