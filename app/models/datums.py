"""Dates the Dutch way: written short and long, and read from what people type."""

import re
from collections.abc import Callable
from datetime import date, timedelta

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

FIRST_YEAR = 1900
LAST_YEAR = 2100

_DAYS = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2}
_COUNTED = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_NUMBERS = {"één": 1} | {word: number for number, word in enumerate(_COUNTED, 1)}
_WEEKDAY = "ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?"


def kort(day: date, vandaag: date | None = None) -> str:
    """A date for narrow places, e.g. `12 okt`.

    Parameters:
        vandaag: when given, a date in another year than this shows its year too, e.g. `12 okt 2025`.
    """
    text = f"{day.day} {MAANDEN_KORT[day.month - 1]}"
    return f"{text} {day.year}" if vandaag and vandaag.year != day.year else text


def lang(day: date) -> str:
    """A date in full, e.g. `12 oktober 2026`."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def weekdag(day: date) -> str:
    """Day of the week, e.g. `maandag`."""
    return WEEKDAGEN[day.weekday()]


def leeftijd(geboortedatum: date, vandaag: date) -> int:
    """Age in whole years; who was born on 29 February has a birthday on 1 March in other years."""
    had_birthday = (vandaag.month, vandaag.day) >= (geboortedatum.month, geboortedatum.day)
    return vandaag.year - geboortedatum.year - (0 if had_birthday else 1)


def als_datum(value: object) -> date | None:
    """A stored date, `YYYY-MM-DD`, or None when it is anything else."""
    if not isinstance(value, str) or len(value) != 10:
        return None
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", value)
    return _date(int(found[1]), int(found[2]), int(found[3])) if found else None


def plus_maanden(day: date, maanden: int) -> date:
    """The same day a number of months later, or the last day of that month where it is shorter.

    Raises:
        ValueError: beyond the years that dates know.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + maanden, 12)
    from calendar import monthrange

    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def parse_datum(text: str, vandaag: date) -> date | None:
    """Read a date as people type it.

    Understood are `12-10-2026`, `12/10`, `2026-10-12`, `12 okt`, `do 12 oktober 2026`, `morgen`, `vrijdag` (the first
    one after today), `afgelopen vrijdag`, `volgende week`, `volgende week dinsdag`, `over 6 weken`, `+2w`, `-3d`.
    Without a year the date nearest to today is meant.

    Parameters:
        vandaag: from which `morgen` and the like count.

    Returns:
        The date, between 1900 and 2100, or None when it is none or can be read in two ways.
    """
    words = " ".join(text.casefold().replace(",", " ").split())[:60].strip(". ")
    if words in _DAYS:
        return _within(vandaag + timedelta(_DAYS[words]))
    for pattern, reader in _READERS:
        found = re.fullmatch(pattern, words)  # compiled when a first date is read: the start does without
        day = _within(reader(found, vandaag)) if found else None
        if day:
            return day
    return None


def _within(day: date | None) -> date | None:
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return _within(date(year, month, day))
    except ValueError:
        return None


def _nearest(month: int, day: int, vandaag: date) -> date | None:
    candidates = [_date(vandaag.year + years, month, day) for years in (-1, 0, 1)]
    return min((each for each in candidates if each), key=lambda each: abs(each - vandaag), default=None)


def _day_and_month(day: str, month: int, year: str | None, vandaag: date) -> date | None:
    if year is None:
        return _nearest(month, int(day), vandaag)
    # Two digits: a child's year of birth or a coming date, so never before 1950.
    full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 50 else 1900 + int(year)
    return _date(full, month, int(day))


def _numeric(found: re.Match[str], vandaag: date) -> date | None:
    return _day_and_month(found["day"], int(found["month"]), found["year"], vandaag)


def _iso(found: re.Match[str], vandaag: date) -> date | None:
    return _date(int(found[1]), int(found[2]), int(found[3]))


def _worded(found: re.Match[str], vandaag: date) -> date | None:
    name = found["month"].rstrip(".")
    name = {"maa": "mrt", "sept": "sep"}.get(name, name)
    month = 1 + MAANDEN_KORT.index(name) if name in MAANDEN_KORT else _month_named(name)
    day = _day_and_month(found["day"], month, found["year"], vandaag) if month else None
    if day and found["weekday"] and weekdag(day)[:2] != found["weekday"][:2]:
        return None
    return day


def _month_named(name: str) -> int:
    matches = [number for number, each in enumerate(MAANDEN, 1) if len(name) >= 3 and each.startswith(name)]
    return matches[0] if len(matches) == 1 else 0


def _weekday_of(found: re.Match[str]) -> int:
    return next(number for number, each in enumerate(WEEKDAGEN) if each.startswith(found["weekday"]))


def _coming(found: re.Match[str], vandaag: date) -> date:
    return vandaag + timedelta((_weekday_of(found) - vandaag.weekday() - 1) % 7 + 1)


def _past(found: re.Match[str], vandaag: date) -> date:
    return vandaag - timedelta((vandaag.weekday() - _weekday_of(found) - 1) % 7 + 1)


def _other_week(found: re.Match[str], vandaag: date) -> date:
    weeks = {"volgende": 1, "vorige": -1}[found["which"]]
    if not found["weekday"]:
        return vandaag + timedelta(7 * weeks)
    return vandaag + timedelta(7 * weeks - vandaag.weekday() + _weekday_of(found))


def _other_month(found: re.Match[str], vandaag: date) -> date:
    return plus_maanden(vandaag, {"volgende": 1, "vorige": -1}[found["which"]])


def _distance(found: re.Match[str], vandaag: date) -> date | None:
    number = found["number"]
    count = int(number) if number.isdecimal() else _NUMBERS.get(number)
    if count is None:
        return None
    try:
        return _moved(vandaag, -count if found["sign"] == "-" else count, found["unit"][0])
    except (OverflowError, ValueError):
        return None


def _half_year(found: re.Match[str], vandaag: date) -> date:
    return plus_maanden(vandaag, 6)


def _moved(vandaag: date, count: int, unit: str) -> date:
    match unit:
        case "d":
            return vandaag + timedelta(count)
        case "w":
            return vandaag + timedelta(7 * count)
        case "m":
            return plus_maanden(vandaag, count)
        case _:
            return plus_maanden(vandaag, 12 * count)


_Reader = Callable[[re.Match[str], date], date | None]
_YEAR = r"'?(?P<year>[0-9]{4}|[0-9]{2})"
_READERS: tuple[tuple[str, _Reader], ...] = (
    (r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", _iso),
    (rf"(?P<day>[0-9]{{1,2}})[-/. ](?P<month>[0-9]{{1,2}})(?:[-/. ]{_YEAR})?", _numeric),
    (
        rf"(?:(?P<weekday>{_WEEKDAY})\.? )?"
        rf"(?P<day>[0-9]{{1,2}})e?[ -]?(?P<month>[a-z]{{3,9}}\.?)(?:[ -]{_YEAR})?",
        _worded,
    ),
    (rf"(?:(?:aanstaande|komende|a\.?s\.?) )?(?P<weekday>{_WEEKDAY})", _coming),
    (rf"(?:afgelopen|vorige|jl\.?) (?P<weekday>{_WEEKDAY})", _past),
    (rf"(?P<which>volgende|vorige) week(?: (?P<weekday>{_WEEKDAY}))?", _other_week),
    (r"(?P<which>volgende|vorige) maand", _other_month),
    (r"(?:over )?(?:een )?half ?jaar", _half_year),
    (
        r"(?:over )?(?P<sign>)(?P<number>[0-9]{1,4}|[a-zé]{3,6}) "
        r"(?P<unit>dag(?:en)?|we(?:e)?k(?:en)?|maand(?:en)?|jaar|jaren)",
        _distance,
    ),
    (r"(?P<sign>[+-]) ?(?P<number>[0-9]{1,4}) ?(?P<unit>[dwmj])", _distance),
)
