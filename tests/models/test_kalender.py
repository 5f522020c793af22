"""The calendar of a school year: shipped holidays, public holidays in school weeks, and a school's own days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.forms.toml_table import DefinitionError
from app.models.kalender import Kalender, maak_kalender
from app.models.school import REGIOS
from app.models.schooljaar import Schooljaar, VrijePeriode
from app.models.vakanties import parse_vakanties
from app.storage.schooljaren import vakanties

JAREN = ("2025-2026", "2026-2027", "2027-2028", "2028-2029", "2029-2030")


def kalender(naam: str, regio: str = "midden", **own) -> Kalender:
    return maak_kalender(naam, regio, vakanties(naam), **own)


@pytest.mark.parametrize(
    ("jaar", "noord", "midden", "zuid"),
    [
        ("2025-2026", date(2025, 9, 1), date(2025, 9, 8), date(2025, 8, 25)),
        ("2026-2027", date(2026, 8, 24), date(2026, 9, 7), date(2026, 8, 31)),
        ("2027-2028", date(2027, 8, 30), date(2027, 9, 6), date(2027, 9, 13)),
        ("2028-2029", date(2028, 9, 4), date(2028, 8, 28), date(2028, 9, 11)),
        ("2029-2030", date(2029, 9, 10), date(2029, 8, 27), date(2029, 9, 3)),
    ],
)
def test_the_second_school_week_begins_on_its_monday(jaar, noord, midden, zuid):
    found = [kalender(jaar, regio).schoolweek(2).maandag for regio in REGIOS]
    assert found == [noord, midden, zuid]


@pytest.mark.parametrize("regio", REGIOS)
@pytest.mark.parametrize("jaar", JAREN)
def test_no_school_day_is_in_a_weekend_a_holiday_or_on_a_public_holiday(jaar, regio):
    year = kalender(jaar, regio)
    assert 190 < len(year.alle_schooldagen) < 215
    for day in year.alle_schooldagen:
        assert day.weekday() < 5
        assert not any(free.van <= day <= free.tot for free in year.vrij)
    free_days = {day for free in year.vrij for day in (free.van, free.tot)}
    assert date(int(jaar[5:]), 4, 27) in free_days  # Koningsdag
    assert not year.is_schooldag(year.eerste_dag - timedelta(1))
    assert not year.is_schooldag(year.laatste_dag + timedelta(1))


def test_easter_monday_is_taken_out_of_a_school_week():
    week = kalender("2026-2027").week_van(date(2027, 3, 30))
    assert week.schooldagen == (date(2027, 3, 30), date(2027, 3, 31), date(2027, 4, 1), date(2027, 4, 2))
    assert week.vrij == "Tweede paasdag"


def test_a_school_that_is_open_on_good_friday_has_lessons_then():
    friday = date(2027, 3, 26)
    assert kalender("2026-2027").vrij_op(friday).naam == "Goede Vrijdag"
    lessons = VrijePeriode(schooljaar="2026-2027", soort="vrij", vakantie="goede_vrijdag", van=None)
    days = kalender("2026-2027", eigen=[lessons])
    assert days.is_schooldag(friday)
    assert len(days.alle_schooldagen) == len(kalender("2026-2027").alle_schooldagen) + 1
    assert not days.is_schooldag(date(2027, 3, 29))


def test_a_week_of_holiday_has_no_number_and_says_why():
    year = kalender("2026-2027")
    autumn = year.week_van(date(2026, 10, 20))
    assert (autumn.nummer, autumn.schooldagen, autumn.vrij) == (None, (), "Herfstvakantie")
    before, after = year.week_voor(autumn.maandag), year.week_na(autumn.maandag)
    assert after.nummer == before.nummer + 1


def test_before_and_after_the_school_year_it_is_summer():
    year = kalender("2026-2027")
    assert year.weken[0].vrij == year.weken[-1].vrij == "Zomervakantie"


def test_a_school_moves_a_holiday_and_closes_for_a_day_of_study():
    own = [
        VrijePeriode(naam="Herfstvakantie", vakantie="herfst", van=date(2026, 10, 10), tot=date(2026, 10, 18)),
        VrijePeriode(naam="Studiedag", van=date(2026, 11, 9)),
    ]
    year = kalender("2026-2027", eigen=own)
    assert year.is_schooldag(date(2026, 10, 20))
    assert not year.is_schooldag(date(2026, 10, 13))
    assert year.vrij_op(date(2026, 11, 9)).naam == "Studiedag"


def test_a_school_begins_and_ends_on_its_own_days():
    jaar = Schooljaar(naam="2026-2027", eerste_dag=date(2026, 9, 2), laatste_dag=date(2027, 7, 14))
    year = kalender("2026-2027", jaar=jaar)
    assert year.alle_schooldagen[0] == date(2026, 9, 2)
    assert year.alle_schooldagen[-1] == date(2027, 7, 14)
    assert year.schoolweek(1).schooldagen[0] == date(2026, 9, 2)


def test_a_year_without_known_holidays_still_has_a_calendar_and_says_that_it_misses_them():
    year = kalender("2034-2035")
    assert not year.bekend
    assert not year.is_schooldag(date(2034, 12, 25))
    assert year.is_schooldag(date(2034, 10, 16))


def test_school_days_are_counted_over_a_holiday():
    year = kalender("2026-2027")
    assert year.plus_schooldagen(date(2026, 10, 14), 5) == date(2026, 10, 28)
    assert year.plus_schooldagen(date(2027, 7, 14), 5) == date(2027, 7, 21)


@given(st.sampled_from(JAREN), st.sampled_from(tuple(REGIOS)), st.integers(0, 360), st.integers(1, 30))
def test_the_nth_school_day_has_as_many_school_days_before_it(jaar, regio, start, number):
    year = kalender(jaar, regio)
    day = year.eerste_dag + timedelta(start)
    later = year.plus_schooldagen(day, number)
    assert later > day
    if later <= year.laatste_dag:
        assert len(year.schooldagen(day + timedelta(1), later)) == number


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "‘eerste_dag’ ontbreekt"),
        ('schooljaar = "2030-2031"\n[eerste_dag]\nnoord = "x"', "‘noord’ moet een datum zijn"),
        (
            "schooljaar = '2030-2031'\n[eerste_dag]\nnoord = 2030-09-02\nmidden = 2030-08-26\nzuid = 2030-08-19\n"
            "[[vakantie]]\nid = 'herfst'\ntitel = 'Herfst'\nnoord = [2030-10-26, 2030-10-18]",
            "vakantie ‘herfst’: ‘noord’ eindigt eerder dan het begint",
        ),
    ],
)
def test_a_mistake_in_a_file_of_holidays_is_named_with_its_place(text, complaint):
    with pytest.raises(DefinitionError, match=complaint):
        parse_vakanties(text, "2030-2031.toml")
