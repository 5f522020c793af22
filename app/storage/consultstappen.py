"""The way of a consult: steps, what is filled in with them, and what is changed in between.

Every step is guarded by `app.models.consulten`: what may not be is refused with a sentence, and nothing is written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.models.consult import Consult
from app.models.consulten.definition import NIET_NODIG, NOG_ONBEKEND
from app.models.consulten.statussen import VASTGELEGD, VOLGORDE, is_terug, mag
from app.models.consulten.wijzigen import dag_klacht, wijziging_klacht
from app.storage.archive import Archive, now
from app.storage.consultsoorten import soort_van
from app.storage.consultstand import find_consult, nieuwste, stand_van
from app.storage.errors import Refused
from app.storage.ongedaan import Schrijf, schrijf


class MagNiet(Refused):
    """A step that may not be taken. Its text is the first reason.

    Parameters:
        klachten: all reasons, whole Dutch sentences.
    """

    def __init__(self, klachten: Sequence[str]) -> None:
        super().__init__(klachten[0])
        self.klachten = tuple(klachten)


def zet_status(
    archive: Archive,
    consult_id: str,
    naar: str,
    author: str,
    vandaag: date,
    *,
    dag: date | None = None,
    velden: Mapping[str, Any] | None = None,
) -> tuple[Schrijf, ...]:
    """Take a step along the way, or one back to mend a mistake.

    An application that is complete is read-only, until it goes back to concept.

    Parameters:
        naar: key of `CONSULT_STATUSSEN`.
        dag: on which the step was taken; today when not given.
        velden: what is filled in with it, as `consulent` or `afspraak_op`.

    Returns:
        What takes it back.

    Raises:
        KeyError: no such consult.
        MagNiet: with the reasons; nothing is written.
    """
    before = find_consult(archive, consult_id)
    stand = stand_van(archive, before, vandaag)
    back = is_terug(before.status, naar)
    fields = dict(velden or {})
    klachten = mag(replace(before, **fields), naar, stand)
    if klachten:
        raise MagNiet(klachten)
    unfit = wijziging_klacht(before, stand.soort, fields)
    refuse(unfit and wijziging_klacht(replace(before, status=naar), stand.soort, fields))
    if back:
        fields |= _emptied(naar)
    elif naar in _DAYS:
        day = dag or _usual_day(before, naar) or vandaag
        refuse(dag_klacht(before, day, vandaag))
        fields[_DAYS[naar]] = day
    work = [Schrijf("consult", consult_id, {**fields, "status": naar}), *_form(archive, before, naar)]
    return schrijf(archive, work, author)


def werk_bij(archive: Archive, consult_id: str, velden: Mapping[str, Any], author: str) -> tuple[Schrijf, ...]:
    """Change fields that don't follow from the status: see `app.models.consulten.wijzigen.WIJZIGBAAR`.

    Returns:
        What takes it back.

    Raises:
        KeyError: no such consult, or no such field.
        Refused: not in this status, or not these values; nothing is written.
    """
    consult = find_consult(archive, consult_id)
    refuse(wijziging_klacht(consult, soort_van(archive, consult), velden))
    return schrijf(archive, [Schrijf("consult", consult_id, velden)], author)


def stap_gedaan(archive: Archive, consult_id: str, stap: str, gedaan: str, author: str) -> tuple[Schrijf, ...]:
    """Tick a step in the portal.

    Parameters:
        stap: id of the step.
        gedaan: ISO date, `NIET_NODIG`, or empty to take the tick away.

    Returns:
        What takes it back.

    Raises:
        KeyError: no such consult or step.
        Refused: it was handed in already, or the step can't be left out.
    """
    consult = find_consult(archive, consult_id)
    found = soort_van(archive, consult).stap(stap)
    if found is None:
        raise KeyError(stap)
    if consult.status not in ("concept", "volledig"):
        raise Refused("De aanvraag is al ingediend: zet haar eerst terug om de stappen te veranderen.")
    if gedaan == NIET_NODIG and found.alleen_als != NOG_ONBEKEND:
        raise Refused(f"De stap ‘{found.titel}’ is altijd nodig: vink haar af als ze gedaan is.")
    steps = {key: value for key, value in {**consult.stappen, stap: gedaan}.items() if value}
    return schrijf(archive, [Schrijf("consult", consult_id, {"stappen": steps})], author)


def ken_toe(
    archive: Archive, consult_id: str, consulent: str, author: str, vandaag: date, *, dag: date | None = None
) -> tuple[Schrijf, ...]:
    """The application was granted to a consulent; later on this only changes who that is. As `zet_status`."""
    if find_consult(archive, consult_id).status == "ingediend":
        return zet_status(archive, consult_id, "toegekend", author, vandaag, dag=dag, velden={"consulent": consulent})
    return werk_bij(archive, consult_id, {"consulent": consulent}, author)


def afspraak(archive: Archive, consult_id: str, op: date, tijd: str, author: str, vandaag: date) -> tuple[Schrijf, ...]:
    """An appointment was made, or another one instead.

    Parameters:
        tijd: `HH:MM`, or empty.

    Raises, returns: as `zet_status`.
    """
    consult = find_consult(archive, consult_id)
    fields: dict[str, Any] = {"afspraak_op": op, "afspraak_tijd": tijd}
    if consult.status != "afspraak":
        return zet_status(archive, consult_id, "afspraak", author, vandaag, velden=fields)
    moved = replace(consult, status="toegekend", **fields)
    klachten = mag(moved, "afspraak", stand_van(archive, consult, vandaag))
    if klachten:
        raise MagNiet(klachten)
    return werk_bij(archive, consult_id, fields, author)


def uren(
    archive: Archive, consult_id: str, author: str, *, voorbereiding: int, reis: int, gesprek: int
) -> tuple[Schrijf, ...]:
    """Keep how many minutes the consulent spent; together at most what the kind says. As `werk_bij`."""
    fields = {"voorbereiding": voorbereiding, "reis": reis, "gesprek": gesprek}
    return werk_bij(archive, consult_id, fields, author)


_DAYS = {
    "ingediend": "ingediend_op",
    "toegekend": "toegekend_op",
    "gevoerd": "gevoerd_op",
    "afgerond": "afgerond_op",
    "vervolg": "afgerond_op",
}
"""Fields that hold when a status was reached."""


def _usual_day(consult: Consult, naar: str) -> date | None:
    return consult.afspraak_op if naar == "gevoerd" else None


def _emptied(naar: str) -> dict[str, Any]:
    """What no longer holds when one is back at a status: all that belongs to what comes after it."""
    later = [*VOLGORDE[VOLGORDE.index(naar) + 1 :], "vervolg"]
    blank = Consult(id="")
    return {name: getattr(blank, name) for status in later for name in VASTGELEGD.get(status, ())}


def _form(archive: Archive, consult: Consult, naar: str) -> list[Schrijf]:
    """The application is closed once it is complete, and open again as a concept."""
    form = nieuwste(archive, consult.formulier)
    closed = naar in ("volledig", "ingediend")
    if form is None or not (closed or naar == "concept") or closed == bool(form.vastgesteld_op):
        return []
    archive.seal(form.id)
    return [Schrijf("formulier", form.id, {"vastgesteld_op": now() if closed else None})]


def refuse(klacht: str) -> None:
    """Raise `MagNiet` when there is a complaint."""
    if klacht:
        raise MagNiet([klacht])
