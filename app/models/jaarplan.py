"""The year plan: all moments of conversation in one school year, with their days and the reason for them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.models.gesprek import Momentkeuze
from app.models.gespreksbeleid.definition import Beleid, Moment, Soort
from app.models.kalender import Kalender
from app.models.momentregels import dagen_van


@dataclass(frozen=True, slots=True)
class Gespreksmoment:
    """One moment of the year.

    Attributes:
        sleutel: id of the moment in the policy; with `/8` behind it when one jaargroep has days of its own.
        jaargroepen: for whose pupils.
        dagen: the school days on which it can be, in order; empty when there are none.
        reden: why those days, to read behind them.
        knelt: what is too tight about them, or empty.
        verplicht: whether each pupil needs one.
        planner_op: Monday of the week in which its planner opens, or None.
        eigen: whether the school chose the days itself.
    """

    sleutel: str
    soort: Soort
    titel: str
    kort: str
    jaargroepen: tuple[str, ...]
    dagen: tuple[date, ...]
    reden: str
    knelt: str
    verplicht: bool
    planner_op: date | None
    eigen: bool = False

    @property
    def van(self) -> date | None:
        """First day."""
        return self.dagen[0] if self.dagen else None

    @property
    def tot(self) -> date | None:
        """Last day."""
        return self.dagen[-1] if self.dagen else None

    @property
    def basis(self) -> str:
        """Id of the moment in the policy; what a `Gesprek` names."""
        return self.sleutel.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What the school could do about a remark.

    Attributes:
        keuzes: the choices to write when it says yes.
    """

    tekst: str
    keuzes: tuple[Momentkeuze, ...]


@dataclass(frozen=True, slots=True)
class Opmerking:
    """Something about the plan that asks for a decision.

    Attributes:
        ernst: `bad` (it can't be like this), `warn` (it is tight) or `info`.
        momenten: keys of the moments it is about.
    """

    ernst: str
    tekst: str
    momenten: tuple[str, ...] = ()
    voorstel: Voorstel | None = None


@dataclass(frozen=True, slots=True)
class Jaarplan:
    """All moments of one school year.

    Attributes:
        rapporten: days on which reports come out, by id of the period: chosen by the school.
        momenten: by date; those without any day last.
    """

    schooljaar: str
    kalender: Kalender
    beleid: Beleid
    rapporten: Mapping[str, date]
    momenten: tuple[Gespreksmoment, ...]
    opmerkingen: tuple[Opmerking, ...] = ()

    def moment(self, sleutel: str) -> Gespreksmoment | None:
        """A moment by its key."""
        return next((each for each in self.momenten if each.sleutel == sleutel), None)

    def voor(self, basis: str, jaargroep: str) -> Gespreksmoment | None:
        """The moment as it is for pupils of one jaargroep, or None when it is not for them."""
        found = (each for each in self.momenten if each.basis == basis and jaargroep in each.jaargroepen)
        return next(found, None)

    def alleen(self, jaargroepen: Collection[str]) -> "Jaarplan":
        """The plan without the moments that are for nobody, such as the advice of groep 8 in a school that ends at 6.

        Parameters:
            jaargroepen: those the school has; the plan stays whole while that is not known.
        """
        years = set(jaargroepen)
        kept = tuple(each for each in self.momenten if not years.isdisjoint(each.jaargroepen))
        if not kept:
            return self
        keys = {each.sleutel for each in kept}
        about = (each for each in self.opmerkingen if keys.issuperset(each.momenten))
        return replace(self, momenten=kept, opmerkingen=tuple(about))

    @property
    def kolommen(self) -> tuple[tuple[str, str], ...]:
        """The moments of the policy that have a place in this year, by date: `(id, short title)`."""
        return tuple({each.basis: each.kort for each in self.momenten}.items())


def maak_jaarplan(
    kalender: Kalender,
    beleid: Beleid,
    rapporten: Mapping[str, date] | None = None,
    keuzes: Iterable[Momentkeuze] = (),
) -> Jaarplan:
    """Work out the year plan.

    Parameters:
        kalender: of the school year.
        beleid: the policy that holds that year.
        rapporten: days on which the school gives its reports, by id of the period.
        keuzes: what the school decided about single moments.
    """
    from app.models.drukte import opmerkingen

    chosen = {each.moment: each for each in keuzes}
    given = rapporten or {}
    found = [
        each
        for soort in beleid.soorten
        for moment in soort.momenten
        for each in _momenten(kalender, beleid, given, soort, moment, chosen)
    ]
    in_order = tuple(sorted(found, key=lambda each: (each.van or date.max, each.tot or date.max, each.sleutel)))
    plan = Jaarplan(kalender.schooljaar, kalender, beleid, given, in_order)
    return replace(plan, opmerkingen=opmerkingen(plan, chosen))


def _momenten(
    kalender: Kalender,
    beleid: Beleid,
    rapporten: Mapping[str, date],
    soort: Soort,
    moment: Moment,
    chosen: Mapping[str, Momentkeuze],
) -> Iterable[Gespreksmoment]:
    """The moment itself, and one of its own for each jaargroep that has other days."""
    apart = {year: chosen[f"{moment.id}/{year}"] for year in moment.jaargroepen if f"{moment.id}/{year}" in chosen}
    found = dagen_van(moment.regel, kalender, beleid, rapporten)
    together = Gespreksmoment(
        sleutel=moment.id,
        soort=soort,
        titel=moment.titel,
        kort=moment.kort,
        jaargroepen=tuple(year for year in moment.jaargroepen if year not in apart),
        dagen=found.dagen,
        reden=found.reden,
        knelt=found.knelt,
        verplicht=moment.verplicht,
        planner_op=_planner(kalender, soort, found.dagen),
    )
    if together.jaargroepen:
        yield from _gekozen(together, chosen.get(moment.id), kalender)
    for year, keuze in apart.items():
        alone = replace(
            together, sleutel=f"{moment.id}/{year}", jaargroepen=(year,), titel=f"{moment.titel} groep {year}"
        )
        yield from _gekozen(alone, keuze, kalender)


def _gekozen(moment: Gespreksmoment, keuze: Momentkeuze | None, kalender: Kalender) -> Iterable[Gespreksmoment]:
    if keuze is not None and keuze.vervalt and not keuze.verwijderd_op:
        return
    if keuze is None or keuze.van is None or keuze.verwijderd_op:
        yield moment
    else:
        days = kalender.schooldagen(keuze.van, keuze.tot or keuze.van)
        reason = f"gekozen door de school: {keuze.reden}" if keuze.reden else "gekozen door de school"
        planner = _planner(kalender, moment.soort, days)
        yield replace(moment, dagen=days, reden=reason, knelt="", planner_op=planner, eigen=True)


def _planner(kalender: Kalender, soort: Soort, dagen: tuple[date, ...]) -> date | None:
    if not soort.planner_weken or not dagen:
        return None
    opens = dagen[0]
    for _ in range(soort.planner_weken):
        before = kalender.week_voor(opens)
        opens = before.schooldagen[0] if before else opens
    return opens
