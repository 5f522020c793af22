"""The conversations of one pupil, and of one teacher."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.models.gesprek import Gesprek
from app.models.leerling import Leerling
from app.models.school import Groep, Medewerker, School
from app.storage.archive import Archive
from app.storage.leerlinggesprekken import MOST, gesprekken_van
from app.storage.lerarenlijst import lerarenlijst
from app.storage.schooljaren import jaarplan
from app.storage.tijdlijn import tijdlijn

JAAR = "2026-2027"
TODAY = date(2026, 9, 21)
HELD = Gesprek(schooljaar=JAAR, soort="startgesprek", moment="start", leerling="noor", groep="g5", staat="gehouden")


@pytest.fixture
def archive(tmp_path: Path):
    found = Archive(tmp_path, bytes(32))
    for record in (
        School(schooljaar=JAAR, regio="midden"),
        Medewerker(id="joke", roepnaam="Joke"),
        Medewerker(id="bas", roepnaam="Bas"),
        Groep(id="g5", naam="5", schooljaar=JAAR, jaargroepen=("5",), leerkrachten=("joke", "bas")),
        Groep(id="g6", naam="6", schooljaar=JAAR, jaargroepen=("6",), leerkrachten=("bas",)),
        Leerling(id="noor", roepnaam="Noor", sorteernaam="a", groep="g5", jaargroep="5"),
        Leerling(id="sem", roepnaam="Sem", sorteernaam="b", groep="g6", jaargroep="6"),
    ):
        found.add(record, "x")
    yield found
    found.close()


def test_what_comes_is_in_order_and_the_rest_newest_first(archive: Archive):
    for number in range(MOST + 2):
        archive.add(replace(HELD, id=f"h{number}", datum=date(2026, 8, 1 + number), verslag_op="2026-08-30"), "x")
    for number, day in enumerate((date(2026, 10, 2), date(2026, 9, 29))):
        archive.add(replace(HELD, id=f"p{number}", datum=day, staat="gepland"), "x")
    found = gesprekken_van(archive, "noor", TODAY)
    assert [each.gesprek.id for each in found.komend] == ["p1", "p0"]
    assert [each.gesprek.id for each in found.geweest] == ["h6", "h5", "h4", "h3", "h2"]
    assert found.meer == 2


def test_a_report_is_overdue_by_the_policy_of_its_year(archive: Archive):
    archive.add(replace(HELD, id="op tijd", datum=date(2026, 9, 14)), "x")
    archive.add(replace(HELD, id="te laat", datum=date(2026, 9, 13)), "x")
    told = [each.stand for each in gesprekken_van(archive, "noor", TODAY).geweest]
    assert told == ["verslag_ontbreekt", "verslag_te_laat"]


def test_the_timeline_tells_each_conversation_once(archive: Archive):
    archive.add(replace(HELD, id="a", datum=date(2026, 9, 8), verslag_op="2026-09-09", verslag_elders=True), "x")
    archive.add(replace(HELD, id="b", datum=date(2026, 9, 9), staat="gepland", extra="opp"), "x")
    archive.add(replace(HELD, id="c", datum=date(2026, 9, 10), formulier="f"), "x")
    archive.add(replace(HELD, id="d", datum=date(2026, 9, 11), staat="afgezegd", reden="ziek"), "x")
    told = {each.id: (each.titel, each.staat, each.uitkomst) for each in tijdlijn(archive, "noor", TODAY)}
    assert told == {
        "a": ("Startgesprek", "parnassys", ""),
        "b": ("Startgesprek over het OPP", "afvinken", ""),
        "d": ("Startgesprek", "afgezegd", "ziek"),
    }


def test_card_and_timeline_say_the_same_of_a_conversation(archive: Archive):
    """In every state it can be in; those with a form are in the timeline as that form."""
    states = {
        "komt": (replace(HELD, staat="gepland", datum=TODAY), "gepland"),
        "was": (replace(HELD, staat="gepland", datum=date(2026, 9, 9)), "afvinken"),
        "bij ons": (replace(HELD, datum=date(2026, 9, 9), verslag_op="2026-09-10"), "gehouden"),
        "elders": (replace(HELD, datum=date(2026, 9, 9), verslag_op="2026-09-10", verslag_elders=True), "parnassys"),
        "over": (
            replace(HELD, datum=date(2026, 9, 9), verslag_op="2026-09-10", overgenomen_op="2026-09-11"),
            "parnassys",
        ),
        "zonder": (replace(HELD, datum=date(2026, 9, 14)), "verslag_ontbreekt"),
        "laat": (replace(HELD, datum=date(2026, 9, 13)), "verslag_te_laat"),
        "af": (replace(HELD, datum=date(2026, 9, 9), staat="afgezegd"), "afgezegd"),
        "weg": (replace(HELD, datum=date(2026, 9, 9), staat="niet_verschenen"), "niet_verschenen"),
    }
    for id_, (gesprek, stand) in states.items():
        archive.add(replace(gesprek, id=id_), "x")
        card = gesprekken_van(archive, "noor", TODAY)
        on_card = {each.gesprek.id: each.stand for each in (*card.komend, *card.geweest)}
        in_timeline = {each.id: each.staat for each in tijdlijn(archive, "noor", TODAY)}
        assert (on_card[id_], in_timeline[id_]) == (stand, stand)
        archive.delete("gesprek", id_, "x")


def test_a_teacher_has_what_she_holds_and_what_she_held(archive: Archive):
    plan = jaarplan(archive, JAAR)

    def of(who: str) -> set[tuple[str, str]]:
        return {(each.leerling.id, each.moment.basis) for each in lerarenlijst(archive, plan, who, TODAY)}

    assert {pupil for pupil, _ in of("joke")} == {"noor"}
    assert {pupil for pupil, _ in of("bas")} == {"sem"}
    archive.add(replace(HELD, datum=date(2026, 9, 8), medewerker="bas"), "x")
    assert ("noor", "start") in of("bas")
    assert ("noor", "start") not in of("joke")
    assert ("noor", "kind_okt") in of("joke")
    assert of("niemand") == set()
