"""Which pupil a name means that somebody else wrote down."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.models.namen import volledige_naam

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "'": "", "’": ""})
"""Letters that are no letter with an accent, but that people write without it all the same."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A pupil who may be meant.

    Attributes:
        groep: id of the group.
        verwacht: the conversations that the pupil needs at this moment: id of the parent (or empty) and key of `EXTRA`.
        ouders: names of the parents by id, to tell their conversations apart.
    """

    id: str
    roepnaam: str
    voorvoegsel: str
    achternaam: str
    groep: str = ""
    verwacht: tuple[tuple[str, str], ...] = (("", ""),)
    ouders: Mapping[str, str] = field(default_factory=dict)

    @property
    def naam(self) -> str:
        """Name in reading order."""
        return volledige_naam(self.roepnaam, self.voorvoegsel, self.achternaam)


class Namen:
    """Finds pupils by name: `Noor van den Berg`, `Berg, Noor van den`, `Noor Berg`, `Noor B.`, and `Noor` if one is."""

    def __init__(self, kinderen: Iterable[Kind]) -> None:
        self._lagen: tuple[dict[tuple[str, ...], list[Kind]], ...] = tuple(defaultdict(list) for _ in range(4))
        for kind in kinderen:
            first, last = woorden(kind.roepnaam), woorden(kind.achternaam)
            ways = (
                (*first, *woorden(kind.voorvoegsel), *last),
                (*first, *last),
                (*first, last[0][0]) if last else first,
                first,
            )
            for layer, words in zip(self._lagen, ways, strict=True):
                layer[tuple(sorted(words))].append(kind)

    def zoek(self, text: str) -> list[Kind]:
        """Who can be meant: nobody, one, or several of the same name."""
        return self._zoek(text)[1]

    def zekerheid(self, text: str) -> int:
        """How surely one pupil is meant: 4 for the whole name, 1 for a first name, 0 for nobody or several."""
        layer, found = self._zoek(text)
        return len(self._lagen) - layer if len(found) == 1 else 0

    def _zoek(self, text: str) -> tuple[int, list[Kind]]:
        key = tuple(sorted(woorden(text)))
        for number, layer in enumerate(self._lagen):
            if key and key in layer:
                return number, layer[key]
        return len(self._lagen), []


def woorden(text: str) -> tuple[str, ...]:
    """The words of a name in small letters without accents; what stands in brackets, and numbers, are left out."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", " ", text).casefold().translate(_LETTERS))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return tuple(each for each in re.findall(r"[^\W_]+", letters) if not any(map(str.isdigit, each)))
