"""What an application still misses, each with what to do and where (Startgesprek; Eenmalig consult)."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.models.consult import Bijlagepunt, Consult
from app.models.consulten.definition import BIJLAGE_EISEN, Consultsoort, Punt, Vereiste
from app.models.forms.answers import Answers, answer_of, is_empty, missing_at_closing, visible
from app.models.forms.definition import Field, FormDefinition


@dataclass(frozen=True, slots=True)
class Ontbreekt:
    """Something that misses.

    Attributes:
        tekst: what to do, one sentence.
        deel: where that is: `formulier`, `vragers` or `bijlagen`.
        doel: the field, `sectie.veld`, or the line of the checklist; empty for `vragers`.
    """

    tekst: str
    deel: str
    doel: str = ""


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """An application as it lies there.

    Attributes:
        definitie: of the form that it was begun with.
        antwoorden: of the newest version of that form.
        secties: marks of its sections, as `Formulier.secties`.
        punten: judged lines of the checklist by id.
        bestanden: how many files there are, by line of the checklist.
    """

    consult: Consult
    soort: Consultsoort
    definitie: FormDefinition
    antwoorden: Answers
    secties: Mapping[str, str]
    punten: Mapping[str, Bijlagepunt]
    bestanden: Mapping[str, int]


def volledigheid(aanvraag: Aanvraag) -> tuple[Ontbreekt, ...]:
    """What misses, in the order of the kind; then what the form itself still asks. Empty when it is complete."""
    asked = tuple(found for each in aanvraag.soort.vereist for found in _mist(aanvraag, each))
    named = {each.doel for each in asked if each.deel == "formulier"}
    rest = missing_at_closing(aanvraag.definitie, aanvraag.antwoorden, aanvraag.secties)
    return asked + tuple(
        Ontbreekt(each.sentence, "formulier", each.field.pad) for each in rest if each.field.pad not in named
    )


def veld_van(definitie: FormDefinition, naam: str) -> Field | None:
    """The field with this role, or with this path when there is a dot in it."""
    if "." in naam:
        return definitie.field(naam) if definitie.has_field(naam) else None
    found = definitie.field_by_role(naam)
    return found[1] if found else None


def punt_mist(punt: Punt, staat: str, bestanden: int) -> str:
    """What is still to do at one line of the checklist; empty when nothing.

    Parameters:
        staat: key of `BIJLAGE_STATEN`.
        bestanden: how many files were added to it.
    """
    if staat == "bijgevoegd" and not bestanden:
        return f"Voeg bij ‘{punt.titel}’ het bestand toe, of kies een andere stand."
    if punt.verplicht == "nee" or staat == "bijgevoegd":
        return ""
    if punt.verplicht == "indien_aanwezig" and staat:
        return ""
    if punt.verplicht == "ja" and staat == "niet_aanwezig":
        return f"Maak of vraag ‘{punt.titel}’ en voeg het toe: zonder dit is de aanvraag niet volledig."
    if punt.verplicht == "ja":
        return f"Voeg ‘{punt.titel}’ toe: dit is {BIJLAGE_EISEN['ja']} bij deze aanvraag."
    return f"Zeg bij ‘{punt.titel}’ of het er is, en voeg het dan toe."


def _mist(aanvraag: Aanvraag, vereiste: Vereiste) -> list[Ontbreekt]:
    match vereiste.soort:
        case "vragers":
            known = set(aanvraag.consult.vragers) & set(aanvraag.soort.vragers)
            return [] if known else [Ontbreekt(vereiste.tekst, "vragers")]
        case "bijlagen":
            return _bijlagen(aanvraag)
        case _:
            return _antwoord(aanvraag, vereiste)


def _bijlagen(aanvraag: Aanvraag) -> list[Ontbreekt]:
    found = []
    for punt in aanvraag.soort.bijlagen:
        judged = aanvraag.punten.get(punt.id)
        text = punt_mist(punt, judged.staat if judged else "", aanvraag.bestanden.get(punt.id, 0))
        if text:
            found.append(Ontbreekt(text, "bijlagen", punt.id))
    return found


def _antwoord(aanvraag: Aanvraag, vereiste: Vereiste) -> list[Ontbreekt]:
    field = veld_van(aanvraag.definitie, vereiste.veld)
    if field is None or not visible(field, aanvraag.antwoorden):
        return []
    answer = answer_of(field, aanvraag.antwoorden)
    right = not is_empty(answer) if not vereiste.is_ else _one_of(answer, vereiste.is_)
    return [] if right else [Ontbreekt(vereiste.tekst, "formulier", field.pad)]


def _one_of(answer: object, allowed: tuple[str, ...]) -> bool:
    given = answer if isinstance(answer, list) else [answer]
    return any(each in allowed for each in given)
