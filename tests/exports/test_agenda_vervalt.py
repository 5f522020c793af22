"""What is dropped after it went into a calendar is called off there by the next file."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from app.exports.agenda import gesprekken_in_agenda, momenten_in_agenda
from app.exports.kalenderbestand import maak_kalenderbestand
from app.models.agenda import Gebeurtenis, afzeggingen, onthoud
from app.models.gesprek import Momentkeuze
from app.models.school import School
from tests.exports.jaar import jaarplan
from tests.exports.khal import Khal
from tests.exports.test_agenda import KINDS, NAMES, needs_khal, start

SCHOOL = School(id="school", naam="Basisschool De Waterlelie")
DROPPED = Momentkeuze(moment="kind_okt", vervalt=True)


class Agenda:
    """Files for one calendar, an hour apart, each of which knows what the earlier ones told."""

    def __init__(self) -> None:
        self.sent: dict[str, Gebeurtenis] = {}
        self._now = datetime(2026, 8, 24, 9, tzinfo=UTC)

    def file(self, *nu: Gebeurtenis, nog: tuple[Gebeurtenis, ...] = ()) -> bytes:
        off = tuple(afzeggingen(self.sent, nu, {each.uid for each in nog}))
        self.sent = onthoud(self.sent, nu)
        self._now += timedelta(hours=1)
        return maak_kalenderbestand("Gesprekken", (*nu, *off), self._now)


def momenten(*keuzes: Momentkeuze) -> tuple[Gebeurtenis, ...]:
    return momenten_in_agenda(jaarplan(keuzes=keuzes), SCHOOL)


def by_uid(file: bytes) -> dict:
    return {str(each["uid"]): each for each in Calendar.from_ical(file).events}


@pytest.fixture
def agenda() -> Agenda:
    return Agenda()


def test_a_dropped_moment_is_called_off_under_its_own_name_and_with_a_higher_number(agenda: Agenda):
    first, second = by_uid(agenda.file(*momenten())), by_uid(agenda.file(*momenten(DROPPED)))
    assert first.keys() == second.keys()
    off = [uid for uid, each in second.items() if each["status"] == "CANCELLED"]
    assert sorted(str(first[uid]["summary"]) for uid in off) == ["Kindgesprekken oktober"]
    (uid,) = off
    assert second[uid]["summary"] == "Vervalt: Kindgesprekken oktober"
    assert second[uid]["dtstart"].dt == first[uid]["dtstart"].dt
    assert second[uid]["sequence"] > first[uid]["sequence"]
    assert second[uid]["transp"] == "TRANSPARENT"


def test_it_stays_called_off_and_comes_back_when_the_school_takes_it_up_again(agenda: Agenda):
    def status(file: bytes) -> str:
        (found,) = (each for each in by_uid(file).values() if "Kindgesprekken oktober" in each["summary"])
        return f"{found['status']} {found['summary']}"

    agenda.file(*momenten())
    for _ in range(2):
        assert status(agenda.file(*momenten(DROPPED))) == "CANCELLED Vervalt: Kindgesprekken oktober"
    assert status(agenda.file(*momenten())) == "CONFIRMED Kindgesprekken oktober"


def test_what_moved_before_it_was_dropped_is_called_off_where_the_calendar_shows_it(agenda: Agenda):
    moved = Momentkeuze(moment="kind_okt", van=date(2026, 11, 2), tot=date(2026, 11, 6))
    agenda.file(*momenten())
    agenda.file(*momenten(moved))
    off = [each for each in by_uid(agenda.file(*momenten(DROPPED))).values() if each["status"] == "CANCELLED"]
    assert [each["dtstart"].dt for each in off] == [date(2026, 11, 2)]


def test_a_conversation_that_is_gone_is_called_off_without_the_name_it_went_out_with(agenda: Agenda):
    found = gesprekken_in_agenda([start("noor", "14:30"), start("sem", "14:40")], KINDS, SCHOOL, NAMES)
    agenda.file(*found)
    titles = {str(each["summary"]) for each in by_uid(agenda.file(found[0])).values()}
    assert titles == {"Startgesprek Noor van den Berg", "Vervalt: Startgesprek"}


def test_a_file_without_conversations_leaves_those_alone_that_still_hold(agenda: Agenda):
    noor, sem = start("noor", "14:30"), start("sem", "14:40")
    agenda.file(*gesprekken_in_agenda([noor, sem], KINDS, SCHOOL))
    still = gesprekken_in_agenda([noor], KINDS, SCHOOL)
    assert [str(each["summary"]) for each in by_uid(agenda.file(nog=still)).values()] == ["Vervalt: Startgesprek"]


@needs_khal
def test_a_calendar_program_shows_what_was_dropped_as_off_and_nothing_twice(agenda: Agenda, tmp_path: Path):
    khal = Khal(tmp_path / "khal")
    noor, sem = start("noor", "14:30"), start("sem", "14:40")
    khal.read(agenda.file(*momenten(), *gesprekken_in_agenda([noor, sem], KINDS, SCHOOL, NAMES)))
    kept = khal.kept()
    october = khal.shows("2026-09-28", "2026-11-01")
    days = [line for line in october if "Kindgesprekken" in line]
    sem = replace(sem, datum=None, tijd="")
    later = agenda.file(*momenten(DROPPED), *gesprekken_in_agenda([noor, sem], KINDS, SCHOOL, NAMES))
    for _ in range(2):
        khal.read(later)
        assert khal.kept() == kept
        now = khal.shows("2026-09-28", "2026-11-01")
        assert [line for line in now if "Kindgesprekken" in line] == [
            line.replace("Kindgesprekken", "Vervalt: Kindgesprekken") for line in days
        ]
        assert khal.cancelled("2026-09-28", "2026-11-01") == len(days)
        assert [line for line in khal.shows("2026-09-08", "2026-09-08") if "Startgesprek " in f"{line} "] == [
            "2026-09-08 14:30 14:40 Startgesprek Noor van den Berg",
            "2026-09-08 14:40 14:50 Vervalt: Startgesprek",
        ]
