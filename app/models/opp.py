"""What an OPP says, and what the law still asks of it.

Source: agreement of the parents on the handelingsdeel, the pupil's own view (hoorrecht) at making, adapting and
evaluating, an evaluation with the parents every year.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.models.bespreking import Formulier
from app.models.datums import als_datum, lang, plus_maanden
from app.models.forms.answers import answer_of, plain_text, rows_of
from app.models.forms.definition import Field, FormDefinition
from app.models.toestemming import OuderGezag

AKKOORD, OPEN = "akkoord", "open"
OPSTELLEN, BIJSTELLEN = "opstellen", "bijstellen"
MAANDEN = 12
"""An OPP is evaluated with the parents every year."""


@dataclass(frozen=True, slots=True)
class Instemming:
    """What one parent answered on the handelingsdeel.

    Attributes:
        antwoord: id of an option; `AKKOORD`, `OPEN`, or another that is no agreement.
    """

    ouder: str
    antwoord: str
    datum: date | None


@dataclass(frozen=True, slots=True)
class Mening:
    """What the pupil said.

    Attributes:
        moment: id of an option, e.g. `OPSTELLEN`.
    """

    moment: str
    datum: date | None
    mening: str


@dataclass(frozen=True, slots=True)
class Oppinhoud:
    """What an OPP says, as far as the program needs to know.

    Attributes:
        uitstroombestemming: in words; texts are empty where nothing was filled in.
    """

    van: date | None = None
    tot: date | None = None
    ondersteuningsvraag: str = ""
    beginsituatie: str = ""
    uitstroombestemming: str = ""
    doel: str = ""
    evaluatie_op: date | None = None
    instemming: tuple[Instemming, ...] = ()
    meningen: tuple[Mening, ...] = ()


def inhoud_van(definitie: FormDefinition, formulier: Formulier) -> Oppinhoud:
    """Read an OPP out of its form."""
    return Oppinhoud(
        van=_day(definitie, formulier, "opp_van"),
        tot=_day(definitie, formulier, "opp_tot"),
        ondersteuningsvraag=_words(definitie, formulier, "ondersteuningsvraag"),
        beginsituatie=_words(definitie, formulier, "beginsituatie"),
        uitstroombestemming=_words(definitie, formulier, "uitstroombestemming"),
        doel=_words(definitie, formulier, "doel"),
        evaluatie_op=_day(definitie, formulier, "evaluatie_datum"),
        instemming=tuple(
            Instemming(_cell(field, row, "ouder"), _cell(field, row, "antwoord") or OPEN, _cell_day(field, row))
            for field, row in _rows(definitie, formulier, "handelingsdeel")
            if _cell(field, row, "ouder")
        ),
        meningen=tuple(
            Mening(_cell(field, row, "moment"), _cell_day(field, row), _cell(field, row, "mening"))
            for field, row in _rows(definitie, formulier, "hoorrecht")
            if _cell(field, row, "mening")
        ),
    )


def aandacht(inhoud: Oppinhoud, ouders: Iterable[OuderGezag], vandaag: date) -> tuple[str, ...]:
    """What the law still asks of an OPP, one Dutch sentence each.

    Parameters:
        ouders: all parents and carers of the pupil; who has no gezag is not asked.
    """
    agreed = {_key(each.ouder) for each in inhoud.instemming if each.antwoord == AKKOORD}
    refused = {_key(each.ouder) for each in inhoud.instemming if each.antwoord not in (AKKOORD, OPEN)} - agreed
    asked = [each for each in ouders if each.gezag != "nee"]
    said: list[str] = []
    if not asked:
        said.append("Er is nog geen ouder met gezag bekend; vul dat eerst bij de leerling in.")
    for each in asked:
        naam = each.naam or "een ouder zonder naam"
        if _key(each.naam) in refused:
            said.append(f"Het handelingsdeel geldt nog niet: {naam} is het er niet mee eens.")
        elif _key(each.naam) not in agreed:
            said.append(f"Leg vast of {naam} akkoord is met het handelingsdeel.")
    if not any(each.moment == OPSTELLEN for each in inhoud.meningen):
        said.append("Leg vast wat de leerling bij het opstellen zelf vond (hoorrecht).")
    return (*said, *_dates(inhoud, vandaag))


def _dates(inhoud: Oppinhoud, vandaag: date) -> Iterable[str]:
    if inhoud.evaluatie_op is None:
        yield "Kies een dag waarop je het OPP met de ouders evalueert."
    elif inhoud.van and inhoud.evaluatie_op > plus_maanden(inhoud.van, MAANDEN):
        yield "De evaluatie valt later dan een jaar na het begin; kies een eerdere dag."
    elif inhoud.evaluatie_op < vandaag:
        yield f"De evaluatie was afgesproken voor {lang(inhoud.evaluatie_op)}; evalueer het OPP met ouders en leerling."
    if inhoud.van and inhoud.tot and inhoud.tot < inhoud.van:
        yield "Het OPP eindigt eerder dan het begint; verbeter de looptijd."


def _key(naam: str) -> str:
    return " ".join(naam.casefold().split())


def _field(definitie: FormDefinition, rol: str) -> Field | None:
    found = definitie.field_by_role(rol)
    return found[1] if found else None


def _words(definitie: FormDefinition, formulier: Formulier, rol: str) -> str:
    field = _field(definitie, rol)
    return plain_text(field, answer_of(field, formulier.antwoorden)).strip() if field else ""


def _day(definitie: FormDefinition, formulier: Formulier, rol: str) -> date | None:
    field = _field(definitie, rol)
    return als_datum(answer_of(field, formulier.antwoorden)) if field else None


def _rows(definitie: FormDefinition, formulier: Formulier, rol: str) -> Iterable[tuple[Field, Mapping[str, Any]]]:
    field = _field(definitie, rol)
    return ((field, row) for row in rows_of(field, formulier.antwoorden)) if field else ()


def _cell(field: Field, row: Mapping[str, Any], rol: str) -> str:
    column = field.column(rol)
    return str(row.get(column.id) or "").strip() if column else ""


def _cell_day(field: Field, row: Mapping[str, Any]) -> date | None:
    return als_datum(_cell(field, row, "datum"))
