"""The list of all pupils: in pages by group and name, so that twenty thousand open as fast as two hundred."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.models.formuliersoort import LEERLINGBESPREKING
from app.models.namen import volledige_naam
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.school import groepen
from app.storage.zoeken import match

ALLE = "alle"
"""No choice of group: all of them."""

ZONDER = ""
"""The group of pupils who have none."""


@dataclass(frozen=True, slots=True)
class Zeef:
    """Which pupils to show.

    Attributes:
        groep: id of a group, `ZONDER` for pupils without one, or `ALLE`.
        niveau: support level, or None for any.
        tekst: words of the name; the last may be a beginning.
        ook_vertrokken: pupils who have left as well.
    """

    groep: str = ALLE
    niveau: int | None = None
    tekst: str = ""
    ook_vertrokken: bool = False


@dataclass(frozen=True, slots=True)
class LopendPlan:
    """A plan that runs: its kind (key of `PLANSOORTEN`) and its last day, None when it has no end."""

    soort: str
    tot: date | None


@dataclass(frozen=True, slots=True)
class LeerlingRij:
    """One pupil in the list.

    Attributes:
        sorteernaam: sorts the Dutch way, by surname.
        groep: name of the group, empty when there is none.
        niveau: support level today, None when none was set.
        plannen: handelingsplannen and OPP that run today.
        besproken: day of the last leerlingbespreking.
        open, te_laat: number of agreements that are open, and of those whose day has passed.
        vertrokken: whether the pupil has left.
    """

    id: str
    naam: str
    sorteernaam: str
    groep: str
    jaargroep: str
    geboortedatum: date | None
    niveau: int | None
    plannen: tuple[LopendPlan, ...]
    besproken: date | None
    open: int
    te_laat: int
    vertrokken: bool


@dataclass(frozen=True, slots=True)
class Verder:
    """Where the next page begins: the group, and the last pupil of the page before."""

    groep: int = 0
    sorteernaam: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """A part of the list; `verder` is None on the last page."""

    rijen: tuple[LeerlingRij, ...]
    verder: Verder | None


@dataclass(frozen=True, slots=True)
class GroepNiveaus:
    """How many pupils of a group are on which support level.

    Attributes:
        groep: id, `ZONDER` for pupils without a group.
        aantallen: number of pupils by level; those without a level are under None.
    """

    groep: str
    naam: str
    aantallen: dict[int | None, int] = field(default_factory=dict)

    @property
    def totaal(self) -> int:
        """All pupils of the group."""
        return sum(self.aantallen.values())


def bladzijde(archive: Archive, zeef: Zeef, dag: date, limit: int, vanaf: Verder | None = None) -> Bladzijde:
    """One page of the list: group by group, within it by surname.

    Parameters:
        zeef: which pupils.
        dag: today; decides on levels, plans and what is late.
        limit: at most so many pupils.
        vanaf: `verder` of the page before, None for the first one.
    """
    volgorde = _volgorde(archive, zeef)
    place = vanaf or Verder()
    rows: list[Any] = []
    for number in range(place.groep, len(volgorde)):
        after = place if number == place.groep else Verder()
        rows += archive.query(*_query(zeef, volgorde[number][0], dag, after, limit + 1 - len(rows)))
        if len(rows) > limit:
            last = rows[limit - 1]
            at = next(i for i, (groep, _) in enumerate(volgorde) if (groep or None) == last["groep"])
            verder = Verder(at, last["sorteernaam"], last["id"])
            return Bladzijde(_rijen(rows[:limit], volgorde), verder)
    return Bladzijde(_rijen(rows, volgorde), None)


def niveaus_per_groep(archive: Archive, dag: date) -> list[GroepNiveaus]:
    """How the pupils at school are spread over the support levels, group by group; groups without pupils left out."""
    found = {groep: GroepNiveaus(groep, naam) for groep, naam in _groepen(archive)}
    for row in archive.query(_PER_GROEP, {"dag": dag.isoformat()}):
        found[row["groep"] or ZONDER].aantallen[row["niveau"]] = row["aantal"]
    return [each for each in found.values() if each.totaal]


def keuzegroepen(archive: Archive) -> list[Groep]:
    """The groups a pupil can be in, by their youngest year."""
    return groepen(archive)


def _volgorde(archive: Archive, zeef: Zeef) -> list[tuple[str, str]]:
    """The groups to walk through: pairs of id and name."""
    found = _groepen(archive)
    words = match(zeef.tekst, "leerling")
    if words:  # a name is in few groups; to look in each of them would be to search as often
        here = {row["groep"] or ZONDER for row in archive.query(_GROEPEN_MET_NAAM, {"woorden": words})}
        found = [each for each in found if each[0] in here]
    return found if zeef.groep == ALLE else [each for each in found if each[0] == zeef.groep]


def _groepen(archive: Archive) -> list[tuple[str, str]]:
    """All groups by their youngest year, then pupils without one, then groups that no longer exist."""
    rows = archive.query("SELECT id, naam, jaargroepen, opgeheven_op, verwijderd_op FROM groep")
    gone = [row for row in rows if row["opgeheven_op"] or row["verwijderd_op"]]
    here = [row for row in rows if not (row["opgeheven_op"] or row["verwijderd_op"])]
    here.sort(key=lambda row: (min(json.loads(row["jaargroepen"] or "[]"), default=row["naam"]), row["naam"]))
    pairs = [(str(row["id"]), str(row["naam"])) for row in (*here, *gone)]
    return [*pairs[: len(here)], (ZONDER, "geen groep"), *pairs[len(here) :]]


def _query(zeef: Zeef, groep: str, dag: date, after: Verder, limit: int) -> tuple[str, dict[str, Any]]:
    where = ["l.groep IS :groep", "l.verwijderd_op IS NULL"]
    if not zeef.ook_vertrokken:
        where.append("l.gearchiveerd_op IS NULL")
    if zeef.niveau is not None:
        where.append(f"{_NIVEAU} = :niveau")
    if after.id:
        where.append("(l.sorteernaam, l.id) > (:sorteernaam, :na)")
    words = match(zeef.tekst, "leerling")
    if words:
        where.append(_NAMED)
    elif zeef.tekst.strip():
        where.append("0")  # only signs were typed; no name holds those
    sql = f"{_RIJ} WHERE {' AND '.join(where)} ORDER BY l.sorteernaam, l.id LIMIT :limit"
    values = {
        "groep": groep or None,
        "dag": dag.isoformat(),
        "niveau": zeef.niveau,
        "sorteernaam": after.sorteernaam,
        "na": after.id,
        "woorden": words,
        "limit": limit,
    }
    return sql, values


def _rijen(rows: Sequence[Any], volgorde: Sequence[tuple[str, str]]) -> tuple[LeerlingRij, ...]:
    names = {groep: naam for groep, naam in volgorde if groep}
    return tuple(_rij(row, names.get(row["groep"] or ZONDER, "")) for row in rows)


def _rij(row: Any, groep: str) -> LeerlingRij:
    roepnaam = row["roepnaam"] or row["voornamen"].split(" ")[0]
    return LeerlingRij(
        id=row["id"],
        naam=volledige_naam(roepnaam, row["voorvoegsel"], row["achternaam"]),
        sorteernaam=row["sorteernaam"],
        groep=groep,
        jaargroep=row["jaargroep"],
        geboortedatum=_day(row["geboortedatum"]),
        niveau=row["niveau"],
        plannen=_plannen(row["plannen"]),
        besproken=_day(row["besproken"]),
        open=row["open"],
        te_laat=row["te_laat"],
        vertrokken=row["gearchiveerd_op"] is not None,
    )


def _plannen(text: str | None) -> tuple[LopendPlan, ...]:
    pairs = (each.partition(":") for each in (text or "").split())
    found = {LopendPlan(soort, _day(tot)) for soort, _, tot in pairs}
    return tuple(sorted(found, key=lambda each: (each.soort != "opp", each.tot or date.max)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_NIVEAU = """(SELECT niveau FROM niveau n WHERE n.leerling = l.id AND n.vanaf <= :dag AND n.verwijderd_op IS NULL
        ORDER BY n.vanaf DESC, n.id DESC LIMIT 1)"""

_NAMED = """l.id IN (SELECT z.record FROM zoek JOIN zoekbaar z ON z.nummer = zoek.rowid WHERE zoek MATCH :woorden)"""

_GROEPEN_MET_NAAM = f"SELECT DISTINCT l.groep FROM leerling l WHERE {_NAMED}"

_RIJ = f"""
    SELECT l.id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.sorteernaam, l.groep, l.jaargroep,
        l.geboortedatum, l.gearchiveerd_op, {_NIVEAU} AS niveau,
        (SELECT max(f.datum) FROM formulier f WHERE f.leerling = l.id AND f.soort = '{LEERLINGBESPREKING}'
            AND f.verwijderd_op IS NULL) AS besproken,
        (SELECT count(*) FROM afspraak a WHERE a.leerling = l.id AND a.staat = 'open'
            AND a.verwijderd_op IS NULL) AS open,
        (SELECT count(*) FROM afspraak a WHERE a.leerling = l.id AND a.staat = 'open' AND a.voor < :dag
            AND a.verwijderd_op IS NULL) AS te_laat,
        (SELECT group_concat(p.soort || ':' || coalesce(p.tot, ''), ' ') FROM plan p
            WHERE p.leerling = l.id AND p.verwijderd_op IS NULL AND (p.van IS NULL OR p.van <= :dag)
            AND (p.tot IS NULL OR p.tot >= :dag)) AS plannen
    FROM leerling l"""

_PER_GROEP = f"""
    SELECT groep, niveau, count(*) AS aantal FROM (
        SELECT l.groep, {_NIVEAU} AS niveau FROM leerling l
        WHERE l.verwijderd_op IS NULL AND l.gearchiveerd_op IS NULL)
    GROUP BY groep, niveau"""
