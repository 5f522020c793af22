"""What a calendar outside the program was told, and what it has to hear when that no longer holds.

Nobody takes an event out of a calendar that we can't reach: a later file has to call it off there.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenis:
    """Something in a calendar: on whole days, or on one day at a time.

    Attributes:
        uid: what a calendar program knows it by; the same for ever.
        dagen: the days, in order; more than one only without `tijd`.
        tijd: start, `HH:MM`, or empty.
        minuten: how long; only with `tijd`.
        vervalt: whether it does not take place.
        besloten: whether somebody with whom the calendar is shared sees no more than that there is something.
        soort: category, or empty.
    """

    uid: str
    titel: str
    dagen: tuple[date, ...]
    toelichting: str = ""
    tijd: str = ""
    minuten: int = 0
    vervalt: bool = False
    besloten: bool = False
    soort: str = ""


def afzeggingen(
    verstuurd: Mapping[str, Gebeurtenis], nu: Iterable[Gebeurtenis], nog: Collection[str] = ()
) -> Iterator[Gebeurtenis]:
    """What went out earlier and is not there any more, called off on the days on which a calendar shows it.

    Parameters:
        verstuurd: as of `onthoud`.
        nu: what the new file tells itself.
        nog: UIDs of what still holds though the new file says nothing of it.
    """
    known = {*nog, *(each.uid for each in nu)}
    for uid, each in verstuurd.items():
        if uid not in known:
            yield replace(each, titel=f"Vervalt: {each.titel}", vervalt=True)


def onthoud(verstuurd: Mapping[str, Gebeurtenis], nu: Iterable[Gebeurtenis]) -> dict[str, Gebeurtenis]:
    """What has gone out once this file has too, by UID; what was called off stays known as it last stood.

    Of a conversation its kind is enough: who it is about need not be told again to call it off.
    """
    told = (each for each in nu if not each.vervalt)
    kept = (replace(each, titel=each.soort if each.besloten else each.titel, toelichting="") for each in told)
    return {**verstuurd, **{each.uid: each for each in kept}}
