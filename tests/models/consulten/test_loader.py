"""A kind of consult is read from its file, and every mistake in it is named with its place."""

import pytest

from app.models.consulten.definition import NOG_ONBEKEND
from app.models.consulten.loader import controleer
from app.models.forms.toml_table import DefinitionError
from tests.models.consulten import voorbeeld
from tests.models.consulten.voorbeeld import SOORT, meegeleverd

SHIPPED = ("startgesprek_swv", "eenmalig_consult", "analyse_ondersteuning")


@pytest.mark.parametrize("naam", SHIPPED)
def test_a_shipped_kind_fits_its_form_and_asks_the_three_steps_of_the_portal(naam: str):
    soort, form = meegeleverd(naam)
    controleer(soort, form, f"{naam}.toml")
    assert [stap.waar for stap in soort.stappen] == ["Leerling invoeren", "Leerlingen", "Consult"]
    assert [stap.alleen_als for stap in soort.stappen] == [NOG_ONBEKEND, "", ""]
    assert soort.groep


def test_a_startgesprek_is_one_conversation_of_four_hours_with_the_parents():
    soort, _ = meegeleverd("startgesprek_swv")
    assert (soort.max_minuten, soort.ouders, soort.vragers) == (240, "aanwezig", ("leerkracht", "ib", "ouders"))
    assert soort.kernpartners == ("jeugdgezondheidszorg", "buurtteam", "leerplicht")
    assert [each.vervolg for each in soort.uitkomsten] == ["", "analyse_ondersteuning"]
    eisen = {each.id: each.verplicht for each in soort.bijlagen}
    assert eisen["lovs"] == eisen["oudergesprekken"] == "ja"
    assert eisen["opp"] == eisen["onderzoek"] == "indien_aanwezig"


def test_an_eenmalig_consult_offers_the_same_annexes_and_demands_none():
    eenmalig, start = meegeleverd("eenmalig_consult")[0], meegeleverd("startgesprek_swv")[0]
    assert [each.id for each in eenmalig.bijlagen] == [each.id for each in start.bijlagen]
    assert {each.verplicht for each in eenmalig.bijlagen} == {"nee"}
    assert (eenmalig.ouders, eenmalig.vragers, eenmalig.max_minuten) == ("keuze", ("leerkracht", "ib"), 0)


def test_another_samenwerkingsverband_is_a_file():
    soort = voorbeeld.soort()
    controleer(soort, voorbeeld.formulier(), "meedenkuur.toml")
    assert (soort.titel, soort.portaal, soort.groep, soort.kort) == ("Meedenkuur", "Loket Oost", False, "Meedenkuur")
    stap, punt, klaar = soort.stap("mail"), soort.punt("tekening"), soort.uitkomst("klaar")
    assert (stap and stap.waar, punt and punt.verplicht, klaar and klaar.vervolg) == ("Contact", "ja", "")
    assert soort.stap("fax") is soort.punt("foto") is soort.uitkomst("nooit") is None


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('titel = "Meedenkuur"', "", "‘titel’ ontbreekt"),
        ('["ib"]', '["directeur"]', "vragers kent geen ‘directeur’"),
        ('ouders = "keuze"', 'ouders = "keus"', "waarschijnlijk bedoel je ‘keuze’"),
        ("max_minuten = 90", "max_minuten = 0", "‘max_minuten’ moet een heel getal zijn"),
        ('waar = "Contact"', "", "stap ‘mail’: ‘waar’ ontbreekt"),
        ('waar = "Contact"', 'waar = "Contact"\nalleen_als = "soms"', "stap ‘mail’: alleen_als ‘soms’ bestaat niet"),
        ('verplicht = "ja"', 'verplicht = "jawel"', "bijlage ‘tekening’: verplicht ‘jawel’ bestaat niet"),
        ('id = "opp"', 'id = "tekening"', "bijlage ‘tekening’ staat er twee keer"),
        ('soort = "ingevuld"', 'soort = "gevuld"', "vereiste ‘vraag’: soort ‘gevuld’ bestaat niet"),
        ('is = ["ja"]', "", "vereiste ‘kind’: ‘is’ ontbreekt"),
        ('veld = "hulpvraag"', 'veld = "hulpvraag"\nis = ["ja"]', "vereiste ‘vraag’: ‘is’ kan hier niet staan"),
        ('id = "klaar"', 'id = "klaar"\nvervolg = "iets"', "elke uitkomst vraagt een vervolg"),
        ('id = "mail"', 'id = "Mail"', "stap 1: id ‘Mail’ kan niet"),
        ("[[stap]]", "[[stop]]", "‘stop’ kan hier niet staan"),
    ],
)
def test_a_mistake_is_named_with_its_place(old: str, new: str, complaint: str):
    assert old in SOORT
    with pytest.raises(DefinitionError, match=complaint) as caught:
        voorbeeld.soort(SOORT.replace(old, new, 1))
    assert str(caught.value).startswith("In meedenkuur.toml")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('veld = "hulpvraag"', 'veld = "hulproep"', "vereiste ‘vraag’: .*geen veld met rol of pad ‘hulproep’"),
        ("vraag.kind_weet", "vraag.kind_wist", "vereiste ‘kind’: .*‘vraag.kind_wist’"),
        ('is = ["ja"]', 'is = ["misschien"]', "vereiste ‘kind’: ‘vraag.kind_weet’ kent geen antwoord ‘misschien’"),
        ("vraag.kind_weet", "hulpvraag", "kies een veld waarbij iets te kiezen valt"),
    ],
)
def test_a_requirement_that_the_form_can_not_meet_is_named(old: str, new: str, complaint: str):
    soort = voorbeeld.soort(SOORT.replace(old, new, 1))
    with pytest.raises(DefinitionError, match=complaint):
        controleer(soort, voorbeeld.formulier(), "meedenkuur.toml")
