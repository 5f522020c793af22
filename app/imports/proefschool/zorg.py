"""Support levels with their history, groepsplannen, handelingsplannen and OPP's of the Proefschool."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.imports.proefschool.bron import Bron
from app.imports.proefschool.mensen import Mensen
from app.models.ids import dated_id
from app.models.leerling import Niveau, Plan
from app.models.records import Record, covers


class Zorg:
    """Levels and plans.

    Attributes:
        groepsplannen: by the id of their group, the oldest first.
    """

    def __init__(self, bron: Bron, mensen: Mensen) -> None:
        self._bron = bron
        self._mensen = mensen
        self._table = bron.toml("ondersteuning.toml")
        school = bron.school()
        self.groepsplannen: dict[str | None, tuple[Plan, ...]] = {}
        for row in school["groep"]:
            groep = mensen.groepen[row["naam"]].id
            plans = (_groepsplan(groep, period, each) for period in school["periode"] for each in row["groepsplannen"])
            self.groepsplannen[groep] = tuple(plans)

    def records(self) -> Iterator[Record]:
        """All of them, each after what it refers to."""
        for plans in self.groepsplannen.values():
            yield from plans
        told = {row["naam"]: row for row in self._table["leerling"]}
        for naam, leerling in self._mensen.leerlingen.items():
            since = max(self._table["sinds"], leerling.instroomdatum or date.min)
            steps = [{"niveau": int(self._mensen.niveaus[naam] or 0), "vanaf": since}]
            row = told.get(naam, {})
            yield from (_niveau(leerling.id, step) for step in row.get("niveaus", steps))
            yield from self._plannen(leerling.id, leerling.groep, row)

    def _plannen(self, leerling: str, groep: str | None, row: dict[str, Any]) -> Iterator[Plan]:
        if "opp" in row:
            yield Plan(id=dated_id(row["opp"]["van"], leerling, "opp"), soort="opp", leerling=leerling, **row["opp"])
        for plan in row.get("handelingsplannen", ()):
            annexed_to = next(
                each
                for each in self.groepsplannen[groep]
                if each.onderwerp == plan["onderwerp"] and covers(each.van, each.tot, self._bron.vandaag)
            )
            assert annexed_to.van is not None
            yield Plan(
                id=dated_id(annexed_to.van, leerling, "handelingsplan", plan["onderwerp"]),
                leerling=leerling,
                groepsplan=annexed_to.id,
                van=annexed_to.van,
                tot=annexed_to.tot,
                **plan,
            )


def _groepsplan(groep: str, period: dict[str, date], onderwerp: str) -> Plan:
    van, tot = period["van"], period["tot"]
    plan_id = dated_id(van, groep, "groepsplan", onderwerp)
    return Plan(id=plan_id, soort="groepsplan", groep=groep, onderwerp=onderwerp, van=van, tot=tot)


def _niveau(leerling: str, step: dict[str, Any]) -> Niveau:
    return Niveau(id=dated_id(step["vanaf"], leerling, "niveau"), leerling=leerling, **step)
