"""A real school year with its plan, for the documents that are made of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from app.models.gesprek import Momentkeuze
from app.models.gespreksbeleid.definition import Beleid
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.jaarplan import Jaarplan, maak_jaarplan
from app.models.kalender import maak_kalender
from app.models.schooljaar import VrijePeriode
from app.models.vakanties import parse_vakanties
from app.resources import resource

PRESETS = ("wettelijke_tijdlijn", "beleid_van_de_bron")
REGIONS = ("noord", "midden", "zuid")
YEARS = tuple(f"{year}-{year + 1}" for year in range(2025, 2030))


@cache
def beleid(naam: str = PRESETS[0]) -> Beleid:
    path = resource("gespreksbeleid", f"{naam}.toml")
    return parse_beleid(path.read_text("utf-8"), path.name)


def jaarplan(
    schooljaar: str = "2026-2027",
    regio: str = "midden",
    preset: str = PRESETS[0],
    *,
    rapporten: Mapping[str, date] | None = None,
    keuzes: Iterable[Momentkeuze] = (),
    vrij: Iterable[VrijePeriode] = (),
) -> Jaarplan:
    path = resource("vakanties", f"{schooljaar}.toml")
    kalender = maak_kalender(schooljaar, regio, parse_vakanties(path.read_text("utf-8"), path.name), eigen=vrij)
    return maak_jaarplan(kalender, beleid(preset), rapporten, keuzes)
