"""Finding pupils, forms and meetings by the words in them.

What the user types is never read as a query language: every word is quoted, the last one may be the beginning of a
word, and accents and capitals make no difference.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.models.consult import CONSULT_STATUSSEN
from app.models.formuliersoort import soortnaam
from app.models.namen import volledige_naam
from app.storage.archive import Archive

FOUND_BEGIN, FOUND_END = "\x02", "\x03"
"""Around each found word in `Treffer.fragment`; typed text never holds them where it is shown."""

CANDIDATES = 400
"""Matches that are looked at before sorting: a single letter fits thousands of pupils, and eight are shown."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Treffer:
    """Something that was found.

    Attributes:
        kind: kind of record: `leerling`, `formulier`, `bespreking`, `afspraak`, `route`, `consult`, `groep` or
            `contact`; of an annex that of what it was added to: `leerling`, `consult` or `route`.
        id: the record.
        titel: what it is called on screen.
        leerling: id of the pupil it is about, or None.
        datum: day of the form or meeting, or until when the agreement or plan runs.
        onder: what stands beside the title, e.g. the group, or the kind of conversation.
        fragment: piece of the text around the found words, which stand between `FOUND_BEGIN` and `FOUND_END`.
    """

    kind: str
    id: str
    titel: str
    leerling: str | None = None
    datum: date | None = None
    onder: str = ""
    fragment: str = ""


def words_of(text: str) -> list[str]:
    """The words in what a user typed, the way the index cuts text into words."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def match(text: str, kind: str) -> str:
    """The full-text query for what a user typed.

    Parameters:
        text: anything at all.
        kind: kind of record to look in.

    Returns:
        A query in which every word has to be found, the last as the beginning of one; empty when there is no word.
    """
    words = words_of(text)
    if not words:
        return ""
    quoted = " AND ".join(f'"{word}"' for word in words)
    return f'kind : "{kind}" AND tekst : ({quoted} *)'


def leerlingen(archive: Archive, text: str, *, only: str | None = None, limit: int = 6) -> list[Treffer]:
    """Pupils by name; those whose name begins with the first word first, those who left last.

    Parameters:
        text: what was typed.
        only: id of the one pupil who may be found, or None.
        limit: at most so many.
    """
    rows = _rows(
        archive, _LEERLINGEN, text, "leerling", only, limit, begin=f"{words_of(text)[0]}%" if words_of(text) else ""
    )
    return [_leerling(row) for row in rows]


def formulieren(archive: Archive, text: str, *, only: str | None = None, limit: int = 5) -> list[Treffer]:
    """Forms with these words in their answers or report, newest first."""
    rows = _rows(archive, _FORMULIEREN, text, "formulier", only, limit)
    return [_formulier(row) for row in rows]


def formulieren_van(archive: Archive, pupils: Sequence[str], *, limit: int = 5) -> list[Treffer]:
    """The newest forms of pupils who were found by name."""
    marks = ", ".join("?" * len(pupils))
    sql = f"""
        SELECT f.id, f.soort, f.datum, f.leerling, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, '' AS fragment
        FROM formulier f JOIN leerling l ON l.id = f.leerling
        WHERE f.leerling IN ({marks}) AND f.verwijderd_op IS NULL ORDER BY f.datum DESC, f.id DESC LIMIT ?"""
    return [_formulier(row) for row in archive.query(sql, [*pupils, limit])]


def afspraken(archive: Archive, text: str, *, only: str | None = None, limit: int = 4) -> list[Treffer]:
    """Agreements with these words, newest first."""
    return [_afspraak(row) for row in _rows(archive, _AFSPRAKEN, text, "afspraak", only, limit)]


def bijlagen(archive: Archive, text: str, *, only: str | None = None, limit: int = 4) -> list[Treffer]:
    """Annexes of which the file name has these words, newest first; each leads to where it stands."""
    return [_bijlage(row) for row in _rows(archive, _BIJLAGEN, text, "bijlage", only, limit)]


def routes(archive: Archive, text: str, *, only: str | None = None, limit: int = 4) -> list[Treffer]:
    """Ondersteuningsroutes with these words in their question, a step, a decision or an MPO."""
    found: dict[str, Treffer] = {}
    for kind, sql in _ROUTES.items():
        for row in _rows(archive, sql, text, kind, only, limit):
            found.setdefault(row["id"], _route(row))
    return list(found.values())[:limit]


def routes_van(archive: Archive, pupils: Sequence[str], *, limit: int = 4) -> list[Treffer]:
    """The ondersteuningsroutes of pupils who were found by name, those that run first."""
    marks = ", ".join("?" * len(pupils))
    sql = f"""
        SELECT r.id, r.leerling, r.begonnen_op, r.beeindigd_op, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam,
            '' AS fragment
        FROM route r JOIN leerling l ON l.id = r.leerling
        WHERE r.leerling IN ({marks}) AND r.verwijderd_op IS NULL
        ORDER BY r.beeindigd_op IS NOT NULL, r.begonnen_op DESC LIMIT ?"""
    return [_route(row) for row in archive.query(sql, [*pupils, limit])]


def consulten_van(archive: Archive, pupils: Sequence[str], *, limit: int = 4) -> list[Treffer]:
    """The consults about pupils who were found by name, also of a group; each once, those that run first."""
    marks = ", ".join("?" * len(pupils))
    sql = f"""
        SELECT c.id, c.status, c.begonnen_op, l.id AS leerling, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam
        FROM consult c JOIN leerling l ON l.id = c.leerling OR l.id IN (SELECT value FROM json_each(c.leerlingen))
        WHERE l.id IN ({marks}) AND c.verwijderd_op IS NULL
        GROUP BY c.id ORDER BY c.status IN ('afgerond', 'vervolg', 'ingetrokken'), c.begonnen_op DESC LIMIT ?"""
    return [_consult(row) for row in archive.query(sql, [*pupils, limit])]


def groepen(archive: Archive, text: str, *, limit: int = 4) -> list[Treffer]:
    """Groups of which the name has these words; the word *groep* itself is said, and seldom written in the name."""
    words = words_of(text)
    named = [each for each in words if _fold(each) != "groep"] or words
    rows = _rows(archive, _GROEPEN, " ".join(named), "groep", None, limit)
    return [Treffer("groep", row["id"], row["naam"], onder=row["schooljaar"]) for row in rows]


def contacten(archive: Archive, text: str, *, limit: int = 4) -> list[Treffer]:
    """People outside the school by name, organisation or notes; those who were put away are not found."""
    rows = _rows(archive, _CONTACTEN, text, "contact", None, limit)
    return [Treffer("contact", row["id"], row["naam"], onder=row["organisatie"] or row["bestuur"]) for row in rows]


def besprekingen(archive: Archive, text: str, *, limit: int = 4) -> list[Treffer]:
    """Meetings whose subject or group has these words: the first one that is not held yet, then the latest."""
    wanted = [_fold(word) for word in words_of(text)]
    found = []
    for row in archive.query(_BESPREKINGEN):
        treffer = Treffer("bespreking", row["id"], row["onderwerp"] or _meeting_of(row["groep"]),
                          datum=_day(row["datum"]), onder=row["groep"] or "")  # fmt: skip
        inside = [_fold(word) for word in words_of(f"bespreking agenda {treffer.titel} {treffer.onder}")]
        if wanted and all(any(word.startswith(each) for word in inside) for each in wanted):
            found.append(treffer)
    return found[:limit]


def _rows(archive: Archive, sql: str, text: str, kind: str, only: str | None, limit: int, **values: Any) -> list[Any]:
    query = match(text, kind)
    if not query:
        return []
    return archive.query(
        sql, {"query": query, "only": only, "limit": limit, "begin": "", "candidates": CANDIDATES, **values}
    )


def _leerling(row: Any) -> Treffer:
    left = "niet meer op school" if row["gearchiveerd_op"] else ""
    return Treffer("leerling", row["id"], _name(row), row["id"], onder=left or row["groep"] or "")


def _formulier(row: Any) -> Treffer:
    day, soort = _day(row["datum"]), soortnaam(row["soort"])
    fragment = row["fragment"].replace("_", " ")  # a choice is kept by its id: with spaces that reads as its words
    return Treffer("formulier", row["id"], _name(row), row["leerling"], day, soort, fragment)


def _afspraak(row: Any) -> Treffer:
    return Treffer("afspraak", row["id"], _name(row), row["leerling"], _day(row["voor"]), fragment=row["fragment"])


def _route(row: Any) -> Treffer:
    state = "route, beëindigd" if row["beeindigd_op"] else "ondersteuningsroute"
    return Treffer("route", row["id"], _name(row), row["leerling"], _day(row["begonnen_op"]), state, row["fragment"])


def _consult(row: Any) -> Treffer:
    state = f"consult, {CONSULT_STATUSSEN[row['status']]}"
    return Treffer("consult", row["id"], _name(row), row["leerling"], _day(row["begonnen_op"]), state)


def _bijlage(row: Any) -> Treffer:
    return Treffer(row["waar"], row["plek"], _name(row), row["leerling"], fragment=row["fragment"])


def _name(row: Any) -> str:
    first = row["roepnaam"] or row["voornamen"].split(" ")[0]
    return volledige_naam(first, row["voorvoegsel"], row["achternaam"])


def _meeting_of(group: str | None) -> str:
    return f"Leerlingbespreking {group}" if group else "Leerlingbespreking"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


_SNIPPET = f"snippet(zoek, 1, '{FOUND_BEGIN}', '{FOUND_END}', '…', 12) AS fragment"

_LEERLINGEN = """
    SELECT l.id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.gearchiveerd_op, g.naam AS groep
    FROM (SELECT rowid AS nummer FROM zoek WHERE zoek MATCH :query LIMIT :candidates) gevonden
    JOIN zoekbaar z ON z.nummer = gevonden.nummer
    JOIN leerling l ON l.id = z.record
    LEFT JOIN groep g ON g.id = l.groep
    WHERE :only IS NULL OR l.id = :only
    ORDER BY l.gearchiveerd_op IS NOT NULL, NOT (l.roepnaam LIKE :begin OR l.achternaam LIKE :begin), l.sorteernaam
    LIMIT :limit"""

_FORMULIEREN = f"""
    SELECT f.id, f.soort, f.datum, f.leerling, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, {_SNIPPET}
    FROM zoek
    JOIN zoekbaar z ON z.nummer = zoek.rowid
    JOIN formulier f ON f.id = z.record
    JOIN leerling l ON l.id = f.leerling
    WHERE zoek MATCH :query AND (:only IS NULL OR f.leerling = :only) AND l.verwijderd_op IS NULL
    ORDER BY zoek.rowid DESC LIMIT :limit"""

_AFSPRAKEN = f"""
    SELECT a.id, a.voor, a.leerling, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, {_SNIPPET}
    FROM zoek
    JOIN zoekbaar z ON z.nummer = zoek.rowid
    JOIN afspraak a ON a.id = z.record
    JOIN leerling l ON l.id = a.leerling
    WHERE zoek MATCH :query AND (:only IS NULL OR a.leerling = :only) AND l.verwijderd_op IS NULL
    ORDER BY zoek.rowid DESC LIMIT :limit"""

_BIJLAGEN = f"""
    SELECT b.leerling, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, {_SNIPPET},
        iif(c.id IS NOT NULL, 'consult', iif(r.id IS NOT NULL OR m.id IS NOT NULL, 'route', 'leerling')) AS waar,
        coalesce(c.id, r.id, m.route, b.leerling) AS plek
    FROM zoek
    JOIN zoekbaar z ON z.nummer = zoek.rowid
    JOIN bijlage b ON b.id = z.record
    JOIN leerling l ON l.id = b.leerling
    LEFT JOIN consult c ON c.id = b.van
    LEFT JOIN route r ON r.id = b.van
    LEFT JOIN mpo m ON m.id = b.van
    WHERE zoek MATCH :query AND (:only IS NULL OR b.leerling = :only) AND l.verwijderd_op IS NULL
    ORDER BY zoek.rowid DESC LIMIT :limit"""

_ROUTES = {
    kind: f"""
    SELECT r.id, r.leerling, r.begonnen_op, r.beeindigd_op,
        l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, {_SNIPPET}
    FROM zoek
    JOIN zoekbaar z ON z.nummer = zoek.rowid
    JOIN {kind} k ON k.id = z.record
    JOIN route r ON r.id = k.{column}
    JOIN leerling l ON l.id = r.leerling
    WHERE zoek MATCH :query AND (:only IS NULL OR r.leerling = :only) AND l.verwijderd_op IS NULL
    ORDER BY zoek.rowid DESC LIMIT :limit"""
    for kind, column in (("route", "id"), ("routestap", "route"), ("mpo", "route"))
}

_GROEPEN = """
    SELECT g.id, g.naam, g.schooljaar FROM zoek
    JOIN zoekbaar z ON z.nummer = zoek.rowid
    JOIN groep g ON g.id = z.record
    WHERE zoek MATCH :query AND g.opgeheven_op IS NULL
    ORDER BY g.schooljaar DESC, g.naam LIMIT :limit"""

_CONTACTEN = """
    SELECT c.id, c.naam, c.organisatie, c.bestuur FROM zoek
    JOIN zoekbaar z ON z.nummer = zoek.rowid
    JOIN contact c ON c.id = z.record
    WHERE zoek MATCH :query AND c.gearchiveerd_op IS NULL ORDER BY c.naam COLLATE NOCASE LIMIT :limit"""

_BESPREKINGEN = """
    SELECT b.id, b.datum, b.onderwerp, g.naam AS groep FROM bespreking b LEFT JOIN groep g ON g.id = b.groep
    WHERE b.verwijderd_op IS NULL ORDER BY b.gehouden, iif(b.gehouden, '', b.datum), b.datum DESC LIMIT 300"""
