"""Dates are written the Dutch way, and read as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.datums import als_datum, kort, lang, leeftijd, parse_datum, plus_maanden, weekdag

VANDAAG = date(2026, 11, 5)  # a Thursday
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def test_dates_are_written_short_and_long():
    day = date(2026, 10, 12)
    assert (kort(day), lang(day), weekdag(day)) == ("12 okt", "12 oktober 2026", "maandag")


def test_the_year_shows_where_it_is_another_one():
    assert kort(date(2026, 10, 12), VANDAAG) == "12 okt"
    assert kort(date(2025, 10, 12), VANDAAG) == "12 okt 2025"


@pytest.mark.parametrize(
    ("born", "age"),
    [(date(2017, 11, 5), 9), (date(2017, 11, 6), 8), (date(2026, 11, 5), 0), (date(2016, 2, 29), 10)],
)
def test_age_is_in_whole_years(born: date, age: int):
    assert leeftijd(born, VANDAAG) == age


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12-10-2026", date(2026, 10, 12)),
        ("12/10/26", date(2026, 10, 12)),
        ("12.10.2026", date(2026, 10, 12)),
        ("12 10 2026", date(2026, 10, 12)),
        ("2026-10-12", date(2026, 10, 12)),
        ("12 okt", date(2026, 10, 12)),
        ("12 okt.", date(2026, 10, 12)),
        ("12 Oktober 2026", date(2026, 10, 12)),
        ("12 okt '26", date(2026, 10, 12)),
        ("12okt", date(2026, 10, 12)),
        ("1 mrt 2027", date(2027, 3, 1)),
        ("1 maart 2027", date(2027, 3, 1)),
        ("15 sept", date(2026, 9, 15)),
        ("ma 12 okt", date(2026, 10, 12)),
        ("maandag 12 oktober 2026", date(2026, 10, 12)),
        ("vandaag", VANDAAG),
        ("Morgen", date(2026, 11, 6)),
        ("overmorgen", date(2026, 11, 7)),
        ("gisteren", date(2026, 11, 4)),
        ("vrijdag", date(2026, 11, 6)),
        ("vr", date(2026, 11, 6)),
        ("a.s. vrijdag", date(2026, 11, 6)),
        ("donderdag", date(2026, 11, 12)),
        ("afgelopen vrijdag", date(2026, 10, 30)),
        ("vorige donderdag", date(2026, 10, 29)),
        ("volgende week", date(2026, 11, 12)),
        ("volgende week maandag", date(2026, 11, 9)),
        ("volgende maand", date(2026, 12, 5)),
        ("over 6 weken", date(2026, 12, 17)),
        ("over zes weken", date(2026, 12, 17)),
        ("6 weken", date(2026, 12, 17)),
        ("over een week", date(2026, 11, 12)),
        ("over 3 dagen", date(2026, 11, 8)),
        ("over twee maanden", date(2027, 1, 5)),
        ("over een half jaar", date(2027, 5, 5)),
        ("over 1 jaar", date(2027, 11, 5)),
        ("+2w", date(2026, 11, 19)),
        ("+10d", date(2026, 11, 15)),
        ("-3d", date(2026, 11, 2)),
        ("+1m", date(2026, 12, 5)),
    ],
)
def test_a_date_is_read_as_it_is_typed(typed: str, meant: date):
    assert parse_datum(typed, VANDAAG) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("20 jan", date(2027, 1, 20)), ("20 sep", date(2026, 9, 20)), ("5-11", VANDAAG)],
)
def test_without_a_year_the_nearest_date_is_meant(typed: str, meant: date):
    assert parse_datum(typed, VANDAAG) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "12", "31-2", "31 november", "13-13", "0-1", "ooit", "week", "over veel weken", "over 9999 jaar", "12 ma"],
)
def test_what_is_no_date_is_none(typed: str):
    assert parse_datum(typed, VANDAAG) is None


def test_a_date_that_contradicts_its_weekday_is_none():
    assert parse_datum("dinsdag 12 oktober 2026", VANDAAG) is None


@pytest.mark.parametrize(
    "stored", [None, 5, "", "2026-1-1", "2026-02-30", "20261012", "2026-10-12T08:00", "0026-10-12"]
)
def test_only_a_whole_stored_date_is_a_date(stored: object):
    assert als_datum(stored) is None


def test_a_month_later_is_never_a_day_too_far():
    assert plus_maanden(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert plus_maanden(date(2026, 11, 30), -9) == date(2026, 2, 28)


@given(DAYS)
def test_what_is_written_is_read_back(day: date):
    assert als_datum(day.isoformat()) == day
    assert parse_datum(lang(day), VANDAAG) == day
    assert parse_datum(f"{weekdag(day)} {lang(day)}", VANDAAG) == day
    assert parse_datum(f"{day.day}-{day.month}-{day.year}", VANDAAG) == day


@given(st.text(max_size=30), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_no_text_makes_it_stumble(text: str, vandaag: date):
    day = parse_datum(text, vandaag)
    assert day is None or 1900 <= day.year <= 2100


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from(["maandag", "wo", "zondag"]))
def test_a_weekday_is_in_the_week_ahead(vandaag: date, name: str):
    day = parse_datum(name, vandaag)
    assert vandaag < day <= vandaag + timedelta(7)
    assert weekdag(day).startswith(name)
