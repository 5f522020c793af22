"""One pupil with all that belongs to it, read for the dossier, and what an action there writes."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Formulier, Werkaantekening
from app.models.formuliersoort import LEERLINGBESPREKING
from app.models.leerling import Gezin, Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.lijkt_op import Actie
from app.models.records import covers
from app.models.school import Groep, Medewerker
from app.models.toestemming import Oordeel, OuderGezag, Toestemmingstabel, antwoorden_uit, oordeel
from app.storage.archive import Archive, now
from app.storage.codec import to_record
from app.storage.formulieren import OuderVan, acties_uit, definition_of, ouders_van
from app.storage.ongedaan import Schrijf
from app.storage.toestemmingen import antwoorden
from app.storage.zoeken import match

RESULTATEN = ("werkte_niet", "werkte", "werkte_deels")
"""Outcomes worth showing, the most telling first."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """All but the timeline.

    Attributes:
        leerkrachten: names of the group's teachers.
        niveaus: history of the support level, newest first; what begins later stands before what holds.
        niveau: the support level that holds today, or None.
        plannen: the pupil's own plans, the last to end first.
        groepsplannen: those of the group, for a handelingsplan to be an annex of.
        broers_zussen: the other pupils of the family.
        afspraken: what is open and what was ended today, the earliest day first; evaluations too.
        acties: what was tried before and how that went, the most telling first.
        open_formulier: id of the leerlingbespreking that is not vastgesteld yet, or empty.
        agendapunt: place on today's agenda without a form, or None.
        toestemming: what the parents allow by the latest form that asks it, or None.
        aantekeningen: the IB'er's own notes, newest first.
    """

    leerling: Leerling
    groep: Groep | None
    leerkrachten: tuple[str, ...]
    ouders: tuple[OuderVan, ...]
    niveaus: tuple[Niveau, ...]
    niveau: Niveau | None
    plannen: tuple[Plan, ...]
    groepsplannen: tuple[Plan, ...]
    broers_zussen: tuple[Leerling, ...]
    afspraken: tuple[Afspraak, ...]
    acties: tuple[Actie, ...]
    open_formulier: str
    agendapunt: Agendapunt | None
    toestemming: Oordeel | None
    aantekeningen: tuple[Werkaantekening, ...]


def dossier(archive: Archive, leerling_id: str, dag: date, tabel: Toestemmingstabel) -> Dossier | None:
    """Read a dossier; None when there is no such pupil.

    Parameters:
        dag: today.
        tabel: what may be done with which consent.
    """
    leerling = archive.get(Leerling, leerling_id)
    if leerling is None or leerling.verwijderd_op:
        return None
    groep = archive.get(Groep, leerling.groep)
    staff = [archive.get(Medewerker, each) for each in (groep.leerkrachten if groep else ())]
    ouders = ouders_van(archive, leerling.id)
    forms = _forms(archive, leerling.id)
    niveaus = sorted(archive.all(Niveau, leerling=leerling.id), key=lambda each: (each.vanaf or date.min, each.id))
    return Dossier(
        leerling=leerling,
        groep=groep,
        leerkrachten=tuple(each.naam for each in staff if each and not each.verwijderd_op),
        ouders=ouders,
        niveaus=tuple(reversed(niveaus)),
        niveau=next((each for each in reversed(niveaus) if each.vanaf and each.vanaf <= dag), None),
        plannen=tuple(sorted(archive.all(Plan, leerling=leerling.id), key=_last_first)),
        groepsplannen=groepsplannen(archive, leerling.groep),
        broers_zussen=_gezin(archive, leerling),
        afspraken=_afspraken(archive, leerling.id, dag),
        acties=_acties(archive, forms),
        open_formulier=next((each.id for each in forms if _is_open(each)), ""),
        agendapunt=_agendapunt(archive, leerling.id, dag),
        toestemming=_toestemming(archive, leerling.id, forms, ouders, tabel),
        aantekeningen=tuple(reversed(archive.all(Werkaantekening, leerling=leerling.id))),
    )


def groepsplannen(archive: Archive, groep: str | None) -> tuple[Plan, ...]:
    """The groepsplannen of a group, the last to end first."""
    found = archive.all(Plan, soort="groepsplan", groep=groep) if groep else []
    return tuple(sorted(found, key=_last_first))


def lopend(plannen: tuple[Plan, ...], dag: date) -> tuple[Plan, ...]:
    """The plans that run on a day."""
    return tuple(each for each in plannen if covers(each.van, each.tot, dag))


def zoek_ouders(archive: Archive, tekst: str, leerling: Leerling, limit: int = 6) -> list[tuple[Ouder, str]]:
    """Parents and carers who are known already, with the names of their children: those of the family without a text.

    Parameters:
        tekst: what was typed of the name.
        leerling: whose own parents are left out.
    """
    words = match(tekst, "ouder")
    values = {"zoek": words, "leerling": leerling.id, "gezin": leerling.gezin, "limit": limit}
    rows = archive.query(_OUDERS_OP_NAAM if words else _OUDERS_VAN_GEZIN, values)
    return [(to_record(Ouder, row), row["kinderen"] or "") for row in rows]


def andere_kinderen(archive: Archive, ouder: str, leerling: str) -> str:
    """First names of the other children of a parent here, with commas; their data are shared."""
    rows = archive.query(_ANDERE_KINDEREN, (ouder, leerling))
    return ", ".join(str(row["roepnaam"]) for row in rows)


def ouder_toevoegen(ouder: Ouder, ouderschap: Ouderschap) -> tuple[Schrijf, ...]:
    """Tie a parent, known or new, to a pupil."""
    return Schrijf.van(ouder), Schrijf.van(ouderschap)


def gezin_koppelen(archive: Archive, een: str, ander: str) -> tuple[Schrijf, ...]:
    """Make two pupils brothers or sisters; two families that meet become one."""
    kinderen = [each for each in (archive.get(Leerling, een), archive.get(Leerling, ander)) if each is not None]
    known = [each.gezin for each in kinderen if each.gezin]
    gezin = known[0] if known else None
    werk: list[Schrijf] = []
    if gezin is None:
        new = Gezin(naam=kinderen[0].achternaam)
        gezin = new.id
        werk.append(Schrijf.van(new))
    members = [each for other in known[1:] for each in archive.all(Leerling, gezin=other)]
    joined = {each.id for each in (*kinderen, *members) if each.gezin != gezin}
    return (*werk, *(Schrijf("leerling", each, {"gezin": gezin}) for each in sorted(joined)))


def niveau_zetten(
    archive: Archive, leerling: str, niveau: int, dag: date, toelichting: str = ""
) -> tuple[Schrijf, ...]:
    """Give a pupil a support level from a day on; a second change on one day corrects the first."""
    same_day = archive.all(Niveau, leerling=leerling, vanaf=dag)
    if same_day:
        told = {"toelichting": toelichting} if toelichting else {}  # a reason given before still holds
        return (Schrijf("niveau", same_day[-1].id, {"niveau": niveau, **told}),)
    return (Schrijf.van(Niveau(leerling=leerling, niveau=niveau, vanaf=dag, toelichting=toelichting)),)


def afspraak_afronden(afspraak: Afspraak, staat: str, resultaat: str) -> tuple[Schrijf, ...]:
    """End an agreement, or open it again.

    Parameters:
        staat: key of `AFSPRAAK_STATEN`.
        resultaat: what came of it, in words.
    """
    ended = None if staat == "open" else afspraak.afgerond_op or now()
    return (Schrijf("afspraak", afspraak.id, {"staat": staat, "resultaat": resultaat, "afgerond_op": ended}),)


def groepsplan_bewaren(archive: Archive, plan: Plan) -> tuple[Schrijf, ...]:
    """Keep a groepsplan; handelingsplannen that had its period keep following it (form A.6, section 4)."""
    before = archive.get(Plan, plan.id)
    annexes = archive.all(Plan, groepsplan=plan.id) if before else []
    follow = [each for each in annexes if before and (each.van, each.tot) == (before.van, before.tot)]
    period = {"van": plan.van, "tot": plan.tot}
    return (Schrijf.van(plan), *(Schrijf("plan", each.id, period) for each in follow))


def plan_beeindigen(plan: Plan, dag: date) -> Schrijf:
    """A plan that ran ends the day before; one that had yet to begin never was."""
    if plan.van is not None and plan.van < dag:
        return Schrijf("plan", plan.id, {"tot": dag - timedelta(1)})
    return Schrijf.weg(plan)


def bijlage_bij(plan: Plan, groepsplan: Plan) -> Plan:
    """The handelingsplan as an annex of a groepsplan: it takes over its period (form A.6, section 4)."""
    return replace(plan, groepsplan=groepsplan.id, van=groepsplan.van, tot=groepsplan.tot)


def _last_first(plan: Plan) -> Any:
    return -(plan.tot or date.max).toordinal(), -(plan.van or date.min).toordinal(), plan.id


def _gezin(archive: Archive, leerling: Leerling) -> tuple[Leerling, ...]:
    members = archive.all(Leerling, gezin=leerling.gezin) if leerling.gezin else []
    others = [each for each in members if each.id != leerling.id]
    return tuple(sorted(others, key=lambda each: (each.geboortedatum or date.max, each.roepnaam)))


def _afspraken(archive: Archive, leerling: str, dag: date) -> tuple[Afspraak, ...]:
    rows = archive.query(_AFSPRAKEN, (leerling, dag.isoformat()))
    found = [to_record(Afspraak, row) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.staat != "open", each.voor or date.max, each.id)))


def _agendapunt(archive: Archive, leerling: str, dag: date) -> Agendapunt | None:
    waiting = archive.all(Agendapunt, leerling=leerling, formulier=None)
    meetings = ((each, archive.get(Bespreking, each.bespreking)) for each in waiting)
    return next((each for each, held in meetings if held and held.datum == dag and not held.verwijderd_op), None)


def _forms(archive: Archive, leerling: str) -> list[Formulier]:
    """The newest version of each form, newest first."""
    return [to_record(Formulier, row) for row in archive.query(_FORMULIEREN, (leerling,))]


def _is_open(form: Formulier) -> bool:
    return form.vastgesteld_op is None and form.soort == LEERLINGBESPREKING


def _acties(archive: Archive, forms: list[Formulier]) -> tuple[Actie, ...]:
    found = [actie for form in forms for actie in acties_uit(definition_of(archive, form.definitie), form)]
    told = [each for each in found if each.resultaat in RESULTATEN and each.actie.strip()]
    newest = {" ".join(each.actie.casefold().split()): each for each in reversed(told)}
    newest_first = list(newest.values())[::-1]
    return tuple(sorted(newest_first, key=lambda each: RESULTATEN.index(each.resultaat)))


def _toestemming(
    archive: Archive, leerling: str, forms: list[Formulier], ouders: tuple[OuderVan, ...], tabel: Toestemmingstabel
) -> Oordeel | None:
    """What the parents allow; None while nobody was asked."""
    answers = antwoorden(archive, leerling)
    asked = any(antwoorden_uit(definition_of(archive, form.definitie), form.antwoorden) for form in forms)
    if not answers and not asked:
        return None
    return oordeel(tabel, [OuderGezag(each.ouder.naam, each.ouderschap.gezag) for each in ouders], answers)


_AFSPRAKEN = """
    SELECT * FROM afspraak WHERE leerling = ? AND verwijderd_op IS NULL
        AND (staat = 'open' OR substr(afgerond_op, 1, 10) = ?)"""

_FORMULIEREN = """
    SELECT * FROM formulier AS f WHERE leerling = ? AND verwijderd_op IS NULL
        AND NOT EXISTS (SELECT 1 FROM formulier AS n WHERE n.stam = f.stam AND n.versie > f.versie
                        AND n.verwijderd_op IS NULL)
    ORDER BY datum DESC, id DESC"""

_KINDEREN = """(SELECT group_concat(l.roepnaam, ', ') FROM ouderschap s JOIN leerling l ON l.id = s.leerling
        WHERE s.ouder = o.id AND s.verwijderd_op IS NULL AND l.verwijderd_op IS NULL) AS kinderen"""

_ANDERE_KINDEREN = """
    SELECT l.roepnaam FROM ouderschap s JOIN leerling l ON l.id = s.leerling
    WHERE s.ouder = ? AND l.id <> ? AND s.verwijderd_op IS NULL AND l.verwijderd_op IS NULL ORDER BY l.geboortedatum"""

_NIET_EIGEN = """o.verwijderd_op IS NULL AND NOT EXISTS (SELECT 1 FROM ouderschap e
        WHERE e.ouder = o.id AND e.leerling = :leerling AND e.verwijderd_op IS NULL)"""

_OUDERS_OP_NAAM = f"""
    SELECT o.*, {_KINDEREN} FROM zoek JOIN zoekbaar z ON z.nummer = zoek.rowid JOIN ouder o ON o.id = z.record
    WHERE zoek MATCH :zoek AND {_NIET_EIGEN} LIMIT :limit"""

_OUDERS_VAN_GEZIN = f"""
    SELECT o.*, {_KINDEREN} FROM ouder o WHERE {_NIET_EIGEN} AND :gezin IS NOT NULL AND o.id IN (
        SELECT s.ouder FROM ouderschap s JOIN leerling l ON l.id = s.leerling
        WHERE l.gezin = :gezin AND s.verwijderd_op IS NULL AND l.verwijderd_op IS NULL)
    ORDER BY o.naam LIMIT :limit"""
