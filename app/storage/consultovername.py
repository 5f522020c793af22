"""What an application begins with: read from the pupils' leerlingbesprekingen, their OPP, and the consult before it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from app.models.bespreking import Formulier
from app.models.consult import Consult
from app.models.consulten.eerder import ROL as EERDER
from app.models.consulten.eerder import Verteld, eerdere_consulten
from app.models.consulten.overnemen import Bron, overname
from app.models.datums import lang
from app.models.forms.answers import answer_of, plain_text
from app.models.forms.definition import FormDefinition
from app.models.formuliersoort import LEERLINGBESPREKING
from app.models.leerling import Leerling, Plan
from app.storage.archive import Archive
from app.storage.codec import as_json, to_record
from app.storage.consultsoorten import soort_van
from app.storage.consultstand import nieuwste
from app.storage.formulieren import definition_of
from app.storage.rondom import plannen_op


def begin_antwoorden(
    archive: Archive, doel: FormDefinition, leerlingen: Sequence[Leerling], eerder: Consult | None, dag: date
) -> dict[str, Any]:
    """The answers with which an application begins, by path.

    Parameters:
        doel: the form of the application.
        eerder: the consult that it follows, or None.
        dag: today; tells which OPP runs.
    """
    bronnen = [*_earlier(archive, eerder), *_besprekingen(archive, leerlingen)]
    opps = (each for leerling in leerlingen for each in _opps(archive, leerling, dag))
    bronnen += [Bron(definition_of(archive, form.definitie), form.antwoorden) for _, form in opps if form]
    known = {"opp": _opp(archive, leerlingen, dag), EERDER: _eerdere(archive, doel, leerlingen, eerder)}
    return overname(doel, bronnen, known)


def _earlier(archive: Archive, eerder: Consult | None) -> Iterable[Bron]:
    """The report of the consult before it, which is newer than its application."""
    for stam in (eerder.verslag, eerder.formulier) if eerder else ():
        form = nieuwste(archive, stam)
        if form is not None:
            yield Bron(definition_of(archive, form.definitie), form.antwoorden, heel=True)


def _eerdere(archive: Archive, doel: FormDefinition, leerlingen: Sequence[Leerling], eerder: Consult | None) -> str:
    """What all earlier consults brought. Where it isn't always asked, it only comes along to what follows a consult."""
    asked = doel.field_by_role(EERDER)
    if asked is None or (eerder is None and asked[1].toon_als is not None):
        return ""
    values = {"leerlingen": as_json([each.id for each in leerlingen]), "eerder": eerder.id if eerder else ""}
    consults = [to_record(Consult, row) for row in archive.query(_CONSULTEN, values)]
    return eerdere_consulten([each for consult in consults for each in _verteld(archive, consult, leerlingen)])


def _verteld(archive: Archive, consult: Consult, leerlingen: Sequence[Leerling]) -> Iterable[Verteld]:
    """Application and report of a consult: what it was begun with is older than what it brought."""
    aanvraag, verslag = nieuwste(archive, consult.formulier), nieuwste(archive, consult.verslag)
    if aanvraag is not None:
        yield Verteld(definition_of(archive, aanvraag.definitie), aanvraag.antwoorden)
    if verslag is not None:
        day = consult.gevoerd_op or consult.afspraak_op or verslag.datum
        about = [each for each in leerlingen if each.id in consult.leerlingen]
        names = f" ({', '.join(map(_first_name, about))})" if len(about) < len(leerlingen) else ""
        kop = f"{soort_van(archive, consult).kort}{f' van {lang(day)}' if day else ''}{names}"
        yield Verteld(definition_of(archive, verslag.definitie), verslag.antwoorden, kop)


def _besprekingen(archive: Archive, leerlingen: Sequence[Leerling]) -> Iterable[Bron]:
    for leerling in leerlingen:
        name = _first_name(leerling) if len(leerlingen) > 1 else ""
        for row in archive.query(_FORMULIEREN, (leerling.id, LEERLINGBESPREKING)):
            form = to_record(Formulier, row)
            yield Bron(definition_of(archive, form.definitie), form.antwoorden, name)


def _opps(archive: Archive, leerling: Leerling, dag: date) -> Iterable[tuple[Plan, Formulier | None]]:
    """The OPP's that run, each with the newest version of its form when it was made here."""
    for plan in plannen_op(archive, leerling, dag):
        if plan.soort == "opp":
            yield plan, nieuwste(archive, plan.formulier)


def _opp(archive: Archive, leerlingen: Sequence[Leerling], dag: date) -> str:
    """Which OPP runs and what its heart is, in words; the rest stands in the OPP itself, which is an annex."""
    lines = []
    for leerling in leerlingen:
        for plan, form in _opps(archive, leerling, dag):
            name = f"{_first_name(leerling)}: " if len(leerlingen) > 1 else ""
            lines.append(f"{name}OPP{_period(plan)}{f', {plan.onderwerp}' if plan.onderwerp else ''}.")
            lines += _heart(definition_of(archive, form.definitie), form) if form else []
    return "\n".join(lines)


def _heart(definitie: FormDefinition, form: Formulier) -> Iterable[str]:
    for rol in _VAN_OPP:
        found = definitie.field_by_role(rol)
        text = plain_text(found[1], answer_of(found[1], form.antwoorden)) if found else ""
        if found and text:
            yield f"{found[1].kort}: {text}"


def _first_name(leerling: Leerling) -> str:
    return leerling.roepnaam or leerling.voornamen.split(" ")[0]


def _period(plan: Plan) -> str:
    begin = f" vanaf {lang(plan.van)}" if plan.van else ""
    return f"{begin} tot en met {lang(plan.tot)}" if plan.tot else begin


_VAN_OPP = ("uitstroombestemming", "bevorderend", "belemmerend")
"""Roles of an OPP that a consulent must know of."""

# Nothing of a consult that is about another pupil as well: what it says of that one is not for this application.
_CONSULTEN = """
    SELECT * FROM consult AS c WHERE verwijderd_op IS NULL AND (id = :eerder OR (
        EXISTS (SELECT 1 FROM json_each(c.leerlingen) WHERE value IN (SELECT value FROM json_each(:leerlingen)))
        AND NOT EXISTS (
            SELECT 1 FROM json_each(c.leerlingen) WHERE value NOT IN (SELECT value FROM json_each(:leerlingen)))))
    ORDER BY coalesce(gevoerd_op, afspraak_op, begonnen_op), id"""

_FORMULIEREN = """
    SELECT * FROM formulier AS f WHERE leerling = ? AND soort = ? AND verwijderd_op IS NULL
        AND NOT EXISTS (SELECT 1 FROM formulier AS n WHERE n.stam = f.stam AND n.versie > f.versie
                        AND n.verwijderd_op IS NULL)
    ORDER BY datum DESC, id DESC"""
