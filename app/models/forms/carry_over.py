"""What a new form about a pupil can take over from the last one: what still holds, never the question or agreements."""

from dataclasses import dataclass
from typing import Any

from app.models.forms.answers import Answers, answer_of, is_empty, plain_text, typed, visible
from app.models.forms.check import check_answer
from app.models.forms.definition import Field, FormDefinition, Section
from app.models.ids import new_id


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer of the last form, to take over or not.

    Attributes:
        value: the answer, ready to be written.
        text: the same as people read it.
    """

    section: Section
    field: Field
    value: Any
    text: str


def offers(definition: FormDefinition, antwoorden: Answers, last: FormDefinition, vorige: Answers) -> list[Offer]:
    """What the last form offers to a new one, in the order of the form.

    Parameters:
        definition: of the new form; it says which answers are offered (`overnemen`).
        antwoorden: of the new form so far; nothing is offered where it has an answer.
        last: of the last form, which may be an older one with other fields.
        vorige: answers of the last form.
    """
    found = []
    for section, field in definition.fields():
        if not field.overnemen or not last.has_field(field.pad) or not is_empty(typed(field, antwoorden)):
            continue
        old = last.field(field.pad)
        value = answer_of(old, vorige)
        if is_empty(value) or not visible(old, vorige) or not visible(field, antwoorden):
            continue
        if old.soort == field.soort and check_answer(field, value) is None:
            found.append(Offer(section, field, _fresh(value), plain_text(field, value)))
    return found


def _fresh(value: Any) -> Any:
    """Rows of a new form are new rows, with an identity of their own."""
    if not isinstance(value, list):
        return value
    return [{**each, "_id": new_id()} if isinstance(each, dict) else each for each in value]
