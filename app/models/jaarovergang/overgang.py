"""The whole proposal for a new school year, and what the user makes of it. Every change gives a new one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.models.jaarovergang.groepen import Indeler, NieuweGroep, nieuwe_groepen, op_volgorde
from app.models.jaarovergang.stand import Stand
from app.models.jaarovergang.stappen import WEG, gewoon, jaargroep_na, mogelijk
from app.models.leerling import Leerling


@dataclass(frozen=True, slots=True)
class Stap:
    """What one pupil does.

    Attributes:
        soort: key of `STAPPEN`.
        groep: id of a `NieuweGroep`, or None for none.
        jaargroep: the one in the new year; for who leaves the last one.
    """

    soort: str
    groep: str | None
    jaargroep: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgang:
    """A new school year as it would be written.

    Attributes:
        stand: the school as it is.
        groepen: the groups of the new year, in order.
        stappen: what each pupil at school does, by id.
        plannen: ids of the groepsplannen of which the new group gets a copy.
    """

    stand: Stand
    groepen: tuple[NieuweGroep, ...] = ()
    stappen: Mapping[str, Stap] = field(default_factory=dict)
    plannen: frozenset[str] = frozenset()

    def groep(self, groep: str | None) -> NieuweGroep | None:
        """A group of the new year by its id."""
        return next((each for each in self.groepen if each.id == groep), None)

    def leerlingen_in(self, groep: str | None) -> tuple[Leerling, ...]:
        """Who would sit in a group of the new year; for None who stays at school without a group."""
        return tuple(each for each in self.stand.leerlingen if self._komt_in(each, groep))

    def aantallen(self) -> Mapping[str | None, int]:
        """Number of pupils by group of the new year."""
        return Counter(each.groep for each in self.stappen.values() if each.soort != WEG)

    def jaargroepen(self) -> Mapping[str, tuple[str, ...]]:
        """The years that will be taught in each group: those meant for it, and those of its pupils."""
        taught = {each.id: set(each.jaargroepen) for each in self.groepen}
        for step in self.stappen.values():
            if step.soort != WEG and step.groep is not None:
                taught[step.groep].add(step.jaargroep)
        return {group: op_volgorde(codes) for group, codes in taught.items()}

    def vervolg(self) -> Mapping[str, NieuweGroep]:
        """By present group the new one in which most of its children come: there its groepsplannen would go on."""
        groups = {each.id: each for each in self.groepen}
        counted: dict[str, Counter[str]] = {}
        for each in self.stand.leerlingen:
            step = self.stappen[each.id]
            if each.groep and step.groep and step.soort != WEG:
                counted.setdefault(each.groep, Counter())[step.groep] += 1
        return {old: groups[found.most_common(1)[0][0]] for old, found in counted.items()}

    def met_stap(self, leerlingen: Iterable[str], soort: str) -> "Overgang":
        """Let pupils take another step, each with the group that is then proposed.

        Pupils who can't take it (a step up from groep 8) stay as they are.
        """
        known = {each.id: each for each in self.stand.leerlingen}
        divider = Indeler(self.stand, self.groepen)
        changed = {
            each: _stap(known[each], soort, divider)
            for each in leerlingen
            if soort in mogelijk(known[each].jaargroep) and self.stappen[each].soort != soort
        }
        return replace(self, stappen={**self.stappen, **changed})

    def met_groep(self, leerlingen: Iterable[str], groep: str | None) -> "Overgang":
        """Move pupils to a group of the new year, or to none. Who leaves school goes to no group."""
        moved = {
            each: replace(self.stappen[each], groep=groep) for each in leerlingen if self.stappen[each].soort != WEG
        }
        return replace(self, stappen={**self.stappen, **moved})

    def met_nieuwe(self, groep: NieuweGroep) -> "Overgang":
        """Put a group in the place of the one with its id, or add it at the end."""
        if self.groep(groep.id) is None:
            return replace(self, groepen=(*self.groepen, groep))
        return replace(self, groepen=tuple(groep if each.id == groep.id else each for each in self.groepen))

    def samengevoegd(self, groep: str, met: str) -> "Overgang":
        """Join two groups: the first takes over pupils, years and staff of the other, which is gone."""
        one, other = self.groep(groep), self.groep(met)
        assert one is not None and other is not None and one is not other
        joined = replace(
            one,
            jaargroepen=op_volgorde((*one.jaargroepen, *other.jaargroepen)),
            leerkrachten=tuple(dict.fromkeys((*one.leerkrachten, *other.leerkrachten))),
            dagen={**other.dagen, **one.dagen},
        )
        inside = [each.id for each in self.leerlingen_in(met)]
        return self.met_nieuwe(joined).met_groep(inside, groep).zonder(met)

    def gesplitst(self, groep: str, nieuw: NieuweGroep) -> "Overgang":
        """Split a group: its higher years go to the new one, or with one year the second half of its pupils."""
        inside = sorted(self.leerlingen_in(groep), key=lambda each: (self.stappen[each.id].jaargroep, each.sorteernaam))
        years = op_volgorde(self.stappen[each.id].jaargroep for each in inside)
        low = set(years[: (len(years) + 1) // 2])
        moved = [each.id for each in inside if self.stappen[each.id].jaargroep not in low]
        one = self.groep(groep)
        assert one is not None
        if len(years) < 2:
            moved = [each.id for each in inside[(len(inside) + 1) // 2 :]]
            nieuw = replace(nieuw, jaargroepen=one.jaargroepen)
        else:
            nieuw = replace(nieuw, jaargroepen=tuple(each for each in years if each not in low))
            one = replace(one, jaargroepen=tuple(each for each in one.jaargroepen if each not in nieuw.jaargroepen))
        return self.met_nieuwe(one).met_nieuwe(nieuw).met_groep(moved, nieuw.id)

    def zonder(self, groep: str) -> "Overgang":
        """Leave a group out; who was meant for it has no group then."""
        inside = [each.id for each in self.leerlingen_in(groep)]
        left = self.met_groep(inside, None)
        return replace(left, groepen=tuple(each for each in self.groepen if each.id != groep))

    def met_plan(self, plan: str, mee: bool) -> "Overgang":
        """Let a groepsplan go along, or not."""
        return replace(self, plannen=self.plannen | {plan} if mee else self.plannen - {plan})

    def _komt_in(self, leerling: Leerling, groep: str | None) -> bool:
        return _zit_in(self.stappen[leerling.id], groep)


NIETS = Overgang(stand=Stand(schooljaar="2000-2001", laatste_dag=date(2001, 7, 31)))
"""No school at all: what a screen shows that has not read yet."""


def voorstel(stand: Stand) -> Overgang:
    """The usual new year: everyone one on, groep 8 away. Groepsplannen that run on are copied."""
    return deel_in(stand, nieuwe_groepen(stand))


def deel_in(stand: Stand, groepen: tuple[NieuweGroep, ...]) -> Overgang:
    """The usual step of every pupil, into these groups."""
    divider = Indeler(stand, groepen)
    steps = {each.id: _stap(each, gewoon(each.jaargroep), divider) for each in stand.leerlingen}
    made = _lege_gevuld(Overgang(stand=stand, groepen=groepen, stappen=steps))
    follow = made.vervolg()
    return replace(made, plannen=frozenset(each.id for each in stand.groepsplannen if each.groep in follow))


def _lege_gevuld(made: Overgang) -> Overgang:
    """Fill a group of one year that nobody would come into from the combination group with most children of that year.

    Beside 5/6 there is a 6 because 5/6 would be too full: so who comes into 6 goes there.
    """
    counts = made.aantallen()
    sitting: dict[str, list[tuple[str, str]]] = defaultdict(list)
    years: dict[str, set[str]] = defaultdict(set)
    for pupil, step in made.stappen.items():
        if step.soort != WEG and step.groep:
            sitting[step.jaargroep].append((pupil, step.groep))
            years[step.groep].add(step.jaargroep)
    for group in made.groepen:
        if len(group.jaargroepen) != 1 or counts.get(group.id):
            continue
        of_year = sitting[group.jaargroepen[0]]
        counted = Counter(each for _, each in of_year if len(years[each]) > 1)
        if counted:
            fullest = counted.most_common(1)[0][0]
            made = made.met_groep([pupil for pupil, each in of_year if each == fullest], group.id)
            sitting[group.jaargroepen[0]] = [pair for pair in of_year if pair[1] != fullest]
    return made


def _zit_in(stap: Stap, groep: str | None) -> bool:
    return stap.soort != WEG and stap.groep == groep


def _stap(leerling: Leerling, soort: str, divider: Indeler) -> Stap:
    after = jaargroep_na(leerling.jaargroep, soort)
    return Stap(soort, None if soort == WEG else divider.groep_voor(leerling, after), after)
