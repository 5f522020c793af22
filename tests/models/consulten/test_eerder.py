"""Every earlier report comes along once, oldest first, and what somebody changed stays changed."""

from hypothesis import given
from hypothesis import strategies as st

from app.models.consulten.eerder import Verteld, eerdere_consulten
from app.models.forms.loader import parse_definition
from app.resources import resource
from tests.models.consulten.voorbeeld import meegeleverd

REPORT = parse_definition(resource("formulieren", "consultverslag.toml").read_text("utf-8"), "consultverslag.toml")
APPLICATION = meegeleverd("analyse_ondersteuning")[1]


def report(day: str, words: str) -> Verteld:
    return Verteld(REPORT, {"overzicht": {"overzicht": words}}, f"Consult van {day}")


def application(words: str) -> Verteld:
    return Verteld(APPLICATION, {"hulpvraag": {"eerder": words}})


def test_each_report_stands_under_its_consult_oldest_first():
    told = [report("1 mei", "Rumoer."), application(""), report("8 juni", "Het gaat beter.\nThuis ook.")]
    assert eerdere_consulten(told) == (
        "Consult van 1 mei\nOverzicht: Rumoer.\n\nConsult van 8 juni\nOverzicht: Het gaat beter.\nThuis ook."
    )


def test_what_the_last_application_told_stays_as_it_was_left():
    own = "Consult van 1 mei\nAlleen dit telt nog."
    told = [report("1 mei", "Rumoer."), application("Vroeger."), application(own), report("8 juni", "Beter.")]
    assert eerdere_consulten(told) == f"{own}\n\nConsult van 8 juni\nOverzicht: Beter."


def test_words_that_came_along_without_their_consult_do_not_come_twice():
    told = [report("1 april", "Nieuw."), report("1 mei", "Rumoer."), application("Overzicht: Rumoer.")]
    assert eerdere_consulten(told) == "Consult van 1 april\nOverzicht: Nieuw.\n\nOverzicht: Rumoer."


def test_a_report_that_says_nothing_leaves_no_trace():
    assert eerdere_consulten([report("1 mei", "  "), application(" ")]) == ""
    assert eerdere_consulten([]) == ""


@given(words=st.lists(st.text("abc ", min_size=1, max_size=5).filter(str.strip), max_size=5))
def test_taking_along_what_was_taken_along_adds_nothing(words: list[str]):
    reports = [report(f"{day} mei", each) for day, each in enumerate(words, 1)]
    once = eerdere_consulten(reports)
    assert eerdere_consulten([*reports, application(once)]) == once
    assert once.count("Consult van") == len(words)
