"""One table rules what may leave the school: what each parent with gezag answered, the strictest of them counting."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.forms.definition import FormDefinition
from app.models.forms.loader import DefinitionError
from app.models.toestemming import (
    Antwoord,
    Oordeel,
    OuderGezag,
    Toestemmingstabel,
    antwoorden_uit,
    in_brief,
    oordeel,
    parse_toestemmingstabel,
)

MOEDER = OuderGezag("Marjan Berg", "ja")
VADER = OuderGezag("Kees Berg", "ja")

STRICT_TO_FREE = ["geweigerd", "open", "geinformeerd", "mondeling", "getekend"]


def answer(antwoord: str, ouder: str = MOEDER.naam, datum: str = "2026-11-05", grond: str = "") -> Antwoord:
    return Antwoord(ouder, antwoord, datum, grond)


def judged(tabel: Toestemmingstabel, *answers: Antwoord, ouders: tuple[OuderGezag, ...] = (MOEDER,)) -> Oordeel:
    return oordeel(tabel, ouders, answers)


@pytest.mark.parametrize(
    ("antwoord", "grond", "send", "share", "missing", "warned"),
    [
        ("open", "", False, False, ["is nog niet binnen"], []),
        ("getekend", "", True, True, [], []),
        ("mondeling", "telefoon 5 nov", True, True, [], ["handtekening, en deel tot die er is niet meer"]),
        ("mondeling", "", True, False, [], ["handtekening, en deel tot die er is niet meer"]),
        ("geinformeerd", "", True, False, [], ["tekent niet, maar weet ervan"]),
        ("geweigerd", "", False, False, ["weigert en is nog niet geïnformeerd"], []),
    ],
)
def test_the_table(
    tabel: Toestemmingstabel,
    antwoord: str,
    grond: str,
    send: bool,
    share: bool,
    missing: list[str],
    warned: list[str],
):
    verdict = judged(tabel, answer(antwoord, grond=grond))
    assert (verdict.mag_versturen, verdict.mag_delen) == (send, share)
    for sentences, parts in ((verdict.ontbreekt, missing), (verdict.waarschuwingen, warned)):
        assert len(sentences) == len(parts)
        for sentence, part in zip(sentences, parts, strict=True):
            assert part in sentence
            assert "Marjan Berg" in sentence


def test_a_ground_that_misses_is_asked_for_before_sharing(tabel: Toestemmingstabel):
    assert judged(tabel, answer("mondeling")).ontbreekt_voor_delen == (
        "Schrijf op waaruit het akkoord van Marjan Berg blijkt.",
    )
    assert judged(tabel, answer("mondeling", grond="telefoon")).ontbreekt_voor_delen == ()


def test_where_nothing_may_be_shared_only_the_reminder_is_said(tabel: Toestemmingstabel):
    verdict = judged(tabel, answer("mondeling"), answer("geinformeerd", VADER.naam), ouders=(MOEDER, VADER))
    assert verdict.waarschuwingen[0] == "Vraag Marjan Berg nog om een handtekening."
    assert len(verdict.waarschuwingen) == 2


def test_who_did_not_answer_is_open(tabel: Toestemmingstabel):
    verdict = judged(tabel, answer("getekend"), ouders=(MOEDER, VADER))
    assert not verdict.mag_versturen
    assert len(verdict.ontbreekt) == 1
    assert "Kees Berg" in verdict.ontbreekt[0]


def test_the_strictest_parent_rules(tabel: Toestemmingstabel):
    verdict = judged(tabel, answer("getekend"), answer("geinformeerd", VADER.naam), ouders=(MOEDER, VADER))
    assert (verdict.mag_versturen, verdict.mag_delen) == (True, False)


def test_who_has_no_gezag_is_not_asked(tabel: Toestemmingstabel):
    verdict = judged(tabel, answer("getekend"), ouders=(MOEDER, OuderGezag("Stiefvader", "nee")))
    assert verdict == Oordeel(True, True)


def test_who_might_have_gezag_is_asked_until_that_is_clear(tabel: Toestemmingstabel):
    perhaps = OuderGezag("Kees Berg", "onbekend")
    assert not judged(tabel, answer("getekend"), ouders=(MOEDER, perhaps)).mag_versturen
    signed = judged(tabel, answer("getekend"), answer("getekend", "Kees Berg"), ouders=(MOEDER, perhaps))
    assert signed.mag_versturen
    assert signed.waarschuwingen == ("Zoek uit of Kees Berg gezag heeft.",)


@pytest.mark.parametrize("ouders", [(), (OuderGezag("Oma", "nee"),)])
def test_without_a_parent_with_gezag_nothing_is_sent(tabel: Toestemmingstabel, ouders: tuple[OuderGezag, ...]):
    verdict = judged(tabel, answer("getekend"), ouders=ouders)
    assert (verdict.mag_versturen, verdict.mag_delen) == (False, False)
    assert "geen ouder met gezag" in verdict.ontbreekt[0]


def test_the_latest_answer_of_a_parent_counts(tabel: Toestemmingstabel):
    first, later = answer("getekend", datum="2026-11-05"), answer("geweigerd", datum="2026-11-12")
    assert not judged(tabel, later, first).mag_versturen
    assert judged(tabel, answer("geweigerd", datum="2026-11-01"), first).mag_versturen


def test_an_answer_without_a_date_counts_as_strictly_as_it_can(tabel: Toestemmingstabel):
    assert not judged(tabel, answer("open", datum=""), answer("getekend")).mag_versturen
    assert judged(tabel, answer("getekend", datum="")).waarschuwingen == (
        "Vul in op welke dag Marjan Berg antwoord gaf.",
    )


def test_an_answer_of_a_stranger_counts_for_nobody_and_is_mentioned(tabel: Toestemmingstabel):
    verdict = judged(tabel, answer("getekend", "M. Berg"))
    assert not verdict.mag_versturen
    assert any("Het antwoord van M. Berg telt niet mee" in each for each in verdict.waarschuwingen)


def test_names_are_the_same_in_any_case_and_spacing(tabel: Toestemmingstabel):
    assert judged(tabel, answer("getekend", "  marjan  BERG ")).mag_versturen


def test_one_answer_is_not_enough_for_two_parents_of_one_name(tabel: Toestemmingstabel):
    twins = (MOEDER, MOEDER)
    assert not judged(tabel, answer("getekend"), ouders=twins).mag_versturen
    assert judged(tabel, answer("getekend"), answer("getekend", datum="2026-11-06"), ouders=twins).mag_versturen
    assert not judged(tabel, answer("geweigerd"), answer("getekend", datum="2026-11-06"), ouders=twins).mag_versturen


def test_a_nameless_answer_is_nobodys(tabel: Toestemmingstabel):
    verdict = judged(tabel, answer("getekend", ""), ouders=(OuderGezag("", "ja"),))
    assert not verdict.mag_versturen
    assert "een ouder zonder naam" in verdict.ontbreekt[0]


def test_a_parent_ticks_in_the_letter_what_the_table_says_and_else_the_answers_themselves(tabel: Toestemmingstabel):
    ticked = [each.id for each in tabel.values() if each.brief in in_brief(tabel)]
    assert ticked == ["getekend", "geinformeerd", "geweigerd"]  # nobody signs for what was only said
    bare = {key: replace(each, brief="") for key, each in tabel.items()}
    assert in_brief(bare)[-1] == "geweigerd, niet geïnformeerd"
    assert "nog open" not in in_brief(bare)


def test_the_answers_come_out_of_the_form(a6: FormDefinition, tabel: Toestemmingstabel):
    row = {"_id": "1", "ouder": "Marjan Berg", "antwoord": "mondeling", "datum": "2026-11-05", "grond": "telefoon"}
    answers = {"aanmelding": {"aanmelding": ["diagnostiek"]}, "ouders": {"toestemming": [row, {"_id": "2"}]}}
    assert antwoorden_uit(a6, answers) == [Antwoord("Marjan Berg", "mondeling", "2026-11-05", "telefoon")]
    assert antwoorden_uit(a6, {**answers, "aanmelding": {"aanmelding": ["geen"]}}) == []


NAMES = ["Marjan Berg", "Kees Berg", "Bea Bos", "iemand anders"]
OUDERS = st.lists(
    st.builds(OuderGezag, st.sampled_from(NAMES[:3]), st.sampled_from(["ja", "nee", "onbekend"])), max_size=4
)
ANSWERS = st.lists(
    st.builds(
        Antwoord,
        st.sampled_from(NAMES),
        st.sampled_from([*STRICT_TO_FREE, "", "iets"]),
        st.sampled_from(["", "2026-11-05", "2026-11-12", "ooit"]),
        st.sampled_from(["", "telefoon"]),
    ),
    max_size=5,
)


def allowed(verdict: Oordeel) -> tuple[bool, bool]:
    return verdict.mag_versturen, verdict.mag_delen


@given(OUDERS, ANSWERS)
def test_what_is_refused_always_says_what_misses(tabel: Toestemmingstabel, ouders, answers):
    verdict = oordeel(tabel, ouders, answers)
    assert verdict.mag_versturen is not bool(verdict.ontbreekt)
    assert verdict.mag_versturen or not verdict.mag_delen
    assert all(each.endswith(".") and "{" not in each for each in (*verdict.ontbreekt, *verdict.waarschuwingen))


@given(OUDERS, ANSWERS, st.sampled_from(STRICT_TO_FREE), st.sampled_from(["ja", "onbekend"]))
def test_one_more_parent_never_gives_more(tabel: Toestemmingstabel, ouders, answers, extra, gezag):
    before = oordeel(tabel, ouders, answers)
    if all(each.gezag == "nee" for each in ouders):
        return
    after = oordeel(tabel, [*ouders, OuderGezag("Piet Nieuw", gezag)], [*answers, answer(extra, "Piet Nieuw")])
    assert all(new <= old for new, old in zip(allowed(after), allowed(before), strict=True))


@given(OUDERS, ANSWERS, st.data())
def test_a_stricter_answer_never_gives_more(tabel: Toestemmingstabel, ouders, answers, data):
    if not answers:
        return
    at = data.draw(st.integers(0, len(answers) - 1))
    rank = STRICT_TO_FREE.index(answers[at].antwoord) if answers[at].antwoord in STRICT_TO_FREE else 1
    stricter = data.draw(st.sampled_from(STRICT_TO_FREE[: rank + 1]))
    changed = [*answers]
    changed[at] = Antwoord(answers[at].ouder, stricter, answers[at].datum, answers[at].grond)
    before, after = oordeel(tabel, ouders, answers), oordeel(tabel, ouders, changed)
    assert all(new <= old for new, old in zip(allowed(after), allowed(before), strict=True))


@given(OUDERS, ANSWERS)
def test_the_order_of_the_answers_does_not_matter(tabel: Toestemmingstabel, ouders, answers):
    assert allowed(oordeel(tabel, ouders, answers)) == allowed(oordeel(tabel, ouders, answers[::-1]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("antwoord = 1", "‘antwoord’ moet een lijst zijn"),
        ("[[antwoord]]\nid = 'ja'\nlabel = 'ja'\nversturen = true", "antwoord ‘open’ moet er zijn"),
        ("[[antwoord]]\nid = 'open'\nlabel = 'open'\nversturen = true", "niets toestaan"),
        ("[[antwoord]]\nid = 'open'\nlabel = 'open'", "‘ontbreekt’ ontbreekt"),
        ("[[antwoord]]\nid = 'open'\nlabl = 'open'", "bedoel je ‘label’"),
        ("[[antwoord]]\nid='a'\nlabel='a'\nversturen=true\n" * 2, "twee keer"),
    ],
)
def test_a_mistake_in_the_table_is_named(text: str, said: str):
    with pytest.raises(DefinitionError) as refused:
        parse_toestemmingstabel(text, "toestemming.toml")
    assert said in str(refused.value)
    assert str(refused.value).startswith("In toestemming.toml")
