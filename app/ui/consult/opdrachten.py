"""What the page of a consult asks of the archive; each runs on the database thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.models.consult import Consult
from app.models.consulten.statussen import VASTGELEGD
from app.models.leerling import Leerling
from app.storage import consulten
from app.storage.archive import Archive
from app.storage.consulten import Aanbod, Consultblad
from app.storage.ongedaan import Schrijf, schrijf
from app.ui.context import Context

Back = tuple[Schrijf, ...]
Work = Callable[[Archive], Back]


@dataclass(frozen=True, slots=True)
class Genomen:
    """A step that was taken, also one that was taken back later.

    Attributes:
        dag: on which it was taken, as far as that was said; else on which it was noted.
        door: who noted it.
    """

    status: str
    dag: date
    door: str


@dataclass(frozen=True, slots=True)
class Getoond:
    """A consult as the page shows it.

    Attributes:
        verloop: its beginning (`begonnen`), and the steps since.
    """

    blad: Consultblad
    verloop: tuple[Genomen, ...]


def read(consult: str, today: date, archive: Archive) -> Getoond | None:
    """A consult with all that belongs beside it; None when there is none any more."""
    blad = consulten.consultblad(archive, consult, today)
    if blad is None:
        return None
    found = archive.history(consult, "status")
    last = {each.value: each.id for each in found}
    steps = (
        Genomen(
            status=each.value,
            dag=(_day(blad.consult, each.value) if last[each.value] == each.id else None) or each.moment.date(),
            door=each.author,
        )
        for each in found
    )
    first = archive.history(consult, "soort")[0]
    begun = Genomen("begonnen", blad.consult.begonnen_op or first.moment.date(), first.author)
    return Getoond(blad, (begun, *steps))


def offer(pupil: str, archive: Archive) -> tuple[Aanbod, tuple[tuple[str, str], ...]]:
    """The kinds to choose from, and id and name of the pupil one comes from."""
    leerling = archive.get(Leerling, pupil) if pupil else None
    return consulten.aanbod(archive), ((leerling.id, leerling.naam),) if leerling else ()


def begin(kind: str, pupils: tuple[str, ...], context: Context, archive: Archive) -> str:
    """Begin an application. Raises Refused."""
    return consulten.begin(archive, kind, pupils, context.gebruiker, dag=context.vandaag())


def step(consult: str, naar: str, day: date | None, context: Context, archive: Archive) -> Back:
    """Go to a status. Raises MagNiet."""
    return consulten.zet_status(archive, consult, naar, context.gebruiker, context.vandaag(), dag=day)


def grant(consult: str, consulent: str, day: date, context: Context, archive: Archive) -> Back:
    """It was granted to a consulent. Raises MagNiet."""
    return consulten.ken_toe(archive, consult, consulent, context.gebruiker, context.vandaag(), dag=day)


def appoint(consult: str, day: date, time: str, context: Context, archive: Archive) -> Back:
    """An appointment was made or moved. Raises MagNiet."""
    return consulten.afspraak(archive, consult, day, time, context.gebruiker, context.vandaag())


def change(consult: str, fields: Mapping[str, Any], context: Context, archive: Archive) -> Back:
    """Write fields that don't follow from the status. Raises Refused."""
    return consulten.werk_bij(archive, consult, fields, context.gebruiker)


def tick(consult: str, stap: str, said: str, context: Context, archive: Archive) -> Back:
    """Tick a step in the portal. Raises Refused."""
    return consulten.stap_gedaan(archive, consult, stap, said, context.gebruiker)


def begin_report(consult: str, context: Context, archive: Archive) -> str:
    """Begin the report, or give the one that was begun. Raises Refused, DefinitionError."""
    return consulten.begin_verslag(archive, consult, context.gebruiker, context.gebruiker, context.vandaag())


def follow_up(consult: str, context: Context, archive: Archive) -> str:
    """Begin the application that follows, or give the one that was begun. Raises MagNiet, Refused."""
    return consulten.vervolg(archive, consult, context.gebruiker, context.vandaag())


def remove(consult: str, context: Context, archive: Archive) -> Back:
    """Take it out of sight. Raises Refused."""
    return consulten.verwijder(archive, consult, context.gebruiker)


def take_back(back: Back, context: Context, archive: Archive) -> Back:
    """Bring everything back to how it was."""
    return schrijf(archive, back, context.gebruiker)


def _day(consult: Consult, status: str) -> date | None:
    """The day that was said for a step."""
    name = "begonnen_op" if status == "concept" else next(iter(VASTGELEGD.get(status, ())), "")
    found = getattr(consult, name) if name and status != "afspraak" else None
    return found if isinstance(found, date) else None
