"""What an OPP says, and what the law still asks of it.

Source: agreement of the parents on the handelingsdeel, the pupil's own view (hoorrecht) at making, adapting and
evaluating, an evaluation with the parents every year, and six weeks to make it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.models.bespreking import Formulier
from app.models.datums import als_datum, lang, plus_maanden
from app.models.forms.answers import answer_of, plain_text, rows_of
from app.models.forms.definition import Field, FormDefinition
from app.models.toestemming import OuderGezag

AKKOORD, OPEN = "akkoord", "open"
OPSTELLEN, BIJSTELLEN, EVALUEREN = "opstellen", "bijstellen", "evalueren"
MAANDEN = 12
"""An OPP is evaluated with the parents every year."""
WEKEN = timedelta(weeks=6)
"""Within this time after it turned out to be needed an OPP must be there."""
INSTEMMING_VEREIST = (
    "De wet vraagt dat de ouders met gezag instemmen met het handelingsdeel voordat het OPP vaststaat. "
    "Overdragen kan wel; vertel er dan bij hoe de ouders erover denken."
)
"""What one should know who hands over an OPP to which parents did not agree. Nothing is blocked: a route may begin
just because school and parents do not agree."""


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
        handelingsdeel: the support and in what the teaching differs.
        is_geevalueerd: whether anything of the evaluation was filled in.
    """

    van: date | None = None
    tot: date | None = None
    ondersteuningsvraag: str = ""
    beginsituatie: str = ""
    uitstroombestemming: str = ""
    doel: str = ""
    handelingsdeel: tuple[str, ...] = ()
    evaluatie_op: date | None = None
    is_geevalueerd: bool = False
    instemming: tuple[Instemming, ...] = ()
    meningen: tuple[Mening, ...] = ()

    def is_bijgesteld_na(self, vorige: "Oppinhoud") -> bool:
        """Whether it asks something else of the pupil than an earlier version."""
        return (self.doel, self.uitstroombestemming, self.handelingsdeel) != (
            vorige.doel,
            vorige.uitstroombestemming,
            vorige.handelingsdeel,
        )


def inhoud_van(definitie: FormDefinition, formulier: Formulier) -> Oppinhoud:
    """Read an OPP out of its form."""
    return Oppinhoud(
        van=_day(definitie, formulier, "opp_van"),
        tot=_day(definitie, formulier, "opp_tot"),
        ondersteuningsvraag=_words(definitie, formulier, "ondersteuningsvraag"),
        beginsituatie=_words(definitie, formulier, "beginsituatie"),
        uitstroombestemming=_words(definitie, formulier, "uitstroombestemming"),
        doel=_words(definitie, formulier, "doel"),
        handelingsdeel=tuple(
            plain_text(field, answer_of(field, formulier.antwoorden)).strip()
            for _, field in definitie.fields_by_role("handelingsdeel_inhoud")
        ),
        evaluatie_op=_day(definitie, formulier, "evaluatie_datum"),
        is_geevalueerd=any(_words(definitie, formulier, rol) for rol in _EVALUATIE),
        instemming=tuple(
            Instemming(_cell(field, row, "ouder"), _cell(field, row, "antwoord") or OPEN, _cell_day(field, row))
            for field, row in _rows(definitie, formulier, "handelingsdeel")
            if _cell(field, row, "ouder")
        ),
        meningen=tuple(_meningen(definitie, formulier)),
    )


def factoren_uit(definitie: FormDefinition, formulier: Formulier, woord: str) -> str:
    """The factors of a leerlingbespreking of one kind, a line per row of the matrix (form A.6, section 1).

    Parameters:
        woord: how the label of their column begins, e.g. `belemmer`.
    """
    found = definitie.field_by_role("factoren")
    cells = answer_of(found[1], formulier.antwoorden) if found else None
    if found is None or not isinstance(cells, Mapping):
        return ""
    columns = [each.id for each in found[1].kolommen if each.label.casefold().startswith(woord)]
    said = ((rij.label, str(cells.get(rij.id, {}).get(each) or "")) for rij in found[1].rijen for each in columns)
    return "\n".join(f"{label}: {' '.join(text.split())}" for label, text in said if text.strip())


def aandacht(
    inhoud: Oppinhoud, ouders: Iterable[OuderGezag], vandaag: date, *, bijgesteld: bool = False
) -> tuple[str, ...]:
    """What the law still asks of an OPP, one Dutch sentence each.

    Parameters:
        ouders: all parents and carers of the pupil; who has no gezag is not asked.
        bijgesteld: whether it was adapted after it had been vastgesteld.
    """
    return (*instemming(inhoud, ouders), *_hoorrecht(inhoud, bijgesteld=bijgesteld), *_dates(inhoud, vandaag))


def instemming(inhoud: Oppinhoud, ouders: Iterable[OuderGezag]) -> tuple[str, ...]:
    """What misses of the parents' agreement on the handelingsdeel, one Dutch sentence each; empty when all agree.

    Parameters:
        ouders: as for `aandacht`.
    """
    return tuple(_zonder_instemming(inhoud, ouders))


def op_tijd(nodig_sinds: date, vandaag: date) -> str:
    """The sentence that says by when the first OPP must be there.

    Parameters:
        nodig_sinds: day on which it was established that basic support does not suffice.
    """
    last = nodig_sinds + WEKEN
    if vandaag <= last:
        return f"Stel het OPP uiterlijk {lang(last)} vast: zes weken nadat bleek dat er meer nodig is."
    return f"Het OPP moest er op {lang(last)} zijn, zes weken nadat bleek dat er meer nodig is; stel het nu vast."


def _zonder_instemming(inhoud: Oppinhoud, ouders: Iterable[OuderGezag]) -> Iterable[str]:
    agreed = {_key(each.ouder) for each in inhoud.instemming if each.antwoord == AKKOORD}
    refused = {_key(each.ouder) for each in inhoud.instemming if each.antwoord not in (AKKOORD, OPEN)} - agreed
    asked = [each for each in ouders if each.gezag != "nee"]
    if not asked:
        yield "Er is nog geen ouder met gezag bekend; vul dat eerst bij de leerling in."
    for each in asked:
        naam = each.naam or "een ouder zonder naam"
        if _key(each.naam) in refused:
            yield f"Het handelingsdeel geldt nog niet: {naam} is het er niet mee eens."
        elif _key(each.naam) not in agreed:
            yield f"Leg vast of {naam} akkoord is met het handelingsdeel."


def _hoorrecht(inhoud: Oppinhoud, *, bijgesteld: bool) -> Iterable[str]:
    heard = {each.moment for each in inhoud.meningen}
    asked = {
        OPSTELLEN: (True, "het opstellen"),
        BIJSTELLEN: (bijgesteld, "het bijstellen"),
        EVALUEREN: (inhoud.is_geevalueerd, "de evaluatie"),
    }
    for moment, (needed, words) in asked.items():
        if needed and moment not in heard:
            yield f"Leg vast wat de leerling bij {words} zelf vond (hoorrecht)."


def _dates(inhoud: Oppinhoud, vandaag: date) -> Iterable[str]:
    if inhoud.evaluatie_op is None:
        yield "Kies een dag waarop je het OPP met de ouders evalueert."
    elif inhoud.van and inhoud.evaluatie_op > plus_maanden(inhoud.van, MAANDEN):
        yield "De evaluatie valt later dan een jaar na het begin; kies een eerdere dag."
    elif inhoud.evaluatie_op < vandaag and not inhoud.is_geevalueerd:
        yield f"De evaluatie was afgesproken voor {lang(inhoud.evaluatie_op)}; evalueer het OPP met ouders en leerling."
    if inhoud.van and inhoud.tot and inhoud.tot < inhoud.van:
        yield "Het OPP eindigt eerder dan het begint; verbeter de looptijd."


_EVALUATIE = ("evaluatie_doel_bereikt", "evaluatie_toelichting")


def _meningen(definitie: FormDefinition, formulier: Formulier) -> Iterable[Mening]:
    for field, row in _rows(definitie, formulier, "hoorrecht"):
        if _cell(field, row, "mening"):
            yield Mening(_cell(field, row, "moment"), _cell_day(field, row), _cell(field, row, "mening"))
    later = _words(definitie, formulier, "hoorrecht_evaluatie")
    if later:
        yield Mening(EVALUEREN, None, later)


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
