"""The IB'er's own short report of a form: begun from it, edited, and placed in the leerlingdossier."""

from dataclasses import dataclass, replace
from datetime import date

from app.models.school import School
from app.models.verslag import begin_verslag
from app.storage import formulieren, school
from app.storage.archive import Archive, Change
from app.storage.formulieren import Blad


@dataclass(frozen=True, slots=True)
class Verslag:
    """What the screen of a report shows.

    Attributes:
        blad: the form it is about; its `formulier.verslag` is the text.
        school: for the header of the document.
    """

    blad: Blad
    school: School


def open_verslag(archive: Archive, formulier_id: str, today: date, author: str) -> Verslag:
    """Read a form for its report. The report of a form that was vastgesteld is begun when there is none yet.

    Raises:
        KeyError: no such form.
    """
    verslag = lees(archive, formulier_id, today)
    blad = verslag.blad
    if blad.formulier.vastgesteld_op and not blad.formulier.verslag.strip():
        text = begin_verslag(blad.definitie, blad.formulier)
        if text:
            schrijf(archive, formulier_id, text, author)
            return replace(verslag, blad=replace(blad, formulier=replace(blad.formulier, verslag=text)))
    return verslag


def lees(archive: Archive, formulier_id: str, today: date) -> Verslag:
    """Read a form for its report as it is, also when somebody just emptied it.

    Raises:
        KeyError: no such form.
    """
    return Verslag(formulieren.open_blad(archive, formulier_id, today), school.the_school(archive))


def schrijf(archive: Archive, formulier_id: str, text: str, author: str, *, draft: bool = False) -> Change:
    """Write the text of the report; it has a history of its own, whatever happened to the form."""
    return archive.write("formulier", formulier_id, {"verslag": text}, author, draft=draft)


def zet_in_dossier(archive: Archive, formulier_id: str, day: date | None, author: str) -> None:
    """Record on which day the report went into the leerlingdossier; None takes that back."""
    archive.write("formulier", formulier_id, {"in_dossier_op": day.isoformat() if day else None}, author)
