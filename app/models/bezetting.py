"""Who is taken when, to the minute: what planning conversations looks up thousands of times.

A day of a person is one whole number with a bit per minute, so that "is everyone free then?" is a few `&`s.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from math import gcd
from typing import NamedTuple

from app.models.tijden import als_minuten, als_tijd


class Afspraakvraag(NamedTuple):
    """One conversation that has to be planned.

    Attributes:
        leerling: id of the pupil.
        groep: id of the group in whose blocks it can be.
        minuten: length, with the changeover.
        gezin: id of the family, or empty; brothers and sisters share it. Empty too when no parent comes.
        ouder: id of the `Ouder` with whom it is when parents each have their own conversation, or empty.
        leraar: id of the teacher with whom it has to be, or empty for whoever has the group then.
        extra: why a pupil has one more, key of `EXTRA`.
        volgorde: who goes first when nothing else decides, e.g. the name by which pupils are sorted.
    """

    leerling: str
    groep: str
    minuten: int
    gezin: str = ""
    ouder: str = ""
    leraar: str = ""
    extra: str = ""
    volgorde: str = ""

    @property
    def thuis(self) -> str:
        """Who can't be in two rooms at once: the family, or a pupil whose family isn't known."""
        return self.gezin or self.leerling

    @property
    def rang(self) -> tuple[str, ...]:
        """What orders two of them, whatever order they came in."""
        return (self.volgorde, self.leerling, self.ouder, self.extra, self.groep, self.leraar)


class Blok(NamedTuple):
    """Time in which a teacher can receive a group.

    Attributes:
        van, tot: `HH:MM`; a conversation ends at `tot` at the latest.
        groep: id of the group.
        leraar: id of the teacher whose time it is, or empty.
        pauzes: pairs of `HH:MM` between which nobody is received.
    """

    datum: date
    van: str
    tot: str
    groep: str
    leraar: str = ""
    pauzes: tuple[tuple[str, str], ...] = ()

    @property
    def minuten(self) -> int:
        """Its minutes outside the breaks, as the bits of a day."""
        rust = reduce(int.__or__, (reeks(als_minuten(van), als_minuten(tot)) for van, tot in self.pauzes), 0)
        return reeks(als_minuten(self.van), als_minuten(self.tot)) & ~rust


class Tijdstip(NamedTuple):
    """A time at which a conversation could begin.

    Attributes:
        begin: minutes since midnight.
        leraar: id of the teacher whose time it is, or empty.
    """

    datum: date
    begin: int
    leraar: str


class Plek(NamedTuple):
    """A conversation with its time: `tijd` is its start, `HH:MM`; `leraar` who holds it, or empty."""

    vraag: Afspraakvraag
    datum: date
    tijd: str
    leraar: str = ""

    @classmethod
    def op(cls, vraag: Afspraakvraag, tijdstip: Tijdstip) -> "Plek":
        """A conversation at a time."""
        return cls(vraag, tijdstip.datum, als_tijd(tijdstip.begin), tijdstip.leraar)

    @property
    def tijdstip(self) -> Tijdstip:
        """When it begins."""
        return Tijdstip(self.datum, als_minuten(self.tijd), self.leraar)

    @property
    def tot(self) -> str:
        """When it ends, `HH:MM`, changeover included."""
        return als_tijd(als_minuten(self.tijd) + self.vraag.minuten)


class Bezetting:
    """Who is taken when, and at which times a conversation could begin.

    Parameters:
        blokken: when there is time.
        vast: conversations that stay where they are.
        lengtes: all lengths that will be asked for, so that conversations of different lengths fit together.
    """

    def __init__(self, blokken: Iterable[Blok], vast: Iterable[Plek] = (), lengtes: Iterable[int] = ()) -> None:
        self._blokken = sorted(set(blokken))
        self._stap = reduce(gcd, lengtes, 0) or 1
        self._bezet: dict[tuple[str, date], int] = {}
        self._tijden: dict[tuple[str, str, int], tuple[Tijdstip, ...]] = {}
        for plek in vast:
            self.zet(plek.vraag, plek.tijdstip)
        self._vast = dict(self._bezet)

    def zet(self, vraag: Afspraakvraag, op: Tijdstip) -> None:
        """Take the time of everyone who is there."""
        for wie in _wie(vraag, op):
            self._bezet[wie, op.datum] = self._bezet.get((wie, op.datum), 0) | _duur(vraag, op)

    def haal_weg(self, vraag: Afspraakvraag, op: Tijdstip) -> None:
        """Give that time back."""
        for wie in _wie(vraag, op):
            self._bezet[wie, op.datum] &= ~_duur(vraag, op)

    def is_vrij(self, vraag: Afspraakvraag, op: Tijdstip) -> bool:
        """Whether everyone who should be there can be."""
        minuten = _duur(vraag, op)
        return not any(self._bezet.get((wie, op.datum), 0) & minuten for wie in _wie(vraag, op))

    def leraar_is_vrij(self, vraag: Afspraakvraag, op: Tijdstip) -> bool:
        """Whether the teacher can be there, whatever the family does then."""
        return not self._bezet.get((_leraar(vraag, op), op.datum), 0) & _duur(vraag, op)

    def tijden(self, vraag: Afspraakvraag) -> tuple[Tijdstip, ...]:
        """All times at which it could begin if everyone was free, earliest first.

        They follow each other from the start of a block, and anew after a break and after what stays where it is.
        """
        key = (vraag.groep, vraag.leraar, vraag.minuten)
        if key not in self._tijden:
            self._tijden[key] = tuple(sorted(set(self._begin(vraag))))
        return self._tijden[key]

    def _begin(self, vraag: Afspraakvraag) -> Iterator[Tijdstip]:
        for blok in self._blokken:
            if blok.groep == vraag.groep and (not vraag.leraar or blok.leraar == vraag.leraar):
                vrij = blok.minuten & ~self._vast.get((blok.leraar or blok.groep, blok.datum), 0)
                for van, tot in _stukken(vrij):
                    starts = range(van, tot - vraag.minuten + 1, self._stap)
                    yield from (Tijdstip(blok.datum, start, blok.leraar) for start in starts)


def reeks(van: int, tot: int) -> int:
    """The bits of the minutes from `van` up to `tot`."""
    return ((1 << max(tot - van, 0)) - 1) << van


def _duur(vraag: Afspraakvraag, op: Tijdstip) -> int:
    return reeks(op.begin, op.begin + vraag.minuten)


def _leraar(vraag: Afspraakvraag, op: Tijdstip) -> str:
    return op.leraar or vraag.groep


def _wie(vraag: Afspraakvraag, op: Tijdstip) -> tuple[str, ...]:
    return (_leraar(vraag, op), *filter(None, (vraag.leerling, vraag.gezin, vraag.ouder)))


def _stukken(bits: int) -> Iterator[tuple[int, int]]:
    """The runs of set bits: the first of each, and one past its last."""
    at = 0
    while bits:
        gap = (bits & -bits).bit_length() - 1
        bits >>= gap
        length = (~bits & (bits + 1)).bit_length() - 1
        yield at + gap, at + gap + length
        bits >>= length
        at += gap + length
