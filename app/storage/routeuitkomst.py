"""What the forms of a route leave behind once they are vastgesteld: the period of an OPP, the outcome of an MPO."""

from datetime import date
from typing import Any

from app.models.bespreking import Formulier
from app.models.forms.answers import answer_of, plain_text
from app.models.forms.definition import FormDefinition
from app.models.leerling import Plan
from app.models.opp import inhoud_van
from app.models.route import Mpo
from app.models.routes.regels import mag_uitkomst, mag_verslag
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.routelezer import find_route, kale_stand, laatste_met_uitkomst, mpos_van
from app.storage.routestap import eis


def bijwerken(archive: Archive, definitie: FormDefinition, formulier: Formulier, dag: date, author: str) -> None:
    """Bring the plan or the meeting in line with its form. Does nothing for a form of another kind.

    Parameters:
        dag: day on which it is vastgesteld.

    Raises:
        Refused: the meeting is still to come, or its outcome can't be recorded any more; one Dutch sentence.
    """
    if definitie.field_by_role("opp_van"):
        _plan_bijwerken(archive, definitie, formulier, author)
    if definitie.field_by_role("mpo_uitkomst"):
        _mpo_bijwerken(archive, definitie, formulier, dag, author)


def uitkomst_van(archive: Archive, mpo: Mpo, uitkomst: str, toelichting: str) -> Schrijf:
    """What records the outcome of a meeting; another outcome than before has to be told to the directeur again.

    Raises:
        Refused: the route rests on the outcome as it was; one Dutch sentence.
    """
    said: dict[str, Any] = {"uitkomst": uitkomst, "toelichting": toelichting}
    if uitkomst != mpo.uitkomst:
        route = find_route(archive, mpo.route)
        last = laatste_met_uitkomst(mpos_van(archive, route.id))
        changes = mpo.uitkomst != "" and last is not None and last.id == mpo.id
        complaints = mag_uitkomst(kale_stand(archive, route), uitkomst, verandert=changes)
        if complaints:
            raise Refused(complaints[0])
        said["directeur_op"] = None
    return Schrijf("mpo", mpo.id, said)


def _plan_bijwerken(archive: Archive, definitie: FormDefinition, formulier: Formulier, author: str) -> None:
    inhoud = inhoud_van(definitie, formulier)
    for plan in archive.all(Plan, formulier=formulier.stam):
        said = {"van": inhoud.van or plan.van, "tot": inhoud.tot or plan.tot}
        archive.write("plan", plan.id, said, author)


def _mpo_bijwerken(archive: Archive, definitie: FormDefinition, formulier: Formulier, dag: date, author: str) -> None:
    uitkomst, toelichting = (_words(definitie, formulier, rol) for rol in ("mpo_uitkomst", "mpo_toelichting"))
    for mpo in archive.all(Mpo, formulier=formulier.stam):
        eis(*mag_verslag(mpo.datum or formulier.datum, dag))
        if mpo.datum is None:
            archive.write("mpo", mpo.id, {"datum": formulier.datum}, author)
        if uitkomst:
            schrijf(archive, (uitkomst_van(archive, mpo, uitkomst, toelichting),), author)


def _words(definitie: FormDefinition, formulier: Formulier, rol: str) -> str:
    """An answer: of a choice its id, else the text."""
    found = definitie.field_by_role(rol)
    if found is None:
        return ""
    value = answer_of(found[1], formulier.antwoorden)
    return str(value or "") if found[1].soort == "keuze" else plain_text(found[1], value)
