"""Who stands before a group, in words; and which substitutions can be kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.groepsteam import (
    SCHOOLWEEK,
    klacht_vervanging,
    opgeschoond,
    periode_in_woorden,
    team_in_woorden,
    verslaglegger,
)
from app.models.school import Groep, Vervanging

NAMES = {"j": "Joke Smit", "b": "Bas Kok", "f": "Fleur Tan"}
DUO = Groep(naam="5/6", leerkrachten=("j", "b"), dagen={"do": "b", "ma": "j", "di": "j", "vr": "b"})
STAND_IN = Vervanging(groep="g", medewerker="f", vervangt="j", van=date(2026, 11, 3), tot=date(2026, 12, 18))


def test_duo_teachers_are_named_with_their_days_in_the_order_of_the_week():
    assert team_in_woorden(DUO, NAMES) == "Joke Smit (ma, di) en Bas Kok (do, vr)"


def test_one_teacher_has_all_days_and_no_teacher_no_words():
    assert team_in_woorden(Groep(leerkrachten=("j",), dagen={"ma": "j"}), NAMES) == "Joke Smit"
    assert team_in_woorden(Groep(), NAMES) == ""


def test_the_days_of_who_left_the_group_are_nobodys():
    after_import = replace(DUO, leerkrachten=("j", "f"))
    assert team_in_woorden(after_import, NAMES) == "Joke Smit (ma, di) en Fleur Tan"


@given(
    dagen=st.dictionaries(st.sampled_from(["ma", "di", "wo", "do", "vr", "za", ""]), st.sampled_from("jbfx")),
    teachers=st.lists(st.sampled_from("jbf"), unique=True).map(tuple),
)
def test_days_are_only_those_of_the_school_week_and_of_teachers_of_the_group(dagen, teachers):
    kept = opgeschoond(dagen, teachers)
    assert set(kept) <= set(SCHOOLWEEK)
    assert set(kept.values()) <= set(teachers)
    assert opgeschoond(kept, teachers) == kept


@pytest.mark.parametrize(
    ("chosen", "day", "who"),
    [
        (None, None, "j"),
        (None, date(2026, 11, 23), "j"),  # Monday
        (None, date(2026, 11, 26), "b"),  # Thursday
        (None, date(2026, 11, 25), "j"),  # Wednesday is nobody's
        (None, date(2026, 11, 28), "j"),  # nor is Saturday
        ("b", date(2026, 11, 23), "b"),
        ("f", date(2026, 11, 26), "b"),  # no teacher of the group any more
    ],
)
def test_who_reports_is_who_was_chosen_else_whose_day_it_is(chosen: str | None, day: date | None, who: str):
    assert verslaglegger(replace(DUO, verslag_door=chosen), day) == who


def test_without_teachers_nobody_reports():
    assert verslaglegger(Groep(dagen={"ma": "j"}), date(2026, 11, 23)) is None


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"medewerker": ""}, "Kies wie"),
        ({"medewerker": "j"}, "zichzelf"),
        ({"van": None}, "vanaf welke dag"),
        ({"tot": date(2026, 11, 2)}, "2 november 2026"),
    ],
)
def test_what_is_wrong_with_a_substitution_is_said(change: dict[str, object], word: str):
    assert word in klacht_vervanging(replace(STAND_IN, **change), (), NAMES)


def test_two_do_not_stand_in_for_the_same_teacher_at_once():
    later = Vervanging(groep="g", medewerker="b", vervangt="j", van=date(2026, 12, 18))
    assert "Fleur Tan" in klacht_vervanging(later, [STAND_IN], NAMES)
    assert klacht_vervanging(replace(later, van=date(2026, 12, 19)), [STAND_IN], NAMES) == ""
    assert klacht_vervanging(replace(later, vervangt="b", medewerker="f"), [STAND_IN], NAMES) == ""
    assert klacht_vervanging(replace(later, groep="ander"), [STAND_IN], NAMES) == ""
    assert klacht_vervanging(replace(later, vervangt=""), [STAND_IN], NAMES) != ""


@given(st.integers(-60, 60), st.integers(0, 40), st.one_of(st.none(), st.integers(0, 40)))
def test_overlap_is_the_same_from_both_sides(shift: int, length: int, other_length: int | None):
    one = Vervanging(groep="g", medewerker="f", van=date(2026, 11, 3), tot=date(2026, 11, 3) + timedelta(length))
    begin = date(2026, 11, 3) + timedelta(shift)
    end = None if other_length is None else begin + timedelta(other_length)
    other = Vervanging(groep="g", medewerker="b", van=begin, tot=end)
    days = {one.van + timedelta(each) for each in range(length + 1)}
    shared = any(each >= begin and (end is None or each <= end) for each in days)
    assert bool(klacht_vervanging(one, [other], NAMES)) is shared
    assert bool(klacht_vervanging(other, [one], NAMES)) is shared


def test_a_substitution_may_be_changed_without_being_in_its_own_way():
    assert klacht_vervanging(replace(STAND_IN, tot=None), [STAND_IN], NAMES) == ""


def test_the_period_is_said_also_when_its_end_is_not_known():
    assert periode_in_woorden(STAND_IN) == "vanaf 3 november 2026 tot en met 18 december 2026"
    assert periode_in_woorden(replace(STAND_IN, tot=None)) == "vanaf 3 november 2026, einde nog niet bekend"
