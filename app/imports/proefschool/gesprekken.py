"""Two school years of conversations of the Proefschool: all of last year's, this year's as far as it has come."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.imports.proefschool.bron import Bron
from app.imports.proefschool.jaar import jaarplan, studiedagen, vorig
from app.imports.proefschool.mensen import Mensen
from app.models.gesprek import OVERIG, Gesprek, Momentkeuze, Plannertaak
from app.models.gespreksregels import Verwacht, verwacht, wie_houdt
from app.models.ids import dated_id, derived_id
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.models.leerling import Leerling, Ouderschap, Plan
from app.models.records import Record, covers
from app.models.school import Groep
from app.models.schooljaar import Plaatsing

AFTERNOON = 13 * 60 + 30
"""Minutes after midnight at which the conversations of a day begin."""

PER_DAY = 8
REPORTED_AFTER = timedelta(3)


class Gesprekken:
    """Conversations, notes and ticks.

    Parameters:
        zorg: levels and plans of the pupils.
    """

    def __init__(self, bron: Bron, mensen: Mensen, zorg: list[Record]) -> None:
        self._bron, self._mensen = bron, mensen
        self._table = bron.toml("gesprekken.toml")
        self._eigen: dict[str, list[str]] = {}
        for tie in mensen.records():
            if isinstance(tie, Ouderschap) and tie.eigen_gesprek:
                self._eigen.setdefault(tie.leerling, []).append(tie.ouder)
        self._plannen = [each for each in zorg if isinstance(each, Plan) and each.leerling]
        regio = bron.school()["regio"]
        self._vrij = studiedagen(bron.schooljaar, self._table["studiedag"])
        self._plan = jaarplan(bron.schooljaar, regio, self._table["beleid"], self._vrij)
        self._vorig = jaarplan(vorig(bron.schooljaar), regio, self._table["beleid"])

    def records(self) -> Iterator[Record]:
        """All of them, each after what it refers to."""
        yield from self._vrij
        yield from self._vorig_jaar()
        done = [each for each in self._plan.momenten if each.tot and each.tot < self._bron.vandaag - timedelta(7)]
        for moment in self._plan.momenten:
            yield from self._moment(moment, last=bool(done) and moment is done[-1])
        yield from self._notities()
        yield from self._los()

    def _moment(self, moment: Gespreksmoment, *, last: bool) -> Iterator[Record]:
        """The conversations of this year at one moment; at the last one that is over something still misses."""
        miss = dict(self._table["verslagen_missen"]) if last else {}
        silent = self._table["nog_te_spreken"] if last else ()
        for naam, groep in self._mensen.groepen.items():
            pupils = [each for each in self._pupils(groep) if each.jaargroep in moment.jaargroepen]
            if pupils and moment.planner_op and moment.planner_op <= self._bron.vandaag:
                yield self._planner(moment, groep)
            lines = [line for each in pupils if each.naam not in silent for line in self._lines(each, moment)]
            for number, line in enumerate(lines):
                found = self._gesprek(self._plan, moment, groep, line, number)
                if found is None:
                    continue
                if found.staat == "gehouden" and miss.get(naam, 0) > 0 and number % 5 == 0:
                    miss[naam] -= 1
                    found = replace(found, verslag_op=None, verslag_elders=False, overgenomen_op=None)
                yield found

    def _vorig_jaar(self) -> Iterator[Record]:
        """Last year: the groups, who sat in them, and what was said then."""
        end = self._vorig.kalender.laatste_dag + timedelta(1)
        old = {
            naam: replace(
                groep,
                id=dated_id(self._vorig.kalender.eerste_dag, "groep", naam),
                schooljaar=self._vorig.schooljaar,
                bron_keys=(),
                opgeheven_op=end.isoformat(),
            )
            for naam, groep in self._mensen.groepen.items()
        }
        yield from old.values()
        seats: dict[str, list[tuple[Leerling, str]]] = {}
        for number, leerling in enumerate(self._mensen.leerlingen.values()):
            year = str(int(leerling.jaargroep) - 1)
            possible = [naam for naam, groep in old.items() if year in groep.jaargroepen]
            if possible:
                same = next((naam for naam in possible if self._mensen.groepen[naam].id == leerling.groep), None)
                seats.setdefault(same or possible[number % len(possible)], []).append((leerling, year))
        for naam, placed in seats.items():
            yield from self._zaten(old[naam], placed)

    def _zaten(self, groep: Groep, placed: list[tuple[Leerling, str]]) -> Iterator[Record]:
        plan = self._vorig
        for leerling, year in placed:
            yield Plaatsing(
                id=dated_id(plan.kalender.eerste_dag, "plaatsing", leerling.id),
                schooljaar=plan.schooljaar,
                leerling=leerling.id,
                groep=groep.id,
                jaargroep=year,
            )
        for moment in plan.momenten:
            if moment.verplicht:
                there = [each for each, year in placed if year in moment.jaargroepen]
                lines = (line for each in there for line in self._lines(each, moment))
                found = (self._gesprek(plan, moment, groep, line, number) for number, line in enumerate(lines))
                yield from (each for each in found if each is not None)

    def _gesprek(
        self, plan: Jaarplan, moment: Gespreksmoment, groep: Groep, line: Verwacht, number: int
    ) -> Gesprek | None:
        """The conversation of a line, or None while it has neither been held nor planned."""
        if not moment.dagen or (line.extra and number % 2):
            return None
        day = moment.dagen[number // PER_DAY % len(moment.dagen)]
        held = day <= self._bron.vandaag
        if not held and not (moment.planner_op and moment.planner_op <= self._bron.vandaag):
            return None
        start = AFTERNOON + number % PER_DAY * (moment.soort.minuten or 15)
        reported = (day + REPORTED_AFTER).isoformat() if held else None
        return Gesprek(
            id=dated_id(day, moment.sleutel, *(part or "" for part in line)),
            schooljaar=plan.schooljaar,
            soort=moment.soort.id,
            moment=moment.basis,
            leerling=line.leerling,
            groep=groep.id,
            extra=line.extra,
            ouder=line.ouder,
            medewerker=wie_houdt(groep, (), day),
            datum=day,
            tijd=f"{start // 60:02}:{start % 60:02}" if moment.soort.planner else "",
            minuten=moment.soort.minuten,
            staat="gehouden" if held else "gepland",
            bron="parro" if moment.soort.planner == "parro" else "",
            verslag_op=reported,
            verslag_elders=held,
            overgenomen_op=reported,
        )

    def _lines(self, leerling: Leerling, moment: Gespreksmoment) -> list[Verwacht]:
        kinds = {
            each.soort
            for each in self._plannen
            if each.leerling == leerling.id and moment.van and covers(each.van, each.tot, moment.van)
        }
        return verwacht(leerling.id, moment.soort, self._eigen.get(leerling.id, ()), False, kinds)

    def _planner(self, moment: Gespreksmoment, groep: Groep) -> Plannertaak:
        assert moment.planner_op is not None
        return Plannertaak(
            id=derived_id(self._plan.schooljaar, moment.basis, groep.id),
            schooljaar=self._plan.schooljaar,
            moment=moment.basis,
            groep=groep.id,
            gedaan_op=moment.planner_op.isoformat(),
        )

    def _pupils(self, groep: Groep) -> list[Leerling]:
        there = [each for each in self._mensen.leerlingen.values() if each.groep == groep.id]
        return sorted((each for each in there if not each.gearchiveerd_op), key=lambda each: each.sorteernaam)

    def _notities(self) -> Iterator[Momentkeuze]:
        year = self._plan.schooljaar
        for row in self._table["moment"]:
            yield Momentkeuze(
                id=derived_id(year, row["id"]),
                schooljaar=year,
                moment=row["id"],
                check_notitie=row["check"],
                act_notitie=row["act"],
            )

    def _los(self) -> Iterator[Gesprek]:
        """Conversations outside the moments."""
        groepen = {each.id: each for each in self._mensen.groepen.values()}
        for row in self._table["gesprek"]:
            leerling = self._mensen.leerlingen[row["leerling"]]
            yield self._overig(row, leerling, groepen[leerling.groep or ""])

    def _overig(self, row: dict[str, Any], leerling: Leerling, groep: Groep) -> Gesprek:
        day: date = row["op"]
        reported = day.isoformat() if row.get("verslag") else None
        return Gesprek(
            id=dated_id(day, OVERIG, leerling.id),
            schooljaar=self._plan.schooljaar,
            leerling=leerling.id,
            groep=groep.id,
            medewerker=wie_houdt(groep, (), day),
            datum=day,
            tijd=row.get("tijd", ""),
            minuten=row.get("minuten", 0),
            staat=row["staat"],
            reden=row.get("reden", ""),
            aanleiding=row["aanleiding"],
            aanwezig=tuple(row.get("aanwezig", ())),
            notitie=row.get("notitie", ""),
            verslag_op=reported,
            verslag_elders=bool(reported) and "notitie" not in row,
        )
