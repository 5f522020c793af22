"""The forms of an OPP and an MPO, as they ship: what the law and the source ask stands in them."""

import pytest

from app.models.forms.answers import missing_at_closing
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.models.forms.roles import ROUTEROLLEN
from app.models.route import MPO_UITKOMSTEN
from app.resources import resource

OF_MPO = {"mpo_uitkomst", "mpo_toelichting", "mpo_agenda"}


def form(naam: str) -> FormDefinition:
    return parse_definition(resource("formulieren", f"{naam}.toml").read_text("utf-8"), f"{naam}.toml")


def roles(naam: str) -> set[str]:
    return {field.rol for _, field in form(naam).fields()}


def test_the_opp_asks_all_that_the_law_asks():
    assert roles("opp") >= ROUTEROLLEN.keys() - OF_MPO
    assert roles("opp") >= {"doel", "afspraken", "evaluatie_datum"}
    asked = {each.field.pad for each in missing_at_closing(form("opp"), {}, {})}
    assert asked == {
        "begin.van",
        "begin.tot",
        "begin.vraag",
        "begin.beginsituatie",
        "doel.uitstroom",
        "doel.uitstroom_toelichting",
        "doel.bevorderend",
        "doel.belemmerend",
        "doel.doel",
        "handelingsdeel.ondersteuning",
        "handelingsdeel.afwijkingen",
        "leerling.mening",
        "ouders.instemming",
        "evaluatie.datum",
    }


def test_research_and_medical_data_are_asked_only_when_needed():
    asked = {"rondom": {"onderzoek_nodig": "ja", "medisch_nodig": "nee"}}
    missing = {each.field.pad for each in missing_at_closing(form("opp"), asked, {})}
    assert "rondom.onderzoek" in missing
    assert "rondom.medisch" not in missing
    assert form("opp").field("rondom.medisch").verslag == ""


def test_the_minutes_know_every_outcome():
    assert roles("mpo") >= {*OF_MPO, "aanwezig", "ondersteuningsvraag", "afspraken"}
    outcome = form("mpo").field("uitkomst.uitkomst")
    assert [each.id for each in outcome.opties] == [each for each in MPO_UITKOMSTEN if each]
    asked = {each.field.pad for each in missing_at_closing(form("mpo"), {}, {})}
    assert asked == {
        "begin.aanwezig",
        "begin.vraag",
        "inbreng.ouders",
        "inbreng.school",
        "uitkomst.uitkomst",
        "uitkomst.toelichting",
    }


@pytest.mark.parametrize("naam", ["opp", "mpo"])
def test_every_section_explains_itself_beside_the_fields(naam):
    assert all(section.vraag and section.hint for section in form(naam).secties)
