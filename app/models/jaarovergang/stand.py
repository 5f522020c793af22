"""What the archive holds when a year is rolled over."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.models.jaarovergang.tijd import is_schooljaar, volgend_schooljaar
from app.models.leerling import Leerling, Plan
from app.models.school import Groep, School, Vervanging, schooljaar_op


class Gepland(NamedTuple):
    """Something that is planned with one pupil or group of the old year, on or after today."""

    datum: date
    wat: str
    wie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The school at the end of its year.

    Attributes:
        schooljaar: the year that ends, e.g. `2026-2027`.
        laatste_dag: its last school day: pupils leave and groups end on it.
        groepen: those that exist, in order.
        leerlingen: pupils at school.
        vertrokken: pupils who left in the course of this year; they sat in a group too.
        groepsplannen: those of `groepen` that go on after the last day, or have no end.
        vervangingen: those of `groepen` that go on after the last day.
        zonder_verslag: number of conversations of this year that were held and have no report yet.
        niet_gehouden: number of conversations that were planned for a day that has passed.
        gepland: what is planned on or after today; it stays with the old year.
    """

    schooljaar: str
    laatste_dag: date
    school: School = field(default_factory=School)
    groepen: tuple[Groep, ...] = ()
    leerlingen: tuple[Leerling, ...] = ()
    vertrokken: tuple[Leerling, ...] = ()
    groepsplannen: tuple[Plan, ...] = ()
    vervangingen: tuple[Vervanging, ...] = ()
    zonder_verslag: int = 0
    niet_gehouden: int = 0
    gepland: tuple[Gepland, ...] = ()

    @property
    def volgend(self) -> str:
        """The year that begins, e.g. `2027-2028`."""
        return volgend_schooljaar(self.schooljaar)


def huidig_schooljaar(school: School, vandaag: date) -> str:
    """The year that the school is in: as it says itself, else by the calendar."""
    return school.schooljaar if is_schooljaar(school.schooljaar) else schooljaar_op(vandaag)
