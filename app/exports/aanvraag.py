"""The application for a consult in Word, to hand in at the samenwerkingsverband (Startgesprek; Eenmalig consult)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.invulling import write_form
from app.exports.schrijver import Fact, Writer
from app.models.aanvraag import Aanvraagdossier, OverLeerling
from app.models.consulten.definition import VRAGERS
from app.models.datums import lang, leeftijd
from app.models.leerling import GEZAG, Ouder, Ouderschap
from app.models.momentwoorden import opsomming
from app.models.school import School

if TYPE_CHECKING:
    from docx.document import Document

ANNEXES = "Bijlagen"


@dataclass(frozen=True, slots=True)
class AanvraagStof:
    """For the application.

    Attributes:
        dag: the day on which it is written.
        ib: name of the IB'er.
        zonder_bijlagen: True where none of the annexes goes along.
    """

    school: School
    dossier: Aanvraagdossier
    dag: date
    ib: str = ""
    zonder_bijlagen: bool = False


def aanvraagtitel(dossier: Aanvraagdossier) -> str:
    """What the document is called: as its form, e.g. `Aanvraag startgesprek SWV`."""
    return dossier.definitie.titel if dossier.definitie else f"Aanvraag {dossier.soort.titel}"


def maak_aanvraag(stof: AanvraagStof, template: Path) -> "Document":
    """Write the application: who it is about, who asks, all that was answered, and the annexes.

    Raises:
        TemplateProblem: the template can't be used.
    """
    dossier, title = stof.dossier, aanvraagtitel(stof.dossier)
    names = ", ".join(dossier.namen)
    writer = Writer(
        template,
        title=" · ".join(part for part in (title, names) if part),
        subject=dossier.soort.titel,
        author=stof.ib,
        school=stof.school.naam,
    )
    writer.title(title, names)
    writer.facts(_facts(stof), per_row=2)
    for each in dossier.leerlingen:
        _write_pupil(writer, each, stof.dag, alone=len(dossier.leerlingen) == 1)
    if dossier.formulier is not None and dossier.definitie is not None:
        writer.heading("De aanvraag")
        write_form(writer, dossier.definitie, dossier.formulier)
    if dossier.bijlagen:
        _write_annexes(writer, stof)
    return writer.finish()


def _facts(stof: AanvraagStof) -> list[Fact]:
    consult = stof.dossier.consult
    who = opsomming([VRAGERS.get(each, each) for each in consult.vragers])
    about = "één leerling" if len(stof.dossier.leerlingen) == 1 else f"{len(stof.dossier.leerlingen)} leerlingen"
    facts = [
        ("School", ", ".join(part for part in (stof.school.naam, stof.school.plaats) if part)),
        ("Datum", lang(stof.dag)),
        ("De vraag komt van", who),
        ("Contactpersoon", stof.ib),
        ("Over", f"{about} met dezelfde vraag" if len(stof.dossier.leerlingen) > 1 else ""),
        ("Consulent", stof.dossier.consulent),
    ]
    return [fact for fact in facts if fact[1].strip()]


def _write_pupil(writer: Writer, each: OverLeerling, today: date, *, alone: bool) -> None:
    pupil = each.leerling
    writer.heading("De leerling" if alone else pupil.naam)
    born = ""
    if pupil.geboortedatum:
        born = f"{lang(pupil.geboortedatum)} ({leeftijd(pupil.geboortedatum, today)} jaar)"
    facts = [
        ("Naam", pupil.naam if alone else ""),  # of several it stands above
        ("Geboren", born),
        ("Groep", each.groep),
        ("Ondersteuningsniveau", "" if each.niveau is None else str(each.niveau)),
    ]
    writer.facts([fact for fact in facts if fact[1]], per_row=2)
    rows = [_parent(*found) for found in each.ouders]
    if rows:
        writer.label("Ouders en verzorgers")
        writer.table(("Naam", "Relatie", "Gezag", "Bereikbaar"), rows, (7, 5, 5, 8), caption="Ouders en verzorgers")


def _parent(ouder: Ouder, tie: Ouderschap) -> tuple[str, ...]:
    reached = "\n".join(part for part in (ouder.telefoon, ouder.email) if part)
    return ouder.naam, tie.relatie, GEZAG.get(tie.gezag, tie.gezag), reached


def _write_annexes(writer: Writer, stof: AanvraagStof) -> None:
    writer.heading(ANNEXES)
    if stof.zonder_bijlagen:
        writer.paragraph("De bijlagen gaan niet mee: ze blijven binnen de school.")
        return
    rows = [
        (regel.titel, "\n".join(each.naam for each in regel.bestanden) if regel.bestanden else regel.woorden)
        for regel in stof.dossier.bijlagen
        if regel.staat or regel.bestanden
    ]
    if not rows:
        rows = [("Er zijn geen bijlagen.", "")]
    writer.table(("Bijlage", "Bestand"), rows, (9, 11), caption=ANNEXES)
