"""An answer is kept only in the shape its field asks for; what is wrong is said without quoting it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.forms.answers import check_answer
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition

FORM = """
naam = "proef"
titel = "Proef"
versie = 1
[[sectie]]
id = "s"
titel = "S"
[[sectie.veld]]
id = "tekst"
soort = "tekst"
label = "Tekst"
[[sectie.veld]]
id = "datum"
soort = "datum"
label = "Datum"
[[sectie.veld]]
id = "janee"
soort = "janee"
weet_niet = false
label = "Ja of nee"
[[sectie.veld]]
id = "meer"
soort = "meer"
label = "Meer"
opties = [{ id = "geen", label = "geen", alleen = true }, { id = "a", label = "a" }, { id = "b", label = "b" }]
[[sectie.veld]]
id = "rijen"
soort = "rijen"
label = "Rijen"
kolom = [
    { id = "wat", label = "Wat" },
    { id = "voor", label = "Uiterlijk", soort = "datum" },
    { id = "staat", label = "Staat", soort = "keuze", opties = [{ id = "open", label = "open" }] },
]
[[sectie.veld]]
id = "matrix"
soort = "matrix"
label = "Matrix"
rij = [{ id = "kind", label = "kind" }]
kolom = [{ id = "plus", label = "plus" }]
"""


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return parse_definition(FORM, "proef.toml")


@pytest.mark.parametrize(
    ("veld", "value"),
    [
        ("tekst", "regel één\nregel twee 😀\x07"),
        ("tekst", "x" * 1_000_000),
        ("tekst", ""),
        ("tekst", None),
        ("datum", "2028-02-29"),
        ("datum", ""),
        ("janee", "nee"),
        ("meer", ["a", "b"]),
        ("meer", ["geen"]),
        ("meer", []),
        ("rijen", [{"_id": "1", "wat": "bellen", "voor": "2026-11-20", "staat": "open"}]),
        ("rijen", [{"_id": "1"}, {"_id": "2", "wat": "", "voor": "", "staat": None}]),
        ("matrix", {"kind": {"plus": "rustig"}}),
        ("matrix", {"kind": {}}),
    ],
)
def test_a_right_answer_has_no_complaint(form: FormDefinition, veld: str, value: object):
    assert check_answer(form.field(f"s.{veld}"), value) is None


@pytest.mark.parametrize(
    ("veld", "value", "said"),
    [
        ("tekst", 5, "hoort tekst"),
        ("tekst", "x" * 2_000_001, "te lang"),
        ("tekst", "half \ud83d teken", "beschadigd teken"),
        ("datum", "2026-02-30", "geen datum"),
        ("datum", "morgen", "geen datum"),
        ("datum", 20261012, "geen datum"),
        ("janee", "weet_niet", "niet in de lijst"),
        ("janee", ["ja"], "niet in de lijst"),
        ("meer", ["a", "c"], "niet in de lijst"),
        ("meer", "a", "niet in de lijst"),
        ("meer", ["a", "a"], "twee keer"),
        ("meer", ["geen", "a"], "‘geen’ gaat niet samen"),
        ("rijen", "bellen", "regels"),
        ("rijen", [{"_id": str(n)} for n in range(2_001)], "te veel regels"),
        ("rijen", ["bellen"], "Regel 1 is beschadigd"),
        ("rijen", [{"wat": "bellen"}], "Regel 1 is beschadigd"),
        ("rijen", [{"_id": "1"}, {"_id": "1"}], "Regel 2 is beschadigd"),
        ("rijen", [{"_id": "1", "hoe": "zo"}], "Regel 1, hoe: Deze kolom hoort niet"),
        ("rijen", [{"_id": "1", "voor": "ooit"}], "Regel 1, uiterlijk: Dit is geen datum"),
        ("rijen", [{"_id": "1", "staat": "dicht"}], "Regel 1, staat: Dit antwoord staat niet"),
        ("rijen", [{"_id": "1", "wat": {}}], "Regel 1, wat: Hier hoort tekst"),
        ("matrix", ["rustig"], "tabel"),
        ("matrix", {"hond": {"plus": "x"}}, "hoort niet bij dit formulier"),
        ("matrix", {"kind": {"min": "x"}}, "hoort niet bij dit formulier"),
        ("matrix", {"kind": {"plus": 5}}, "hoort tekst"),
    ],
)
def test_a_wrong_answer_is_refused_in_words(form: FormDefinition, veld: str, value: object, said: str):
    complaint = check_answer(form.field(f"s.{veld}"), value)
    assert complaint is not None
    assert said in complaint
    assert complaint.endswith(".")


@given(st.text(min_size=12, max_size=40))
def test_a_complaint_never_quotes_the_answer(form: FormDefinition, secret: str):
    for veld in ("datum", "janee", "meer", "rijen", "matrix"):
        complaint = check_answer(form.field(f"s.{veld}"), secret)
        assert complaint and secret not in complaint


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.just("_id"), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(JSON)
def test_no_value_makes_it_stumble(form: FormDefinition, value: object):
    for _, field in form.fields():
        complaint = check_answer(field, value)
        assert complaint is None or complaint.endswith(".")
