"""What the file means for the groups."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from app.models.school import Groep
from app.models.schoolimport.aanlevering import is_stabiel
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.klassen import Klas
from app.models.schoolimport.vergelijking import Vergelijking, maak_post, met_vinkje
from app.models.schoolimport.voorstel import NIEUW, TERUG, WEG, WIJZIGEN, Post

Herkomst = Mapping[str, Counter[str]]
"""By id of a `Klas`, in which known groups its pupils sit now."""


def koppel_groepen(
    klassen: Sequence[Klas], bestand: Bestand, schooljaar: str, herkomst: Herkomst | None = None
) -> dict[str, str]:
    """Find the known group of each group in the file, within one school year.

    By one of its keys, else by its name, else by its pupils: a group that was made here for a new school year has no
    key yet, and may be called otherwise than in the administration.

    Parameters:
        herkomst: by id of a `Klas`, of how many of its pupils it is known in which group they sit now.

    Returns:
        Id of the `Groep` by id of the `Klas`; a group that is not known keeps the id of its `Klas`.
    """
    same_year = [each for each in bestand.groepen if each.schooljaar in ("", schooljaar)]
    by_key = {key: each.id for each in same_year for key in each.bron_keys}
    found: dict[str, str] = {}
    for klas in klassen:
        ids = [by_key[key] for key in klas.keys if is_stabiel(key) and key in by_key]
        free = [each for each in ids if each not in found.values()]
        if free:
            found[klas.id] = free[0]
    taken = set(found.values())
    for klas in klassen:
        named = [each.id for each in same_year if _same_name(each, klas) and each.id not in taken]
        if klas.id not in found:
            found[klas.id] = named[0] if len(named) == 1 else _zelfde_kinderen(klas, same_year, taken, herkomst or {})
            taken.add(found[klas.id])
    return found


def _zelfde_kinderen(klas: Klas, same_year: Sequence[Groep], taken: Collection[str], herkomst: Herkomst) -> str:
    """The group without a key in which more than half of the pupils sit; the id of the `Klas` when there is none."""
    inside = herkomst.get(klas.id, Counter())
    free = [each.id for each in same_year if not each.bron_keys and not each.opgeheven_op and each.id not in taken]
    most = [each for each in free if inside[each] * 2 > inside.total()]
    return most[0] if most else klas.id


def posten(v: Vergelijking, leerlingen: Sequence[Post]) -> list[Post]:
    """New, changed and ended groups.

    Parameters:
        leerlingen: what happens to the pupils, which tells whether a group that is gone has become empty.
    """
    known = {each.id: each for each in v.bestand.groepen}
    found: list[Post | None] = []
    for klas in v.indeling.klassen:
        group = v.groep_van_klas[klas.id]
        record = known.get(group)
        told = _waarden(v, klas, record)
        actie = NIEUW if record is None else WIJZIGEN
        if record is not None and record.opgeheven_op is not None:
            actie, told = TERUG, {**told, "opgeheven_op": None}
        found.append(maak_post(v, Groep, actie, record, told, id=group, naam=klas.naam, regel=klas.regel))
    staying = _blijvers(v, leerlingen)
    found += [_weg(v, each, staying[each.id]) for each in _ontbrekend(v)]
    return [each for each in found if each is not None]


def _same_name(groep: Groep, klas: Klas) -> bool:
    return groep.opgeheven_op is None and groep.naam.strip().casefold() == klas.naam.casefold()


def _waarden(v: Vergelijking, klas: Klas, record: Groep | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "naam": klas.naam,
        "schooljaar": v.schooljaar,
        "jaargroepen": klas.jaargroepen,
        "bron_keys": tuple(each for each in klas.keys if is_stabiel(each)),
    }
    held = {veld: waarde for veld, waarde in told.items() if waarde}
    if klas.leerkrachten is not None:
        held["leerkrachten"] = _leerkrachten(v, klas.leerkrachten, record.leerkrachten if record else ())
    return held


def _leerkrachten(v: Vergelijking, rows: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Staff as the file says; someone of whom the administration knows nothing stays."""
    told = [v.medewerkers.paren.get(row, row) for row in rows]
    in_file = set(v.medewerkers.paren.values())
    stay = [each for each in known if each in told or (each not in in_file and not v.bestand.is_door_import(each))]
    return tuple(dict.fromkeys([*stay, *told]))


def _ontbrekend(v: Vergelijking) -> list[Groep]:
    """Groups that ended with an earlier school year, and groups of this year that the administration no longer has."""
    named = set(v.groep_van_klas.values())
    found = []
    for each in v.bestand.groepen:
        if each.opgeheven_op is None and each.id not in named:
            earlier = bool(each.schooljaar) and each.schooljaar < v.schooljaar
            from_file = bool(each.bron_keys) or v.bestand.is_door_import(each.id)
            if earlier or (from_file and each.schooljaar in ("", v.schooljaar)):
                found.append(each)
    return found


def _weg(v: Vergelijking, groep: Groep, left: int) -> Post | None:
    last = v.vandaag
    if groep.schooljaar and groep.schooljaar < v.schooljaar:
        last = min(last, date(int(groep.schooljaar[-4:]), 7, 31))
    wie = "Er blijft 1 leerling" if left == 1 else f"Er blijven {left} leerlingen"
    toelichting = f"{wie} in achter." if left else "Er zit niemand meer in."
    post = maak_post(v, Groep, WEG, groep, {"opgeheven_op": last.isoformat()}, naam=groep.naam, toelichting=toelichting)
    return met_vinkje(post, not left) if post else None


def _blijvers(v: Vergelijking, leerlingen: Sequence[Post]) -> Counter[str]:
    """How many pupils each group keeps, when all is done as ticked to begin with."""
    leaving = {
        post.id
        for post in leerlingen
        if any(each.aan and each.veld in ("groep", "gearchiveerd_op") for each in post.wijzigingen)
    }
    inside = [each for each in v.bestand.leerlingen if each.gearchiveerd_op is None and each.id not in leaving]
    return Counter(each.groep for each in inside if each.groep)
