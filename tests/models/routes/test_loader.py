"""A route is read from its file, another samenwerkingsverband's too, and every mistake is named with its place."""

from pathlib import Path

import pytest

from app.models.forms.toml_table import DefinitionError
from app.models.routes.loader import parse_route
from app.resources import resource

OTHER = Path(__file__).with_name("andere_route.toml").read_text("utf-8")


@pytest.fixture(scope="module")
def po2001():
    return parse_route(resource("routes", "po2001.toml").read_text("utf-8"), "po2001.toml")


def test_the_shipped_route_has_the_seven_blocks_of_its_source(po2001):
    assert [each.titel for each in po2001.stations] == [
        "School",
        "Overdracht naar RVZ",
        "MPO",
        "RVZ en coördinator",
        "Coördinator neemt deel aan het MPO",
        "Coördinator deelverband",
        "Management SWV",
    ]
    assert [each.aan_zet for each in po2001.stations] == [
        "ib",
        "rvz",
        "rvz",
        "rvz",
        "coordinator",
        "coordinator",
        "swv",
    ]
    assert all(each.wie and each.waarom and each.wat and each.hoe for each in po2001.stations)
    assert all(each.kan_einde for each in po2001.stations)


def test_agreement_ends_it_and_block_four_needs_disagreement(po2001):
    assert po2001.einde_bij == ("overeenstemming",)
    assert {each.id: each.alleen_bij for each in po2001.stations if each.alleen_bij} == {
        "rvz_coordinator": ("geen_overeenstemming",)
    }
    assert [each.naar for each in po2001.station("mpo").naar] == ["rvz_coordinator", "mpo_coordinator"]


def test_the_opp_is_demanded_when_handing_over_even_when_one_skips(po2001):
    opp = po2001.station("school").vereiste("opp")
    assert (opp.soort, opp.altijd) == ("opp", True)
    assert [each.soort for each in po2001.station("rvz_coordinator").vereisten][:2] == ["opp", "ondersteuningsvraag"]


def test_places_of_the_network_wait_for_the_money(po2001):
    swv = po2001.station("swv")
    for name in ("deelverband_5", "onderwijs_zorg", "tussenvoorziening", "observatieplek", "maatwerk_onderwijstijd"):
        mits = swv.besluit(name).mits
        assert (mits.besluit, mits.vraag, mits.is_) == ("geld_volgt_leerling", "akkoord", ("ja",))
    maatwerk = swv.besluit("maatwerk_onderwijstijd")
    assert [each.id for each in maatwerk.vraagt if each.verplicht] == ["voor_wie", "hoe_lang"]


def test_another_samenwerkingsverband_has_its_own_route():
    route = parse_route(OTHER, "andere_route.toml")
    assert (route.naam, route.versie, len(route.stations)) == ("zuiderlicht", 4, 3)
    assert route.station("plaatsing").alleen_bij == ("overeenstemming",)
    assert route.station("team").kort == "Ondersteuningsteam"
    assert route.plek("loket") == 1
    with pytest.raises(KeyError):
        route.station("rvz")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("versie = 4", "", "‘versie’ ontbreekt"),
        ('aan_zet = "beleid"', 'aan_zet = "beleit"', "station ‘loket’: aan_zet .*waarschijnlijk bedoel je ‘beleid’"),
        ('titel = "Loket"', 'titel = "Loket"\nwei = "x"', "station ‘loket’: ‘wei’ kan hier niet staan"),
        ('[[station.naar]]\nstation = "loket"', "", "bij station ‘loket’ kom je nooit"),
        ('station = "loket"', 'station = "lokket"', "station ‘team’: ‘naar’ noemt station ‘lokket’"),
        ('station = "loket"', 'station = "team"', "station ‘team’: ‘naar’ noemt dit station zelf"),
        ('id = "loket"', 'id = "team"', "station ‘team’ staat er twee keer"),
        ('id = "loket"', 'id = "einde"', "een station kan niet ‘einde’ heten"),
        ('leidt_naar = "plaatsing"', 'leidt_naar = "einde"', "besluit ‘plek’ leidt naar ‘einde’"),
        (
            'besluit = "advies"',
            'besluit = "plek"',
            "besluit ‘plek’, mits: besluit ‘plek’ is niet een besluit dat eerder",
        ),
        ('is = ["verhuizen"]', 'is = ["weg"]', "mits: vraag ‘soort’ kent geen ‘weg’"),
        ('vraag = "soort", ', "", "mits: ‘is’ hoort niet zonder ‘vraag’"),
        ('soort = "toestemming"', 'soort = "opp_klaar"', "vereiste ‘akkoord’: soort ‘opp_klaar’ bestaat niet"),
        ('soort = "toestemming"', 'soort = "mpo_uitkomst"', "station ‘team’: hier wordt om een MPO gevraagd"),
        ('soort = "toestemming"', 'soort = "besluit"\nbesluit = "x"', "besluit ‘x’ is niet een besluit van dit"),
        ('["overeenstemming"]', '["eens"]', "alleen_bij kent geen uitkomst ‘eens’"),
        (
            "versie = 4",
            'versie = 4\neinde_bij = ["overeenstemming"]',
            "station ‘plaatsing’: ‘alleen_bij’ noemt een uitk",
        ),
        ('titel = "Ondersteuningsteam"', 'titel = "T"\nalleen_bij = ["vervolg"]', "dan is er nog geen MPO geweest"),
        ('\n[[station.naar]]\nstation = "plaatsing"\n\n\n', "\n", "station ‘loket’: hier loopt de route dood"),
    ],
)
def test_a_mistake_is_named_with_its_place(old, new, complaint):
    assert old in OTHER
    with pytest.raises(DefinitionError, match=complaint) as caught:
        parse_route(OTHER.replace(old, new, 1), "andere_route.toml")
    assert str(caught.value).startswith("In andere_route.toml")
