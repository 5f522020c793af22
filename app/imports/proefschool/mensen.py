"""The people of the Proefschool: staff, groups, families, pupils and their parents."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from app.imports.proefschool.bron import Bron
from app.models.datums import plus_maanden
from app.models.ids import dated_id
from app.models.leerling import Gezin, Leerling, Ouder, Ouderschap
from app.models.namen import sorteernaam
from app.models.records import Record
from app.models.school import Groep, Medewerker, School

FIRST_DAY = date(2020, 8, 1)
"""Gives the people of the school ids that are older than all that happens there."""


class Mensen:
    """Everyone, and who they are by name.

    Attributes:
        groepen, leerlingen: by name; no two pupils of this school share one.
        niveaus: of each pupil by name, the support level 0 or 1; empty where it has a history.
    """

    def __init__(self, bron: Bron) -> None:
        self._bron = bron
        table = bron.school()
        self._school = School(
            id=_id("school"),
            schooljaar=bron.schooljaar,
            **{name: table[name] for name in ("naam", "plaats", "brin", "regio")},
        )
        self._staff = [_medewerker(number, each) for number, each in enumerate(table["medewerker"], 1)]
        self._staff_ids = {each.naam: each.id for each in self._staff}
        self.groepen = {each["naam"]: self._groep(number, each) for number, each in enumerate(table["groep"], 1)}
        self._rows = bron.csv("leerlingen.csv")
        self._children = Counter(row["gezin"] for row in self._rows)
        pupils = [self._leerling(number, row) for number, row in enumerate(self._rows, 1)]
        self.leerlingen = {each.naam: each for each in pupils}
        self.niveaus = {each.naam: row["niveau"] for each, row in zip(pupils, self._rows, strict=True)}

    def records(self) -> Iterator[Record]:
        """All of them, each after what it refers to."""
        yield self._school
        yield from self._staff
        yield from self.groepen.values()
        surnames = {row["gezin"]: row["achternaam"] for row in self._rows}
        for key, count in self._children.items():
            if count > 1:
                yield Gezin(id=_id("gezin", key), naam=surnames[key])
        yield from self.leerlingen.values()
        yield from self._ouders()

    def medewerker(self, naam: str) -> str:
        """Id of somebody of the staff."""
        return self._staff_ids[naam]

    def _groep(self, number: int, row: dict[str, Any]) -> Groep:
        return Groep(
            id=_id("groep", row["naam"]),
            naam=row["naam"],
            schooljaar=self._bron.schooljaar,
            jaargroepen=tuple(row["jaargroepen"]),
            leerkrachten=tuple(self._staff_ids[each] for each in row["leerkrachten"]),
            bron_keys=(f"G{number:02}",),
            dagen={day: self._staff_ids[each] for day, each in row.get("dagen", {}).items()},
        )

    def _leerling(self, number: int, row: dict[str, str]) -> Leerling:
        born = self._bron.verjaar(date.fromisoformat(row["geboren"]))
        left = self._bron.verschuif(date.fromisoformat(row["vertrokken"])) if row["vertrokken"] else None
        return Leerling(
            id=_id("leerling", f"{number:03}"),
            roepnaam=row["roepnaam"],
            voorvoegsel=row["tussenvoegsel"],
            achternaam=row["achternaam"],
            sorteernaam=sorteernaam(row["roepnaam"], row["tussenvoegsel"], row["achternaam"]),
            geboortedatum=born,
            geslacht=row["geslacht"],
            jaargroep=row["jaargroep"],
            groep=self.groepen[row["groep"]].id,
            gezin=_id("gezin", row["gezin"]) if self._children[row["gezin"]] > 1 else None,
            bron_key=f"L{number:03}",
            instroomdatum=_came_to_school(born),
            uitstroomdatum=left,
            gearchiveerd_op=left.isoformat() if left else None,
        )

    def _ouders(self) -> Iterator[Record]:
        children: dict[str, list[Leerling]] = {}
        for row, leerling in zip(self._rows, self.leerlingen.values(), strict=True):
            children.setdefault(row["gezin"], []).append(leerling)
        places: Counter[str] = Counter()
        for row in self._bron.csv("ouders.csv"):
            gezin = row["gezin"]
            known = {name: row[name] for name in ("naam", "telefoon", "email", "adres", "bijzonderheden", "tolk")}
            ouder = Ouder(id=_id("ouder", gezin, row["naam"]), **known)
            yield ouder
            tie = Ouderschap(
                ouder=ouder.id,
                relatie=row["relatie"],
                gezag=row["gezag"],
                volgorde=places[gezin],
                eigen_gesprek=row["eigen_gesprek"] == "ja",
            )
            for child in children[gezin]:
                yield replace(tie, id=_id("ouderschap", child.id, row["naam"]), leerling=child.id)
            places[gezin] += 1


def _medewerker(number: int, row: dict[str, Any]) -> Medewerker:
    return Medewerker(
        id=_id("medewerker", f"{number:02}"),
        roepnaam=row["roepnaam"],
        voorvoegsel=row.get("voorvoegsel", ""),
        achternaam=row["achternaam"],
        rollen=tuple(row["rollen"]),
        email=f"{row['roepnaam'].lower()}@proefschool.invalid",
        bron_key=f"M{number:02}",
    )


def _came_to_school(born: date) -> date:
    """A child begins on the first of the month after its fourth birthday, but not in the summer holiday."""
    day = plus_maanden(born.replace(day=1), 4 * 12 + 1)
    return day.replace(month=9) if day.month in (7, 8) else day


def _id(*parts: str) -> str:
    return dated_id(FIRST_DAY, "proefschool", *parts)
