"""What a pack is made of, and what was chosen of it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.exports.pakket import Deel
from app.exports.vel import Proefregel

KB, MB = 1 << 10, 1 << 20


class Onderdeel(NamedTuple):
    """Something that can go into a pack.

    Attributes:
        onder: what it is besides, e.g. its size.
        is_bijlage: whether it is a file, which may only leave with consent to share.
        vast: whether it always goes along.
        gekozen: whether it is ticked at first.
    """

    id: str
    titel: str
    onder: str = ""
    is_bijlage: bool = False
    vast: bool = False
    gekozen: bool = True


@dataclass(frozen=True, slots=True)
class Pakketkeuze:
    """What was chosen.

    Attributes:
        onderdelen: ids, in the order of the offer.
        aan, waarom, grond: as in `Verstrekking`.
    """

    onderdelen: tuple[str, ...]
    als_zip: bool
    aan: str
    waarom: str
    grond: str = ""


@dataclass(frozen=True, slots=True)
class Pakketaanbod:
    """A pack that can be made.

    Attributes:
        titel: of the dialog; soort: what the pack is called, e.g. `Aanvraag startgesprek SWV`.
        leerlingen: id and name of each pupil it is about.
        van: id of the `Consult` or `Route`.
        aanvraag: whether it is an application; else all of it is shared.
        aan: to whom, where that is no question; else `rollen` says who of the contacts can be chosen.
        voor: ids of the contacts that are chosen at first.
        waarom: proposed answer to what for.
        delen: makes the parts for a choice, in order.
        let_op: what one should know before it leaves: a title and the sentences below it.
        proef: the words of chosen parts, to look at beforehand; None where the file names say enough.
    """

    titel: str
    soort: str
    leerlingen: tuple[tuple[str, str], ...]
    van: str
    onderdelen: tuple[Onderdeel, ...]
    aanvraag: bool
    delen: Callable[[Pakketkeuze], Sequence[Deel]]
    aan: str = ""
    rollen: tuple[str, ...] = ()
    voor: tuple[str, ...] = ()
    waarom: str = ""
    let_op: tuple[str, str] | None = None
    proef: Callable[[Collection[str]], tuple[Proefregel, ...]] | None = None


def omvang(grootte: int) -> str:
    """A number of bytes as people say it."""
    if grootte >= MB:
        return f"{grootte / MB:.1f} MB".replace(".", ",")
    return f"{max(1, round(grootte / KB))} kB"
