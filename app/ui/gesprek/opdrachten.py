"""What the page of a conversation asks of the archive; each runs on the database thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.models.bespreking import Afspraak, Formulier
from app.models.gesprek import Gesprek
from app.models.uitnodiging import Brief
from app.storage import gesprekken
from app.storage.archive import Archive, Change
from app.storage.dossier import afspraak_afronden
from app.storage.gesprekslijst import Gespreksblad, gespreksblad
from app.storage.gespreksverslag import begin_verslag, zet_overgenomen
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.tijdlijn import nieuwste_versie
from app.storage.uitnodigingen import uitnodigingen

Back = tuple[Schrijf, ...]


@dataclass(frozen=True, slots=True)
class Getoond:
    """A conversation as the page shows it.

    Attributes:
        formulier: the newest version of its report, or None.
    """

    blad: Gespreksblad
    formulier: Formulier | None


def read(gesprek: str, today: date, archive: Archive) -> Getoond | None:
    """A conversation with all that belongs beside it; None when there is none any more."""
    blad = gespreksblad(archive, gesprek, today)
    if blad is None:
        return None
    stam = blad.gesprek.formulier
    return Getoond(blad, archive.get(Formulier, nieuwste_versie(archive, stam)) if stam else None)


def held(gesprek: Gesprek, today: date, author: str, archive: Archive) -> Back:
    """Mark a planned conversation as held; one whose day has yet to come was held today."""
    day = min(gesprek.datum or today, today)
    return gesprekken.wijzig(archive, [gesprek.id], {"staat": "gehouden", "datum": day}, author)


def change(gesprek: str, values: Mapping[str, Any], author: str, archive: Archive) -> Back:
    """Write fields of a conversation."""
    return gesprekken.wijzig(archive, [gesprek], dict(values), author)


def remove(gesprek: Gesprek, author: str, archive: Archive) -> Back:
    """Take a conversation out of sight."""
    return schrijf(archive, [Schrijf.weg(gesprek)], author)


def write_note(gesprek: str, note: str, author: str, archive: Archive, draft: bool) -> Change:
    """Write the quick note."""
    return archive.write("gesprek", gesprek, {"notitie": note}, author, draft=draft)


def seal(gesprek: str, archive: Archive) -> None:
    """Make what was typed into history."""
    archive.seal(gesprek)


def settle(afspraak: Afspraak, done: bool, author: str, archive: Archive) -> Back:
    """Tick an agreement, or open it again."""
    state = "gedaan" if done else "open"
    return schrijf(archive, afspraak_afronden(afspraak, state, afspraak.resultaat), author)


def begin_report(gesprek: str, spreker: str, today: date, author: str, archive: Archive) -> str:
    """Begin the report, or give the one that was begun. Raises DefinitionError."""
    return begin_verslag(archive, gesprek, spreker or author, author, today)


def elsewhere(gesprek: str, today: date, author: str, archive: Archive) -> Back:
    """Tick that the report stands in ParnasSys."""
    return gesprekken.verslag_elders(archive, [gesprek], today, author)


def taken_over(gesprek: str, day: date | None, author: str, archive: Archive) -> None:
    """Tick that the note was taken over in ParnasSys, or that it was not."""
    zet_overgenomen(archive, gesprek, day, author)


def letters(gesprek: str, archive: Archive) -> tuple[Brief, ...]:
    """The invitations."""
    return uitnodigingen(archive, [gesprek])
