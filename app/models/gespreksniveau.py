"""The support level that was agreed on in a conversation (policy on conversations: report)."""

from app.models.bespreking import Formulier
from app.models.datums import als_datum
from app.models.forms.answers import answer_of, plain_text, section_state, visible
from app.models.forms.definition import FormDefinition
from app.models.forms.roles import NIVEAUOPTIES
from app.models.ids import derived_id
from app.models.leerling import NIVEAUS, Niveau

NVT = "nvt"


def niveau_id(formulier: Formulier) -> str:
    """Id of the level that a form leads to: the same for all its versions, so that a correction never doubles it."""
    return derived_id(formulier.stam, "niveau")


def niveau_uit(definitie: FormDefinition, formulier: Formulier) -> Niveau | None:
    """The level that a form says holds from now on, or None when it says nothing about it.

    It begins on the day that the form names, or else on that of the conversation.
    """
    level = _level(_answer(definitie, formulier, "niveau_na"))
    vanaf = als_datum(_answer(definitie, formulier, "niveau_vanaf")) or formulier.datum
    if level is None or vanaf is None:
        return None
    return Niveau(
        id=niveau_id(formulier),
        leerling=formulier.leerling,
        niveau=level,
        vanaf=vanaf,
        toelichting=" ".join(_answer(definitie, formulier, "niveau_reden").split()),
    )


def _level(option: str) -> int | None:
    return NIVEAUS[NIVEAUOPTIES.index(option)] if option in NIVEAUOPTIES else None


def _answer(definitie: FormDefinition, formulier: Formulier, rol: str) -> str:
    found = definitie.field_by_role(rol)
    if found is None or not visible(found[1], formulier.antwoorden):
        return ""
    section, field = found
    if section_state(definitie, formulier.antwoorden, formulier.secties, section.id) == NVT:
        return ""
    value = answer_of(field, formulier.antwoorden)
    return plain_text(field, value) if field.soort == "tekst" else str(value or "")
