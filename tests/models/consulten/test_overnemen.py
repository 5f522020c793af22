"""What comes along from earlier forms is what they say, in answers that the new form takes."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.consulten.overnemen import OPNIEUW, Bron, overname
from app.models.forms.answers import is_empty, visible
from app.models.forms.check import check_answer
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.resources import resource
from tests.models.consulten.voorbeeld import meegeleverd

KINDS = ("startgesprek_swv", "eenmalig_consult", "analyse_ondersteuning")
WORDS = st.text("abc ", max_size=6)
RESULTS = ("werkte", "werkte_niet", "gelukt", "")
ROWS = st.lists(
    st.fixed_dictionaries(
        {"_id": st.uuids().map(str), "actie": WORDS, "periode": WORDS, "resultaat": st.sampled_from(RESULTS)}
    ),
    max_size=4,
)


@st.composite
def said(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Answers of a form A.6, empty ones and unknown options among them."""
    return {
        "hulpvraag": {"hulpvraag": draw(WORDS), "factoren": {"kind": {"stimulerend": draw(WORDS)}, "hond": {"x": "y"}}},
        "acties": {"acties": draw(ROWS)},
        "onderwijsbehoeften": {"doel": draw(st.none() | WORDS)},
    }


@given(forms=st.lists(said(), max_size=4), kind=st.sampled_from(KINDS))
def test_every_answer_that_comes_along_is_right_for_the_form_and_shown(forms: list[Any], kind: str):
    form = meegeleverd(kind)[1]
    found = overname(form, [Bron(_a6(), each) for each in forms], {"opp": "OPP loopt"})
    answers: dict[str, dict[str, Any]] = {}
    for pad, value in found.items():
        field = form.field(pad)
        assert check_answer(field, value) is None
        assert not is_empty(value)
        assert field.rol not in OPNIEUW
        answers.setdefault(field.sectie, {})[field.id] = value
    assert all(visible(form.field(pad), answers) for pad in found)


@given(forms=st.lists(said(), max_size=4))
def test_each_intervention_comes_along_once_as_it_was_told_last(forms: list[Any]):
    form = meegeleverd("startgesprek_swv")[1]
    rows = overname(form, [Bron(_a6(), each) for each in forms], {}).get("interventies.acties", [])
    told = [row for each in forms for row in each["acties"]["acties"] if row["actie"].strip()]
    keys = [_key(row) for row in rows]
    assert len(keys) == len(set(keys))
    assert set(keys) == {_key(row) for row in told}
    for row in rows:
        first = next(each for each in told if _key(each) == _key(row))
        assert row.get("resultaat", "") == (first["resultaat"] if first["resultaat"] != "gelukt" else "")
        assert row["_id"] not in {each["_id"] for each in told}


@pytest.mark.parametrize("role", [True, False], ids=["with its role", "as older forms have it"])
def test_the_factors_come_along_with_or_without_a_role(a6_text: str, *, role: bool):
    text = a6_text if role else a6_text.replace('rol = "factoren"\n', "")
    old = parse_definition(text, "leerlingbespreking.toml")
    answers = {"hulpvraag": {"factoren": {"groep": {"belemmerend": "rumoer"}, "kind": {"stimulerend": ""}}}}
    found = overname(meegeleverd("startgesprek_swv")[1], [Bron(old, answers)], {})
    assert found == {"factoren.factoren": {"groep": {"belemmerend": "rumoer"}}}


def test_what_hangs_on_an_answer_that_is_asked_anew_does_not_come_along():
    form = meegeleverd("analyse_ondersteuning")[1]
    old = {"ouders": {"weten": "ja", "weten_op": "2026-10-01", "mening": "Ze willen hulp"}}
    before = meegeleverd("startgesprek_swv")[1]
    assert overname(form, [Bron(before, old, heel=True)], {}) == {"ouders.mening": "Ze willen hulp"}
    assert overname(form, [Bron(before, old)], {}) == {}


@cache
def _a6() -> FormDefinition:
    path = resource("formulieren", "leerlingbespreking.toml")
    return parse_definition(path.read_text(encoding="utf-8"), path.name)


def _key(row: dict[str, Any]) -> tuple[str, str]:
    return " ".join(row["actie"].split()), " ".join(str(row.get("periode", "")).split())
