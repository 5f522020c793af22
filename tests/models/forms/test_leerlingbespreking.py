"""Form A.6 as it ships: its eight sections, what it asks at closing, and what the code finds in it."""

from itertools import pairwise
from typing import Any

import pytest

from app.models.forms.answers import missing_at_closing, section_state, visible
from app.models.forms.definition import FormDefinition
from app.models.forms.roles import CONSULTROLLEN, GESPREKSROLLEN, ROLES, ROUTEROLLEN
from app.models.toestemming import Toestemmingstabel

TITLES = [
    "Hulpvraag van de leraar",
    "Welke acties zijn recent ondernomen en met welk resultaat?",
    "Onderwijsbehoeften van de leerling?",
    "Groepsplan, individueel handelingsplan",
    "Begeleidingsbehoeften van de leraar",
    "Aanmelding interne of externe zorg",
    "Afstemming met ouders",
    "Samenvatten van afspraken en plannen vervolgstappen",
]

FILLED: dict[str, Any] = {
    "hulpvraag": {"hulpvraag": "Hoe houd ik Noor bij het rekenen?"},
    "onderwijsbehoeften": {"doel": "Noor kent op 29 januari de tafels van 2, 5 en 10."},
    "plan": {"besluit": "groepsplan"},
    "aanmelding": {"aanmelding": ["geen"]},
    "ouders": {"hoe": "gesprek", "op": "2026-11-20"},
    "vervolg": {
        "afspraken": [{"_id": "1", "wat": "Ouders bellen", "wie": "Joke Smit"}],
        "duidelijk": "ja",
        "evaluatie_datum": "2027-01-29",
    },
}


def shown(form: FormDefinition, answers: Any) -> set[str]:
    return {field.pad for _, field in form.fields() if visible(field, answers)}


def test_it_has_the_eight_sections_with_their_whole_titles(a6: FormDefinition):
    assert [section.titel for section in a6.secties] == TITLES


def test_every_section_explains_itself_beside_the_fields(a6: FormDefinition):
    assert all(section.vraag and section.hint for section in a6.secties)


@pytest.mark.parametrize("rol", sorted(ROLES.keys() - GESPREKSROLLEN - CONSULTROLLEN.keys() - ROUTEROLLEN.keys()))
def test_every_role_has_its_field(a6: FormDefinition, rol: str):
    assert a6.field_by_role(rol) is not None


def test_an_empty_form_asks_little_at_closing(a6: FormDefinition):
    assert [each.field.pad for each in missing_at_closing(a6, {}, {})] == [
        "hulpvraag.hulpvraag",
        "onderwijsbehoeften.doel",
        "plan.besluit",
        "aanmelding.aanmelding",
        "ouders.hoe",
        "vervolg.afspraken",
        "vervolg.duidelijk",
        "vervolg.evaluatie_datum",
    ]


def test_with_those_few_answers_it_can_be_closed(a6: FormDefinition):
    assert missing_at_closing(a6, FILLED, {}) == []


def test_parents_who_are_at_the_table_need_no_date(a6: FormDefinition):
    told = {**FILLED, "ouders": {"hoe": "gesprek"}}
    present = {**FILLED, "ouders": {"hoe": "aanwezig"}}
    assert [each.field.pad for each in missing_at_closing(a6, told, {})] == ["ouders.op"]
    assert missing_at_closing(a6, present, {}) == []


def test_a_handelingsplan_is_asked_about_only_when_there_will_be_one(a6: FormDefinition):
    about = {"plan.reden", "plan.opsteller", "plan.groepsplan", "plan.van", "plan.tot"}
    assert not about & shown(a6, {"plan": {"besluit": "groepsplan"}})
    assert about <= shown(a6, {"plan": {"besluit": "handelingsplan"}})


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        ([], False),
        (["geen"], False),
        (["zorgteam"], False),
        (["diagnostiek"], True),
        (["zorgteam", "begeleiding"], True),
        (["via_ouders"], True),
    ],
)
def test_consent_is_asked_only_for_care_from_outside(a6: FormDefinition, chosen: list[str], asked: bool):
    assert ("ouders.toestemming" in shown(a6, {"aanmelding": {"aanmelding": chosen}})) is asked


def test_the_answers_about_consent_are_those_of_the_table(a6: FormDefinition, tabel: Toestemmingstabel):
    column = a6.field("ouders.toestemming").column("antwoord")
    assert column is not None
    assert {each.id: each.label for each in column.opties} == {rule.id: rule.label for rule in tabel.values()}


def test_the_evaluation_is_filled_in_later(a6: FormDefinition):
    later = [field.pad for _, field in a6.fields() if field.moment == "evaluatie"]
    assert later == [
        "vervolg.doel_bereikt",
        "vervolg.situatie_bereikt",
        "vervolg.aanpak_werkt",
        "vervolg.evaluatie_toelichting",
    ]


@pytest.mark.parametrize("section", ["acties", "plan", "begeleiding"])
def test_some_sections_can_be_skipped(a6: FormDefinition, section: str):
    assert section_state(a6, {}, {section: "nvt"}, section) == "nvt"


@pytest.mark.parametrize("section", ["hulpvraag", "onderwijsbehoeften", "aanmelding", "ouders", "vervolg"])
def test_the_others_always_apply(a6: FormDefinition, section: str):
    assert section_state(a6, {}, {section: "nvt"}, section) == "leeg"


def test_the_question_and_the_agreements_never_come_along(a6: FormDefinition):
    taken = {field.rol for _, field in a6.fields() if field.overnemen}
    assert not taken & {"hulpvraag", "doel", "afspraken", "begeleiding_afspraken", "acties", "toestemming"}


def test_labels_and_hints_are_short_enough_to_read_in_a_meeting(a6: FormDefinition):
    for section, field in a6.fields():
        assert len(field.label) <= 65, field.pad
        assert len(field.kort) <= 40, field.pad
        assert len(field.hint) <= 120, field.pad
        assert len(section.hint) <= 320, section.id
        assert len(section.vraag) <= 80, section.id


def test_a_heading_begins_a_block_and_does_not_repeat_itself(a6: FormDefinition):
    heads = [field.kop for _, field in a6.fields() if field.kop]
    assert len(heads) == len(set(heads))
    assert all(one != other for one, other in pairwise(heads))
