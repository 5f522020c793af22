"""The conversations about one pupil: what comes, and how the last ones went."""

from datetime import date
from functools import cache
from typing import NamedTuple

from app.models.gesprek import Gesprek
from app.models.gespreksbeleid.definition import Beleid
from app.models.gespreksregels import gesprekstitel
from app.storage.archive import Archive
from app.storage.gesprekslijst import leerlinggesprekken, uiterlijk
from app.storage.schooljaren import beleid_van, kalender

MOST = 5
"""Conversations that were held, so many of the last."""


class Gesprekregel(NamedTuple):
    """One conversation.

    Attributes:
        titel: what kind it is.
        te_laat: whether its report should have been there.
    """

    gesprek: Gesprek
    titel: str
    te_laat: bool


class Leerlinggesprekken(NamedTuple):
    """Those of one pupil.

    Attributes:
        komend: planned, the first one first.
        geweest: the last ones that were held, called off or not attended, the newest first.
        meer: how many older ones there are.
    """

    komend: tuple[Gesprekregel, ...]
    geweest: tuple[Gesprekregel, ...]
    meer: int


def gesprekken_van(archive: Archive, leerling: str, today: date) -> Leerlinggesprekken:
    """The conversations about a pupil, for the dossier."""
    found = [each for each in leerlinggesprekken(archive, leerling) if each.staat != "niet_nodig"]
    to_come = [each for each in found if each.staat == "gepland"]
    past = [each for each in found if each.staat != "gepland"]

    @cache
    def policy(schooljaar: str) -> Beleid:
        return beleid_van(archive, schooljaar)

    def line(gesprek: Gesprek) -> Gesprekregel:
        beleid = policy(gesprek.schooljaar)
        waiting = gesprek.staat == "gehouden" and gesprek.verslag_op is None
        last = uiterlijk(gesprek, beleid, kalender(archive, gesprek.schooljaar)) if waiting else None
        return Gesprekregel(gesprek, gesprekstitel(gesprek, beleid), last is not None and last < today)

    in_order = sorted(to_come, key=lambda each: (each.datum or date.max, each.tijd))
    shown = past[:MOST]
    return Leerlinggesprekken(tuple(map(line, in_order)), tuple(map(line, shown)), len(past) - len(shown))
