"""From the answers of a form follows what is shown, how far each section is, and what still misses."""

from typing import Any

import pytest

from app.models.forms.answers import is_empty, missing_at_closing, plain_text, required, section_state, visible
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition

FORM = """
naam = "proef"
titel = "Proef"
versie = 1

[[sectie]]
id = "vraag"
titel = "Vraag"
nvt = false

[[sectie.veld]]
id = "hulp"
soort = "janee"
label = "Is er hulp nodig?"
verplicht = true

[[sectie.veld]]
id = "wie"
soort = "meer"
label = "Van wie?"
toon_als = { veld = "vraag.hulp", is = ["ja"] }
verplicht = true
opties = [
    { id = "niemand", label = "niemand", alleen = true },
    { id = "ib", label = "de IB'er" },
    { id = "extern", label = "iemand van buiten" },
]

[[sectie.veld]]
id = "extern"
soort = "regel"
label = "Wie van buiten?"
toon_als = { veld = "vraag.wie", is = ["extern"] }

[[sectie]]
id = "vervolg"
titel = "Vervolg"

[[sectie.veld]]
id = "afspraken"
soort = "rijen"
label = "Wie doet wat?"
verplicht_als = { veld = "vraag.wie", is = ["ib", "extern"] }

[[sectie.veld.kolom]]
id = "wat"
label = "Wat"
verplicht = true

[[sectie.veld.kolom]]
id = "voor"
label = "Uiterlijk"
soort = "datum"

[[sectie.veld]]
id = "bijzonder"
soort = "tekst"
label = "Bijzonderheden"
als_gevuld = true

[[sectie.veld]]
id = "terug"
soort = "datum"
label = "Wanneer kijken we terug?"
moment = "evaluatie"
verplicht = true

[[sectie.veld]]
id = "sterk"
soort = "matrix"
label = "Wat helpt?"
rij = [{ id = "kind", label = "kind" }, { id = "groep", label = "groep" }]
kolom = [{ id = "plus", label = "helpt" }, { id = "min", label = "zit in de weg" }]
"""


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return parse_definition(FORM, "proef.toml")


def row(number: int = 1, **cells: str) -> dict[str, str]:
    return {"_id": f"rij-{number}", **cells}


@pytest.mark.parametrize(
    "value",
    [None, "", "  \n", [], {}, [""], [row()], [row(wat=" ")], {"kind": {}}, {"kind": {"plus": "", "min": None}}],
)
def test_nothing_said_is_empty(value: object):
    assert is_empty(value)


@pytest.mark.parametrize("value", ["x", ["ib"], [row(wat="bellen")], {"kind": {"plus": "rustig"}}, 0, False])
def test_anything_said_is_not(value: object):
    assert not is_empty(value)


def test_a_field_shows_when_its_condition_holds(form: FormDefinition):
    wie = form.field("vraag.wie")
    assert not visible(wie, {})
    assert not visible(wie, {"vraag": {"hulp": "nee"}})
    assert visible(wie, {"vraag": {"hulp": "ja"}})


def test_a_hidden_answer_shows_nothing_further_on(form: FormDefinition):
    extern, afspraken = form.field("vraag.extern"), form.field("vervolg.afspraken")
    asked = {"vraag": {"hulp": "ja", "wie": ["ib", "extern"]}}
    changed_mind = {"vraag": {"hulp": "nee", "wie": ["ib", "extern"]}}
    assert visible(extern, asked)
    assert required(afspraken, asked)
    assert not visible(extern, changed_mind)
    assert not required(afspraken, changed_mind)


def test_what_the_program_fills_shows_once_it_is_filled(form: FormDefinition):
    bijzonder = form.field("vervolg.bijzonder")
    assert not visible(bijzonder, {"vervolg": {"bijzonder": " "}})
    assert visible(bijzonder, {"vervolg": {"bijzonder": "let op"}})


@pytest.mark.parametrize(
    ("section", "answers", "marks", "state"),
    [
        ("vraag", {}, {}, "leeg"),
        ("vraag", {}, {"vraag": "klaar"}, "leeg"),
        ("vraag", {"hulp": "nee"}, {}, "klaar"),
        ("vraag", {"hulp": "ja"}, {}, "bezig"),
        ("vraag", {"hulp": "ja"}, {"vraag": "klaar"}, "bezig"),
        ("vraag", {"hulp": "ja", "wie": ["ib"]}, {}, "klaar"),
        ("vraag", {"hulp": "ja", "wie": ["extern"]}, {}, "bezig"),
        ("vraag", {"hulp": "ja", "wie": ["extern"]}, {"vraag": "klaar"}, "klaar"),
        ("vraag", {"hulp": "nee"}, {"vraag": "nvt"}, "klaar"),
        ("vervolg", {}, {"vervolg": "nvt"}, "nvt"),
        ("vervolg", {"afspraken": [row(wat="bellen")]}, {}, "bezig"),
        ("vervolg", {"afspraken": [row(wat="bellen")]}, {"vervolg": "klaar"}, "klaar"),
        ("vervolg", {"afspraken": [row(voor="2026-11-20")]}, {"vervolg": "klaar"}, "bezig"),
        ("vervolg", {"terug": "2027-01-12"}, {}, "leeg"),
    ],
)
def test_how_far_a_section_is(form: FormDefinition, section: str, answers: Any, marks: Any, state: str):
    assert section_state(form, {section: answers}, marks, section) == state


def test_what_misses_is_asked_in_the_words_of_the_field(form: FormDefinition):
    missing = missing_at_closing(form, {"vraag": {"hulp": "ja"}}, {})
    assert [(each.section.id, each.field.id, each.sentence) for each in missing] == [
        ("vraag", "wie", "Kies nog een antwoord bij ‘Van wie?’.")
    ]


def test_a_row_that_was_begun_must_be_finished(form: FormDefinition):
    rows = [row(1, wat="bellen"), row(2, voor="2026-11-20"), row(3)]
    missing = missing_at_closing(form, {"vraag": {"hulp": "nee"}, "vervolg": {"afspraken": rows}}, {})
    assert [each.sentence for each in missing] == ["Regel 2 bij ‘Wie doet wat?’ mist nog: wat."]


def test_of_a_section_that_is_not_applicable_nothing_is_asked(form: FormDefinition):
    answers = {"vraag": {"hulp": "ja", "wie": ["ib"]}}
    assert [each.field.id for each in missing_at_closing(form, answers, {})] == ["afspraken"]
    assert missing_at_closing(form, answers, {"vervolg": "nvt"}) == []


def test_a_section_that_always_applies_cannot_be_skipped(form: FormDefinition):
    assert [each.field.id for each in missing_at_closing(form, {}, {"vraag": "nvt"})] == ["hulp"]


@pytest.mark.parametrize(
    ("pad", "value", "text"),
    [
        ("vraag.hulp", "weet_niet", "weet ik niet"),
        ("vraag.hulp", "vroeger", "vroeger"),
        ("vraag.wie", ["ib", "extern"], "de IB'er, iemand van buiten"),
        ("vraag.extern", "  GGD ", "GGD"),
        ("vervolg.terug", "2027-01-12", "12 januari 2027"),
        (
            "vervolg.afspraken",
            [row(1, wat="ouders\nbellen", voor="2026-11-20"), row(2)],
            "ouders bellen · 20 november 2026",
        ),
        (
            "vervolg.sterk",
            {"kind": {"min": "snel moe"}, "groep": {"plus": "lief"}},
            "kind, zit in de weg: snel moe\ngroep, helpt: lief",
        ),
        ("vervolg.sterk", {}, ""),
        ("vervolg.afspraken", None, ""),
    ],
)
def test_an_answer_reads_as_people_say_it(form: FormDefinition, pad: str, value: object, text: str):
    assert plain_text(form.field(pad), value) == text
