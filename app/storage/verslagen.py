"""The IB'er's own short report of a form: begun from it, edited, and placed in the leerlingdossier."""

from dataclasses import dataclass, replace
from datetime import date

from app.models.gesprek import OVERIG
from app.models.gespreksbeleid.definition import Soort
from app.models.school import School
from app.models.verslag import begin_verslag
from app.storage import formulieren, gespreksverslag, school
from app.storage.archive import Archive, Change
from app.storage.formulieren import Blad
from app.storage.gespreksuitkomst import gesprek_van


@dataclass(frozen=True, slots=True)
class Verslag:
    """What the screen of a report shows.

    Attributes:
        blad: the form it is about; its `formulier.verslag` is the text.
        school: for the header of the document.
        gespreksoort: of a conversation, its kind by the policy of its year, else None.
        moment: at which moment of the year the conversation was held, or empty.
    """

    blad: Blad
    school: School
    gespreksoort: Soort | None = None
    moment: str = ""

    @property
    def titel(self) -> str:
        """What it is a report of: the school's word for the kind of conversation, or else the title of the form."""
        soort = self.gespreksoort
        return soort.titel if soort and soort.id != OVERIG else self.blad.definitie.titel

    @property
    def opgenomen_op(self) -> str | None:
        """ISO date on which it went into the dossier; of a conversation: was taken over in ParnasSys."""
        return self.blad.gesprek.overgenomen_op if self.blad.gesprek else self.blad.formulier.in_dossier_op


def open_verslag(archive: Archive, formulier_id: str, today: date, author: str) -> Verslag:
    """Read a form for its report. The report of a form that was vastgesteld is begun when there is none yet.

    Raises:
        KeyError: no such form.
    """
    verslag = lees(archive, formulier_id, today)
    blad = verslag.blad
    if blad.formulier.vastgesteld_op and not blad.formulier.verslag.strip():
        text = begin_verslag(blad.definitie, blad.formulier, verslag.titel)
        if text:
            schrijf(archive, formulier_id, text, author)
            return replace(verslag, blad=replace(blad, formulier=replace(blad.formulier, verslag=text)))
    return verslag


def lees(archive: Archive, formulier_id: str, today: date) -> Verslag:
    """Read a form for its report as it is, also when somebody just emptied it.

    Raises:
        KeyError: no such form.
    """
    blad = formulieren.open_blad(archive, formulier_id, today)
    soort, moment = gespreksverslag.soort_en_moment(archive, blad.gesprek) if blad.gesprek else (None, "")
    return Verslag(blad, school.the_school(archive), soort, moment)


def schrijf(archive: Archive, formulier_id: str, text: str, author: str, *, draft: bool = False) -> Change:
    """Write the text of the report; it has a history of its own, whatever happened to the form."""
    return archive.write("formulier", formulier_id, {"verslag": text}, author, draft=draft)


def zet_in_dossier(archive: Archive, formulier_id: str, day: date | None, author: str) -> None:
    """Record on which day the report went into the leerlingdossier, or into ParnasSys; None takes that back."""
    gesprek = gesprek_van(archive, formulieren.find_formulier(archive, formulier_id).stam)
    if gesprek is not None:
        gespreksverslag.zet_overgenomen(archive, gesprek.id, day, author)
        return
    archive.write("formulier", formulier_id, {"in_dossier_op": day.isoformat() if day else None}, author)
