"""How hard a passphrase is to guess, and what to say about it.

The estimate looks for the cheapest way to write the passphrase down as a row of parts: a word that is tried first, a
year, a piece of the alphabet, a repetition, an ordinary word, or single signs. Each part costs bits (doublings of the
number of guesses); the sum is the estimate. It is meant to be stingy: what may be predictable counts as predictable.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from app.models.wachtzin_woorden import HULPWOORDEN, REEKSEN, VOORSPELBAAR, ZELDEN

SHORTEST = 12
"""Signs that a passphrase has at least."""

ENOUGH = 45.0
"""Bits from which a passphrase is accepted: with 64 MiB and a tenth of a second a guess that is out of reach."""

STEPS = (25.0, ENOUGH, 60.0, 75.0)
"""Bits at which the steps 1 to 4 begin."""

STEP_NAMES = ("heel zwak", "zwak", "goed genoeg", "sterk", "heel sterk")

_FIRST_ADVICE = "Neem vier of meer woorden die niets met elkaar, met jou of met de school te maken hebben."
_ADVICE_TOO_SHORT = (
    f"Maak hem langer, minstens {SHORTEST} tekens: vier losse woorden achter elkaar onthoud je het makkelijkst."
)
_ADVICE_BY_CAUSE = {
    "woord": "Namen, plaatsen en schoolwoorden worden het eerst geraden: neem woorden die niemand van jou verwacht.",
    "reeks": "Rijtjes zoals 1234, aaaa of qwerty worden het eerst geraden: zet er losse woorden voor in de plaats.",
    "herhaling": "Hetzelfde nog een keer typen helpt bijna niet: zet er een ander woord voor in de plaats.",
    "datum": "Een jaartal of datum helpt bijna niet: zet er een los woord voor in de plaats.",
    "gewoon": "Zet er nog een woord bij dat niets met de andere woorden te maken heeft.",
}
_ADVICE_BY_STEP = (
    "",
    "",
    "Goed genoeg; met nog een los woord erbij is hij nog beter.",
    "Dit is een sterke wachtzin.",
    "Dit is een heel sterke wachtzin.",
)

_LONGEST = 100
"""Signs that are weighed; whatever follows only makes it stronger."""

_LEET = str.maketrans("013457@$!", "oieastasi")
_DATE = re.compile(r"(?:19|20)\d\d|[0-3]?\d[-/. ]?[01]?\d[-/. ]?(?:19|20)?\d\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_HELPERS = frozenset(HULPWOORDEN.split())


@dataclass(frozen=True, slots=True)
class Sterkte:
    """What `weigh` thinks of a passphrase.

    Attributes:
        stap: 0 (very weak) to 4 (very strong).
        bits: the estimate.
        genoeg: whether it may be used.
        advies: one sentence for the user.
    """

    stap: int
    bits: float
    genoeg: bool
    advies: str

    @property
    def naam(self) -> str:
        """The step in words, since a coloured bar alone says nothing to who doesn't see it."""
        return STEP_NAMES[self.stap]


class _Part(NamedTuple):
    end: int
    bits: float
    cause: str


def weigh(passphrase: str, own_words: Iterable[str] = ()) -> Sterkte:
    """Estimate how hard a passphrase is to guess.

    Parameters:
        passphrase: as typed.
        own_words: names that someone who knows the user tries first, such as those of the school and of the user.

    Returns:
        The step, the estimate and the advice.
    """
    text = " ".join(unicodedata.normalize("NFKC", passphrase).split())
    own = frozenset(word for name in own_words for word in _LETTERS.findall(_plain(name)) if len(word) > 2)
    bits, causes = _cheapest(text[:_LONGEST], own)
    step = sum(bits >= limit for limit in STEPS)
    length = min(len(text), len(passphrase))  # one sign, such as ¼, can stand for several
    if length < SHORTEST:
        step = min(step, 1)
    return Sterkte(step, bits, step >= 2, _advice(length, step, causes))


def _advice(length: int, step: int, causes: dict[str, int]) -> str:
    if length == 0:
        return _FIRST_ADVICE
    if step >= 2:
        return _ADVICE_BY_STEP[step]
    if length < SHORTEST:
        return _ADVICE_TOO_SHORT
    predictable = {cause: signs for cause, signs in causes.items() if cause != "gewoon"}
    cause = max(predictable, key=lambda each: predictable[each], default="gewoon")
    return _ADVICE_BY_CAUSE[cause if causes.get(cause, 0) * 3 >= length else "gewoon"]


def _cheapest(text: str, own: frozenset[str]) -> tuple[float, dict[str, int]]:
    """The lowest sum of bits over all ways to cut the text into parts, and how many signs each cause then covers."""
    nothing: dict[str, int] = {}
    best = [(0.0, nothing)] + [(math.inf, nothing)] * len(text)
    candidates = _Candidates(text, own)
    for start in range(len(text)):
        so_far, causes = best[start]
        for part in candidates.at(start):
            if so_far + part.bits < best[part.end][0]:
                covered = causes | {part.cause: causes.get(part.cause, 0) + part.end - start}
                best[part.end] = (so_far + part.bits, covered)
    return best[len(text)]


class _Candidates:
    """All parts that could begin at a place in the text."""

    def __init__(self, text: str, own: frozenset[str]) -> None:
        self.text = text
        self.plain = _plain(text)
        self.leet = self.plain.translate(_LEET)
        self.own = own
        self.odd = [False] * len(text)
        for run in _LETTERS.finditer(self.plain):
            self.odd[run.start() : run.end()] = [_is_odd(run.group())] * len(run.group())

    def at(self, start: int) -> Iterator[_Part]:
        yield _Part(start + 1, _sign_bits(self.text, start), "gewoon")
        date = _DATE.match(self.plain, start)
        if date:
            yield _Part(date.end(), 7.0 if len(date.group()) == 4 else 13.0, "datum")
        for end in range(start + 2, len(self.text) + 1):
            yield from self._between(start, end)

    def _between(self, start: int, end: int) -> Iterator[_Part]:
        piece, length = self.plain[start:end], end - start
        capitals = _capital_bits(self.text[start:end])
        if piece in _HELPERS:
            yield _Part(end, 4.0 + capitals, "gewoon")
        if length < 3:
            return
        if piece in self.own:
            yield _Part(end, 3.0 + capitals, "woord")
        for spelling, extra in ((piece, 0.0), (self.leet[start:end], 2.0)):
            if spelling in VOORSPELBAAR:
                yield _Part(end, 8.0 + extra + capitals, "woord")
        if len(set(piece)) == 1 or any(piece in row or piece in row[::-1] for row in REEKSEN):
            yield _Part(end, 4.0 + math.log2(length), "reeks")
        if piece in self.plain[:start]:
            yield _Part(end, 3.0, "herhaling")
        if length > 3 and piece.isalpha() and not self.odd[start]:
            yield _Part(end, 5.0 + 1.6 * length + capitals, "gewoon")


def _sign_bits(text: str, place: int) -> float:
    sign = text[place]
    if sign == " ":
        return 0.3
    if sign.isdigit():
        return 3.3
    if sign.isalpha():
        return 5.5 if sign.isupper() else 4.5
    return 1.5 if place == len(text) - 1 and sign in ".!?" else 4.5


def _capital_bits(piece: str) -> float:
    capitals = sum(sign.isupper() for sign in piece)
    if capitals == 0:
        return 0.0
    if capitals == len(piece) or (capitals == 1 and piece[0].isupper()):
        return 1.0
    return 1.0 + min(capitals, len(piece) - capitals)


def _plain(text: str) -> str:
    """Lower case without accents, sign for sign, so that places stay the same."""
    return "".join(unicodedata.normalize("NFD", sign)[0].lower()[:1] or sign for sign in text)


def _is_odd(run: str) -> bool:
    """Whether this run of letters can't be words: too many letters that do not follow each other in any."""
    rare = sum(second in ZELDEN.get(first, "") for first, second in pairwise(run))
    return rare >= 2 and rare * 4 >= len(run) - 1
