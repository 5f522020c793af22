"""Rows of a table become checked values; whatever is wrong is named by column."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from app.models.leerling_invoer import klacht_periode
from app.models.namen import volledige_naam
from app.models.tabelimport import waarden
from app.models.tabelimport.indeling import Indeling
from app.models.tabelimport.koppen import OUDERS
from app.models.tabelimport.tabel import Tabel
from app.models.tabelimport.waarden import Afgekeurd

UIT_KOP = "relatie_uit_kop"
"""What the heading says of a parent; it holds where nothing else is known."""


@dataclass(frozen=True, slots=True)
class Fout:
    """What is wrong with a row.

    Attributes:
        kolom: heading of the column, empty when it is about the whole row.
        tekst: one Dutch sentence: what, and what to do.
    """

    kolom: str
    tekst: str

    def __str__(self) -> str:
        return f"{self.kolom}: {self.tekst}" if self.kolom else self.tekst


@dataclass(frozen=True, slots=True)
class Zoek:
    """By what a row names its pupil.

    Attributes:
        namen: the name in the ways it may be meant, in reading order.
        groep: name of the group; jaargroep: as the administration writes it. Both may be empty.
    """

    namen: tuple[str, ...]
    geboortedatum: date | None = None
    groep: str = ""
    jaargroep: str = ""

    @property
    def naam(self) -> str:
        """The name as it is shown."""
        return self.namen[0] if self.namen else ""


@dataclass(frozen=True, slots=True)
class Planregel:
    """A plan of the pupil: key of `PLANSOORTEN`, subject and period; `tot` None when the table doesn't say."""

    soort: str
    onderwerp: str
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class Niveauregel:
    """A support level and the day from which it holds; without a day, from today."""

    niveau: int
    vanaf: date | None
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What one row says, checked.

    Attributes:
        regel: line in the file.
        ouders: fields of `Ouder` and `Ouderschap` that the row fills in, with `naam` always among them.
        gezin: number or name by which brothers and sisters are told in this table.
        fouten: what is wrong; then the rest of the row is not to be used.
    """

    regel: int
    wie: Zoek
    ouders: tuple[Mapping[str, Any], ...] = ()
    gezin: str = ""
    niveau: Niveauregel | None = None
    plannen: tuple[Planregel, ...] = ()
    fouten: tuple[Fout, ...] = field(default=())


def lees_rijen(tabel: Tabel, indeling: Indeling, vandaag: date) -> tuple[Inhoud, ...]:
    """Read every row of a table.

    Parameters:
        indeling: one about which `klachten` has nothing to say.
        vandaag: today; a birthday lies before it.
    """
    rows = zip(tabel.regels, tabel.rijen, strict=True)
    return tuple(_Rij(line, cells, tabel.kop, indeling, vandaag).inhoud() for line, cells in rows)


class _Rij:
    """Reads one row, and gathers what is wrong with it."""

    def __init__(
        self, line: int, cells: tuple[str, ...], kop: tuple[str, ...], indeling: Indeling, vandaag: date
    ) -> None:
        self._line, self._cells, self._kop, self._indeling, self._vandaag = line, cells, kop, indeling, vandaag
        self._fouten: list[Fout] = []

    def inhoud(self) -> Inhoud:
        wie = self._wie()
        ouders = tuple(each for each in map(self._ouder, OUDERS) if each)
        niveau, plannen = self._niveau(), (*self._plan(), *self._opp())
        return Inhoud(self._line, wie, ouders, self._text("gezin"), niveau, plannen, tuple(self._fouten))

    def _text(self, veld: str) -> str:
        at = self._indeling.kolom(veld)
        return waarden.gevuld(self._cells[at]) if at is not None else ""

    def _value(self, veld: str, read: Callable[[str], Any]) -> Any:
        """A checked value; None when the cell is empty or wrong."""
        text = self._text(veld)
        if not text:
            return None
        try:
            return read(text)
        except Afgekeurd as problem:
            self._wrong(veld, str(problem))
            return None

    def _wrong(self, veld: str, tekst: str) -> None:
        at = self._indeling.kolom(veld)
        self._fouten.append(Fout(self._kop[at] if at is not None else "", tekst))

    def _wie(self) -> Zoek:
        namen = tuple(self._namen())
        born = self._value("geboortedatum", partial(waarden.geboortedatum, vandaag=self._vandaag))
        groep = self._text("groep")
        if not namen:
            self._fouten.append(Fout("", "De naam van de leerling ontbreekt; vul hem in of haal de regel weg."))
        elif born is None and not groep and not self._fouten:
            self._fouten.append(Fout("", "Geboortedatum en groep zijn allebei leeg; vul er een in."))
        return Zoek(namen, born, groep, self._text("jaargroep"))

    def _namen(self) -> Iterator[str]:
        """The name as it may be meant: in parts, in one column, or with `Naam` above the surnames."""
        whole, last = (waarden.leesvolgorde(self._text(each)) for each in ("naam", "achternaam"))
        given, prefix = self._text("roepnaam"), self._text("tussenvoegsel")
        options: list[str] = []
        if last or not whole:
            options += [volledige_naam(given, prefix, last), volledige_naam(given, "", last)]
        if given and whole and not whole.startswith(given):
            options.append(volledige_naam(given, prefix, whole))
        return iter(dict.fromkeys(filter(None, (*options, whole))))

    def _ouder(self, number: int) -> Mapping[str, Any]:
        prefix = f"ouder{number}_"
        found: dict[str, Any] = {}
        for name, read in _OUDER.items():
            value = self._value(prefix + name, read)
            if value is not None:
                found[name] = value
        if "naam" not in found and set(found.values()) <= _SAYS_NOBODY:
            return {}
        if "naam" not in found:
            self._wrong(f"{prefix}naam", f"De naam van ouder {number} ontbreekt; vul hem in.")
        if number in self._indeling.relaties:
            found[UIT_KOP] = self._indeling.relaties[number]
        return found

    def _niveau(self) -> Niveauregel | None:
        level = self._value("niveau", waarden.niveau)
        since = self._value("niveau_vanaf", self._day)
        return None if level is None else Niveauregel(level, since, self._text("niveau_toelichting"))

    def _plan(self) -> tuple[Planregel, ...]:
        soort, onderwerp = self._value("plan_soort", waarden.plansoort), self._text("plan_onderwerp")
        if not any(self._text(each) for each in ("plan_soort", "plan_onderwerp", "plan_van", "plan_tot")):
            return ()
        return self._period("plan", soort or "handelingsplan", onderwerp)

    def _opp(self) -> tuple[Planregel, ...]:
        return self._period("opp", "opp", "") if self._text("opp_van") or self._text("opp_tot") else ()

    def _period(self, prefix: str, soort: str, onderwerp: str) -> tuple[Planregel, ...]:
        wrong = len(self._fouten)
        van, tot = (self._value(f"{prefix}_{each}", self._day) for each in ("van", "tot"))
        complaint = klacht_periode(van, tot) if len(self._fouten) == wrong else ""
        if complaint:
            self._wrong(f"{prefix}_{'van' if van is None else 'tot'}", complaint)
        return () if len(self._fouten) > wrong else (Planregel(soort, onderwerp, van, tot),)

    def _day(self, text: str) -> date:
        return waarden.datum(text, self._vandaag)


_SAYS_NOBODY = frozenset({"", False, "nee", "onbekend"})
"""Values that a list also has where there is no parent at all."""

_OUDER: Mapping[str, Callable[[str], Any]] = {
    "naam": waarden.leesvolgorde,
    "relatie": str.lower,
    "gezag": waarden.gezag,
    "telefoon": waarden.telefoon,
    "email": waarden.email,
    "adres": str,
    "tolk": waarden.tolk,
    "eigen_gesprek": waarden.janee,
    "bijzonderheden": str,
}
