"""Invitations out of the archive: who holds it, which plan is discussed, for one conversation or many."""

from datetime import date

import pytest

from app.models.gesprek import Gesprek
from app.models.leerling import Leerling, Ouder, Ouderschap, Plan
from app.models.school import Groep, Medewerker
from app.storage.archive import Archive
from app.storage.uitnodigingen import uitnodigingen

AUTHOR = "Anna de Wit"
JAAR = "2026-2027"


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        Medewerker(id="m", roepnaam="Bea", achternaam="Aarts", rollen=("ib", "leerkracht")),
        Groep(id="g", naam="5", leerkrachten=("m",), schooljaar=JAAR),
        Leerling(id="noor", roepnaam="Noor", achternaam="Berg", groep="g", jaargroep="5"),
        Plan(soort="handelingsplan", leerling="noor", van=date(2026, 8, 31), tot=date(2026, 12, 18)),
        Ouder(id="ma", naam="S. Berg", adres="Dorpsstraat 1"),
        Ouder(id="pa", naam="M. Vos", adres="Kade 3"),
        Ouderschap(leerling="noor", ouder="ma", volgorde=0),
        Ouderschap(leerling="noor", ouder="pa", volgorde=1),
    ):
        archive.add(record, AUTHOR)
    yield archive
    archive.close()


def planned(archive: Archive, **fields) -> str:
    usual = {"schooljaar": JAAR, "soort": "startgesprek", "moment": "start", "leerling": "noor", "groep": "g"}
    gesprek = Gesprek(**{**usual, "medewerker": "m", "datum": date(2026, 9, 7), **fields})
    archive.add(gesprek, AUTHOR)
    return gesprek.id


def test_each_parent_hears_who_holds_it_and_that_the_plan_is_discussed(archive: Archive):
    found = uitnodigingen(archive, [planned(archive)])
    assert [(each.aan, each.adres) for each in found] == [(("S. Berg",), "Dorpsstraat 1"), (("M. Vos",), "Kade 3")]
    assert {(each.met, each.plan, each.over_plan, each.groep) for each in found} == {
        (("Bea Aarts, intern begeleider",), "handelingsplan", False, "5")
    }


def test_a_plan_that_is_over_is_not_discussed(archive: Archive):
    assert uitnodigingen(archive, [planned(archive, datum=date(2027, 1, 11))])[0].plan == ""


def test_an_extra_conversation_is_about_the_opp_only(archive: Archive):
    brief = uitnodigingen(archive, [planned(archive, extra="opp")])[0]
    assert (brief.plan, brief.over_plan) == ("OPP", True)


def test_a_pile_leaves_out_what_parents_do_not_come_to(archive: Archive):
    wanted = [planned(archive, soort="kindgesprek"), planned(archive, ouder="pa"), "weg", planned(archive, soort="oud")]
    assert [each.aan for each in uitnodigingen(archive, wanted)] == [("M. Vos",)]
