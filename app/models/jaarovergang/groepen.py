"""The groups of the new year, and which of them is proposed for a pupil.

A school mostly keeps its groups: next year there is a 5 and a 5/6 again, with the same teachers, and the children move
one on. So the new year begins with a group for each present one, and a child goes to the group of its new year: the one
it already sits in where that teaches both years, else the one of the same sign (5A to 6A), else the next in order.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.models.ids import new_id
from app.models.jaarovergang.stand import Stand
from app.models.jaarovergang.stappen import gewoon, is_leerjaar, jaargroep_na
from app.models.leerling import Leerling
from app.models.school import Groep

_JAAR = re.compile(r"(?<!\d)[0-8](?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweGroep:
    """A group of the new year.

    Attributes:
        id: the identity the `Groep` will get.
        jaargroepen: the years meant to be taught in it; years of its pupils come on top of these.
        leerkrachten, dagen, verslag_door: as in `Groep`.
        uit: id of the present group that it goes on from; empty for one that was added.
    """

    id: str = field(default_factory=new_id)
    naam: str = ""
    jaargroepen: tuple[str, ...] = ()
    leerkrachten: tuple[str, ...] = ()
    dagen: Mapping[str, str] = field(default_factory=dict)
    verslag_door: str | None = None
    uit: str = ""


def jaargroepen_van(groep: Groep, leerlingen: Sequence[Leerling]) -> tuple[str, ...]:
    """The years taught in a group: as the school says, else those of its pupils."""
    return groep.jaargroepen or op_volgorde(each.jaargroep for each in leerlingen if each.groep == groep.id)


def op_volgorde(codes: Iterable[str]) -> tuple[str, ...]:
    """Codes of jaargroepen, each once: the years first, other codes after them; an empty one is left out."""
    return tuple(sorted({code for code in codes if code}, key=lambda code: (not is_leerjaar(code), code)))


def nieuwe_groepen(stand: Stand) -> tuple[NieuweGroep, ...]:
    """A group for each present one, and one for each year that children come into and no group teaches yet."""
    found = [
        NieuweGroep(
            naam=each.naam,
            jaargroepen=jaargroepen_van(each, stand.leerlingen),
            leerkrachten=each.leerkrachten,
            dagen=each.dagen,
            verslag_door=each.verslag_door,
            uit=each.id,
        )
        for each in stand.groepen
    ]
    taught = {code for each in found for code in each.jaargroepen}
    return (*found, *_ontbrekende(stand, taught))


def _ontbrekende(stand: Stand, taught: set[str]) -> list[NieuweGroep]:
    """A school that grows has children for a year that it did not have: their group goes on under its next name."""
    found: dict[str, NieuweGroep] = {}
    for groep in stand.groepen:
        inside = [each.jaargroep for each in stand.leerlingen if each.groep == groep.id]
        coming = {jaargroep_na(code, gewoon(code)) for code in inside if is_leerjaar(code)}
        for code in op_volgorde(coming - taught):
            naam = opgeschoven(groep.naam, 1)
            naam = naam if naam != groep.naam and "/" not in naam else f"Groep {code}"
            found.setdefault(naam.casefold(), NieuweGroep(naam=naam, jaargroepen=(code,)))
    return list(found.values())


def opgeschoven(naam: str, sprong: int) -> str:
    """The name of a group so many years on, e.g. `6A` for `5A`; a name without a year stays as it is."""

    def later(found: re.Match[str]) -> str:
        year = int(found[0]) + sprong
        return str(year) if year <= 8 else found[0]

    return _JAAR.sub(later, naam)


class Indeler:
    """Proposes a group of the new year for pupils.

    Parameters:
        stand: the school now.
        groepen: the groups of the new year.
    """

    def __init__(self, stand: Stand, groepen: Sequence[NieuweGroep]) -> None:
        self._groepen = tuple(groepen)
        self._oud = {each.id: each for each in stand.groepen}
        self._vervolg = {each.uit: each for each in groepen if each.uit}
        self._gevonden: dict[tuple[str, str, str], str | None] = {}
        self._parallel: dict[str, list[str]] = {}
        for (groep, code), _ in Counter((each.groep, each.jaargroep) for each in stand.leerlingen).items():
            if groep in self._oud:
                self._parallel.setdefault(code, []).append(groep)
        order = {each.id: place for place, each in enumerate(stand.groepen)}
        for ids in self._parallel.values():
            ids.sort(key=order.__getitem__)

    def groep_voor(self, leerling: Leerling, jaargroep: str) -> str | None:
        """Id of the new group for a pupil who comes into this jaargroep; None for who has no group now."""
        key = (leerling.groep or "", leerling.jaargroep, jaargroep)
        if key not in self._gevonden:  # what holds for one child of a group holds for its classmates
            self._gevonden[key] = self._groep_voor(*key)
        return self._gevonden[key]

    def _groep_voor(self, groep: str, van: str, jaargroep: str) -> str | None:
        oud = self._oud.get(groep)
        if oud is None:
            return None
        own = self._vervolg.get(oud.id)
        if own is not None and (jaargroep in own.jaargroepen or not is_leerjaar(jaargroep)):
            return own.id
        fitting = [each for each in self._groepen if jaargroep in each.jaargroepen]
        if len(fitting) < 2:
            return fitting[0].id if fitting else None
        return self._zelfde_teken(oud, van, jaargroep, fitting) or self._op_rij(oud, van, fitting)

    def _zelfde_teken(self, oud: Groep, van: str, naar: str, fitting: Sequence[NieuweGroep]) -> str | None:
        sprong = int(naar) - int(van) if is_leerjaar(van) and is_leerjaar(naar) else 0
        wanted = opgeschoven(oud.naam, sprong).casefold()
        same = [each for each in fitting if each.naam.casefold() == wanted]
        same = same or [each for each in fitting if _teken(each.naam) == _teken(oud.naam)]
        return same[0].id if len(same) == 1 else None

    def _op_rij(self, oud: Groep, van: str, fitting: Sequence[NieuweGroep]) -> str:
        beside = self._parallel.get(van, [oud.id])
        return fitting[beside.index(oud.id) * len(fitting) // len(beside)].id


def _teken(naam: str) -> str:
    """What tells parallel groups apart: the name without its years."""
    return re.sub(r"[\d/\s-]", "", naam).casefold()
