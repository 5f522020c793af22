"""The calendar of a teacher: conversations at their time, and above all what does not stand in it."""

import os
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar

from app.exports.agenda import gesprekken_in_agenda
from app.exports.kalenderbestand import maak_kalenderbestand
from app.models.gesprek import Gesprek
from app.models.school import School
from tests.exports.khal import Khal

needs_khal = pytest.mark.skipif(not shutil.which("khal") and not os.environ.get("CI"), reason="needs khal")

SCHOOL = School(naam="Basisschool De Waterlelie")
NOW = datetime(2026, 8, 31, 14, 3, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
KINDS = {"startgesprek": "Startgesprek", "kindgesprek": "Kindgesprek"}
DAY = date(2026, 9, 8)
NAMES = {"noor": "Noor van den Berg", "sem": "Sem de Groot"}


def start(leerling: str, tijd: str = "", **changes) -> Gesprek:
    usual = {"soort": "startgesprek", "moment": "start", "datum": DAY, "minuten": 10, "medewerker": "joke"}
    return Gesprek(leerling=leerling, tijd=tijd, **{**usual, **changes})


def conversations(*found: Gesprek, now: datetime = NOW, namen: dict[str, str] | None = None) -> bytes:
    return maak_kalenderbestand("Gesprekken 2026-2027", gesprekken_in_agenda(found, KINDS, SCHOOL, namen), now)


def events(file: bytes) -> list[tuple[str, object]]:
    return [(str(each["summary"]), each["dtstart"].dt) for each in Calendar.from_ical(file).events]


def titles(*found: Gesprek, namen: dict[str, str] | None = None) -> list[str]:
    return [title for title, _ in events(conversations(*found, namen=namen))]


def test_without_names_each_is_told_apart_by_its_number_of_the_day():
    found = [start("sem", "14:40"), start("noor", "14:30"), start("daan", "15:00", datum=DAY + timedelta(1))]
    assert titles(*found) == ["Startgesprek 1 van 2", "Startgesprek 2 van 2", "Startgesprek"]


def test_with_names_it_says_who():
    found = start("noor", "14:30"), start("sem", "14:40"), start("onbekend", "14:50")
    assert titles(*found, namen=NAMES) == [
        "Startgesprek Noor van den Berg",
        "Startgesprek Sem de Groot",
        "Startgesprek 3 van 3",
    ]


def test_two_teachers_each_have_their_own_row():
    found = start("noor", "14:30"), start("sem", "14:30", medewerker="kim"), start("daan", "14:40")
    assert sorted(titles(*found)) == ["Startgesprek", "Startgesprek 1 van 2", "Startgesprek 2 van 2"]


def test_without_a_time_it_stands_at_the_day_and_without_a_day_not_at_all():
    assert events(conversations(start("noor"), start("sem", datum=None))) == [("Startgesprek", DAY)]


def test_what_has_no_fixed_length_gets_room():
    (event,) = Calendar.from_ical(conversations(start("noor", "14:30", soort="overig", minuten=0))).events
    assert event["summary"] == "Gesprek"
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=30)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"staat": "gepland"}, "CONFIRMED"),
        ({"staat": "gehouden"}, "CONFIRMED"),
        ({"staat": "niet_verschenen"}, "CONFIRMED"),
        ({"staat": "afgezegd"}, "CANCELLED"),
        ({"staat": "niet_nodig"}, "CANCELLED"),
        ({"verwijderd_op": "2026-09-01T10:00:00Z"}, "CANCELLED"),
    ],
)
def test_what_does_not_take_place_is_cancelled(changes: dict[str, str], status: str):
    (event,) = Calendar.from_ical(conversations(start("noor", "14:30", **changes))).events
    assert event["status"] == status
    assert event["summary"].startswith("Vervalt: ") is (status == "CANCELLED")


def test_who_may_look_into_the_calendar_does_not_read_the_conversations():
    (event,) = Calendar.from_ical(conversations(start("noor", "14:30"))).events
    assert event["class"] == "PRIVATE"


def test_nothing_about_a_child_gets_into_the_file():
    """Every text and every link of a conversation is a canary; none may come through."""
    birds = ("schooljaar", "moment", "groep", "extra", "ouder", "medewerker", "reden", "aanleiding", "afspraak", "plan")
    birds += ("notitie", "formulier", "verslag_op", "overgenomen_op", "bron", "leerling", "id")
    found = Gesprek(
        soort="startgesprek",
        datum=DAY,
        tijd="14:30",
        aanwezig=("kanarie_aanwezig",),
        **{b: f"kanarie_{b}" for b in birds},
    )
    for namen in (None, {}, {"iemand anders": "kanarie_naam"}):
        file = conversations(found, replace(found, id="kanarie2", extra="opp"), namen=namen).replace(b"\r\n ", b"")
        assert b"kanarie" not in file
        assert b"opp" not in file.lower()


def test_an_event_is_known_by_the_same_name_for_ever_and_only_there():
    found = start("noor", "14:30", id="0192")
    moved = replace(found, datum=DAY + timedelta(1), tijd="")
    ids = {str(Calendar.from_ical(conversations(each)).events[0]["uid"]) for each in (found, moved)}
    (uid,) = ids
    assert str(UUID(uid)) == uid
    (other,) = gesprekken_in_agenda([found], KINDS, School())
    assert other.uid != uid


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path / "khal")


@needs_khal
def test_a_calendar_program_reads_the_file_twice_without_doubles_and_moves_what_moved(khal: Khal):
    noor, sem = start("noor", "14:30"), start("sem", "14:40")
    daan = start("daan", "09:00", datum=date(2026, 12, 3), minuten=0)
    khal.read(conversations(noor, sem, daan, namen=NAMES))
    khal.read(conversations(noor, sem, daan, namen=NAMES))
    assert khal.shows("2026-08-01", "2027-07-31") == [
        "2026-09-08 14:30 14:40 Startgesprek Noor van den Berg",
        "2026-09-08 14:40 14:50 Startgesprek Sem de Groot",
        "2026-12-03 09:00 09:30 Startgesprek",
    ]
    noor, sem = replace(noor, datum=date(2026, 9, 10), tijd="15:00"), replace(sem, staat="afgezegd", reden="ziek")
    khal.read(conversations(noor, sem, replace(daan, tijd=""), now=LATER, namen=NAMES))
    assert khal.shows("2026-08-01", "2027-07-31") == [
        "2026-09-08 14:40 14:50 Vervalt: Startgesprek Sem de Groot",
        "2026-09-10 15:00 15:10 Startgesprek Noor van den Berg",
        "2026-12-03 Startgesprek",
    ]
    assert khal.kept() == 3
