"""What the program fills in by itself because the school already knows it, once a choice makes it needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.models.forms.answers import is_empty, typed, visible
from app.models.forms.definition import Field, FormDefinition
from app.models.ids import new_id
from app.models.leerling import Plan

GEVRAAGD = ("ja", "onbekend")
"""Who is asked for consent: whoever has gezag, and whoever might have it until that is cleared up."""


@dataclass(frozen=True, slots=True)
class Bekend:
    """What is known about a pupil's surroundings.

    Attributes:
        groepsplannen: those of the group that run now.
        ouders: `(name, gezag)` of each parent or carer.
        groepsleerkracht: name of the group's (first) teacher, or empty.
    """

    groepsplannen: tuple[Plan, ...] = ()
    ouders: tuple[tuple[str, str], ...] = ()
    groepsleerkracht: str = ""


def aanvullen(definitie: FormDefinition, antwoorden: Mapping[str, Mapping[str, Any]], bekend: Bekend) -> dict[str, Any]:
    """Answers that can be filled in for the user: only in fields that are asked and in which nothing stands.

    A handelingsplan is an annex of the groepsplan and takes over its period (form A.6, section 4); consent is asked of
    each parent with gezag (section 7).

    Returns:
        Values by path, `section.field`.
    """
    wanted = {**_handelingsplan(bekend), **_toestemming(definitie, bekend)}
    filled = {}
    for rol, value in wanted.items():
        field = _open_field(definitie, antwoorden, rol)
        if field is not None and not is_empty(value):
            filled[field.pad] = value
    return filled


def _open_field(definitie: FormDefinition, antwoorden: Mapping[str, Mapping[str, Any]], rol: str) -> Field | None:
    found = definitie.field_by_role(rol)
    if found is None or not visible(found[1], antwoorden) or not is_empty(typed(found[1], antwoorden)):
        return None
    # Only what a choice brought into sight: a field that is always asked is the user's own.
    return found[1] if found[1].toon_als else None


def _handelingsplan(bekend: Bekend) -> dict[str, Any]:
    plans = bekend.groepsplannen
    return {
        "handelingsplan_door": bekend.groepsleerkracht,
        "handelingsplan_groepsplan": plans[0].onderwerp if len(plans) == 1 else "",
        "handelingsplan_van": _shared([plan.van.isoformat() if plan.van else "" for plan in plans]),
        "handelingsplan_tot": _shared([plan.tot.isoformat() if plan.tot else "" for plan in plans]),
    }


def _shared(values: Sequence[str]) -> str:
    """The value that all plans have, or nothing: a choice between periods is the user's."""
    return values[0] if values and len(set(values)) == 1 else ""


def _toestemming(definitie: FormDefinition, bekend: Bekend) -> dict[str, Any]:
    found = definitie.field_by_role("toestemming")
    if found is None:
        return {}
    ouder, antwoord = found[1].column("ouder"), found[1].column("antwoord")
    if ouder is None or antwoord is None:
        return {}
    rows = [
        {"_id": new_id(), ouder.id: name, antwoord.id: "open"} for name, gezag in bekend.ouders if gezag in GEVRAAGD
    ]
    return {"toestemming": rows}
