"""The recovery code is forgiving about how it is typed, and points at a group with a mistake."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.herstelcode import GROUP_LENGTH, GROUPS, SIGNS, new_code, read_code, recovery_text

codes = st.builds(new_code)
places = st.integers(0, GROUPS * GROUP_LENGTH - 1)


def flat(code: str) -> str:
    return code.replace("-", "")


def test_a_code_looks_like_this():
    code = new_code()
    assert [len(group) for group in code.split("-")] == [GROUP_LENGTH] * GROUPS
    assert set(flat(code)) <= set(SIGNS)
    assert read_code(code).complete
    assert read_code(code).text == code


def test_it_holds_at_least_128_random_bits_and_never_repeats():
    assert GROUPS * (GROUP_LENGTH - 1) * 5 >= 128
    assert len({new_code() for _ in range(500)}) == 500


@pytest.mark.parametrize(
    "spell",
    [
        str.lower,
        flat,
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", " - "),
        lambda code: code.replace("-", "\n"),
        lambda code: code.replace("-", "–"),
        lambda code: f"  {code}\n",
        lambda code: code.replace("0", "O").replace("1", "l").replace("V", "u"),
        lambda code: code.replace("0", "o").replace("1", "I"),
        lambda code: " ".join(flat(code)),
        lambda code: "".join(chr(ord(sign) + 0xFEE0) if sign != "-" else sign for sign in code),
    ],
)
def test_it_may_be_typed_in_many_ways(spell):
    for _ in range(20):
        code = new_code()
        assert read_code(spell(code)).text == code
        assert read_code(spell(code)).complete


@given(codes, places, st.sampled_from(SIGNS))
def test_one_wrong_sign_points_at_its_group(code, place, sign):
    text = flat(code)
    wrong = text[:place] + sign + text[place + 1 :]
    mistake = None if wrong == text else place // GROUP_LENGTH + 1
    assert read_code(wrong).first_mistake == mistake
    assert read_code(wrong).meant_as_code


@given(codes, st.integers(0, GROUPS - 1), st.integers(0, GROUP_LENGTH - 2))
def test_two_neighbours_that_changed_places_are_found(code, group, place):
    groups = code.split("-")
    signs = list(groups[group])
    signs[place], signs[place + 1] = signs[place + 1], signs[place]
    swapped = "-".join([*groups[:group], "".join(signs), *groups[group + 1 :]])
    assert read_code(swapped).first_mistake == (None if swapped == code else group + 1)


@given(codes, st.permutations(range(GROUPS)))
def test_groups_in_another_order_are_found(code, order):
    groups = code.split("-")
    moved = [groups[place] for place in order]
    expected = tuple(groups[old] == groups[new] or old == new for new, old in enumerate(order))
    assert read_code("-".join(moved)).sound == expected


@given(codes, places)
def test_a_forgotten_sign_points_at_its_group(code, place):
    with_dashes = place + place // GROUP_LENGTH
    assert read_code(code[:with_dashes] + code[with_dashes + 1 :]).first_mistake == place // GROUP_LENGTH + 1


@given(codes, places, st.sampled_from(SIGNS))
def test_a_sign_too_many_points_at_its_group(code, place, sign):
    with_dashes = place + place // GROUP_LENGTH
    found = read_code(code[:with_dashes] + sign + code[with_dashes:]).first_mistake
    assert found == place // GROUP_LENGTH + 1


def test_something_typed_behind_it_is_found():
    code = new_code()
    assert read_code(code + "-7").first_mistake == GROUPS
    assert not read_code(code + "-" + code).complete


def test_half_a_code_is_not_complete():
    code = new_code()
    assert read_code(code[:23]).first_mistake == 5
    assert read_code(code[:23]).meant_as_code


@given(st.text())
def test_anything_can_be_read(text):
    code = read_code(text)
    assert len(code.sound) == GROUPS
    assert not code.complete


@pytest.mark.parametrize("passphrase", ["", "paard lamp fiets wolk", "ABCDE-FGHJK-MNPQR", "Welkom01" * 10])
def test_a_passphrase_is_not_taken_for_a_code(passphrase):
    assert not read_code(passphrase).meant_as_code


def test_the_sheet_for_the_safe():
    code = new_code()
    sheet = recovery_text("De Regenboog", code, date(2026, 9, 1))
    assert code in sheet
    assert "De Regenboog" in sheet
    assert "01-09-2026" in sheet
    assert "kluis" in sheet
    assert max(map(len, sheet.splitlines())) <= 72
    typed_over = next(line for line in sheet.splitlines() if code in line)
    assert read_code(typed_over).complete
