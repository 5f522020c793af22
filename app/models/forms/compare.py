"""What changed between two versions of a form, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.models.forms.answers import Answers, answer_of, is_empty, matrix_place, plain_text, row_text
from app.models.forms.definition import Field, FormDefinition, Section


@dataclass(frozen=True, slots=True)
class Difference:
    """One change.

    Attributes:
        part: within the field: `regel 2`, or the place in a matrix; empty for the whole field.
        before: what stood there, empty when it was added.
        after: what stands there now, empty when it was removed.
    """

    section: Section
    field: Field
    part: str
    before: str
    after: str

    @property
    def soort(self) -> str:
        """`toegevoegd`, `verwijderd` or `gewijzigd`."""
        if not self.before:
            return "toegevoegd"
        return "gewijzigd" if self.after else "verwijderd"


def compare(definition: FormDefinition, old: Answers, new: Answers) -> list[Difference]:
    """The differences between two sets of answers, in the order of the form.

    Rows are recognised by their identity, so that an inserted row does not make all below it look changed; their order
    is no difference. White space around a text is none either.

    Parameters:
        definition: of the newer version.
    """
    return [
        Difference(section, field, part, before, after)
        for section, field in definition.fields()
        for part, before, after in _changes(field, answer_of(field, old), answer_of(field, new))
        if before != after
    ]


def _changes(field: Field, old: Any, new: Any) -> Iterator[tuple[str, str, str]]:
    if old == new:
        return
    if field.soort == "rijen":
        yield from _row_changes(field, old or [], new or [])
    elif field.soort == "matrix":
        yield from _matrix_changes(field, old or {}, new or {})
    else:
        yield "", plain_text(field, old), plain_text(field, new)


def _row_changes(
    field: Field, old: list[Mapping[str, Any]], new: list[Mapping[str, Any]]
) -> Iterator[tuple[str, str, str]]:
    before = {row.get("_id"): row_text(field, row) for row in old}
    after = {row.get("_id"): row_text(field, row) for row in new}
    for number, (row_id, text) in enumerate(after.items(), 1):
        yield f"regel {number}", before.get(row_id, ""), text
    for number, (row_id, text) in enumerate(before.items(), 1):
        if row_id not in after:
            yield f"vroeger regel {number}", text, ""


def _matrix_changes(field: Field, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for rij in field.rijen:
        for column in field.kolommen:
            before, after = (each.get(rij.id, {}).get(column.id) for each in (old, new))
            yield matrix_place(field, rij, column), _text(before), _text(after)


def _text(value: object) -> str:
    return "" if is_empty(value) else str(value).strip()
