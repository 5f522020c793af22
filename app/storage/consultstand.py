"""Where a consult stands: its application, what that misses, its report, and what followed it."""

from dataclasses import replace
from datetime import date

from app.models.bespreking import Formulier
from app.models.consult import Consult
from app.models.consulten.statussen import Stand
from app.models.consulten.volledigheid import Aanvraag, Ontbreekt, volledigheid
from app.storage.archive import Archive
from app.storage.bijlagen import punten
from app.storage.codec import to_record
from app.storage.consultsoorten import soort_van
from app.storage.formulieren import definition_of


def find_consult(archive: Archive, consult_id: str) -> Consult:
    """A consult by its id, as it really stands.

    Raises:
        KeyError: no such consult (any more).
    """
    consult = archive.get(Consult, consult_id)
    if consult is None or consult.verwijderd_op:
        raise KeyError(f"consult {consult_id}")
    return werkelijk(archive, consult)


def werkelijk(archive: Archive, consult: Consult) -> Consult:
    """A consult as it really stands: one from which an annex went away since, by undo say, is a concept again."""
    if consult.status == "volledig" and wat_ontbreekt(archive, consult):
        return replace(consult, status="concept")
    return consult


def stand_van(archive: Archive, consult: Consult, vandaag: date) -> Stand:
    """All that the next step depends on."""
    verslag = nieuwste(archive, consult.verslag)
    follow_up = vervolg_van(archive, consult.id)
    return Stand(
        soort=soort_van(archive, consult),
        ontbreekt=wat_ontbreekt(archive, consult),
        vandaag=vandaag,
        verslag_klaar=verslag is not None and verslag.vastgesteld_op is not None,
        vervolg_loopt=follow_up is not None and follow_up.status != "ingetrokken",
    )


def wat_ontbreekt(archive: Archive, consult: Consult) -> tuple[Ontbreekt, ...]:
    """What the application misses; empty when it is complete."""
    form = nieuwste(archive, consult.formulier)
    if form is None:
        raise KeyError(f"formulier {consult.formulier}")
    aanvraag = Aanvraag(
        consult=consult,
        soort=soort_van(archive, consult),
        definitie=definition_of(archive, form.definitie),
        antwoorden=form.antwoorden,
        secties=form.secties,
        punten=punten(archive, consult.id),
        bestanden=bestanden(archive, consult.id),
    )
    return volledigheid(aanvraag)


def nieuwste(archive: Archive, stam: str | None) -> Formulier | None:
    """The newest version of a form, by the id of its first; None when there is none."""
    rows = archive.query(_NIEUWSTE, (stam,)) if stam else []
    return to_record(Formulier, rows[0]) if rows else None


def bestanden(archive: Archive, van: str) -> dict[str, int]:
    """How many files were added, by line of the checklist."""
    return {row["punt"]: row["aantal"] for row in archive.query(_BESTANDEN, (van,))}


def vervolg_van(archive: Archive, consult_id: str) -> Consult | None:
    """The newest application that follows a consult; one that was withdrawn only when there is no other."""
    found = archive.query(_VERVOLG, (consult_id,))
    return to_record(Consult, found[0]) if found else None


_NIEUWSTE = "SELECT * FROM formulier WHERE stam = ? AND verwijderd_op IS NULL ORDER BY versie DESC LIMIT 1"
_BESTANDEN = "SELECT punt, count(*) AS aantal FROM bijlage WHERE van = ? AND verwijderd_op IS NULL GROUP BY punt"
_VERVOLG = """
    SELECT * FROM consult WHERE vervolg_van = ? AND verwijderd_op IS NULL
    ORDER BY status = 'ingetrokken', id DESC LIMIT 1"""
