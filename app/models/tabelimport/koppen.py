"""What the headings of a table mean: known words as data (`resources/tabelkoppen.toml`)."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.models.forms.toml_table import Table, parse_toml, quoted

SOORTEN = {
    "leerling": "Leerling",
    "ouder1": "Ouder 1",
    "ouder2": "Ouder 2",
    "gezin": "Gezin",
    "niveau": "Ondersteuningsniveau",
    "plan": "Handelingsplan",
    "opp": "OPP",
}
"""What a column can be about, as people call it."""

OUDERS = (1, 2)
"""A row of a table holds two parents at most; more rows for one pupil may hold more."""


@dataclass(frozen=True, slots=True)
class Veld:
    """What a column can hold.

    Attributes:
        id: e.g. `geboortedatum`, `ouder2_telefoon`.
        titel: in words, e.g. `Ouder 2: telefoon`.
        soort: key of `SOORTEN`.
    """

    id: str
    titel: str
    soort: str


@dataclass(frozen=True, slots=True)
class Gok:
    """What a heading probably means.

    Attributes:
        veld: id of a `Veld`.
        relatie: what the heading tells about the parent besides, e.g. `moeder`; empty when it tells nothing.
    """

    veld: str
    relatie: str = ""


@dataclass(frozen=True, slots=True)
class Koppen:
    """All that a column can hold, and the headings by which that is known.

    Attributes:
        velden: in the order of the file, first the pupil.
    """

    velden: tuple[Veld, ...]
    _bekend: dict[str, Gok] = field(repr=False)
    _andere: frozenset[str] = field(repr=False)

    def veld(self, kop: str) -> Gok | None:
        """What a heading means; None when it says nothing that can be kept."""
        return self._bekend.get(kaal(kop))

    def is_kop(self, text: str) -> bool:
        """Whether a cell is a heading that people use, known to us or to other programs."""
        return bool(text.strip()) and (kaal(text) in self._bekend or kaal(text) in self._andere)

    def titel(self, veld: str) -> str:
        """What a field is called; empty for one that isn't there."""
        return next((each.titel for each in self.velden if each.id == veld), "")


def kaal(text: str) -> str:
    """A heading without what people differ in: capitals, accents, signs and double spaces."""
    plain = unicodedata.normalize("NFKD", text[:200].casefold())
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())


def parse_koppen(text: str, source: str) -> Koppen:
    """Read the known headings.

    Parameters:
        text: the TOML.
        source: name of the file, for the sentence when something is wrong.

    Raises:
        DefinitionError: one Dutch sentence: file, place, what is wrong and what to do.
    """
    table = parse_toml(text, source)
    table.only(("andere", "veld", "persoon", "ouderveld"))
    velden: list[Veld] = []
    known: dict[str, Gok] = {}
    for each, veld, headings in (*_own(table), *_of_parents(table)):
        if veld not in velden:
            velden.append(veld)
        for heading, gok in headings.items():
            if known.setdefault(heading, gok).veld != gok.veld:
                raise each.error(f"de kop {quoted(heading)} staat ook bij een ander veld", "laat hem op één plek staan")
    order = list(SOORTEN)
    return Koppen(
        velden=tuple(sorted(velden, key=lambda each: order.index(each.soort))),
        _bekend=known,
        _andere=frozenset(kaal(each) for each in table.texts("andere")),
    )


_Found = tuple[Table, Veld, dict[str, Gok]]


def _own(table: Table) -> Iterator[_Found]:
    """Fields about the pupil."""
    for each in table.tables("veld", "veld", required=True):
        each.only(("id", "titel", "hoort_bij", "koppen"))
        veld = Veld(each.identifier(), each.text("titel", required=True), each.one_of("hoort_bij", SOORTEN))
        each.rename(f"veld {quoted(veld.id)}")
        yield each, veld, {kaal(kop): Gok(veld.id) for kop in each.texts("koppen", required=True)}


def _of_parents(table: Table) -> Iterator[_Found]:
    """Fields about each of two parents: every name of a parent before and behind every name of a field."""
    persons = [
        (each.number("ouder", most=len(OUDERS)), kaal(naam), each.text("relatie"))
        for each in table.tables("persoon", "persoon", required=True)
        for naam in each.texts("namen", required=True)
    ]
    for each in table.tables("ouderveld", "ouderveld", required=True):
        each.only(("id", "titel", "koppen", "los"))
        name, titel = each.identifier(), each.text("titel", required=True)
        words = [kaal(kop) for kop in each.texts("koppen", required=True)]
        for ouder in OUDERS:
            veld = Veld(f"ouder{ouder}_{name}", f"Ouder {ouder}: {titel}", f"ouder{ouder}")
            headings = {
                " ".join(pair): Gok(veld.id, relatie)
                for number, person, relatie in persons
                if number == ouder
                for word in words
                for pair in ((person, word), (word, person))
            }
            if name == "naam":
                headings |= {person: Gok(veld.id, relatie) for number, person, relatie in persons if number == ouder}
            if ouder == OUDERS[0]:  # a table with one parent on a row need not say which
                headings |= {kaal(kop): Gok(veld.id) for kop in each.texts("los")}
            yield each, veld, headings
