"""Every field of every form of a consult and a route: kept, found, on screen and in Word."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.exports.sjabloon import template_path
from app.exports.stof import VerslagStof
from app.exports.verslag import maak_verslag
from app.models.forms.answers import visible
from app.models.forms.definition import Field, FormDefinition
from app.models.forms.roles import CONSULTROLLEN
from app.models.leerling import Leerling
from app.models.school import School
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.definities import load_definition
from app.storage.formulieren import Begin, Blad
from app.ui.database import Database
from app.ui.formulier.controller import FormController
from app.ui.formulier.paneel import FormPanel
from tests.exports.lezen import reopened, words_of
from tests.scenarios.test_elk_veld import answer_for, word_of

VANDAAG = date(2026, 11, 23)
WIE = "Joke Smit"
FORMS = (
    "consult_aanvraag_startgesprek",
    "consult_aanvraag_eenmalig",
    "consult_aanvraag_ao",
    "consultverslag",
    "opp",
    "mpo",
)
TEXTS = ("tekst", "regel", "persoon", "rijen", "matrix")
Found = tuple[Archive, Blad]


def answers_for(definitie: FormDefinition) -> dict[str, tuple[Any, str]]:
    """An answer to every field, by path, with the text by which it is known again: such that all of them are shown."""
    said = {field.pad: answer_for(field) for _, field in definitie.fields()}
    for _, field in definitie.fields():
        if field.toon_als:
            other, wanted = definitie.field(field.toon_als.veld), field.toon_als.is_[0]
            option = other.option(wanted)
            assert option is not None
            said[other.pad] = ([wanted] if other.soort == "meer" else wanted), option.label
    return said


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archief")


@pytest.fixture(scope="module", params=FORMS)
def filled(request: pytest.FixtureRequest, folder: Path) -> Iterator[Found]:
    """A form with an answer in every field."""
    archive = Archive(folder, bytes(32))
    noor = Leerling(roepnaam="Noor", achternaam="Berg")
    archive.add(noor, WIE)
    definitie = load_definition(request.param, None)
    form = formulieren.begin(archive, Begin(definitie, noor.id, VANDAAG, WIE), WIE)
    for pad, (value, _) in answers_for(definitie[0]).items():
        archive.write_answer(form, pad, value, WIE)
    yield archive, formulieren.open_blad(archive, form, VANDAAG)
    archive.close()


def fields_of(blad: Blad) -> list[Field]:
    return [field for _, field in blad.definitie.fields()]


def test_every_field_is_kept_and_shown(filled: Found):
    antwoorden = filled[1].formulier.antwoorden
    expected = answers_for(filled[1].definitie)
    for field in fields_of(filled[1]):
        assert antwoorden[field.sectie][field.id] == expected[field.pad][0], field.pad
        assert visible(field, antwoorden), field.pad


def test_every_word_is_found(filled: Found):
    archive, blad = filled
    for field in fields_of(blad):
        if field.soort in TEXTS:
            rows = archive.query(
                "SELECT record FROM zoekbaar JOIN zoek ON zoek.rowid = nummer WHERE zoek MATCH ?", (word_of(field),)
            )
            assert blad.formulier.id in [row["record"] for row in rows], field.pad


def test_every_field_is_in_word(filled: Found):
    blad = filled[1]
    stof = VerslagStof(School(), blad.leerling, blad.formulier, blad.definitie)
    text = words_of(reopened(maak_verslag(stof, template_path(None), volledig=True)))
    lines = [set(line.casefold().split()) for line in text.splitlines()]
    for pad, (_, words) in answers_for(blad.definitie).items():
        name = set(blad.definitie.field(pad).kort.casefold().split())
        assert any(name <= line for line in lines), pad  # its own label, or the heading right above that says the same
        assert words in text, pad


def test_every_field_is_on_screen_with_its_answer(qtbot, filled: Found):
    db = Database()
    panel = FormPanel(FormController(db, filled[1], lambda: WIE), lambda: VANDAAG)
    panel.controller.setParent(panel)
    qtbot.addWidget(panel)
    panel.show()
    expected = answers_for(filled[1].definitie)
    for field in (each for each in fields_of(filled[1]) if each.moment == "bespreking"):
        panel.show_section(field.sectie, focus=False)
        row = panel.page().row(field.pad)
        assert row is not None, field.pad
        assert row.isVisibleTo(panel), field.pad
        assert row.widget.value() == expected[field.pad][0], field.pad
    assert db.close()


def test_every_section_says_what_it_is_about():
    for name in FORMS:
        for section in load_definition(name, None)[0].secties:
            assert section.vraag, section.id
            assert section.hint, section.id


def test_every_role_of_a_consult_is_asked_somewhere():
    asked = {field.rol for name in FORMS for _, field in load_definition(name, None)[0].fields()}
    assert CONSULTROLLEN.keys() <= asked
