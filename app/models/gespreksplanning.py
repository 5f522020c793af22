"""Planning many conversations at once: everyone a time, brothers and sisters next to each other, nobody in two rooms.

Families go first, the largest of them before the others, because they are hardest to place; each gets the day and the
order in which its conversations follow each other most closely. The others fill what is left from the start. What does
not fit is named with the reason, after one attempt to let somebody else make room.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.models.bezetting import Afspraakvraag, Bezetting, Blok, Plek, Tijdstip

GEEN_TIJD = "Voor deze groep zijn nog geen dag en tijd gekozen."
TE_KORT = "Geen van de gekozen tijden is lang genoeg voor {minuten} minuten."
VOL = "Alle plekken zijn bezet. Kies er een dag bij, of begin eerder of eindig later."
GEZIN_BEZET = "De plekken die over zijn, vallen samen met een ander gesprek van dit gezin."


DAG = 24 * 60

Reeks = list[tuple[Afspraakvraag, Tijdstip]]
"""Conversations that follow each other on one day."""


class NietGepast(NamedTuple):
    """A conversation for which there was no place, and why: a sentence."""

    vraag: Afspraakvraag
    reden: str


class Rooster(NamedTuple):
    """A proposal: `plekken` by day and time, `past_niet` in the order of `volgorde`."""

    plekken: tuple[Plek, ...] = ()
    past_niet: tuple[NietGepast, ...] = ()


class Afgebroken(Exception):
    """The user stopped the planning; there is no proposal."""


def op_tijd(plek: Plek) -> tuple[object, ...]:
    """Key that sorts conversations by day and time."""
    return plek.datum, plek.tijd, plek.vraag.rang


def _nooit() -> bool:
    return False


def _stil(_done: int, _total: int) -> None:
    """Nobody looks on."""


def maak_rooster(
    vragen: Iterable[Afspraakvraag],
    blokken: Iterable[Blok],
    vast: Iterable[Plek] = (),
    *,
    progress: Callable[[int, int], None] = _stil,
    cancelled: Callable[[], bool] = _nooit,
) -> Rooster:
    """Give every conversation a time within the blocks.

    The same input gives the same proposal, in whatever order it comes.

    Parameters:
        vragen: what has to be planned, of one group or of the whole school; a double counts once.
        blokken: when teachers have time.
        vast: conversations that are planned already; they stay, and nobody of them is asked for at the same time.
        progress: is told how many of how many are placed.
        cancelled: whether to stop; asked between families.

    Raises:
        Afgebroken: `cancelled` said so.
    """
    wanted = sorted(set(vragen), key=lambda each: (each.rang, each))
    return _Planner(wanted, tuple(blokken), tuple(sorted(vast))).plan(progress, cancelled)


def plaatsen(blokken: Iterable[Blok], vast: Iterable[Plek], groep: str, minuten: int) -> int:
    """How many conversations of one length a group has room for."""
    blank = Afspraakvraag("", groep, minuten)
    own = [each for each in blokken if each.groep == groep]
    return len(Bezetting(own, vast, [minuten]).tijden(blank))


class _Planner:
    def __init__(self, vragen: Sequence[Afspraakvraag], blokken: Sequence[Blok], vast: Sequence[Plek]) -> None:
        self._vragen = vragen
        self._bezetting = Bezetting(blokken, vast, (each.minuten for each in vragen))
        self._gepland: dict[Afspraakvraag, Tijdstip] = {}
        self._van_gezin: dict[str, list[tuple[Afspraakvraag, Tijdstip]]] = defaultdict(list)
        for plek in vast:
            self._van_gezin[plek.vraag.thuis].append((plek.vraag, plek.tijdstip))

    def plan(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Rooster:
        alleen: list[Afspraakvraag] = []
        for samen in self._samen():
            _tell(progress, cancelled, len(self._gepland), len(self._vragen))
            alleen += self._plan_samen(samen)
        # Who has to be near what stands already chooses before those to whom all times are the same; long before short.
        alleen.sort(key=lambda each: (not self._van_gezin[each.thuis], -each.minuten, each.rang))
        over = []
        for vraag in alleen:
            _tell(progress, cancelled, len(self._gepland), len(self._vragen))
            if not self._plan_een(vraag):
                over.append(vraag)
        _tell(progress, cancelled, len(self._vragen), len(self._vragen))
        past_niet = [NietGepast(vraag, self._reden(vraag)) for vraag in over if not self._maak_ruimte(vraag)]
        plekken = (Plek.op(vraag, op) for vraag, op in self._gepland.items())
        return Rooster(
            tuple(sorted(plekken, key=op_tijd)),
            tuple(sorted(past_niet, key=lambda each: each.vraag.rang)),
        )

    def _samen(self) -> list[list[Afspraakvraag]]:
        """Conversations of the same parents, the most first; those of separated parents are apart."""
        gezinnen: dict[tuple[str, str], list[Afspraakvraag]] = defaultdict(list)
        for vraag in self._vragen:
            gezinnen[vraag.thuis, vraag.ouder].append(vraag)
        return sorted(gezinnen.values(), key=lambda each: (-len(each), each[0].rang))

    def _plan_samen(self, samen: Sequence[Afspraakvraag]) -> list[Afspraakvraag]:
        """Place as many together as can be, again and again; returns those that stay alone."""
        over = list(samen)
        while len(over) > 1:
            reeks = self._beste_reeks(over)
            if len(reeks) < 2:
                break
            for vraag, op in reeks:
                self._zet(vraag, op)
                over.remove(vraag)
        return over

    def _beste_reeks(self, samen: Sequence[Afspraakvraag]) -> Reeks:
        """The run of conversations on one day that holds most of them, with the least waiting, then the earliest."""
        vrij = {vraag: self._vrije_tijden(vraag) for vraag in samen}
        beste: Reeks = []
        for eerste in samen:
            for op in vrij[eerste]:
                reeks = self._vervolg(eerste, op, vrij)
                if not beste or self._waarde(reeks) < self._waarde(beste):
                    beste = reeks
                if len(reeks) == len(samen) and not self._wachten(reeks):
                    break  # later ones that begin with this pupil can only be equal
        return beste

    def _vervolg(self, eerste: Afspraakvraag, op: Tijdstip, vrij: dict[Afspraakvraag, list[Tijdstip]]) -> Reeks:
        """From one conversation on always the one that can begin soonest."""
        reeks = [(eerste, op)]
        wachtend = [vraag for vraag in vrij if vraag is not eerste]
        while wachtend:
            vorige, begin = reeks[-1]
            vanaf = Tijdstip(op.datum, begin.begin + vorige.minuten, "")
            volgende = [(first, vraag) for vraag in wachtend if (first := _eerste_vanaf(vrij[vraag], vanaf))]
            if not volgende:
                break
            tijdstip, vraag = min(volgende, key=lambda pair: (pair[0].begin, pair[1].rang))
            reeks.append((vraag, tijdstip))
            wachtend.remove(vraag)
        return reeks

    def _waarde(self, reeks: Reeks) -> tuple[object, ...]:
        """What makes one run better than another: the least of these."""
        return (-len(reeks), self._wachten(reeks), reeks[0][1][:2], [vraag.rang for vraag, _ in reeks])

    def _wachten(self, reeks: Reeks) -> int:
        """Minutes that parents wait between the conversations of a run, and what stood already for them."""
        between = sum(later.begin - op.begin - vraag.minuten for (vraag, op), (_, later) in pairwise(reeks))
        return between + min(self._afstand(*reeks[0]), self._afstand(*reeks[-1]))

    def _plan_een(self, vraag: Afspraakvraag) -> bool:
        """The first free time; near the others of the family if there are any."""
        vrij = self._vrije_tijden(vraag)
        if vrij:
            self._zet(vraag, min(vrij, key=lambda op: (self._afstand(vraag, op), op)))
        return bool(vrij)

    def _vrije_tijden(self, vraag: Afspraakvraag) -> list[Tijdstip]:
        return [op for op in self._bezetting.tijden(vraag) if self._bezetting.is_vrij(vraag, op)]

    def _afstand(self, vraag: Afspraakvraag, op: Tijdstip) -> int:
        """Minutes that parents wait between this conversation and the nearest that they have already.

        A day if it is on other days; nothing if there is none.
        """
        waits: list[int] = []
        for ander, bij in self._van_gezin[vraag.thuis]:
            if ander.ouder == vraag.ouder:
                before, after = bij.begin - op.begin - vraag.minuten, op.begin - bij.begin - ander.minuten
                waits.append(max(before, after) if bij.datum == op.datum else DAG)
        return min(waits, default=0)

    def _zet(self, vraag: Afspraakvraag, op: Tijdstip) -> None:
        self._bezetting.zet(vraag, op)
        self._gepland[vraag] = op
        self._van_gezin[vraag.thuis].append((vraag, op))

    def _verhuis(self, vraag: Afspraakvraag, naar: Tijdstip) -> None:
        van = self._gepland.pop(vraag)
        self._bezetting.haal_weg(vraag, van)
        self._van_gezin[vraag.thuis].remove((vraag, van))
        self._zet(vraag, naar)

    def _maak_ruimte(self, vraag: Afspraakvraag) -> bool:
        """Let another of the group move to a time that is left, rather one without brothers or sisters to be near."""
        if self._plan_een(vraag):  # after somebody moved for another
            return True
        tijden = self._bezetting.tijden(vraag)
        if not any(self._bezetting.leraar_is_vrij(vraag, op) for op in tijden):
            return False
        groep = [pair for pair in self._gepland.items() if pair[0].groep == vraag.groep]
        for ander, terug in sorted(groep, key=lambda pair: (len(self._van_gezin[pair[0].thuis]), pair[0].rang)):
            for naar in self._vrije_tijden(ander):
                self._verhuis(ander, naar)
                if self._plan_een(vraag):
                    return True
                self._verhuis(ander, terug)
        return False

    def _reden(self, vraag: Afspraakvraag) -> str:
        ruim = vraag._replace(minuten=1)
        if not self._bezetting.tijden(ruim):
            return GEEN_TIJD
        tijden = self._bezetting.tijden(vraag)
        if not tijden:
            return TE_KORT.format(minuten=vraag.minuten)
        free = any(self._bezetting.leraar_is_vrij(vraag, op) for op in tijden)
        return GEZIN_BEZET if free else VOL


def _tell(progress: Callable[[int, int], None], cancelled: Callable[[], bool], done: int, total: int) -> None:
    if cancelled():
        raise Afgebroken
    progress(done, total)


def _eerste_vanaf(tijden: Sequence[Tijdstip], vanaf: Tijdstip) -> Tijdstip | None:
    """The first time of that day from a moment on."""
    at = bisect_left(tijden, vanaf)
    return tijden[at] if at < len(tijden) and tijden[at].datum == vanaf.datum else None
