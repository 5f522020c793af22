"""What the school already knows is filled in, and what the user typed stays."""

from datetime import date

import pytest

from app.models.aanvullen import Bekend, aanvullen
from app.models.forms.loader import parse_definition
from app.models.leerling import Plan
from app.resources import resource

VAN, TOT = date(2026, 11, 2), date(2027, 1, 29)


@pytest.fixture(scope="module")
def a6():
    return parse_definition(resource("formulieren", "leerlingbespreking.toml").read_text(encoding="utf-8"), "A.6")


def groepsplan(onderwerp="rekenen", tot=TOT):
    return Plan(soort="groepsplan", onderwerp=onderwerp, van=VAN, tot=tot)


def test_a_handelingsplan_takes_over_the_period_of_the_groepsplan(a6):
    antwoorden = {"plan": {"besluit": "handelingsplan"}}
    assert aanvullen(a6, antwoorden, Bekend((groepsplan(),), (), "Joke Smit")) == {
        "plan.opsteller": "Joke Smit",
        "plan.groepsplan": "rekenen",
        "plan.van": "2026-11-02",
        "plan.tot": "2027-01-29",
    }


def test_between_two_groepsplannen_with_other_periods_the_user_chooses(a6):
    plans = (groepsplan(), groepsplan("lezen", date(2027, 6, 30)))
    filled = aanvullen(a6, {"plan": {"besluit": "handelingsplan"}}, Bekend(plans))
    assert filled == {"plan.van": "2026-11-02"}


def test_nothing_is_filled_in_before_the_choice_is_made(a6):
    assert aanvullen(a6, {}, Bekend((groepsplan(),), (("M. Berg", "ja"),), "Joke Smit")) == {}


def test_what_the_user_typed_stays(a6):
    antwoorden = {"plan": {"besluit": "handelingsplan", "tot": "2026-12-18", "opsteller": "Bea"}}
    filled = aanvullen(a6, antwoorden, Bekend((groepsplan(),), (), "Joke Smit"))
    assert set(filled) == {"plan.groepsplan", "plan.van"}


def test_consent_is_asked_of_each_parent_with_gezag_or_perhaps(a6):
    bekend = Bekend(ouders=(("M. Berg", "ja"), ("K. Jansen", "nee"), ("P. Smit", "onbekend")))
    rows = aanvullen(a6, {"aanmelding": {"aanmelding": ["diagnostiek"]}}, bekend)["ouders.toestemming"]
    assert [(row["ouder"], row["antwoord"]) for row in rows] == [("M. Berg", "open"), ("P. Smit", "open")]
    assert len({row["_id"] for row in rows}) == 2
