"""The calendar file itself (RFC 5545): what each event needs so that a second file updates the calendar of the first.

A calendar program knows an event again by its UID and takes the one with the higher SEQUENCE for the newer. No METHOD:
that is for invitations between an organiser and guests, and with it each event would have to name the organiser.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app import __version__
from app.exports.opschonen import clean, one_line
from app.models.agenda import Gebeurtenis

if TYPE_CHECKING:
    from icalendar import Event, Timezone

TIJDZONE = "Europe/Amsterdam"
_FIRST_SEQUENCE = datetime(2026, 1, 1, tzinfo=UTC)
_WORKDAYS = ["MO", "TU", "WE", "TH", "FR"]
_SATURDAY = 5

# Written out: what a library derives from this computer's own list of time zones differs per computer.
_ZONE = f"""\
BEGIN:VTIMEZONE
TZID:{TIJDZONE}
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def maak_kalenderbestand(naam: str, gebeurtenissen: Iterable[Gebeurtenis], gemaakt: datetime) -> bytes:
    """Make a calendar file.

    Parameters:
        naam: what a calendar program calls it.
        gemaakt: now, with its time zone; a file made later wins from this one.
    """
    from icalendar import Calendar, vText

    found = [each for each in gebeurtenissen if each.dagen]
    stamp = gemaakt.astimezone(UTC).replace(microsecond=0)
    calendar = Calendar()
    calendar.add("prodid", f"-//Ruggespraak//Ruggespraak {__version__}//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for key in ("name", "x-wr-calname"):  # the second is what programs read that don't know RFC 7986
        calendar.add(key, vText(one_line(naam)))
    if any(each.tijd for each in found):
        calendar.add_component(_zone())
    for each in found:
        calendar.add_component(_event(each, stamp))
    return bytes(calendar.to_ical(sorted=False))


@cache
def _zone() -> "Timezone":
    from icalendar import Timezone

    found = Timezone.from_ical(_ZONE)
    assert isinstance(found, Timezone)
    return found


def _event(each: Gebeurtenis, stamp: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", each.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, int((stamp - _FIRST_SEQUENCE).total_seconds())))
    event.add("summary", one_line(each.titel))
    if each.toelichting:
        event.add("description", clean(each.toelichting))
    if each.soort:
        event.add("categories", [one_line(each.soort)])
    event.add("status", "CANCELLED" if each.vervalt else "CONFIRMED")
    event.add("transp", "OPAQUE" if each.tijd and not each.vervalt else "TRANSPARENT")
    event.add("class", "PRIVATE" if each.besloten else "PUBLIC")
    if each.tijd:
        _put_at_time(event, each)
    else:
        _put_on_days(event, each.dagen)
    return event


def _put_at_time(event: "Event", each: Gebeurtenis) -> None:
    begin = datetime.combine(each.dagen[0], time.fromisoformat(each.tijd), ZoneInfo(TIJDZONE))
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(minutes=each.minuten))


def _put_on_days(event: "Event", dagen: tuple[date, ...]) -> None:
    """One bar over all days; where days between are free, every day apart, so that nothing stands in a holiday.

    Apart and yet one event: were each stretch an event of its own, moving a moment could leave an old one behind.
    """
    first, last = dagen[0], dagen[-1]
    between = [first + timedelta(number) for number in range((last - first).days + 1)]
    free = [day for day in between if day.weekday() < _SATURDAY and day not in dagen]
    event.add("dtstart", first)
    if not free:
        event.add("dtend", last + timedelta(1))
        return
    event.add("dtend", first + timedelta(1))
    event.add("rrule", {"freq": "daily", "byday": _WORKDAYS, "until": last})
    event.add("exdate", free, parameters={"VALUE": "DATE"})
