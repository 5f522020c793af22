"""A small school for the story of one year: group 4/5 with its two teachers, and a day that the story turns itself."""

from dataclasses import dataclass
from datetime import date

from app.models.gesprek import Gesprek
from app.models.leerling import Gezin, Leerling, Niveau, Ouder, Ouderschap, Plan, met_sorteernaam
from app.models.records import Record
from app.models.school import Groep, Medewerker, School
from app.models.schooljaar import Gespreksbeleid, Schooljaar
from app.storage.archive import Archive
from app.storage.schooljaren import beleidstekst

JAAR = "2026-2027"
ANNA = "Anna de Wit"
BELEID = "formulier_vanaf_niveau = true"
RAPPORTEN = {"februari": "2027-02-05", "juli": "2027-07-02"}
DAGEN = {"ma": "joke", "di": "joke", "wo": "joke", "do": "eva", "vr": "eva"}
PUPILS = {
    "ali": ("Ali", "Es", "5", None),
    "bo": ("Bo", "Berg", "4", "berg"),
    "mila": ("Mila", "Fok", "5", None),
    "noor": ("Noor", "Berg", "5", "berg"),
    "sem": ("Sem", "Dam", "4", None),
    "tess": ("Tess", "Vos", "4", None),
}


@dataclass
class Vandaag:
    """The day it is in the story."""

    dag: date

    def __call__(self) -> date:
        return self.dag


def fill(archive: Archive) -> None:
    """Noor has an OPP and a brother Bo, Ali a handelingsplan, Mila niveau 3, Sem two parents who live apart."""
    with archive.batch():
        for record in (*_school(), *_pupils(), *_particulars()):
            archive.add(record, ANNA)


def _school() -> list[Record]:
    text = beleidstekst("wettelijke_tijdlijn").replace("formulier_vanaf_niveau = false", BELEID)
    return [
        School(naam="De Wilg", plaats="Utrecht", regio="midden", schooljaar=JAAR),
        Medewerker(id="anna", roepnaam="Anna", voorvoegsel="de", achternaam="Wit", rollen=("ib",)),
        Medewerker(id="joke", roepnaam="Joke", achternaam="Smit"),
        Medewerker(id="eva", roepnaam="Eva", achternaam="Kok"),
        Groep(id="g45", naam="4/5", schooljaar=JAAR, jaargroepen=("4", "5"), leerkrachten=("joke", "eva"), dagen=DAGEN),
        Gespreksbeleid(id="ons", naam="Ons beleid", basis="wettelijke_tijdlijn", tekst=text),
        Schooljaar(naam=JAAR, beleid="ons", rapporten=RAPPORTEN),
    ]


def _pupils() -> list[Record]:
    found: list[Record] = [Gezin(id="berg", naam="Berg")]
    for key, (first, last, year, family) in PUPILS.items():
        values = {"roepnaam": first, "achternaam": last, "voorvoegsel": ""}
        found.append(Leerling(id=key, jaargroep=year, groep="g45", gezin=family, **met_sorteernaam(values)))
    return found


def _particulars() -> list[Record]:
    begin, end = date(2026, 8, 31), date(2027, 7, 16)
    return [
        Ouder(id="moeder_dam", naam="Mia Jansen", adres="Kade 1, Utrecht", tolk="Pools"),
        Ouder(id="vader_dam", naam="Victor Dam", adres="Singel 2, Utrecht"),
        Ouderschap(leerling="sem", ouder="moeder_dam", relatie="moeder", gezag="ja", eigen_gesprek=True),
        Ouderschap(leerling="sem", ouder="vader_dam", relatie="vader", gezag="ja", eigen_gesprek=True, volgorde=1),
        *(Ouder(id=f"ouder_{key}", naam=f"O. {PUPILS[key][1]}") for key in ("ali", "mila", "noor", "tess")),
        *(Ouderschap(leerling=key, ouder=f"ouder_{key}", gezag="ja") for key in ("ali", "mila", "noor", "tess")),
        Ouderschap(leerling="bo", ouder="ouder_noor", gezag="ja"),
        Plan(soort="opp", leerling="noor", onderwerp="taal", van=begin, tot=end),
        Plan(soort="handelingsplan", leerling="ali", onderwerp="rekenen", van=begin, tot=date(2027, 1, 29)),
        Niveau(leerling="mila", niveau=3, vanaf=date(2026, 3, 1)),
    ]


def gesprekken(archive: Archive) -> list[Gesprek]:
    """All conversations, by pupil, moment and which of them it is."""
    return sorted(archive.all(Gesprek), key=lambda each: (each.leerling, each.moment, each.ouder or "", each.extra))
