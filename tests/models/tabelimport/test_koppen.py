"""The headings people use, in the file that ships with the program."""

import pytest

from app.models.forms.toml_table import DefinitionError
from app.models.tabelimport.indeling import klachten, raad
from app.models.tabelimport.koppen import SOORTEN, Gok, Koppen, parse_koppen
from app.models.tabelimport.tabel import Tabel
from app.resources import resource


@pytest.fixture(scope="module")
def koppen() -> Koppen:
    return parse_koppen(resource("tabelkoppen.toml").read_text("utf-8"), "tabelkoppen.toml")


@pytest.mark.parametrize(
    ("kop", "veld", "relatie"),
    [
        ("Roepnaam", "roepnaam", ""),
        ("VOORNAAM", "roepnaam", ""),
        ("Tussenvoegsel", "tussenvoegsel", ""),
        ("Voorvoegsel", "tussenvoegsel", ""),
        ("Klasnaam", "groep", ""),
        ("Stamgroep", "groep", ""),
        ("Leerjaar", "jaargroep", ""),
        ("Geboortedatum (dd-mm-jjjj)", "geboortedatum", ""),
        ("Naam leerling", "naam", ""),
        ("Ouder 1", "ouder1_naam", ""),
        ("Naam ouder/verzorger 2", "ouder2_naam", ""),
        ("2e verzorger - tel. mobiel", "ouder2_telefoon", ""),
        ("E-mailadres", "ouder1_email", ""),
        ("Moeder: e-mail", "ouder1_email", "moeder"),
        ("Telefoonnummer vader", "ouder2_telefoon", "vader"),
        ("Gezag", "ouder1_gezag", ""),
        ("Gezinsnr.", "gezin", ""),
        ("Ondersteuningsniveau", "niveau", ""),
        ("Zorgniveau", "niveau", ""),
        ("OPP t/m", "opp_tot", ""),
        ("Begindatum handelingsplan", "plan_van", ""),
    ],
)
def test_a_heading_says_what_the_column_holds(koppen: Koppen, kop: str, veld: str, relatie: str):
    assert koppen.veld(kop) == Gok(veld, relatie)
    assert koppen.titel(veld)


@pytest.mark.parametrize("kop", ["", "BSN", "Schoenmaat", "kolom 3", "Telefoon (2)"])
def test_what_says_nothing_is_left_alone(koppen: Koppen, kop: str):
    assert koppen.veld(kop) is None


def test_every_field_belongs_to_something_people_know(koppen: Koppen):
    assert {each.soort for each in koppen.velden} == set(SOORTEN)
    assert len({each.id for each in koppen.velden}) == len(koppen.velden)


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("x = 1", "‘x’ kan hier niet staan"),
        ("[[veld]]\nid='a'\ntitel='A'\nhoort_bij='leerling'\nkoppen=['k']", "‘persoon’ ontbreekt"),
        (
            "[[veld]]\nid='a'\ntitel='A'\nhoort_bij='leerling'\nkoppen=['k']\n"
            "[[veld]]\nid='b'\ntitel='B'\nhoort_bij='leerling'\nkoppen=['K.']\n"
            "[[persoon]]\nouder=1\nnamen=['ouder']\n[[ouderveld]]\nid='naam'\ntitel='naam'\nkoppen=['naam']",
            "de kop ‘k’ staat ook bij een ander veld",
        ),
        ("[[veld]]\nid='a'\ntitel='A'\nhoort_bij='hond'\nkoppen=['k']", "hoort_bij ‘hond’ bestaat niet"),
    ],
)
def test_a_mistake_in_the_file_is_named(toml: str, sentence: str):
    with pytest.raises(DefinitionError, match=sentence):
        parse_koppen(toml, "tabelkoppen.toml")


def test_a_table_is_laid_out_by_its_headings_and_can_be_laid_out_otherwise(koppen: Koppen):
    tabel = Tabel(("Voornaam", "Naam", "Groep", "Naam vader", "Roepnaam", "Iets"), ())
    found = raad(tabel, koppen)
    assert found.kolommen == ("roepnaam", "naam", "groep", "ouder2_naam", "", "")
    assert found.relaties == {2: "vader"}
    assert found.met(5, "naam").kolommen == ("roepnaam", "", "groep", "ouder2_naam", "", "naam")
    assert klachten(found) == []


@pytest.mark.parametrize(
    ("kop", "sentence"),
    [
        (("Groep", "Niveau"), "de naam van de leerling"),
        (("Naam", "Niveau"), "de geboortedatum of de groep"),
        (("Naam", "Groep"), "wat je wilt inlezen"),
        (("Naam", "Groep", "Telefoon"), "de naam van ouder 1"),
        (("Naam", "Groep", "Sinds"), "het niveau zelf"),
        (("Naam", "Groep", "Onderwerp"), "vanaf wanneer het plan loopt"),
        (("Naam", "Groep", "OPP tot"), "vanaf wanneer het OPP loopt"),
    ],
)
def test_what_the_columns_lack_is_said(koppen: Koppen, kop: tuple[str, ...], sentence: str):
    assert any(sentence in each for each in klachten(raad(Tabel(kop, ()), koppen)))
