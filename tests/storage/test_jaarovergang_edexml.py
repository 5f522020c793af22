"""EDEXML of the new year on top of the roll-over: groups and pupils are known again, and nothing is doubled."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.models.ids import new_id
from app.models.jaarovergang.overgang import voorstel
from app.models.leerling import Leerling
from app.models.school import School
from app.models.schoolimport.aanlevering import Aanlevering
from app.models.schoolimport.vergelijken import compare
from app.models.schoolimport.voorstel import Keuze, Voorstel
from app.models.schooljaar import Plaatsing
from app.storage import schoolimport
from app.storage.archive import Archive
from app.storage.jaarovergang import stand, voer_uit
from app.storage.jaarovergang_terug import gedaan
from app.storage.school import groepen
from tests.imports.maak_edexml import verzonnen_school
from tests.storage.zaten import groepen_van, leerlingen_in_groep

JUNE = date(2027, 6, 21)
KEY = bytes(range(32))
ANNA = "Anna de Wit"


def roll_over(archive: Archive) -> None:
    voer_uit(archive, voorstel(stand(archive, JUNE)), JUNE, ANNA)


def names(pupils: list[Leerling]) -> list[str]:
    return [each.naam for each in pupils]


SCHOOL = verzonnen_school(120, combinaties="C")


@pytest.fixture
def imported(tmp_path: Path) -> Iterator[Archive]:
    opened = Archive(tmp_path, KEY)
    opened.add(School(naam="De Linde", schooljaar="2026-2027"), ANNA)
    take_over(opened, SCHOOL, date(2026, 9, 14))
    yield opened
    opened.close()


def proposal(archive: Archive, school: Aanlevering, day: date) -> Voorstel:
    return compare(school, schoolimport.current(archive), vandaag=day)


def take_over(archive: Archive, school: Aanlevering, day: date) -> Counter[tuple[str, str]]:
    proposed = proposal(archive, school, day)
    assert proposed.vragen == ()
    return Counter(dict(schoolimport.apply(archive, proposed, Keuze.begin(proposed), ANNA)))


def next_year(archive: Archive, school: Aanlevering, **renamed: str) -> Aanlevering:
    """The file of the administration that rolled its year over in the same way; its groups have new keys."""
    keys = {each.naam: f"nieuw {each.naam}" for each in groepen(archive)}
    name_of = {each.id: each.naam for each in groepen(archive)}
    pupils = {each.bron_key: each for each in archive.all(Leerling, gearchiveerd_op=None)}
    rows = tuple(
        replace(row, jaargroep=pupils[row.key].jaargroep, groep=keys[name_of[pupils[row.key].groep or ""]])
        for row in school.leerlingen
        if row.key in pupils
    )
    groups = tuple(
        replace(school.groepen[0], id=key, key=key, naam=renamed.get(naam, naam), jaargroep="C")
        for naam, key in keys.items()
    )
    return replace(school, schooljaar="2027-2028", leerlingen=rows, groepen=groups, medewerkers=None)


AUGUST = date(2027, 8, 23)


def test_the_file_of_the_new_year_fits_on_top(imported: Archive):
    roll_over(imported)
    groups, pupils = len(groepen(imported)), len(imported.all(Leerling))
    file = next_year(imported, SCHOOL)
    used = {each.groep for each in file.leerlingen}
    news = tuple(
        replace(SCHOOL.leerlingen[0], id=new_id(), key=f"kleuter {each.key}", jaargroep="1", groep=each.key, eckid="")
        for each in file.groepen
        if each.key not in used
    )
    file = replace(file, leerlingen=(*file.leerlingen, *news))
    assert take_over(imported, file, AUGUST) == {("groep", "wijzigen"): groups, ("leerling", "nieuw"): len(news)}
    assert (len(groepen(imported)), len(imported.all(Leerling))) == (groups, pupils + len(news))
    assert proposal(imported, file, AUGUST).posten == ()


def test_groups_are_known_by_their_pupils_where_the_administration_calls_them_otherwise(imported: Archive):
    roll_over(imported)
    groups = len(groepen(imported))
    file = next_year(imported, SCHOOL, **{each.naam: f"Groep {each.naam} blauw" for each in groepen(imported)})
    filled = {each.id for each in groepen(imported) if leerlingen_in_groep(imported, each.id)}
    counted = take_over(imported, file, AUGUST)
    assert ("groep", "nieuw") not in counted
    assert {each.id for each in groepen(imported)} == filled
    assert len(groepen(imported)) == groups - counted["groep", "weg"]


def test_the_file_corrects_the_roll_over_where_nobody_decided_otherwise(imported: Archive):
    stays = imported.all(Leerling, jaargroep="4")[0]
    leaves = imported.all(Leerling, jaargroep="8")[0]
    roll_over(imported)
    file = next_year(imported, SCHOOL)
    four = next(each.key for each in file.groepen if each.naam.startswith("4"))
    eight = next(each.key for each in file.groepen if each.naam.endswith("8"))
    came_back = next(row for row in SCHOOL.leerlingen if row.key == leaves.bron_key)
    rows = (
        *(replace(r, jaargroep="4", groep=four) if r.key == stays.bron_key else r for r in file.leerlingen),
        replace(came_back, jaargroep="8", groep=eight),
    )
    take_over(imported, replace(file, leerlingen=rows), AUGUST)
    assert imported.get(Leerling, stays.id).jaargroep == "4"  # type: ignore[union-attr]
    again = imported.get(Leerling, leaves.id)
    assert again is not None
    assert (again.gearchiveerd_op, again.uitstroomdatum, again.jaargroep) == (None, None, "8")


def test_what_was_set_by_hand_after_the_roll_over_stays(imported: Archive):
    roll_over(imported)
    pupil = imported.all(Leerling, jaargroep="5")[0]
    file = next_year(imported, SCHOOL)
    imported.write("leerling", pupil.id, {"jaargroep": "4"}, ANNA)
    take_over(imported, file, AUGUST)
    assert imported.get(Leerling, pupil.id).jaargroep == "4"  # type: ignore[union-attr]


def test_a_pupil_entered_by_hand_is_still_not_missed_in_a_file(imported: Archive):
    by_hand = Leerling(roepnaam="Zelf", achternaam="Gezet", jaargroep="3", groep=groepen(imported)[2].id)
    imported.add(by_hand, ANNA)
    roll_over(imported)
    posts = proposal(imported, replace(SCHOOL, schooljaar="2027-2028", leerlingen=()), AUGUST).posten
    assert by_hand.id not in {each.id for each in posts}


def test_a_file_that_begins_the_new_year_itself_keeps_who_sat_where(imported: Archive):
    old = {each.id: names(leerlingen_in_groep(imported, each.id)) for each in groepen(imported)}
    read_again = tuple(replace(each, id=new_id()) for each in SCHOOL.groepen)
    file = replace(SCHOOL, schooljaar="2027-2028", medewerkers=None, groepen=read_again)
    take_over(imported, file, AUGUST)
    assert {
        each.id: names(leerlingen_in_groep(imported, each.id)) for each in groepen_van(imported, "2026-2027")
    } == old
    assert len(imported.all(Plaatsing, schooljaar="2026-2027")) == 120
    assert gedaan(imported) is None


def test_after_the_file_the_roll_over_is_in_use(imported: Archive):
    roll_over(imported)
    take_over(imported, next_year(imported, SCHOOL), AUGUST)
    done = gedaan(imported)
    assert done is not None
    assert "gewijzigde groepen" in done.bezwaar
    assert stand(imported, AUGUST).schooljaar == "2027-2028"
