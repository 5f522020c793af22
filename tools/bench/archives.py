"""The archives that are measured on."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.models.bespreking import Afspraak, Bespreking
from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap, Plan, met_sorteernaam
from app.models.school import Groep, Medewerker, School
from app.storage import formulieren, keys
from app.storage.archive import Archive
from app.storage.begin import Beginning, make_archive
from app.storage.definities import load_definition
from app.storage.folder import data_folder
from tools.bench import report
from tools.proefschool import DAY, make_proefschool

SMALL, LARGE = 200, 20_000
PER_GROUP = 25
ONE_FORM_IN = 5
FORM_ROWS = 3
FIRST_NAMES = ("Adam", "Bente", "Cas", "Dina", "Elif", "Finn", "Guus", "Hanna", "Imran", "Jula", "Kaj", "Lotte")
AUTHOR = "Iris Voorbeeld"
PASSPHRASE = "vier losse woorden naast elkaar 71"


def make_locked(folder: Path) -> None:
    """An archive with a passphrase, as a first start leaves it."""
    user = Medewerker(roepnaam="Iris", achternaam="Voorbeeld", rollen=("ib",))
    make_archive(folder, Beginning(School(naam="De Meetlat"), user, keys.prepare(PASSPHRASE, AUTHOR)))


def make_demo(data: Path) -> None:
    """The Proefschool as `--demo` makes it in a data folder, on the day that it is today."""
    make_proefschool(data_folder(demo=True, override=data), date.today())


def make_typing(folder: Path, day: date = DAY) -> str:
    """An archive with one pupil and one form; the form's id."""
    folder.mkdir(parents=True)
    archive = Archive(folder, keys.DEMO_KEY)
    try:
        leerling = Leerling(roepnaam="Sam", achternaam="Voorbeeld")
        archive.add(leerling, AUTHOR)
        definitie = load_definition("leerlingbespreking", None)
        return formulieren.begin(archive, formulieren.Begin(definitie, leerling.id, day, AUTHOR), AUTHOR)
    finally:
        archive.close()


def make_school(folder: Path, pupils: int, day: date = DAY) -> Path:
    """A school of any size in which every pupil has as much as any other, and every fifth one a form.

    Parameters:
        pupils: how many; one meeting per 25 of them.
    """
    folder.mkdir(parents=True)
    archive = Archive(folder, keys.DEMO_KEY)
    try:
        with archive.batch():
            archive.add(School(naam="De Meetlat"), AUTHOR)
            archive.add(Medewerker(roepnaam="Iris", achternaam="Voorbeeld", rollen=("ib",)), AUTHOR)
        for first in range(0, pupils, PER_GROUP):
            with archive.batch():
                _make_group(archive, first, day)
    finally:
        archive.close()
    return folder


def _make_group(archive: Archive, first: int, day: date) -> None:
    """One group with its teacher, plan, pupils and a meeting that was held."""
    number = first // PER_GROUP
    teacher = Medewerker(roepnaam="Juf", achternaam=f"Groep{number}")
    groep = Groep(naam=f"{number % 8 + 1}-{number}", jaargroepen=(str(number % 8 + 1),), leerkrachten=(teacher.id,))
    meeting = Bespreking(datum=day - timedelta(40), groep=groep.id, aanwezigen=(AUTHOR, teacher.naam), gehouden=True)
    plan = Plan(soort="groepsplan", groep=groep.id, onderwerp="rekenen", van=day - timedelta(60), tot=day)
    for record in (teacher, groep, meeting, plan):
        archive.add(record, AUTHOR)
    for at in range(first, first + PER_GROUP):
        leerling = _make_pupil(archive, at, groep, day)
        if at % ONE_FORM_IN == 0:
            _make_form(archive, leerling, meeting, day)


def _make_pupil(archive: Archive, at: int, groep: Groep, day: date) -> Leerling:
    names = {"roepnaam": FIRST_NAMES[at % len(FIRST_NAMES)], "voorvoegsel": "", "achternaam": f"Meting{at:05d}"}
    known: dict[str, Any] = met_sorteernaam(dict(names))
    leerling = Leerling(**known, groep=groep.id, jaargroep=groep.jaargroepen[0], geboortedatum=day - timedelta(3200))
    parent = Ouder(naam=f"Ouder Meting{at:05d}", telefoon="06 00000000")
    tie = Ouderschap(leerling=leerling.id, ouder=parent.id, relatie="moeder", gezag="ja")
    level = Niveau(leerling=leerling.id, niveau=at % 4, vanaf=day - timedelta(200))
    for record in (leerling, parent, tie, level):
        archive.add(record, AUTHOR)
    return leerling


def _make_form(archive: Archive, leerling: Leerling, meeting: Bespreking, day: date) -> None:
    definitie = load_definition("leerlingbespreking", None)
    begin = formulieren.Begin(definitie, leerling.id, day - timedelta(40), AUTHOR, meeting.id)
    form = formulieren.begin(archive, begin, AUTHOR)
    archive.write("formulier", form, {"antwoorden": report.answers(definitie[0], FORM_ROWS)}, AUTHOR)
    for number in range(FORM_ROWS):
        agreed = Afspraak(leerling=leerling.id, formulier=form, wat=f"Afspraak {number}", wie=AUTHOR, voor=day)
        archive.add(agreed, AUTHOR)
