"""A policy is read from its file, and every mistake in it is named with its place."""

import pytest

from app.models.forms.toml_table import DefinitionError
from app.models.gespreksbeleid.definition import Regel
from app.models.gespreksbeleid.loader import parse_beleid
from app.storage.schooljaren import beleidstekst, meegeleverd

SMALL = """
naam = "klein"
titel = "Klein beleid"
verslag = { dagen = 5, telt = "schooldagen" }
[[rapport]]
id = "winter"
titel = "Winterrapport"
maand = 1
[[soort]]
id = "praatje"
titel = "Praatje"
categorie = "Kindgesprek"
vragen = "kind"
formulier = "kindgesprek"
[[soort.moment]]
id = "na_winter"
titel = "Na het rapport"
jaargroepen = ["3", "4"]
regel = { soort = "na_rapport", rapport = "winter" }
"""


def test_the_shipped_policies_are_the_papers_own_and_the_one_of_the_law():
    wettelijk, bron = meegeleverd().values()
    assert [each.id for each in wettelijk.soorten] == [each.id for each in bron.soorten]
    start = bron.soort("startgesprek")
    assert (start.minuten, start.planner, start.extra_bij, start.plan_bespreken) == (10, "parro", ("opp",), True)
    rapport = bron.soort("rapportgesprek")
    assert (rapport.minuten, rapport.leerling_vanaf) == (15, 5)
    assert [rapport.met_leerling(year) for year in ("4", "5", "8")] == [False, True, True]
    assert [moment.verplicht for moment in rapport.momenten] == [True, False]
    assert bron.soort("kindgesprek").ouders is False
    assert bron.verslag == wettelijk.verslag
    assert (bron.verslag.dagen, bron.verslag.telt, bron.niveau_vanaf) == (7, "kalenderdagen", 3)
    assert bron.moment("verwijzing_definitief")[1].regel == Regel("maand", maand=2)
    assert wettelijk.moment("advies_definitief")[1].regel == Regel("periode", van=(3, 15), tot=(3, 24))


def test_a_policy_of_a_school_may_have_other_kinds_and_moments():
    beleid = parse_beleid(SMALL, "klein.toml")
    soort, moment = beleid.moment("na_winter")
    assert (soort.titel, soort.minuten, soort.planner, moment.jaargroepen) == ("Praatje", 0, "", ("3", "4"))
    assert beleid.moment("start") is None
    assert beleid.rapport("winter").maand == 1


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('titel = "Praatje"', "", "soort ‘praatje’: ‘titel’ ontbreekt"),
        ('rapport = "winter"', 'rapport = "wintr"', "moment ‘na_winter’, regel: .*waarschijnlijk bedoel je ‘winter’"),
        ('"na_rapport", rapport', '"maand", maand', "‘maand’ moet een heel getal zijn"),
        ('["3", "4"]', '["9"]', "jaargroepen kent geen ‘9’"),
        ('telt = "schooldagen"', 'telt = "weken"', "verslag: telt ‘weken’ bestaat niet"),
        ("maand = 1", "maand = 13", "rapport ‘winter’: ‘maand’ moet een heel getal zijn"),
        ('"na_winter"\ntitel', '"na_winter"\nkleur', "‘kleur’ kan hier niet staan"),
        ('categorie = "Kindgesprek"', 'categorie = "Praatje"', "categorie ‘Praatje’ bestaat niet"),
        ("[[soort.moment]]", '[[soort.moment]]\nid = "na_winter"', "regel 1[78]"),
    ],
)
def test_a_mistake_is_named_with_its_place(old, new, complaint):
    assert old in SMALL
    with pytest.raises(DefinitionError, match=complaint) as caught:
        parse_beleid(SMALL.replace(old, new), "klein.toml")
    assert str(caught.value).startswith("In klein.toml")


def test_two_moments_can_not_have_the_same_name():
    twice = SMALL + SMALL[SMALL.index("[[soort.moment]]") :]
    with pytest.raises(DefinitionError, match="moment ‘na_winter’ staat er twee keer"):
        parse_beleid(twice, "klein.toml")


def test_a_period_has_real_days():
    text = beleidstekst("wettelijke_tijdlijn").replace('van = "10-01"', 'van = "31-02"')
    with pytest.raises(DefinitionError, match="moment ‘advies_voorlopig’, regel: ‘van’ is geen dag van het jaar"):
        parse_beleid(text, "eigen")
