"""Consults as lists: what waits first, a page at a time."""

from datetime import date
from pathlib import Path

import pytest

from app.models.consult import Bijlagepunt
from app.storage import consulten, zoeken
from app.storage.archive import Archive
from app.storage.consulten import Filter
from app.ui.place import Place
from app.ui.window.vondsten import zoek
from tests.storage.consulten_voorbeeld import (
    ANNA,
    EENMALIG,
    START,
    VANDAAG,
    breng_naar,
    naar,
    school,
)

VORIG_JAAR = date(2026, 3, 2)


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    school(archive)
    yield archive
    archive.close()


def begin(archive: Archive, soort: str = START, *leerlingen: str) -> str:
    return consulten.begin(archive, soort, leerlingen or ("noor",), ANNA, dag=VANDAAG)


def test_the_list_shows_first_what_waits_and_counts_the_rest(archive: Archive):
    early = consulten.begin(archive, START, ["sam"], ANNA, dag=VORIG_JAAR)
    first, second, third = (begin(archive, EENMALIG) for _ in range(3))
    breng_naar(archive, early, "afspraak")
    naar(archive, second, "ingetrokken")
    found = consulten.lijst(archive, Filter(), VANDAAG)
    assert [each.consult.id for each in found.regels] == [early, third, first]
    assert (found.totaal, found.per_status) == (3, {"afspraak": 1, "concept": 2, "ingetrokken": 1})
    top = found.regels[0]
    assert (top.naam, top.groep, top.soort, top.consulent) == ("Sam Dijk", "5", "Startgesprek SWV", "Cees Consulent")
    assert (top.wacht_op, top.mist, top.anderen) == ("Gesprek is gevoerd", 0, ())
    assert found.regels[1].mist == 3
    assert consulten.lijst(archive, Filter(status="ingetrokken"), VANDAAG).regels[0].consult.id == second
    assert consulten.lijst(archive, Filter(status="", soort=START), VANDAAG).totaal == 1
    assert consulten.lijst(archive, Filter(status="", leerling="noor"), VANDAAG).totaal == 3


def test_the_others_of_a_group_are_known_by_name_unless_they_were_removed(archive: Archive):
    begin(archive, EENMALIG, "sam", "noor")
    assert consulten.lijst(archive, Filter(), VANDAAG).regels[0].anderen == ("Noor Berg",)
    archive.delete("leerling", "noor", ANNA)
    assert consulten.lijst(archive, Filter(), VANDAAG).regels[0].anderen == ()


def test_the_list_comes_in_pages(archive: Archive):
    for _ in range(7):
        begin(archive, EENMALIG)
    pages = [consulten.lijst(archive, Filter(vanaf=at, limit=3), VANDAAG) for at in (0, 3, 6)]
    assert [len(each.regels) for each in pages] == [3, 3, 1]
    assert {each.totaal for each in pages} == {7}
    assert len({line.consult.id for each in pages for line in each.regels}) == 7


def test_a_consult_that_is_not_there_has_no_page(archive: Archive):
    assert consulten.consultblad(archive, "weg", VANDAAG) is None
    with pytest.raises(KeyError):
        consulten.find_consult(archive, "weg")
    assert archive.all(Bijlagepunt) == []


def test_a_pupil_who_was_removed_is_in_no_list(archive: Archive):
    begin(archive, EENMALIG)
    archive.delete("leerling", "noor", ANNA)
    assert consulten.lijst(archive, Filter(), VANDAAG).totaal == 0
    assert consulten.lijst(archive, Filter(), VANDAAG).regels == ()


@pytest.mark.parametrize(("typed", "naam"), [("sam", "Sam Dijk"), ("noor", "Noor Berg")])
def test_the_palette_finds_a_group_under_each_of_its_pupils_and_names_no_other(archive: Archive, typed: str, naam: str):
    consult = begin(archive, EENMALIG, "sam", "noor")
    found = [each for each in zoek(typed, typed, archive).inhoud if each.place == Place("consult", consult)]
    assert [(each.words, each.under) for each in found] == [(naam, "consult, concept · 23 nov 2026")]
    assert zoeken.consulten_van(archive, ["sam", "noor"])[0].id == consult  # once, whoever was found
    assert len(zoeken.consulten_van(archive, ["sam", "noor"])) == 1
