"""The days of the Proefschool: always school days, wherever today falls."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.proefschool.bron import FOLDER, lees_kalender
from app.imports.proefschool.schooldagen import Kalender, Verschuiving, begin_schooljaar, feestdagen
from app.resources import resource

REFERENCE = date(2026, 11, 23)
SOME_DAY = st.dates(date(2024, 1, 1), date(2036, 12, 31))


@cache
def kalender() -> Kalender:
    return lees_kalender()


def days_in(value: Any) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    elif isinstance(value, dict):
        yield from (day for each in value.values() for day in days_in(each))
    elif isinstance(value, list):
        yield from (day for each in value for day in days_in(each))
    elif isinstance(value, str):
        named = (part.partition("}")[0] for part in value.split("{")[1:])
        yield from (date.fromisoformat(day) for days in named for day in days.split("/"))


@pytest.mark.parametrize(
    ("day", "school"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 22), False),  # a Sunday
        (date(2026, 10, 20), False),  # autumn
        (date(2026, 12, 18), True),
        (date(2027, 3, 29), False),  # Easter Monday
        (date(2027, 5, 6), False),  # Ascension
        (date(2027, 5, 17), False),  # Whit Monday
        (date(2027, 7, 16), True),
        (date(2027, 7, 19), False),
        (date(2024, 7, 31), False),  # before the table: the summer of a year that is known
        (date(2033, 8, 3), False),  # after the table
    ],
)
def test_a_school_day_is_no_weekend_and_no_holiday(day: date, school: bool):
    assert kalender().is_schooldag(day) is school


@pytest.mark.parametrize(
    ("jaar", "pasen"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28)), (2030, (4, 21))]
)
def test_easter_is_where_the_church_has_it(jaar: int, pasen: tuple[int, int]):
    assert date(jaar, *pasen) + timedelta(1) in feestdagen(jaar)


def test_the_data_names_school_days_only():
    files = [path for path in sorted(resource(FOLDER).rglob("*.toml")) if path.name != "schooldagen.toml"]
    assert len(files) > 10
    wrong = [
        f"{path.name}: {day}"
        for path in files
        for day in days_in(tomllib.loads(path.read_text(encoding="utf-8")))
        if not kalender().is_schooldag(day)
    ]
    assert wrong == []


@given(SOME_DAY)
def test_days_keep_their_order_and_their_distance_in_school_days(naar: date):
    verschuif = Verschuiving(kalender(), REFERENCE, naar)
    old = kalender().rond(REFERENCE)
    at = old.index(REFERENCE)
    moved = [verschuif(day) for day in old[at - 200 : at + 200]]
    assert moved == sorted(set(moved))
    assert all(kalender().is_schooldag(day) for day in moved)
    assert moved[199] < naar <= moved[200]


@given(SOME_DAY)
def test_today_takes_the_place_of_today(naar: date):
    now = Verschuiving(kalender(), REFERENCE, naar)(REFERENCE)
    assert now == naar if kalender().is_schooldag(naar) else now > naar
    assert now.year - 1 <= begin_schooljaar(now) <= now.year
