"""The year plan of the Proefschool, this year's and last year's: from the shipped holidays and policy."""

from collections.abc import Iterable
from typing import Any

from app.models.gespreksbeleid.loader import parse_beleid
from app.models.ids import dated_id
from app.models.jaarplan import Jaarplan, maak_jaarplan
from app.models.kalender import Vakanties, maak_kalender
from app.models.schooljaar import VrijePeriode
from app.models.vakanties import parse_vakanties
from app.resources import resource


def jaarplan(schooljaar: str, regio: str, beleid: str, eigen: Iterable[VrijePeriode] = ()) -> Jaarplan:
    """The plan of one school year.

    Parameters:
        beleid: name of a shipped policy.
        eigen: days off that the school chose itself.
    """
    path = resource("gespreksbeleid", f"{beleid}.toml")
    policy = parse_beleid(path.read_text("utf-8"), path.name)
    return maak_jaarplan(maak_kalender(schooljaar, regio, _vakanties(schooljaar), None, eigen), policy)


def studiedagen(schooljaar: str, rows: Iterable[dict[str, Any]]) -> list[VrijePeriode]:
    """The school's own days without lessons."""
    return [
        VrijePeriode(
            id=dated_id(row["op"], "studiedag"),
            schooljaar=schooljaar,
            soort="studiedag",
            naam=row["naam"],
            van=row["op"],
        )
        for row in rows
    ]


def vorig(schooljaar: str) -> str:
    """The school year before."""
    first = int(schooljaar[:4]) - 1
    return f"{first}-{first + 1}"


def _vakanties(schooljaar: str) -> Vakanties | None:
    path = resource("vakanties", f"{schooljaar}.toml")
    return parse_vakanties(path.read_text("utf-8"), path.name) if path.is_file() else None
