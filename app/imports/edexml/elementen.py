"""Picks from the stream of elements the few that Ruggespraak needs.

Only elements named here are ever collected. While any other element is open, the parser has no handler for text, so
that a bsn, a nationality or a vendor's addition never becomes a value in memory (facts on EDEXML, trap 9).
Names are compared without namespace prefix, so that EDEXML and UWLR read alike.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from app.imports.edexml.xmlstroom import XmlStroom

MAX_DEPTH = 40
MAX_ELEMENTS = 2_000_000
"""Four times what a school of 20,000 pupils needs with every field filled in."""

MAX_TEXT = 400
"""Characters kept of one field; the longest of the schema is 200."""

MAX_LIST = 100
"""Roles or groups of one person."""

WORTELS = frozenset({"edex", "leerlinggegevens", "leerlinggegevens-leerlingen"})
"""Elements that hold the school, its groups, pupils and staff."""

_OMHULSELS = frozenset({"envelope", "leerlinggegevens_antwoord", "leerlingen_antwoord"})
_NAAM = {
    "achternaam": "achternaam",
    "voorvoegsel": "voorvoegsel",
    "tussenvoegsel": "voorvoegsel",  # before version 1.0
    "voornamen": "voornamen",
    "voorletters-1": "voorletters",
    "voorletters": "voorletters",
    "roepnaam": "roepnaam",
}
_LEERLING = {
    **_NAAM,
    **{veld: veld for veld in ("geboortedatum", "geslacht", "jaargroep", "instroomdatum", "uitstroomdatum")},
}
_ROLLEN = {"rol": "rol", "rolomschrijving": "rol"}

VELDEN: Mapping[tuple[str, ...], Mapping[str, str]] = {
    ("school",): {"schooljaar": "schooljaar", "brincode": "brincode", "aanmaakdatum": "aanmaakdatum"},
    ("vestigingen", "vestiging"): {"naam": "naam"},
    ("groepen", "groep"): {"naam": "naam", "jaargroep": "jaargroep"},
    ("groepen", "samengestelde_groep"): {"naam": "naam"},
    ("leerlingen", "leerling"): _LEERLING,
    ("leerkrachten", "leerkracht"): {**_NAAM, **_ROLLEN, "emailadres": "emailadres"},
}
"""Per kind of row the fields that are read: element name to field name."""

VERWIJZINGEN: Mapping[str, frozenset[tuple[str, ...]]] = {
    "leerling": frozenset({("groep",), ("vestiging",), ("samengestelde_groepen", "samengestelde_groep")}),
    "leerkracht": frozenset({("groepen", "groep"), ("groepen", "samengestelde_groep")}),
}
"""Per kind of row the elements in it that point to another row by its key."""


@dataclass(slots=True)
class Verwijzing:
    """A tie to another row: its kind, its key, and the roles that stand in it."""

    soort: str
    key: str
    rollen: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Ruw:
    """A row as text.

    Attributes:
        soort: local name of its element.
        regel: line on which it begins.
        velden: the texts per field; all but `rol` have at most one.
        te_lang: fields whose text was too long to keep.
    """

    soort: str
    regel: int
    key: str
    eckid: str
    velden: dict[str, list[str]] = field(default_factory=dict)
    verwijzingen: list[Verwijzing] = field(default_factory=list)
    te_lang: set[str] = field(default_factory=set)


class Elementen:
    """Handlers for a parser.

    Parameters:
        stroom: what feeds them; asked for refusals.
        klaar: given each row when its element closes.
    """

    def __init__(self, stroom: XmlStroom, parser: expat.XMLParserType, klaar: Callable[[Ruw], None]) -> None:
        self._stroom, self._parser, self._klaar = stroom, parser, klaar
        self._count = self._depth = self._length = 0
        self._skip_above: int | None = None
        self._pad: list[str] | None = None
        self._ruw: Ruw | None = None
        self._ruw_depth = 0
        self._tekst: list[str] = []
        self.is_edexml = False
        self.secties: set[str] = set()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._depth += 1
        if self._depth > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise self._stroom.refuse("bevat onmogelijk veel onderdelen")
        if self._skip_above is not None:
            return
        self._parser.CharacterDataHandler = None
        name = _local(tag)
        if self._pad is None:
            self._look_for_root(name)
            return
        self._pad.append(name)
        if not self._take(tuple(self._pad), attributes):
            self._skip_above = self._depth

    def _look_for_root(self, name: str) -> None:
        if name in WORTELS:
            self._pad = []
            self.is_edexml = True
        elif self._depth == 1 and name not in _OMHULSELS:
            raise self._stroom.no_edexml()

    def _take(self, pad: tuple[str, ...], attributes: dict[str, str]) -> bool:
        """Whether the element, or something in it, is wanted."""
        if pad in VELDEN:
            known = {_local(name): value for name, value in attributes.items()}
            self.secties.add(pad[0])
            self._ruw = Ruw(pad[-1], self._parser.CurrentLineNumber, known.get("key", ""), known.get("eckid", ""))
            self._ruw_depth = len(pad)
            return True
        if self._ruw is None:
            return any(row[: len(pad)] == pad for row in VELDEN)
        return self._take_inside(self._ruw, pad[: self._ruw_depth], pad[self._ruw_depth :], attributes)

    def _take_inside(self, ruw: Ruw, row: tuple[str, ...], rest: tuple[str, ...], attributes: dict[str, str]) -> bool:
        if len(rest) == 1 and rest[0] in VELDEN[row]:
            self._listen()
            return True
        known = VERWIJZINGEN.get(ruw.soort, frozenset())
        if rest in known:
            if len(ruw.verwijzingen) == MAX_LIST:
                return False
            ruw.verwijzingen.append(Verwijzing(rest[-1], attributes.get("key", "")))
            return True
        if rest[:-1] in known and ruw.soort == "leerkracht" and rest[-1] in _ROLLEN:
            self._listen()
            return True
        return any(wanted[: len(rest)] == rest for wanted in known)

    def _listen(self) -> None:
        self._tekst = []
        self._length = 0
        self._parser.CharacterDataHandler = self._text

    def _text(self, data: str) -> None:
        self._length += len(data)
        if self._length <= MAX_TEXT:
            self._tekst.append(data)

    def _end(self, _tag: str) -> None:
        depth, self._depth = self._depth, self._depth - 1
        if self._skip_above is not None and depth > self._skip_above:
            return
        self._skip_above = None
        listened = self._parser.CharacterDataHandler is not None
        self._parser.CharacterDataHandler = None
        if self._pad is None:
            return
        if not self._pad:
            self._pad = None
            return
        pad = tuple(self._pad)
        self._pad.pop()
        if self._ruw is None:
            return
        if listened:
            self._keep(self._ruw, pad)
        elif len(pad) == self._ruw_depth:
            ruw, self._ruw = self._ruw, None
            self._klaar(ruw)

    def _keep(self, ruw: Ruw, pad: tuple[str, ...]) -> None:
        name = VELDEN[pad[: self._ruw_depth]].get(pad[-1], pad[-1])
        if self._length > MAX_TEXT:
            ruw.te_lang.add(name)
            return
        inside = len(pad) - self._ruw_depth > 1
        texts = ruw.verwijzingen[-1].rollen if inside else ruw.velden.setdefault(name, [])
        if len(texts) < (MAX_LIST if name == "rol" else 1):
            texts.append("".join(self._tekst))


def _local(name: str) -> str:
    """Name without namespace prefix; EDEXML is matched without regard to case."""
    return name.rpartition(":")[2].lower()
