"""What an application misses is named, each with what to do and where."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.consult import BIJLAGE_STATEN
from app.models.consulten.definition import BIJLAGE_EISEN, Punt
from app.models.consulten.volledigheid import punt_mist, volledigheid
from tests.models.consulten import voorbeeld
from tests.models.consulten.voorbeeld import aanvraag, meegeleverd

CONCREET: dict[str, dict[str, Any]] = {
    "hulpvraag": {"hulpvraag": "Hoe helpen we Noor op gang na de pauze?", "concreet": "ja"},
    "factoren": {"factoren": {"kind": {"stimulerend": "tekenen"}}},
    "interventies": {"acties": [{"_id": "1", "actie": "timer"}]},
    "ouders": {"weten": "ja", "gezien": "ja", "erbij": "ja"},
}
STUKKEN = {"lovs": "bijgevoegd", "oudergesprekken": "bijgevoegd"} | dict.fromkeys(
    ("factoren", "interventies", "onderzoek", "opp"), "niet_aanwezig"
)


def missing(*args: Any, **kwargs: Any) -> list[tuple[str, str]]:
    return [(each.deel, each.doel) for each in volledigheid(aanvraag(*args, **kwargs))]


def test_a_startgesprek_misses_at_first_all_that_the_source_asks():
    assert missing(*meegeleverd("startgesprek_swv"), vragers=()) == [
        ("vragers", ""),
        ("formulier", "hulpvraag.hulpvraag"),
        ("formulier", "hulpvraag.concreet"),
        ("formulier", "factoren.factoren"),
        ("formulier", "interventies.acties"),
        ("formulier", "ouders.weten"),
        ("formulier", "ouders.gezien"),
        ("formulier", "ouders.erbij"),
        *(("bijlagen", punt) for punt in STUKKEN),
    ]


def test_with_all_of_it_nothing_misses():
    assert missing(*meegeleverd("startgesprek_swv"), CONCREET, STUKKEN) == []


@pytest.mark.parametrize("veld", ["weten", "gezien", "erbij"])
def test_parents_who_do_not_know_have_not_seen_or_do_not_come_stop_a_startgesprek(veld: str):
    ouders = {**CONCREET["ouders"], veld: "nee"}
    said = {**CONCREET, "ouders": ouders}
    assert missing(*meegeleverd("startgesprek_swv"), said, STUKKEN) == [("formulier", f"ouders.{veld}")]


def test_a_startgesprek_asks_a_question_that_somebody_read_back():
    said = {**CONCREET, "hulpvraag": {"hulpvraag": "Help!", "concreet": "nee"}}
    assert missing(*meegeleverd("startgesprek_swv"), said, STUKKEN) == [("formulier", "hulpvraag.concreet")]


def test_an_eenmalig_consult_needs_a_question_and_a_choice_for_the_parents():
    kind = meegeleverd("eenmalig_consult")
    assert missing(*kind) == [("formulier", "hulpvraag.hulpvraag"), ("formulier", "ouders.keuze")]
    said = {"hulpvraag": {"hulpvraag": "Hoe?"}, "ouders": {"keuze": "aanwezig"}}
    assert missing(*kind, said) == []


def test_parents_who_hear_it_later_hear_it_on_a_day_from_somebody():
    said: dict[str, Any] = {"hulpvraag": {"hulpvraag": "Hoe?"}, "ouders": {"keuze": "anders"}}
    kind = meegeleverd("eenmalig_consult")
    assert missing(*kind, said) == [("formulier", "ouders.op"), ("formulier", "ouders.door")]
    said["ouders"] |= {"op": "2026-12-01", "door": "Juf Bea"}
    assert missing(*kind, said) == []


def test_a_teambijeenkomst_has_an_aim():
    said: dict[str, Any] = {
        "hulpvraag": {"hulpvraag": "Hoe?"},
        "ouders": {"keuze": "aanwezig"},
        "vorm": {"breder": "ja", "team": "ja"},
    }
    kind = meegeleverd("eenmalig_consult")
    assert missing(*kind, said) == [("formulier", "vorm.team_doel")]
    said["vorm"]["team_doel"] = "Zien wat de groep nodig heeft."
    assert missing(*kind, said) == []
    said["vorm"] |= {"breder": "nee", "team_doel": ""}
    assert missing(*kind, said) == []


def test_who_asks_must_be_one_of_those_who_may():
    said = {"hulpvraag": {"hulpvraag": "Hoe?"}, "ouders": {"keuze": "aanwezig"}}
    assert missing(*meegeleverd("eenmalig_consult"), said, vragers=("ouders",)) == [("vragers", "")]


def test_an_invented_kind_asks_what_its_file_asks_and_what_its_form_asks_besides():
    kind, form = voorbeeld.soort(), voorbeeld.formulier()
    said = {"vraag": {"vraag": "Hoe?", "kind_weet": "nee"}}
    found = volledigheid(aanvraag(kind, form, said, {"tekening": "bijgevoegd", "opp": "niet_nodig"}))
    assert [each.tekst for each in found] == [
        "Vertel het kind dat je meedenkers zoekt.",
        "Vul nog iets in bij ‘Waarom niet?’.",
    ]


@given(staat=st.sampled_from(list(BIJLAGE_STATEN)), eis=st.sampled_from(list(BIJLAGE_EISEN)), files=st.integers(0, 3))
def test_a_line_of_the_checklist_says_what_to_do_or_is_done(staat: str, eis: str, files: int):
    text = punt_mist(Punt("lovs", "Uitdraai", "", eis), staat, files)
    assert not text or (text.endswith(".") and "‘Uitdraai’" in text)
    if staat == "bijgevoegd":
        assert bool(text) == (files == 0)
    elif eis == "ja":
        assert text
    elif eis == "indien_aanwezig":
        assert bool(text) == (staat == "")
    else:
        assert not text
