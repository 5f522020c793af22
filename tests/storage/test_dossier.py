"""One pupil's dossier: what belongs to it, all that happened, and writing with a way back."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Werkaantekening
from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.leerling_invoer import (
    klacht_email,
    klacht_geboortedatum,
    klacht_naam,
    klacht_periode,
    klacht_telefoon,
)
from app.models.school import Groep, Medewerker
from app.storage import dossier as read
from app.storage import formulieren, tijdlijn
from app.storage.archive import Archive
from app.storage.definities import load_definition, load_toestemmingstabel
from app.storage.groepsraster import Ongeldig, groepsraster, handelingsplan_kiezen, opp_zetten
from app.storage.ongedaan import Schrijf, schrijf

TODAY = date.today()
AUTHOR = "Test"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        Medewerker(id="m", roepnaam="Joke", achternaam="Smit"),
        Groep(id="g", naam="5/6", jaargroepen=("5", "6"), leerkrachten=("m",)),
        Leerling(id="noor", roepnaam="Noor", achternaam="Berg", groep="g", sorteernaam="berg noor"),
        Leerling(id="sem", roepnaam="Sem", achternaam="Berg", groep="g", sorteernaam="berg sem"),
        Leerling(id="yara", roepnaam="Yara", achternaam="Dijk", groep="g", sorteernaam="dijk yara"),
        Plan(id="gp", soort="groepsplan", groep="g", onderwerp="rekenen", van=date(2026, 9, 1), tot=date(2099, 2, 1)),
    ):
        archive.add(record, AUTHOR)
    yield archive
    archive.close()


def dossier(archive: Archive, id_: str = "noor") -> read.Dossier:
    found = read.dossier(archive, id_, TODAY, load_toestemmingstabel(None))
    assert found is not None
    return found


def begin(archive: Archive, day: date, answers: dict | None = None, *, close: bool = True) -> str:
    new = formulieren.Begin(load_definition("leerlingbespreking", None), "noor", day, AUTHOR)
    form = formulieren.begin(archive, new, AUTHOR)
    for field, value in (answers or {}).items():
        archive.write_answer(form, field, value, AUTHOR)
    if close:
        formulieren.vaststellen(archive, form, AUTHOR)
    return form


def fields_of(rol: str) -> tuple[str, dict[str, str]]:
    found = load_definition("leerlingbespreking", None)[0].field_by_role(rol)
    assert found is not None
    section, field = found
    return f"{section.id}.{field.id}", {column.rol: column.id for column in field.kolommen}


def test_nobody_is_nobody(archive: Archive):
    assert read.dossier(archive, "wie", TODAY, load_toestemmingstabel(None)) is None
    archive.delete("leerling", "noor", AUTHOR)
    assert read.dossier(archive, "noor", TODAY, load_toestemmingstabel(None)) is None


def test_the_level_that_holds_today_is_not_the_one_for_later(archive: Archive):
    archive.add(Niveau(leerling="noor", niveau=2, vanaf=TODAY - timedelta(30)), AUTHOR)
    archive.add(Niveau(leerling="noor", niveau=4, vanaf=TODAY + timedelta(30)), AUTHOR)
    found = dossier(archive)
    assert found.niveau is not None and found.niveau.niveau == 2
    assert [each.niveau for each in found.niveaus] == [4, 2]
    assert found.leerkrachten == ("Joke Smit",)


def test_a_second_level_on_one_day_corrects_the_first(archive: Archive):
    schrijf(archive, read.niveau_zetten(archive, "noor", 3, TODAY), AUTHOR)
    schrijf(archive, read.niveau_zetten(archive, "noor", 4, TODAY, "na de toets"), AUTHOR)
    assert [(each.niveau, each.toelichting) for each in dossier(archive).niveaus] == [(4, "na de toets")]


def test_what_an_action_wrote_can_be_taken_back_and_that_too(archive: Archive):
    back = schrijf(archive, [Schrijf("leerling", "noor", {"roepnaam": "Nora", "groep": "g"})], AUTHOR)
    assert dossier(archive).leerling.roepnaam == "Nora"
    again = schrijf(archive, back, AUTHOR)
    assert dossier(archive).leerling.roepnaam == "Noor"
    schrijf(archive, again, AUTHOR)
    assert dossier(archive).leerling.roepnaam == "Nora"


def test_taking_back_what_was_added_removes_it(archive: Archive):
    note = Werkaantekening(leerling="noor", tekst="nabellen")
    back = schrijf(archive, [Schrijf.van(note)], AUTHOR)
    assert dossier(archive).aantekeningen == (note,)
    again = schrijf(archive, back, AUTHOR)
    assert dossier(archive).aantekeningen == ()
    schrijf(archive, again, AUTHOR)
    assert dossier(archive).aantekeningen == (note,)


def test_brothers_and_sisters_share_one_family_and_two_families_can_become_one(archive: Archive):
    schrijf(archive, read.gezin_koppelen(archive, "noor", "sem"), AUTHOR)
    assert [each.id for each in dossier(archive).broers_zussen] == ["sem"]
    archive.add(Leerling(id="bo", roepnaam="Bo", achternaam="Dijk"), AUTHOR)
    schrijf(archive, read.gezin_koppelen(archive, "yara", "bo"), AUTHOR)
    back = schrijf(archive, read.gezin_koppelen(archive, "noor", "yara"), AUTHOR)
    assert {each.id for each in dossier(archive).broers_zussen} == {"sem", "yara", "bo"}
    schrijf(archive, back, AUTHOR)
    assert [each.id for each in dossier(archive).broers_zussen] == ["sem"]
    assert [each.id for each in dossier(archive, "yara").broers_zussen] == ["bo"]


def test_a_parent_is_offered_to_a_sibling_and_found_by_name(archive: Archive):
    ouder = Ouder(naam="Mirjam Berg")
    schrijf(archive, read.ouder_toevoegen(ouder, Ouderschap(leerling="noor", ouder=ouder.id, gezag="ja")), AUTHOR)
    sem, yara = dossier(archive, "sem").leerling, dossier(archive, "yara").leerling
    assert read.zoek_ouders(archive, "", sem) == []
    assert read.zoek_ouders(archive, "mirj", yara) == [(ouder, "Noor")]
    assert read.zoek_ouders(archive, "mirj", dossier(archive).leerling) == []
    schrijf(archive, read.gezin_koppelen(archive, "noor", "sem"), AUTHOR)
    assert read.zoek_ouders(archive, "", dossier(archive, "sem").leerling) == [(ouder, "Noor")]


def test_open_agreements_stand_first_and_what_was_ended_today_stays_in_view(archive: Archive):
    archive.add(Afspraak(id="later", leerling="noor", wat="b", voor=TODAY + timedelta(9)), AUTHOR)
    archive.add(Afspraak(id="eerst", leerling="noor", wat="a", voor=TODAY), AUTHOR)
    archive.add(Afspraak(id="oud", leerling="noor", staat="gedaan", afgerond_op="2020-01-01T10:00:00+00:00"), AUTHOR)
    schrijf(archive, read.afspraak_afronden(archive.get(Afspraak, "eerst"), "gedaan", "gelukt"), AUTHOR)
    assert [each.id for each in dossier(archive).afspraken] == ["later", "eerst"]


def test_what_was_tried_tells_what_did_not_work_first_and_each_action_once(archive: Archive):
    field, column = fields_of("acties")

    def row(number: int, actie: str, resultaat: str) -> dict[str, str]:
        return {"_id": str(number), column["actie"]: actie, column["resultaat"]: resultaat}

    begin(archive, TODAY - timedelta(50), {field: [row(1, "Stappenplan", "werkte_niet"), row(2, "Maatje", "werkte")]})
    begin(archive, TODAY - timedelta(5), {field: [row(1, "stappenplan ", "werkte"), row(2, "Gang", "werkte_niet")]})
    acties = [(each.actie.strip(), each.resultaat) for each in dossier(archive).acties]
    assert acties[0] == ("Gang", "werkte_niet")
    assert set(acties[1:]) == {("stappenplan", "werkte"), ("Maatje", "werkte")}


def test_an_open_form_and_today_s_agenda_are_known(archive: Archive):
    archive.add(Bespreking(id="b", datum=TODAY), AUTHOR)
    archive.add(Agendapunt(id="p", bespreking="b", leerling="noor"), AUTHOR)
    found = dossier(archive)
    assert found.agendapunt is not None and found.agendapunt.id == "p"
    assert found.open_formulier == ""
    form = begin(archive, TODAY, close=False)
    assert dossier(archive).open_formulier == form


def test_the_timeline_tells_it_newest_first_with_what_is_planned_on_top(archive: Archive):
    archive.add(Niveau(leerling="noor", niveau=2, vanaf=TODAY - timedelta(300)), AUTHOR)
    archive.add(Niveau(leerling="noor", niveau=3, vanaf=TODAY - timedelta(200), toelichting="na Cito"), AUTHOR)
    archive.add(Plan(soort="opp", leerling="noor", van=TODAY - timedelta(100), tot=TODAY - timedelta(10)), AUTHOR)
    archive.add(Bespreking(id="b", datum=TODAY + timedelta(3)), AUTHOR)
    archive.add(Agendapunt(bespreking="b", leerling="noor", reden="lezen"), AUTHOR)
    goal, _ = fields_of("doel")
    day, _ = fields_of("evaluatie_datum")
    answers = {goal: "Leest op niveau", day: (TODAY + timedelta(40)).isoformat()}
    form = begin(archive, TODAY - timedelta(20), answers)
    found = tijdlijn.tijdlijn(archive, "noor", TODAY)
    assert [(each.titel, each.staat) for each in found] == [
        ("Evaluatie", "gepland"),
        ("Staat op de agenda", "gepland"),
        ("OPP liep af", ""),
        ("Leerlingbespreking", "vastgesteld"),
        ("OPP begon", ""),
        ("Niveau 3", ""),
        ("Niveau 2", ""),
    ]
    assert (found[0].doel, found[1].doel, found[3].doel) == (form, "b", form)
    assert (found[3].tekst, found[5].tekst) == ("Leest op niveau", "Was niveau 2. na Cito")
    assert tijdlijn.aantal(archive, "noor", TODAY) == 7
    formulieren.evaluatie_afronden(archive, form, "Doel gehaald", AUTHOR)
    told = next(e for e in tijdlijn.tijdlijn(archive, "noor", TODAY) if e.soort == "formulier")
    assert told.uitkomst == "Doel gehaald"


def test_a_correction_is_an_event_of_its_own(archive: Archive):
    form = begin(archive, TODAY - timedelta(20))
    formulieren.vaststellen(archive, formulieren.corrigeren(archive, form, AUTHOR), AUTHOR)
    assert [each.titel for each in tijdlijn.tijdlijn(archive, "noor", TODAY)] == [
        "Leerlingbespreking, versie 2",
        "Leerlingbespreking",
    ]


def test_two_thousand_events_come_in_pages(archive: Archive):
    with archive.batch():
        for number in range(2000):
            ended = (TODAY - timedelta(number)).isoformat()
            archive.add(Afspraak(leerling="noor", wat=str(number), staat="gedaan", afgerond_op=ended), AUTHOR)
    first = tijdlijn.tijdlijn(archive, "noor", TODAY)
    last = tijdlijn.tijdlijn(archive, "noor", TODAY, vanaf=1980)
    assert (len(first), first[0].tekst, len(last), last[-1].tekst) == (tijdlijn.BLADZIJDE, "0", 20, "1999")


def test_a_handelingsplan_takes_over_the_period_of_its_groepsplan_and_follows_it(archive: Archive):
    grid = groepsraster(archive, "g", TODAY)
    assert grid is not None
    schrijf(archive, handelingsplan_kiezen(grid.rijen[0], grid.groepsplannen[0], TODAY), AUTHOR)
    plan = dossier(archive).plannen[0]
    assert (plan.groepsplan, plan.van, plan.tot) == ("gp", date(2026, 9, 1), date(2099, 2, 1))
    moved = replace(archive.get(Plan, "gp"), tot=date(2099, 6, 1))
    back = schrijf(archive, read.groepsplan_bewaren(archive, moved), AUTHOR)
    assert dossier(archive).plannen[0].tot == date(2099, 6, 1)
    schrijf(archive, back, AUTHOR)
    assert dossier(archive).plannen[0].tot == date(2099, 2, 1)


def test_the_grid_holds_the_pupils_at_school_with_what_runs(archive: Archive):
    archive.write("leerling", "yara", {"gearchiveerd_op": "2026-01-01"}, AUTHOR)
    schrijf(archive, read.niveau_zetten(archive, "sem", 2, TODAY), AUTHOR)
    archive.add(Plan(id="oud", soort="opp", leerling="sem", van=date(2020, 1, 1), tot=date(2021, 1, 1)), AUTHOR)
    grid = groepsraster(archive, "g", TODAY)
    assert grid is not None
    assert [(row.leerling.id, row.niveau, row.opp) for row in grid.rijen] == [("noor", None, None), ("sem", 2, None)]
    assert groepsraster(archive, "geen", TODAY) is None


def test_ending_a_handelingsplan_that_ran_keeps_it_in_the_dossier(archive: Archive):
    started = Plan(id="p", soort="handelingsplan", leerling="noor", groepsplan="gp", van=TODAY - timedelta(9))
    archive.add(started, AUTHOR)
    grid = groepsraster(archive, "g", TODAY)
    assert grid is not None and grid.rijen[0].handelingsplan == started
    schrijf(archive, handelingsplan_kiezen(grid.rijen[0], None, TODAY), AUTHOR)
    assert archive.get(Plan, "p").tot == TODAY - timedelta(1)
    future = Plan(id="q", soort="handelingsplan", leerling="sem", groepsplan="gp", van=TODAY + timedelta(9))
    archive.add(future, AUTHOR)
    grid = groepsraster(archive, "g", TODAY)
    assert grid is not None and grid.rijen[0].handelingsplan is None
    schrijf(archive, handelingsplan_kiezen(grid.rijen[1], None, TODAY), AUTHOR)
    assert dossier(archive, "sem").plannen == ()


def test_an_opp_gets_its_period_and_never_a_wrong_one(archive: Archive):
    def row():
        grid = groepsraster(archive, "g", TODAY)
        assert grid is not None
        return grid.rijen[0]

    schrijf(archive, opp_zetten(row(), TODAY, TODAY + timedelta(300)), AUTHOR)
    assert row().opp is not None
    with pytest.raises(Ongeldig, match="kies een latere dag"):
        opp_zetten(row(), TODAY, TODAY - timedelta(1))
    with pytest.raises(Ongeldig, match="vanaf welke dag"):
        opp_zetten(row(), None, TODAY)
    schrijf(archive, opp_zetten(row(), None, None), AUTHOR)
    assert row().opp is None
    assert opp_zetten(row(), None, None) == ()


def test_what_is_filled_in_wrongly_is_said_in_one_sentence():
    assert klacht_naam(" ", "") and not klacht_naam("Noor", "")
    assert "nog niet geweest" in klacht_geboortedatum(date(2026, 12, 1), date(2026, 11, 1))
    assert "1926" in klacht_geboortedatum(date(1926, 12, 1), date(2026, 11, 1))
    assert not klacht_geboortedatum(date(2016, 12, 1), date(2026, 11, 1)) and not klacht_geboortedatum(None, TODAY)
    assert klacht_email("m.berg") and not klacht_email("m@berg.nl") and not klacht_email("")
    assert klacht_telefoon("bel oma") and not klacht_telefoon("+31 6 12345678")
    assert klacht_periode(TODAY, None, tot_nodig=True) and not klacht_periode(TODAY, None)
