"""A school year to look at, without an archive."""

from datetime import date

from app.models.jaarplan import Jaarplan, maak_jaarplan
from app.models.kalender import maak_kalender
from app.storage.schooljaren import meegeleverd, vakanties

JAAR = "2026-2027"
TODAY = date(2026, 11, 12)


def plan_van(regio: str = "midden", jaar: str = JAAR) -> Jaarplan:
    """The year plan of a region with the legal timeline, as shipped."""
    return maak_jaarplan(maak_kalender(jaar, regio, vakanties(jaar)), meegeleverd()["wettelijke_tijdlijn"])
