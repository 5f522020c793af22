"""Times of day and durations, read and written the Dutch way."""

import re

_TIME = re.compile(r"([0-9]{1,2})(?:[:.u ]?([0-9]{2}))?(?: ?u(?:ur|\.)?)?")
_HALF = re.compile(r"half ([0-9]{1,2})")
_MINUTES = re.compile(r"([0-9]{1,4}) ?(?:m|min\.?|minuten|minuut)?")
_PART_OF_HOURS = re.compile(r"([0-9]{1,2}[.,][0-9]{1,2}) ?(?:u\.?|uur)")
_HOURS = re.compile(r"([0-9]{1,2}) ?(?:u\.?|uur|:) ?(?:([0-5]?[0-9]) ?(?:m|min\.?|minuten|minuut)?)?")

SCHOOL_BEGINS = 7
"""`half 3` at school is in the afternoon: before this hour nobody meets."""


def lees_tijd(text: str) -> str | None:
    """Read a time of day as people type it: `14:00`, `14.00`, `1400`, `9 uur`, `half 3`.

    Returns:
        `HH:MM`, empty for an empty text, None when it is no time.
    """
    words = " ".join(text.casefold().split())
    if not words:
        return ""
    half = _HALF.fullmatch(words)
    if half and 1 <= int(half[1]) <= 12:
        hour = int(half[1]) - 1
        return f"{hour if hour >= SCHOOL_BEGINS else hour + 12:02}:30"
    found = _TIME.fullmatch(words)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def als_minuten(tijd: str) -> int:
    """Minutes since midnight of a stored time, `HH:MM`."""
    return int(tijd[:2]) * 60 + int(tijd[3:])


def als_tijd(minuten: int) -> str:
    """Minutes since midnight as a stored time, `HH:MM`."""
    return f"{minuten // 60:02}:{minuten % 60:02}"


def lees_duur(text: str) -> int | None:
    """Read a duration as people type it: `90`, `90 min`, `1:30`, `1u30`, `1,5 uur`, `1 uur 15 min`.

    Returns:
        Whole minutes; 0 for an empty text, None when it is no duration. A number by itself is minutes.
    """
    words = " ".join(text.casefold().split())
    if not words:
        return 0
    if found := _MINUTES.fullmatch(words):
        return int(found[1])
    if found := _PART_OF_HOURS.fullmatch(words):
        return round(float(found[1].replace(",", ".")) * 60)
    found = _HOURS.fullmatch(words)
    return int(found[1]) * 60 + int(found[2] or 0) if found else None


def duur(seconden: int) -> str:
    """A duration in whole minutes, e.g. `12 min` or `1 uur 5 min`; empty for less than a minute."""
    hours, minutes = divmod(max(seconden, 0) // 60, 60)
    parts = (f"{hours} uur" if hours else "", f"{minutes} min" if minutes else "")
    return " ".join(part for part in parts if part)
