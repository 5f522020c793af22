"""What an application takes over: from the pupil's leerlingbesprekingen and, when it follows a consult, from that.

Nothing is typed twice (domain: the factors and interventions come along from form A.6). Fields are matched by what they
mean, their role; of an earlier application also by their place, when both say the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.models.consulten.eerder import ROL as EERDER
from app.models.forms.answers import Answers, answer_of, is_empty, plain_text, rows_of, visible
from app.models.forms.check import check_answer
from app.models.forms.definition import TEKSTSOORTEN, Condition, Field, FormDefinition
from app.models.ids import new_id

OPNIEUW = (
    *("hulpvraag_concreet", "ouders_weten", "ouders_gezien", "ouders_erbij", "ouders_keuze"),
    *("ouders_geinformeerd_op", "ouders_geinformeerd_door", "waarom_meer", "observatie", "teambijeenkomst"),
)
"""Roles that are asked anew at every application, and with them what hangs on their answer."""

_ACTIES = "acties"


@dataclass(frozen=True, slots=True)
class Bron:
    """A form to take over from.

    Attributes:
        wie: first name of the pupil, where an application is about several; else empty.
        heel: whether fields without a role come along too: those of an earlier application.
    """

    definitie: FormDefinition
    antwoorden: Answers
    wie: str = ""
    heel: bool = False


def overname(doel: FormDefinition, bronnen: Sequence[Bron], extra: Mapping[str, str]) -> dict[str, Any]:
    """The answers with which an application begins, by path.

    Parameters:
        doel: the form of the application.
        bronnen: newest first; of each answer the first that has one counts, interventions come from all.
        extra: texts by role that are known from elsewhere, for where no form has an answer; see `eerdere_consulten`.
    """
    found: dict[str, Any] = {}
    for _, field in doel.fields():
        if _anew(doel, field):
            continue
        value = _value(field, bronnen)
        if is_empty(value) and field.rol in extra and field.soort in TEKSTSOORTEN:
            value = extra[field.rol]
        if not is_empty(value) and check_answer(field, value) is None:
            found[field.pad] = value
    return found | _brought_in_sight(doel, found)


def _value(field: Field, bronnen: Sequence[Bron]) -> Any:
    if field.rol == _ACTIES:
        return _acties(field, bronnen)
    if field.rol == EERDER:
        return None  # comes from all earlier consults together, never from one form
    for bron in bronnen:
        value = _from(field, bron)
        if not is_empty(value):
            return value
    return None


def _from(field: Field, bron: Bron) -> Any:
    old = _same(field, bron)
    if old is None or not visible(old, bron.antwoorden):
        return None
    value = answer_of(old, bron.antwoorden)
    if field.soort in TEKSTSOORTEN:
        return plain_text(old, value)
    if old.soort != field.soort:
        return None
    if field.soort == "matrix" and isinstance(value, Mapping):
        return _known_cells(field, value)
    if field.soort == "meer" and isinstance(value, list):
        return [each for each in value if field.option(each)]
    return value


def _same(field: Field, bron: Bron) -> Field | None:
    """The field of a form that means the same; a matrix of an older form A.6 has no role, but its columns tell."""
    if field.rol:
        found = bron.definitie.field_by_role(field.rol)
        if found is not None or field.soort != "matrix":
            return found[1] if found else None
        columns = {each.id for each in field.kolommen}
        alike = (each for _, each in bron.definitie.fields() if columns and columns <= {k.id for k in each.kolommen})
        return next((each for each in alike if each.soort == "matrix"), None)
    if not bron.heel or not bron.definitie.has_field(field.pad):
        return None
    old = bron.definitie.field(field.pad)
    return old if old.soort == field.soort and not old.rol else None


def _known_cells(field: Field, value: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    rows, columns = {each.id for each in field.rijen}, {each.id for each in field.kolommen}
    return {
        row: {column: text for column, text in cells.items() if column in columns}
        for row, cells in value.items()
        if row in rows and not is_empty(cells)
    }


def _acties(field: Field, bronnen: Sequence[Bron]) -> list[dict[str, Any]]:
    """All interventions, newest form first; one that was told of in several forms once, as told last."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    several = len({bron.wie for bron in bronnen}) > 1
    for bron in bronnen:
        old = bron.definitie.field_by_role(_ACTIES)
        for row in rows_of(old[1], bron.antwoorden) if old and visible(old[1], bron.antwoorden) else ():
            new = _row(field, old[1], row) if old else {}
            column = field.column("actie")
            if column is None or is_empty(new.get(column.id)):
                continue
            key = (bron.wie, _plain(new[column.id]), _plain(_cell(field, new, "periode")))
            if several and bron.wie:
                new[column.id] = f"{bron.wie}: {new[column.id]}"
            found.setdefault(key, {"_id": new_id(), **new})
    return list(found.values())


def _row(field: Field, old: Field, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row in the columns of another form, by their roles; an option that is not known there is left out."""
    new = {}
    for column in field.kolommen:
        before = old.column(column.rol) if column.rol else None
        value = row.get(before.id) if before else None
        if is_empty(value) or (column.soort == "keuze" and column.option(value) is None):
            continue
        new[column.id] = value
    return new


def _cell(field: Field, row: Mapping[str, Any], rol: str) -> str:
    column = field.column(rol)
    return str(row.get(column.id) or "") if column else ""


def _plain(text: object) -> str:
    return " ".join(str(text).casefold().split())


def _anew(doel: FormDefinition, field: Field) -> bool:
    return field.rol in OPNIEUW or any(
        field.toon_als is not None and field.toon_als.rests_on(each.pad)
        for rol in OPNIEUW
        for _, each in doel.fields_by_role(rol)
    )


def _brought_in_sight(doel: FormDefinition, found: Mapping[str, Any]) -> dict[str, Any]:
    """The choices without which what came along would not be shown."""
    chosen: dict[str, Any] = {}
    for pad in found:
        for condition in _conditions(doel.field(pad).toon_als):
            now = chosen.get(condition.veld, found.get(condition.veld))
            if doel.field(condition.veld).soort == "meer":
                given = list(now or [])
                if not set(given) & set(condition.is_):
                    chosen[condition.veld] = [*given, condition.is_[0]]
            elif is_empty(now):
                chosen[condition.veld] = condition.is_[0]
    return chosen


def _conditions(condition: Condition | None) -> Iterable[Condition]:
    while condition is not None:
        yield condition
        condition = condition.mits
