"""Who could be discussed: the pupils of a group or of a search, each with the reason that the archive already knows."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.models.datums import kort
from app.models.namen import volledige_naam
from app.storage import zoeken
from app.storage.archive import Archive

VANAF_NIVEAU = 2
"""From this support level on a pupil is proposed for a meeting."""

LOOK_AHEAD_DAYS = 7
"""An evaluation that falls this soon after the meeting is better held in it."""

MOST = 100
MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A pupil who could be on the agenda.

    Attributes:
        groep: name of the pupil's group, or empty.
        reden: the proposed reason; empty when nothing asks for this pupil.
    """

    leerling: str
    naam: str
    groep: str = ""
    reden: str = ""


def van_groep(archive: Archive, groep_id: str, meeting: date, today: date) -> list[Kandidaat]:
    """The pupils of a group; those with a reason first, each part by name."""
    found = _read(archive, "l.groep = :groep", meeting, today, groep=groep_id)
    return sorted(found, key=lambda each: not each.reden)


def van_school(archive: Archive, meeting: date, today: date) -> list[Kandidaat]:
    """The pupils of the whole school for whom there is a reason, at most `MOST`."""
    return [each for each in _read(archive, _SOMETHING, meeting, today) if each.reden]


def gezocht(archive: Archive, text: str, meeting: date, today: date, groep_id: str = "") -> list[Kandidaat]:
    """Pupils at school whose name has these words: those of the group first, each part with the best match first."""
    own = {row["id"] for row in archive.query("SELECT id FROM leerling WHERE groep = :groep", {"groep": groep_id})}
    ids = [each.id for each in zoeken.leerlingen(archive, text, limit=MOST)]
    ids = sorted(ids, key=lambda each: each not in own)[:MOST_FOUND]
    found = _read(archive, "l.id IN (SELECT value FROM json_each(:ids))", meeting, today, ids=json.dumps(ids))
    return sorted(found, key=lambda each: ids.index(each.leerling))


def _read(archive: Archive, scope: str, meeting: date, today: date, **values: Any) -> list[Kandidaat]:
    until = max(meeting, today) + timedelta(LOOK_AHEAD_DAYS)
    days = {"vandaag": today.isoformat(), "tot": until.isoformat(), "niveau": VANAF_NIVEAU, "most": MOST}
    return [_kandidaat(row, today) for row in archive.query(_KANDIDATEN.format(scope=scope), {**days, **values})]


def _kandidaat(row: Any, today: date) -> Kandidaat:
    first = row["roepnaam"] or row["voornamen"].split(" ")[0]
    naam = volledige_naam(first, row["voorvoegsel"], row["achternaam"])
    return Kandidaat(row["id"], naam, row["groep"] or "", _reason(row, today))


def _reason(row: Any, today: date) -> str:
    parts = []
    if (row["niveau"] or 0) >= VANAF_NIVEAU:
        parts.append(f"niveau {row['niveau']}")
    if row["evaluatie"]:
        parts.append(f"evaluatie van {kort(date.fromisoformat(row['evaluatie']), today)}")
    if row["te_laat"]:
        parts.append("1 afspraak te laat" if row["te_laat"] == 1 else f"{row['te_laat']} afspraken te laat")
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


_SOMETHING = """(
    l.id IN (SELECT leerling FROM niveau WHERE niveau >= :niveau AND verwijderd_op IS NULL)
    OR l.id IN (SELECT leerling FROM afspraak WHERE staat = 'open' AND voor <= :tot AND verwijderd_op IS NULL)
)"""

_KANDIDATEN = """
    SELECT l.id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.sorteernaam, g.naam AS groep,
        (SELECT n.niveau FROM niveau n
         WHERE n.leerling = l.id AND n.vanaf <= :vandaag AND n.verwijderd_op IS NULL
         ORDER BY n.vanaf DESC, n.id DESC LIMIT 1) AS niveau,
        (SELECT min(a.voor) FROM afspraak a
         WHERE a.leerling = l.id AND a.staat = 'open' AND a.soort = 'evaluatie' AND a.voor <= :tot
            AND a.verwijderd_op IS NULL) AS evaluatie,
        (SELECT count(*) FROM afspraak a
         WHERE a.leerling = l.id AND a.staat = 'open' AND a.soort = 'afspraak' AND a.voor < :vandaag
            AND a.verwijderd_op IS NULL) AS te_laat
    FROM leerling l LEFT JOIN groep g ON g.id = l.groep
    WHERE l.verwijderd_op IS NULL AND l.gearchiveerd_op IS NULL AND {scope}
    ORDER BY l.sorteernaam LIMIT :most"""
