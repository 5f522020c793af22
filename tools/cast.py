"""Who and what of the Proefschool is shown: found by what it has, so that the school's data may change."""

from dataclasses import dataclass

from app.storage.archive import Archive

MEETING = "SELECT id FROM bespreking WHERE verwijderd_op IS NULL AND gehouden = {held} ORDER BY datum {order} LIMIT 1"
A6 = "soort = 'leerlingbespreking'"
PUPIL = (
    f"SELECT leerling AS id FROM formulier WHERE {A6} AND verwijderd_op IS NULL AND vastgesteld_op IS NOT NULL "
    "GROUP BY leerling ORDER BY COUNT(DISTINCT stam) DESC, leerling LIMIT 1"
)
CLOSED = (
    f"SELECT f.id FROM formulier f WHERE f.{A6} AND f.verwijderd_op IS NULL AND f.vastgesteld_op IS NOT NULL "
    f"AND f.leerling = ({PUPIL}) ORDER BY f.datum DESC, f.versie DESC LIMIT 1"
)
DUE = (
    f"SELECT f.id FROM formulier f JOIN afspraak a ON a.formulier = f.stam WHERE f.{A6} AND f.verwijderd_op IS NULL "
    "AND f.vastgesteld_op IS NOT NULL AND a.soort = 'evaluatie' AND a.staat = 'open' AND a.verwijderd_op IS NULL "
    "ORDER BY a.voor, f.versie DESC LIMIT 1"
)
OPEN = (
    f"SELECT id FROM formulier WHERE {A6} AND verwijderd_op IS NULL AND vastgesteld_op IS NULL "
    "ORDER BY LENGTH(antwoorden) DESC LIMIT 1"
)
SECOND = f"SELECT id FROM formulier WHERE {A6} AND verwijderd_op IS NULL AND versie > 1 ORDER BY datum DESC LIMIT 1"
TALKED = (
    f"SELECT f.id FROM formulier f JOIN gesprek c ON c.formulier = f.stam WHERE NOT f.{A6} AND f.verwijderd_op IS NULL "
    "AND f.vastgesteld_op IS {closed} NULL ORDER BY f.datum DESC LIMIT 1"
)
INVITED = (
    "SELECT id FROM gesprek WHERE staat = 'gepland' AND tijd <> '' AND verwijderd_op IS NULL ORDER BY datum LIMIT 1"
)
GROUP = "SELECT groep AS id FROM leerling WHERE groep IS NOT NULL GROUP BY groep ORDER BY COUNT(*) DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Cast:
    """Ids of what is shown.

    Attributes:
        leerling: the pupil with the most besprekingen.
        groep: the largest group.
        komend, gehouden: the meeting that comes first, and the one that was held last.
        open: the form in which most was filled in before it was closed.
        vastgesteld: the last form of `leerling`; te_evalueren: one whose evaluation is due first.
        verbeterd: a form that has an earlier version.
        gesprek_open, gesprek_klaar: the form of a conversation that is not done, and the last one that is.
        gepland: the first conversation that is planned.
    """

    leerling: str
    groep: str
    komend: str
    gehouden: str
    open: str
    vastgesteld: str
    te_evalueren: str
    verbeterd: str
    gesprek_open: str
    gesprek_klaar: str
    gepland: str


def find_cast(archive: Archive) -> Cast:
    """Look them up.

    Raises:
        LookupError: the Proefschool has no such thing.
    """

    def one(name: str, sql: str) -> str:
        found = archive.query(sql)
        if not found:
            raise LookupError(f"the Proefschool has no {name} to show")
        return str(found[0]["id"])

    return Cast(
        leerling=one("leerling", PUPIL),
        groep=one("groep", GROUP),
        komend=one("komende bespreking", MEETING.format(held=0, order="ASC")),
        gehouden=one("gehouden bespreking", MEETING.format(held=1, order="DESC")),
        open=one("open formulier", OPEN),
        vastgesteld=one("vastgesteld formulier", CLOSED),
        te_evalueren=one("formulier met open evaluatie", DUE),
        verbeterd=one("verbeterd formulier", SECOND),
        gesprek_open=one("open gespreksverslag", TALKED.format(closed="")),
        gesprek_klaar=one("gespreksverslag", TALKED.format(closed="NOT")),
        gepland=one("gepland gesprek", INVITED),
    )
