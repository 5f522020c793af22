"""Which days of a school year can't be, and what is said about them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.jaarcontrole import (
    grenzen,
    klacht_begin_en_eind,
    klacht_rapportdag,
    klacht_vrij,
    parse_in_jaar,
)
from app.models.kalender import Vrij, maak_kalender
from app.models.schooljaar import VrijePeriode
from app.models.vakanties import parse_vakanties
from app.resources import resource

YEAR = "2026-2027"
SHIPPED = parse_vakanties(resource("vakanties", f"{YEAR}.toml").read_text("utf-8"), YEAR)
MIDDEN = maak_kalender(YEAR, "midden", SHIPPED)
STUDIEDAG = VrijePeriode(schooljaar=YEAR, naam="Studiedag rekenen", van=date(2026, 11, 11))


def test_a_day_of_ones_own_can_be_kept():
    assert klacht_vrij(STUDIEDAG, YEAR, MIDDEN.vrij) == ""
    assert klacht_vrij(replace(STUDIEDAG, tot=date(2026, 11, 13)), YEAR, MIDDEN.vrij) == ""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"naam": " "}, "Geef de vrije dag een naam"),
        ({"van": None}, "Vul de eerste vrije dag in."),
        ({"tot": date(2026, 11, 10)}, "ligt voor de eerste"),
        ({"van": date(2026, 7, 31)}, "31 juli 2026 valt buiten schooljaar 2026-2027"),
        ({"tot": date(2027, 8, 1)}, "1 augustus 2027 valt buiten schooljaar 2026-2027"),
        ({"van": date(2026, 10, 21)}, "Herfstvakantie (17 oktober 2026 tot en met 25 oktober 2026)"),
        ({"tot": date(2026, 12, 20)}, "Kerstvakantie"),
        ({"van": date(2027, 3, 29)}, "Tweede paasdag (29 maart 2027)"),
        ({"van": date(2026, 11, 14)}, "Zaterdag 14 november 2026 is weekend"),
    ],
)
def test_wrong_days_off_are_refused_in_one_sentence(change: dict[str, object], words: str):
    assert words in klacht_vrij(replace(STUDIEDAG, **change), YEAR, MIDDEN.vrij)


def test_a_summer_holiday_may_go_on_past_the_school_year_but_no_other_may():
    summer = replace(STUDIEDAG, soort="vakantie", vakantie="zomer", van=date(2027, 7, 19), tot=date(2027, 8, 29))
    others = [each for each in MIDDEN.vrij if each.sleutel != "zomer"]
    assert klacht_vrij(summer, YEAR, others) == ""
    assert "buiten schooljaar" in klacht_vrij(replace(summer, vakantie="mei"), YEAR, others)


def test_a_holiday_may_hold_a_public_holiday():
    may = replace(
        STUDIEDAG, soort="vakantie", naam="Meivakantie", vakantie="mei", van=date(2027, 5, 1), tot=date(2027, 5, 9)
    )
    others = [each for each in MIDDEN.vrij if each.sleutel != "mei"]
    assert any(each.soort == "feestdag" and may.van <= each.van <= may.tot for each in others)
    assert klacht_vrij(may, YEAR, others) == ""


@given(st.integers(-40, 420), st.integers(0, 30))
def test_what_is_kept_lies_in_the_year_and_on_no_free_day(shift: int, length: int):
    first, last = grenzen(YEAR)
    van = first + timedelta(shift)
    tot = van + timedelta(length)
    if klacht_vrij(replace(STUDIEDAG, van=van, tot=tot), YEAR, MIDDEN.vrij) == "":
        assert first <= van <= tot <= last
        assert not any(MIDDEN.vrij_op(van + timedelta(each)) for each in range(length + 1))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 9, 1), None, ""),
        (None, date(2027, 7, 14), ""),
        (date(2025, 9, 1), None, "valt buiten schooljaar 2026-2027"),
        (date(2026, 8, 30), None, "Zondag 30 augustus 2026 is weekend"),
        (date(2026, 10, 20), None, "Herfstvakantie"),
        (None, date(2026, 8, 26), "moet na de eerste liggen"),
        (date(2027, 3, 1), date(2026, 9, 1), "moet na de eerste liggen"),
    ],
)
def test_first_and_last_day(first: date | None, last: date | None, words: str):
    said = klacht_begin_en_eind(first, last, MIDDEN)
    assert words in said
    assert bool(said) is bool(words)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 2, 5), ""),
        (date(2027, 8, 2), "valt buiten schooljaar"),
        (date(2026, 12, 24), "Kerstvakantie"),
        (date(2027, 2, 6), "is weekend"),
    ],
)
def test_a_report_comes_out_on_a_school_day(day: date, words: str):
    said = klacht_rapportdag(day, MIDDEN)
    assert words in said
    assert bool(said) is bool(words)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("1 juli", date(2026, 9, 1), date(2027, 7, 1)),
        ("31-8", date(2027, 6, 1), date(2026, 8, 31)),
        ("1 juli 2026", date(2026, 9, 1), date(2026, 7, 1)),
        ("gisteren", date(2026, 8, 1), date(2026, 7, 31)),
        ("over 3 weken", date(2026, 7, 1), date(2026, 7, 22)),
        ("niets", date(2026, 9, 1), None),
    ],
)
def test_a_day_without_a_year_is_one_of_the_school_year(text: str, today: date, day: date | None):
    assert parse_in_jaar(text, today, YEAR) == day


def test_what_is_free_already_is_said_with_its_days():
    free = (Vrij("Teamdag", "vrij", date(2026, 11, 11), date(2026, 11, 11)),)
    assert "Teamdag (11 november 2026)" in klacht_vrij(STUDIEDAG, YEAR, free)
