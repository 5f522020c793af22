"""One consult with all that its page needs: the application, what it misses, the checklist, and which steps can be."""

from dataclasses import dataclass
from datetime import date

from app.models.bespreking import Formulier
from app.models.consult import Bijlagepunt, Consult
from app.models.consulten.definition import Consultsoort, Punt
from app.models.consulten.statussen import is_terug, mag, overgangen
from app.models.consulten.volledigheid import Ontbreekt, punt_mist
from app.models.consulten.wijzigen import MINUTEN
from app.models.contact import Contact
from app.models.forms.definition import FormDefinition
from app.models.leerling import Leerling
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.bijlagen import punten
from app.storage.consultsoorten import soort_van
from app.storage.consultstand import bestanden, nieuwste, stand_van, vervolg_van, werkelijk
from app.storage.formulieren import OuderVan, definition_of, ouders_van


@dataclass(frozen=True, slots=True)
class Overgang:
    """A step that can be taken from here, or why not.

    Attributes:
        naar: key of `CONSULT_STATUSSEN`.
        titel: words of the action.
        terug: whether it mends a mistake instead of going on.
        klachten: why not, whole Dutch sentences; empty when it may.
    """

    naar: str
    titel: str
    terug: bool
    klachten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Puntstand:
    """A line of the checklist of annexes.

    Attributes:
        staat: key of `BIJLAGE_STATEN`.
        bestanden: how many files there are.
        mist: what is still to do here, or empty.
    """

    punt: Punt
    staat: str
    toelichting: str
    bestanden: int
    mist: str


@dataclass(frozen=True, slots=True)
class Consultblad:
    """One consult with all that belongs beside it.

    Attributes:
        soort: the kind, as it was when this began.
        leerling: the pupil it is filed under.
        leerlingen: all pupils, each with the name of the group or empty.
        ouders: of the pupil it is filed under.
        formulier: the newest version of the application.
        verslag: the newest version of the report, or None.
        ontbreekt: what the application misses.
        overgangen: steps from here, the next one first.
        minuten: spent by the consulent in all.
        eerder: the consult that this one follows, with the title of its kind, or None.
        vervolg: the newest application that follows this one, with the title of its kind, or None.
    """

    consult: Consult
    soort: Consultsoort
    leerling: Leerling
    leerlingen: tuple[tuple[Leerling, str], ...]
    ouders: tuple[OuderVan, ...]
    formulier: Formulier
    definitie: FormDefinition
    verslag: Formulier | None
    verslagdefinitie: FormDefinition | None
    punten: tuple[Puntstand, ...]
    ontbreekt: tuple[Ontbreekt, ...]
    overgangen: tuple[Overgang, ...]
    consulent: Contact | None
    minuten: int
    eerder: tuple[Consult, str] | None
    vervolg: tuple[Consult, str] | None


def consultblad(archive: Archive, consult_id: str, vandaag: date) -> Consultblad | None:
    """Read a consult; None when there is none (any more)."""
    consult = archive.get(Consult, consult_id)
    leerling = archive.get(Leerling, consult.leerling) if consult else None
    form = nieuwste(archive, consult.formulier) if consult else None
    if consult is None or consult.verwijderd_op or leerling is None or form is None:
        return None
    consult = werkelijk(archive, consult)
    stand = stand_van(archive, consult, vandaag)
    verslag = nieuwste(archive, consult.verslag)
    pupils = filter(None, (archive.get(Leerling, each) for each in consult.leerlingen))
    earlier = archive.get(Consult, consult.vervolg_van)
    return Consultblad(
        consult=consult,
        soort=stand.soort,
        leerling=leerling,
        leerlingen=tuple((each, _groep(archive, each)) for each in pupils),
        ouders=ouders_van(archive, leerling.id),
        formulier=form,
        definitie=definition_of(archive, form.definitie),
        verslag=verslag,
        verslagdefinitie=definition_of(archive, verslag.definitie) if verslag else None,
        punten=_punten(archive, consult, stand.soort),
        ontbreekt=stand.ontbreekt,
        overgangen=tuple(
            Overgang(naar, titel, is_terug(consult.status, naar), mag(consult, naar, stand))
            for naar, titel in overgangen(consult.status).items()
        ),
        consulent=archive.get(Contact, consult.consulent),
        minuten=sum(getattr(consult, each) for each in MINUTEN),
        eerder=_titled(archive, earlier),
        vervolg=_titled(archive, vervolg_van(archive, consult_id)),
    )


def _punten(archive: Archive, consult: Consult, soort: Consultsoort) -> tuple[Puntstand, ...]:
    said, files = punten(archive, consult.id), bestanden(archive, consult.id)
    found = []
    for punt in soort.bijlagen:
        judged, count = said.get(punt.id, Bijlagepunt(id="")), files.get(punt.id, 0)
        missing = punt_mist(punt, judged.staat, count)
        found.append(Puntstand(punt, judged.staat, judged.toelichting, count, missing))
    return tuple(found)


def _groep(archive: Archive, leerling: Leerling) -> str:
    groep = archive.get(Groep, leerling.groep)
    return groep.naam if groep else ""


def _titled(archive: Archive, consult: Consult | None) -> tuple[Consult, str] | None:
    if consult is None or consult.verwijderd_op:
        return None
    return consult, soort_van(archive, consult).titel
