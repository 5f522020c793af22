"""What the overview reads: a school year with how far it is, and one moment of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from app.models.gesprek import Momentkeuze
from app.models.gespreksbeleid.definition import Soort
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.storage.archive import Archive
from app.storage.gespreksdekking import Cel, Dekking, dekking
from app.storage.gesprekstaken import Gesprekstaak, taken
from app.storage.gesprekstelling import Momentcijfers, momentcijfers
from app.storage.leden import jaargroepen_van
from app.storage.momentkeuzes import keuze_van
from app.storage.schooljaren import dit_schooljaar, jaarplan, schooljaren


@dataclass(frozen=True, slots=True)
class Overzicht:
    """A school year of conversations.

    Attributes:
        jaren: the school years one can look at, newest first.
        nu: the present school year.
        vervallen: moments that the school leaves out this year.
        volgende: the moment that goes on or comes next; the last one when all are over, None without any.
    """

    jaren: tuple[str, ...]
    nu: str
    plan: Jaarplan
    dekking: Dekking
    taken: tuple[Gesprekstaak, ...]
    vervallen: tuple[Momentkeuze, ...]
    volgende: Gespreksmoment | None


@dataclass(frozen=True, slots=True)
class MomentStand:
    """One moment as it stands.

    Attributes:
        soort: its kind, also when the moment is left out this year.
        moment: in the year plan, or None when it is left out.
        keuze: what the school decided about it.
        notities: where its Check and Act are kept: one for all jaargroepen.
        totaal: all groups together, or None when it is for nobody.
    """

    titel: str
    soort: Soort
    moment: Gespreksmoment | None
    keuze: Momentkeuze
    notities: Momentkeuze
    totaal: Cel | None
    cijfers: Momentcijfers


def lees_overzicht(schooljaar: str, today: date, archive: Archive) -> Overzicht:
    """Read a school year.

    Parameters:
        schooljaar: e.g. `2026-2027`; the present one when empty.

    Raises:
        Refused: the school's own policy can't be read; the sentence names the place.
    """
    now = dit_schooljaar(archive, today)
    year = schooljaar or now
    taught = jaargroepen_van(archive, year, today)
    plan = jaarplan(archive, year).alleen(taught)
    choices = archive.all(Momentkeuze, schooljaar=year)
    skipped = tuple(each for each in choices if each.vervalt and _is_for(plan, each, taught))
    years = tuple(sorted({*schooljaren(archive, today), year}, reverse=True))
    coming = (each for each in plan.momenten if each.tot and each.tot >= today)
    grid = dekking(archive, plan, today)
    return Overzicht(
        jaren=years,
        nu=now,
        plan=plan,
        dekking=grid,
        taken=taken(archive, plan, today, grid),
        vervallen=skipped,
        volgende=next(coming, plan.momenten[-1] if plan.momenten else None),
    )


def _is_for(plan: Jaarplan, keuze: Momentkeuze, taught: Collection[str]) -> bool:
    """Whether the policy still has a moment, for a year that the school has."""
    basis, _, year = keuze.moment.partition("/")
    known = plan.beleid.moment(basis)
    years = (year,) if year else known[1].jaargroepen if known else ()
    return known is not None and (not taught or not set(taught).isdisjoint(years))


def lees_moment(schooljaar: str, sleutel: str, today: date, archive: Archive) -> MomentStand | None:
    """Read one moment.

    Parameters:
        sleutel: of the moment in the year plan, or its id in the policy.

    Returns:
        None when the policy doesn't have it (any more).
    """
    plan = jaarplan(archive, schooljaar)
    basis = sleutel.partition("/")[0]
    known = plan.beleid.moment(basis)
    if known is None:
        return None
    moment = plan.moment(sleutel) or next((each for each in plan.momenten if each.basis == sleutel), None)
    key = moment.sleutel if moment else sleutel
    in_plan = any(basis == each for each, _ in plan.kolommen)
    return MomentStand(
        titel=moment.titel if moment else known[1].titel,
        soort=known[0],
        moment=moment,
        keuze=keuze_van(archive, schooljaar, key),
        notities=keuze_van(archive, schooljaar, basis),
        totaal=dekking(archive, plan, today).totaal(basis) if in_plan else None,
        cijfers=momentcijfers(archive, plan, basis, today),
    )
