"""Whether an answer has the shape its field asks for, before it is kept."""

from collections.abc import Mapping

from app.models.datums import als_datum
from app.models.forms.definition import TEKSTSOORTEN, Column, Field, Option

MOST_CHARACTERS = 2_000_000
"""Of one text: far more than anyone types, so that only a mistake meets it."""

MOST_ROWS = 2_000
"""Of one field of kind `rijen`."""

_TOO_LONG = "Deze tekst is te lang om te bewaren; verdeel hem over meer velden."
_NO_TEXT = "Hier hoort tekst te staan."
_ODD_CHARACTER = "In deze tekst staat een beschadigd teken; haal het weg of plak de tekst opnieuw."
_NO_DATE = "Dit is geen datum die bestaat; schrijf bijvoorbeeld 12-10-2026."
_NO_OPTION = "Dit antwoord staat niet in de lijst; kies een antwoord dat er staat."


def check_answer(field: Field, value: object) -> str | None:
    """Judge an answer.

    Parameters:
        value: the answer in the shape of the field's kind (see `Field`); None or empty is always right.

    Returns:
        None when it is right, else what is wrong and what to do, in Dutch. Never quotes the answer.
    """
    if value is None or value in ("", [], {}):
        return None
    match field.soort:
        case "keuze" | "janee":
            return None if _known(field.opties, value) else _NO_OPTION
        case "meer":
            return _check_several(field, value)
        case "datum":
            return None if als_datum(value) else _NO_DATE
        case "rijen":
            return _check_rows(field, value)
        case "matrix":
            return _check_matrix(field, value)
    return _check_text(value) if field.soort in TEKSTSOORTEN else None


def _known(opties: tuple[Option, ...], value: object) -> bool:
    return any(each.id == value for each in opties)


def _check_text(value: object) -> str | None:
    if not isinstance(value, str):
        return _NO_TEXT
    if len(value) > MOST_CHARACTERS:
        return _TOO_LONG
    try:
        value.encode()
    except UnicodeEncodeError:
        return _ODD_CHARACTER
    return None


def _check_several(field: Field, value: object) -> str | None:
    if not isinstance(value, list) or not all(_known(field.opties, each) for each in value):
        return _NO_OPTION
    if len(set(value)) < len(value):
        return "Hetzelfde antwoord is twee keer gekozen; kies het één keer."
    for option in field.opties:
        if option.alleen and option.id in value and len(value) > 1:
            return f"‘{option.label}’ gaat niet samen met een ander antwoord; haal een van de twee weg."
    return None


def _check_rows(field: Field, value: object) -> str | None:
    if not isinstance(value, list):
        return "Hier horen regels te staan."
    if len(value) > MOST_ROWS:
        return f"Dit zijn te veel regels; houd het bij {MOST_ROWS}."
    columns = {each.id: each for each in field.kolommen}
    seen: set[str] = set()
    for number, row in enumerate(value, 1):
        row_id = row.get("_id") if isinstance(row, Mapping) else None
        if not isinstance(row, Mapping) or not isinstance(row_id, str) or not row_id or row_id in seen:
            return f"Regel {number} is beschadigd; haal hem weg en vul hem opnieuw in."
        seen.add(row_id)
        for key, cell in row.items():
            complaint = None if key == "_id" else _check_cell(columns.get(key), cell)
            if complaint:
                return f"Regel {number}, {columns[key].label.lower() if key in columns else key}: {complaint}"
    return None


def _check_cell(column: Column | None, value: object) -> str | None:
    if column is None:
        return "Deze kolom hoort niet bij dit formulier."
    if value is None or value == "":
        return None
    if column.soort == "keuze":
        return None if _known(column.opties, value) else _NO_OPTION
    if column.soort == "datum":
        return None if als_datum(value) else _NO_DATE
    return _check_text(value)


def _check_matrix(field: Field, value: object) -> str | None:
    if not isinstance(value, Mapping):
        return "Hier hoort een tabel te staan."
    rows = {each.id for each in field.rijen}
    columns = {each.id for each in field.kolommen}
    for row_id, cells in value.items():
        if row_id not in rows or not isinstance(cells, Mapping) or not columns.issuperset(cells):
            return "Een vak van deze tabel hoort niet bij dit formulier."
        for cell in cells.values():
            complaint = None if cell is None else _check_text(cell)
            if complaint:
                return complaint
    return None
