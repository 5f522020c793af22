"""Two versions of a form are laid side by side: only what changed, in words."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.models.forms.compare import compare
from app.models.forms.definition import FormDefinition


def changes(form: FormDefinition, old: Any, new: Any) -> list[tuple[str, str, str, str, str]]:
    return [(each.field.pad, each.part, each.soort, each.before, each.after) for each in compare(form, old, new)]


def test_equal_answers_have_no_differences(a6: FormDefinition):
    answers = {"hulpvraag": {"hulpvraag": "Hoe help ik hem?"}, "plan": {"besluit": "open"}}
    assert compare(a6, answers, answers) == []


def test_empty_in_any_way_is_no_difference(a6: FormDefinition):
    old = {"hulpvraag": {"hulpvraag": "", "factoren": {}}, "acties": {"acties": []}}
    new = {"acties": {"acties": [{"_id": "1"}]}, "hulpvraag": {"hulpvraag": " ", "factoren": {"kind": {}}}}
    assert compare(a6, old, new) == []


def test_texts_and_choices_read_as_people_say_them(a6: FormDefinition):
    old = {"hulpvraag": {"hulpvraag": "Hoe help ik hem?"}, "plan": {"besluit": "open"}, "vervolg": {}}
    new = {"plan": {"besluit": "handelingsplan"}, "vervolg": {"evaluatie_datum": "2027-01-12"}}
    assert changes(a6, old, new) == [
        ("hulpvraag.hulpvraag", "", "verwijderd", "Hoe help ik hem?", ""),
        ("plan.besluit", "", "gewijzigd", "we beslissen later", "er komt een individueel handelingsplan"),
        ("vervolg.evaluatie_datum", "", "toegevoegd", "", "12 januari 2027"),
    ]


def test_rows_are_known_by_their_identity(a6: FormDefinition):
    a, b, c = ({"_id": each, "wat": each} for each in "abc")
    old = {"vervolg": {"afspraken": [a, b]}}
    new = {"vervolg": {"afspraken": [c, {**b, "wie": "Joke"}]}}
    assert changes(a6, old, new) == [
        ("vervolg.afspraken", "regel 1", "toegevoegd", "", "c"),
        ("vervolg.afspraken", "regel 2", "gewijzigd", "b", "b · Joke"),
        ("vervolg.afspraken", "vroeger regel 1", "verwijderd", "a", ""),
    ]


def test_another_order_of_rows_is_no_difference(a6: FormDefinition):
    rows = [{"_id": each, "wat": each} for each in "abc"]
    assert compare(a6, {"vervolg": {"afspraken": rows}}, {"vervolg": {"afspraken": rows[::-1]}}) == []


def test_a_matrix_is_compared_cell_by_cell(a6: FormDefinition):
    old = {"hulpvraag": {"factoren": {"kind": {"belemmerend": "moe"}, "groep": {"stimulerend": "lief"}}}}
    new = {"hulpvraag": {"factoren": {"kind": {"belemmerend": "vaak moe"}, "groep": {"stimulerend": "lief"}}}}
    assert changes(a6, old, new) == [("hulpvraag.factoren", "kind, belemmerend", "gewijzigd", "moe", "vaak moe")]


ROWS = st.lists(st.integers(0, 9), unique=True, max_size=5).flatmap(
    lambda ids: st.tuples(
        *(st.builds(lambda i, t: {"_id": str(i), "wat": t}, st.just(i), st.text(max_size=3)) for i in ids)
    )
)


@given(ROWS, ROWS)
def test_the_other_way_round_the_same_changes_are_reversed(a6: FormDefinition, one: Any, other: Any):
    old, new = ({"vervolg": {"afspraken": list(rows)}} for rows in (one, other))
    there = sorted((each.before, each.after) for each in compare(a6, old, new))
    back = sorted((each.after, each.before) for each in compare(a6, new, old))
    assert there == back
