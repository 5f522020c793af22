"""Finding things again: by the words in them, whatever is typed."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.models.bespreking import Afspraak, Bespreking, Definitie, Formulier
from app.models.consult import Bijlage, Consult
from app.models.leerling import Leerling
from app.models.school import Groep
from app.storage import zoeken
from app.storage.archive import Archive

AUTHOR = "Test"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory):
    archive = Archive(tmp_path_factory.mktemp("zoeken"), bytes(32))
    definitie = Definitie(id="d", naam="leerlingbespreking")
    groep = Groep(id="g56", naam="5/6", schooljaar="2026-2027", jaargroepen=("5", "6"))
    noor = Leerling(id="noor", roepnaam="Noor", voorvoegsel="van den", achternaam="Berg", groep="g56", sorteernaam="b")
    chloe = Leerling(id="chloe", roepnaam="Chloë", achternaam="Noordhof", sorteernaam="n")
    weg = Leerling(id="weg", roepnaam="Noortje", achternaam="Aals", gearchiveerd_op="2026-01-01", sorteernaam="a")
    dubbel = Leerling(id="dubbel", voornamen="Jean-Luc Marie", achternaam="O'Brien-Şahin", sorteernaam="o")
    for record in (definitie, groep, noor, chloe, weg, dubbel):
        archive.add(record, AUTHOR)
    for pupil, text in (("noor", "Tafels oefenen met de tablet"), ("chloe", "Lezen met een maatje; tablet helpt")):
        antwoorden = {"acties": {"rijen": [{"_id": "r1", "actie": text, "resultaat": "werkte_deels"}]}}
        form = Formulier(
            id=f"f-{pupil}", definitie="d", leerling=pupil, stam=f"f-{pupil}", datum=date(2026, 11, 2),
            antwoorden=antwoorden,
        )  # fmt: skip
        archive.add(form, AUTHOR)
    archive.add(Afspraak(id="a1", leerling="noor", wat="Ouders bellen over de tablet", voor=date(2026, 12, 1)), AUTHOR)
    archive.add(Bespreking(id="b1", groep="g56", datum=date(2026, 11, 30)), AUTHOR)
    archive.add(Bespreking(id="b2", onderwerp="Overdracht naar groep 7", datum=date(2026, 6, 30)), AUTHOR)
    yield archive
    archive.close()


def ids(found: list[zoeken.Treffer]) -> list[str]:
    return [each.id for each in found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("noor", ["noor", "chloe", "weg"]),  # own name before surname, who left comes last
        ("NOOR ber", ["noor"]),
        ("noor van den berg", ["noor"]),
        ("berg noor", ["noor"]),
        ("chloe", ["chloe"]),  # without the accent
        ("Chloë", ["chloe"]),  # composed in two characters
        ("sahin", ["dubbel"]),
        ("o'brien-ş", ["dubbel"]),
        ("luc", ["dubbel"]),
        ("tablet", []),
        ("", []),
        (' "*^:() ', []),
    ],
)
def test_a_pupil_is_found_by_any_part_of_the_name(archive: Archive, typed: str, expected: list[str]):
    assert ids(zoeken.leerlingen(archive, typed)) == expected


def test_a_form_is_found_by_its_answers_and_shows_where(archive: Archive):
    found = zoeken.formulieren(archive, "tafels tab")
    assert ids(found) == ["f-noor"]
    assert found[0].titel == "Noor van den Berg"
    marked = f"{zoeken.FOUND_BEGIN}Tafels{zoeken.FOUND_END} oefenen met de {zoeken.FOUND_BEGIN}tablet{zoeken.FOUND_END}"
    assert found[0].fragment.replace("\n", " ") == f"{marked} werkte deels"  # a choice in words, not by its id


def test_agreements_meetings_and_groups_are_found(archive: Archive):
    assert ids(zoeken.afspraken(archive, "ouders bel")) == ["a1"]
    assert ids(zoeken.besprekingen(archive, "bespreking 5")) == ["b1"]
    assert ids(zoeken.besprekingen(archive, "overd")) == ["b2"]
    assert ids(zoeken.groepen(archive, "5")) == ["g56"]


def test_an_annex_is_found_by_its_file_name_where_it_stands(archive: Archive):
    with archive.batch():
        archive.add(Consult(id="c1", leerling="noor", definitie="d"), AUTHOR)
        for van, naam in ((None, "Dyslexieonderzoek 2024.pdf"), ("c1", "Dyslexieverklaring.docx")):
            archive.add(Bijlage(leerling="noor", van=van, naam=naam), AUTHOR)
    found = zoeken.bijlagen(archive, "dyslexie")
    assert sorted((each.kind, each.id) for each in found) == [("consult", "c1"), ("leerling", "noor")]
    assert f"{zoeken.FOUND_BEGIN}Dyslexieonderzoek{zoeken.FOUND_END} 2024.pdf" in {each.fragment for each in found}
    assert zoeken.bijlagen(archive, "dyslexie", only="chloe") == []


def test_with_one_pupil_on_screen_no_other_is_found(archive: Archive):
    assert ids(zoeken.leerlingen(archive, "noor", only="noor")) == ["noor"]
    assert ids(zoeken.formulieren(archive, "tablet", only="noor")) == ["f-noor"]
    assert ids(zoeken.afspraken(archive, "tablet", only="chloe")) == []


def test_forms_of_found_pupils_come_along(archive: Archive):
    assert ids(zoeken.formulieren_van(archive, ["noor", "weg"])) == ["f-noor"]
    assert zoeken.formulieren_van(archive, []) == []


def test_what_is_deleted_is_not_found(archive: Archive):
    with archive.batch():
        archive.add(Leerling(id="tijdelijk", roepnaam="Zebedeus"), AUTHOR)
    assert ids(zoeken.leerlingen(archive, "zebedeus")) == ["tijdelijk"]
    archive.delete("leerling", "tijdelijk", AUTHOR)
    assert zoeken.leerlingen(archive, "zebedeus") == []


@given(st.text(max_size=40))
@example("NEAR(a b)")
@example('"')
@example("a OR b")
@example("kind : leerling")
@example("-noor")
@example("noor*")
@example("\x00\x02")
@example("_")
@example("ⅷ ² ߀")
def test_nothing_that_can_be_typed_is_read_as_a_query(archive: Archive, typed: str):
    for search in (zoeken.leerlingen, zoeken.formulieren, zoeken.afspraken, zoeken.bijlagen, zoeken.groepen):
        search(archive, typed)
    zoeken.besprekingen(archive, typed)
