"""The first page: what asks for attention today, and nothing else."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Definitie, Formulier, Werkaantekening
from app.models.consult import Consult
from app.models.contact import Contact
from app.models.leerling import Leerling
from app.models.route import Mpo, Route
from app.models.school import Groep, Medewerker, School
from app.storage import school
from app.storage.archive import Archive
from app.storage.vandaag import te_laat, vandaag

TODAY = date(2026, 11, 23)
AUTHOR = "Test"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        Definitie(id="d", naam="leerlingbespreking"),
        Groep(id="g", naam="5/6", jaargroepen=("5", "6")),
        Leerling(id="noor", roepnaam="Noor", voorvoegsel="van den", achternaam="Berg", groep="g"),
        Leerling(id="weg", roepnaam="Sem", achternaam="Aals", gearchiveerd_op="2026-08-01"),
    ):
        archive.add(record, AUTHOR)
    yield archive
    archive.close()


def formulier(id_: str, **fields) -> Formulier:
    known = {"definitie": "d", "leerling": "noor", "stam": id_, "datum": TODAY, "antwoorden": {"doel": {"doel": "x"}}}
    return Formulier(id=id_, **(known | fields))


def test_a_fresh_school_has_nothing_waiting(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    found = vandaag(archive, TODAY)
    archive.close()
    assert found.is_leeg
    assert found.aantallen == school.Aantallen(0, 0, 0, 0)


def test_a_new_school_year_is_announced_from_june_until_it_is_there(archive: Archive):
    archive.add(School(id="s", schooljaar="2026-2027"), AUTHOR)
    days = (date(2027, 5, 31), date(2027, 6, 1), date(2027, 9, 1))
    assert [vandaag(archive, day).nieuw_jaar for day in days] == ["", "2027-2028", "2027-2028"]
    archive.write("school", "s", {"schooljaar": "2027-2028"}, AUTHOR)
    assert vandaag(archive, date(2027, 9, 1)).nieuw_jaar == ""
    archive.write("school", "s", {"schooljaar": "onbekend"}, AUTHOR)
    assert vandaag(archive, date(2027, 9, 1)).nieuw_jaar == ""


def test_meetings_to_come_stand_in_order_with_how_far_they_are(archive: Archive):
    archive.add(Bespreking(id="morgen", datum=TODAY + timedelta(1), tijd="14:00", groep="g"), AUTHOR)
    archive.add(Bespreking(id="nu", datum=TODAY, tijd="15:30"), AUTHOR)
    archive.add(Bespreking(id="vergeten", datum=TODAY - timedelta(7)), AUTHOR)
    archive.add(Bespreking(id="lang geleden", datum=TODAY - timedelta(60)), AUTHOR)
    archive.add(Bespreking(id="gehouden", datum=TODAY, gehouden=True), AUTHOR)
    archive.add(formulier("f"), AUTHOR)
    archive.add(Agendapunt(bespreking="morgen", leerling="noor", formulier="f"), AUTHOR)
    archive.add(Agendapunt(bespreking="morgen", leerling="noor"), AUTHOR)
    found = vandaag(archive, TODAY).besprekingen
    assert [each.id for each in found] == ["vergeten", "nu", "morgen"]
    assert (found[2].groep, found[2].leerlingen, found[2].besproken) == ("5/6", 2, 1)


def test_meetings_with_people_from_outside_show_until_they_were_held(archive: Archive):
    for record in (
        Contact(id="rik", naam="Rik Overdijk", rol="consulent"),
        Route(id="r", leerling="noor", definitie="d"),
        Route(id="over", leerling="noor", definitie="d", beeindigd_op=TODAY),
        mpo("straks", datum=TODAY + timedelta(20), tijd="14:00", plaats="bij de GGD"),
        mpo("gisteren", datum=TODAY - timedelta(1)),
        mpo("lang geleden", datum=TODAY - timedelta(29)),
        mpo("zonder dag", datum=None),
        mpo("gehouden", datum=TODAY, uitkomst="vervolg"),
        mpo("genotuleerd", datum=TODAY, formulier="notulen"),
        formulier("notulen", soort="mpo", vastgesteld_op="2026-11-23T10:00:00+00:00", in_dossier_op="2026-11-23"),
        mpo("bezig", datum=TODAY, tijd="09:00", formulier="begonnen"),
        formulier("begonnen", soort="mpo", antwoorden={}),
        mpo("route voorbij", route="over", datum=TODAY),
        consult("afspraak", afspraak_op=TODAY, afspraak_tijd="10:30", consulent="rik", leerlingen=("noor", "weg")),
        consult("gevoerd", status="gevoerd", afspraak_op=TODAY),
    ):
        archive.add(record, AUTHOR)
    found = vandaag(archive, TODAY)
    assert [each[:1] + each[2:] for each in found.overleggen] == [
        ("mpo", "Noor van den Berg", 0, "5/6", TODAY - timedelta(1), "", ""),
        ("mpo", "Noor van den Berg", 0, "5/6", TODAY, "09:00", ""),
        ("consult", "Noor van den Berg", 1, "5/6", TODAY, "10:30", "Rik Overdijk"),
        ("mpo", "Noor van den Berg", 0, "5/6", TODAY + timedelta(20), "14:00", "bij de GGD"),
    ]
    assert {each.id for each in found.overleggen} == {"r", "afspraak"}
    assert not found.is_leeg


def mpo(id_: str, **fields) -> Mpo:
    return Mpo(id=id_, **({"route": "r", "leerling": "noor"} | fields))


def consult(id_: str, **fields) -> Consult:
    return Consult(id=id_, **({"definitie": "d", "leerling": "noor", "status": "afspraak"} | fields))


def test_agreements_show_from_a_week_before_their_day_until_they_are_done(archive: Archive):
    archive.add(Afspraak(id="laat", leerling="noor", wat="Bellen", wie="IB", voor=TODAY - timedelta(2)), AUTHOR)
    archive.add(Afspraak(id="straks", leerling="noor", wat="Toets", voor=TODAY + timedelta(7)), AUTHOR)
    archive.add(Afspraak(id="later", leerling="noor", wat="Toets", voor=TODAY + timedelta(8)), AUTHOR)
    archive.add(Afspraak(id="gedaan", leerling="noor", voor=TODAY, staat="gedaan"), AUTHOR)
    archive.add(Afspraak(id="zonder dag", leerling="noor"), AUTHOR)
    archive.add(Afspraak(id="vertrokken", leerling="weg", voor=TODAY - timedelta(9)), AUTHOR)
    found = vandaag(archive, TODAY)
    assert [(each.id, each.naam) for each in found.afspraken] == [
        ("laat", "Noor van den Berg"),
        ("straks", "Noor van den Berg"),
    ]
    assert found.te_laat == te_laat(archive, TODAY) == 1


def test_an_evaluation_leads_to_the_newest_version_of_its_form(archive: Archive):
    archive.add(formulier("f1", vastgesteld_op="2026-10-01T10:00:00", verslag="v", in_dossier_op="2026-10-02"), AUTHOR)
    archive.add(
        formulier("f2", stam="f1", vorige="f1", versie=2, vastgesteld_op="2026-10-03T10:00:00", verslag="v",
                  in_dossier_op="2026-10-03"),
        AUTHOR,
    )  # fmt: skip
    archive.add(Afspraak(id="e", leerling="noor", formulier="f1", soort="evaluatie", voor=TODAY), AUTHOR)
    found = vandaag(archive, TODAY)
    assert [(each.id, each.formulier) for each in found.evaluaties] == [("e", "f2")]
    assert found.afspraken == ()


def test_a_form_asks_for_its_next_step_until_its_report_is_in_the_dossier(archive: Archive):
    blank = formulier("begonnen maar leeg", antwoorden={})
    archive.add(blank, AUTHOR)
    archive.add(formulier("f"), AUTHOR)
    steps = []
    for fields in (
        {},
        {"vastgesteld_op": "2026-11-23T10:00:00"},
        {"verslag": "Kort verslag"},
        {"in_dossier_op": "2026-11-24"},
    ):
        if fields:
            archive.write("formulier", "f", fields, AUTHOR)
        steps.append([each.vraagt for each in vandaag(archive, TODAY).formulieren])
    assert steps == [["invullen"], ["verslag"], ["dossier"], []]


def test_an_application_asks_for_no_report(archive: Archive):
    archive.add(formulier("af", soort="consult_aanvraag_ao", vastgesteld_op="2026-11-20T10:00:00+00:00"), AUTHOR)
    archive.add(formulier("open", soort="consult_aanvraag_ao"), AUTHOR)
    for each in ("af", "open"):
        archive.add(consult(f"c-{each}", formulier=each, status="ingediend"), AUTHOR)
    assert [(each.id, each.vraagt) for each in vandaag(archive, TODAY).formulieren] == [("open", "invullen")]


def test_an_unfinished_form_leads_to_where_was_last_typed(archive: Archive):
    archive.add(replace(formulier("f"), antwoorden={}), AUTHOR)
    archive.write_answer("f", "hulpvraag.vraag", "Hoe?", AUTHOR)
    archive.write_answer("f", "onderwijsbehoeften.doel", "Tafels", AUTHOR)
    assert [each.sectie for each in vandaag(archive, TODAY).formulieren] == ["onderwijsbehoeften"]


def test_working_notes_are_asked_about_when_their_day_has_come(archive: Archive):
    archive.add(Werkaantekening(id="w1", leerling="noor", tekst="x", opruimen_op=TODAY), AUTHOR)
    archive.add(Werkaantekening(id="w2", leerling="noor", tekst="x", opruimen_op=TODAY + timedelta(1)), AUTHOR)
    assert [each.id for each in vandaag(archive, TODAY).aantekeningen] == ["w1"]


def test_staff_and_groups_in_the_order_people_expect(archive: Archive):
    archive.add(Medewerker(id="m1", roepnaam="Joke", voorvoegsel="van", achternaam="Dijk"), AUTHOR)
    archive.add(Medewerker(id="m2", roepnaam="Piet", achternaam="Aal"), AUTHOR)
    archive.add(Medewerker(id="m3", roepnaam="Aad", achternaam="Aal", uit_dienst_op="2026-01-01"), AUTHOR)
    archive.add(Groep(id="g8", naam="8", jaargroepen=("8",)), AUTHOR)
    archive.add(Groep(id="oud", naam="7", jaargroepen=("7",), opgeheven_op="2026-08-01"), AUTHOR)
    assert [each.id for each in school.medewerkers(archive)] == ["m2", "m1"]
    assert [each.id for each in school.medewerkers(archive, ook_uit_dienst=True)] == ["m2", "m1", "m3"]
    assert [each.id for each in school.groepen(archive)] == ["g", "g8"]
    assert school.leerlingen_per_groep(archive) == {"g": 1}
