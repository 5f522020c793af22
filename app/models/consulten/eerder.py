"""What earlier consults brought, in words, for the application that follows them (Startgesprek: what goes on as A&O).

Every report comes along, oldest first, under its kind and day. An application may have told of earlier consults itself,
in words that somebody has changed since: those stand as they were left, and no report that they tell of comes twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models.forms.answers import Answers, answer_of, plain_text, visible
from app.models.forms.definition import FormDefinition

ROL = "eerder"
"""Role of the field that tells of earlier consults."""

VERSLAGROLLEN = ("overzicht", "inzicht", "uitzicht")
"""Roles of a report that together say what a consult brought."""


@dataclass(frozen=True, slots=True)
class Verteld:
    """A form that tells of an earlier consult.

    Attributes:
        kop: of a report, which consult it was, e.g. `Startgesprek SWV van 10 november 2026`; of an application empty.
    """

    definitie: FormDefinition
    antwoorden: Answers
    kop: str = ""


def eerdere_consulten(verteld: Sequence[Verteld]) -> str:
    """What all of them brought, an empty line between the consults.

    Parameters:
        verteld: reports and applications, oldest first.
    """
    last = next((each for each in reversed(verteld) if not each.kop and _said(each, ROL)[1]), None)
    own = _said(last, ROL)[1] if last else ""
    blocks = [own if each is last else _report(each, own) for each in verteld if each.kop or each is last]
    return "\n\n".join(dict.fromkeys(filter(None, blocks)))


def _report(each: Verteld, own: str) -> str:
    """A report under its heading; nothing when the words of the last application tell of it already."""
    said = [_said(each, rol) for rol in VERSLAGROLLEN]
    told = [f"{kort}: {text}" for kort, text in said if text]
    if each.kop in own or all(line in own for line in told):
        return ""
    return "\n".join([each.kop, *told])


def _said(each: Verteld, rol: str) -> tuple[str, str]:
    """What a form says in a field with this role, after a noun for it; two empty texts when it asks no such thing."""
    found = each.definitie.field_by_role(rol)
    if found is None or not visible(found[1], each.antwoorden):
        return "", ""
    return found[1].kort, plain_text(found[1], answer_of(found[1], each.antwoorden)).strip()
