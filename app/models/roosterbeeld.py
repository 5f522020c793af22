"""A proposal as people read it: a day with the times below each other and the groups side by side; and moving in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.models.bezetting import Afspraakvraag, Bezetting, Blok, Plek
from app.models.gespreksplanning import NietGepast, Rooster, op_tijd

PLEK, VAST, VRIJ = "plek", "vast", "vrij"
LEERKRACHT_BEZET = "De leerkracht heeft dan een ander gesprek."
GEZIN_BEZET = "Dit gezin heeft dan een ander gesprek."
GEEN_PLEK = "Hier is geen tijd gekozen, of het gesprek past er niet meer voor de pauze of het einde."

ZELF_UIT = "Zelf uit het voorstel gehaald."


@dataclass(frozen=True, slots=True)
class Vak:
    """What a group has at a time.

    Attributes:
        soort: `PLEK` (of the proposal), `VAST` (planned before) or `VRIJ`.
        plek: the conversation; None for a free time.
        gezin: other conversations of the same family on that day.
    """

    soort: str
    plek: Plek | None = None
    gezin: tuple[Plek, ...] = ()

    @property
    def aansluitend(self) -> bool:
        """Whether one of the family is right before or after."""
        plek = self.plek
        return plek is not None and any(plek.tijd == each.tot or plek.tot == each.tijd for each in self.gezin)


@dataclass(frozen=True, slots=True)
class Dagbeeld:
    """One day.

    Attributes:
        tijden: at which something begins or could begin, in order.
        vakken: by time and id of the group; where nothing stands there is a break, or no time.
    """

    dag: date
    tijden: tuple[str, ...] = ()
    vakken: Mapping[tuple[str, str], Vak] = field(default_factory=dict)


def dagbeeld(rooster: Rooster, blokken: Sequence[Blok], vast: Iterable[Plek], dag: date, minuten: int) -> Dagbeeld:
    """How a day looks.

    Parameters:
        vast: what was planned before.
        minuten: length of the free times that are shown.
    """
    vast = [each for each in vast if each.datum == dag]
    plekken = [each for each in rooster.plekken if each.datum == dag]
    family: dict[str, list[Plek]] = defaultdict(list)
    for plek in (*plekken, *vast):
        family[plek.vraag.thuis].append(plek)
    vakken: dict[tuple[str, str], Vak] = {}
    bezetting = Bezetting([each for each in blokken if each.datum == dag], vast, [minuten])
    for plek in plekken:
        bezetting.zet(plek.vraag, plek.tijdstip)
    for groep in {each.groep for each in blokken if each.datum == dag}:
        blank = Afspraakvraag("", groep, minuten)
        for op in bezetting.tijden(blank):
            if bezetting.leraar_is_vrij(blank, op):
                vakken[Plek.op(blank, op).tijd, groep] = Vak(VRIJ)
    for soort, these in ((VAST, vast), (PLEK, plekken)):
        for plek in these:
            others = tuple(each for each in family[plek.vraag.thuis] if each is not plek)
            vakken[plek.tijd, plek.vraag.groep] = Vak(soort, plek, others)
    return Dagbeeld(dag, tuple(sorted({tijd for tijd, _ in vakken})), vakken)


def verzet(
    rooster: Rooster, vraag: Afspraakvraag, dag: date, tijd: str, blokken: Sequence[Blok], vast: Iterable[Plek]
) -> Rooster | str:
    """Move a conversation of the proposal, or give a time to one that had none.

    On the time of another one of the group the two change places, if that can be.

    Returns:
        The proposal as it becomes, or the sentence why it can't be.
    """
    others = [each for each in rooster.plekken if each.vraag != vraag]
    own = next((each for each in rooster.plekken if each.vraag == vraag), None)
    bezetting = Bezetting(blokken, vast, [each.vraag.minuten for each in rooster.plekken] or [vraag.minuten])
    for plek in others:
        bezetting.zet(plek.vraag, plek.tijdstip)
    found = (op for op in bezetting.tijden(vraag) if Plek.op(vraag, op)[1:3] == (dag, tijd))
    op = next(found, None)
    if op is None:
        return GEEN_PLEK
    there = next((each for each in others if each.vraag.groep == vraag.groep and each.tijdstip[:2] == op[:2]), None)
    if there is not None and own is not None:
        bezetting.haal_weg(there.vraag, there.tijdstip)
        if not bezetting.is_vrij(there.vraag, own.tijdstip):
            return GEZIN_BEZET
        bezetting.zet(there.vraag, own.tijdstip)
        others = [Plek.op(there.vraag, own.tijdstip) if each is there else each for each in others]
    if not bezetting.leraar_is_vrij(vraag, op):
        return LEERKRACHT_BEZET
    if not bezetting.is_vrij(vraag, op):
        return GEZIN_BEZET
    plekken = sorted((*others, Plek.op(vraag, op)), key=op_tijd)
    return Rooster(tuple(plekken), tuple(each for each in rooster.past_niet if each.vraag != vraag))


def haal_uit(rooster: Rooster, vraag: Afspraakvraag) -> Rooster:
    """Take a conversation out of the proposal; it stays named."""
    plekken = tuple(each for each in rooster.plekken if each.vraag != vraag)
    named = (*rooster.past_niet, NietGepast(vraag, ZELF_UIT))
    return Rooster(plekken, tuple(sorted(named, key=lambda each: each.vraag.rang)))
