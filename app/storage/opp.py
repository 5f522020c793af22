"""The OPP of a pupil: begun from what is known, and how it stands."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from app.models.bespreking import Formulier
from app.models.datums import plus_maanden
from app.models.forms.definition import FormDefinition
from app.models.formuliersoort import LEERLINGBESPREKING
from app.models.ids import new_id
from app.models.leerling import Plan
from app.models.opp import MAANDEN, OPEN, Oppinhoud, aandacht, factoren_uit, inhoud_van, instemming, op_tijd
from app.models.records import covers
from app.models.toestemming import OuderGezag
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.definities import load_definition
from app.storage.formulieren import Begin, definition_of, ouders_van
from app.storage.gespreksverslag import OWN_FORMS
from app.storage.nieuwste import nieuwste_van
from app.storage.routelezer import lopende_route

OPP = "opp"
"""Kind of plan, and name of the form."""


@dataclass(frozen=True, slots=True)
class Oppstand:
    """How the OPP of a pupil stands.

    Attributes:
        plan: the one that runs, else the last one; None when there is none.
        formulier: the newest version of its form, to open; None when it was made elsewhere.
        geldig: the newest version that was vastgesteld, or None.
        loopt: whether its period holds today.
        inhoud: what it says: of `geldig`, else as far as it was filled in.
        aandacht: what the law still asks of it, one Dutch sentence each.
        niet_ingestemd: of these, what misses of the parents' agreement on the handelingsdeel of `geldig`.
        vraag: path of the question in `formulier` where that is filled in; empty where nothing of it misses.
    """

    plan: Plan | None = None
    formulier: Formulier | None = None
    geldig: Formulier | None = None
    loopt: bool = False
    inhoud: Oppinhoud = field(default_factory=Oppinhoud)
    aandacht: tuple[str, ...] = ()
    niet_ingestemd: tuple[str, ...] = ()
    vraag: str = ""

    @property
    def is_klaar(self) -> bool:
        """Whether it can be handed over: it runs, and it was vastgesteld or made outside the program."""
        made = self.geldig is not None or (self.plan is not None and self.plan.formulier is None)
        return self.loopt and made

    @property
    def zin(self) -> str:
        """How it stands, in one sentence."""
        if self.plan is None:
            return "Er is nog geen OPP."
        if self.geldig is None and self.formulier is not None:
            return "Het OPP is begonnen, maar nog niet vastgesteld."
        return "Het OPP loopt." if self.loopt else "De looptijd van het OPP is voorbij of nog niet begonnen."


def oppstand(archive: Archive, leerling_id: str, vandaag: date) -> Oppstand:
    """Read how the OPP of a pupil stands."""
    route = lopende_route(archive, leerling_id)
    waiting = (op_tijd(route.begonnen_op, vandaag),) if route and route.begonnen_op else ()
    plan = _plan(archive, leerling_id, vandaag)
    if plan is None:
        return Oppstand(aandacht=waiting)
    loopt = covers(plan.van, plan.tot, vandaag)
    versies = formulieren.versies(archive, plan.formulier) if plan.formulier else []
    if not versies:
        return Oppstand(plan, loopt=loopt)
    geldig = next((each for each in reversed(versies) if each.vastgesteld_op), None)
    said = geldig or versies[-1]
    inhoud = inhoud_van(definition_of(archive, said.definitie), said)
    ouders = [OuderGezag(each.ouder.naam, each.ouderschap.gezag) for each in ouders_van(archive, leerling_id)]
    asked = aandacht(inhoud, ouders, vandaag, bijgesteld=_is_bijgesteld(archive, versies))
    missing = instemming(inhoud, ouders) if geldig else ()
    found = definition_of(archive, versies[-1].definitie).field_by_role("handelingsdeel")
    return Oppstand(
        plan=plan,
        formulier=versies[-1],
        geldig=geldig,
        loopt=loopt,
        inhoud=inhoud,
        aandacht=asked if geldig else (*waiting, *asked),
        niet_ingestemd=missing,
        vraag=found[1].pad if found and missing else "",
    )


def begin(archive: Archive, leerling_id: str, spreker: str, author: str, dag: date) -> str:
    """Begin the OPP of a pupil, or give the one that was begun.

    Its period, the parents who are asked and the question of the route stand in it already. A plan that runs and was
    made elsewhere gets its form here; without one a plan of a year is made.

    Parameters:
        spreker: name of whom the words are.
        dag: today; a new OPP begins on it.

    Returns:
        Id of the form, of its newest version.

    Raises:
        DefinitionError: the form cannot be read; one Dutch sentence, nothing is written.
    """
    stand = oppstand(archive, leerling_id, dag)
    if stand.formulier is not None and (stand.loopt or stand.geldig is None):
        return stand.formulier.id
    definitie = load_definition(OPP, archive.path.parent / OWN_FORMS)
    plan = stand.plan if stand.plan and stand.loopt else _new_plan(leerling_id, dag)
    with archive.batch():
        form = formulieren.begin(archive, Begin(definitie, leerling_id, dag, spreker), author)
        for pad, value in _known(archive, definitie[0], plan, dag).items():
            archive.write_answer(form, pad, value, author)
        archive.add(plan, author)
        archive.write("plan", plan.id, {"formulier": form}, author)
    return form


def _plan(archive: Archive, leerling_id: str, vandaag: date) -> Plan | None:
    """The one that runs today, else the last one; of several the one with a form, and of those the last one."""
    plans = archive.all(Plan, leerling=leerling_id, soort=OPP)
    return max(
        plans,
        key=lambda each: (
            covers(each.van, each.tot, vandaag),
            each.formulier is not None,
            each.van or date.min,
            each.id,
        ),
        default=None,
    )


def _is_bijgesteld(archive: Archive, versies: list[Formulier]) -> bool:
    """Whether the newest version that was vastgesteld says something else than the first."""
    said = [inhoud_van(definition_of(archive, each.definitie), each) for each in versies if each.vastgesteld_op]
    return len(said) > 1 and said[-1].is_bijgesteld_na(said[0])


def _new_plan(leerling_id: str, dag: date) -> Plan:
    return Plan(soort=OPP, leerling=leerling_id, van=dag, tot=plus_maanden(dag, MAANDEN) - timedelta(1))


def _known(archive: Archive, definitie: FormDefinition, plan: Plan, dag: date) -> dict[str, Any]:
    """What can be filled in before anybody says a word, by path; the first section last: there one goes on."""
    van = plan.van or dag
    tot = plan.tot or plus_maanden(van, MAANDEN) - timedelta(1)
    route = lopende_route(archive, plan.leerling or "")
    bespreking = _bespreking(archive, plan.leerling or "")
    known: dict[str, Any] = {
        "bevorderend": factoren_uit(*bespreking, "stimuler") if bespreking else "",
        "belemmerend": factoren_uit(*bespreking, "belemmer") if bespreking else "",
        "evaluatie_datum": tot.isoformat(),
        "handelingsdeel": _ouders(archive, definitie, plan.leerling or ""),
        "tekort": route.tekort if route else "",
        "ondersteuningsvraag": route.aanleiding if route else "",
        "opp_tot": tot.isoformat(),
        "opp_van": van.isoformat(),
    }
    fields = {rol: definitie.field_by_role(rol) for rol in known}
    return {found[1].pad: known[rol] for rol, found in fields.items() if found and known[rol]}


def _bespreking(archive: Archive, leerling_id: str) -> tuple[FormDefinition, Formulier] | None:
    """The pupil's last leerlingbespreking, whose factors come along."""
    forms = (each for each in nieuwste_van(archive, leerling_id) if each.soort == LEERLINGBESPREKING)
    last = next(forms, None)
    return (definition_of(archive, last.definitie), last) if last else None


def _ouders(archive: Archive, definitie: FormDefinition, leerling_id: str) -> list[dict[str, str]]:
    """A row for each parent whose agreement on the handelingsdeel is asked."""
    found = definitie.field_by_role("handelingsdeel")
    ouder, antwoord = (found[1].column("ouder"), found[1].column("antwoord")) if found else (None, None)
    if ouder is None or antwoord is None:
        return []
    return [
        {"_id": new_id(), ouder.id: each.ouder.naam, antwoord.id: OPEN}
        for each in ouders_van(archive, leerling_id)
        if each.ouderschap.gezag != "nee"
    ]
