"""The list of contents of a pack: what is in it, for whom, and what is not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.schrijver import Fact, Writer
from app.models.datums import lang
from app.models.school import School

if TYPE_CHECKING:
    from docx.document import Document

TITEL = "Inhoud"


@dataclass(frozen=True, slots=True)
class InhoudStof:
    """For a list of contents.

    Attributes:
        pakket: what the pack is, e.g. `Aanvraag Startgesprek SWV`.
        leerlingen: names of whom it is about.
        aan: for whom it is, in words.
        waarom: what for, in words.
        bestanden: file name, and what it is besides; in the order of the pack.
        zonder: what is not in it, and why.
    """

    school: School
    pakket: str
    leerlingen: tuple[str, ...]
    aan: str
    waarom: str
    dag: date
    bestanden: Sequence[tuple[str, str]]
    zonder: Sequence[tuple[str, str]] = ()
    ib: str = ""


def maak_inhoud(stof: InhoudStof, template: Path) -> "Document":
    """Write the list.

    Raises:
        TemplateProblem: the template can't be used.
    """
    names = ", ".join(stof.leerlingen)
    writer = Writer(
        template,
        title=" · ".join(part for part in (TITEL, stof.pakket, names) if part),
        subject=stof.pakket,
        author=stof.ib,
        school=stof.school.naam,
    )
    writer.title(stof.pakket, names)
    facts: list[Fact] = [
        ("Voor", stof.aan),
        ("Waarvoor", stof.waarom),
        ("Samengesteld op", lang(stof.dag)),
        ("Door", ", ".join(part for part in (stof.ib, stof.school.naam) if part)),
    ]
    writer.facts([fact for fact in facts if fact[1].strip()])
    writer.heading(TITEL)
    writer.table(("Bestand", "Wat het is"), list(stof.bestanden), (12, 11), caption=TITEL)
    if stof.zonder:
        writer.heading("Wat er niet bij zit")
        writer.table(("Stuk", "Waarom niet"), list(stof.zonder), (12, 11), caption="Wat er niet bij zit")
    writer.paragraph("")
    writer.hint("Deze stukken gaan over een kind. Bewaar ze niet langer dan nodig is en stuur ze niet door.")
    return writer.finish()
