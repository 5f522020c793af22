"""Whatever stands in a form, the document opens and holds it; and long forms take no longer than their length."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from app.exports.notitie import maak_notitie
from app.exports.opschonen import clean
from app.exports.papier import maak_agenda, maak_leeg_formulier
from app.exports.stof import AgendaPunt, AgendaStof, LeegStof, VerslagStof
from app.exports.uitnodiging import maak_uitnodigingen
from app.exports.verslag import maak_verslag
from app.models.bespreking import Bespreking
from app.models.forms.definition import Field, FormDefinition
from app.models.forms.loader import parse_definition
from app.models.leerling import Leerling
from app.models.school import School
from app.resources import resource
from tests.exports.lezen import reopened, words_of
from tests.exports.test_uitnodiging import SANNE, pile
from tests.exports.voorbeeld import formulier, verslag

A6 = parse_definition(resource("formulieren", "leerlingbespreking.toml").read_text(encoding="utf-8"), "a6")
SHIPPED = resource("sjablonen", "ruggespraak.docx")
TEXT = st.text(st.characters(codec=None))


def without_blanks(text: str) -> str:
    """What is left of a text when only its visible characters count; bullets are the list's own."""
    return "".join(each for each in clean(text) if not each.isspace() and each not in "-*•·–—▪◦●‣⁃")


def answer(field: Field, text: str) -> Any:
    """An answer with a text wherever the field takes one."""
    match field.soort:
        case "keuze" | "janee":
            return field.opties[0].id
        case "meer":
            return [field.opties[-1].id]
        case "datum":
            return "2026-12-14"
        case "rijen":
            return [{"_id": "1", **{column.id: text for column in field.kolommen}}]
        case "matrix":
            return {row.id: {column.id: text for column in field.kolommen} for row in field.rijen}
        case _:
            return text


def filled(text: str) -> dict[str, dict[str, Any]]:
    return {section.id: {field.id: answer(field, text) for field in section.velden} for section in A6.secties}


@given(text=TEXT, name=TEXT)
def test_any_text_in_any_field_comes_out_as_it_went_in(text: str, name: str):
    stof = VerslagStof(
        School(naam=name),
        Leerling(roepnaam=name),
        formulier(antwoorden=filled(text), spreker=name, verslag=text, secties={}),
        A6,
        groep=name,
        aanwezigen=(name, text),
        ib=name,
    )
    found = without_blanks(words_of(reopened(maak_verslag(stof, SHIPPED, volledig=True))))
    assert without_blanks(text) in found
    assert without_blanks(name) in found
    maak_notitie(stof).encode()


@given(text=TEXT)
def test_any_text_can_be_on_paper(text: str):
    agenda = AgendaStof(
        School(naam=text),
        Bespreking(tijd=text, onderwerp=text, aanwezigen=(text,)),
        (AgendaPunt(text, text, text),),
        ib=text,
    )
    assert without_blanks(text) in without_blanks(words_of(reopened(maak_agenda(agenda, SHIPPED))))
    blank = reopened(maak_leeg_formulier(LeegStof(School(naam=text), A6, text, text), SHIPPED))
    assert without_blanks(text) in without_blanks(words_of(blank))


@given(text=TEXT)
def test_any_text_can_be_in_a_letter(text: str):
    around = replace(SANNE, leerling=text, aan=(text,), adres=text, met=(text,), waarover=text, bijlage=text)
    found = without_blanks(words_of(reopened(maak_uitnodigingen(pile(around, SANNE), SHIPPED))))
    assert without_blanks(text) in found


@pytest.mark.parametrize(
    "text",
    ["woord " * 170_000, "a" * 1_000_000, "regel\n" * 170_000, "- punt\n  verder\n" * 60_000, "\n" * 1_000_000],
    ids=["words", "one word", "lines", "list", "empty lines"],
)
def test_a_million_characters_are_no_trouble(a6: FormDefinition, sjabloon: Path, text: str):
    stof = verslag(a6, antwoorden={"hulpvraag": {"thuis": text}}, verslag=text)
    made = maak_verslag(stof, sjabloon, volledig=True)
    note = maak_notitie(stof)
    assert made.element.xml.count("<w:t ") > 0
    assert len(note) <= len(text) + 10


def test_a_table_of_hundreds_of_rows_is_whole(a6: FormDefinition, sjabloon: Path):
    actions = [{"_id": str(at), "actie": "Lezen met een maatje", "periode": "mei"} for at in range(800)]
    made: Document = maak_verslag(verslag(a6, antwoorden={"acties": {"acties": actions}}), sjabloon, volledig=True)
    assert len(made.tables[-1].rows) == 801
