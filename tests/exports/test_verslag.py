"""The report in Word: short, in the IB'er's words, and the whole form behind it when asked for."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from app.exports.stof import AgendaStof, LeegStof, VerslagStof
from app.exports.verslag import FORMULIER, maak_verslag
from app.models.bespreking import Werkaantekening
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.models.leerling import Leerling
from app.models.school import School
from tests.exports.lezen import as_text, assert_reads_as, reopened, words_of
from tests.exports.pakketvoorbeeld import form
from tests.exports.voorbeeld import ANSWERS, IB, NOOR, OWN_REPORT, formulier, verslag


def test_a_report_that_was_begun_reads_like_this(a6: FormDefinition, sjabloon: Path):
    assert_reads_as(maak_verslag(verslag(a6), sjabloon), "verslag_begonnen")


def test_a_report_in_own_words_reads_like_this(a6: FormDefinition, sjabloon: Path):
    assert_reads_as(maak_verslag(verslag(a6, verslag=OWN_REPORT), sjabloon), "verslag_eigen")


def test_with_the_whole_form_it_reads_like_this(a6: FormDefinition, sjabloon: Path):
    assert_reads_as(maak_verslag(verslag(a6, verslag=OWN_REPORT), sjabloon, volledig=True), "verslag_volledig")


def test_the_report_alone_holds_nothing_of_the_form(a6: FormDefinition, sjabloon: Path):
    text = words_of(maak_verslag(verslag(a6, verslag="Kort."), sjabloon))
    assert FORMULIER not in text
    assert "broertje van vier" not in text


def test_an_empty_form_is_an_empty_report(a6: FormDefinition, sjabloon: Path):
    stof = VerslagStof(School(), Leerling(), formulier(antwoorden={}, secties={}, datum=None, spreker=""), a6)
    text = as_text(maak_verslag(stof, sjabloon, volledig=True))
    assert text.endswith("[Title] Verslag leerlingbespreking\n[Heading 1] Het formulier\n")


def test_only_what_was_filled_in_is_there(a6: FormDefinition, sjabloon: Path):
    answers = {
        "hulpvraag": {"hulpvraag": "Hoe help ik Noor?", "thuis": "  \n", "factoren": {"kind": {"stimulerend": ""}}},
        "onderwijsbehoeften": {"doel": ""},
        "plan": {"besluit": "groepsplan", "reden": "hoort bij een handelingsplan en is dus niet gevraagd"},
        "acties": {"acties": [{"_id": "1", "actie": ""}, {"_id": "2", "actie": "Voorlezen"}]},
    }
    text = words_of(maak_verslag(verslag(a6, antwoorden=answers, secties={}), sjabloon, volledig=True))
    assert "Hoe help ik Noor?" in text
    assert "Voorlezen" in text
    for absent in ("Opvoedingssituatie", "factoren", "Onderwijsbehoeften", "niet gevraagd", "Afstemming met ouders"):
        assert absent not in text


def test_a_section_that_does_not_apply_says_so(a6: FormDefinition, sjabloon: Path):
    stof = verslag(a6, antwoorden=ANSWERS | {"begeleiding": {"nodig": "beide", "waarbij": "verborgen"}})
    text = words_of(maak_verslag(stof, sjabloon, volledig=True))
    assert "Begeleidingsbehoeften van de leraar\nNiet van toepassing." in text
    assert "verborgen" not in text


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("opp", ["Opgesteld op", "23 november 2026", "Opgesteld door", "Joke van Dijk"]),
        ("mpo", ["Overleg op", "23 november 2026", "Verslag door", "Joke van Dijk"]),
        ("consultverslag", ["Gesprek op", "23 november 2026", "Verslag door", "Joke van Dijk"]),
    ],
)
def test_the_head_says_in_the_words_of_the_form_when_and_who(sjabloon: Path, name: str, head: list[str]):
    text = as_text(maak_verslag(verslag(form(name), antwoorden={}, verslag="Kort."), sjabloon))
    assert f"| {head[0]} | {head[1]} |" in text
    assert f"| {head[2]} | {head[3]} |" in text
    for absent in ("Besproken op", "Ingebracht door"):
        assert absent not in text


def test_a_word_left_empty_leaves_its_line_out(a6_text: str, sjabloon: Path):
    own = parse_definition(a6_text.replace('"Ingebracht door"', '""').replace('"Verslag door"', '""'), "eigen.toml")
    text = as_text(maak_verslag(verslag(own, verslag="Kort."), sjabloon))
    assert "| Besproken op | 23 november 2026 |" in text
    assert " door |" not in text


def test_a_correction_is_called_so(a6: FormDefinition, sjabloon: Path):
    assert "2 (verbeterd)" in words_of(maak_verslag(verslag(a6, versie=2), sjabloon))
    assert "verbeterd" not in words_of(maak_verslag(verslag(a6), sjabloon))


def test_agreements_that_were_rewritten_stay_a_list(a6: FormDefinition, sjabloon: Path):
    text = as_text(maak_verslag(verslag(a6, verslag="Afspraken\n- Alles anders\n- En later"), sjabloon))
    assert "[Heading 1] Afspraken\n[List Bullet] Alles anders\n[List Bullet] En later\n" in text


def test_agreements_about_guidance_stand_among_the_others(a6: FormDefinition, sjabloon: Path):
    guidance = {"nodig": "beide", "afspraken": [{"_id": "c1", "wat": "Samen voorbereiden", "wie": IB}]}
    text = as_text(maak_verslag(verslag(a6, antwoorden=ANSWERS | {"begeleiding": guidance}, secties={}), sjabloon))
    assert f"| Samen voorbereiden | {IB} |  |\n" in text
    assert "| Handelingsplan schrijven en bespreken | Joke van Dijk | 27 november 2026 |\n" in text


def test_a_field_of_the_school_itself_needs_no_code(a6_text: str, sjabloon: Path):
    own = """
[[sectie.veld]]
id = "buitenspel"
soort = "rijen"
label = "Met wie speelt het kind buiten?"
kort = "Buitenspel"

[[sectie.veld.kolom]]
id = "kind"
label = "Kind"
soort = "regel"

"""
    head, first, rest = a6_text.partition('[[sectie]]\nid = "acties"')
    definitie = parse_definition(head + own + first + rest, "eigen.toml")
    answers = {"hulpvraag": {"buitenspel": [{"_id": "1", "kind": "Met Yara"}]}}
    text = as_text(maak_verslag(verslag(definitie, antwoorden=answers), sjabloon, volledig=True))
    assert "[Ruggespraak label] Buitenspel\n| Kind |\n| Met Yara |\n" in text


def test_every_kind_of_document_is_in_dutch_and_says_who_made_it(a6: FormDefinition, sjabloon: Path):
    made = reopened(maak_verslag(verslag(a6), sjabloon))
    properties = made.core_properties
    assert (properties.author, properties.last_modified_by, properties.language) == (IB, IB, "nl-NL")
    assert properties.title == "Verslag leerlingbespreking · Noor van den Berg · 23 november 2026"
    assert (properties.comments, properties.keywords, properties.category, properties.revision) == ("", "", "", 1)
    assert properties.created.year >= date.today().year
    language = made.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "nl-NL"
    assert "python-docx" not in made.element.xml + str(properties._element.xml)


def test_a_title_longer_than_a_property_may_be_is_cut_off(a6: FormDefinition, sjabloon: Path):
    stof = VerslagStof(School(), Leerling(roepnaam="Jan-" * 100), formulier(), a6, ib="I" * 300)
    properties = reopened(maak_verslag(stof, sjabloon)).core_properties
    assert len(properties.title) == len(properties.author) == 255


def test_heads_of_tables_are_repeated_and_rows_stay_whole(a6: FormDefinition, sjabloon: Path):
    made = maak_verslag(verslag(a6), sjabloon, volledig=True)
    tables = [table for table in made.tables if table.style.name == "Ruggespraak raster"]
    assert len(tables) == 5
    for table in tables:
        first, *others = (row._tr.trPr for row in table.rows)
        assert first.find(qn("w:tblHeader")) is not None
        for row in others:
            assert row.find(qn("w:tblHeader")) is None
            assert row.find(qn("w:cantSplit")) is not None


def test_a_row_that_fits_on_no_page_may_break(a6: FormDefinition, sjabloon: Path):
    row = {"_id": "1", "actie": "Een heel verhaal. " * 1000}
    made = maak_verslag(verslag(a6, antwoorden={"acties": {"acties": [row]}}), sjabloon, volledig=True)
    (table,) = (table for table in made.tables if table.style.name == "Ruggespraak raster")
    assert table.rows[1]._tr.trPr.find(qn("w:cantSplit")) is None


@pytest.mark.parametrize("stof", [VerslagStof, AgendaStof, LeegStof])
def test_working_notes_can_not_be_handed_over(stof: type):
    types = {str(field.type) for field in fields(stof)}
    assert not any(Werkaantekening.__name__ in each for each in types)


def test_who_is_without_a_name_still_gets_a_report(a6: FormDefinition, sjabloon: Path):
    stof = VerslagStof(School(), Leerling(roepnaam=NOOR.roepnaam), formulier(), a6)
    assert "[Subtitle] Noor\n" in as_text(maak_verslag(stof, sjabloon))
