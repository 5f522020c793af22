"""Whether a proposed approach resembles one that did not work before with this pupil (form A.6, section 2).

Texts are compared by their content words: without Dutch function words, without endings, words that every approach
holds ("extra", "oefenen", "groepje") counting for half. It is a reminder to look, not a judgement: someone decides.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.models.nederlands import GENERAL, stem

WERKTE_NIET = "werkte_niet"
"""The result of which a repetition is flagged."""

ENOUGH = 0.6
"""Share of the content words that two texts must have in common to resemble each other, 0 to 1."""

_FEWEST_SHARED = 2
_LEAST_SHARED = 1.5
_PREFIX = 5
_GENERAL_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Actie:
    """Something that was tried with a pupil, as an earlier form tells.

    Attributes:
        leerling: id of the pupil.
        resultaat: id of the option, e.g. `werkte_niet`.
        datum: day of the meeting in which it was told, or None.
    """

    leerling: str
    actie: str
    periode: str = ""
    door: str = ""
    resultaat: str = ""
    opmerking: str = ""
    datum: date | None = None


def resembles(text: str, acties: Iterable[Actie]) -> Actie | None:
    """The earlier action without success that a proposed approach resembles most.

    Parameters:
        text: the approach as far as it was typed; in a longer text every sentence is looked at by itself.
        acties: earlier actions of the same pupil, with whatever result.

    Returns:
        The best match with result `werkte_niet`, of equals the latest one; None when nothing resembles it.
    """
    failed = [each for each in acties if each.resultaat == WERKTE_NIET]
    if not failed:
        return None
    whole = _Bag(text)
    parts = [_Bag(each) for each in _SENTENCE.split(text)]
    scored = [(_score(whole, parts, _Bag(each.actie)), each.datum or date.min, each) for each in failed]
    score, _, best = max(scored, key=lambda each: each[:2])
    return best if score >= ENOUGH else None


_SENTENCE = re.compile(r"[.!?;:\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class _Bag:
    """The content words of a text without their endings, each with its weight."""

    __slots__ = ("beginnings", "total", "weights")

    def __init__(self, text: str) -> None:
        stems = filter(None, map(stem, _WORD.findall(text)))
        self.weights = {each: _GENERAL_WEIGHT if each in GENERAL else 1.0 for each in stems}
        self.beginnings = {each[:_PREFIX] for each in self.weights}
        self.total = sum(self.weights.values())

    def has(self, word: str) -> bool:
        """Whether it holds this word, or a longer or shorter one that begins alike, as `tafelsom` and `tafel`."""
        if word in self.weights:
            return True
        if len(word) < _PREFIX or word[:_PREFIX] not in self.beginnings:
            return False
        return any(len(each) >= _PREFIX and (each.startswith(word) or word.startswith(each)) for each in self.weights)


def _score(whole: _Bag, parts: list[_Bag], earlier: _Bag) -> float:
    # A sentence may hold the earlier action, or be held by it. A whole text only counts when it is much the same:
    # by chance a long text holds the words of any action.
    if whole.beginnings.isdisjoint(earlier.beginnings):
        return 0.0
    best = max((_overlap(part, earlier) for part in parts), default=0.0)
    return max(best, _likeness(whole, earlier))


def _overlap(one: _Bag, other: _Bag) -> float:
    """Shared weight as a part of the lighter text; 0 when one word is shared, or only words that say little."""
    shared = _shared(one, other)
    if len(shared) < _FEWEST_SHARED or sum(shared) < _LEAST_SHARED:
        return 0.0
    return sum(shared) / min(one.total, other.total)


def _likeness(one: _Bag, other: _Bag) -> float:
    """Shared weight as a part of both texts together; one word suffices when it is all that either says."""
    return 2 * sum(_shared(one, other)) / (one.total + other.total)


def _shared(one: _Bag, other: _Bag) -> list[float]:
    small, large = (one, other) if len(one.weights) <= len(other.weights) else (other, one)
    return [weight for word, weight in small.weights.items() if large.has(word)]
