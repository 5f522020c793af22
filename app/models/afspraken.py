"""From a form to agreements with a state (form A.6, section 8), the same ones however often it is closed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.models.bespreking import Afspraak, Formulier
from app.models.datums import als_datum
from app.models.forms.answers import answer_of, cell_text, plain_text, rows_of, section_state, visible
from app.models.forms.definition import Field, FormDefinition
from app.models.forms.roles import AFSPRAAKROLLEN
from app.models.ids import derived_id

VERDWENEN = "Staat niet meer in het formulier."
"""Result of an agreement that lapsed because a correction of the form left it out."""

_LONGEST = 300


def uit_formulier(definitie: FormDefinition, formulier: Formulier, bestaande: Iterable[Afspraak]) -> list[Afspraak]:
    """The agreements and the evaluation of a form, as they must be kept from now on.

    Their ids follow from the form's first version and the row, so closing again or correcting finds the same ones: who,
    what and when are brought up to date, what people recorded of them since (state, result) stays. An open one that is
    no longer in the form lapses; if it comes back, it is open again.

    Parameters:
        bestaande: the agreements of this form that are kept now.

    Returns:
        The agreements that are new or changed; an empty list when nothing is to be written.
    """
    kept = {each.id: each for each in bestaande}
    found = [_merged(each, kept.get(each.id)) for each in _agreements(definitie, formulier)]
    gone = kept.keys() - {each.id for each in found}
    lapsed = [
        replace(each, staat="vervallen", resultaat=each.resultaat or VERDWENEN)
        for each in kept.values()
        if each.id in gone and each.staat == "open"
    ]
    return [each for each in (*found, *lapsed) if each != kept.get(each.id)]


def _merged(new: Afspraak, known: Afspraak | None) -> Afspraak:
    if known is None:
        return new
    current = replace(known, leerling=new.leerling, formulier=new.formulier, wat=new.wat, wie=new.wie, voor=new.voor)
    if known.staat == "vervallen" and known.resultaat == VERDWENEN:
        return replace(current, staat="open", resultaat="")
    return current


def _agreements(definitie: FormDefinition, formulier: Formulier) -> Iterator[Afspraak]:
    for rol in AFSPRAAKROLLEN:
        for _, field in definitie.fields_by_role(rol):
            if _counts(definitie, formulier, field):
                yield from _from_rows(formulier, field)
    evaluatie = _evaluation(definitie, formulier)
    if evaluatie:
        yield evaluatie


def _counts(definitie: FormDefinition, formulier: Formulier, field: Field) -> bool:
    state = section_state(definitie, formulier.antwoorden, formulier.secties, field.sectie)
    return state != "nvt" and visible(field, formulier.antwoorden)


def _from_rows(formulier: Formulier, field: Field) -> Iterator[Afspraak]:
    for row in rows_of(field, formulier.antwoorden):
        wat = _cell(field, row, "wat")
        if wat:
            yield Afspraak(
                id=derived_id(formulier.stam, str(row.get("_id", ""))),
                leerling=formulier.leerling,
                formulier=formulier.stam,
                wat=wat,
                wie=_cell(field, row, "wie"),
                voor=_due(field, row),
            )


def _cell(field: Field, row: Mapping[str, Any], rol: str) -> str:
    column = field.column(rol)
    return cell_text(column, row.get(column.id)) if column else ""


def _due(field: Field, row: Mapping[str, Any]) -> date | None:
    column = field.column("voor")
    return als_datum(row.get(column.id)) if column else None


def _evaluation(definitie: FormDefinition, formulier: Formulier) -> Afspraak | None:
    voor = als_datum(_answer(definitie, formulier, "evaluatie_datum"))
    if voor is None:
        return None
    doel = " ".join(_answer(definitie, formulier, "doel").split())
    return Afspraak(
        id=derived_id(formulier.stam, "evaluatie"),
        leerling=formulier.leerling,
        formulier=formulier.stam,
        soort="evaluatie",
        wat=f"Evaluatie: {_shortened(doel)}" if doel else f"Evaluatie van de {definitie.titel.lower()}",
        wie=_answer(definitie, formulier, "evaluatie_door"),
        voor=voor,
    )


def _answer(definitie: FormDefinition, formulier: Formulier, rol: str) -> str:
    found = definitie.field_by_role(rol)
    if found is None or not _counts(definitie, formulier, found[1]):
        return ""
    value = answer_of(found[1], formulier.antwoorden)
    return value if found[1].soort == "datum" and isinstance(value, str) else plain_text(found[1], value)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
