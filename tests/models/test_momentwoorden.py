"""How a moment is said in words."""

from datetime import date, timedelta

import pytest

from app.models.momentwoorden import (
    hoe_lang,
    met_wie,
    opsomming,
    periode,
    planner_openen,
    reeksen,
    titel_met_groepen,
    voor_wie,
    wanneer,
)
from tests.exports.jaar import jaarplan

ALL = tuple("12345678")


def test_a_period_names_its_month_once():
    assert periode(date(2026, 9, 7), date(2026, 9, 11)) == "ma 7 t/m vr 11 september"
    assert periode(date(2026, 12, 19), date(2027, 1, 3)) == "za 19 december t/m zo 3 januari"
    assert periode(date(2026, 9, 7), date(2026, 9, 7)) == "ma 7 september"


def test_a_holiday_ends_a_stretch_and_a_long_weekend_does_not():
    ascension = date(2027, 5, 6)
    days = [ascension - timedelta(1), ascension + timedelta(4)]
    assert reeksen(days) == [(days[0], days[1])]
    assert wanneer([date(2026, 10, 15), date(2026, 10, 16), date(2026, 10, 26)]) == (
        "do 15 t/m vr 16 oktober en ma 26 oktober"
    )
    assert wanneer([]) == ""


@pytest.mark.parametrize(
    ("years", "words"),
    [
        (ALL, "alle groepen"),
        ((*ALL, "S"), "alle groepen"),
        (ALL[:-1], "groep 1 tot en met 7"),
        (("7", "8"), "groep 7 en 8"),
        (("3", "5", "6"), "groep 3, 5 en 6"),
        (("8",), "groep 8"),
        (("S",), "groep S"),
        ((), ""),
    ],
)
def test_for_whom(years: tuple[str, ...], words: str):
    assert voor_wie(years) == words


def test_with_whom_depends_on_the_group():
    soorten = {each.id: each for each in jaarplan().beleid.soorten}
    assert met_wie(soorten["startgesprek"], ALL) == "ouders, leerling en leerkracht"
    assert met_wie(soorten["kindgesprek"], ALL) == "leerling en leerkracht"
    assert met_wie(soorten["rapportgesprek"], ALL) == "ouders en leerkracht; vanaf groep 5 ook de leerling"
    assert met_wie(soorten["rapportgesprek"], ("7", "8")) == "ouders, leerling en leerkracht"
    assert met_wie(soorten["rapportgesprek"], ("3",)) == "ouders en leerkracht"
    assert hoe_lang(soorten["rapportgesprek"]) == "15 minuten"
    assert hoe_lang(soorten["kindgesprek"]) == "geen vaste duur"


def test_a_title_says_for_whom_where_that_is_not_everybody():
    plan = jaarplan()
    assert {titel_met_groepen(each) for each in plan.momenten} >= {"Startgesprekken", "Preadvies groep 7"}


def test_what_has_to_be_opened():
    plan = jaarplan()
    assert planner_openen(plan.moment("start")) == "Parro-planner openen: startgesprekken"
    assert planner_openen(plan.moment("kind_okt")) == ""


def test_words_one_after_another():
    assert [opsomming(["a", "b", "c"][:number]) for number in range(4)] == ["", "a", "a en b", "a, b en c"]
