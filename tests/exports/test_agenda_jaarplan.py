"""The year plan in a calendar: for the whole school, or for one teacher."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from app.exports.agenda import momenten_in_agenda
from app.exports.kalenderbestand import maak_kalenderbestand
from app.models.gesprek import Momentkeuze
from app.models.ids import derived_id
from app.models.jaarplan import Jaarplan
from app.models.school import School
from tests.exports.jaar import PRESETS, REGIONS, YEARS, jaarplan
from tests.exports.khal import Khal
from tests.exports.test_agenda import needs_khal

SCHOOL = School(id="school", naam="Basisschool De Waterlelie")
NOW = datetime(2026, 8, 24, 9, tzinfo=UTC)


def file_of(plan: Jaarplan, jaargroepen=None, now: datetime = NOW) -> bytes:
    return maak_kalenderbestand("Gesprekken", momenten_in_agenda(plan, SCHOOL, jaargroepen), now)


def events(plan: Jaarplan, jaargroepen=None) -> dict[str, Event]:
    """By title."""
    return {str(each["summary"]): each for each in Calendar.from_ical(file_of(plan, jaargroepen)).events}


def weekdays(event: Event) -> tuple[date, ...]:
    """The days from Monday to Friday on which a calendar shows it."""
    first, after = event["dtstart"].dt, event["dtend"].dt
    if "rrule" in event:
        assert after == first + timedelta(1)
        after = event["rrule"]["until"][0] + timedelta(1)
    free = [each.dt for each in event["exdate"].dts] if "exdate" in event else []
    days = (first + timedelta(number) for number in range((after - first).days))
    return tuple(day for day in days if day.weekday() < 5 and day not in free)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("regio", REGIONS)
@pytest.mark.parametrize("year", YEARS)
def test_every_moment_of_every_year_stands_on_its_school_days_and_on_no_other(year: str, regio: str, preset: str):
    plan = jaarplan(year, regio, preset)
    found = Calendar.from_ical(file_of(plan)).events
    shown = {str(each["uid"]): weekdays(each) for each in found}
    assert len(shown) == len(found)
    for moment in plan.momenten:
        assert shown.pop(derived_id("agenda", SCHOOL.id, year, moment.sleutel)) == moment.dagen
        if moment.planner_op:
            tasks = shown.pop(derived_id("agenda", SCHOOL.id, year, moment.sleutel, "planner"))
            assert tasks[0] == moment.planner_op
            assert tasks[-1] < moment.dagen[0]
            assert all(map(plan.kalender.is_schooldag, tasks))
    assert not shown


def test_it_says_why_then_for_whom_with_whom_and_until_when_reports_can_wait():
    told = str(events(jaarplan())["Rapportgesprekken februari"]["description"])
    assert told.split("\n") == [
        "Waarom dan: week na het rapport van vrijdag 29 januari 2027.",
        "Voor: alle groepen.",
        "Met: ouders en leerkracht; vanaf groep 5 ook de leerling; 15 minuten.",
        "Laatste verslag klaar: vr 12 februari.",
    ]


def test_opening_the_planner_is_a_task_of_the_week_before():
    task = events(jaarplan())["Parro-planner openen: startgesprekken"]
    assert weekdays(task) == tuple(date(2026, 8, 31) + timedelta(number) for number in range(5))


def test_a_teacher_gets_what_is_for_the_own_group():
    found = events(jaarplan(), ("7", "8"))
    assert {"Startgesprekken", "Preadvies groep 7", "Definitief advies groep 8"} <= set(found)
    found = events(jaarplan(), ("3",))
    assert "Startgesprekken" in found
    assert not [title for title in found if "advies" in title.lower()]


def test_a_moment_without_a_day_stands_nowhere():
    holiday = Momentkeuze(moment="start", van=date(2026, 10, 19), tot=date(2026, 10, 23))
    assert "Startgesprekken" not in events(jaarplan(keuzes=[holiday]))


def test_words_that_the_school_typed_stay_at_school():
    own = Momentkeuze(moment="start", van=date(2026, 9, 14), tot=date(2026, 9, 18), reden="kanarie")
    plan = jaarplan(keuzes=[own])
    assert "kanarie" in plan.moment("start").reden
    assert b"kanarie" not in file_of(plan).replace(b"\r\n ", b"")


@needs_khal
def test_a_calendar_program_reads_the_year_twice_without_doubles_and_moves_what_moved(tmp_path: Path):
    khal = Khal(tmp_path / "khal")
    plan = jaarplan()
    tasks = sum(moment.planner_op is not None for moment in plan.momenten)
    for _ in range(2):
        khal.read(file_of(plan))
        assert khal.kept() == len(plan.momenten) + tasks
    october = [line[:10] for line in khal.shows("2026-09-28", "2026-11-01") if "Kindgesprekken" in line]
    assert october == [day.isoformat() for day in plan.moment("kind_okt").dagen]

    moved = Momentkeuze(moment="kind_okt", van=date(2026, 11, 2), tot=date(2026, 11, 6))
    khal.read(file_of(jaarplan(keuzes=[moved]), now=NOW + timedelta(hours=1)))
    assert khal.kept() == len(plan.momenten) + tasks
    found = [line for line in khal.shows("2026-09-01", "2026-12-31") if "Kindgesprekken" in line]
    assert found == ["2026-11-02 Kindgesprekken oktober"] * 5
