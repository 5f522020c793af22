"""A new form offers what still holds of the last one: factors and qualities, not the question or the agreements."""

from typing import Any

from app.models.forms.carry_over import offers
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition

LAST: dict[str, Any] = {
    "hulpvraag": {
        "hulpvraag": "Hoe help ik hem met rekenen?",
        "factoren": {"kind": {"stimulerend": "werkt graag samen"}},
        "kwaliteiten": {"kind": {"kwaliteiten": "houdt vol"}},
        "thuis": "",
    },
    "onderwijsbehoeften": {"doel": "tafels", "perspectief": "doorgaande lijn"},
    "vervolg": {"afspraken": [{"_id": "1", "wat": "bellen"}]},
}


def test_what_still_holds_is_offered_with_its_text(a6: FormDefinition):
    offered = offers(a6, {}, a6, LAST)
    assert [(each.field.pad, each.text) for each in offered] == [
        ("hulpvraag.factoren", "kind, stimulerend: werkt graag samen"),
        ("hulpvraag.kwaliteiten", "kind: houdt vol"),
        ("onderwijsbehoeften.perspectief", "doorgaande lijn"),
    ]
    assert offered[0].value == LAST["hulpvraag"]["factoren"]


def test_what_was_filled_in_already_is_not_offered_again(a6: FormDefinition):
    begun = {"onderwijsbehoeften": {"perspectief": "andere leerlijn"}}
    assert "onderwijsbehoeften.perspectief" not in [each.field.pad for each in offers(a6, begun, a6, LAST)]


def test_what_an_older_definition_calls_otherwise_stays_behind(a6: FormDefinition, a6_text: str):
    field = 'id = "perspectief"\nsoort = "tekst"'
    assert field in a6_text
    renamed = parse_definition(a6_text.replace(field, 'id = "later"\nsoort = "tekst"'), "oud.toml")
    dated = parse_definition(a6_text.replace(field, 'id = "perspectief"\nsoort = "datum"'), "oud.toml")
    for old in (renamed, dated):
        assert "onderwijsbehoeften.perspectief" not in [each.field.pad for each in offers(a6, {}, old, LAST)]


def test_rows_that_are_taken_over_are_new_rows(a6_text: str):
    rows_too = parse_definition(a6_text.replace('rol = "acties"', 'rol = "acties"\novernemen = true', 1), "x.toml")
    last = {"acties": {"acties": [{"_id": "oud", "actie": "tablet"}]}}
    (offer,) = offers(rows_too, {}, rows_too, last)
    assert offer.value[0]["actie"] == "tablet"
    assert offer.value[0]["_id"] != "oud"


def test_what_no_longer_fits_is_not_offered(a6: FormDefinition):
    last = {"hulpvraag": {"factoren": {"hond": {"stimulerend": "blaft niet"}}}}
    assert offers(a6, {}, a6, last) == []
