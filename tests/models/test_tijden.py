"""Times as people type them, and how long something took."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.tijden import als_minuten, als_tijd, duur, lees_duur, lees_tijd


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("14:00", "14:00"),
        ("14.30", "14:30"),
        ("1430", "14:30"),
        ("9", "09:00"),
        ("9 uur", "09:00"),
        ("15u", "15:00"),
        ("15u30", "15:30"),
        ("half 3", "14:30"),
        ("half 9", "08:30"),
        ("  ", ""),
        ("25:00", None),
        ("14:75", None),
        ("na schooltijd", None),
        ("half 30", None),
    ],
)
def test_a_time_is_read_as_it_is_said(typed: str, understood: str | None):
    assert lees_tijd(typed) == understood


@given(st.integers(0, 23), st.integers(0, 59))
def test_what_is_shown_reads_back_as_itself(hour: int, minute: int):
    shown = f"{hour:02}:{minute:02}"
    assert lees_tijd(shown) == shown
    assert als_tijd(als_minuten(shown)) == shown


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_none(text: str):
    found = lees_tijd(text)
    assert found in (None, "") or lees_tijd(found) == found


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("", 0), ("90", 90), ("90 min", 90), ("1:30", 90), ("1u30", 90), ("1,5 uur", 90), ("0.25 u", 15),
        ("2 uur", 120), ("1 uur 15 min", 75), ("1,5", None), ("een uur", None), ("1:75", None), ("-5", None),
    ],
)  # fmt: skip
def test_a_duration_is_read_as_people_type_it(words: str, minutes: int | None):
    assert lees_duur(words) == minutes


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, ""), (59, ""), (60, "1 min"), (3600, "1 uur"), (3900, "1 uur 5 min"), (-5, "")]
)
def test_a_duration_is_told_in_minutes(seconds: int, words: str):
    assert duur(seconds) == words
