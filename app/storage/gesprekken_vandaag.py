"""Conversations on the first page: those of these days, and what the year asks for now."""

from datetime import date, timedelta
from typing import NamedTuple

from app.models.namen import volledige_naam
from app.storage.archive import Archive
from app.storage.gesprekstaken import TE_LAAT, Gesprekstaak, taken
from app.storage.schooljaren import beleid_van, dit_schooljaar, jaarplan

LOOK_AHEAD = timedelta(7)
MOST = 30


class KomendGesprek(NamedTuple):
    """A planned conversation, or those of one group on one day together.

    Attributes:
        id: of the one conversation; empty when there are more.
        titel: name of the pupil, or of the group.
        over: what it is about.
        aantal: how many.
        moment, groep: where the list of them is; empty for one by itself.
    """

    id: str
    titel: str
    over: str
    datum: date
    tijd: str
    aantal: int
    moment: str = ""
    groep: str = ""


class GesprekkenNu(NamedTuple):
    """All that the first page says of conversations.

    Attributes:
        komend: by day and time.
        taken: what asks for something, the latest first.
    """

    komend: tuple[KomendGesprek, ...]
    taken: tuple[Gesprekstaak, ...]

    @property
    def te_laat(self) -> int:
        """How many of the tasks are overdue."""
        return sum(each.ernst == TE_LAAT for each in self.taken)


def gesprekken_nu(archive: Archive, day: date) -> GesprekkenNu:
    """Read what the first page says of conversations.

    Raises:
        Refused: the school's own policy can't be read; the sentence names the place.
    """
    year = dit_schooljaar(archive, day)
    plan = jaarplan(archive, year)
    return GesprekkenNu((*_los(archive, day), *_samen(archive, day, year)), taken(archive, plan, day))


def _los(archive: Archive, day: date) -> list[KomendGesprek]:
    rows = archive.query(_LOS, (day.isoformat(), (day + LOOK_AHEAD).isoformat(), MOST))
    return [
        KomendGesprek(
            row["id"],
            volledige_naam(row["roepnaam"] or row["voornamen"].split(" ")[0], row["voorvoegsel"], row["achternaam"]),
            row["aanleiding"] or ("over het OPP" if row["extra"] else ""),
            date.fromisoformat(row["datum"]),
            row["tijd"],
            1,
        )
        for row in rows
    ]


def _samen(archive: Archive, day: date, year: str) -> list[KomendGesprek]:
    """Of a moment the group counts, not each pupil."""
    beleid = beleid_van(archive, year)
    found = []
    for row in archive.query(_SAMEN, (day.isoformat(), (day + LOOK_AHEAD).isoformat(), MOST)):
        moment = beleid.moment(row["moment"])
        found.append(
            KomendGesprek(
                "",
                row["naam"] or "",
                moment[1].titel.lower() if moment else "",
                date.fromisoformat(row["datum"]),
                row["eerste"],
                row["aantal"],
                row["moment"],
                row["groep"] or "",
            )
        )
    return found


_LOS = """
    SELECT c.id, c.datum, c.tijd, c.aanleiding, c.extra, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam
    FROM gesprek c INDEXED BY gesprek_gepland JOIN leerling l ON l.id = c.leerling
    WHERE c.staat = 'gepland' AND c.verwijderd_op IS NULL AND c.datum BETWEEN ? AND ?
        AND (c.moment = '' OR c.extra <> '') AND l.verwijderd_op IS NULL
    ORDER BY c.datum, c.tijd, c.id LIMIT ?"""
_SAMEN = """
    SELECT c.datum, c.moment, c.groep, g.naam, min(c.tijd) AS eerste, count(*) AS aantal
    FROM gesprek c INDEXED BY gesprek_gepland LEFT JOIN groep g ON g.id = c.groep
    WHERE c.staat = 'gepland' AND c.verwijderd_op IS NULL AND c.datum BETWEEN ? AND ?
        AND c.moment <> '' AND c.extra = ''
    GROUP BY c.datum, c.moment, c.groep ORDER BY c.datum, eerste LIMIT ?"""
