"""What may happen to an application when, and why not: from concept to afgerond, with ways back for mistakes."""

from dataclasses import dataclass
from datetime import date

from app.models.consult import CONSULT_STATUSSEN, Consult
from app.models.consulten.definition import Consultsoort
from app.models.consulten.volledigheid import Ontbreekt
from app.models.datums import lang

VOLGORDE = ("concept", "volledig", "ingediend", "toegekend", "afspraak", "gevoerd", "afgerond")
"""The straight way. `vervolg` stands beside `afgerond`, `ingetrokken` beside all."""

EINDE = ("afgerond", "vervolg", "ingetrokken")
"""Statuses after which nothing is waited for."""

OVERGANGEN: dict[str, dict[str, str]] = {
    "concept": {"volledig": "Aanvraag is volledig", "ingetrokken": "Aanvraag intrekken"},
    "volledig": {
        "ingediend": "Aanvraag is ingediend",
        "concept": "Terug naar concept",
        "ingetrokken": "Aanvraag intrekken",
    },
    "ingediend": {
        "toegekend": "Aanvraag is toegekend",
        "volledig": "Toch nog niet ingediend",
        "ingetrokken": "Aanvraag intrekken",
    },
    "toegekend": {
        "afspraak": "Afspraak maken",
        "ingediend": "Toch nog niet toegekend",
        "ingetrokken": "Aanvraag intrekken",
    },
    "afspraak": {
        "gevoerd": "Gesprek is gevoerd",
        "toegekend": "Afspraak gaat niet door",
        "ingetrokken": "Aanvraag intrekken",
    },
    "gevoerd": {
        "afgerond": "Consult afronden",
        "vervolg": "Vervolg aanvragen",
        "afspraak": "Toch nog niet gevoerd",
    },
    "afgerond": {"gevoerd": "Weer openen"},
    "vervolg": {"gevoerd": "Vervolg terugdraaien"},
    "ingetrokken": {"concept": "Weer oppakken"},
}
"""Where one can go from each status, the next step first, with the words of the action."""

VASTGELEGD: dict[str, tuple[str, ...]] = {
    "ingediend": ("ingediend_op",),
    "toegekend": ("toegekend_op", "consulent"),
    "afspraak": ("afspraak_op", "afspraak_tijd"),
    "gevoerd": ("gevoerd_op",),
    "afgerond": ("afgerond_op",),
    "vervolg": ("afgerond_op",),
}
"""Fields that belong to having reached a status, and are emptied when one goes back before it."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What a step depends on besides the consult itself.

    Attributes:
        ontbreekt: what the application misses.
        verslag_klaar: whether the report of the conversation is vastgesteld.
        vervolg_loopt: whether an application that follows this one was begun and not withdrawn.
    """

    soort: Consultsoort
    ontbreekt: tuple[Ontbreekt, ...]
    vandaag: date
    verslag_klaar: bool = False
    vervolg_loopt: bool = False


def overgangen(status: str) -> dict[str, str]:
    """Where one can go from a status, the next step first, with the words of the action."""
    return OVERGANGEN[status]


def is_terug(van: str, naar: str) -> bool:
    """Whether a step mends a mistake instead of going on."""
    return _plaats(naar) < _plaats(van)


def open_stappen(soort: Consultsoort, stappen: dict[str, str]) -> tuple[str, ...]:
    """Ids of the steps in the portal that were neither taken nor found unneeded."""
    return tuple(each.id for each in soort.stappen if not stappen.get(each.id))


def mag(consult: Consult, naar: str, stand: Stand) -> tuple[str, ...]:
    """Why a consult may not go to a status: whole Dutch sentences; empty when it may."""
    if naar not in OVERGANGEN[consult.status]:
        return (_geen_weg(consult.status, naar),)
    if is_terug(consult.status, naar) or naar == "ingetrokken":
        return _terug(consult, stand)
    match naar:
        case "volledig":
            return tuple(each.tekst for each in stand.ontbreekt)
        case "ingediend":
            return _ingediend(consult, stand)
        case "toegekend":
            return () if consult.consulent else ("Kies eerst aan welke consulent de aanvraag is toegekend.",)
        case "afspraak":
            return afspraakklachten(consult.afspraak_op, consult.toegekend_op)
        case "gevoerd":
            return _gevoerd(consult, stand)
        case _:
            return _einde(consult, naar, stand)


def _plaats(status: str) -> int:
    return VOLGORDE.index(status) if status in VOLGORDE else len(VOLGORDE)


def _geen_weg(van: str, naar: str) -> str:
    if van == naar:
        return f"Deze aanvraag heeft al de status ‘{CONSULT_STATUSSEN[van]}’."
    if naar == "ingetrokken" and van in ("gevoerd", "afgerond", "vervolg"):
        return "Dit gesprek is al gevoerd, dus de aanvraag kan niet meer worden ingetrokken: rond het consult af."
    first = next(iter(OVERGANGEN[van].values()))
    return (
        f"Van ‘{CONSULT_STATUSSEN[van]}’ kan deze aanvraag niet meteen naar ‘{CONSULT_STATUSSEN[naar]}’:"
        f" neem eerst de stap ‘{first}’."
    )


def _terug(consult: Consult, stand: Stand) -> tuple[str, ...]:
    if consult.status == "vervolg" and stand.vervolg_loopt:
        return ("De vervolgaanvraag is al begonnen: trek die eerst in als dit consult weer open moet.",)
    return ()


def _ingediend(consult: Consult, stand: Stand) -> tuple[str, ...]:
    steps = [stand.soort.stap(each) for each in open_stappen(stand.soort, consult.stappen)]
    todo = tuple(f"Vink eerst de stap ‘{each.titel}’ in {stand.soort.portaal} af." for each in steps if each)
    return tuple(each.tekst for each in stand.ontbreekt) + todo


def afspraakklachten(dag: date | None, toegekend_op: date | None) -> tuple[str, ...]:
    """Why an appointment with the consulent cannot be on a day: whole Dutch sentences; empty when it can."""
    if dag is None:
        return ("Kies eerst de dag van de afspraak.",)
    if toegekend_op and dag < toegekend_op:
        return (
            f"De afspraak kan niet vóór {lang(toegekend_op)} zijn, want toen is de aanvraag toegekend:"
            " kies een latere dag.",
        )
    return ()


def _gevoerd(consult: Consult, stand: Stand) -> tuple[str, ...]:
    if consult.afspraak_op and consult.afspraak_op > stand.vandaag:
        return (f"De afspraak is pas op {lang(consult.afspraak_op)}: verzet die als het gesprek eerder is gevoerd.",)
    return ()


def _einde(consult: Consult, naar: str, stand: Stand) -> tuple[str, ...]:
    found = []
    if not stand.verslag_klaar:
        found.append("Stel eerst het verslag van het gesprek vast.")
    uitkomst = stand.soort.uitkomst(consult.uitkomst)
    if uitkomst is None:
        found.append("Kies eerst de uitkomst van het consult.")
    elif bool(uitkomst.vervolg) != (naar == "vervolg"):
        other = "vraag het vervolg aan" if uitkomst.vervolg else "rond het consult af"
        found.append(f"Bij de uitkomst ‘{uitkomst.titel}’ past dit niet: {other}, of kies een andere uitkomst.")
    return tuple(found)
