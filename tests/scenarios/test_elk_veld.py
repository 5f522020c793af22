"""Every field of every form, and one of the school itself: on screen, kept, found and in Word, from one definition."""

from datetime import date

import pytest
from docx import Document

from app.exports.bewaren import save_document
from app.exports.sjabloon import template_path
from app.exports.stof import VerslagStof
from app.exports.verslag import maak_verslag
from app.models.forms.answers import is_empty
from app.models.forms.loader import parse_definition
from app.models.leerling import Leerling
from app.models.school import School
from app.resources import resource
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.definities import load_definition
from app.ui.database import Database
from app.ui.formulier.controller import FormController
from app.ui.formulier.paneel import FormPanel

VANDAAG = date(2026, 11, 23)
EXTRA = """
[[sectie.veld]]
id = "zwemmen"
soort = "tekst"
label = "Hoe gaat het met zwemmen?"
kort = "Zwemmen"
"""
ZWEMMEN = "vervolg.zwemmen"
TEXT = (resource("formulieren", "leerlingbespreking.toml").read_text(encoding="utf-8")) + EXTRA
FIELDS = [field for _, field in parse_definition(TEXT, "leerlingbespreking.toml").fields()]
OPENS = {
    "plan.besluit": "handelingsplan",
    "begeleiding.nodig": "beide",
    "aanmelding.aanmelding": ["diagnostiek"],
    "ouders.hoe": "gesprek",
    "hulpvraag.gewenst_haalbaar": "nee",
}
"""Answers that bring other fields into sight."""


def word_of(field) -> str:
    """A word that stands in the answer to this field and nowhere else."""
    return f"kenmerk{field.sectie}{field.id}".replace("_", "")


def answer_for(field):
    """An answer to a field, and the text by which it is known again."""
    word = word_of(field)
    if field.pad in OPENS:
        value = OPENS[field.pad]
        first = value[0] if isinstance(value, list) else value
        return value, field.option(first).label
    if field.soort in ("keuze", "janee"):
        return field.opties[0].id, field.opties[0].label
    if field.soort == "meer":
        return [field.opties[0].id], field.opties[0].label
    if field.soort == "datum":
        return "2026-12-07", "7 december 2026"
    if field.soort == "rijen":
        texts = {each.id: word for each in field.kolommen if each.soort in ("tekst", "regel", "persoon")}
        return [{"_id": field.id, **texts}], word
    if field.soort == "matrix":
        return {field.rijen[0].id: {field.kolommen[0].id: word}}, word
    return word, word


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An archive whose school has a definition of its own, with a form in which every field has an answer."""
    folder = tmp_path_factory.mktemp("archief")
    own = folder / "formulieren"
    own.mkdir()
    (own / "leerlingbespreking.toml").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def form(folder):
    archive = Archive(folder, bytes(32))
    noor = Leerling(roepnaam="Noor", achternaam="Berg")
    archive.add(noor, "Anna de Wit")
    a6 = load_definition("leerlingbespreking", folder / "formulieren")
    form = formulieren.begin(archive, formulieren.Begin(a6, noor.id, VANDAAG, "Joke Smit"), "Anna de Wit")
    for field in FIELDS:
        archive.write_answer(form, field.pad, answer_for(field)[0], "Joke Smit")
    archive.close()
    return form


@pytest.fixture
def blad(folder, form):
    archive = Archive(folder, bytes(32))
    yield formulieren.open_blad(archive, form, VANDAAG)
    archive.close()


@pytest.fixture
def in_word(blad, tmp_path):
    """All text of the whole form in Word."""
    stof = VerslagStof(School(naam="De Wilg"), blad.leerling, blad.formulier, blad.definitie, ib="Anna de Wit")
    path = save_document(maak_verslag(stof, template_path(None), volledig=True), tmp_path, "verslag.docx")
    return "\n".join(text.text or "" for text in Document(str(path)).element.body.iter() if text.tag.endswith("}t"))


@pytest.fixture
def panel(qtbot, folder, blad):
    db = Database()
    panel = FormPanel(FormController(db, blad, lambda: "Joke Smit"), lambda: VANDAAG)
    panel.controller.setParent(panel)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    assert db.close()


def test_all_eight_sections_are_there(blad):
    assert [section.titel for section in blad.definitie.secties] == [
        "Hulpvraag van de leraar",
        "Welke acties zijn recent ondernomen en met welk resultaat?",
        "Onderwijsbehoeften van de leerling?",
        "Groepsplan, individueel handelingsplan",
        "Begeleidingsbehoeften van de leraar",
        "Aanmelding interne of externe zorg",
        "Afstemming met ouders",
        "Samenvatten van afspraken en plannen vervolgstappen",
    ]
    assert blad.definitie.has_field(ZWEMMEN)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.pad)
def test_a_field_is_kept(blad, field):
    assert blad.formulier.antwoorden[field.sectie][field.id] == answer_for(field)[0]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.pad)
def test_a_field_is_in_word(in_word, field):
    assert answer_for(field)[1] in in_word
    assert field.kort in in_word


@pytest.mark.parametrize(
    "field",
    [each for each in FIELDS if each.soort in ("tekst", "regel", "persoon", "rijen", "matrix")],
    ids=lambda f: f.pad,
)
def test_a_field_is_found(folder, form, field):
    archive = Archive(folder, bytes(32))
    rows = archive.query(
        "SELECT record FROM zoekbaar JOIN zoek ON zoek.rowid = nummer WHERE zoek MATCH ?", (word_of(field),)
    )
    archive.close()
    assert [row["record"] for row in rows] == [form]


@pytest.mark.parametrize("section", dict.fromkeys(field.sectie for field in FIELDS))
def test_every_field_of_a_section_is_on_screen_with_its_answer(panel, section):
    panel.show_section(section, focus=False)
    asked = [field for field in FIELDS if field.sectie == section and field.moment == "bespreking"]
    for field in asked:
        row = panel.page().row(field.pad)
        assert row is not None
        assert row.isVisibleTo(panel), field.pad
        shown = row.widget.value()
        assert not is_empty(shown), field.pad
        assert shown == answer_for(field)[0], field.pad
