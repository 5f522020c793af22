"""What the conversations of a school year ask of whom, and by when: planners to open, reports to write, extra ones."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from app.models.datums import lang
from app.models.gesprek import Gesprek
from app.models.gespreksregels import verslag_uiterlijk
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.models.leerling import Leerling
from app.models.school import Groep, in_groep
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.gespreksdekking import Dekking, dekking, regels
from app.storage.leden import bijzonder, groepen_van, leden_sql
from app.storage.school import medewerkers

PLANNER, VERSLAG, AFVINKEN, GESPREK, EXTRA = "planner", "verslag", "afvinken", "gesprek", "extra"
TE_LAAT, DEZE_WEEK, OPEN = "te_laat", "deze_week", "open"

LOOK_AHEAD = timedelta(7)
"""A task shows itself this long before its day."""


class Gesprekstaak(NamedTuple):
    """Something to do.

    Attributes:
        soort: `planner`, `verslag`, `afvinken` (planned for a day that is over), `gesprek` (a moment is over and pupils
            are left) or `extra`.
        ernst: `te_laat`, `deze_week` or `open`.
        tekst: what to do, without a pupil's name, except for `extra`, which is about one pupil.
        wie: name of the teacher, or empty.
        voor: last day for it.
        aantal: of how many conversations.
        moment: id of the moment in the policy, or empty.
        groep: id of the group, or empty.
        leerling: id of the pupil it is about, or empty.
        gesprek: id of the one conversation it is about; only outside the moments, where there is no list of a group.
    """

    soort: str
    ernst: str
    tekst: str
    wie: str
    voor: date
    aantal: int = 1
    moment: str = ""
    groep: str = ""
    leerling: str = ""
    gesprek: str = ""


def taken(archive: Archive, plan: Jaarplan, today: date, grid: Dekking | None = None) -> tuple[Gesprekstaak, ...]:
    """All that asks for something now, the latest first.

    Parameters:
        grid: the coverage of the same year and day, when it was read already.
    """
    groepen = {each.id: each for each in groepen_van(archive, plan.schooljaar, today)}
    names = {each.id: each.naam for each in medewerkers(archive, ook_uit_dienst=True)}
    extra = list(_extra(archive, plan, today, groepen, names))
    apart = Counter((each.groep, each.moment) for each in extra)
    found = [
        *_verslagen(archive, plan, today, groepen, names),
        *_planners(archive, plan, today, groepen, names),
        *_afvinken(archive, plan, today, groepen, names),
        *_over(grid or dekking(archive, plan, today), plan, today, apart),
        *extra,
    ]
    order = (TE_LAAT, DEZE_WEEK, OPEN)
    return tuple(sorted(found, key=lambda each: (order.index(each.ernst), each.voor, each.wie, each.tekst)))


def te_laat_per_leerkracht(found: Iterable[Gesprekstaak]) -> dict[str, int]:
    """Overdue reports by name of the teacher, the most first; nobody's under an empty name."""
    counted: dict[str, int] = {}
    for each in found:
        if (each.soort, each.ernst) == (VERSLAG, TE_LAAT):
            counted[each.wie] = counted.get(each.wie, 0) + each.aantal
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def _verslagen(
    archive: Archive, plan: Jaarplan, today: date, groepen: Mapping[str, Groep], names: Mapping[str, str]
) -> Iterator[Gesprekstaak]:
    """Reports that miss, by teacher, group and moment together; apart those overdue, and each outside the moments."""
    heaps: dict[tuple[str, str, str, str, bool], list[date]] = {}
    for row in archive.query(_ZONDER_VERSLAG, (plan.schooljaar,)):
        gesprek = to_record(Gesprek, row)
        if gesprek.datum is not None:
            last = verslag_uiterlijk(gesprek.datum, plan.beleid, plan.kalender)
            alone = "" if gesprek.moment else gesprek.id
            key = (gesprek.medewerker or "", gesprek.groep or "", gesprek.moment, alone, last < today)
            heaps.setdefault(key, []).append(last)
    for (who, group, moment, alone, late), deadlines in heaps.items():
        last = min(deadlines)
        count = len(deadlines)
        title = _kind(plan, moment)
        where = f", {in_groep(groepen[group].naam)}" if group in groepen else ""
        words = f"{count} verslag{'en' if count > 1 else ''} {title}{where}"
        grave = TE_LAAT if late else _wanneer(last, today)
        yield Gesprekstaak(VERSLAG, grave, words, names.get(who, ""), last, count, moment, group, gesprek=alone)


def _planners(
    archive: Archive, plan: Jaarplan, today: date, groepen: Mapping[str, Groep], names: Mapping[str, str]
) -> Iterator[Gesprekstaak]:
    """Planners to open in the week before a moment, until the moment has begun."""
    done = {(row["moment"], row["groep"]) for row in archive.query(_GEOPEND, (plan.schooljaar,))}
    for moment in plan.momenten:
        opens = moment.planner_op
        if opens is None or moment.van is None or not opens - LOOK_AHEAD <= today <= moment.van:
            continue
        last = opens + timedelta(4 - opens.weekday())
        for groep in groepen.values():
            if _is_for(moment, groep) and (moment.basis, groep.id) not in done:
                who = ", ".join(names[each] for each in groep.leerkrachten if each in names)
                where = "Parro-planner" if moment.soort.planner == "parro" else "Planner"
                words = f"{where} openen voor {moment.titel.lower()}, {in_groep(groep.naam)}"
                yield Gesprekstaak(PLANNER, _wanneer(last, today), words, who, last, 1, moment.basis, groep.id)


def _afvinken(
    archive: Archive, plan: Jaarplan, today: date, groepen: Mapping[str, Groep], names: Mapping[str, str]
) -> Iterator[Gesprekstaak]:
    """Conversations that were planned for a day that is over, of which nobody said how it went."""
    for row in archive.query(_VERSTREKEN, (today.isoformat(), plan.schooljaar)):
        count, group = row["aantal"], row["groep"] or ""
        where = f", {in_groep(groepen[group].naam)}" if group in groepen else ""
        words = f"{count} {'geplande gesprekken' if count > 1 else 'gepland gesprek'} afvinken: "
        first = date.fromisoformat(row["eerste"])
        yield Gesprekstaak(
            AFVINKEN,
            DEZE_WEEK if today - first <= LOOK_AHEAD else TE_LAAT,
            f"{words}{_kind(plan, row['moment'])}{where}",
            names.get(row["medewerker"] or "", ""),
            first,
            count,
            row["moment"],
            group,
        )


def _over(grid: Dekking, plan: Jaarplan, today: date, apart: Counter[tuple[str, str]]) -> Iterator[Gesprekstaak]:
    """Obligatory moments that are over while pupils still have neither a conversation nor a plan for one.

    Parameters:
        apart: how many of those are named one by one already, by group and moment.
    """
    for row in grid.rijen:
        for (basis, _), cell in zip(grid.kolommen, row.cellen, strict=True):
            if cell is None or not (cell.verplicht and cell.dagen) or cell.dagen[-1] >= today:
                continue
            left = cell.nog - apart[row.groep, basis]
            if left > 0:
                who = "leerling" if left == 1 else "leerlingen"
                words = f"Nog {left} {who} te spreken: {_kind(plan, basis)}, {in_groep(row.naam)}"
                teachers = ", ".join(row.leerkrachten)
                yield Gesprekstaak(GESPREK, TE_LAAT, words, teachers, cell.dagen[-1], left, basis, row.groep)


def _extra(
    archive: Archive, plan: Jaarplan, today: date, groepen: Mapping[str, Groep], names: Mapping[str, str]
) -> Iterator[Gesprekstaak]:
    """Extra conversations (OPP) that are neither planned nor held while their moment is near or past."""
    special = bijzonder(archive, plan.kalender.eerste_dag, plan.kalender.laatste_dag)
    if not special.plannen:
        return
    filled = {tuple(row) for row in archive.query(_EXTRA, (plan.schooljaar,))}
    near = [each for each in plan.momenten if each.soort.extra_bij and each.van and each.van - 3 * LOOK_AHEAD <= today]
    for row in archive.query(leden_sql(archive, plan.schooljaar, today), {"schooljaar": plan.schooljaar}):
        for moment in near if row["leerling"] in special.plannen else ():
            if row["jaargroep"] not in moment.jaargroepen:
                continue
            for line in regels(row["leerling"], moment, special):
                if line.extra and (line.leerling, moment.basis, line.ouder, line.extra) not in filled:
                    yield _extra_taak(
                        archive, moment, line.leerling, line.extra, groepen.get(row["groep"]), names, today
                    )


def _extra_taak(
    archive: Archive,
    moment: Gespreksmoment,
    leerling_id: str,
    extra: str,
    groep: Groep | None,
    names: Mapping[str, str],
    today: date,
) -> Gesprekstaak:
    leerling = archive.get(Leerling, leerling_id)
    assert leerling is not None and moment.tot is not None
    who = ", ".join(names[each] for each in groep.leerkrachten if each in names) if groep else ""
    words = f"Extra gesprek over het {extra.upper()} van {leerling.naam}"
    return Gesprekstaak(
        EXTRA,
        _wanneer(moment.tot, today),
        words,
        who,
        moment.tot,
        1,
        moment.basis,
        groep.id if groep else "",
        leerling_id,
    )


def _is_for(moment: Gespreksmoment, groep: Groep) -> bool:
    return not groep.jaargroepen or any(year in moment.jaargroepen for year in groep.jaargroepen)


def _kind(plan: Jaarplan, moment: str) -> str:
    found = plan.beleid.moment(moment)
    return found[1].titel.lower() if found else "overig gesprek"


def _wanneer(last: date, today: date) -> str:
    if last < today:
        return TE_LAAT
    return DEZE_WEEK if last - today <= LOOK_AHEAD else OPEN


def in_woorden(taak: Gesprekstaak) -> str:
    """The teacher and the day of a task, to read under it."""
    day = f"had klaar moeten zijn op {lang(taak.voor)}" if taak.ernst == TE_LAAT else f"vóór {lang(taak.voor)}"
    return " · ".join(filter(None, (taak.wie, day)))


_ZONDER_VERSLAG = """
    SELECT * FROM gesprek INDEXED BY gesprek_zonder_verslag
    WHERE staat = 'gehouden' AND verslag_op IS NULL AND verwijderd_op IS NULL AND schooljaar = ?"""
_VERSTREKEN = """
    SELECT groep, moment, medewerker, min(datum) AS eerste, count(*) AS aantal
    FROM gesprek INDEXED BY gesprek_gepland
    WHERE staat = 'gepland' AND verwijderd_op IS NULL AND datum < ? AND schooljaar = ?
    GROUP BY groep, moment, medewerker"""
_GEOPEND = """
    SELECT moment, groep FROM plannertaak
    WHERE schooljaar = ? AND gedaan_op IS NOT NULL AND verwijderd_op IS NULL"""
_EXTRA = """
    SELECT leerling, moment, ouder, extra FROM gesprek
    WHERE schooljaar = ? AND extra <> '' AND verwijderd_op IS NULL AND staat IN ('gepland', 'gehouden', 'niet_nodig')"""
