"""A proposal that resembles what did not work before is noticed; anything else is left in peace."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.models.lijkt_op import Actie, resembles
from app.models.nederlands import FUNCTION_WORDS, stem

TABLET = Actie(
    "noor",
    "Tafels oefenen met de tablet, zelfstandig",
    periode="sep – nov",
    resultaat="werkte_niet",
    opmerking="haakte na 5 min af",
)


@pytest.mark.parametrize(
    "proposal",
    [
        "Met een maatje de tafels oefenen op de tablet",
        "tafels oefenen met tablet",
        "Tafels oefenen",
        "Hij oefent de tafeltjes zelfstandig op zijn tablet.",
        "We gaan door met het rekenplan. Thuis oefent hij de tafels op de tablet; op school niet.",
        "- kleine instructiegroep\n- tafels geoefend op een tablet",
        "TAFELS OEFENEN OP DE TABLET!",
    ],
)
def test_it_notices_the_same_approach_in_other_words(proposal: str):
    assert resembles(proposal, [TABLET]) == TABLET


@pytest.mark.parametrize(
    "proposal",
    [
        "Elke dag hardop lezen met een maatje",
        "",
        "Taf",
        "tafels",
        "Met een maatje de taf",
        "Zelfstandig werken aan de weektaak",
        "Extra oefenen, zelfstandig",
        "Elke dag 10 minuten rekenen aan de instructietafel",
        "Op de tablet een boek lezen",
        "12 3 4 !! ...",
    ],
)
def test_it_leaves_other_approaches_in_peace(proposal: str):
    assert resembles(proposal, [TABLET]) is None


@pytest.mark.parametrize("result", ["werkte", "werkte_deels", "onbekend", ""])
def test_only_what_did_not_work_counts(result: str):
    worked = Actie("noor", TABLET.actie, resultaat=result)
    assert resembles(TABLET.actie, [worked]) is None


def test_words_that_every_approach_holds_do_not_suffice():
    failed = Actie("noor", "Extra instructie rekenen", resultaat="werkte_niet")
    assert resembles("Extra instructie spelling", [failed]) is None
    assert resembles("Extra instructie bij rekenen", [failed]) == failed


def test_the_best_match_is_given_and_of_equals_the_latest():
    early = Actie("noor", TABLET.actie, resultaat="werkte_niet", datum=date(2025, 10, 1))
    late = Actie("noor", TABLET.actie, resultaat="werkte_niet", datum=date(2026, 3, 1))
    vague = Actie("noor", "Tafels oefenen met kaartjes", resultaat="werkte_niet", datum=date(2026, 9, 1))
    assert resembles("Tafels oefenen op de tablet", [early, vague, late, TABLET]) == late


@pytest.mark.parametrize(
    "family",
    [
        "tafel tafels tafeltje tafeltjes",
        "oefen oefenen oefent geoefend oefening oefeningen",
        "lezen lees gelezen",
        "rekenen rekent gerekend",
        "werken werkt gewerkt",
        "maat maatje maatjes maten",
        "spelletje spelletjes spelen gespeeld",
        "som sommen sommetjes",
        "kaart kaarten kaartje kaartjes",
        "huis huizen",
        "brief brieven",
        "bloem bloemen bloempje",
        "foto foto's",
        "gesprek gesprekken",
        "beloning beloningen belonen beloond",
        "één een EEN",
    ],
)
def test_forms_of_one_word_are_one(family: str):
    assert len({stem(word) for word in family.split()}) == 1


LETTERS = "abcdefghijklmnoprstuvwz"
WORDS = st.text(LETTERS, min_size=4, max_size=12).filter(lambda word: word not in FUNCTION_WORDS and stem(word))
SENTENCES = st.lists(WORDS, min_size=2, max_size=8).map(" ".join)


@given(SENTENCES)
def test_a_text_resembles_itself(text: str):
    assume(len({stem(word) for word in text.split()}) >= 2)
    failed = Actie("noor", text, resultaat="werkte_niet")
    assert resembles(text, [failed]) == failed


@given(st.text(), st.lists(st.text(max_size=40), max_size=5))
def test_no_text_makes_it_stumble(text: str, earlier: list[str]):
    acties = [Actie("noor", each, resultaat="werkte_niet") for each in earlier]
    found = resembles(text, acties)
    assert found is None or found in acties


@given(SENTENCES, st.lists(SENTENCES, max_size=4), SENTENCES)
def test_what_worked_never_changes_the_answer(text: str, earlier: list[str], worked: str):
    failed = [Actie("noor", each, resultaat="werkte_niet") for each in earlier]
    assert resembles(text, [*failed, Actie("noor", worked, resultaat="werkte")]) == resembles(text, failed)
