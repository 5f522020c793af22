"""Meetings with people from outside on the first page: planned MPO's, and appointments with a consulent."""

from datetime import date
from typing import Any, NamedTuple

from app.models.namen import volledige_naam
from app.storage.archive import Archive

MPO, CONSULT = "mpo", "consult"


class KomendOverleg(NamedTuple):
    """A meeting that is not held yet.

    Attributes:
        soort: `MPO` or `CONSULT`.
        id: of the pupil's route, or of the consult.
        naam: of the pupil it is filed under.
        anderen: how many other pupils it is about.
        groep: name of the pupil's group, or empty.
        tijd: `HH:MM`, or empty.
        bij: of an MPO where it is; of a consult the name of the consulent; or empty.
    """

    soort: str
    id: str
    naam: str
    anderen: int
    groep: str
    datum: date
    tijd: str
    bij: str


def overleggen(archive: Archive, since: date, most: int) -> tuple[KomendOverleg, ...]:
    """MPO's without an outcome and consults that were not held, by day and time.

    Parameters:
        since: first day that counts.
        most: how many at most.
    """
    return tuple(_overleg(row) for row in archive.query(_OVERLEGGEN, {"since": since.isoformat(), "most": most}))


def _overleg(row: Any) -> KomendOverleg:
    first = row["roepnaam"] or row["voornamen"].split(" ")[0]
    return KomendOverleg(
        soort=row["soort"],
        id=row["doel"],
        naam=volledige_naam(first, row["voorvoegsel"], row["achternaam"]),
        anderen=row["anderen"],
        groep=row["groep"] or "",
        datum=date.fromisoformat(row["datum"]),
        tijd=row["tijd"],
        bij=row["bij"] or "",
    )


# Minutes that were closed without an outcome say that the meeting was held just as well.
_OVERLEGGEN = f"""
    SELECT o.*, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, g.naam AS groep
    FROM (
        SELECT '{MPO}' AS soort, m.route AS doel, m.leerling, 0 AS anderen, m.datum, m.tijd, m.plaats AS bij
        FROM mpo m JOIN route r ON r.id = m.route AND r.beeindigd_op IS NULL AND r.verwijderd_op IS NULL
        WHERE m.datum >= :since AND m.uitkomst = '' AND m.verwijderd_op IS NULL
            AND NOT EXISTS (SELECT 1 FROM formulier f WHERE f.stam = m.formulier AND f.vastgesteld_op IS NOT NULL)
        UNION ALL
        SELECT '{CONSULT}', c.id, c.leerling, json_array_length(c.leerlingen) - 1,
            c.afspraak_op, c.afspraak_tijd, p.naam
        FROM consult c LEFT JOIN contact p ON p.id = c.consulent
        WHERE c.status = 'afspraak' AND c.afspraak_op >= :since AND c.verwijderd_op IS NULL
    ) AS o
    JOIN leerling l ON l.id = o.leerling AND l.verwijderd_op IS NULL AND l.gearchiveerd_op IS NULL
    LEFT JOIN groep g ON g.id = l.groep
    ORDER BY o.datum, o.tijd, o.doel LIMIT :most"""
