"""The people of the Proefschool: staff and groups, pupils with their families."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from app.imports.proefschool.bron import Bron, sleutel
from app.models.datums import plus_maanden
from app.models.leerling import Gezin, Leerling, Ouder, Ouderschap, met_sorteernaam
from app.models.namen import volledige_naam
from app.models.records import Record
from app.models.school import Groep, Medewerker, School

MAILDOMEIN = "voorbeeld.invalid"
"""A domain that can never exist, so that no message ever arrives."""

BEGINLEEFTIJD = 12 * 4
"""Age in months at which a child comes to school."""


class Mensen:
    """Everyone.

    Attributes:
        groepen: by name.
        leerlingen: by name in reading order; no two pupils of this school share one.
        niveaus: the level of a pupil as the table of pupils gives it, as text; by name.
    """

    def __init__(self, bron: Bron) -> None:
        self._bron = bron
        self._school = bron.school()
        self._ouders: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in bron.tabel("ouders.csv"):
            self._ouders[row["gezin"]].append(row)
        self._rijen = bron.tabel("leerlingen.csv")
        self._kinderen = Counter(row["gezin"] for row in self._rijen)
        self.groepen = {row["naam"]: self._groep(row) for row in self._school["groep"]}
        pupils = [(self._leerling(row), row) for row in self._rijen]
        self.leerlingen = {leerling.naam: leerling for leerling, _ in pupils}
        self.niveaus = {leerling.naam: row["niveau"] for leerling, row in pupils}

    def records(self) -> Iterator[Record]:
        """All of them, each after what it refers to."""
        said = {name: self._school[name] for name in ("naam", "plaats", "brin", "regio")}
        yield School(id=sleutel("school"), schooljaar=self._bron.schooljaar, **said)
        yield from (_medewerker(row) for row in self._school["medewerker"])
        yield from self.groepen.values()
        yield from self._gezinnen()
        yield from self.leerlingen.values()
        for gezin, rows in self._ouders.items():
            yield from (_ouder(gezin, row) for row in rows)
        for leerling, row in zip(self.leerlingen.values(), self._rijen, strict=True):
            for order, parent in enumerate(self._ouders[row["gezin"]]):
                yield _ouderschap(leerling.id, parent, order)

    def _groep(self, row: dict[str, Any]) -> Groep:
        return Groep(
            id=sleutel("groep", row["naam"]),
            naam=row["naam"],
            schooljaar=self._bron.schooljaar,
            jaargroepen=tuple(row["jaargroepen"]),
            leerkrachten=tuple(sleutel("medewerker", each) for each in row["leerkrachten"]),
        )

    def _leerling(self, row: dict[str, str]) -> Leerling:
        names = {"roepnaam": row["roepnaam"], "voorvoegsel": row["tussenvoegsel"], "achternaam": row["achternaam"]}
        born, left = self._bron.geboren(row["geboren"]), self._bron.dag(row["vertrokken"])
        return Leerling(
            id=sleutel("leerling", volledige_naam(*names.values())),
            voornamen=row["roepnaam"],
            sorteernaam=str(met_sorteernaam(dict(names))["sorteernaam"]),
            geboortedatum=born,
            geslacht=row["geslacht"],
            jaargroep=row["jaargroep"],
            groep=None if left else self.groepen[row["groep"]].id,
            gezin=sleutel("gezin", row["gezin"]) if self._kinderen[row["gezin"]] > 1 else None,
            instroomdatum=plus_maanden(born, BEGINLEEFTIJD),
            uitstroomdatum=left,
            gearchiveerd_op=left.isoformat() if left else None,
            **names,
        )

    def _gezinnen(self) -> Iterator[Gezin]:
        for key, number in self._kinderen.items():
            if number > 1:
                row = next(each for each in self._rijen if each["gezin"] == key)
                naam = volledige_naam("", row["tussenvoegsel"], row["achternaam"])
                yield Gezin(id=sleutel("gezin", key), naam=naam[:1].upper() + naam[1:])


def _medewerker(row: dict[str, Any]) -> Medewerker:
    naam = volledige_naam(row["roepnaam"], row.get("voorvoegsel", ""), row["achternaam"])
    letters = "".join(each for each in f"{row.get('voorvoegsel', '')}{row['achternaam']}".casefold() if each.isascii())
    address = f"{row['roepnaam'][0].casefold()}.{letters.replace(' ', '')}@{MAILDOMEIN}"
    told = {**row, "rollen": tuple(row["rollen"]), "email": address}
    return Medewerker(id=sleutel("medewerker", naam), **told)


def _ouder(gezin: str, row: dict[str, str]) -> Ouder:
    said = {name: row[name] for name in ("naam", "telefoon", "email", "adres", "bijzonderheden")}
    return Ouder(id=sleutel("ouder", gezin, row["naam"]), **said)


def _ouderschap(leerling: str, row: dict[str, str], order: int) -> Ouderschap:
    ouder = sleutel("ouder", row["gezin"], row["naam"])
    return Ouderschap(
        id=sleutel("ouderschap", leerling, ouder),
        leerling=leerling,
        ouder=ouder,
        relatie=row["relatie"],
        gezag=row["gezag"],
        volgorde=order,
    )
