"""How support levels, plans and agreements are said and coloured, everywhere alike."""

from datetime import date

from app.models.datums import kort
from app.models.leerling import NIVEAUS, PLANSOORTEN, Plan
from app.models.school import Groep
from app.storage.formulieren import OuderVan

_STATES = {2: "info", 3: "warn", 4: "bad", 5: "bad"}


def level_state(niveau: int | None) -> str:
    """Colour of a level; from 3 on, where outside experts can join, it warns."""
    return _STATES.get(niveau or 0, "neutral")


def level_words(niveau: int | None) -> str:
    """A level in words."""
    return "geen niveau" if niveau is None else f"niveau {niveau}"


def level_options() -> list[tuple[str, str]]:
    """All levels, as options to choose from."""
    return [(str(each), str(each)) for each in NIVEAUS]


def plan_words(soort: str) -> str:
    """A kind of plan, with a capital."""
    words = PLANSOORTEN.get(soort, soort)
    return words[:1].upper() + words[1:]


def short_plan(soort: str) -> str:
    """A kind of plan where room is scarce."""
    return {"handelingsplan": "HP", "opp": "OPP"}.get(soort, soort)


def period_words(plan: Plan, vandaag: date) -> str:
    """The period of a plan, e.g. `1 sep tot en met 2 feb 2027`."""
    van = kort(plan.van, vandaag) if plan.van else ""
    if plan.tot is None:
        return f"vanaf {van}, zonder einddatum" if van else "zonder periode"
    return f"{van} tot en met {kort(plan.tot, vandaag)}".strip()


def talk_words(van: OuderVan) -> list[str]:
    """What to think of when this parent is invited, each in a word or two."""
    return [
        *(["eigen gesprek"] if van.ouderschap.eigen_gesprek else []),
        *([interpreter_words(van.ouder.tolk)] if van.ouder.tolk else []),
        *([] if van.ouderschap.informatie else ["geen eigen uitnodiging"]),
    ]


def interpreter_words(language: str) -> str:
    """That an interpreter is needed, e.g. `tolk Arabisch`."""
    return f"tolk {language}"


def group_words(groep: Groep | None) -> str:
    """A group as it is said in a sentence."""
    return f"groep {groep.naam}" if groep is not None else "nog geen groep"


def count_words(count: int, one: str, many: str) -> str:
    """A number with its noun, e.g. `1 leerling`, `12 leerlingen`."""
    return f"{count} {one if count == 1 else many}"
