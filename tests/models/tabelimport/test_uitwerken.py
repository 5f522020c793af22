"""What a table would change: pupils are found and never made, nothing comes in twice, nothing half."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.imports.tabel import bekende_koppen, lees_tekst
from app.models.kinds import KINDS
from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.tabelimport.indeling import raad
from app.models.tabelimport.stand import Bekend
from app.models.tabelimport.uitwerken import FOUT, NIETS, NIEUW, Uitkomst, fouten_tekst, werk_uit

VANDAAG = date(2026, 11, 22)
NOOR = Leerling(
    id="noor",
    roepnaam="Noor",
    voorvoegsel="van den",
    achternaam="Berg",
    geboortedatum=date(2017, 3, 2),
    groep="g56",
    jaargroep="5",
)
BO = replace(NOOR, id="bo", roepnaam="Bo", geboortedatum=date(2019, 6, 9), groep="g3", jaargroep="3")
ZOE = Leerling(
    id="zoe", roepnaam="Zoë", voornamen="Zoë Maria", achternaam="Núñez", geboortedatum=date(2017, 5, 5), groep="g56"
)
SAM_1 = Leerling(id="sam1", roepnaam="Sam", achternaam="Vos", groep="g56", jaargroep="5")
SAM_2 = Leerling(
    id="sam2", roepnaam="Sam", achternaam="Vos", groep="g56", jaargroep="6", geboortedatum=date(2016, 1, 1)
)
WEG = Leerling(id="weg", roepnaam="Kim", achternaam="Bos", groep="g3", gearchiveerd_op="2025-07-01")
SCHOOL = Bekend(leerlingen=(NOOR, BO, ZOE, SAM_1, SAM_2, WEG), groepen={"g56": "5/6A", "g3": "3"})


def uit(text: str, bekend: Bekend = SCHOOL) -> Uitkomst:
    tabel = lees_tekst(text)
    return werk_uit(tabel, raad(tabel, bekende_koppen()), bekend, VANDAAG)


def na(uitkomst: Uitkomst, bekend: Bekend = SCHOOL) -> Bekend:
    """The archive after the work is done."""
    records: dict[str, Any] = {
        each.id: each
        for group in (bekend.leerlingen, bekend.ouders, bekend.ouderschappen, bekend.niveaus, bekend.plannen)
        for each in group
    }
    for each in uitkomst.werk:
        old = records.get(each.id)
        records[each.id] = replace(old, **each.waarden) if old else KINDS[each.soort](id=each.id, **each.waarden)
    of = lambda kind: [each for each in records.values() if isinstance(each, kind)]  # noqa: E731
    return Bekend(
        leerlingen=of(Leerling),
        groepen=bekend.groepen,
        ouders=of(Ouder),
        ouderschappen=of(Ouderschap),
        niveaus=of(Niveau),
        plannen=of(Plan),
    )


def fouten(uitkomst: Uitkomst) -> list[str]:
    return [str(each) for row in uitkomst.rijen for each in row.fouten]


@pytest.mark.parametrize(
    ("kop", "rij", "wie"),
    [
        ("Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum", "Noor;van den;Berg;2-3-2017", "noor"),
        ("Roepnaam;Achternaam;Geboortedatum", "Noor;Berg;2-3-2017", "noor"),
        ("Roepnaam;Achternaam;Groep", "Noor;van den Berg;5/6a", "noor"),
        ("Roepnaam;Achternaam;Groep", "noor;Berg, van den;Groep 5/6A", "noor"),
        ("Leerling;Klas", "Berg, Noor van den;5/6A", "noor"),
        ("Leerling;Klas", "NOOR VAN DEN BERG;groep 5", "noor"),
        ("Voornaam;Naam;Klas", "Bo;van den Berg;3", "bo"),
        ("Naam;Geboren", "Zoe Nunez;5-5-2017", "zoe"),
        ("Naam;Geboren", "Zoë Maria Núñez;5 mei 2017", "zoe"),
        ("Roepnaam;Stamgroep", "Zoë;5/6A", "zoe"),
        ("Naam;Geboren", "Sam Vos;1-1-2016", "sam2"),
        ("Naam;Geboren;Groep", "Sam Vos;3-3-2017;5/6A", "sam1"),
        ("Naam;Groep;Leerjaar", "Sam Vos;5/6A;6", "sam2"),
    ],
)
def test_a_pupil_is_found_by_name_and_birthday_or_group(kop: str, rij: str, wie: str):
    found = uit(f"{kop};Niveau\n{rij};3")
    assert fouten(found) == []
    assert [each.waarden["leerling"] for each in found.werk] == [wie]


@pytest.mark.parametrize(
    ("rij", "sentence"),
    [
        ("Noor van den Berg;;", "Geboortedatum en groep zijn allebei leeg"),
        (";2-3-2017;", "De naam van de leerling ontbreekt"),
        ("Noor van den Berg;3-3-2017;", "staat hier met een andere geboortedatum"),
        ("Noor van den Berg;;3", "zit hier niet in groep 3"),
        ("Nora van de Berg;2-3-2017;", "op 2 maart 2017 is wel Noor van den Berg geboren"),
        ("Iemand Anders;1-1-2015;", "verbeter de naam, of lees eerst EDEXML in"),
        ("Sam Vos;;5/6A", "Er zijn 2 leerlingen die Sam Vos kunnen zijn; zet de geboortedatum erbij"),
        ("Kim Bos;;3", "is niet meer op school"),
        ("Noor van den Berg;2-13-2017;", "Geboren: ‘2-13-2017’ is geen datum"),
    ],
)
def test_a_pupil_that_is_not_certain_is_an_error_of_the_row(rij: str, sentence: str):
    found = uit(f"Naam;Geboren;Groep;Niveau\n{rij};3\nBo van den Berg;;3;2")
    assert [(each.regel, each.soort) for each in found.rijen] == [(2, FOUT), (3, NIEUW)]
    assert sentence in fouten(found)[0]
    assert [each.waarden["leerling"] for each in found.werk] == ["bo"]


VOL = (
    "Naam;Geboren;Naam moeder;Telefoon moeder;E-mail moeder;Gezag moeder;Tolk moeder;Vader;Gezag vader;Adres vader;"
    "Gezinsnummer;Niveau;Vanaf;Handelingsplan;Plan van;Plan tot;OPP van;OPP tot\n"
    "Noor van den Berg;2-3-2017;Berg, Sanne;612345678;s@voorbeeld.nl;ja;Arabisch;Tom Hof;nee;Plein 1, Dorp;12;3;"
    "1-9-2026;rekenen;1-9-2026;31-1-2027;1-8-2026;31-7-2027\n"
    "Bo van den Berg;9-6-2019;Sanne Berg;06 12345678;S@voorbeeld.nl;ja;;Tom Hof;;;12;1;;;;;;\n"
)


def test_all_that_edexml_lacks_comes_in():
    found = uit(VOL)
    assert fouten(found) == []
    then = na(found)
    assert {(each.naam, each.telefoon, each.tolk, each.adres) for each in then.ouders} == {
        ("Sanne Berg", "0612345678", "Arabisch", ""),
        ("Tom Hof", "", "", "Plein 1, Dorp"),
    }
    people = {each.id: each.naam for each in then.ouders}
    assert sorted((each.leerling, people[each.ouder], each.relatie, each.gezag) for each in then.ouderschappen) == [
        ("bo", "Sanne Berg", "moeder", "ja"),
        ("bo", "Tom Hof", "vader", "onbekend"),
        ("noor", "Sanne Berg", "moeder", "ja"),
        ("noor", "Tom Hof", "vader", "nee"),
    ]
    assert len({each.gezin for each in then.leerlingen if each.id in ("noor", "bo")} - {None}) == 1
    assert [(each.leerling, each.niveau, each.vanaf) for each in then.niveaus] == [
        ("noor", 3, date(2026, 9, 1)),
        ("bo", 1, VANDAAG),
    ]
    assert [(each.soort, each.onderwerp, each.van, each.tot) for each in then.plannen] == [
        ("handelingsplan", "rekenen", date(2026, 9, 1), date(2027, 1, 31)),
        ("opp", "", date(2026, 8, 1), date(2027, 7, 31)),
    ]
    assert found.aantallen[("ouder", True)] == 2
    assert [each.soort for each in uit(VOL, then).rijen] == [NIETS, NIETS]
    assert uit(VOL, then).werk == ()


KENNIS = replace(
    SCHOOL,
    ouders=(
        Ouder(id="s", naam="Sanne Berg", telefoon="010-1234567", adres="Plein 1", bijzonderheden="Werkt 's nachts"),
    ),
    ouderschappen=(Ouderschap(id="t", leerling="noor", ouder="s", relatie="Moeder", gezag="ja"),),
)


def test_a_known_parent_is_updated_and_what_the_table_does_not_say_stays():
    found = uit("Naam;Groep;Ouder 1;Telefoon;Relatie;Adres\nNoor Berg;5;sanne berg;06 1234 5678;moeder;", KENNIS)
    assert [(each.soort, dict(each.waarden)) for each in found.werk] == [("ouder", {"telefoon": "06 1234 5678"})]
    assert found.rijen[0].gevolgen == ("Sanne Berg: telefoon 010-1234567 wordt 06 1234 5678",)


def test_a_number_written_otherwise_is_no_change():
    assert uit("Naam;Groep;Ouder 1;Telefoon\nNoor Berg;5;Sanne Berg;+31 10 123 45 67", KENNIS).werk == ()


def test_a_parent_of_another_child_is_the_same_only_when_something_says_so():
    same = uit("Naam;Groep;Ouder 1;Telefoon\nBo Berg;3;Sanne Berg;0101234567", KENNIS)
    assert same.rijen[0].gevolgen == ("Sanne Berg is ook ouder van dit kind",)
    other = uit("Naam;Groep;Ouder 1;Telefoon\nBo Berg;3;Sanne Berg;0207654321", KENNIS)
    assert other.rijen[0].gevolgen == ("nieuwe ouder Sanne Berg",)


def test_two_rows_for_one_pupil_bring_two_parents():
    then = na(uit("Naam;Groep;Ouder;Gezag\nNoor Berg;5;Sanne Berg;ja\nNoor Berg;5;Tom Hof;nee"))
    assert [each.volgorde for each in then.ouderschappen] == [0, 1]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Naam;Groep;Ouder 1;Telefoon\nNoor Berg;5;Sanne Berg;010111111\nNoor Berg;5;Sanne Berg;020222222",
            "Regel 2 zegt",
        ),
        ("Naam;Groep;Niveau\nNoor Berg;5;2\nNoor Berg;5;3", "Regel 2 zegt iets anders over het niveau"),
        ("Naam;Groep;OPP van;OPP tot\nNoor Berg;5;1-8-2026;1-7-2027\nNoor Berg;5;1-8-2026;1-6-2027", "de einddatum"),
        ("Naam;Groep;Ouder 1;Ouder 2\nBo Berg;3;Tom Hof;\nNoor Berg;5;Tom Hof;tom hof", "dezelfde naam"),
        ("Naam;Groep;Ouder 1;E-mail\nBo Berg;3;Tom;\nNoor Berg;5;;a@b.nl", "Ouder 1: De naam van ouder 1 ontbreekt"),
        ("Naam;Groep;OPP van;OPP tot\nBo Berg;3;1-8-2026;\nNoor Berg;5;1-8-2026;1-7-2026", "ligt voor de begindatum"),
        ("Naam;Groep;Plan;Plan van\nBo Berg;3;HP;1-8-2026\nNoor Berg;5;groepsplan;1-8-2026", "het groepsraster"),
        ("Naam;Groep;Niveau\nBo Berg;3;1\nNoor Berg;5;veel", "Niveau: ‘veel’ is geen niveau"),
    ],
)
def test_a_row_with_a_mistake_is_left_out_whole(text: str, sentence: str):
    found = uit(text)
    assert [each.soort for each in found.rijen] == [NIEUW, FOUT]
    assert sentence in fouten(found)[0]
    lines = fouten_tekst(lees_tekst(text), found).splitlines()
    assert lines[0].startswith("Regel\tNaam\tGroep") and lines[0].endswith("Wat is er mis")
    assert lines[1].startswith("3\tNoor Berg\t5") and len(lines) == 2


def test_what_is_said_of_a_second_parent_who_is_not_there_makes_none():
    found = uit("Naam;Groep;Ouder 1;Ouder 2;Gezag ouder 2;Tolk ouder 2\nNoor Berg;5;Sanne Berg;;nee;nee")
    assert fouten(found) == []
    assert found.aantallen[("ouder", True)] == 1


def test_a_child_alone_makes_no_family_and_two_families_are_never_made_one():
    assert uit("Naam;Groep;Gezin\nNoor Berg;5;7").werk == ()
    apart = replace(SCHOOL, leerlingen=(replace(NOOR, gezin="x"), replace(BO, gezin="y"), ZOE))
    found = uit("Naam;Groep;Gezin\nNoor Berg;5;7\nBo Berg;3;7", apart)
    assert "bij verschillende gezinnen" in fouten(found)[0]
    joined = uit("Naam;Groep;Gezin\nZoë Núñez;5/6A;7\nBo Berg;3;7", apart)
    assert [(each.soort, each.id, dict(each.waarden)) for each in joined.werk] == [("leerling", "zoe", {"gezin": "y"})]


def test_a_level_that_holds_today_is_not_given_again_but_a_day_of_its_own_is():
    held = replace(SCHOOL, niveaus=(Niveau(id="n", leerling="noor", niveau=3, vanaf=date(2026, 9, 1)),))
    assert uit("Naam;Groep;Niveau\nNoor Berg;5;3", held).werk == ()
    assert len(uit("Naam;Groep;Niveau\nNoor Berg;5;2", held).werk) == 1
    corrected = uit("Naam;Groep;Niveau;Vanaf\nNoor Berg;5;2;1-9-2026", held)
    assert [(each.id, dict(each.waarden)) for each in corrected.werk] == [("n", {"niveau": 2})]


cells = st.fixed_dictionaries(
    {
        "Naam": st.sampled_from(["Noor van den Berg", "Bo Berg", "Zoë Núñez", "Sam Vos", "Niemand"]),
        "Groep": st.sampled_from(["5/6A", "3", ""]),
        "Ouder 1": st.sampled_from(["", "Sanne Berg", "Tom Hof", "Hof, Tom"]),
        "Telefoon": st.sampled_from(["", "0612345678", "06-12345678", "0201234567", "nee"]),
        "Gezag": st.sampled_from(["", "ja", "nee"]),
        "Vader": st.sampled_from(["", "Tom Hof", "Ali Yilmaz"]),
        "Gezin": st.sampled_from(["", "1", "2"]),
        "Niveau": st.sampled_from(["", "0", "3", "9"]),
        "Sinds": st.sampled_from(["1-9-2026", "1-10-2026"]),
        "OPP van": st.sampled_from(["", "1-8-2025", "1-8-2026"]),
        "OPP tot": st.sampled_from(["", "1-8-2027", "1-9-2027"]),
    }
)


@settings(max_examples=150)
@given(st.lists(cells, min_size=1, max_size=7))
def test_the_same_table_again_changes_nothing(rows: Sequence[dict[str, str]]):
    text = "\n".join(["\t".join(rows[0]), *("\t".join(each.values()) for each in rows)])
    first = uit(text)
    then = na(first)
    again = uit(text, then)
    assert again.werk == ()
    assert len(then.leerlingen) == len(SCHOOL.leerlingen)
    pairs = [(each.leerling, each.ouder) for each in then.ouderschappen]
    assert len(pairs) == len(set(pairs))
