"""What an application begins with: read from the pupils' leerlingbesprekingen, their OPP, and the consult before it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from app.models.bespreking import Formulier
from app.models.consult import Consult
from app.models.consulten.overnemen import Bron, overname
from app.models.datums import lang
from app.models.forms.definition import FormDefinition
from app.models.formuliersoort import LEERLINGBESPREKING
from app.models.leerling import Leerling, Plan
from app.storage.archive import Archive
from app.storage.codec import to_record
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
    return overname(doel, bronnen, {"opp": _opp(archive, leerlingen, dag)})


def _earlier(archive: Archive, eerder: Consult | None) -> Iterable[Bron]:
    """The report of the consult before it, which is newer than its application."""
    for stam in (eerder.verslag, eerder.formulier) if eerder else ():
        form = nieuwste(archive, stam)
        if form is not None:
            yield Bron(definition_of(archive, form.definitie), form.antwoorden, heel=True)


def _besprekingen(archive: Archive, leerlingen: Sequence[Leerling]) -> Iterable[Bron]:
    for leerling in leerlingen:
        name = _first_name(leerling) if len(leerlingen) > 1 else ""
        for row in archive.query(_FORMULIEREN, (leerling.id, LEERLINGBESPREKING)):
            form = to_record(Formulier, row)
            yield Bron(definition_of(archive, form.definitie), form.antwoorden, name)


def _opp(archive: Archive, leerlingen: Sequence[Leerling], dag: date) -> str:
    """Which OPP runs, in words; more stands in the OPP itself, which is an annex."""
    lines = []
    for leerling in leerlingen:
        for plan in plannen_op(archive, leerling, dag):
            if plan.soort == "opp":
                name = f"{_first_name(leerling)}: " if len(leerlingen) > 1 else ""
                lines.append(f"{name}OPP{_period(plan)}{f', {plan.onderwerp}' if plan.onderwerp else ''}.")
    return "\n".join(lines)


def _first_name(leerling: Leerling) -> str:
    return leerling.roepnaam or leerling.voornamen.split(" ")[0]


def _period(plan: Plan) -> str:
    begin = f" vanaf {lang(plan.van)}" if plan.van else ""
    return f"{begin} tot en met {lang(plan.tot)}" if plan.tot else begin


_FORMULIEREN = """
    SELECT * FROM formulier AS f WHERE leerling = ? AND soort = ? AND verwijderd_op IS NULL
        AND NOT EXISTS (SELECT 1 FROM formulier AS n WHERE n.stam = f.stam AND n.versie > f.versie
                        AND n.verwijderd_op IS NULL)
    ORDER BY datum DESC, id DESC"""
