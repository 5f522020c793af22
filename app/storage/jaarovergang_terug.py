"""Taking back a whole new school year, as long as nothing hangs on it yet.

The history tells what the roll-over wrote: all revisions under its mark, up to the one of the school's year.
"""

import json
from datetime import date
from typing import Any, NamedTuple

from app.models.kinds import KINDS
from app.models.school import School
from app.storage.archive import Archive, now
from app.storage.codec import codecs
from app.storage.errors import Refused
from app.storage.jaarovergang import MERK
from app.storage.revisions import Revision
from app.storage.school import the_school

TERUG = " (jaarovergang teruggedraaid)"

SOORTEN = ("school", "vervanging", "plan", "plaatsing", "leerling", "groep")
"""Kinds of record that a roll-over writes and that are taken back; what was chosen for the new year itself stays."""


class Gedaan(NamedTuple):
    """The last roll-over.

    Attributes:
        van, naar: the year that ended and the one that began.
        op: the day on which it was done.
        door: who did it.
        bezwaar: why it can't be taken back any more, in a sentence; empty when it can.
    """

    van: str
    naar: str
    op: date
    door: str
    bezwaar: str


class _Greep(NamedTuple):
    """The revisions of one roll-over: after the one clock, up to and including the other."""

    na: str
    tot: str
    van: str
    naar: str
    slot: Revision


def gedaan(archive: Archive) -> Gedaan | None:
    """The last roll-over, unless it was taken back or another year was filled in since."""
    greep = _greep(archive)
    if greep is None:
        return None
    author = greep.slot.author.removesuffix(MERK)
    return Gedaan(greep.van, greep.naar, greep.slot.moment.astimezone().date(), author, _bezwaar(archive, greep))


def draai_terug(archive: Archive, author: str) -> None:
    """Bring everything back to how it was before the last roll-over.

    Raises:
        Refused: there is none, or the new year is in use.
        StorageError: the environment refused.
    """
    with archive.batch():
        greep = _greep(archive)
        if greep is None:
            raise Refused("Er is geen jaarovergang om terug te draaien.")
        if complaint := _bezwaar(archive, greep):
            raise Refused(complaint)
        for soort in SOORTEN:
            for record, values in _before(archive, soort, greep).items():
                archive.write(soort, record, values, author + TERUG)


def _greep(archive: Archive) -> _Greep | None:
    school = the_school(archive)
    history = archive.history(school.id, "schooljaar")
    if not history or not history[-1].author.endswith(MERK):
        return None
    earlier = [each.clock for each in history[:-1] if each.author.endswith(MERK)]
    before = history[-2].value if len(history) > 1 else School().schooljaar
    return _Greep(earlier[-1] if earlier else "", history[-1].clock, before, history[-1].value, history[-1])


def _bezwaar(archive: Archive, greep: _Greep) -> str:
    asked = {"na": greep.na, "tot": greep.tot, "naar": greep.naar, "merk": f"%{MERK}"}
    counts = [(archive.query(sql, asked)[0][0], *words) for sql, *words in _IN_GEBRUIK]
    found = [f"{count} {one if count == 1 else more}" for count, one, more in counts if count]
    if not found:
        return ""
    words = " en ".join(filter(None, (", ".join(found[:-1]), found[-1])))
    return f"Terugdraaien kan niet meer, want schooljaar {greep.naar} is al in gebruik: {words}."


def _before(archive: Archive, soort: str, greep: _Greep) -> dict[str, dict[str, Any]]:
    """By record that the roll-over wrote, the values that it had; what was made by it is deleted."""
    known = codecs(KINDS[soort])
    asked = {"na": greep.na, "tot": greep.tot, "merk": f"%{MERK}"}
    older = {row["id"] for row in archive.query(_OUDER.format(soort=soort), asked)}
    found: dict[str, dict[str, Any]] = {}
    for row in archive.query(_GESCHREVEN.format(soort=soort), asked):
        if row["record"] not in older:
            found[row["record"]] = {"verwijderd_op": now()}
            continue
        field = row["field"]
        old = known[field].default if row["oud"] is None else known[field].decode(json.loads(row["oud"]))
        found.setdefault(row["record"], {})[field] = old
    return found


_GESCHREVEN = """
    SELECT r.record, r.field, vorige.value AS oud FROM {soort} s JOIN revisie r ON r.record = s.id
    LEFT JOIN revisie vorige ON vorige.id = r.parent
    WHERE r.author LIKE :merk AND r.clock > :na AND r.clock <= :tot"""

# Each record is written once in a roll-over, so whatever else was said of it before the end was said before.
_OUDER = """
    SELECT s.id FROM {soort} s WHERE EXISTS (
        SELECT 1 FROM revisie b WHERE b.record = s.id AND b.clock <= :tot
        AND NOT (b.author LIKE :merk AND b.clock > :na))"""

_NIEUWE_GROEP = "SELECT id FROM groep WHERE schooljaar = :naar AND verwijderd_op IS NULL"
_DAARNA = """
    SELECT count(DISTINCT s.id) FROM {soort} s JOIN revisie r ON r.record = s.id
    JOIN revisie later ON later.record = s.id AND later.clock > :tot AND (later.field = r.field OR {heel})
    WHERE r.author LIKE :merk AND r.clock > :na AND r.clock <= :tot AND s.verwijderd_op IS NULL"""
_ERBIJ = """
    SELECT count(*) FROM {soort} s WHERE s.verwijderd_op IS NULL AND {waar} AND NOT EXISTS (
        SELECT 1 FROM revisie r WHERE r.record = s.id AND r.author LIKE :merk AND r.clock > :na AND r.clock <= :tot)"""
_IN_DE_GROEP = f"s.groep IN ({_NIEUWE_GROEP})"

_IN_GEBRUIK = (
    (
        "SELECT count(*) FROM gesprek WHERE schooljaar = :naar AND verwijderd_op IS NULL",
        *("gesprek", "gesprekken"),
    ),
    (_ERBIJ.format(soort="bespreking", waar=_IN_DE_GROEP), "leerlingbespreking", "leerlingbesprekingen"),
    (_ERBIJ.format(soort="leerling", waar=_IN_DE_GROEP), "leerling erbij", "leerlingen erbij"),
    (_ERBIJ.format(soort="groep", waar="s.schooljaar = :naar"), "groep erbij", "groepen erbij"),
    (_ERBIJ.format(soort="plan", waar=_IN_DE_GROEP), "groepsplan erbij", "groepsplannen erbij"),
    (_ERBIJ.format(soort="vervanging", waar=_IN_DE_GROEP), "vervanging erbij", "vervangingen erbij"),
    (_ERBIJ.format(soort="plannertaak", waar=_IN_DE_GROEP), "afgevinkte taak", "afgevinkte taken"),
    (_DAARNA.format(soort="leerling", heel="0"), "gewijzigde leerling", "gewijzigde leerlingen"),
    (_DAARNA.format(soort="groep", heel="s.schooljaar = :naar"), "gewijzigde groep", "gewijzigde groepen"),
    (_DAARNA.format(soort="plan", heel="1"), "gewijzigd groepsplan", "gewijzigde groepsplannen"),
    (_DAARNA.format(soort="vervanging", heel="1"), "gewijzigde vervanging", "gewijzigde vervangingen"),
)
"""What shows that the new year is in use: a query, and the words for one and for more."""
