"""What of a consult may be changed in which status, and within which bounds."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.models.consult import CONSULT_STATUSSEN, Consult
from app.models.consulten.definition import VRAGERS, Consultsoort
from app.models.datums import lang
from app.models.tijden import duur

MINUTEN = ("voorbereiding", "reis", "gesprek")
"""Fields with minutes of the consulent."""

_CONCEPT = ("concept",)
_TOEGEKEND = ("toegekend", "afspraak", "gevoerd", "afgerond", "vervolg")
WIJZIGBAAR: dict[str, tuple[tuple[str, ...], str]] = {
    "vragers": (_CONCEPT, "van wie de vraag komt"),
    "leerlingen": (_CONCEPT, "over welke leerlingen het gaat"),
    "consulent": (("ingediend", *_TOEGEKEND), "de consulent"),
    "afspraak_op": (("toegekend", "afspraak"), "de dag van de afspraak"),
    "afspraak_tijd": (("toegekend", "afspraak"), "de tijd van de afspraak"),
    **dict.fromkeys(MINUTEN, (_TOEGEKEND, "de uren van de consulent")),
    "uitkomst": (("gevoerd",), "de uitkomst"),
    "opmerking": (tuple(CONSULT_STATUSSEN), "de opmerking"),
}
"""In which statuses a field may be changed, and what it is called."""


def wijziging_klacht(consult: Consult, soort: Consultsoort, velden: Mapping[str, Any]) -> str:
    """Why fields of a consult may not be changed like this: one Dutch sentence; empty when they may.

    Raises:
        KeyError: a field that follows from the status and is never changed by itself; a mistake of ours.
    """
    for naam in velden:
        statussen, wat = WIJZIGBAAR[naam]
        if consult.status not in statussen:
            return (
                f"Bij de status ‘{CONSULT_STATUSSEN[consult.status]}’ kun je {wat} niet veranderen:"
                " zet de aanvraag eerst een stap terug of verder."
            )
    about_whom = _vragers(soort, velden) or _leerlingen(consult, soort, velden)
    return about_whom or _uren(consult, soort, velden) or _rest(soort, velden)


def dag_klacht(consult: Consult, dag: date, vandaag: date) -> str:
    """Why the next step can't have been taken on a day: one Dutch sentence; empty when it can."""
    if dag > vandaag:
        return f"{lang(dag)} moet nog komen: kies vandaag of eerder."
    days = (consult.begonnen_op, consult.ingediend_op, consult.toegekend_op, consult.gevoerd_op)
    last = max((each for each in days if each), default=dag)
    if dag < last:
        return f"De vorige stap was op {lang(last)}: kies die dag of later."
    return ""


def _vragers(soort: Consultsoort, velden: Mapping[str, Any]) -> str:
    for each in velden.get("vragers", ()):
        if each not in soort.vragers:
            return f"Bij {soort.titel} kan de vraag niet van {VRAGERS.get(each, each)} komen: kies iemand anders."
    return ""


def _leerlingen(consult: Consult, soort: Consultsoort, velden: Mapping[str, Any]) -> str:
    if "leerlingen" not in velden:
        return ""
    if velden["leerlingen"] and consult.leerling not in velden["leerlingen"]:
        return "Deze aanvraag staat bij de eerste leerling in het dossier: begin voor een ander kind een nieuwe."
    return leerlingen_klacht(soort, velden["leerlingen"])


def leerlingen_klacht(soort: Consultsoort, leerlingen: tuple[str, ...]) -> str:
    """Why an application can't be about these pupils: one Dutch sentence; empty when it can."""
    if not leerlingen:
        return "Kies eerst over welke leerling de aanvraag gaat."
    if len(leerlingen) > 1 and not soort.groep:
        return f"{soort.titel} gaat over één leerling: begin voor elke leerling een eigen aanvraag."
    return ""


def _uren(consult: Consult, soort: Consultsoort, velden: Mapping[str, Any]) -> str:
    spent = [velden.get(each, getattr(consult, each)) for each in MINUTEN]
    if any(each < 0 for each in spent):
        return "Een aantal minuten kan niet onder nul: vul 0 of meer in."
    if soort.max_minuten and sum(spent) > soort.max_minuten:
        return (
            f"Samen is dit {duur(sum(spent) * 60)}, en bij {soort.titel} mag het met voorbereiding en reis hoogstens"
            f" {duur(soort.max_minuten * 60)} zijn: pas de tijden aan."
        )
    return ""


def _rest(soort: Consultsoort, velden: Mapping[str, Any]) -> str:
    if velden.get("uitkomst") and soort.uitkomst(velden["uitkomst"]) is None:
        return f"Deze uitkomst hoort niet bij {soort.titel}: kies een andere."
    if "consulent" in velden and velden["consulent"] is None:
        return "Kies een andere consulent, of zet de aanvraag terug naar ‘ingediend’."
    if "afspraak_op" in velden and velden["afspraak_op"] is None:
        return "Kies een andere dag, of zeg dat de afspraak niet doorgaat."
    return ""
