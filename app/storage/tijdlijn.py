"""All that happened to one pupil, newest first and in pages, out of the records themselves: nothing is kept twice."""

from datetime import date
from typing import Any

from app.models.bespreking import Formulier
from app.models.forms.answers import answer_of, plain_text
from app.models.forms.definition import FormDefinition
from app.models.formuliersoort import LEERLINGBESPREKING, afdeling
from app.models.gesprek import Gesprek
from app.models.gespreksregels import gesprekstitel
from app.models.gespreksstand import BEGONNEN, PARNASSYS, VASTGESTELD
from app.models.leerling import PLANSOORTEN
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.formulieren import definition_of
from app.storage.gebeurtenis import Gebeurtenis
from app.storage.gespreksuitkomst import gesprek_van
from app.storage.leerlinggesprekken import stand_van
from app.storage.schooljaren import beleid_van
from app.storage.tijdlijnconsult import MOMENTEN, consultgebeurtenis
from app.storage.tijdlijnroute import routegebeurtenis

CONSULT = ("uitzicht", "inzicht", "hulpvraag", "doel")
"""Roles of what tells most of a form of a consult, the best first: its report, then its application."""

BLADZIJDE = 20
"""Events that are shown at first, and at each request for more."""


def tijdlijn(
    archive: Archive, leerling: str, dag: date, *, vanaf: int = 0, limit: int = BLADZIJDE
) -> list[Gebeurtenis]:
    """A page of events, newest first; what is planned stands on top.

    Parameters:
        dag: today; tells what is planned from what happened.
        vanaf: number of events to pass over.
        limit: at most so many.
    """
    values = {"leerling": leerling, "dag": dag.isoformat(), "vanaf": vanaf, "limit": limit}
    return [_gebeurtenis(archive, row, dag) for row in archive.query(_TIJDLIJN, values)]


def aantal(archive: Archive, leerling: str, dag: date) -> int:
    """Number of events there are in all."""
    values = {"leerling": leerling, "dag": dag.isoformat()}
    return int(archive.query(f"SELECT count(*) FROM ({_ALLES}) WHERE dag <> ''", values)[0][0])


def nieuwste_versie(archive: Archive, stam: str) -> str:
    """Id of the newest version of a form, by the id of its first."""
    rows = archive.query(
        "SELECT id FROM formulier WHERE stam = ? AND verwijderd_op IS NULL ORDER BY versie DESC LIMIT 1", (stam,)
    )
    return str(rows[0]["id"]) if rows else stam


def _gebeurtenis(archive: Archive, row: Any, vandaag: date) -> Gebeurtenis:
    day = date.fromisoformat(row["dag"])
    match row["soort"]:
        case "formulier":
            return _formulier(archive, row, day, vandaag)
        case "gesprek":
            return _gesprek(archive, row, day, vandaag)
        case "evaluatie" | "afspraak":
            return _afspraak(row, day, vandaag)
        case "route" | "mpo":
            return routegebeurtenis(archive, row["soort"], row["id"], day, vandaag)
        case "consult":
            return consultgebeurtenis(archive, row["id"], row["staat"], day, vandaag)
        case _:
            return _feit(row, day)


def _feit(row: Any, day: date) -> Gebeurtenis:
    """What the row alone tells."""
    match row["soort"]:
        case "agenda":
            return Gebeurtenis(day, "agenda", row["id"], "Staat op de agenda", row["tekst"], staat="gepland",
                               doel=row["doel"])  # fmt: skip
        case "niveau":
            was = f"Was niveau {row['staat']}" if row["staat"] is not None else ""
            text = ". ".join(part.rstrip(".") for part in (was, row["tekst"]) if part)
            return Gebeurtenis(day, "niveau", row["id"], f"Niveau {row['titel']}", text)
        case "plan":
            verb = "begon" if row["staat"] == "van" else "liep af"
            return Gebeurtenis(day, "plan", row["id"], f"{_plan(row['titel'])} {verb}", row["tekst"])
        case "bijlage":
            words = "Bijlage toegevoegd" if row["titel"] == 1 else f"{row['titel']} bijlagen toegevoegd"
            return Gebeurtenis(day, "bijlage", row["id"], words, row["tekst"], doel=row["doel"] or "")
        case _:
            return Gebeurtenis(day, "archief", row["id"], "Van school")


def _plan(soort: str) -> str:
    words = PLANSOORTEN.get(soort, soort)
    return words[:1].upper() + words[1:]


def _formulier(archive: Archive, row: Any, day: date, vandaag: date) -> Gebeurtenis:
    found = archive.query("SELECT * FROM formulier WHERE id = ?", (row["id"],))[0]
    form = to_record(Formulier, found)
    definitie = definition_of(archive, form.definitie)
    roles = CONSULT if afdeling(form.soort, gesprek=False) == "consulten" else ("doel",)
    about = next(filter(None, (_said(definitie, form, rol) for rol in roles)), "")
    reached = _said(definitie, form, "evaluatie_doel_bereikt")
    reached = f"Doel bereikt: {reached}" if reached else ""
    titel = definitie.titel if form.versie == 1 else f"{definitie.titel}, versie {form.versie}"
    return Gebeurtenis(day, "formulier", form.id, titel, about, row["tekst"] or reached,
                       _staat(archive, form, vandaag), form.id)  # fmt: skip


def _said(definitie: FormDefinition, form: Formulier, rol: str) -> str:
    """The answer with a role, in plain text; empty when there is none."""
    field = definitie.field_by_role(rol)
    return plain_text(field[1], answer_of(field[1], form.antwoorden)) if field else ""


def _staat(archive: Archive, form: Formulier, vandaag: date) -> str:
    """How far it is, and where its report went; of a conversation where that stands."""
    gesprek = gesprek_van(archive, form.stam) if form.soort != LEERLINGBESPREKING else None
    if gesprek is None:
        return "open" if form.vastgesteld_op is None else "dossier" if form.in_dossier_op else VASTGESTELD
    stand = stand_van(archive, gesprek, beleid_van(archive, gesprek.schooljaar), vandaag)
    is_correction = form.vastgesteld_op is None and stand in (VASTGESTELD, PARNASSYS)
    return BEGONNEN if is_correction else stand


def _gesprek(archive: Archive, row: Any, day: date, vandaag: date) -> Gebeurtenis:
    gesprek = to_record(Gesprek, archive.query("SELECT * FROM gesprek WHERE id = ?", (row["id"],))[0])
    beleid = beleid_van(archive, gesprek.schooljaar)
    titel, staat = gesprekstitel(gesprek, beleid), stand_van(archive, gesprek, beleid, vandaag)
    text = "\n".join(filter(None, (gesprek.aanleiding, gesprek.notitie)))
    return Gebeurtenis(day, "gesprek", gesprek.id, titel, text, gesprek.reden, staat, gesprek.id)


def _afspraak(row: Any, day: date, vandaag: date) -> Gebeurtenis:
    staat = row["staat"]
    if staat == "open":
        staat = "te_laat" if day < vandaag else "gepland"
    titel = "Evaluatie" if row["soort"] == "evaluatie" else "Afspraak"
    text = row["tekst"].removeprefix("Evaluatie: ") if row["soort"] == "evaluatie" else row["tekst"]
    return Gebeurtenis(day, row["soort"], row["id"], titel, text, row["titel"], staat, row["doel"] or "")


_NEWEST = """(SELECT n.id FROM formulier n WHERE n.stam = a.formulier AND n.verwijderd_op IS NULL
        ORDER BY n.versie DESC LIMIT 1)"""

# One row per event: what it is, its day, and up to three texts whose meaning follows from the kind.
# A conversation or MPO with a report is there once, as its form; files that came in together are one event.
_ALLES = f"""
    SELECT 'formulier' AS soort, f.id AS id, NULL AS titel,
        (SELECT e.resultaat FROM afspraak e WHERE e.formulier = f.stam AND e.soort = 'evaluatie'
            AND e.verwijderd_op IS NULL AND e.staat = 'gedaan') AS tekst,
        NULL AS staat, f.id AS doel, 1 AS rang,
        CASE WHEN f.versie > 1 AND f.vastgesteld_op IS NOT NULL THEN substr(f.vastgesteld_op, 1, 10)
            ELSE f.datum END AS dag
    FROM formulier f WHERE f.leerling = :leerling AND f.verwijderd_op IS NULL
    UNION ALL
    SELECT 'agenda', p.id, NULL, p.reden, NULL, b.id, 0, b.datum
    FROM agendapunt p JOIN bespreking b ON b.id = p.bespreking
    WHERE p.leerling = :leerling AND p.formulier IS NULL AND b.datum >= :dag
        AND b.gehouden = 0 AND p.verwijderd_op IS NULL AND b.verwijderd_op IS NULL
    UNION ALL
    SELECT 'gesprek', g.id, NULL, NULL, NULL, NULL, 1, g.datum
    FROM gesprek g WHERE g.leerling = :leerling AND g.formulier IS NULL AND g.datum IS NOT NULL
        AND g.staat <> 'niet_nodig' AND g.verwijderd_op IS NULL
    UNION ALL
    SELECT 'route', s.id, NULL, NULL, NULL, NULL, 1, s.datum
    FROM routestap s WHERE s.leerling = :leerling AND s.datum IS NOT NULL AND s.verwijderd_op IS NULL
    UNION ALL
    SELECT 'mpo', m.id, NULL, NULL, NULL, NULL, 1, m.datum
    FROM mpo m WHERE m.leerling = :leerling AND m.formulier IS NULL AND m.datum IS NOT NULL
        AND m.verwijderd_op IS NULL
    UNION ALL
    {MOMENTEN}
    UNION ALL
    SELECT a.soort, a.id, a.resultaat, a.wat, a.staat, {_NEWEST}, 2,
        coalesce(substr(a.afgerond_op, 1, 10), a.voor, '')
    FROM afspraak a WHERE a.leerling = :leerling AND a.verwijderd_op IS NULL
        AND (a.staat <> 'open' OR a.soort = 'evaluatie')
    UNION ALL
    SELECT 'niveau', n.id, n.niveau, n.toelichting,
        lag(n.niveau) OVER (ORDER BY n.vanaf, n.id), NULL, 3, n.vanaf
    FROM niveau n WHERE n.leerling = :leerling AND n.verwijderd_op IS NULL
    UNION ALL
    SELECT 'plan', p.id, p.soort, p.onderwerp, 'van', NULL, 4, p.van
    FROM plan p WHERE p.leerling = :leerling AND p.verwijderd_op IS NULL AND p.van <= :dag
    UNION ALL
    SELECT 'plan', p.id, p.soort, p.onderwerp, 'tot', NULL, 4, p.tot
    FROM plan p WHERE p.leerling = :leerling AND p.verwijderd_op IS NULL AND p.tot < :dag
    UNION ALL
    SELECT 'bijlage', min(b.id), count(*), group_concat(b.naam, ', '), NULL,
        (SELECT c.id FROM consult c WHERE c.id = b.van), 6, date(b.toegevoegd_op, 'localtime')
    FROM bijlage b WHERE b.leerling = :leerling AND b.toegevoegd_op <> '' AND b.verwijderd_op IS NULL
    GROUP BY b.van, date(b.toegevoegd_op, 'localtime')
    UNION ALL
    SELECT 'archief', l.id, NULL, NULL, NULL, NULL, 5, substr(l.gearchiveerd_op, 1, 10)
    FROM leerling l WHERE l.id = :leerling AND l.gearchiveerd_op IS NOT NULL"""

_TIJDLIJN = f"""
    SELECT * FROM ({_ALLES}) WHERE dag <> '' ORDER BY dag DESC, rang, id DESC LIMIT :limit OFFSET :vanaf"""
