"""Meetings: planned with their pupils, held in order, and in the list for ten years."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Definitie, Formulier
from app.models.leerling import Leerling, Niveau
from app.models.school import Groep, Medewerker
from app.storage import kandidaten
from app.storage.archive import Archive
from app.storage.besprekingen import Keuze, afronden_als_klaar, agenda, overzicht, plan, voeg_toe, zet_volgorde

TODAY = date(2026, 11, 23)
AUTHOR = "Test"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        Definitie(id="d", naam="leerlingbespreking"),
        Medewerker(id="joke", roepnaam="Joke", voorvoegsel="van", achternaam="Dijk", uit_dienst_op="2026-09-01"),
        Medewerker(id="ali", roepnaam="Ali", achternaam="Kaya"),
        Groep(id="g", naam="5/6", leerkrachten=("joke", "ali")),
        Groep(id="h", naam="7"),
        Leerling(id="noor", roepnaam="Noor", voorvoegsel="van den", achternaam="Berg", sorteernaam="berg", groep="g"),
        Leerling(id="sem", roepnaam="Sem", achternaam="Aals", sorteernaam="aals", groep="g"),
        Leerling(id="iris", roepnaam="Iris", achternaam="Cox", sorteernaam="cox", groep="h"),
        Leerling(id="weg", roepnaam="Wim", achternaam="Weg", groep="g", gearchiveerd_op="2026-08-01"),
    ):
        archive.add(record, AUTHOR)
    yield archive
    archive.close()


def planned(archive: Archive, *leerlingen: str, **fields) -> str:
    meeting = Bespreking(**({"datum": TODAY, "tijd": "14:00", "groep": "g"} | fields))
    return plan(archive, meeting, [Keuze(each, f"reden {each}") for each in leerlingen], AUTHOR)


def form(archive: Archive, meeting: str, leerling: str, **fields) -> None:
    """Give a pupil of a meeting a form."""
    new = Formulier(**({"definitie": "d", "leerling": leerling, "bespreking": meeting} | fields))
    archive.add(new, AUTHOR)
    punt = next(each.punt for each in agenda(archive, meeting).regels if each.punt.leerling == leerling)
    archive.write("agendapunt", punt.id, {"formulier": new.id}, AUTHOR)


def test_a_planned_meeting_has_its_pupils_in_the_order_in_which_they_were_chosen(archive: Archive):
    found = agenda(archive, planned(archive, "sem", "noor"))
    assert [(each.naam, each.punt.reden, each.staat) for each in found.regels] == [
        ("Sem Aals", "reden sem", "leeg"),
        ("Noor van den Berg", "reden noor", "leeg"),
    ]
    assert found.groep is not None
    assert found.groep.naam == "5/6"


def test_the_words_of_the_form_will_be_those_of_the_first_teacher_who_still_works_here(archive: Archive):
    regels = agenda(archive, planned(archive, "noor", "iris")).regels
    assert [each.leerkracht for each in regels] == ["Ali Kaya", ""]


def test_a_pupil_comes_on_an_agenda_once_and_at_the_end(archive: Archive):
    meeting = planned(archive, "sem")
    assert len(voeg_toe(archive, meeting, [Keuze("sem"), Keuze("iris"), Keuze("iris")], AUTHOR)) == 1
    assert [each.punt.leerling for each in agenda(archive, meeting).regels] == ["sem", "iris"]


def test_a_new_order_is_kept_and_writes_only_what_moved(archive: Archive):
    meeting = planned(archive, "sem", "noor", "iris")
    sem, noor, iris = (each.punt.id for each in agenda(archive, meeting).regels)
    zet_volgorde(archive, [noor, sem, iris], AUTHOR)
    assert [each.punt.leerling for each in agenda(archive, meeting).regels] == ["noor", "sem", "iris"]
    assert len(archive.history(iris, "volgorde")) == 1


def test_a_meeting_is_held_once_every_form_is_vastgesteld(archive: Archive):
    meeting = planned(archive, "sem", "noor")
    assert not afronden_als_klaar(archive, meeting, AUTHOR)
    form(archive, meeting, "sem", vastgesteld_op="2026-11-23T15:00:00")
    assert not afronden_als_klaar(archive, meeting, AUTHOR)
    form(archive, meeting, "noor", vastgesteld_op="2026-11-23T15:00:00")
    assert afronden_als_klaar(archive, meeting, AUTHOR)
    assert not afronden_als_klaar(archive, meeting, AUTHOR)
    assert not afronden_als_klaar(archive, None, AUTHOR)


def test_a_meeting_without_pupils_is_never_held_by_itself(archive: Archive):
    assert not afronden_als_klaar(archive, planned(archive), AUTHOR)


def test_the_list_says_how_far_each_meeting_is(archive: Archive):
    fresh = planned(archive, "sem", datum=TODAY + timedelta(7))
    busy = planned(archive, "sem", "noor", "iris")
    form(archive, busy, "sem", vastgesteld_op="2026-11-23T15:00:00", in_dossier_op="2026-11-24")
    form(archive, busy, "noor")
    form(archive, busy, "iris", vorige="eerste versie")
    found = overzicht(archive, gehouden=False)
    assert [(each.bespreking.id, each.staat) for each in found.regels] == [(busy, "bezig"), (fresh, "gepland")]
    counted = found.regels[0]
    assert (counted.leerlingen, counted.begonnen, counted.vastgesteld, counted.in_dossier) == (3, 3, 2, 1)


def test_ten_years_of_meetings_come_in_pages_newest_first(archive: Archive):
    with archive.batch():
        for week in range(400):
            archive.add(Bespreking(datum=TODAY - timedelta(weeks=week), gehouden=True), AUTHOR)
    found = overzicht(archive, gehouden=True, limit=25)
    assert (len(found.regels), found.totaal) == (25, 400)
    assert found.regels[0].bespreking.datum == TODAY
    assert len(overzicht(archive, gehouden=True, limit=50).regels) == 50


def test_a_meeting_that_is_called_off_leaves_the_list_and_can_come_back(archive: Archive):
    meeting = planned(archive, "sem")
    archive.delete("bespreking", meeting, AUTHOR)
    assert overzicht(archive, gehouden=False).totaal == 0
    archive.restore("bespreking", meeting, AUTHOR)
    assert len(agenda(archive, meeting).regels) == 1


def test_a_pupil_taken_off_the_agenda_counts_no_more(archive: Archive):
    meeting = planned(archive, "sem", "noor")
    punt = archive.all(Agendapunt, leerling="noor")[0]
    archive.delete("agendapunt", punt.id, AUTHOR)
    assert overzicht(archive, gehouden=False).regels[0].leerlingen == 1
    assert [each.punt.leerling for each in agenda(archive, meeting).regels] == ["sem"]


@pytest.fixture
def with_reasons(archive: Archive):
    """Noor is at level 3 with an evaluation next week and two late agreements; Iris was at 2 once."""
    for record in (
        Niveau(leerling="noor", niveau=3, vanaf=date(2026, 9, 1)),
        Niveau(leerling="iris", niveau=2, vanaf=date(2025, 9, 1)),
        Niveau(leerling="iris", niveau=1, vanaf=date(2026, 9, 1)),
        Niveau(leerling="sem", niveau=1, vanaf=date(2026, 9, 1)),
        Niveau(leerling="sem", niveau=4, vanaf=date(2027, 1, 1)),
        Afspraak(leerling="noor", soort="evaluatie", voor=TODAY + timedelta(9)),
        Afspraak(leerling="noor", voor=TODAY - timedelta(1)),
        Afspraak(leerling="noor", voor=TODAY - timedelta(9)),
        Afspraak(leerling="noor", voor=TODAY - timedelta(9), staat="gedaan"),
        Afspraak(leerling="sem", voor=TODAY),
        Afspraak(leerling="weg", voor=TODAY - timedelta(1)),
    ):
        archive.add(record, AUTHOR)
    return archive


def test_of_a_group_those_with_a_reason_come_first(with_reasons: Archive):
    found = kandidaten.van_groep(with_reasons, "g", TODAY + timedelta(2), TODAY)
    assert [(each.naam, each.reden) for each in found] == [
        ("Noor van den Berg", "Niveau 3, evaluatie van 2 dec, 2 afspraken te laat"),
        ("Sem Aals", ""),
    ]


def test_an_evaluation_long_after_the_meeting_is_no_reason(with_reasons: Archive):
    assert "evaluatie" not in kandidaten.van_groep(with_reasons, "g", TODAY, TODAY)[0].reden


def test_without_a_group_the_school_is_searched_for_reasons(with_reasons: Archive):
    found = kandidaten.van_school(with_reasons, TODAY, TODAY)
    assert [each.leerling for each in found] == ["noor"]
    with_reasons.add(Afspraak(leerling="iris", voor=TODAY - timedelta(1)), AUTHOR)
    assert kandidaten.van_school(with_reasons, TODAY, TODAY)[1].reden == "1 afspraak te laat"


def test_any_pupil_can_be_found_by_name(with_reasons: Archive):
    assert [(each.naam, each.groep) for each in kandidaten.gezocht(with_reasons, "iri", TODAY, TODAY)] == [
        ("Iris Cox", "7")
    ]
    assert kandidaten.gezocht(with_reasons, "", TODAY, TODAY) == []
    assert kandidaten.gezocht(with_reasons, "wim", TODAY, TODAY) == []


def test_of_those_with_the_same_name_the_group_comes_first(archive: Archive):
    for number in range(12):
        archive.add(Leerling(id=f"f{number}", roepnaam="Fenna", achternaam=f"Ab{number:02}", groep="h"), AUTHOR)
    archive.add(Leerling(id="own", roepnaam="Fenna", achternaam="Zwart", groep="g"), AUTHOR)
    found = kandidaten.gezocht(archive, "fenna", TODAY, TODAY, "g")
    assert found[0].leerling == "own"
    assert len(found) == kandidaten.MOST_FOUND
