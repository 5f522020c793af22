"""What can go into a calendar outside the program, and what of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.models.gesprek import Gesprek
from app.models.leerling import Leerling
from app.models.school import Groep, Medewerker, School, Vervanging
from app.storage.archive import Archive
from app.storage.naar_agenda import Leerkracht, afspraken, leerkrachten

TODAY = date(2026, 9, 1)
YEAR = "2026-2027"
AUTHOR = "Test"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        School(id="s", naam="De Waterlelie", schooljaar=YEAR),
        Medewerker(id="joke", roepnaam="Joke", voorvoegsel="van", achternaam="Dijk"),
        Medewerker(id="bas", roepnaam="Bas", achternaam="Kok"),
        Medewerker(id="inge", roepnaam="Inge", achternaam="Aals", rollen=("ib",)),
        Groep(id="g56", naam="5/6", schooljaar=YEAR, jaargroepen=("5", "6"), leerkrachten=("joke",)),
        Groep(id="g8", naam="8", schooljaar=YEAR, jaargroepen=("8",), leerkrachten=("joke",)),
        Groep(id="oud", naam="7", schooljaar="2025-2026", jaargroepen=("7",), leerkrachten=("bas",)),
        Leerling(id="noor", roepnaam="Noor", voorvoegsel="van den", achternaam="Berg", groep="g56"),
        Leerling(id="sem", roepnaam="Sem", achternaam="Smit", groep="g8"),
    ):
        archive.add(record, AUTHOR)
    yield archive
    archive.close()


def gesprek(id_: str, leerling: str = "noor", **changes) -> Gesprek:
    usual = {"schooljaar": YEAR, "soort": "startgesprek", "datum": date(2026, 9, 8), "medewerker": "joke"}
    return Gesprek(id=id_, leerling=leerling, **{**usual, **changes})


def ids(archive: Archive, medewerker: str = "") -> list[str]:
    return [each.id for each in afspraken(archive, YEAR, medewerker).gesprekken]


def test_a_teacher_has_the_years_of_all_own_groups(archive: Archive):
    assert leerkrachten(archive, YEAR, TODAY) == [
        Leerkracht("joke", "Joke van Dijk", ("5/6", "8"), frozenset({"5", "6", "8"}))
    ]


def test_who_stands_in_has_them_too(archive: Archive):
    archive.add(Vervanging(groep="g8", medewerker="bas", van=date(2026, 10, 1)), AUTHOR)
    assert Leerkracht("bas", "Bas Kok", ("8",), frozenset({"8"})) in leerkrachten(archive, YEAR, TODAY)


def test_conversations_with_a_day_in_their_order_of_one_teacher_or_of_all(archive: Archive):
    for record in (
        gesprek("laat", tijd="15:00"),
        gesprek("vroeg", tijd="08:30"),
        gesprek("van bas", "sem", medewerker="bas", datum=date(2026, 9, 7)),
        gesprek("zonder dag", datum=None),
        gesprek("ander jaar", schooljaar="2025-2026", datum=date(2025, 9, 8)),
        gesprek("afgevinkt", bron="achteraf", staat="gehouden"),
    ):
        archive.add(record, AUTHOR)
    assert ids(archive) == ["van bas", "vroeg", "laat"]
    assert ids(archive, "joke") == ["vroeg", "laat"]


def test_what_had_a_time_and_was_deleted_can_still_be_called_off(archive: Archive):
    deleted = datetime(2026, 9, 2, tzinfo=UTC).isoformat()
    archive.add(replace(gesprek("met tijd", tijd="08:30"), verwijderd_op=deleted), AUTHOR)
    archive.add(replace(gesprek("zonder tijd"), verwijderd_op=deleted), AUTHOR)
    assert ids(archive) == ["met tijd"]


def test_names_come_only_when_asked_for(archive: Archive):
    archive.add(gesprek("een"), AUTHOR)
    assert afspraken(archive, YEAR).namen == {}
    assert afspraken(archive, YEAR, met_namen=True).namen == {"noor": "Noor van den Berg"}
