"""How many conversations a pupil needs at a moment, by when each is reported, and by whom."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.gesprek import Gesprek
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.gespreksregels import (
    Verwacht,
    erbij,
    formulier_nodig,
    te_laat_tot,
    verslag_uiterlijk,
    verwacht,
    vult,
    wie_houdt,
    wie_houdt_dan,
)
from app.models.school import Groep, Vervanging
from app.storage.schooljaren import beleidstekst, meegeleverd
from tests.models.test_kalender import kalender

BELEID = meegeleverd()["wettelijke_tijdlijn"]
OWN = beleidstekst("wettelijke_tijdlijn")
SCHOOLDAGEN = parse_beleid(OWN.replace('dagen = 7, telt = "kalenderdagen"', 'dagen = 5, telt = "schooldagen"'), "eigen")
STRENG = parse_beleid(OWN.replace("formulier_vanaf_niveau = false", "formulier_vanaf_niveau = true"), "eigen")


@pytest.mark.parametrize(
    ("soort", "eigen", "samen", "plannen", "lines"),
    [
        ("startgesprek", (), True, (), [("n", None, "")]),
        ("startgesprek", (), True, ("handelingsplan",), [("n", None, "")]),
        ("startgesprek", (), True, ("opp",), [("n", None, ""), ("n", None, "opp")]),
        ("startgesprek", ("a", "b"), False, (), [("n", "a", ""), ("n", "b", "")]),
        ("startgesprek", ("a",), True, (), [("n", None, ""), ("n", "a", "")]),
        (
            "startgesprek",
            ("a",),
            True,
            ("opp",),
            [("n", None, ""), ("n", "a", ""), ("n", None, "opp"), ("n", "a", "opp")],
        ),
        ("rapportgesprek", (), True, ("opp",), [("n", None, "")]),
        ("kindgesprek", ("a", "b"), False, (), [("n", None, "")]),
    ],
)
def test_a_pupil_needs_one_conversation_per_parent_apart_and_one_more_with_an_opp(soort, eigen, samen, plannen, lines):
    assert verwacht("n", BELEID.soort(soort), eigen, samen, plannen) == [Verwacht(*line) for line in lines]


@pytest.mark.parametrize(
    ("staat", "fills"),
    [("gepland", True), ("gehouden", True), ("niet_nodig", True), ("afgezegd", False), ("niet_verschenen", False)],
)
def test_what_was_called_off_leaves_the_pupil_in_need_of_another(staat, fills):
    assert vult(Gesprek(leerling="n", staat=staat), Verwacht("n")) is fills
    assert not vult(Gesprek(leerling="n", staat=staat, ouder="a"), Verwacht("n"))


@pytest.mark.parametrize(
    ("beleid", "held", "last"),
    [
        (BELEID, date(2026, 9, 8), date(2026, 9, 15)),
        (BELEID, date(2026, 10, 14), date(2026, 10, 21)),  # in the holiday: shown, and the school may count school days
        (SCHOOLDAGEN, date(2026, 9, 8), date(2026, 9, 15)),
        (SCHOOLDAGEN, date(2026, 10, 14), date(2026, 10, 28)),
    ],
)
def test_a_report_is_due_within_its_term(beleid, held, last):
    assert verslag_uiterlijk(held, beleid, kalender("2026-2027")) == last


@given(st.sampled_from([BELEID, SCHOOLDAGEN]), st.integers(0, 330), st.integers(0, 60))
def test_overdue_read_backwards_is_the_same_rule(beleid, today, before):
    year = kalender("2026-2027")
    day = year.eerste_dag + timedelta(today)
    held = day - timedelta(before)
    assert (held <= te_laat_tot(day, beleid, year)) == (verslag_uiterlijk(held, beleid, year) < day)


def test_who_is_at_the_table():
    rapport, kind = BELEID.soort("rapportgesprek"), BELEID.soort("kindgesprek")
    assert erbij(rapport, "4", 1, BELEID) == ("ouders",)
    assert erbij(rapport, "5", None, BELEID) == ("ouders", "leerling")
    assert erbij(rapport, "5", 3, BELEID) == ("ouders", "leerling", "IB’er en deskundigen (kunnen erbij)")
    assert erbij(kind, "1", 4, BELEID) == ("leerling",)


@pytest.mark.parametrize(("niveau", "needed"), [(None, False), (2, False), (3, True), (5, True)])
def test_a_school_can_ask_the_full_form_from_a_level_on(niveau, needed):
    assert formulier_nodig(niveau, STRENG) is needed
    assert formulier_nodig(niveau, BELEID) is False


def test_who_stands_in_holds_the_conversations_of_those_days():
    groep = Groep(leerkrachten=("joke", "bas"), verslag_door="bas")
    away = Vervanging(groep=groep.id, medewerker="eva", vervangt="bas", van=date(2026, 10, 1), tot=date(2026, 10, 9))
    assert wie_houdt(groep, [away], date(2026, 9, 30)) == "bas"
    assert wie_houdt(groep, [away], date(2026, 10, 9)) == "eva"
    assert wie_houdt(groep, [away], None) == "bas"
    assert wie_houdt(Groep(), [], date(2026, 10, 9)) is None


@pytest.mark.parametrize(
    ("houdt", "day", "then"),
    [
        ("bas", date(2026, 9, 7), "bas"),
        ("bas", date(2026, 9, 10), "eva"),
        ("eva", date(2026, 9, 7), "bas"),
        ("bas", date(2026, 10, 5), "stand_in"),
        ("stand_in", date(2026, 9, 10), "eva"),
        ("ib", date(2026, 9, 10), "ib"),
        (None, date(2026, 9, 10), "eva"),
    ],
)
def test_a_conversation_that_moves_goes_to_who_has_the_group_then(houdt, day, then):
    duo = Groep(leerkrachten=("bas", "eva"), dagen={"ma": "bas", "di": "bas", "wo": "bas", "do": "eva", "vr": "eva"})
    away = Vervanging(medewerker="stand_in", vervangt="bas", van=date(2026, 10, 1), tot=date(2026, 10, 31))
    assert wie_houdt_dan(houdt, duo, [away], day) == then
