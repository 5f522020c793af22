"""What the user should see before a new year is written: figures, what is wrong, and what is good to know."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from app.models.datums import lang
from app.models.jaarovergang.overgang import Overgang
from app.models.jaarovergang.stand import Stand
from app.models.jaarovergang.stappen import BLIJFT, OVER, SLAAT_OVER, WEG, is_leerjaar
from app.models.jaarovergang.tijd import is_tijd, laatste_jaar
from app.models.leerling import Leerling
from app.models.school import schooljaar_op

INSTROOM_VANAF = (1, 1)
"""Who comes in groep 1 after this day of the year often stays there; the school decides, so it is shown."""


class Cijfers(NamedTuple):
    """A new year in figures; the four steps add up to `leerlingen`.

    Attributes:
        zonder_groep: of those who stay at school.
        groepen, groepen_oud: number of groups in the new year, and in the one that ends.
    """

    leerlingen: int
    over: int
    blijft: int
    slaat_over: int
    weg: int
    zonder_groep: int
    groepen: int
    groepen_oud: int


def cijfers(overgang: Overgang) -> Cijfers:
    """Count what would be written."""
    steps = Counter(each.soort for each in overgang.stappen.values())
    return Cijfers(
        leerlingen=len(overgang.stappen),
        over=steps[OVER],
        blijft=steps[BLIJFT],
        slaat_over=steps[SLAAT_OVER],
        weg=steps[WEG],
        zonder_groep=overgang.aantallen().get(None, 0),
        groepen=len(overgang.groepen),
        groepen_oud=len(overgang.stand.groepen),
    )


def geweigerd(stand: Stand, vandaag: date) -> str:
    """Why no new year can be prepared now, in a sentence; empty when it can."""
    if stand.schooljaar > schooljaar_op(vandaag):
        return f"De overgang naar schooljaar {stand.schooljaar} is al gedaan. Een volgende kan pas in dat jaar."
    if not stand.leerlingen:
        return "Er zijn nog geen leerlingen om mee te nemen. Lees eerst het EDEXML-bestand in, of voeg leerlingen toe."
    return ""


def waarschuwingen(stand: Stand, vandaag: date) -> tuple[str, ...]:
    """Reasons to wait, in sentences."""
    found = []
    if not is_tijd(stand.schooljaar, vandaag):
        found.append(
            f"Schooljaar {stand.schooljaar} loopt nog tot en met {lang(stand.laatste_dag)}. Meestal doe je dit vanaf "
            "juni: wie je nu overzet, staat meteen in de groep van volgend jaar."
        )
    if stand.zonder_verslag:
        what = (
            "1 gehouden gesprek heeft"
            if stand.zonder_verslag == 1
            else f"{stand.zonder_verslag} gehouden gesprekken hebben"
        )
        found.append(
            f"{what} nog geen verslag. Dat kan ook na de overgang nog; het blijft bij {stand.schooljaar} staan."
        )
    if stand.niet_gehouden:
        what = (
            "1 gesprek was gepland en is"
            if stand.niet_gehouden == 1
            else f"{stand.niet_gehouden} gesprekken waren gepland en zijn"
        )
        found.append(f"{what} niet afgevinkt.")
    return tuple(found)


def fouten(overgang: Overgang) -> tuple[str, ...]:
    """What must be mended before the new year can be written, in sentences."""
    found = []
    if any(not each.naam.strip() for each in overgang.groepen):
        found.append("Een nieuwe groep heeft nog geen naam. Geef hem bij stap 1 een naam.")
    names = Counter(each.naam.strip().casefold() for each in overgang.groepen if each.naam.strip())
    shown = {each.naam.strip().casefold(): each.naam.strip() for each in overgang.groepen}
    found += [
        f"Er zijn {count} groepen die ‘{shown[name]}’ heten. Geef ze bij stap 1 elk een eigen naam."
        for name, count in names.items()
        if count > 1
    ]
    return tuple(found)


def te_beslissen(overgang: Overgang, leerling: Leerling) -> str:
    """Why a person should look at this pupil, in a few words; empty when the usual step is clear."""
    step = overgang.stappen[leerling.id]
    if step.soort == WEG:
        return ""
    if not is_leerjaar(leerling.jaargroep):
        return f"jaargroep {leerling.jaargroep}: welk jaar?" if leerling.jaargroep else "jaargroep onbekend"
    if step.groep is None:
        return "nog geen groep"
    came = leerling.instroomdatum
    if leerling.jaargroep == "1" and step.soort == OVER and came and came >= _halverwege(overgang.stand.schooljaar):
        return "kwam in de loop van dit jaar"
    return ""


def _halverwege(schooljaar: str) -> date:
    return date(laatste_jaar(schooljaar), *INSTROOM_VANAF)
