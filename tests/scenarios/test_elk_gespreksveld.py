"""Every field of every form that reports a conversation: kept, found, on screen, in Word and in the note."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.exports.notitie import maak_notitie
from app.exports.sjabloon import template_path
from app.exports.stof import GesprekStof, VerslagStof
from app.exports.verslag import maak_verslag
from app.models.forms.definition import Field
from app.models.gesprek import Gesprek
from app.models.leerling import Leerling
from app.models.school import School
from app.storage import formulieren, gespreksverslag
from app.storage.archive import Archive
from app.storage.formulieren import Blad
from app.storage.schooljaren import beleid_van
from app.ui.database import Database
from app.ui.formulier.controller import FormController
from app.ui.formulier.paneel import FormPanel
from tests.exports.lezen import reopened, words_of
from tests.scenarios.test_elk_veld import answer_for, word_of

VANDAAG = date(2026, 11, 23)
JAAR, WIE = "2026-2027", "Joke Smit"
SOORTEN = ("startgesprek", "rapportgesprek", "kindgesprek", "verwijzingsgesprek", "overig")
TEXTS = ("tekst", "regel", "persoon", "rijen")
Found = tuple[Archive, Blad]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archief")


@pytest.fixture(
    scope="module", params=["startgesprek", "rapportgesprek", "kindgesprek", "verwijzingsgesprek", "overig"]
)
def filled(request: pytest.FixtureRequest, folder: Path) -> Iterator[Found]:
    """The form of a kind of the policy, with an answer in every field."""
    archive = Archive(folder, bytes(32))
    noor = Leerling(roepnaam="Noor", achternaam="Berg", jaargroep="8")
    gesprek = Gesprek(schooljaar=JAAR, soort=request.param, leerling=noor.id, datum=VANDAAG)
    for record in (noor, gesprek):
        archive.add(record, WIE)
    form = gespreksverslag.begin_verslag(archive, gesprek.id, WIE, WIE)
    for _, field in formulieren.open_blad(archive, form, VANDAAG).definitie.fields():
        archive.write_answer(form, field.pad, answer_for(field)[0], WIE)
    yield archive, formulieren.open_blad(archive, form, VANDAAG)
    archive.close()


def fields_of(blad: Blad) -> list[Field]:
    return [field for _, field in blad.definitie.fields()]


def stof(blad: Blad) -> VerslagStof:
    return VerslagStof(School(), blad.leerling, blad.formulier, blad.definitie, gesprek=GesprekStof())


def test_every_kind_of_the_policy_has_its_form(filled: Found):
    archive, blad = filled
    assert blad.gesprek is not None
    soort = beleid_van(archive, JAAR).soort(blad.gesprek.soort)
    assert soort is not None
    assert soort.formulier == blad.formulier.soort


def test_every_field_is_kept(filled: Found):
    antwoorden = filled[1].formulier.antwoorden
    for field in fields_of(filled[1]):
        assert antwoorden[field.sectie][field.id] == answer_for(field)[0], field.pad


def test_every_word_is_found(filled: Found):
    archive, blad = filled
    for field in fields_of(blad):
        if field.soort in TEXTS:
            rows = archive.query(
                "SELECT record FROM zoekbaar JOIN zoek ON zoek.rowid = nummer WHERE zoek MATCH ?", (word_of(field),)
            )
            assert blad.formulier.id in [row["record"] for row in rows], field.pad


def test_every_field_is_in_word_and_all_but_who_was_there_begins_the_note(filled: Found):
    text = words_of(reopened(maak_verslag(stof(filled[1]), template_path(None), volledig=True)))
    note = maak_notitie(stof(filled[1]))
    for field in fields_of(filled[1]):
        assert field.kort in text, field.pad
        assert answer_for(field)[1] in text, field.pad
        assert field.rol == "aanwezig" or answer_for(field)[1] in note, field.pad


def test_every_field_is_on_screen_with_its_answer(qtbot, filled: Found):
    db = Database()
    panel = FormPanel(FormController(db, filled[1], lambda: WIE), lambda: VANDAAG)
    panel.controller.setParent(panel)
    qtbot.addWidget(panel)
    panel.show()
    for field in fields_of(filled[1]):
        panel.show_section(field.sectie, focus=False)
        row = panel.page().row(field.pad)
        assert row is not None, field.pad
        assert row.isVisibleTo(panel), field.pad
        assert row.widget.value() == answer_for(field)[0], field.pad
    assert db.close()
