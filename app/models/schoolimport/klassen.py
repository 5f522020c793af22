"""Which groups of children the file describes, seen as a teacher would count them.

Administrations write a combination group in two ways: as one group with jaargroep `C`, whose years stand with its
pupils, or as several groups with the same name, one per year. Both become one `Klas` here. Two groups share a name for
another reason too: `5` in each of two locations. So groups are joined only where their years differ and their pupils
are not in different locations; the key stays the identity, which is why a `Klas` keeps them all.

A `samengestelde_groep` stands beside the pupils' own groups (reading groups, plus classes). It becomes a `Klas` only
for pupils who have no group of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.models.schoolimport.aanlevering import COMBINATIE, HISTORISCH, Aanlevering, GroepRegel, LeerlingRegel

LEERKRACHT = "leerkracht"


@dataclass(frozen=True, slots=True, kw_only=True)
class Klas:
    """One group of children.

    Attributes:
        id: the identity it gets if it turns out to be new.
        keys: its keys in the administration; several for a combination group that is written as several.
        jaargroepen: the years of its pupils, in order; those of the group itself where its pupils don't tell.
        leerkrachten: ids of `MedewerkerRegel`; None when the file has no staff.
    """

    id: str
    regel: int
    keys: tuple[str, ...]
    naam: str
    jaargroepen: tuple[str, ...] = ()
    leerkrachten: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Indeling:
    """The groups, and who is in which.

    Attributes:
        groep_van: id of the `Klas` by id of the `LeerlingRegel`; pupils without a group are not in it.
        jaargroep_van: year by id of the `LeerlingRegel`; the pupil's own leads over the group's.
        opmerkingen: what the user should know about it, in sentences.
    """

    klassen: tuple[Klas, ...]
    groep_van: Mapping[str, str]
    jaargroep_van: Mapping[str, str]
    opmerkingen: tuple[str, ...]


def indeling(aanlevering: Aanlevering, leerlingen: Sequence[LeerlingRegel]) -> Indeling:
    """Work out the groups.

    Groups without pupils and without staff are left out: administrations keep many of those.

    Parameters:
        aanlevering: the file.
        leerlingen: those of its pupils who are at school.
    """
    groepen = {each.key: each for each in aanlevering.groepen}
    home = _homes(leerlingen, groepen)
    jaargroepen = {row.id: _jaargroep(row, groepen.get(home.get(row.id, ""))) for row in leerlingen}
    taught = {tie.groep for row in aanlevering.medewerkers or () for tie in row.groepen}
    used = set(home.values()) | {key for key in taught if not groepen[key].samengesteld}
    kept = [each for each in aanlevering.groepen if each.key in used and each.jaargroep != HISTORISCH]
    parts = _joined(kept, _vestigingen(leerlingen, home))
    klassen, opmerkingen = _klassen(parts, aanlevering, leerlingen, home, jaargroepen)
    klas_of = {key: klas.id for klas in klassen for key in klas.keys}
    groep_van = {row: klas_of[key] for row, key in home.items() if key in klas_of}
    return Indeling(klassen, groep_van, jaargroepen, (*opmerkingen, *_over_samengesteld(kept, aanlevering)))


def jaargroep_volgorde(code: str) -> tuple[int, int, str]:
    """Sort key for codes of jaargroepen: the years by number, other codes after them."""
    return (0, int(code), "") if code.isdigit() else (1, 0, code)


def _homes(leerlingen: Iterable[LeerlingRegel], groepen: Mapping[str, GroepRegel]) -> dict[str, str]:
    sizes = Counter(key for row in leerlingen for key in row.samengesteld)
    found: dict[str, str] = {}
    for row in leerlingen:
        if row.groep in groepen:
            found[row.id] = row.groep
        elif row.samengesteld:
            found[row.id] = max(row.samengesteld, key=lambda key: sizes[key])
    return found


def _jaargroep(row: LeerlingRegel, groep: GroepRegel | None) -> str:
    for code in (row.jaargroep, groep.jaargroep if groep else ""):
        if code and code not in (COMBINATIE, HISTORISCH):
            return code
    return ""


def _vestigingen(leerlingen: Iterable[LeerlingRegel], home: Mapping[str, str]) -> dict[str, str]:
    """The location of each group; empty for a group whose pupils are in several or tell none."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in leerlingen:
        if row.id in home:
            found[home[row.id]].add(row.vestiging)
    return {key: next(iter(places)) if len(places) == 1 else "" for key, places in found.items()}


def _joined(groepen: Iterable[GroepRegel], places: Mapping[str, str]) -> list[tuple[list[GroepRegel], str]]:
    """Groups that are one, each with its location."""
    by_name: dict[str, list[GroepRegel]] = defaultdict(list)
    for each in groepen:
        by_name[each.naam.casefold()].append(each)
    joined: list[tuple[list[GroepRegel], str]] = []
    for same in by_name.values():
        named = {places.get(each.key, "") for each in same} - {""}
        only = next(iter(named)) if len(named) == 1 else ""
        by_place: dict[str, list[GroepRegel]] = defaultdict(list)
        for each in same:
            by_place[places.get(each.key, "") or only].append(each)
        for place, parts in by_place.items():
            years = {each.jaargroep for each in parts}
            one = len(years) == len(parts) and not any(each.samengesteld for each in parts)
            joined += [(parts, place)] if one else [([each], place) for each in parts]
    return joined


def _klassen(
    joined: Sequence[tuple[list[GroepRegel], str]],
    aanlevering: Aanlevering,
    leerlingen: Iterable[LeerlingRegel],
    home: Mapping[str, str],
    jaargroepen: Mapping[str, str],
) -> tuple[tuple[Klas, ...], list[str]]:
    years: dict[str, set[str]] = defaultdict(set)
    for row in leerlingen:
        if row.id in home and jaargroepen[row.id]:
            years[home[row.id]].add(jaargroepen[row.id])
    klassen = []
    for parts, _place in joined:
        own = {each.jaargroep for each in parts} - {"", COMBINATIE}
        told = set().union(*(years[each.key] for each in parts))
        keys = tuple(each.key for each in sorted(parts, key=lambda each: jaargroep_volgorde(each.jaargroep)))
        klassen.append(
            Klas(
                id=parts[0].id,
                regel=parts[0].regel,
                keys=keys,
                naam=parts[0].naam,
                jaargroepen=tuple(sorted(told or own, key=jaargroep_volgorde)),
                leerkrachten=_leerkrachten(aanlevering, keys),
            )
        )
    return _told_apart(klassen, [aanlevering.vestigingen.get(place, "") for _parts, place in joined])


def _leerkrachten(aanlevering: Aanlevering, keys: Collection[str]) -> tuple[str, ...] | None:
    """Staff of a group: its teachers; where nobody is called that, everyone who is tied to it."""
    if aanlevering.medewerkers is None:
        return None
    tied = [
        (row.id, LEERKRACHT in (tie.rollen or row.rollen or (LEERKRACHT,)))
        for row in aanlevering.medewerkers
        for tie in row.groepen
        if tie.groep in keys
    ]
    teachers = dict.fromkeys(row for row, is_teacher in tied if is_teacher)
    return tuple(teachers or dict.fromkeys(row for row, _is_teacher in tied))


def _told_apart(klassen: list[Klas], places: Sequence[str]) -> tuple[tuple[Klas, ...], list[str]]:
    """Give groups of different locations that share a name the location's name too; tell where that can't be done."""
    same: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(klassen):
        same[each.naam.casefold()].append(place)
    double = []
    for numbers in (each for each in same.values() if len(each) > 1):
        for number in numbers:
            if places[number]:
                klassen[number] = replace(klassen[number], naam=f"{klassen[number].naam} ({places[number]})")
        if len({klassen[number].naam for number in numbers}) < len(numbers):
            double.append(f"‘{klassen[numbers[0]].naam}’")
    return tuple(klassen), _over_dubbel(double)


def _over_dubbel(namen: Sequence[str]) -> list[str]:
    if not namen:
        return []
    return [
        f"Meer dan één groep heet {', '.join(namen[:5])}. Ze blijven apart; geef ze in Ruggespraak zelf een naam "
        "waaraan je ze herkent."
    ]


def _over_samengesteld(kept: Iterable[GroepRegel], aanlevering: Aanlevering) -> list[str]:
    taken = {each.key for each in kept}
    left_out = sum(1 for each in aanlevering.groepen if each.samengesteld and each.key not in taken)
    if not left_out:
        return []
    return [
        f"{left_out} samengestelde groep{'en zijn' if left_out > 1 else ' is'} niet overgenomen: deze leerlingen "
        "hebben al een eigen groep."
    ]
