"""The conversations about one pupil: what comes, and how the last ones went."""

from datetime import date
from functools import cache
from typing import NamedTuple

from app.models.gesprek import Gesprek
from app.models.gespreksbeleid.definition import Beleid
from app.models.gespreksregels import gesprekstitel
from app.models.gespreksstand import gespreksstand
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.gesprekslijst import uiterlijk
from app.storage.schooljaren import beleid_van, kalender

MOST = 5
"""Conversations that were held, so many of the last."""


class Gesprekregel(NamedTuple):
    """One conversation.

    Attributes:
        titel: what kind it is.
        stand: key of `GESPREKSSTANDEN`.
    """

    gesprek: Gesprek
    titel: str
    stand: str


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
    to_come = [to_record(Gesprek, row) for row in archive.query(_KOMEND, (leerling,))]
    past = [to_record(Gesprek, row) for row in archive.query(_GEWEEST, (leerling, MOST))]
    older = int(archive.query(_AANTAL, (leerling,))[0][0]) - len(past)

    @cache
    def policy(schooljaar: str) -> Beleid:
        return beleid_van(archive, schooljaar)

    def line(gesprek: Gesprek) -> Gesprekregel:
        beleid = policy(gesprek.schooljaar)
        return Gesprekregel(gesprek, gesprekstitel(gesprek, beleid), stand_van(archive, gesprek, beleid, today))

    return Leerlinggesprekken(tuple(map(line, to_come)), tuple(map(line, past)), older)


def stand_van(archive: Archive, gesprek: Gesprek, beleid: Beleid, today: date) -> str:
    """Where a conversation stands: a key of `GESPREKSSTANDEN`, the same wherever a pupil's conversations are shown.

    Parameters:
        beleid: the policy of its year.
    """
    waiting = gesprek.staat == "gehouden" and gesprek.verslag_op is None
    last = uiterlijk(gesprek, beleid, kalender(archive, gesprek.schooljaar)) if waiting else None
    return gespreksstand(gesprek, today, te_laat=last is not None and last < today)


_OF_PUPIL = "FROM gesprek WHERE leerling = ? AND verwijderd_op IS NULL"
_KOMEND = f"SELECT * {_OF_PUPIL} AND staat = 'gepland' ORDER BY datum IS NULL, datum, tijd, id"
_GEWEEST = f"SELECT * {_OF_PUPIL} AND staat NOT IN ('gepland', 'niet_nodig') ORDER BY datum DESC, id DESC LIMIT ?"
_AANTAL = f"SELECT count(*) {_OF_PUPIL} AND staat NOT IN ('gepland', 'niet_nodig')"
