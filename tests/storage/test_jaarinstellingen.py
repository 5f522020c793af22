"""What a school sets for one year, kept and put back."""

from datetime import date
from pathlib import Path

import pytest

from app.models.gesprek import Gesprek
from app.models.leerling import Leerling
from app.models.school import School
from app.models.schooljaar import Gespreksbeleid, VrijePeriode
from app.storage.archive import Archive
from app.storage.jaarinstellingen import (
    beleid_bewaren,
    beleidskeuzes,
    gesprekken_per_moment,
    jaar_wijzigen,
    jaarinstellingen,
    keuzejaren,
    rapport_zetten,
    tekst_van,
    vakantie_verzetten,
    verschil,
)
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.schooljaren import beleidstekst, dit_schooljaar, jaarplan, meegeleverd

YEAR = "2026-2027"
TODAY = date(2026, 11, 23)


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    archive.add(School(naam="De Wilg", schooljaar=YEAR, regio="midden"), "Anna")
    yield archive
    archive.close()


def keep(archive: Archive, *work: Schrijf) -> tuple[Schrijf, ...]:
    return schrijf(archive, work, "Anna")


def test_a_fresh_school_has_all_defaults(archive: Archive):
    found = jaarinstellingen(archive, YEAR)
    assert found.kalender == found.standaard
    assert found.kalender.eerste_dag == date(2026, 8, 31)
    assert [each.meegeleverd.sleutel for each in found.vakanties] == ["herfst", "kerst", "voorjaar", "mei", "zomer"]
    assert not found.eigen
    assert all(each.gekozen is None and each.standaard for each in found.rapporten)
    assert keuzejaren(archive, TODAY) == ("2025-2026", YEAR, "2027-2028", "2028-2029", "2029-2030")


def test_a_school_year_that_is_none_counts_as_the_present_one(archive: Archive):
    (school,) = archive.all(School)
    for wrong in ("", "26-27", "2026", "2026-2028", "0000-0001", "schooljaar"):
        archive.write("school", school.id, {"schooljaar": wrong}, "Anna")
        assert dit_schooljaar(archive, TODAY) == YEAR
        assert wrong not in keuzejaren(archive, TODAY)


def test_an_own_first_day_is_kept_and_put_back(archive: Archive):
    jaar = jaarinstellingen(archive, YEAR).jaar
    back = keep(archive, jaar_wijzigen(jaar, eerste_dag=date(2026, 9, 1)))
    found = jaarinstellingen(archive, YEAR)
    assert found.kalender.eerste_dag == date(2026, 9, 1)
    assert found.standaard.eerste_dag == date(2026, 8, 31)
    keep(archive, *back)
    assert jaarinstellingen(archive, YEAR).kalender.eerste_dag == date(2026, 8, 31)


def test_another_region_moves_the_whole_year_and_no_other_year(archive: Archive):
    keep(archive, jaar_wijzigen(jaarinstellingen(archive, YEAR).jaar, regio="noord"))
    assert jaarinstellingen(archive, YEAR).kalender.eerste_dag == date(2026, 8, 17)
    assert jaarinstellingen(archive, "2027-2028").kalender.regio == "midden"


def test_a_holiday_moves_more_than_once_and_goes_back(archive: Archive):
    autumn = jaarinstellingen(archive, YEAR).vakanties[0].meegeleverd
    for day in (10, 11):
        keep(archive, Schrijf.van(vakantie_verzetten(YEAR, autumn, date(2026, 10, day), date(2026, 10, 18))))
    found = jaarinstellingen(archive, YEAR)
    assert found.vakanties[0].eigen.van == date(2026, 10, 11)
    assert len([each for each in found.kalender.vrij if each.sleutel == "herfst"]) == 1
    keep(archive, Schrijf.weg(found.vakanties[0].eigen))
    assert jaarinstellingen(archive, YEAR).vakanties[0].eigen is None
    keep(archive, Schrijf.van(vakantie_verzetten(YEAR, autumn, date(2026, 10, 12), date(2026, 10, 18))))
    assert jaarinstellingen(archive, YEAR).vakanties[0].eigen.van == date(2026, 10, 12)


def test_what_is_taken_leaves_out_what_is_about_to_change(archive: Archive):
    day = VrijePeriode(schooljaar=YEAR, naam="Studiedag", van=date(2026, 11, 11))
    keep(archive, Schrijf.van(day))
    found = jaarinstellingen(archive, YEAR)
    assert found.eigen == (day,)
    assert "Studiedag" not in [each.naam for each in found.bezet(day)]
    assert "Studiedag" in [each.naam for each in found.bezet(VrijePeriode(schooljaar=YEAR))]
    autumn = found.vakanties[0].meegeleverd
    moving = vakantie_verzetten(YEAR, autumn, autumn.van, autumn.tot)
    assert "Herfstvakantie" not in [each.naam for each in found.bezet(moving)]


def test_a_report_day_moves_its_conversations_and_goes_back(archive: Archive):
    before = jaarplan(archive, YEAR).moment("rapport_feb")
    keep(archive, rapport_zetten(jaarinstellingen(archive, YEAR).jaar, "februari", date(2027, 2, 12)))
    found = jaarinstellingen(archive, YEAR)
    assert found.rapporten[0].gekozen == date(2027, 2, 12)
    assert jaarplan(archive, YEAR).moment("rapport_feb").van > before.van
    keep(archive, rapport_zetten(found.jaar, "februari", None))
    assert jaarplan(archive, YEAR).moment("rapport_feb") == before


def test_the_schools_own_policy_stands_among_the_shipped_ones(archive: Archive):
    own = Gespreksbeleid(id="1", naam="Ons beleid", tekst=beleidstekst("wettelijke_tijdlijn"))
    broken = Gespreksbeleid(id="2", naam="Half af", tekst='naam = "half"\n')
    keep(archive, beleid_bewaren(own), beleid_bewaren(broken))
    found = beleidskeuzes(archive, YEAR)
    assert [each.naam for each in found] == [*meegeleverd(), own.id, broken.id]
    assert [each.naam for each in found if each.geldt] == ["wettelijke_tijdlijn"]
    assert "Half af" in found[-1].klacht
    assert found[-1].beleid is None
    assert tekst_van(found[0]) == tekst_van(found[-2]) == own.tekst
    keep(archive, jaar_wijzigen(jaarinstellingen(archive, YEAR).jaar, beleid=own.id))
    assert [each.naam for each in beleidskeuzes(archive, YEAR) if each.geldt] == [own.id]


def test_a_policy_that_cant_be_read_is_told_and_compared_with_the_default(archive: Archive):
    broken = Gespreksbeleid(naam="Half af", tekst="soort = [")
    keep(archive, beleid_bewaren(broken), jaar_wijzigen(jaarinstellingen(archive, YEAR).jaar, beleid=broken.id))
    assert "Half af" in jaarinstellingen(archive, YEAR).klacht
    assert verschil(archive, YEAR, meegeleverd()["wettelijke_tijdlijn"]).leeg


def test_conversations_under_a_moment_that_goes_are_counted(archive: Archive):
    archive.add(Leerling(id="noor", roepnaam="Noor"), "Anna")
    for state in ("gepland", "gehouden", "gehouden", "afgezegd"):
        archive.add(Gesprek(schooljaar=YEAR, moment="preadvies", leerling="noor", staat=state), "Anna")
    archive.add(Gesprek(schooljaar="2025-2026", moment="preadvies", leerling="noor"), "Anna")
    archive.add(Gesprek(schooljaar=YEAR, leerling="noor"), "Anna")
    assert gesprekken_per_moment(archive, YEAR) == {"preadvies": (1, 2)}
    found = verschil(archive, YEAR, meegeleverd()["beleid_van_de_bron"])
    gone = next(each for each in found.veranderd if each.sleutel == "preadvies")
    assert (gone.gepland, gone.gehouden) == (1, 2)
