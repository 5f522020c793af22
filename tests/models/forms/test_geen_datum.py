"""What is typed where a date is asked and is none: kept as it was typed, but it counts for nothing."""

from datetime import date

from app.models.afspraken import uit_formulier
from app.models.bespreking import Formulier
from app.models.forms.answers import answer_of, missing_at_closing, plain_text, rows_of, section_state, typed
from app.models.forms.loader import parse_definition
from app.models.verslag import begin_verslag
from app.resources import resource

A6 = parse_definition(resource("formulieren", "leerlingbespreking.toml").read_text("utf-8"), "leerlingbespreking.toml")
DUE = A6.field_by_role("evaluatie_datum")[1]
AGREED = A6.field_by_role("afspraken")[1]
NO_DAY = "na de herfst"
ROW = {"_id": "a", "wat": "Ouders bellen", "wie": "Joke Smit", "voor": NO_DAY}


def answers(**vervolg) -> dict:
    return {DUE.sectie: vervolg}


def sentences(antwoorden: dict) -> list[str]:
    return [each.sentence for each in missing_at_closing(A6, antwoorden, {}) if each.field in (DUE, AGREED)]


def test_closing_waits_for_a_date_and_says_where_and_how():
    (sentence,) = sentences(answers(**{DUE.id: NO_DAY, AGREED.id: [{**ROW, "voor": "2026-11-30"}]}))
    assert sentence == f"Bij ‘{DUE.label}’ staat geen datum. Schrijf bijvoorbeeld 12-10-2026."
    (sentence,) = sentences(answers(**{DUE.id: "2026-11-30", AGREED.id: [ROW]}))
    assert sentence == f"Regel 1 bij ‘{AGREED.label}’: maak van ‘Uiterlijk’ een datum."
    assert sentences(answers(**{DUE.id: "2026-11-30", AGREED.id: [{**ROW, "voor": ""}]})) == []


def test_a_section_in_which_only_that_stands_is_begun_and_not_done():
    assert section_state(A6, answers(**{DUE.id: NO_DAY}), {DUE.sectie: "klaar"}, DUE.sectie) == "bezig"


def test_it_is_no_answer_but_it_is_still_there():
    antwoorden = answers(**{DUE.id: NO_DAY, AGREED.id: [ROW]})
    assert (answer_of(DUE, antwoorden), typed(DUE, antwoorden)) == (None, NO_DAY)
    assert rows_of(AGREED, antwoorden) == [{"_id": "a", "wat": "Ouders bellen", "wie": "Joke Smit"}]
    assert typed(AGREED, antwoorden) == [ROW]


def test_neither_the_report_nor_an_agreement_has_it():
    form = Formulier(id="f", stam="f", leerling="l", antwoorden=answers(**{DUE.id: NO_DAY, AGREED.id: [ROW]}))
    assert NO_DAY not in begin_verslag(A6, form)
    assert plain_text(AGREED, [ROW]) == "Ouders bellen · Joke Smit"
    (agreement,) = uit_formulier(A6, form, [])
    assert (agreement.wat, agreement.voor) == ("Ouders bellen", None)
    told = Formulier(id="g", stam="g", leerling="l", antwoorden=answers(**{DUE.id: "2026-11-30"}))
    assert [each.voor for each in uit_formulier(A6, told, [])] == [date(2026, 11, 30)]
