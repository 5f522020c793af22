"""The forms that report a conversation, as they ship: what every one of them asks, and in whose words."""

import pytest

from app.models.forms.answers import missing_at_closing
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import DefinitionError, parse_definition
from app.models.forms.roles import GESPREKSROLLEN
from app.resources import resource

NAMEN = ("startgesprek", "rapportgesprek", "kindgesprek", "verwijzingsgesprek", "overig_gesprek")
ABOUT = {
    "startgesprek": {"kennismaken", "samenwerken", "plan"},
    "rapportgesprek": {"welbevinden", "resultaten"},
    "kindgesprek": {"welbevinden", "leerdoelen"},
    "verwijzingsgesprek": {"onderbouwing", "advies"},
    "overig_gesprek": {"begin", "besproken"},
}


def text_of(naam: str) -> str:
    return resource("formulieren", f"{naam}.toml").read_text(encoding="utf-8")


@pytest.fixture(params=NAMEN)
def form(request: pytest.FixtureRequest) -> FormDefinition:
    return parse_definition(text_of(request.param), f"{request.param}.toml")


def test_a_form_bears_the_name_of_its_file(form: FormDefinition):
    assert form.naam in NAMEN


def test_every_conversation_asks_the_three_central_questions(form: FormDefinition):
    asked = [field.label for _, field in form.fields_by_role("gespreksvraag")]
    assert len(asked) == 3
    to_child = form.naam == "kindgesprek"
    assert all(("uw kind" in label) != to_child for label in asked)
    assert all(any(word in label.split() for word in ("je?", "jij")) == to_child for label in asked)


def test_it_asks_what_this_kind_is_about(form: FormDefinition):
    assert ABOUT[form.naam] <= {section.id for section in form.secties}


def test_it_asks_who_was_there_the_level_and_the_agreements(form: FormDefinition):
    for rol in {*GESPREKSROLLEN, "afspraken"} - {"aanleiding", "schooladvies"}:
        assert form.field_by_role(rol) is not None, rol


def test_only_the_first_question_has_to_be_answered(form: FormDefinition):
    assert [each.field.pad for each in missing_at_closing(form, {}, {})] == ["vragen.hoe"]


def test_every_section_explains_itself_beside_the_fields(form: FormDefinition):
    assert all(section.vraag and section.hint for section in form.secties)


def test_every_answer_but_who_was_there_begins_the_report(form: FormDefinition):
    assert [field.rol for _, field in form.fields() if not field.verslag] == ["aanwezig"]
    assert {field.verslag for _, field in form.fields()} - {""} == set(form.verslag)


def test_a_verwijzingsgesprek_gives_its_advice_with_what_it_rests_on():
    form = parse_definition(text_of("verwijzingsgesprek"), "verwijzingsgesprek.toml")
    assert [field.id for field in form.section("onderbouwing").velden] == ["resultaten", "welbevinden", "werkhouding"]


@pytest.mark.parametrize("naam", ["rapportgesprek", "overig_gesprek"])
def test_a_conversation_looks_back_on_what_the_teaching_did_for_wellbeing_and_results(naam: str):
    asked = [field for _, field in parse_definition(text_of(naam), f"{naam}.toml").fields() if field.id == "aanbod"]
    assert len(asked) == 1
    assert all(word in asked[0].hint for word in ("voelt", "resultaten"))


def test_a_school_that_leaves_out_a_level_hears_which_one():
    text = text_of("startgesprek").replace('{ id = "n4", label = "4" },', "", 1)
    with pytest.raises(DefinitionError, match="veld ‘voor’: optie ‘n4’ ontbreekt"):
        parse_definition(text, "startgesprek.toml")
