"""Agreements come out of the form, are the same ones each time it is closed, and keep what was recorded of them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.models.afspraken import VERDWENEN, uit_formulier
from app.models.bespreking import Afspraak, Formulier
from app.models.forms.definition import FormDefinition

BELLEN = {"_id": "r1", "wat": "Ouders bellen", "wie": "Joke Smit", "voor": "2026-11-20"}
KIJKEN = {"_id": "r2", "wat": "Observeren bij rekenen", "wie": "Bea Bos"}


def formulier(*rows: dict[str, str], **vervolg: Any) -> Formulier:
    answers = {"vervolg": {"afspraken": list(rows), **vervolg}, "onderwijsbehoeften": {"doel": "De tafels kennen."}}
    return Formulier(id="f1", stam="f1", leerling="noor", antwoorden=answers)


def kept(afspraken: list[Afspraak]) -> dict[str, Afspraak]:
    return {each.id: each for each in afspraken}


def test_each_row_becomes_an_agreement(a6: FormDefinition):
    bellen, kijken = uit_formulier(a6, formulier(BELLEN, KIJKEN), [])
    assert (bellen.wat, bellen.wie, bellen.voor) == ("Ouders bellen", "Joke Smit", date(2026, 11, 20))
    assert (bellen.leerling, bellen.formulier, bellen.soort, bellen.staat) == ("noor", "f1", "afspraak", "open")
    assert (kijken.wat, kijken.voor) == ("Observeren bij rekenen", None)


def test_a_row_without_a_what_is_no_agreement(a6: FormDefinition):
    assert uit_formulier(a6, formulier({"_id": "r3", "wie": "Joke Smit"}, {"_id": "r4", "wat": "  "}), []) == []


def test_the_evaluation_is_an_agreement_that_names_the_goal(a6: FormDefinition):
    (evaluatie,) = uit_formulier(a6, formulier(evaluatie_datum="2027-01-29", evaluatie_door="Bea Bos"), [])
    assert (evaluatie.soort, evaluatie.voor, evaluatie.wie) == ("evaluatie", date(2027, 1, 29), "Bea Bos")
    assert evaluatie.wat == "Evaluatie: De tafels kennen."


def test_an_evaluation_without_a_goal_and_one_with_a_long_goal_are_named_too(a6: FormDefinition):
    form = formulier(evaluatie_datum="2027-01-29")
    no_goal = replace(form, antwoorden={"vervolg": form.antwoorden["vervolg"]})
    long_goal = replace(form, antwoorden={**form.antwoorden, "onderwijsbehoeften": {"doel": "tafel " * 200}})
    assert uit_formulier(a6, no_goal, [])[0].wat == "Evaluatie van de leerlingbespreking"
    assert len(uit_formulier(a6, long_goal, [])[0].wat) < 350


def test_agreements_about_help_for_the_teacher_count_while_help_is_wanted(a6: FormDefinition):
    rows = [{"_id": "b1", "wat": "Samen het plan schrijven", "wie": "Bea Bos"}]
    wanted = Formulier(stam="f1", antwoorden={"begeleiding": {"nodig": "opstellen", "afspraken": rows}})
    not_wanted = Formulier(stam="f1", antwoorden={"begeleiding": {"nodig": "nee", "afspraken": rows}})
    skipped = replace(wanted, secties={"begeleiding": "nvt"})
    assert [each.wat for each in uit_formulier(a6, wanted, [])] == ["Samen het plan schrijven"]
    assert uit_formulier(a6, not_wanted, []) == []
    assert uit_formulier(a6, skipped, []) == []


def test_closing_again_changes_nothing(a6: FormDefinition):
    form = formulier(BELLEN, KIJKEN, evaluatie_datum="2027-01-29")
    assert uit_formulier(a6, form, uit_formulier(a6, form, [])) == []


def test_a_correction_keeps_what_was_recorded_since(a6: FormDefinition):
    (bellen,) = uit_formulier(a6, formulier(BELLEN), [])
    done = replace(bellen, staat="gedaan", resultaat="Goed gesprek", afgerond_op="2026-11-18")
    correction = replace(formulier({**BELLEN, "wie": "Bea Bos"}), id="f2", versie=2, vorige="f1")
    (corrected,) = uit_formulier(a6, correction, [done])
    assert corrected == replace(done, wie="Bea Bos")


@pytest.mark.parametrize("staat", ["gedaan", "vervallen"])
def test_what_is_closed_stays_as_it_is_when_the_row_goes(a6: FormDefinition, staat: str):
    (bellen,) = uit_formulier(a6, formulier(BELLEN), [])
    assert uit_formulier(a6, formulier(), [replace(bellen, staat=staat, resultaat="klaar")]) == []


def test_an_open_one_lapses_with_its_row_and_opens_again_with_it(a6: FormDefinition):
    (bellen,) = uit_formulier(a6, formulier(BELLEN), [])
    (lapsed,) = uit_formulier(a6, formulier(), [bellen])
    assert lapsed == replace(bellen, staat="vervallen", resultaat=VERDWENEN)
    assert uit_formulier(a6, formulier(), [lapsed]) == []
    assert uit_formulier(a6, formulier(BELLEN), [lapsed]) == [bellen]


def test_what_people_let_lapse_is_not_opened_again(a6: FormDefinition):
    (bellen,) = uit_formulier(a6, formulier(BELLEN), [])
    dropped = replace(bellen, staat="vervallen", resultaat="Niet meer nodig")
    assert uit_formulier(a6, formulier(BELLEN), [dropped]) == []


def test_another_date_of_evaluation_moves_the_same_agreement(a6: FormDefinition):
    before = uit_formulier(a6, formulier(evaluatie_datum="2027-01-29"), [])
    (after,) = uit_formulier(a6, formulier(evaluatie_datum="2027-02-12"), before)
    assert after == replace(before[0], voor=date(2027, 2, 12))
