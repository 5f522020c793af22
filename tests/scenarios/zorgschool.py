"""A small school for the stories of consults and the route: a pupil with two parents, and the people around."""

from datetime import date

from app.models.contact import Contact
from app.models.leerling import Leerling, Ouder, Ouderschap, met_sorteernaam
from app.models.records import Record
from app.models.school import Groep, Medewerker, School
from app.storage.archive import Archive

ANNA = "Anna de Wit"
NAAM = "Noor van den Berg"
CONSULENT, RVZ, COORDINATOR, SWV = "Carla Prins", "Ria Visser", "Cor Mulder", "Saskia Blok"


def fill(archive: Archive) -> None:
    """Noor sits in groep 5 with Joke; her parents both have gezag."""
    with archive.batch():
        for record in (*_school(), *_pupil(), *_contacts()):
            archive.add(record, ANNA)


def _school() -> list[Record]:
    return [
        School(naam="De Wilg", plaats="Utrecht", regio="midden", schooljaar="2026-2027"),
        Medewerker(id="anna", roepnaam="Anna", voorvoegsel="de", achternaam="Wit", rollen=("ib",)),
        Medewerker(id="joke", roepnaam="Joke", achternaam="Smit"),
        Groep(id="g5", naam="5", schooljaar="2026-2027", jaargroepen=("5",), leerkrachten=("joke",)),
    ]


def _pupil() -> list[Record]:
    names = {"roepnaam": "Noor", "voorvoegsel": "van den", "achternaam": "Berg"}
    birth = date(2018, 3, 2)
    return [
        Leerling(id="noor", jaargroep="5", groep="g5", geboortedatum=birth, **met_sorteernaam(names)),
        Ouder(id="sanne", naam="Sanne Bakker", adres="Kade 1, Utrecht"),
        Ouder(id="mark", naam="Mark van den Berg", adres="Kade 1, Utrecht"),
        Ouderschap(leerling="noor", ouder="sanne", relatie="moeder", gezag="ja"),
        Ouderschap(leerling="noor", ouder="mark", relatie="vader", gezag="ja", volgorde=1),
    ]


def _contacts() -> list[Record]:
    return [
        Contact(naam=CONSULENT, rol="consulent", organisatie="Samenwerkingsverband"),
        Contact(naam=RVZ, rol="rvz", bestuur="Stichting De Kring"),
        Contact(naam=COORDINATOR, rol="coordinator", deelverband="Noord"),
        Contact(naam=SWV, rol="swv"),
        Contact(naam="Dirk Hof", rol="directeur"),
    ]
