"""One group through its conversations: who needs one, a group ticked in one go, what misses, and whose it is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.models.gesprek import Gesprek, Momentkeuze
from app.models.gespreksregels import Verwacht
from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.school import Groep, Medewerker, School, Vervanging
from app.models.schooljaar import Gespreksbeleid, Plaatsing, Schooljaar
from app.storage import gesprekken, momentkeuzes, schooljaren
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.gespreksdekking import dekking
from app.storage.gesprekslijst import gespreksblad, groepslijst, leerlinggesprekken
from app.storage.gesprekstaken import TE_LAAT, taken, te_laat_per_leerkracht
from app.storage.ongedaan import schrijf

YEAR = "2026-2027"
MONDAY = date(2026, 9, 7)  # of the second school week in Midden
LATER = date(2026, 9, 21)
ANNA = "Anna de Wit"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        School(naam="De Wilg", regio="midden", schooljaar=YEAR),
        Medewerker(id="joke", roepnaam="Joke", achternaam="Smit"),
        Medewerker(id="eva", roepnaam="Eva", achternaam="Kok"),
        Groep(id="g45", naam="4/5", schooljaar=YEAR, jaargroepen=("4", "5"), leerkrachten=("joke",)),
        Groep(id="g8", naam="8", schooljaar=YEAR, jaargroepen=("8",)),
        Leerling(id="noor", roepnaam="Noor", achternaam="Berg", sorteernaam="berg", jaargroep="5", groep="g45"),
        Leerling(id="sem", roepnaam="Sem", achternaam="Dam", sorteernaam="dam", jaargroep="4", groep="g45"),
        Leerling(id="ali", roepnaam="Ali", achternaam="Es", sorteernaam="es", jaargroep="5", groep="g45"),
        Leerling(id="weg", roepnaam="Wim", achternaam="Fok", jaargroep="5", groep="g45", gearchiveerd_op="2026-09-01"),
        Leerling(id="bo", roepnaam="Bo", achternaam="Berg", jaargroep="8", groep="g8"),
        Ouder(id="moeder", naam="M. Dam", tolk="Pools"),
        Ouder(id="vader", naam="V. Dam"),
        Ouderschap(leerling="sem", ouder="moeder", eigen_gesprek=True),
        Ouderschap(leerling="sem", ouder="vader", eigen_gesprek=True, volgorde=1),
        Plan(id="opp", soort="opp", leerling="noor", van=date(2026, 8, 31), tot=date(2027, 7, 1)),
        Plan(id="oud", soort="opp", leerling="ali", van=date(2024, 8, 31), tot=date(2025, 7, 1)),
        Plan(id="hp", soort="handelingsplan", leerling="ali", van=date(2026, 8, 31), tot=date(2027, 1, 29)),
        Niveau(leerling="noor", niveau=3, vanaf=date(2026, 3, 1)),
    ):
        archive.add(record, ANNA)
    yield archive
    archive.close()


def plan(archive: Archive):
    return schooljaren.jaarplan(archive, YEAR)


def cell(archive: Archive, moment: str = "start", groep: str = "g45", today: date = MONDAY, jaar: str = YEAR):
    found = dekking(archive, schooljaren.jaarplan(archive, jaar), today)
    column = [key for key, _ in found.kolommen].index(moment)
    (row,) = [each for each in found.rijen if each.groep == groep]
    return row.cellen[column]


def lines(archive: Archive, moment: str = "start", today: date = MONDAY):
    return groepslijst(archive, plan(archive), moment, "g45", today).regels


def tick(archive: Archive, wie, datum: date = MONDAY, *, elders: bool = False, moment: str = "start"):
    year = plan(archive)
    return gesprekken.vink_af(archive, year, year.moment(moment), wie, datum, verslag_elders=elders, author=ANNA)


def test_the_list_of_a_group_names_every_conversation_that_is_needed(archive: Archive):
    found = lines(archive)
    assert [(each.leerling.id, each.wie.ouder, each.wie.extra) for each in found] == [
        ("noor", None, ""),
        ("noor", None, "opp"),
        ("sem", "moeder", ""),
        ("sem", "vader", ""),
        ("ali", None, ""),
    ]
    assert [each.ouder for each in found][2:4] == ["M. Dam", "V. Dam"]
    assert [each.tolk for each in found][2:4] == [("Pools",), ()]
    assert found[0].erbij == ("ouders", "leerling", "IB’er en deskundigen (kunnen erbij)")
    assert [plan.id for plan in found[4].plannen] == ["hp"]
    assert cell(archive).verwacht == 5


def test_a_child_of_groep_4_is_not_at_the_report_conversation(archive: Archive):
    noor, sem, *_ = lines(archive, "rapport_feb")
    assert noor.erbij[:2] == ("ouders", "leerling")
    assert sem.erbij == ("ouders",)


def test_a_moment_of_groep_8_is_not_in_the_row_of_another_group(archive: Archive):
    assert cell(archive, "advies_voorlopig") is None
    assert cell(archive, "advies_voorlopig", "g8").verwacht == 1


def test_a_whole_group_is_ticked_in_one_go_and_taken_back_in_one_go(archive: Archive):
    back = tick(archive, [each.wie for each in lines(archive)], elders=True)
    done = cell(archive)
    assert (done.gehouden, done.nog, done.zonder_verslag, done.klaar) == (5, 0, 0, True)
    assert {each.gesprek.bron for each in lines(archive)} == {"achteraf"}
    assert {each.gesprek.medewerker for each in lines(archive)} == {"joke"}
    schrijf(archive, back, ANNA)
    assert cell(archive).nog == 5


def test_a_tick_without_a_report_asks_for_it_within_a_week(archive: Archive):
    tick(archive, [each.wie for each in lines(archive)])
    assert cell(archive, today=MONDAY).te_laat == 0
    assert cell(archive, today=LATER).te_laat == 5
    assert not lines(archive)[0].te_laat(date(2026, 9, 14))
    assert lines(archive)[0].te_laat(date(2026, 9, 15))
    late = [each for each in taken(archive, plan(archive), LATER) if each.ernst == TE_LAAT]
    assert [(each.aantal, each.wie, each.groep) for each in late if each.soort == "verslag"] == [
        (5, "Joke Smit", "g45")
    ]
    assert te_laat_per_leerkracht(late) == {"Joke Smit": 5}
    gesprekken.verslag_elders(archive, [each.gesprek.id for each in lines(archive)], LATER, ANNA)
    assert not [each for each in taken(archive, plan(archive), LATER) if each.soort == "verslag"]


def test_a_planned_conversation_is_ticked_itself_and_keeps_its_own_day(archive: Archive):
    year = plan(archive)
    planned = gesprekken.nieuw(archive, year, year.moment("start"), Verwacht("ali"), date(2026, 9, 8))
    archive.add(planned, ANNA)
    assert (planned.minuten, planned.soort, planned.groep, planned.medewerker) == (10, "startgesprek", "g45", "joke")
    assert (cell(archive).gepland, cell(archive).nog) == (1, 4)
    tick(archive, [Verwacht("ali")], date(2026, 9, 10))
    (held,) = leerlinggesprekken(archive, "ali")
    assert (held.id, held.staat, held.datum, held.bron) == (planned.id, "gehouden", date(2026, 9, 8), "")


def test_what_was_called_off_leaves_the_pupil_in_need_of_another(archive: Archive):
    tick(archive, [Verwacht("ali")])
    (held,) = leerlinggesprekken(archive, "ali")
    gesprekken.wijzig(archive, [held.id], {"staat": "niet_verschenen"}, ANNA)
    assert cell(archive).nog == 5
    assert [each.staat for each in lines(archive) if each.leerling.id == "ali"] == ["niet_verschenen"]
    tick(archive, [Verwacht("ali")], date(2026, 9, 11))
    assert [each.staat for each in leerlinggesprekken(archive, "ali")] == ["gehouden", "niet_verschenen"]
    assert cell(archive).gehouden == 1


def test_an_optional_conversation_can_be_asked_for_or_not(archive: Archive):
    year = plan(archive)
    assert not cell(archive, "rapport_jul").verplicht
    gesprekken.niet_nodig(archive, year, year.moment("rapport_jul"), [Verwacht("ali")], "niet gevraagd", ANNA)
    assert (cell(archive, "rapport_jul").niet_nodig, cell(archive, "rapport_jul").nog) == (1, 3)


def test_who_moves_to_another_group_takes_the_conversations_along(archive: Archive):
    tick(archive, [Verwacht("ali")])
    archive.write("leerling", "ali", {"groep": "g8", "jaargroep": "8"}, ANNA)
    assert cell(archive).gehouden == 0
    assert cell(archive, groep="g8").gehouden == 1


def test_a_substitute_owes_the_report_of_what_was_held_in_those_days(archive: Archive):
    away = Vervanging(groep="g45", medewerker="eva", vervangt="joke", van=MONDAY, tot=date(2026, 9, 11))
    archive.add(away, ANNA)
    tick(archive, [Verwacht("ali")])
    assert te_laat_per_leerkracht(taken(archive, plan(archive), LATER)) == {"Eva Kok": 1}


def test_planners_are_to_be_opened_in_the_week_before_until_that_is_ticked(archive: Archive):
    today = date(2026, 9, 1)
    tasks = [each for each in taken(archive, plan(archive), today) if each.soort == "planner"]
    assert [(each.groep, each.tekst, each.voor) for each in tasks] == [
        ("g8", "Parro-planner openen voor startgesprekken, groep 8", date(2026, 9, 4)),
        ("g45", "Parro-planner openen voor startgesprekken, groep 4/5", date(2026, 9, 4)),
    ]
    back = momentkeuzes.planner_open(archive, YEAR, "start", ["g45"], today, ANNA)
    assert [each.groep for each in taken(archive, plan(archive), today) if each.soort == "planner"] == ["g8"]
    schrijf(archive, back, ANNA)
    assert len([each for each in taken(archive, plan(archive), today) if each.soort == "planner"]) == 2


def test_the_extra_conversation_of_a_pupil_with_an_opp_is_asked_for_by_itself(archive: Archive):
    asked = [each for each in taken(archive, plan(archive), MONDAY) if each.soort == "extra"]
    assert [(each.leerling, each.tekst) for each in asked] == [("noor", "Extra gesprek over het OPP van Noor Berg")]
    tick(archive, [Verwacht("noor", None, "opp")])
    assert not [each for each in taken(archive, plan(archive), MONDAY) if each.soort == "extra"]


def test_who_was_left_out_is_named_when_the_moment_is_over(archive: Archive):
    tick(archive, [Verwacht("noor"), Verwacht("sem", "moeder"), Verwacht("sem", "vader")], elders=True)
    assert not [each for each in taken(archive, plan(archive), date(2026, 9, 11)) if each.soort == "gesprek"]
    left = [each for each in taken(archive, plan(archive), LATER) if each.soort == "gesprek"]
    assert [each.tekst for each in left if each.groep == "g45"] == [
        "Nog 1 leerling te spreken: startgesprekken, groep 4/5"
    ]


def test_what_was_planned_for_a_day_that_is_over_asks_how_it_went(archive: Archive):
    year = plan(archive)
    for who, day in (("ali", MONDAY), ("noor", date(2026, 9, 10))):
        archive.add(gesprekken.nieuw(archive, year, year.moment("start"), Verwacht(who), day), ANNA)
    asked = [each for each in taken(archive, year, date(2026, 9, 9)) if each.soort == "afvinken"]
    assert [each.tekst for each in asked] == ["1 gepland gesprek afvinken: startgesprekken, groep 4/5"]


def test_a_phone_call_is_a_note_that_asks_for_nothing_more(archive: Archive):
    gesprekken.telefoonnotitie(archive, "ali", "Moeder belde: verdrietig om oma.", MONDAY, ANNA)
    (note,) = leerlinggesprekken(archive, "ali")
    assert (note.staat, note.datum, note.soort, note.schooljaar) == ("gehouden", MONDAY, "overig", YEAR)
    assert not te_laat_per_leerkracht(taken(archive, plan(archive), LATER))


def test_one_conversation_comes_with_all_that_belongs_beside_it(archive: Archive):
    made, _ = gesprekken.overig(archive, Gesprek(leerling="noor", aanleiding="zorgen thuis"), MONDAY, ANNA)
    blad = gespreksblad(archive, made, MONDAY)
    assert (blad.soort.id, blad.moment, blad.niveau, blad.houdt) == ("overig", "", 3, "Joke Smit")
    assert [each.id for each in blad.plannen] == ["opp"]
    assert blad.uiterlijk is None
    archive.delete("gesprek", made, ANNA)
    assert gespreksblad(archive, made, MONDAY) is None


def test_a_year_that_is_over_shows_who_sat_in_its_groups_then(archive: Archive):
    tick(archive, [Verwacht("ali")])
    for leerling, year in (("ali", "5"), ("sem", "4"), ("weg", "5")):
        archive.add(Plaatsing(schooljaar=YEAR, leerling=leerling, groep="g45", jaargroep=year), ANNA)
    (school,) = archive.all(School)
    archive.write("school", school.id, {"schooljaar": "2027-2028"}, ANNA)
    archive.write("groep", "g45", {"opgeheven_op": "2027-08-01"}, ANNA)
    archive.write("leerling", "ali", {"groep": None, "jaargroep": "6"}, ANNA)
    assert (cell(archive).verwacht, cell(archive).gehouden) == (4, 1)  # sem counts twice
    assert [each.leerling.id for each in lines(archive)] == ["weg", "sem", "sem", "ali"]
    assert schooljaren.schooljaren(archive, MONDAY) == ("2027-2028", YEAR)


def test_the_school_chooses_days_and_keeps_its_notes_when_it_takes_them_back(archive: Archive):
    own = Momentkeuze(schooljaar=YEAR, moment="kind_okt", van=MONDAY, tot=date(2026, 9, 18))
    momentkeuzes.kies(archive, [own], ANNA)
    momentkeuzes.noteer(archive, YEAR, "kind_okt", {"check_notitie": "Rustig begin"}, ANNA)
    assert plan(archive).moment("kind_okt").van == MONDAY
    momentkeuzes.herstel(archive, YEAR, "kind_okt", ANNA)
    assert plan(archive).moment("kind_okt").van == date(2026, 10, 1)
    assert momentkeuzes.keuze_van(archive, YEAR, "kind_okt").check_notitie == "Rustig begin"


def test_own_days_of_one_jaargroep_go_when_they_are_taken_back(archive: Archive):
    momentkeuzes.kies(archive, [Momentkeuze(schooljaar=YEAR, moment="kind_mrt/8", van=date(2027, 4, 5))], ANNA)
    assert plan(archive).moment("kind_mrt/8").van == date(2027, 4, 5)
    momentkeuzes.herstel(archive, YEAR, "kind_mrt/8", ANNA)
    assert plan(archive).moment("kind_mrt/8") is None


def test_a_year_follows_the_policy_that_the_school_chose(archive: Archive):
    text = schooljaren.beleidstekst("beleid_van_de_bron").replace("week = 2", "week = 3")
    archive.add(Gespreksbeleid(id="eigen", naam="Ons beleid", tekst=text), ANNA)
    archive.add(Schooljaar(id="jaar", naam=YEAR, beleid="eigen", regio="noord"), ANNA)
    assert plan(archive).moment("start").reden == "derde schoolweek, regio Noord"
    assert plan(archive).moment("verwijzing_definitief") is not None


def test_a_broken_policy_of_the_school_is_named_and_not_silently_replaced(archive: Archive):
    archive.add(Gespreksbeleid(id="eigen", naam="Ons beleid", tekst="naam = 'x'"), ANNA)
    archive.add(Schooljaar(naam=YEAR, beleid="eigen"), ANNA)
    with pytest.raises(Refused, match="In Ons beleid: ‘soort’ ontbreekt"):
        plan(archive)


def test_a_double_tick_counts_once(archive: Archive):
    tick(archive, [Verwacht("ali")])
    (held,) = leerlinggesprekken(archive, "ali")
    archive.add(replace(held, id="dubbel"), ANNA)
    assert cell(archive).gehouden == 1
