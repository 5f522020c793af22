"""A handelingsplan is an annex of the groepsplan that runs along with it (form A.6, section 4)."""

from datetime import date

from app.models.bespreking import Formulier
from app.models.forms.definition import FormDefinition
from app.models.handelingsplan import handelingsplan_uit
from app.models.leerling import Plan

VAN, TOT = date(2026, 8, 31), date(2027, 1, 29)
THEN = Plan(soort="groepsplan", onderwerp="rekenen", van=date(2026, 2, 2), tot=date(2026, 7, 10))
NOW = Plan(soort="groepsplan", onderwerp="Rekenen", van=VAN, tot=TOT)
OTHER = Plan(soort="groepsplan", onderwerp="spelling", van=VAN, tot=TOT)


def form(**plan: str) -> Formulier:
    decided = {"besluit": "handelingsplan", "van": VAN.isoformat(), "tot": TOT.isoformat(), **plan}
    return Formulier(id="f", stam="f", leerling="noor", antwoorden={"plan": decided})


def test_of_several_periods_the_one_that_runs_along_is_meant(a6: FormDefinition):
    plan = handelingsplan_uit(a6, form(groepsplan="rekenen "), (THEN, OTHER, NOW))
    assert plan is not None
    assert (plan.groepsplan, plan.leerling, plan.onderwerp, plan.van, plan.tot) == (NOW.id, "noor", "rekenen", VAN, TOT)


def test_without_a_groepsplan_of_that_name_it_stands_by_itself(a6: FormDefinition):
    plan = handelingsplan_uit(a6, form(groepsplan="gedrag", opsteller="Jolanda Smit"), (THEN, OTHER, NOW))
    assert plan is not None
    assert (plan.groepsplan, plan.opmerking) == (None, "Opgesteld door Jolanda Smit")


def test_a_correction_changes_the_plan_instead_of_doubling_it(a6: FormDefinition):
    first, second = (handelingsplan_uit(a6, form(tot=tot), ()) for tot in ("2027-01-29", "2027-02-12"))
    assert first is not None and second is not None
    assert first.id == second.id
    assert second.tot == date(2027, 2, 12)


def test_a_form_that_decides_on_none_makes_none(a6: FormDefinition):
    assert handelingsplan_uit(a6, form(besluit="groepsplan"), (NOW,)) is None
