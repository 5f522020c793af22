"""How far every group is with every moment of a school year: one row per group, one cell per moment."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from app.models.gespreksregels import Verwacht, te_laat_tot, verwacht
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.storage.archive import Archive
from app.storage.codec import Row
from app.storage.leden import Bijzonder, bijzonder, groepen_van, leden_sql
from app.storage.school import medewerkers


class Cel(NamedTuple):
    """One group at one moment.

    Attributes:
        verwacht: conversations that are needed or, where the moment is optional, possible.
        gepland, gehouden, niet_nodig: how many of those are so far.
        zonder_verslag: how many of those held have no report yet.
        te_laat: how many of those should have had one.
        dagen: the days of the moment for this group, all jaargroepen together.
    """

    verwacht: int
    gepland: int
    gehouden: int
    niet_nodig: int
    zonder_verslag: int
    te_laat: int
    verplicht: bool
    dagen: tuple[date, ...]

    @property
    def nog(self) -> int:
        """Conversations that are neither planned nor held nor found unneeded."""
        return max(self.verwacht - self.gepland - self.gehouden - self.niet_nodig, 0)

    @property
    def klaar(self) -> bool:
        """Whether there is nothing left to do."""
        return not (self.nog or self.gepland or self.zonder_verslag)


class Dekkingsrij(NamedTuple):
    """One group.

    Attributes:
        leerkrachten: names of its teachers; roepnamen: what they are called for short.
        leerlingen: how many pupils.
        cellen: one per column; None where the moment is for none of its pupils.
    """

    groep: str
    naam: str
    leerkrachten: tuple[str, ...]
    leerlingen: int
    cellen: tuple[Cel | None, ...]
    roepnamen: tuple[str, ...] = ()


class Dekking(NamedTuple):
    """The grid.

    Attributes:
        kolommen: `(id of the moment in the policy, short title)`, by date.
    """

    kolommen: tuple[tuple[str, str], ...]
    rijen: tuple[Dekkingsrij, ...]

    def totaal(self, moment: str) -> Cel | None:
        """All groups of one moment together; None when it is for nobody."""
        column = [key for key, _ in self.kolommen].index(moment)
        cells = [cell for row in self.rijen if (cell := row.cellen[column]) is not None]
        if not cells:
            return None
        return Cel(
            verwacht=sum(cell.verwacht for cell in cells),
            gepland=sum(cell.gepland for cell in cells),
            gehouden=sum(cell.gehouden for cell in cells),
            niet_nodig=sum(cell.niet_nodig for cell in cells),
            zonder_verslag=sum(cell.zonder_verslag for cell in cells),
            te_laat=sum(cell.te_laat for cell in cells),
            verplicht=any(cell.verplicht for cell in cells),
            dagen=tuple(sorted({day for cell in cells for day in cell.dagen})),
        )


def dekking(archive: Archive, plan: Jaarplan, today: date) -> Dekking:
    """Count for each group and moment.

    Parameters:
        plan: of the school year.
        today: decides which reports are overdue.
    """
    year = {"schooljaar": plan.schooljaar}
    leden = leden_sql(archive, plan.schooljaar, today)
    late = te_laat_tot(today, plan.beleid, plan.kalender).isoformat()
    counted = {
        (row["groep"], row["moment"]): row for row in archive.query(_COUNTS.format(leden), {**year, "laat": late})
    }
    pupils: dict[str, Counter[str]] = {}
    for row in archive.query(_PUPILS.format(leden), year):
        pupils.setdefault(row["groep"], Counter())[row["jaargroep"]] = row["aantal"]
    more = _meer(archive, plan, leden)
    staff = {each.id: each for each in medewerkers(archive, ook_uit_dienst=True)}
    rows = []
    for groep in groepen_van(archive, plan.schooljaar, today):
        years = pupils.get(groep.id, Counter())
        cells = tuple(
            _cel(plan, basis, years, more.get((groep.id, basis), 0), counted.get((groep.id, basis)))
            for basis, _ in plan.kolommen
        )
        teachers = [staff[each] for each in groep.leerkrachten if each in staff]
        full, short = tuple(each.naam for each in teachers), tuple(each.roepnaam or each.naam for each in teachers)
        rows.append(Dekkingsrij(groep.id, groep.naam, full, years.total(), cells, short))
    return Dekking(plan.kolommen, tuple(rows))


def _cel(plan: Jaarplan, basis: str, years: Counter[str], more: int, row: Row | None) -> Cel | None:
    for_them = {year: moment for year in years if (moment := plan.voor(basis, year))}
    if not for_them:
        return None
    days = tuple(sorted({day for moment in for_them.values() for day in moment.dagen}))
    return Cel(
        verwacht=sum(years[year] for year in for_them) + more,
        gepland=row["gepland"] if row else 0,
        gehouden=row["gehouden"] if row else 0,
        niet_nodig=row["niet_nodig"] if row else 0,
        zonder_verslag=row["zonder_verslag"] if row else 0,
        te_laat=row["te_laat"] if row else 0,
        verplicht=any(each.verplicht for each in for_them.values()),
        dagen=days,
    )


def _meer(archive: Archive, plan: Jaarplan, leden: str) -> Counter[tuple[str, str]]:
    """Conversations beyond one per pupil, by group and moment: for an OPP, and for parents who come apart."""
    special = bijzonder(archive, plan.kalender.eerste_dag, plan.kalender.laatste_dag)
    who = {*special.eigen, *special.plannen}
    more: Counter[tuple[str, str]] = Counter()
    if not who:
        return more
    for row in archive.query(leden, {"schooljaar": plan.schooljaar}):
        if row["leerling"] in who:
            for basis, _ in plan.kolommen:
                moment = plan.voor(basis, row["jaargroep"])
                if moment is not None:
                    more[row["groep"], basis] += len(regels(row["leerling"], moment, special)) - 1
    return more


def regels(leerling: str, moment: Gespreksmoment, special: Bijzonder) -> list[Verwacht]:
    """The conversations that one pupil needs at a moment."""
    kinds = special.plansoorten(leerling, moment.van, moment.tot) if moment.van and moment.tot else set()
    return verwacht(leerling, moment.soort, special.eigen.get(leerling, ()), leerling in special.samen, kinds)


# A line of a pupil that is filled twice, by mistake or after a move between groups, counts once.
_COUNTS = """
    WITH leden AS ({}), regel AS (
        SELECT leden.groep, gesprek.moment, gesprek.leerling, gesprek.ouder, gesprek.extra,
            max(staat = 'gehouden') AS gehouden, max(staat = 'gepland') AS gepland,
            max(staat = 'gehouden' AND verslag_op IS NULL) AS zonder,
            max(staat = 'gehouden' AND verslag_op IS NULL AND datum <= :laat) AS laat
        FROM gesprek JOIN leden ON leden.leerling = gesprek.leerling
        WHERE gesprek.schooljaar = :schooljaar AND gesprek.moment <> '' AND gesprek.verwijderd_op IS NULL
            AND staat IN ('gepland', 'gehouden', 'niet_nodig')
        GROUP BY leden.groep, gesprek.moment, gesprek.leerling, gesprek.ouder, gesprek.extra
    )
    SELECT groep, moment, sum(gehouden) AS gehouden, sum(gepland AND NOT gehouden) AS gepland,
        sum(NOT gehouden AND NOT gepland) AS niet_nodig, sum(zonder) AS zonder_verslag, sum(laat) AS te_laat
    FROM regel GROUP BY groep, moment"""

_PUPILS = "SELECT groep, jaargroep, count(*) AS aantal FROM ({}) GROUP BY groep, jaargroep"
