"""The conversations of the Proefschool follow from its policy, on whatever day it is made."""

from collections import Counter
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.imports.proefschool import lees
from app.imports.proefschool.jaar import jaarplan, vorig
from app.models.bespreking import Afspraak, Formulier
from app.models.gesprek import Gesprek, Momentkeuze, Plannertaak
from app.models.leerling import Leerling, Ouder, Ouderschap
from app.models.records import Record
from app.models.school import Groep, School
from app.models.schooljaar import Plaatsing, VrijePeriode

TODAY = date(2026, 11, 23)


@cache
def on(day: date) -> tuple[Record, ...]:
    return tuple(lees(day))


def all_of(kind, day: date = TODAY):
    return [each for each in on(day) if isinstance(each, kind)]


def year_of(day: date) -> str:
    return all_of(School, day)[0].schooljaar


@settings(max_examples=12)
@given(st.dates(date(2026, 9, 15), date(2029, 6, 30)))
def test_every_conversation_is_on_a_school_day_and_what_is_held_lies_behind(day: date):
    records = lees(day)
    (school,) = [each for each in records if isinstance(each, School)]
    free = [each for each in records if isinstance(each, VrijePeriode)]
    plans = {
        school.schooljaar: jaarplan(school.schooljaar, school.regio, "wettelijke_tijdlijn", free),
        vorig(school.schooljaar): jaarplan(vorig(school.schooljaar), school.regio, "wettelijke_tijdlijn"),
    }
    said = [each for each in records if isinstance(each, Gesprek)]
    assert len({each.id for each in said}) == len(said)
    for each in (each for each in said if each.moment):
        moment = plans[each.schooljaar].moment(each.moment)
        assert each.datum in moment.dagen
        assert each.soort == moment.soort.id
        assert each.verslag_op is None or each.staat == "gehouden"


def test_by_november_the_first_two_moments_are_over_and_some_reports_miss():
    this_year = [each for each in all_of(Gesprek) if each.schooljaar == year_of(TODAY)]
    held = Counter(each.moment for each in this_year if each.staat == "gehouden")
    assert held["start"] > 180
    assert held["kind_okt"] == 180
    assert Counter(each.moment for each in this_year if each.verslag_op is None and each.staat == "gehouden") == {
        "kind_okt": 6,
        "": 1,
    }


def test_all_of_last_year_is_there_too():
    last = vorig(year_of(TODAY))
    assert {each.schooljaar for each in all_of(Groep)} == {last, year_of(TODAY)}
    seats = all_of(Plaatsing)
    assert {each.schooljaar for each in seats} == {last}
    assert len(seats) == len({each.leerling for each in seats}) > 150
    assert {each.staat for each in all_of(Gesprek) if each.schooljaar == last} == {"gehouden"}


def test_parents_apart_have_conversations_of_their_own():
    apart = {each.leerling: each for each in all_of(Ouderschap) if each.eigen_gesprek}
    names = {each.id: each.naam for each in all_of(Leerling)}
    assert {names[each] for each in apart} >= {"Sem de Groot", "Jayden Rozenblad"}
    start = [each for each in all_of(Gesprek) if each.leerling in apart and each.moment == "start"]
    assert all(each.ouder for each in start if each.schooljaar == year_of(TODAY))
    assert [each.tolk for each in all_of(Ouder) if each.tolk] == ["Arabisch", "Pools"]


@pytest.mark.parametrize("kind", [Momentkeuze, Plannertaak, VrijePeriode])
def test_notes_ticks_and_days_off_are_there(kind):
    assert all_of(kind)


def test_noor_has_a_report_with_its_agreements_and_one_that_is_not_done():
    forms = {each.stam: each for each in all_of(Formulier) if "gesprek" in each.soort and "consult" not in each.soort}
    told = [each for each in all_of(Gesprek) if each.formulier]
    assert {each.formulier for each in told} == set(forms)
    assert [(forms[each.formulier].soort, bool(each.verslag_op)) for each in told] == [
        ("startgesprek", True),
        ("overig_gesprek", False),
    ]
    for each in told:
        form = forms[each.formulier]
        assert (form.leerling, form.datum, bool(form.vastgesteld_op)) == (
            each.leerling,
            each.datum,
            bool(each.verslag_op),
        )
    agreed = [each for each in all_of(Afspraak) if each.formulier in forms]
    assert sorted(each.staat for each in agreed) == ["gedaan", "open"]
