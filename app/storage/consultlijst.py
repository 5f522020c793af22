"""Consults as lists: all of the school, a page at a time, and those of one pupil."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.models.consult import Consult
from app.models.consulten.statussen import EINDE, overgangen
from app.models.namen import volledige_naam
from app.storage.archive import Archive
from app.storage.codec import as_json, to_record
from app.storage.consultsoorten import soort_van
from app.storage.consultstand import wat_ontbreekt, werkelijk

BLADZIJDE = 50
"""Consults that are read at a time."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which consults are shown.

    Attributes:
        status: key of `CONSULT_STATUSSEN`, `open` for all that still wait for something, or empty for all.
        soort: id of a kind, or empty.
        leerling: id of a pupil, or empty.
        vanaf: number of consults to pass over.
        limit: at most so many.
    """

    status: str = "open"
    soort: str = ""
    leerling: str = ""
    vanaf: int = 0
    limit: int = BLADZIJDE


@dataclass(frozen=True, slots=True)
class Consultregel:
    """One consult in a list.

    Attributes:
        soort: title of its kind, short.
        naam: of the pupil it is filed under.
        groep: name of that pupil's group, or empty.
        anderen: names of the other pupils it is about.
        consulent: name, or empty.
        sinds: day on which its status was reached, as far as that was recorded.
        mist: how much a concept still misses; 0 for what is past that.
        wacht_op: words of the next step, or empty at the end.
    """

    consult: Consult
    soort: str
    naam: str
    groep: str
    anderen: tuple[str, ...]
    consulent: str
    sinds: date | None
    mist: int
    wacht_op: str


@dataclass(frozen=True, slots=True)
class Consultlijst:
    """A page of consults.

    Attributes:
        totaal: how many there are with this filter.
        per_status: how many there are by status, whatever status the filter asks.
    """

    regels: tuple[Consultregel, ...]
    totaal: int
    per_status: dict[str, int]


def lijst(archive: Archive, filter_: Filter, vandaag: date) -> Consultlijst:
    """A page of consults: first what is open, by appointment, then what waits longest; what is done newest first.

    Parameters:
        vandaag: today; an appointment that has passed stands on top.
    """
    values = {"soort": filter_.soort, "leerling": filter_.leerling}
    counts = {row["status"]: int(row["aantal"]) for row in archive.query(_TELLING, values)}
    wanted = [each for each in counts if _fits(each, filter_.status)]
    page = {
        "statussen": as_json(wanted),
        "limit": filter_.limit,
        "vanaf": filter_.vanaf,
        "vandaag": vandaag.isoformat(),
    }
    rows = archive.query(_LIJST, values | page)
    return Consultlijst(tuple(_regel(archive, row) for row in rows), sum(counts[each] for each in wanted), counts)


def van_leerling(archive: Archive, leerling: str) -> tuple[Consultregel, ...]:
    """All consults about a pupil, also those that it shares with others, newest first."""
    return tuple(_regel(archive, row) for row in archive.query(_VAN_LEERLING, {"leerling": leerling}))


def _fits(status: str, wanted: str) -> bool:
    return not wanted or status == wanted or (wanted == "open" and status not in EINDE)


def _regel(archive: Archive, row: Any) -> Consultregel:
    consult = werkelijk(archive, to_record(Consult, row))
    concept = consult.status == "concept"
    others = archive.query(_ANDEREN, (as_json(consult.leerlingen[1:]),)) if len(consult.leerlingen) > 1 else ()
    return Consultregel(
        consult=consult,
        soort=soort_van(archive, consult).kort,
        naam=_name(row),
        groep=row["groepsnaam"] or "",
        anderen=tuple(_name(each) for each in others),
        consulent=row["consulentnaam"] or "",
        sinds=_since(consult),
        mist=len(wat_ontbreekt(archive, consult)) if concept else 0,
        wacht_op="" if consult.status in EINDE else next(iter(overgangen(consult.status).values())),
    )


def _name(row: Any) -> str:
    first = row["roepnaam"] or (row["voornamen"] or "").split(" ")[0]
    return volledige_naam(first, row["voorvoegsel"] or "", row["achternaam"] or "")


def _since(consult: Consult) -> date | None:
    days = {
        "concept": consult.begonnen_op,
        "ingediend": consult.ingediend_op,
        "toegekend": consult.toegekend_op,
        "afspraak": consult.toegekend_op,
        "gevoerd": consult.gevoerd_op,
        "afgerond": consult.afgerond_op,
        "vervolg": consult.afgerond_op,
    }
    return days.get(consult.status)


_OVER_LEERLING = """(c.leerling = :leerling
    OR EXISTS (SELECT 1 FROM json_each(c.leerlingen) WHERE value = :leerling))"""

_REGEL = """
    SELECT c.*, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, g.naam AS groepsnaam, p.naam AS consulentnaam
    FROM consult c JOIN leerling l ON l.id = c.leerling LEFT JOIN groep g ON g.id = l.groep
    LEFT JOIN contact p ON p.id = c.consulent
    WHERE c.verwijderd_op IS NULL AND l.verwijderd_op IS NULL"""

_ANDEREN = """
    SELECT l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam FROM json_each(?) AS o
    JOIN leerling l ON l.id = o.value WHERE l.verwijderd_op IS NULL ORDER BY o.key"""

_WHERE = f"""(:soort = '' OR c.soort = :soort) AND (:leerling = '' OR {_OVER_LEERLING})"""

_TELLING = f"""
    SELECT c.status, count(*) AS aantal FROM consult c JOIN leerling l ON l.id = c.leerling
    WHERE c.verwijderd_op IS NULL AND l.verwijderd_op IS NULL AND {_WHERE} GROUP BY c.status"""

_DONE = "c.status IN ('afgerond', 'vervolg', 'ingetrokken')"

_LIJST = f"""{_REGEL} AND {_WHERE} AND c.status IN (SELECT value FROM json_each(:statussen))
    ORDER BY {_DONE}, (c.status = 'afspraak' AND c.afspraak_op <= :vandaag) DESC,
        CASE WHEN {_DONE} THEN NULL ELSE c.afspraak_op END NULLS LAST,
        CASE WHEN {_DONE} THEN NULL ELSE c.begonnen_op END,
        c.begonnen_op DESC, c.id DESC
    LIMIT :limit OFFSET :vanaf"""

_VAN_LEERLING = f"{_REGEL} AND {_OVER_LEERLING} ORDER BY c.begonnen_op DESC, c.id DESC"
