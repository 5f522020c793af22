"""Public holidays of the Netherlands and Good Friday; schools are closed on them, also in a school week."""

from datetime import date, timedelta
from functools import cache

_VASTE_DAGEN = ((1, 1, "Nieuwjaarsdag"), (12, 25, "Eerste kerstdag"), (12, 26, "Tweede kerstdag"))

GOEDE_VRIJDAG = "Goede Vrijdag"
"""No public holiday by law (Algemene termijnenwet, article 3), though most schools are closed: each decides itself."""

_NA_PASEN = (
    (-2, GOEDE_VRIJDAG),
    (0, "Eerste paasdag"),
    (1, "Tweede paasdag"),
    (39, "Hemelvaartsdag"),
    (49, "Eerste pinksterdag"),
    (50, "Tweede pinksterdag"),
)
"""Days counted from Easter Sunday."""

_LUSTRUM = 5
"""Bevrijdingsdag is a day off once in so many years."""


@cache
def goede_vrijdag(jaar: int) -> date:
    """Good Friday of a calendar year."""
    return next(day for day, name in feestdagen(jaar) if name == GOEDE_VRIJDAG)


@cache
def feestdagen(jaar: int) -> tuple[tuple[date, str], ...]:
    """The public holidays of a calendar year, by date, with their names."""
    from dateutil.easter import easter

    pasen = easter(jaar)
    found = [(date(jaar, month, day), name) for month, day, name in _VASTE_DAGEN]
    found += [(pasen + timedelta(days), name) for days, name in _NA_PASEN]
    found.append((_koningsdag(jaar), "Koningsdag"))
    if jaar % _LUSTRUM == 0:
        found.append((date(jaar, 5, 5), "Bevrijdingsdag"))
    return tuple(sorted(found))


def _koningsdag(jaar: int) -> date:
    """27 April, or the day before when that is a Sunday."""
    day = date(jaar, 4, 27)
    return day - timedelta(1) if day.weekday() == 6 else day
