"""Times that parents booked in Parro, from a pasted table: who comes when, in whatever order its columns stand.

People copy the screen of Parro, or a list that they made of it. Nothing is asked about its columns: what stands in one
tells what it is. The day is the one that lies in the moment, the pupils are those whose names fit.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, islice

from app.models.parrocel import Cel, begin_en_duur, lees_cel
from app.models.parronamen import Kind, Namen
from app.models.tabelimport.tabel import Tabel

MARGE = timedelta(42)
"""A day this far outside the moment is still of it: schools do shift. Dates of birth are further away."""

PROEF = 60
"""Rows that are looked at to learn what the columns hold."""

NAAM_UIT = 3
"""A name stands in so many columns at most: first name, prefix, surname."""

MEESTE_KOLOMMEN = 12

GEEN_DATUM = "Ik zie geen datum. Zet er een dag bij, zoals 7-9 of 7 september."
GEEN_TIJD = "Ik zie geen tijd. Zet er een tijd bij, zoals 10:00."
GEEN_NAAM = "Ik zie niet om wie het gaat. Zet de naam van de leerling erbij."
GEEN_KIND = "Ik herken deze leerling niet. Schrijf de naam zoals die hier staat."
GEEN_KLOK = "Op regel {regel}, {kolom}, staat ‘{tekst}’, en zo laat is het nooit: schrijf een tijd als 15:10."
MEER_KINDEREN = "Er heten er meer zo. Schrijf de hele naam, of kies eerst de groep."

_KOPPEN = {
    *("datum", "dag", "tijd", "tijdstip", "begin", "begintijd", "starttijd", "van", "einde", "eind", "eindtijd", "tot"),
    *("leerling", "kind", "naam", "roepnaam", "voornaam", "achternaam", "tussenvoegsel", "voorvoegsel"),
    *("duur", "ouder", "ouders", "groep", "klas", "gesprek"),
}
_VRIJ = {"", "vrij", "beschikbaar", "leeg", "geen", "-", "nog vrij", "niet geboekt", "open"}
"""What may stand where a pupil would, at a time that nobody chose."""


@dataclass(frozen=True, slots=True)
class Tijd:
    """A booked time.

    Attributes:
        regel: line in the table.
        tijd: start, `HH:MM`; `minuten`: up to its end, 0 when only the start stands there.
        verder: the words of the row that are no name of the pupil; a parent may be among them.
        tekst: the row as it stands.
    """

    regel: int
    kind: Kind
    datum: date
    tijd: str
    minuten: int = 0
    verder: str = ""
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Misser:
    """A row that can't be used: its line, its words, and why: a sentence."""

    regel: int
    tekst: str
    reden: str


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a table says.

    Attributes:
        tijden: by row.
        vrij: how many times are in it that nobody chose.
    """

    tijden: tuple[Tijd, ...] = ()
    missers: tuple[Misser, ...] = ()
    vrij: int = 0


def lees_tijden(tabel: Tabel, kinderen: Iterable[Kind], van: date, tot: date) -> Gelezen:
    """Find out who comes when.

    Parameters:
        tabel: as it was pasted. Headings are rows like others; a row with only a day stands above those of that day.
        kinderen: pupils it can be about.
        van, tot: first and last day of the moment.
    """
    rows = [tuple(lees_cel(cell, van) for cell in row) for row in tabel.rijen]
    reader = _Lezer(rows, Namen(kinderen), van, tot)
    lines = tabel.regels or range(1, len(rows) + 1)
    found = [
        reader.lees(line, cells, " · ".join(each for each in row if each))
        for line, cells, row in zip(lines, rows, tabel.rijen, strict=True)
    ]
    return Gelezen(
        tuple(each for each in found if isinstance(each, Tijd)),
        tuple(each for each in found if isinstance(each, Misser)),
        reader.vrij,
    )


class _Lezer:
    """Reads rows one after the other; knows what the columns hold and under which day they stand."""

    def __init__(self, rows: Sequence[tuple[Cel, ...]], names: Namen, van: date, tot: date) -> None:
        self._names = names
        self._day_column = _datumkolom(rows, van, tot)
        self._name_columns = _naamkolommen(rows, names)
        self._time_columns = {at for row in rows for at, each in enumerate(row) if each.tijden}
        self._heading: tuple[Cel, ...] = next((row for row in rows if _is_kop(row)), ())
        self._day: date | None = None
        self._begun = False
        self.vrij = 0

    def lees(self, line: int, cells: tuple[Cel, ...], text: str) -> Tijd | Misser | None:
        """What a row says; None when it says nothing of somebody."""
        own_day = cells[self._day_column].datum if self._day_column is not None else None
        times = [time for each in cells if each.datum in (None, own_day) for time in each.tijden]
        name = " ".join(cells[at].rest for at in self._name_columns if cells[at].rest)
        kinderen = self._names.zoek(name)
        wrong = self._misgeschreven(cells, times)
        if wrong is not None and (len(kinderen) == 1 or (self._begun and self._is_vrij(cells, name))):
            self._begun = True
            return Misser(line, text, self._geen_klok(line, wrong, cells[wrong].mis))
        if not times and not kinderen:
            if own_day:
                self._day = own_day
            if own_day or _is_kop(cells) or not self._begun:
                return None
        self._begun = True
        if times and not kinderen and self._is_vrij(cells, name):
            self.vrij += 1
            return None
        day = own_day or self._day
        if day is None or not times or len(kinderen) != 1:
            return Misser(line, text, _reden(day, times, kinderen, name))
        begin, minutes = begin_en_duur(times)
        further = " ".join(each.rest for at, each in enumerate(cells) if at not in self._name_columns and each.rest)
        return Tijd(line, kinderen[0], day, begin, minutes, further, text)

    def _misgeschreven(self, cells: tuple[Cel, ...], times: Sequence[str]) -> int | None:
        """The column with something that should have been the time of this row; an amount elsewhere is none."""
        wrong = [at for at, each in enumerate(cells) if each.mis and (not times or at in self._time_columns)]
        return wrong[0] if wrong else None

    def _geen_klok(self, line: int, at: int, words: str) -> str:
        title = self._heading[at].rest if self._heading else ""
        column = f"kolom {at + 1} (‘{title}’)" if title else f"kolom {at + 1}"
        return GEEN_KLOK.format(regel=line, kolom=column, tekst=words)

    def _is_vrij(self, cells: tuple[Cel, ...], name: str) -> bool:
        words = name if self._name_columns else " ".join(each.rest for each in cells if each.rest)
        return words.casefold().strip() in _VRIJ


def _reden(day: date | None, times: Sequence[str], kinderen: Sequence[Kind], name: str) -> str:
    if len(kinderen) > 1:
        return MEER_KINDEREN
    if not kinderen:
        return GEEN_KIND if name else GEEN_NAAM
    return GEEN_TIJD if not times else GEEN_DATUM


def _is_kop(cells: tuple[Cel, ...]) -> bool:
    return any(each.rest.casefold() in _KOPPEN for each in cells)


def _datumkolom(rows: Sequence[tuple[Cel, ...]], van: date, tot: date) -> int | None:
    """The column with most days in the moment; without any, with most days near it."""

    def days(at: int, margin: timedelta) -> int:
        found = (row[at].datum for row in rows)
        return sum(each is not None and van - margin <= each <= tot + margin for each in found)

    columns = range(len(rows[0]) if rows else 0)
    best = max(columns, key=lambda at: (days(at, timedelta()), days(at, MARGE)), default=None)
    return best if best is not None and days(best, MARGE) else None


def _naamkolommen(rows: Sequence[tuple[Cel, ...]], names: Namen) -> tuple[int, ...]:
    """The columns that together hold the names of most pupils, most surely; as few as needed."""
    sample = list(islice(rows, PROEF))
    columns = [at for at in range(len(sample[0]) if sample else 0) if any(row[at].rest for row in sample)]

    def sureness(chosen: tuple[int, ...]) -> int:
        return sum(names.zekerheid(" ".join(row[at].rest for at in chosen)) for row in sample)

    best = max(_keuzes(columns[:MEESTE_KOLOMMEN]), key=lambda each: (sureness(each), -len(each)), default=())
    return best if sureness(best) else _woordkolom(sample, columns)


def _keuzes(columns: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for number in range(1, NAAM_UIT + 1):
        yield from combinations(columns, number)


def _woordkolom(sample: Sequence[tuple[Cel, ...]], columns: Sequence[int]) -> tuple[int, ...]:
    """Where nobody is known: the column with most words, so that a row can say that its name isn't."""
    return tuple(sorted(columns, key=lambda at: -sum(bool(row[at].rest) for row in sample))[:1])
