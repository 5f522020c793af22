"""The list of pupils: in order, in pages, sifted; and what one pupil's dossier and one group's grid hold."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.models.bespreking import Afspraak, Definitie, Formulier
from app.models.leerling import Leerling, Niveau, Plan, met_sorteernaam
from app.models.records import values_of
from app.models.school import Groep
from app.storage import leerlingen
from app.storage.archive import Archive
from app.storage.leerlingen import ALLE, ZONDER, Zeef, bladzijde, niveaus_per_groep

TODAY = date(2026, 11, 23)
AUTHOR = "Test"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    yield archive
    archive.close()


def add_pupil(archive: Archive, id_: str, roepnaam: str, achternaam: str, voorvoegsel: str = "", **fields) -> None:
    pupil = Leerling(id=id_, roepnaam=roepnaam, voorvoegsel=voorvoegsel, achternaam=achternaam, **fields)
    archive.write("leerling", id_, met_sorteernaam(values_of(pupil)), AUTHOR)


@pytest.fixture
def school(archive: Archive) -> Archive:
    archive.add(Groep(id="g7", naam="7", jaargroepen=("7",)), AUTHOR)
    archive.add(Groep(id="g34", naam="3/4", jaargroepen=("3", "4")), AUTHOR)
    archive.add(Groep(id="oud", naam="6", jaargroepen=("6",), opgeheven_op="2026-08-01"), AUTHOR)
    add_pupil(archive, "noor", "Noor", "Berg", "van den", groep="g34")
    add_pupil(archive, "sem", "Sem", "Aals", groep="g7")
    add_pupil(archive, "zoe", "Zoë", "Dijk", groep="g34")
    add_pupil(archive, "bo", "Bo", "Snoek")
    add_pupil(archive, "oude", "Roos", "Vink", groep="oud")
    add_pupil(archive, "weg", "Jip", "Kolk", groep="g34", gearchiveerd_op="2026-08-01")
    return archive


def names(archive: Archive, zeef: Zeef) -> list[str]:
    return [each.naam for each in bladzijde(archive, zeef, TODAY, 100).rijen]


def test_pupils_stand_group_by_group_and_by_surname_without_its_prefix(school: Archive):
    assert names(school, Zeef()) == ["Noor van den Berg", "Zoë Dijk", "Sem Aals", "Bo Snoek", "Roos Vink"]


def test_who_has_left_is_shown_when_asked_for(school: Archive):
    assert names(school, Zeef("g34", ook_vertrokken=True)) == ["Noor van den Berg", "Zoë Dijk", "Jip Kolk"]


@pytest.mark.parametrize(
    ("zeef", "expected"),
    [
        (Zeef("g7"), ["Sem Aals"]),
        (Zeef(ZONDER), ["Bo Snoek"]),
        (Zeef(tekst="zoe"), ["Zoë Dijk"]),
        (Zeef(tekst="berg noo"), ["Noor van den Berg"]),
        (Zeef("g7", tekst="noor"), []),
        (Zeef(tekst='"* OR'), []),
        (Zeef(tekst="?!"), []),
        (Zeef(niveau=3), ["Zoë Dijk"]),
    ],
)
def test_the_list_can_be_sifted(school: Archive, zeef: Zeef, expected: list[str]):
    school.add(Niveau(leerling="zoe", niveau=2, vanaf=TODAY - timedelta(90)), AUTHOR)
    school.add(Niveau(leerling="zoe", niveau=3, vanaf=TODAY), AUTHOR)
    school.add(Niveau(leerling="noor", niveau=3, vanaf=TODAY + timedelta(1)), AUTHOR)
    assert names(school, zeef) == expected


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_pages_follow_each_other_without_gap_or_double(school: Archive, size: int):
    found, verder = [], None
    for _ in range(20):
        page = bladzijde(school, Zeef(groep=ALLE, ook_vertrokken=True), TODAY, size, verder)
        assert len(page.rijen) <= size
        found += [each.id for each in page.rijen]
        verder = page.verder
        if verder is None:
            break
    assert found == ["noor", "zoe", "weg", "sem", "bo", "oude"]


def test_a_row_tells_what_runs_and_what_is_late(school: Archive):
    school.add(Definitie(id="d", naam="leerlingbespreking"), AUTHOR)
    for day in (TODAY - timedelta(60), TODAY - timedelta(5)):
        school.add(Formulier(definitie="d", leerling="noor", datum=day), AUTHOR)
    school.add(Afspraak(leerling="noor", wat="a", voor=TODAY - timedelta(1)), AUTHOR)
    school.add(Afspraak(leerling="noor", wat="b", voor=TODAY), AUTHOR)
    school.add(Afspraak(leerling="noor", wat="c", staat="gedaan"), AUTHOR)
    school.add(Plan(soort="opp", leerling="noor", van=date(2026, 9, 1), tot=date(2027, 9, 1)), AUTHOR)
    school.add(Plan(soort="handelingsplan", leerling="noor", van=date(2026, 9, 1)), AUTHOR)
    school.add(Plan(soort="handelingsplan", leerling="noor", tot=date(2026, 9, 1)), AUTHOR)
    row = bladzijde(school, Zeef(), TODAY, 1).rijen[0]
    assert (row.besproken, row.open, row.te_laat) == (TODAY - timedelta(5), 2, 1)
    assert [(each.soort, each.tot) for each in row.plannen] == [("opp", date(2027, 9, 1)), ("handelingsplan", None)]
    assert (row.groep, row.niveau, row.vertrokken) == ("3/4", None, False)


def test_levels_are_counted_per_group(school: Archive):
    for pupil, level in (("noor", 1), ("zoe", 4), ("sem", 1)):
        school.add(Niveau(leerling=pupil, niveau=level, vanaf=TODAY), AUTHOR)
    found = {each.naam: each.aantallen for each in niveaus_per_groep(school, TODAY)}
    assert found == {"3/4": {1: 1, 4: 1}, "7": {1: 1}, "geen groep": {None: 1}, "6": {None: 1}}


def test_a_page_looks_at_no_more_pupils_than_it_shows(archive: Archive):
    """Twenty thousand pupils open as fast as two hundred: SQLite walks the index, and stops."""
    plan = archive.query(f"EXPLAIN QUERY PLAN {leerlingen._RIJ} WHERE l.groep IS :groep AND l.gearchiveerd_op IS NULL "
                         "AND l.verwijderd_op IS NULL ORDER BY l.sorteernaam, l.id LIMIT 5",
                         {"groep": "g", "dag": TODAY.isoformat()})  # fmt: skip
    told = " ".join(row["detail"] for row in plan)
    assert "SEARCH l USING INDEX idx_leerling_groep_gearchiveerd_op_sorteernaam" in told
    assert "SCAN" not in told


def test_renaming_a_pupil_moves_it(school: Archive):
    pupil = replace(school.get(Leerling, "noor"), achternaam="Zwart", voorvoegsel="")
    school.write("leerling", "noor", met_sorteernaam(values_of(pupil)), AUTHOR)
    assert names(school, Zeef("g34")) == ["Zoë Dijk", "Noor Zwart"]
