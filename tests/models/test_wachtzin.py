"""What passes for a passphrase, and what is said about the ones that do not."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.models.wachtzin import ENOUGH, SHORTEST, STEP_NAMES, weigh

OWN = ("Noa de Groot", "Basisschool De Regenboog")

WEAK = (
    "",
    "geheim",
    "Welkom01!",
    "Welkom01Welkom01",
    "welkomwelkomwelkom",
    "W3lk0m@sch00l",
    "aaaaaaaaaaaaaaaaaaaa",
    "123456789012345678",
    "qwertyuiopasdfghjkl",
    "abcdefghijklmnop",
    "P@ssw0rd1234!",
    "Amsterdam2024!",
    "juf Marieke 2016",
    "30-04-1980 Jansen",
    "de regenboog 2026",
    "basisschool de regenboog",
    "NoaNoaNoaNoaNoa",
    "school juf kind boek",
    "ik hou van mijn hond",
    "tafel raam deur",
    "wolk wolk wolk wolk wolk",
    "😀" * 12,
)

STRONG_ENOUGH = (
    "paard lamp fiets wolk",
    "appel stoel rivier ketel",
    "Lantaarn-Kwark-Schommel-Tapijt",
    "correct horse battery staple",
    "zeventien gele olifanten dansen",
    "mijn oma fietst elke dinsdag naar de bakker",
    "kT7#mQ2xVz9p",
    "qzvxkjwplmtrhg",
    "4815-1623-fluitketel-zolder",
    "مرحبا يا صديقي العزيز",
)


@pytest.mark.parametrize("passphrase", WEAK)
def test_what_is_guessed_first_is_refused(passphrase):
    found = weigh(passphrase, OWN)
    assert not found.genoeg
    assert found.stap < 2


@pytest.mark.parametrize("passphrase", STRONG_ENOUGH)
def test_four_loose_words_or_real_chance_is_enough(passphrase):
    assert weigh(passphrase, OWN).genoeg


@pytest.mark.parametrize(
    ("passphrase", "word"),
    [
        ("", "vier"),
        ("kort", "minstens 12"),
        ("school juf kind boek", "schoolwoorden"),
        ("qwertyuiop12345", "Rijtjes"),
        ("lantaarn lantaarn lantaarn", "Hetzelfde"),
        ("30-04-1980 1-5-1982", "datum"),
        ("tafel raam deur", "nog een woord"),
        ("paard lamp fiets wolk", "Goed genoeg"),
        ("correct horse battery staple", "sterke"),
        ("lantaarn kwark schommel tapijt zebra", "heel sterke"),
    ],
)
def test_the_advice_fits_what_is_wrong(passphrase, word):
    assert word in weigh(passphrase).advies


def test_own_names_count_for_little():
    phrase = "wilgenroosje aan de vaart"
    assert weigh(phrase, ("De Vaart", "Wilgenroosje")).bits < weigh(phrase).bits - 10


def test_accents_and_capitals_do_not_hide_a_word():
    assert weigh("Wélkóm").bits < 15


@given(st.text())
def test_everything_typed_gets_one_sentence(passphrase):
    found = weigh(passphrase)
    assert found.advies.endswith(".")
    assert found.naam == STEP_NAMES[found.stap]
    assert found.bits >= 0


@given(st.text())
def test_what_is_enough_is_long_and_hard(passphrase):
    found = weigh(passphrase)
    if found.genoeg:
        assert found.bits >= ENOUGH
        assert len(passphrase) >= SHORTEST
    assert found.genoeg == (found.stap >= 2)


@given(st.text(alphabet=string.printable[:94], max_size=60))
def test_it_never_promises_more_than_pure_chance_could_give(passphrase):
    assert weigh(passphrase).bits <= 6.56 * len(passphrase)


@given(st.text(alphabet=string.ascii_lowercase + " ", max_size=30), st.integers(2, 5))
def test_typing_it_again_hardly_helps(passphrase, times):
    assume(len(passphrase.strip()) >= 3)
    once = weigh(passphrase).bits
    assert weigh(" ".join([passphrase] * times)).bits <= once + 4.5 * (times - 1)


@given(st.sampled_from(STRONG_ENOUGH + WEAK), st.sampled_from(("koffiemolen", "zwaluwnest", "trapleuning")))
def test_another_loose_word_always_helps(passphrase, word):
    assert weigh(f"{passphrase} {word}").bits > weigh(passphrase).bits


@given(st.lists(st.sampled_from(STRONG_ENOUGH[0].split()), min_size=4, max_size=4, unique=True))
def test_the_order_of_loose_words_does_not_matter(words):
    assert weigh(" ".join(words)).bits == pytest.approx(weigh(STRONG_ENOUGH[0]).bits)
