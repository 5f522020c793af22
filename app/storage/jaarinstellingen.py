"""What a school sets for one school year: its days, its reports and its policy, and what writes them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.models.beleidsverschil import Beleidsverschil, vergelijk
from app.models.datums import als_datum
from app.models.feestdagen import GOEDE_VRIJDAG, goede_vrijdag
from app.models.gesprek import Momentkeuze
from app.models.gespreksbeleid.definition import Beleid
from app.models.ids import derived_id
from app.models.jaarplan import Jaarplan, maak_jaarplan
from app.models.kalender import VRIJDAG, Kalender, Vrij, maak_kalender
from app.models.momentregels import rapportdag
from app.models.records import values_of
from app.models.school import School
from app.models.schooljaar import Gespreksbeleid, Schooljaar, VrijePeriode
from app.resources import resource
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.ongedaan import Schrijf
from app.storage.schooljaren import (
    STANDAARD,
    beleid_met_naam,
    beleidstekst,
    dit_schooljaar,
    het_jaar,
    jaarplan,
    kalender,
    meegeleverd,
    schooljaren,
    vakanties,
)


@dataclass(frozen=True, slots=True)
class Rapportdag:
    """A report of the policy: the day the school chose, or the one that holds without a choice."""

    id: str
    titel: str
    gekozen: date | None
    standaard: date | None


@dataclass(frozen=True, slots=True)
class Vakantie:
    """A holiday: as shipped, and the school's own dates instead, if there are any."""

    meegeleverd: Vrij
    eigen: VrijePeriode | None


@dataclass(frozen=True, slots=True)
class Jaarinstellingen:
    """All that is set for one school year.

    Attributes:
        regio_school: the region of the school, which holds where the year has none.
        kalender: the year as it is now; standaard: the same without an own first and last day.
        vakanties: those that are shipped for the region.
        eigen: studiedagen and other own days off, by date.
        klacht: why the policy of the year can't be read; empty when it can.
    """

    jaar: Schooljaar
    regio_school: str
    kalender: Kalender
    standaard: Kalender
    vakanties: tuple[Vakantie, ...]
    eigen: tuple[VrijePeriode, ...]
    rapporten: tuple[Rapportdag, ...]
    klacht: str = ""

    def bezet(self, behalve: VrijePeriode) -> tuple[Vrij, ...]:
        """The periods without school, but one that is about to change."""
        now = next((each for each in (*self.eigen, *self._moved) if each.id == behalve.id), None)
        key = behalve.vakantie
        free = [each for each in self.kalender.vrij if not (key and each.sleutel == key)]
        if now is not None and now.van is not None and not key:
            old = Vrij(now.naam, now.soort, now.van, now.tot or now.van)
            free = [each for each in free if each != old]
        return tuple(free)

    @property
    def goede_vrijdag(self) -> Vrij | None:
        """Good Friday, which each school may take off or not; None where another holiday or the year's end takes it."""
        day = goede_vrijdag(int(self.jaar.naam[5:]))
        free = self.kalender.vrij_op(day)
        found = Vrij(GOEDE_VRIJDAG, "feestdag", day, day, VRIJDAG)
        return found if free in (None, found) and self.kalender.eerste_dag <= day <= self.kalender.laatste_dag else None

    @property
    def _moved(self) -> tuple[VrijePeriode, ...]:
        return tuple(each.eigen for each in self.vakanties if each.eigen is not None)


def jaarinstellingen(archive: Archive, schooljaar: str) -> Jaarinstellingen:
    """Read what is set for a school year."""
    jaar = het_jaar(archive, schooljaar)
    schools = archive.all(School)
    regio = (schools[0] if schools else School()).regio
    eigen = sorted(archive.all(VrijePeriode, schooljaar=schooljaar), key=lambda each: (each.van or date.min, each.id))
    shipped = vakanties(schooljaar)
    plain = replace(jaar, eerste_dag=None, laatste_dag=None)
    days = kalender(archive, schooljaar)
    moved = {each.vakantie: each for each in eigen if each.vakantie}
    try:
        policy, complaint = beleid_met_naam(archive, jaar.beleid), ""
    except Refused as error:
        policy, complaint = meegeleverd()[STANDAARD], str(error)
    return Jaarinstellingen(
        jaar=jaar,
        regio_school=regio,
        kalender=days,
        standaard=maak_kalender(schooljaar, jaar.regio or regio, shipped, plain, eigen),
        vakanties=tuple(
            Vakantie(each, moved.get(each.sleutel)) for each in (shipped.van_regio(days.regio) if shipped else ())
        ),
        eigen=tuple(each for each in eigen if not each.vakantie),
        rapporten=tuple(_rapporten(jaar, policy, days)),
        klacht=complaint,
    )


def keuzejaren(archive: Archive, today: date) -> tuple[str, ...]:
    """The school years that can be set: those with shipped holidays, and those of which there is something."""
    shipped = {path.stem for path in resource("vakanties").glob("*.toml")}
    return tuple(sorted({*shipped, *schooljaren(archive, today), dit_schooljaar(archive, today)}))


def jaar_wijzigen(jaar: Schooljaar, **velden: object) -> Schrijf:
    """Write fields of a school year, which gets its record when it had none."""
    return Schrijf("schooljaar", jaar.id, {"naam": jaar.naam, **velden})


def rapport_zetten(jaar: Schooljaar, rapport: str, dag: date | None) -> Schrijf:
    """Choose the day on which a report comes out; None goes back to the one that follows from the policy."""
    others = {key: day for key, day in jaar.rapporten.items() if key != rapport}
    return jaar_wijzigen(jaar, rapporten={**others, rapport: dag.isoformat()} if dag else others)


def vakantie_verzetten(schooljaar: str, vakantie: Vrij, van: date, tot: date) -> VrijePeriode:
    """A shipped holiday on other dates; one per holiday and year, however often it moves."""
    return VrijePeriode(
        id=derived_id("vakantie", schooljaar, vakantie.sleutel),
        schooljaar=schooljaar,
        soort="vakantie",
        naam=vakantie.naam,
        vakantie=vakantie.sleutel,
        van=van,
        tot=tot,
    )


def geen_vrij(schooljaar: str, vakantie: Vrij) -> VrijePeriode:
    """That there is school on a day that is free by default; taking it away makes it free again."""
    return replace(
        vakantie_verzetten(schooljaar, vakantie, vakantie.van, vakantie.tot), soort="vrij", van=None, tot=None
    )


@dataclass(frozen=True, slots=True)
class Beleidskeuze:
    """A policy that a year can have.

    Attributes:
        naam: what `Schooljaar.beleid` holds of it: name of a shipped one, or id of an own one.
        titel: as the policy calls itself; of one that can't be read the name of its record.
        beleid: None when it can't be read; then `klacht` says why.
        eigen: its record, None of a shipped one.
        geldt: whether it holds in the year that was asked about.
        jaren: the school years for which it was chosen.
    """

    naam: str
    titel: str
    beleid: Beleid | None
    eigen: Gespreksbeleid | None = None
    klacht: str = ""
    geldt: bool = False
    jaren: tuple[str, ...] = ()


def beleidskeuzes(archive: Archive, schooljaar: str) -> tuple[Beleidskeuze, ...]:
    """All policies: the shipped ones, then the school's own in the order in which they were made."""
    own = archive.all(Gespreksbeleid)
    known = {*meegeleverd(), *(each.id for each in own)}
    years: dict[str, list[str]] = {}
    for jaar in sorted(archive.all(Schooljaar), key=lambda each: each.naam):
        years.setdefault(jaar.beleid, []).append(jaar.naam)
    chosen = het_jaar(archive, schooljaar).beleid
    holds = chosen if chosen in known else STANDAARD
    found = [Beleidskeuze(name, each.titel, each) for name, each in meegeleverd().items()]
    found += [_own(archive, each) for each in own]
    return tuple(replace(each, geldt=each.naam == holds, jaren=tuple(years.get(each.naam, ()))) for each in found)


def tekst_van(keuze: Beleidskeuze) -> str:
    """The TOML of a policy."""
    return keuze.eigen.tekst if keuze.eigen else beleidstekst(keuze.naam)


def verschil(archive: Archive, schooljaar: str, nieuw: Beleid, tegen: Beleid | None = None) -> Beleidsverschil:
    """What a school year would become under another policy.

    Parameters:
        tegen: what it is compared with; None for the policy that holds in that year, with the conversations there are.
    """
    after = _plan(archive, schooljaar, nieuw)
    if tegen is not None:
        return vergelijk(_plan(archive, schooljaar, tegen), after)
    try:
        before = jaarplan(archive, schooljaar)
    except Refused:  # the one that holds can't be read: until then the default one stands in
        before = _plan(archive, schooljaar, meegeleverd()[STANDAARD])
    return vergelijk(before, after, gesprekken_per_moment(archive, schooljaar))


def gesprekken_per_moment(archive: Archive, schooljaar: str) -> dict[str, tuple[int, int]]:
    """How many conversations are planned and how many were held, by id of the moment."""
    return {row["moment"]: (row["gepland"], row["gehouden"]) for row in archive.query(_PER_MOMENT, (schooljaar,))}


def beleid_bewaren(record: Gespreksbeleid) -> Schrijf:
    """Write a policy of the school's own."""
    return Schrijf(record.kind, record.id, values_of(record))


def _own(archive: Archive, record: Gespreksbeleid) -> Beleidskeuze:
    try:
        beleid = beleid_met_naam(archive, record.id)
    except Refused as error:
        return Beleidskeuze(record.id, record.naam, None, record, str(error))
    return Beleidskeuze(record.id, beleid.titel, beleid, record)


def _plan(archive: Archive, schooljaar: str, beleid: Beleid) -> Jaarplan:
    jaar = het_jaar(archive, schooljaar)
    days = kalender(archive, schooljaar)
    given = {each.id: each.gekozen for each in _rapporten(jaar, beleid, days) if each.gekozen}
    return maak_jaarplan(days, beleid, given, archive.all(Momentkeuze, schooljaar=schooljaar))


def _rapporten(jaar: Schooljaar, beleid: Beleid, days: Kalender) -> Iterable[Rapportdag]:
    for rapport in beleid.rapporten:
        text = jaar.rapporten.get(rapport.id)
        yield Rapportdag(rapport.id, rapport.titel, als_datum(text), rapportdag(rapport, days))


_PER_MOMENT = """
    SELECT moment, sum(staat = 'gepland') AS gepland, sum(staat = 'gehouden') AS gehouden FROM gesprek
    WHERE schooljaar = ? AND moment <> '' AND verwijderd_op IS NULL GROUP BY moment"""
