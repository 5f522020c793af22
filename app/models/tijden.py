"""Times of day and durations, read and written the Dutch way."""

import re

_TIME = re.compile(r"([0-9]{1,2})(?:[:.u ]?([0-9]{2}))?(?: ?u(?:ur|\.)?)?")
_HALF = re.compile(r"half ([0-9]{1,2})")

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


def duur(seconden: int) -> str:
    """A duration in whole minutes, e.g. `12 min` or `1 uur 5 min`; empty for less than a minute."""
    hours, minutes = divmod(max(seconden, 0) // 60, 60)
    parts = (f"{hours} uur" if hours else "", f"{minutes} min" if minutes else "")
    return " ".join(part for part in parts if part)
