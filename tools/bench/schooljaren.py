"""Schools with one or ten years of conversations, to measure on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.models.bespreking import Afspraak
from app.models.gesprek import Gesprek
from app.models.gespreksregels import Verwacht
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.models.leerling import Leerling, Niveau, Plan, met_sorteernaam
from app.models.records import Record
from app.models.school import Groep, Medewerker, School
from app.models.schooljaar import Gespreksbeleid, Plaatsing, Schooljaar
from app.storage import keys, schooljaren
from app.storage.archive import Archive
from tools.bench.archives import AUTHOR, FIRST_NAMES
from tools.proefschool import DAY

GROUPS = 30
MOMENTS = 12
PER_YEAR = 20
"""Conversations of one pupil in a year: one per moment, the rest outside the moments."""

AGREEMENTS = 12
"""Of each pupil, in the present year."""

OPP_IN = 20
YEARS_AT_SCHOOL = 8

_EXTRA_MOMENTS = """
[[soort.moment]]
id = "kind_extra_{number}"
titel = "Kindgesprekken extra {number}"
regel = {{ soort = "schoolweek", week = {week} }}
"""


def make_years(folder: Path, pupils: int, years: int, per_year: int = PER_YEAR, day: date = DAY) -> Path:
    """A school of thirty groups in which every pupil has conversations in each of so many years.

    Parameters:
        pupils: at school each year; an eighth leaves after each, and as many come.
        years: how many; the last one is the year of `day`, and is over in all but name.
        per_year: conversations of one pupil in a year.
    """
    folder.mkdir(parents=True)
    archive = Archive(folder, keys.DEMO_KEY)
    try:
        last = int(schooljaren.dit_schooljaar(archive, day)[:4])
        names = [f"{first}-{first + 1}" for first in range(last - years + 1, last + 1)]
        _write(archive, [School(naam="De Meetlat", schooljaar=names[-1]), *_policy(names)])
        _write(archive, [Medewerker(id=_teacher(each), achternaam=f"Groep{each}") for each in range(GROUPS)])
        present = [_pupil(number, number % YEARS_AT_SCHOOL) for number in range(pupils)]
        for at, name in enumerate(names):
            here = [each for each in present if not each.gearchiveerd_op]
            _write_year(archive, name, here, per_year, now=name == names[-1])
            if name != names[-1]:
                present = _next_year(here, len(present), at)
    finally:
        archive.close()
    return folder


def _policy(names: list[str]) -> Iterator[Record]:
    """The default policy with as many moments as a school could want."""
    text = schooljaren.beleidstekst(schooljaren.STANDAARD)
    more = "".join(_EXTRA_MOMENTS.format(number=number, week=14 + 4 * number) for number in range(MOMENTS - 8))
    yield Gespreksbeleid(
        id="meten",
        naam="Meten",
        tekst=text.replace('\n\n[[soort]]\nid = "rapport', f'{more}\n\n[[soort]]\nid = "rapport'),
    )
    for name in names:
        yield Schooljaar(naam=name, beleid="meten")


def _write_year(archive: Archive, name: str, pupils: list[Leerling], per_year: int, *, now: bool) -> None:
    plan = schooljaren.jaarplan(archive, name)
    groepen = [_groep(number, name, now=now) for number in range(GROUPS)]
    _write(archive, groepen)
    seats: dict[str, list[Leerling]] = {groep.id: [] for groep in groepen}
    for number, leerling in enumerate(pupils):
        seats[_group_of(number, leerling, groepen).id].append(leerling)
    for groep in groepen:
        with archive.batch():
            for number, leerling in enumerate(seats[groep.id]):
                for record in _year_of(leerling, groep, plan, (number, per_year), now=now):
                    archive.add(record, AUTHOR)


def _groep(number: int, name: str, *, now: bool) -> Groep:
    year = str(number % YEARS_AT_SCHOOL + 1)
    return Groep(
        naam=f"{year}-{number}",
        schooljaar=name,
        jaargroepen=(year,),
        leerkrachten=(_teacher(number),),
        opgeheven_op=None if now else f"{name[5:]}-08-01",
    )


def _teacher(number: int) -> str:
    return f"leraar {number}"


def _group_of(number: int, leerling: Leerling, groepen: list[Groep]) -> Groep:
    possible = [each for each in groepen if leerling.jaargroep in each.jaargroepen]
    return possible[number // YEARS_AT_SCHOOL % len(possible)]


def _year_of(
    leerling: Leerling, groep: Groep, plan: Jaarplan, count: tuple[int, int], *, now: bool
) -> Iterator[Record]:
    number, per_year = count
    yield replace(leerling, groep=groep.id if now else None, gearchiveerd_op=leerling.gearchiveerd_op)
    yield Niveau(leerling=leerling.id, niveau=number % 4, vanaf=plan.kalender.eerste_dag)
    if number % OPP_IN == 0:
        yield Plan(soort="opp", leerling=leerling.id, van=plan.kalender.eerste_dag, tot=plan.kalender.laatste_dag)
    if now:  # so that the first page of a dossier is full, however many years there are
        for extra in range(AGREEMENTS):
            done = plan.kalender.eerste_dag + timedelta(extra)
            yield Afspraak(
                leerling=leerling.id, wat=f"Afspraak {extra}", voor=done, staat="gedaan", afgerond_op=str(done)
            )
    else:
        yield Plaatsing(schooljaar=plan.schooljaar, leerling=leerling.id, groep=groep.id, jaargroep=leerling.jaargroep)
    mine = [each for each in plan.momenten if leerling.jaargroep in each.jaargroepen and each.dagen][:per_year]
    for moment in mine:
        yield _held(plan, groep, moment, Verwacht(leerling.id), moment.dagen[number % len(moment.dagen)])
    for extra in range(per_year - len(mine)):
        day = plan.kalender.alle_schooldagen[(number * 7 + extra * 20) % len(plan.kalender.alle_schooldagen)]
        yield _held(plan, groep, None, Verwacht(leerling.id), day)


def _held(plan: Jaarplan, groep: Groep, moment: Gespreksmoment | None, wie: Verwacht, day: date) -> Gesprek:
    return Gesprek(
        schooljaar=plan.schooljaar,
        soort=moment.soort.id if moment else "overig",
        moment=moment.basis if moment else "",
        leerling=wie.leerling,
        groep=groep.id,
        medewerker=groep.leerkrachten[0],
        datum=day,
        staat="gehouden",
        verslag_op=(day + timedelta(2)).isoformat(),
        verslag_elders=True,
    )


def _pupil(number: int, year: int) -> Leerling:
    names = {"roepnaam": FIRST_NAMES[number % len(FIRST_NAMES)], "voorvoegsel": "", "achternaam": f"Jaren{number:06d}"}
    return Leerling(**met_sorteernaam(dict(names)), jaargroep=str(year + 1), geboortedatum=date(2018, 3, 1))  # type: ignore[arg-type]


def _next_year(here: list[Leerling], known: int, at: int) -> list[Leerling]:
    """Groep 8 leaves, everybody goes a year up, and as many young ones come."""
    stay = [replace(each, jaargroep=str(int(each.jaargroep) + 1)) for each in here if each.jaargroep != "8"]
    came = len(here) - len(stay)
    return [*stay, *(_pupil(known * (at + 1) + number, 0) for number in range(came))]


def _write(archive: Archive, records: Iterable[Record]) -> None:
    with archive.batch():
        for record in records:
            archive.add(record, AUTHOR)
