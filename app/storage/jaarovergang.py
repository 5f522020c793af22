"""The archive's side of a new school year: what it holds now, and writing the new year, all of it or nothing.

It is written in one batch under an author with `MERK` behind the name, and the school's year is the last of it. So the
history itself tells what belonged to it, and nothing else has to be kept to take it back (`jaarovergang_terug.py`).
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from app.models.jaarovergang.besluit import Schrijfwerk, plaatsing, schrijfwerk
from app.models.jaarovergang.concept import als_tekst, uit_tekst
from app.models.jaarovergang.controle import Cijfers, cijfers, fouten
from app.models.jaarovergang.overgang import Overgang
from app.models.jaarovergang.stand import Gepland, Stand, huidig_schooljaar
from app.models.leerling import Leerling, Plan
from app.models.namen import volledige_naam
from app.models.school import Groep, Vervanging
from app.models.schooljaar import Schooljaar
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.errors import Refused
from app.storage.school import groepen, the_school
from app.storage.schooljaren import het_jaar, kalender

MERK = " (jaarovergang)"
"""Stands behind the author's name in what a roll-over writes."""

CONCEPT = "jaarovergang"
"""Setting with what the user has chosen so far."""

MOST_PLANNED = 200
"""So many planned things are named; who has more knows enough."""


class Afgebroken(Exception):
    """The user stopped the writing; nothing was written."""


def _never() -> bool:
    return False


def _nobody(_done: int, _total: int) -> None:
    """The listener to progress when nobody listens."""


def stand(archive: Archive, vandaag: date) -> Stand:
    """The school at the end of its year, as far as a roll-over touches it."""
    school = the_school(archive)
    year = huidig_schooljaar(school, vandaag)
    last = kalender(archive, year).laatste_dag
    asked = {"jaar": year, "dag": vandaag.isoformat(), "laatste": last.isoformat(), "meeste": MOST_PLANNED}
    counted = archive.query(_GESPREKKEN, asked)[0]
    return Stand(
        schooljaar=year,
        laatste_dag=last,
        school=school,
        groepen=tuple(groepen(archive)),
        leerlingen=_records(archive, Leerling, _OP_SCHOOL, asked),
        vertrokken=_vertrokken(archive, year),
        groepsplannen=_records(archive, Plan, _GROEPSPLANNEN, asked),
        vervangingen=_records(archive, Vervanging, _VERVANGINGEN, asked),
        zonder_verslag=counted["zonder_verslag"],
        niet_gehouden=counted["niet_gehouden"],
        gepland=tuple(_gepland(row) for row in archive.query(_GEPLAND, asked)),
    )


def begin(archive: Archive, vandaag: date) -> Overgang:
    """The new year as it was left last time, on the school as it is now; else as it is proposed."""
    return uit_tekst(archive.setting(CONCEPT) or "", stand(archive, vandaag))


def bewaar(archive: Archive, overgang: Overgang | None) -> None:
    """Keep what was chosen so far, or with None forget it. It is no part of the school's records yet."""
    archive.set_setting(CONCEPT, als_tekst(overgang) if overgang else "")


def voer_uit(
    archive: Archive,
    overgang: Overgang,
    vandaag: date,
    author: str,
    *,
    cancelled: Callable[[], bool] = _never,
    progress: Callable[[int, int], None] = _nobody,
) -> Cijfers:
    """Write the new year: all of it, or nothing.

    Parameters:
        vandaag: today.
        author: name of the user.
        cancelled: asked before each record and once before the commit.
        progress: told the records written and their number.

    Raises:
        Refused: it is done already, something misses, or the school has changed since the proposal was made.
        Afgebroken: `cancelled` said so.
        StorageError: the environment refused.
    """
    with archive.batch():
        _only_if_fit(stand(archive, vandaag), overgang)
        work = [*_jaarkeuzes(archive, overgang.stand), *schrijfwerk(overgang)]
        for number, each in enumerate(work):
            if cancelled():
                raise Afgebroken
            archive.write(each.soort, each.id, each.velden, author + MERK)
            progress(number + 1, len(work))
        if cancelled():
            raise Afgebroken
        bewaar(archive, None)
    return cijfers(overgang)


def leg_plaatsingen_vast(archive: Archive, author: str) -> None:
    """Keep who sits in which group in the school's present year, before something else changes the year."""
    school = the_school(archive)
    if not school.schooljaar:
        return
    ids = {each.id for each in archive.all(Groep) if each.schooljaar in ("", school.schooljaar)}
    here = (*archive.all(Leerling, gearchiveerd_op=None), *_vertrokken(archive, school.schooljaar))
    with archive.batch():
        for each in here:
            if each.groep in ids:
                work = plaatsing(school.schooljaar, each)
                archive.write(work.soort, work.id, work.velden, author)


def _only_if_fit(present: Stand, overgang: Overgang) -> None:
    if present.schooljaar != overgang.stand.schooljaar:
        raise Refused(f"De overgang naar schooljaar {present.schooljaar} is al gedaan. Er is niets opgeslagen.")
    if _zitting(present) != _zitting(overgang.stand):
        raise Refused(
            "Intussen is er iets veranderd aan leerlingen of groepen. Dat is nu verwerkt en je keuzes staan er nog: "
            "kijk ze na en bevestig opnieuw. Er is nog niets opgeslagen."
        )
    if wrong := fouten(overgang):
        raise Refused(wrong[0])


def _zitting(each: Stand) -> object:
    pupils = {(pupil.id, pupil.groep, pupil.jaargroep) for pupil in each.leerlingen}
    return pupils, {group.id for group in each.groepen}


def _jaarkeuzes(archive: Archive, ended: Stand) -> Iterator[Schrijfwerk]:
    """The policy that the school chose holds in the new year too, unless it chose one for that year already."""
    before, after = het_jaar(archive, ended.schooljaar), het_jaar(archive, ended.volgend)
    values = {name: getattr(before, name) for name in ("beleid", "regio") if not getattr(after, name)}
    chosen = {name: value for name, value in values.items() if value}
    if chosen:
        yield Schrijfwerk(Schooljaar.kind, after.id, {"naam": ended.volgend, **chosen})


def _vertrokken(archive: Archive, schooljaar: str) -> tuple[Leerling, ...]:
    asked = {"jaar": schooljaar, "begin": f"{schooljaar[:4]}-08-01"}
    return _records(archive, Leerling, _VERTROKKEN, asked)


def _records(archive: Archive, kind: type[Any], sql: str, asked: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(to_record(kind, row) for row in archive.query(sql, asked))


def _gepland(row: Any) -> Gepland:
    roepnaam = row["roepnaam"] or (row["voornamen"] or "").split(" ")[0]
    naam = volledige_naam(roepnaam, row["voorvoegsel"] or "", row["achternaam"] or "")
    groep = f"groep {row['groep']}" if row["groep"] else ""
    return Gepland(date.fromisoformat(row["datum"]), row["wat"], naam or groep)


_OP_SCHOOL = """
    SELECT * FROM leerling WHERE gearchiveerd_op IS NULL AND verwijderd_op IS NULL ORDER BY sorteernaam, id"""

_VERTROKKEN = """
    SELECT l.* FROM leerling l JOIN groep g ON g.id = l.groep AND g.schooljaar IN ('', :jaar)
    WHERE l.gearchiveerd_op >= :begin AND l.verwijderd_op IS NULL ORDER BY l.sorteernaam, l.id"""

_GROEPSPLANNEN = """
    SELECT p.* FROM plan p JOIN groep g ON g.id = p.groep AND g.opgeheven_op IS NULL AND g.verwijderd_op IS NULL
    WHERE p.soort = 'groepsplan' AND p.verwijderd_op IS NULL AND (p.tot IS NULL OR p.tot > :laatste)
    ORDER BY g.naam, p.onderwerp, p.id"""

_VERVANGINGEN = """
    SELECT v.* FROM vervanging v JOIN groep g ON g.id = v.groep AND g.opgeheven_op IS NULL AND g.verwijderd_op IS NULL
    WHERE v.verwijderd_op IS NULL AND (v.tot IS NULL OR v.tot > :laatste) ORDER BY v.id"""

_GESPREKKEN = """
    SELECT
        (SELECT count(*) FROM gesprek WHERE schooljaar = :jaar AND staat = 'gehouden' AND verslag_op IS NULL
            AND verwijderd_op IS NULL) AS zonder_verslag,
        (SELECT count(*) FROM gesprek WHERE schooljaar = :jaar AND staat = 'gepland' AND datum < :dag
            AND verwijderd_op IS NULL) AS niet_gehouden"""

_GEPLAND = """
    SELECT e.datum, 'gesprek' AS wat, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, NULL AS groep
    FROM gesprek e JOIN leerling l ON l.id = e.leerling
    WHERE e.staat = 'gepland' AND e.datum >= :dag AND e.verwijderd_op IS NULL
    UNION ALL
    SELECT b.datum, 'leerlingbespreking', NULL, NULL, NULL, NULL, g.naam FROM bespreking b
    LEFT JOIN groep g ON g.id = b.groep
    WHERE b.gehouden = 0 AND b.datum >= :dag AND b.verwijderd_op IS NULL
    ORDER BY 1, 6 LIMIT :meeste"""
