"""The calendar file as the standard wants it (RFC 5545)."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from app.exports.kalenderbestand import TIJDZONE, maak_kalenderbestand
from app.exports.opschonen import clean, one_line
from app.models.agenda import Gebeurtenis

NOW = datetime(2026, 11, 23, 14, 3, 9, tzinfo=UTC)
MONDAY = date(2026, 9, 7)
TEXT = st.text(st.characters(codec="utf-8"), max_size=200)


def file_of(*events: Gebeurtenis, now: datetime = NOW, naam: str = "Gesprekken") -> Calendar:
    return Calendar.from_ical(maak_kalenderbestand(naam, events, now))


def only(*events: Gebeurtenis, now: datetime = NOW):
    (event,) = file_of(*events, now=now).events
    return event


def called(calendar: Calendar) -> str:
    """Its name, which the library leaves as it stands in the file."""
    assert calendar["name"] == calendar["x-wr-calname"]
    return re.sub(r"\\(.)", r"\1", calendar["name"])


def bar(*days: date) -> Gebeurtenis:
    return Gebeurtenis(uid="1", titel="Startgesprekken", dagen=days)


def timed(day: date, tijd: str, minuten: int) -> Gebeurtenis:
    return Gebeurtenis(uid="1", titel="Startgesprek", dagen=(day,), tijd=tijd, minuten=minuten)


@given(TEXT, TEXT, TEXT)
def test_any_text_comes_out_as_it_went_in_on_lines_that_every_program_takes(naam: str, titel: str, toelichting: str):
    event = Gebeurtenis(uid="1", titel=titel, dagen=(MONDAY,), toelichting=toelichting, soort=titel)
    made = maak_kalenderbestand(naam, [event], NOW)
    lines = made.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    read = Calendar.from_ical(made)
    assert called(read) == one_line(naam)
    assert read.events[0]["summary"] == one_line(titel)
    assert read.events[0].get("description", "") == clean(toelichting)


def test_the_file_says_what_it_is_and_invites_nobody():
    read = file_of(naam="Gesprekken 2026-2027; groep 5, 6")
    assert (read["version"], read["calscale"]) == ("2.0", "GREGORIAN")
    assert "Ruggespraak" in read["prodid"]
    assert called(read) == "Gesprekken 2026-2027; groep 5, 6"
    assert "method" not in read
    assert not read.walk("VEVENT")


def test_days_on_end_are_one_bar_that_leaves_the_teacher_free():
    event = only(bar(*(MONDAY + timedelta(number) for number in (0, 1, 2, 3, 4, 7, 8))))
    assert (event["dtstart"].dt, event["dtend"].dt) == (MONDAY, MONDAY + timedelta(9))
    assert "rrule" not in event
    assert event["transp"] == "TRANSPARENT"


def test_in_a_holiday_nothing_stands():
    before, after = date(2026, 10, 16), date(2026, 10, 26)
    event = only(bar(before, after))
    assert (event["dtstart"].dt, event["dtend"].dt) == (before, before + timedelta(1))
    assert event["rrule"]["until"] == [after]
    assert [each.dt for each in event["exdate"].dts] == [date(2026, 10, 19) + timedelta(number) for number in range(5)]


def test_who_has_no_day_has_no_place_in_a_calendar():
    assert not file_of(bar()).events


def test_a_time_is_dutch_time_and_takes_the_teacher():
    event = only(timed(date(2026, 10, 26), "14:30", 15))
    assert event["dtstart"].params["TZID"] == TIJDZONE
    assert event["dtstart"].dt.astimezone(UTC) == datetime(2026, 10, 26, 13, 30, tzinfo=UTC)
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=15)
    assert event["transp"] == "OPAQUE"


@given(st.datetimes(datetime(2025, 8, 1), datetime(2099, 12, 31)))
def test_the_time_zone_in_the_file_is_that_of_the_netherlands(moment: datetime):
    (zone,) = file_of(timed(MONDAY, "09:00", 10)).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    if abs(moment.astimezone(ZoneInfo(TIJDZONE)).hour - 2) > 1:  # the hour that is there twice or not at all
        ours = moment.replace(tzinfo=zone.to_tz(lookup_tzid=False))
        assert ours.utcoffset() == moment.replace(tzinfo=ZoneInfo(TIJDZONE)).utcoffset()


def test_a_file_of_days_only_needs_no_time_zone():
    assert not file_of(bar(MONDAY)).walk("VTIMEZONE")


def test_a_later_file_wins():
    earlier, later = only(bar(MONDAY)), only(bar(MONDAY), now=NOW + timedelta(seconds=1))
    assert earlier["uid"] == later["uid"]
    assert earlier["sequence"] < later["sequence"] < 2**31
    assert earlier["dtstamp"].dt < later["dtstamp"].dt
    assert later["dtstamp"].dt == later["last-modified"].dt == NOW + timedelta(seconds=1)


def test_what_does_not_take_place_is_cancelled_and_takes_nobodys_time():
    event = only(Gebeurtenis(uid="1", titel="Vervalt", dagen=(MONDAY,), tijd="09:00", minuten=10, vervalt=True))
    assert (event["status"], event["transp"]) == ("CANCELLED", "TRANSPARENT")
