"""Which pupils belong to which group in a school year: now by the pupil, of earlier years by what was kept then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.models.leerling import Plan
from app.models.records import covers
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.schooljaren import dit_schooljaar

_NU = """
    SELECT id AS leerling, groep, jaargroep FROM leerling
    WHERE groep IS NOT NULL AND gearchiveerd_op IS NULL AND verwijderd_op IS NULL"""

_TOEN = "SELECT leerling, groep, jaargroep FROM plaatsing WHERE schooljaar = :schooljaar AND verwijderd_op IS NULL"


@dataclass(frozen=True, slots=True)
class Bijzonder:
    """What makes pupils differ in the conversations they need.

    Attributes:
        eigen: ids of parents with conversations of their own, by pupil.
        samen: pupils among those with another parent besides.
        plannen: plans of pupils, by pupil; groepsplannen are none.
    """

    eigen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    samen: frozenset[str] = frozenset()
    plannen: Mapping[str, Sequence[Plan]] = field(default_factory=dict)

    def plansoorten(self, leerling: str, van: date, tot: date) -> set[str]:
        """Kinds of plan that a pupil has at some time in a period."""
        plannen = self.plannen.get(leerling, ())
        return {each.soort for each in plannen if covers(None, each.tot, van) and covers(each.van, None, tot)}


def leden_sql(archive: Archive, schooljaar: str, today: date) -> str:
    """A query for `leerling, groep, jaargroep` of all pupils of a school year; it takes `:schooljaar`."""
    return _NU if schooljaar == dit_schooljaar(archive, today) else _TOEN


def groepen_van(archive: Archive, schooljaar: str, today: date) -> list[Groep]:
    """The groups of a school year, youngest first, also those that no longer exist.

    In the present year a group without a year of its own counts too.
    """
    now = schooljaar == dit_schooljaar(archive, today)
    found = archive.all(Groep, schooljaar=schooljaar) + (archive.all(Groep, schooljaar="") if now else [])
    return sorted(
        (each for each in found if not (now and each.opgeheven_op)),
        key=lambda each: (min(each.jaargroepen, default=each.naam), each.naam),
    )


def jaargroepen_van(archive: Archive, schooljaar: str, today: date) -> frozenset[str]:
    """The years that a school has in a school year: those of its groups, and of the pupils in them."""
    taught = {year for each in groepen_van(archive, schooljaar, today) for year in each.jaargroepen}
    leden = leden_sql(archive, schooljaar, today)
    rows = archive.query(f"SELECT DISTINCT jaargroep FROM ({leden})", {"schooljaar": schooljaar})
    return frozenset({*taught, *(row["jaargroep"] for row in rows)})


def bijzonder(archive: Archive, van: date, tot: date, leerling: str | None = None) -> Bijzonder:
    """What is particular about pupils, of all or of one; few rows whatever the size of the school.

    Parameters:
        van, tot: of the plans, those that run at some time in this period.
    """
    eigen: dict[str, list[str]] = {}
    where = "" if leerling is None else " AND leerling = :leerling"
    values = {"leerling": leerling, "van": van.isoformat(), "tot": tot.isoformat()}
    for row in archive.query(_EIGEN + where, values):
        eigen.setdefault(row["leerling"], []).append(row["ouder"])
    plannen: dict[str, list[Plan]] = {}
    for row in archive.query(_PLANNEN + where, values):
        plannen.setdefault(row["leerling"], []).append(to_record(Plan, row))
    samen = {row["leerling"] for row in archive.query(_SAMEN)} if eigen else set()
    return Bijzonder(eigen, frozenset(samen & set(eigen)), plannen)


_EIGEN = """SELECT leerling, ouder FROM ouderschap WHERE verwijderd_op IS NULL AND eigen_gesprek = 1"""
_SAMEN = """
    SELECT DISTINCT other.leerling FROM ouderschap own JOIN ouderschap other ON other.leerling = own.leerling
    WHERE own.eigen_gesprek = 1 AND own.verwijderd_op IS NULL
        AND other.eigen_gesprek = 0 AND other.verwijderd_op IS NULL"""
_PLANNEN = """
    SELECT * FROM plan WHERE verwijderd_op IS NULL AND leerling IS NOT NULL
        AND (tot IS NULL OR tot >= :van) AND (van IS NULL OR van <= :tot)"""
