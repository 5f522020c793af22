"""A school in memory, so that what an import decides can be told without a database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.models.ids import new_id
from app.models.kinds import KINDS
from app.models.school import School
from app.models.schoolimport.aanlevering import Aanlevering, GroepRegel, Koppeling, LeerlingRegel, MedewerkerRegel
from app.models.schoolimport.besluit import schrijfwerk
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.vergelijken import compare
from app.models.schoolimport.voorstel import Keuze, Post, Voorstel

VANDAAG = date(2026, 9, 14)
LEEG = Bestand(school=School(naam="Proefschool", schooljaar="2026-2027"))

NOOR = LeerlingRegel(
    key="101",
    roepnaam="Noor",
    voorvoegsel="van den",
    achternaam="Berg",
    geboortedatum=date(2017, 3, 2),
    geslacht="meisje",
    jaargroep="5",
    groep="g5",
)
DAAN = LeerlingRegel(
    key="102",
    roepnaam="Daan",
    achternaam="Kolkman",
    geboortedatum=date(2016, 5, 9),
    geslacht="jongen",
    jaargroep="6",
    groep="g6",
)
JOKE = MedewerkerRegel(
    key="m1",
    roepnaam="Joke",
    achternaam="Wierda",
    email="joke@proefschool.example",
    rollen=("leerkracht",),
    groepen=(Koppeling(groep="g5"),),
)
GROEP_5 = GroepRegel(key="g5", naam="5", jaargroep="5")
GROEP_6 = GroepRegel(key="g6", naam="6", jaargroep="6")
SCHOOL = Aanlevering(
    bron="EDEX.XML",
    schooljaar="2026-2027",
    brin="99ZZ",
    groepen=(GROEP_5, GROEP_6),
    leerlingen=(NOOR, DAAN),
    medewerkers=(JOKE,),
)


def voorstel(
    aanlevering: Aanlevering, bestand: Bestand, antwoorden: Mapping[str, str | None] | None = None
) -> Voorstel:
    return compare(aanlevering, bestand, antwoorden, vandaag=VANDAAG)


def na(bestand: Bestand, gedaan: Voorstel, keuze: Keuze | None = None) -> Bestand:
    """The school after the import: what storage does, in memory."""
    kinds = {"school": [bestand.school], "groep": list(bestand.groepen)}
    kinds |= {"leerling": list(bestand.leerlingen), "medewerker": list(bestand.medewerkers)}
    records = {soort: {each.id: each for each in known if each} for soort, known in kinds.items()}
    eerder = {record: dict(values) for record, values in bestand.eerder.items()}
    for work in schrijfwerk(gedaan, keuze or Keuze.begin(gedaan)):
        before = records[work.soort].get(work.id) or KINDS[work.soort](id=work.id)
        records[work.soort][work.id] = replace(before, **work.waarden)
        eerder.setdefault(work.id, {}).update(work.waarden)
    return Bestand(
        school=next(iter(records["school"].values()), None),
        groepen=tuple(records["groep"].values()),
        leerlingen=tuple(records["leerling"].values()),
        medewerkers=tuple(records["medewerker"].values()),
        eerder=eerder,
    )


def ingelezen(aanlevering: Aanlevering, bestand: Bestand = LEEG) -> Bestand:
    """The school after everything of a file was taken over, in which nothing needed an answer.

    It is read as a file of its own: its rows have identities that no later file has.
    """
    earlier = replace(
        aanlevering,
        groepen=tuple(replace(row, id=new_id()) for row in aanlevering.groepen),
        leerlingen=tuple(replace(row, id=new_id()) for row in aanlevering.leerlingen),
        medewerkers=tuple(replace(row, id=new_id()) for row in aanlevering.medewerkers or ()) or None,
    )
    return na(bestand, voorstel(earlier, bestand))


def anders(aanlevering: Aanlevering, wie: str, **values: object) -> Aanlevering:
    """The file in which one pupil, named by key, has other values."""
    rows = (replace(row, **values) if row.key == wie else row for row in aanlevering.leerlingen)
    return replace(aanlevering, leerlingen=tuple(rows))


def met_de_hand(bestand: Bestand, naam: str, **values: object) -> Bestand:
    """The school after someone changed a pupil's record by hand."""
    rows = (replace(each, **values) if each.naam == naam else each for each in bestand.leerlingen)
    return replace(bestand, leerlingen=tuple(rows))


def wat(posten: tuple[Post, ...]) -> list[tuple[str, str, str]]:
    """What happens to whom, short enough to read in a test."""
    return [(post.soort, post.actie, post.naam) for post in posten]


def velden(post: Post) -> dict[str, tuple[str, str]]:
    """The changes of a post, as on screen."""
    return {each.label: (each.oud_tekst, each.nieuw_tekst) for each in post.wijzigingen}
