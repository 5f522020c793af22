"""What planning asks of the archive, and what it works out on the database thread."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.imports.parro import lees_parro
from app.models.bezetting import Plek
from app.models.gespreksplanning import Rooster, maak_rooster
from app.models.jaarplan import Jaarplan
from app.models.parrotijden import lees_tijden
from app.models.parrovoorstel import Parropost, Parrovoorstel, vergelijk
from app.models.school import Groep
from app.storage import gespreksplanning as planning
from app.storage.archive import Archive
from app.storage.leden import jaargroepen_van
from app.storage.ongedaan import Schrijf
from app.storage.planbord import Planbord, planbord
from app.storage.schooljaren import dit_schooljaar, jaarplan
from app.ui.gesprekkenplannen.keuzes import Keuzes
from app.ui.place import Place


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a place is about.

    Attributes:
        momenten: those of the year by date: id in the policy, and title.
        bord: of the moment, or None in a year without any.
        groep: id of the group one came for, or empty.
    """

    momenten: tuple[tuple[str, str], ...]
    bord: Planbord | None
    groep: str


def read(place: Place, today: date, archive: Archive) -> Gelezen:
    """The moment of a place; without one the first that has not gone by."""
    groep = archive.get(Groep, place.part)
    year = (groep.schooljaar if groep else "") or dit_schooljaar(archive, today)
    plan = jaarplan(archive, year).alleen(jaargroepen_van(archive, year, today))
    momenten = tuple((basis, _title(plan, basis)) for basis, _ in plan.kolommen)
    basis = place.id.partition("/")[0]
    if basis not in dict(momenten):
        coming = (each.basis for each in plan.momenten if each.tot and each.tot >= today)
        basis = next(coming, momenten[0][0] if momenten else "")
    bord = planbord(archive, plan, basis, today) if basis else None
    return Gelezen(momenten, bord, groep.id if groep else "")


def propose(
    bord: Planbord, keuzes: Keuzes, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Rooster:
    """Work out a proposal."""
    return maak_rooster(keuzes.vragen, keuzes.blokken, bord.vast, progress=progress, cancelled=cancelled)


def read_parro(text: str, bord: Planbord, groep: str, today: date) -> Parrovoorstel:
    """What a pasted list would change. With a group chosen first names are looked for there before anywhere else.

    Raises:
        ImportProblem: it can't be read.
    """
    tabel = lees_parro(text)
    own = [each for each in bord.kinderen if each.groep == groep]
    days = bord.dagen or (bord.plan.kalender.eerste_dag, bord.plan.kalender.laatste_dag)
    found = [lees_tijden(tabel, kinderen, days[0], days[-1]) for kinderen in (own, bord.kinderen) if kinderen]
    best = max(found, key=lambda each: (len(each.tijden), -len(each.missers)))
    return vergelijk(best, bord.kinderen, bord.gesprekken, bord.plan.kalender, bord.dagen, today)


def fix(bord: Planbord, plekken: tuple[Plek, ...], author: str, archive: Archive) -> tuple[Schrijf, ...]:
    """Write a proposal."""
    return planning.zet_vast(archive, bord, plekken, author)


def take_over(bord: Planbord, posten: tuple[Parropost, ...], author: str, archive: Archive) -> tuple[Schrijf, ...]:
    """Write what was chosen of the times of Parro."""
    return planning.neem_over(archive, bord, posten, author)


def _title(plan: Jaarplan, basis: str) -> str:
    found = plan.beleid.moment(basis)
    return found[1].titel if found else basis
