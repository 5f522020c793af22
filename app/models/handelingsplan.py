"""The handelingsplan that a leerlingbespreking decided on (form A.6, section 4)."""

from datetime import date

from app.models.bespreking import Formulier
from app.models.datums import als_datum
from app.models.forms.answers import answer_of, visible
from app.models.forms.definition import FormDefinition
from app.models.ids import derived_id
from app.models.leerling import Plan
from app.models.records import covers


def handelingsplan_uit(definitie: FormDefinition, formulier: Formulier, groepsplannen: tuple[Plan, ...]) -> Plan | None:
    """The plan as the form says it, or None when the form decides on none.

    Its id follows from the form's first version, so that a correction changes the plan instead of doubling it.

    Parameters:
        groepsplannen: those of the pupil's group, of whatever period; the one that is named and runs when the
            handelingsplan ends becomes the plan it is an annex of.
    """
    said = {rol: _answer(definitie, formulier, rol) for rol in ("van", "tot", "groepsplan", "door")}
    van, tot = als_datum(said["van"]), als_datum(said["tot"])
    if van is None and tot is None:
        return None
    named = [plan for plan in groepsplannen if plan.onderwerp.casefold() == said["groepsplan"].strip().casefold()]
    running = [plan for plan in named if covers(plan.van, plan.tot, tot or van or date.min)]
    return Plan(
        id=derived_id(formulier.stam, "handelingsplan"),
        soort="handelingsplan",
        leerling=formulier.leerling,
        groepsplan=next((plan.id for plan in running or named), None),
        onderwerp=said["groepsplan"].strip(),
        van=van,
        tot=tot,
        opmerking=f"Opgesteld door {said['door']}" if said["door"] else "",
    )


def _answer(definitie: FormDefinition, formulier: Formulier, rol: str) -> str:
    found = definitie.field_by_role(f"handelingsplan_{rol}")
    if found is None or not visible(found[1], formulier.antwoorden):
        return ""
    return str(answer_of(found[1], formulier.antwoorden) or "")
