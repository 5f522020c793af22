"""A whole group at once: level, handelingsplan and OPP of every pupil, and what a change in one cell writes."""

from dataclasses import dataclass, replace
from datetime import date

from app.models.leerling import Leerling, Plan
from app.models.leerling_invoer import klacht_periode
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.dossier import bijlage_bij, groepsplannen, plan_beeindigen
from app.storage.ongedaan import Schrijf


class Ongeldig(ValueError):
    """A value that cannot be kept; its str is one Dutch sentence."""


@dataclass(frozen=True, slots=True)
class RasterRij:
    """One pupil.

    Attributes:
        handelingsplan, opp: the one that runs or is still to come, or None.
        meer_plannen: number of other handelingsplannen that run; those are for the dossier.
    """

    leerling: Leerling
    niveau: int | None
    handelingsplan: Plan | None
    opp: Plan | None
    meer_plannen: int = 0


@dataclass(frozen=True, slots=True)
class Groepsraster:
    """A group with its groepsplannen that run or are still to come, and its pupils by surname."""

    groep: Groep
    groepsplannen: tuple[Plan, ...]
    rijen: tuple[RasterRij, ...]


def groepsraster(archive: Archive, groep_id: str, dag: date) -> Groepsraster | None:
    """Read the grid of a group; None when there is no such group.

    Parameters:
        dag: today; decides which level holds and which plans are over.
    """
    groep = archive.get(Groep, groep_id)
    if groep is None or groep.verwijderd_op:
        return None
    found = archive.all(Leerling, groep=groep_id, gearchiveerd_op=None)
    leerlingen = sorted(found, key=lambda each: (each.sorteernaam, each.id))
    niveaus = {row["leerling"]: row["niveau"] for row in archive.query(_NIVEAUS, (dag.isoformat(), groep_id))}
    plannen: dict[str, list[Plan]] = {}
    for row in archive.query(_PLANNEN, (groep_id, dag.isoformat())):
        plannen.setdefault(row["leerling"], []).append(to_record(Plan, row))
    rijen = tuple(_rij(each, niveaus.get(each.id), plannen.get(each.id, [])) for each in leerlingen)
    current = tuple(each for each in groepsplannen(archive, groep_id) if each.tot is None or each.tot >= dag)
    return Groepsraster(groep, current, rijen)


def handelingsplan_kiezen(rij: RasterRij, groepsplan: Plan | None, dag: date) -> tuple[Schrijf, ...]:
    """Make the pupil's handelingsplan an annex of a groepsplan with the same period, or end it.

    Parameters:
        groepsplan: None for no handelingsplan.
        dag: today; a plan that has run stays in the dossier, one that begins today or later is replaced.
    """
    present = rij.handelingsplan
    if present is not None and groepsplan is not None and present.groepsplan == groepsplan.id:
        return ()
    if groepsplan is None:
        return (plan_beeindigen(present, dag),) if present else ()
    if present is not None and (present.van is None or present.van >= dag):
        return (Schrijf.van(bijlage_bij(replace(present, onderwerp=groepsplan.onderwerp), groepsplan)),)
    new = Plan(soort="handelingsplan", leerling=rij.leerling.id, onderwerp=groepsplan.onderwerp)
    ended = (plan_beeindigen(present, dag),) if present else ()
    return (*ended, Schrijf.van(bijlage_bij(new, groepsplan)))


def opp_zetten(rij: RasterRij, van: date | None, tot: date | None) -> tuple[Schrijf, ...]:
    """Give the pupil's OPP its period; without both days there is no OPP.

    Raises:
        Ongeldig: the period ends before it begins, or has no beginning.
    """
    if van is None and tot is None:
        return (Schrijf.weg(rij.opp),) if rij.opp else ()
    complaint = klacht_periode(van, tot)
    if complaint:
        raise Ongeldig(complaint)
    plan = rij.opp or Plan(soort="opp", leerling=rij.leerling.id)
    return (Schrijf.van(replace(plan, van=van, tot=tot)),)


def _rij(leerling: Leerling, niveau: int | None, plannen: list[Plan]) -> RasterRij:
    annexes = [each for each in plannen if each.soort == "handelingsplan"]
    opps = [each for each in plannen if each.soort == "opp"]
    return RasterRij(
        leerling=leerling,
        niveau=niveau,
        handelingsplan=annexes[0] if annexes else None,
        opp=opps[0] if opps else None,
        meer_plannen=max(len(annexes) - 1, 0),
    )


_NIVEAUS = """
    SELECT n.leerling, n.niveau FROM niveau n JOIN leerling l ON l.id = n.leerling
    WHERE n.vanaf <= ? AND l.groep = ? AND n.verwijderd_op IS NULL ORDER BY n.vanaf, n.id"""

# The one that runs first, so that a plan for later never hides it.
_PLANNEN = """
    SELECT p.* FROM plan p JOIN leerling l ON l.id = p.leerling
    WHERE l.groep = ? AND p.verwijderd_op IS NULL AND (p.tot IS NULL OR p.tot >= ?)
    ORDER BY p.van, p.id"""
