"""The letters that invite parents, as they read on paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from docx.oxml.ns import qn

from app.exports.uitnodiging import UitnodigingStof, maak_uitnodigingen, uitnodigingstitel
from app.models.uitnodiging import GESPREK, MEERPARTIJENOVERLEG, Brief
from tests.exports.lezen import as_text, assert_reads_as, reopened
from tests.exports.voorbeeld import IB, SCHOOL

SANNE = Brief(
    leerling="Noor van den Berg",
    roepnaam="Noor",
    groep="5/6",
    aan=("Sanne Bakker",),
    adres="Dorpsstraat 12, 3421 AB Vechtoever",
    soort="startgesprek",
    datum=date(2026, 9, 7),
    tijd="15:30",
    minuten=10,
    met=("Joke van Dijk, leerkracht", "Marieke Hoekstra, intern begeleider"),
    plaats="op school",
    met_leerling=True,
    waarover="kennismaken en horen wat wij moeten weten",
    plan="handelingsplan",
    bijlage="Kom via het plein binnen.\n\n- De koffie staat klaar.",
)
MARK = replace(SANNE, aan=("Mark van den Berg",), adres="Kade 3\n3422 CD Vechtoever", talen=("Arabisch",), bijlage="")


def pile(*brieven: Brief) -> UitnodigingStof:
    return UitnodigingStof(SCHOOL, brieven, date(2026, 8, 31), IB)


def text_of(brief: Brief, sjabloon: Path) -> str:
    return as_text(maak_uitnodigingen(pile(brief), sjabloon))


def test_two_parents_each_have_a_page_that_reads_like_this(sjabloon: Path):
    assert_reads_as(maak_uitnodigingen(pile(SANNE, MARK), sjabloon), "uitnodiging")


def test_every_letter_but_the_first_begins_a_page(sjabloon: Path):
    document = reopened(maak_uitnodigingen(pile(SANNE, MARK, SANNE), sjabloon))
    titles = [each for each in document.paragraphs if each.style.name == "Title"]
    assert [each._p.find(f".//{qn('w:pageBreakBefore')}") is not None for each in titles] == [False, True, True]


def test_a_pile_counts_no_pages_and_names_no_pupil_in_its_title(sjabloon: Path):
    text = as_text(maak_uitnodigingen(pile(SANNE, MARK), sjabloon))
    assert "onder: Uitnodigingen startgesprek\n" in text
    assert "titel: Uitnodigingen startgesprek\n" in text


def test_what_is_not_known_yet_is_not_made_up(sjabloon: Path):
    brief = replace(SANNE, aan=(), adres="", datum=None, tijd="", minuten=0, met=(), groep="", plan="", waarover="")
    text = text_of(brief, sjabloon)
    assert "| Wanneer | de dag spreken we nog met u af |" in text
    assert "Beste ouders of verzorgers van Noor," in text
    for absent in ("Hoe laat", "Hoe lang", "Met wie", "Tolk", "Het gaat over", "door."):
        assert absent not in text


def test_a_conversation_about_the_opp_alone_is_called_so(sjabloon: Path):
    text = text_of(replace(SANNE, plan="OPP", over_plan=True), sjabloon)
    assert "Uitnodiging voor het gesprek over het OPP" in text
    assert "een apart gesprek over het OPP van Noor" in text
    assert "Het gaat over" not in text


def test_a_conversation_outside_the_moments_is_just_a_conversation(sjabloon: Path):
    text = text_of(replace(SANNE, soort=GESPREK), sjabloon)
    assert "[Title] Uitnodiging voor een gesprek\n" in text
    assert "Graag nodigen wij u uit voor een gesprek over Noor." in text


def test_an_mpo_has_its_agenda_and_is_signed_by_who_asks(sjabloon: Path):
    text = text_of(replace(SANNE, soort=MEERPARTIJENOVERLEG, agenda="1. Wat past?\n2. Afspraken", van=IB), sjabloon)
    assert "Graag nodigen wij u uit voor het meerpartijenoverleg over Noor." in text
    assert text.index("Agenda") < text.index("Wat past?") < text.index("Afspraken") < text.index(f"groet,\n{IB}")


def test_a_document_is_named_after_what_is_in_it():
    other = replace(SANNE, soort="rapportgesprek")
    assert uitnodigingstitel([SANNE]) == "Uitnodiging startgesprek"
    assert uitnodigingstitel([SANNE, MARK]) == "Uitnodigingen startgesprek"
    assert uitnodigingstitel([SANNE, other]) == "Uitnodigingen gesprekken"
