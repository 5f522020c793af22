"""A school with one pupil who was discussed before, on a real archive behind a real database thread."""

from dataclasses import dataclass
from datetime import date

import pytest

from app.models.leerling import Leerling, Ouder, Ouderschap, Plan
from app.models.school import Groep, Medewerker
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.definities import load_definition
from app.ui.context import Context
from app.ui.database import Database
from app.ui.formulier.controller import FormController

VANDAAG = date(2026, 11, 23)
VORIGE_KEER = {
    "hulpvraag": {"hulpvraag": "Rekenen lukt niet", "thuis": "Noor woont bij haar moeder."},
    "acties": {
        "acties": [
            {
                "_id": "tablet",
                "actie": "Tafels oefenen met de tablet, zelfstandig",
                "periode": "sep – okt",
                "resultaat": "werkte_niet",
                "opmerking": "haakte na 5 min af",
            }
        ]
    },
    "onderwijsbehoeften": {"doel": "Noor kent de tafels van 2, 5 en 10."},
    "vervolg": {
        "afspraken": [{"_id": "bellen", "wat": "Ouders bellen", "wie": "Joke Smit", "voor": "2026-11-01"}],
        "evaluatie_datum": "2026-11-20",
    },
}


@dataclass
class Werkplek:
    """What a test of a form works with."""

    qtbot: object
    db: Database
    context: Context
    leerling: str
    formulier: str
    vorige: str

    def ask(self, question):
        """Ask the archive and wait for the answer."""
        found = []
        self.db.ask(question, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=5000)
        return found[0]

    def blad(self, formulier: str = ""):
        """The form as it is in the archive now."""
        return self.ask(lambda archive: formulieren.open_blad(archive, formulier or self.formulier, VANDAAG))

    def answer(self, path: str):
        """An answer as it is in the archive now."""
        section, _, name = path.partition(".")
        return self.blad().formulier.antwoorden.get(section, {}).get(name)

    def controller(self, formulier: str = "") -> FormController:
        """A controller of the form, with Joke at the keyboard."""
        return FormController(self.db, self.blad(formulier), lambda: "Joke Smit")


@pytest.fixture
def werkplek(qtbot, tmp_path):
    db = Database()
    opened = []
    db.open(tmp_path, bytes(32), opened.append, lambda error: pytest.fail(str(error)))
    place = Werkplek(qtbot, db, Context(db, tmp_path, "Anna de Wit", vandaag=lambda: VANDAAG), "", "", "")
    place.leerling, place.vorige, place.formulier = place.ask(_fill)
    yield place
    assert db.close()


def _fill(archive: Archive) -> tuple[str, str, str]:
    joke = Medewerker(roepnaam="Joke", achternaam="Smit")
    anna = Medewerker(roepnaam="Anna", voorvoegsel="de", achternaam="Wit", rollen=("ib",))
    groep = Groep(naam="5/6", leerkrachten=(joke.id,))
    noor = Leerling(roepnaam="Noor", voorvoegsel="van den", achternaam="Berg", groep=groep.id)
    ouder = Ouder(naam="M. van den Berg")
    plan = Plan(soort="groepsplan", groep=groep.id, onderwerp="rekenen", van=date(2026, 9, 1), tot=date(2027, 1, 29))
    tie = Ouderschap(leerling=noor.id, ouder=ouder.id, gezag="ja")
    for record in (joke, anna, groep, noor, ouder, plan, tie):
        archive.add(record, "Anna de Wit")
    a6 = load_definition("leerlingbespreking", None)
    vorige = formulieren.begin(archive, formulieren.Begin(a6, noor.id, date(2026, 10, 12), "Joke Smit"), "Anna de Wit")
    archive.write("formulier", vorige, {"antwoorden": VORIGE_KEER}, "Joke Smit")
    formulieren.vaststellen(archive, vorige, "Anna de Wit")
    nieuw = formulieren.begin(archive, formulieren.Begin(a6, noor.id, VANDAAG, "Joke Smit"), "Anna de Wit")
    return noor.id, vorige, nieuw
