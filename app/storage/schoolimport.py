"""The archive's side of an import: what it holds now, and writing what the user approved."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from app.models.kinds import KINDS
from app.models.leerling import Leerling
from app.models.school import Groep, Medewerker, School
from app.models.schoolimport.besluit import schrijfwerk
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.voorstel import Keuze, Voorstel
from app.storage.archive import Archive
from app.storage.codec import codecs
from app.storage.jaarovergang import MERK as OVERGANG
from app.storage.jaarovergang import leg_plaatsingen_vast

MERK = " (EDEXML)"
"""Stands behind the author's name in what an import writes, so that history and the next import can tell."""

_SOORTEN = ("school", "medewerker", "groep", "leerling")


class Afgebroken(Exception):
    """The user stopped the writing; nothing was written."""


def _never() -> bool:
    return False


def _nobody(_done: int, _total: int) -> None:
    """The listener to progress when nobody listens."""


def current(archive: Archive) -> Bestand:
    """What the archive holds of the school, its groups, pupils and staff; deleted records left out."""
    schools = archive.all(School)
    return Bestand(
        school=schools[0] if schools else None,
        groepen=tuple(archive.all(Groep)),
        leerlingen=tuple(archive.all(Leerling)),
        medewerkers=tuple(archive.all(Medewerker)),
        eerder=_earlier(archive),
    )


def apply(
    archive: Archive,
    voorstel: Voorstel,
    keuze: Keuze,
    author: str,
    *,
    cancelled: Callable[[], bool] = _never,
    progress: Callable[[int, int], None] = _nobody,
) -> Mapping[tuple[str, str], int]:
    """Write what the user approved: all of it, or nothing.

    Parameters:
        author: name of the user.
        cancelled: asked before each record and once before the commit.
        progress: told the records written and their number.

    Returns:
        Number of records by kind and action, e.g. `{("leerling", "nieuw"): 12}`.

    Raises:
        NietKlaar: a question is open, or a doubt has not been set aside.
        Afgebroken: `cancelled` said so.
        StorageError: the environment refused.
    """
    work = schrijfwerk(voorstel, keuze)
    with archive.batch():
        if any(each.soort == "school" and "schooljaar" in each.waarden for each in work):
            leg_plaatsingen_vast(archive, author + MERK)
        for number, each in enumerate(work):
            if cancelled():
                raise Afgebroken
            archive.write(each.soort, each.id, each.waarden, author + MERK)
            progress(number + 1, len(work))
        if cancelled():
            raise Afgebroken
    return Counter((each.soort, each.actie) for each in work)


def _earlier(archive: Archive) -> dict[str, dict[str, Any]]:
    """The value that an import wrote last, by record and field.

    What the school's own roll-over of the year wrote counts too: nobody typed those values one by one, so the file of
    the new year corrects them. A pupil or teacher of whom no import ever told stays one who was entered by hand.
    """
    found: dict[str, dict[str, Any]] = {}
    for soort in _SOORTEN:
        known = codecs(KINDS[soort])
        imported: set[str] = set()
        # By record, so that the index on revisions is used: forms fill most of that table.
        rows = archive.query(
            f"SELECT r.record, r.field, r.value, r.author FROM {soort} s JOIN revisie r ON r.record = s.id "
            "WHERE r.author LIKE ? OR r.author LIKE ? ORDER BY r.clock",
            ("%" + MERK, "%" + OVERGANG),
        )
        for row in rows:
            if row["author"].endswith(MERK):
                imported.add(row["record"])
            elif soort != "groep" and row["record"] not in imported:
                continue
            if row["field"] in known:
                decoded = known[row["field"]].decode(json.loads(row["value"]))
                found.setdefault(row["record"], {})[row["field"]] = decoded
    return found
