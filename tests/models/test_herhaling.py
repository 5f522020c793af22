"""What did not work before is noticed where it is proposed again; kept on purpose, with a reason, it is left alone."""

from typing import Any

import pytest

from app.models.forms.answers import check_answer, plain_text
from app.models.forms.definition import FormDefinition
from app.models.herhaling import herhaalt, omschrijving, toch_opnemen, voorstellen
from app.models.lijkt_op import Actie

TABLET = Actie(
    "noor",
    "Tafels oefenen met de tablet",
    periode="sep – nov",
    resultaat="werkte_niet",
    opmerking="haakte na 5 min af",
)
PROPOSAL = "Met een maatje de tafels oefenen op de tablet"


@pytest.mark.parametrize(
    "pad",
    ["onderwijsbehoeften.nodig", "onderwijsbehoeften.organisatie", "plan.aanpak", "plan.aanbod", "plan.maatregelen"],
)
def test_every_text_that_proposes_an_approach_is_watched(a6: FormDefinition, pad: str):
    assert herhaalt(a6, {}, a6.field(pad), PROPOSAL, [TABLET]) == (PROPOSAL, TABLET)


@pytest.mark.parametrize("pad", ["vervolg.afspraken", "begeleiding.afspraken"])
def test_so_is_every_agreement(a6: FormDefinition, pad: str):
    rows = [{"_id": "1", "wat": "Ouders bellen"}, {"_id": "2", "wat": PROPOSAL}, {"_id": "3"}]
    assert herhaalt(a6, {}, a6.field(pad), rows, [TABLET]) == (PROPOSAL, TABLET)


@pytest.mark.parametrize("pad", ["hulpvraag.hulpvraag", "acties.opvallend", "acties.acties", "onderwijsbehoeften.doel"])
def test_what_proposes_nothing_is_not_watched(a6: FormDefinition, pad: str):
    assert herhaalt(a6, {}, a6.field(pad), PROPOSAL, [TABLET]) is None


@pytest.mark.parametrize("value", [None, "", [], ["x"][:0], 5, {}])
def test_an_empty_answer_proposes_nothing(a6: FormDefinition, value: Any):
    assert voorstellen(a6.field("plan.aanpak"), value) == []
    assert voorstellen(a6.field("vervolg.afspraken"), value) == []


def test_kept_on_purpose_it_is_recorded_with_its_reason_and_left_alone(a6: FormDefinition):
    pad, rows = toch_opnemen(a6, {}, PROPOSAL, TABLET, " Nu met een maatje erbij. ")
    field = a6.field(pad)
    assert check_answer(field, rows) is None
    assert plain_text(field, rows) == (
        "Met een maatje de tafels oefenen op de tablet · "
        "Tafels oefenen met de tablet (sep – nov): haakte na 5 min af · Nu met een maatje erbij."
    )
    answers = {field.sectie: {field.id: rows}}
    assert herhaalt(a6, answers, a6.field("plan.aanpak"), PROPOSAL, [TABLET]) is None


def test_another_action_is_still_noticed(a6: FormDefinition):
    kaartjes = Actie("noor", "Tafels oefenen met kaartjes", resultaat="werkte_niet")
    pad, rows = toch_opnemen(a6, {}, PROPOSAL, TABLET, "Nu samen.")
    section, _, veld = pad.partition(".")
    text = "Tafels oefenen met kaartjes en de tablet"
    assert herhaalt(a6, {section: {veld: rows}}, a6.field("plan.aanpak"), text, [TABLET, kaartjes]) == (text, kaartjes)


def test_a_second_reason_stands_below_the_first(a6: FormDefinition):
    pad, rows = toch_opnemen(a6, {}, PROPOSAL, TABLET, "Een.")
    section, _, veld = pad.partition(".")
    _, more = toch_opnemen(a6, {section: {veld: rows}}, PROPOSAL, TABLET, "Twee.")
    assert [row["reden"] for row in more] == ["Een.", "Twee."]


def test_an_action_is_described_without_what_is_not_known():
    assert omschrijving(Actie("noor", "Koptelefoon\nop")) == "Koptelefoon op"


@pytest.mark.parametrize(
    ("eerder", "left_alone"),
    [
        ("Tafels oefenen met de tablet", True),
        ("Tafels oefenen met de tablet, sep – nov: “haakte af”", True),
        ("Tafels oefenen met de tablet in een groepje", False),
        ("Tafels oefenen", False),
        ("", False),
    ],
)
def test_a_reason_someone_edited_still_holds_for_its_own_action_only(a6: FormDefinition, eerder: str, left_alone: bool):
    answers = {"vervolg": {"bewust_herhaald": [{"_id": "1", "eerder": eerder, "reden": "Nu samen."}]}}
    assert (herhaalt(a6, answers, a6.field("plan.aanpak"), PROPOSAL, [TABLET]) is None) is left_alone
