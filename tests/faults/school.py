"""A school with one pupil on the agenda of a meeting and an empty form A.6 for that pupil."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.models.bespreking import Agendapunt, Bespreking
from app.models.leerling import Leerling
from app.models.school import Groep, Medewerker, School
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.definities import load_definition

KEY = bytes(range(32))
ANNA = "Anna de Wit"
VANDAAG = date(2026, 11, 23)


@dataclass(frozen=True)
class Gevuld:
    """Ids of what was made."""

    leerling: str
    bespreking: str
    agendapunt: str
    formulier: str


def fill(archive: Archive, roepnaam: str = "Noor", achternaam: str = "Berg") -> Gevuld:
    """Put a school, its IB'er, a group, a pupil, a meeting and an empty form in an archive."""
    anna = Medewerker(roepnaam="Anna", voorvoegsel="de", achternaam="Wit", rollen=("ib",))
    joke = Medewerker(roepnaam="Joke", achternaam="Smit", rollen=("leerkracht",))
    groep = Groep(naam="5/6", jaargroepen=("5", "6"), leerkrachten=(joke.id,))
    leerling = Leerling(roepnaam=roepnaam, achternaam=achternaam, groep=groep.id)
    bespreking = Bespreking(datum=VANDAAG, groep=groep.id)
    punt = Agendapunt(bespreking=bespreking.id, leerling=leerling.id)
    with archive.batch():
        for record in (School(naam="De Wilg"), anna, joke, groep, leerling, bespreking, punt):
            archive.add(record, ANNA)
        a6 = load_definition("leerlingbespreking", None)
        begin = formulieren.Begin(a6, leerling.id, VANDAAG, "Joke Smit", bespreking.id, punt.id)
        formulier = formulieren.begin(archive, begin, ANNA)
    return Gevuld(leerling.id, bespreking.id, punt.id, formulier)


def filled_archive(folder: Path, roepnaam: str = "Noor", achternaam: str = "Berg") -> Gevuld:
    """Make an archive in a new folder and fill it."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = Archive(folder, KEY)
    try:
        return fill(archive, roepnaam, achternaam)
    finally:
        archive.close()
