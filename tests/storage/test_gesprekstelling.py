"""Counting conversations per day and per moment."""

from datetime import date
from pathlib import Path

import pytest

from app.models.gesprek import Gesprek
from app.models.jaarplan import Jaarplan
from app.models.leerling import Leerling
from app.storage.archive import Archive
from app.storage.gesprekstelling import Dagtelling, Momentcijfers, momentcijfers, per_dag
from app.storage.schooljaren import jaarplan

JAAR = "2026-2027"
TODAY = date(2026, 9, 20)


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    yield archive
    archive.close()


@pytest.fixture
def plan(archive: Archive) -> Jaarplan:
    return jaarplan(archive, JAAR)


def add(archive: Archive, day: date | None, staat: str, verslag: str | None = None, moment: str = "start") -> str:
    pupil = Leerling(roepnaam="Noor")
    archive.add(pupil, "IB")
    gesprek = Gesprek(
        schooljaar=JAAR, soort="startgesprek", moment=moment, leerling=pupil.id, datum=day, staat=staat,
        verslag_op=verslag,
    )  # fmt: skip
    archive.add(gesprek, "IB")
    return gesprek.id


def test_a_day_counts_what_is_planned_and_held_and_nothing_else(archive):
    day = date(2026, 9, 8)
    for staat in ("gepland", "gepland", "gehouden", "afgezegd", "niet_verschenen"):
        add(archive, day, staat)
    add(archive, date(2026, 9, 9), "gehouden")
    add(archive, None, "gepland")
    gone = add(archive, day, "gepland")
    archive.delete("gesprek", gone, "IB")
    assert per_dag(archive, day, day) == {day: Dagtelling(2, 1)}
    assert per_dag(archive, date(2027, 1, 1), date(2027, 2, 1)) == {}


def test_a_report_is_in_time_up_to_the_last_day_of_its_term(archive, plan):
    day = date(2026, 9, 8)
    add(archive, day, "gehouden", "2026-09-08")
    add(archive, day, "gehouden", "2026-09-15")
    add(archive, day, "gehouden", "2026-09-16")
    add(archive, day, "gehouden")
    add(archive, date(2026, 9, 18), "gehouden")  # its term goes on still
    add(archive, None, "niet_nodig")
    add(archive, day, "afgezegd")
    add(archive, day, "niet_verschenen")
    add(archive, day, "gehouden", moment="kind_okt")
    found = momentcijfers(archive, plan, "start", TODAY)
    assert found == Momentcijfers(
        gehouden=5, op_tijd=2, te_laat_verslagen=2, niet_nodig=1, afgezegd=1, niet_verschenen=1
    )
