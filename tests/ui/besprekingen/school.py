"""A small school behind a real database thread, and views of it in a real window."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.bespreking import Afspraak, Bespreking
from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap
from app.models.school import Groep, Medewerker, School
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.besprekingen import Keuze, agenda, plan
from app.storage.definities import load_definition
from app.storage.formulieren import Begin
from app.ui.context import Context
from app.ui.database import Database
from app.ui.place import Place
from app.ui.view import View

VANDAAG = date(2026, 11, 23)
IB = "Inge Bos"
A6 = load_definition("leerlingbespreking", None)
NOOR, SEM, IRIS = "noor", "sem", "iris"
MEETING = "bespreking"

ANSWERS = {
    "hulpvraag.hulpvraag": "Hoe help ik Noor met de tafels?",
    "onderwijsbehoeften.doel": "Noor kent de tafels.",
    "vervolg.afspraken": [{"_id": "1", "wat": "Ouders bellen", "wie": "Joke Smit", "voor": "2026-11-30"}],
    "vervolg.evaluatie_datum": "2027-01-11",
}


class Werkplek:
    """What a test of a view works with; it plays the part of the window around the view."""

    def __init__(self, qtbot, folder) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.db = Database()
        opened: list[object] = []
        self.db.open(folder, bytes(32), opened.append, _fail)
        qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
        self.context = Context(self.db, folder, IB, vandaag=lambda: VANDAAG)
        self.places: list[Place] = []
        self._views: list[View] = []
        self.ask(fill)

    def ask(self, question: Callable[[Archive], object]):
        """Ask the archive and wait for the answer and all that was asked before."""
        found: list[object] = []
        self.db.ask(question, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=10_000)
        return found[0]

    def settle(self) -> None:
        """Wait until what was asked is answered, and what changed is shown."""
        for _ in range(3):
            self.ask(lambda archive: True)

    def open(self, view: type[View], place: Place):
        """Show a view in a window, refreshed at each change as the router does."""
        made = view(self.context)
        self._views.append(made)
        self.qtbot.addWidget(made)
        made.place_requested.connect(self.places.append)
        self.db.changed.connect(lambda change: made.refresh() if made.concerns(change) else None)
        made.resize(1200, 900)
        made.show_place(place)
        made.show()
        self.settle()
        return made


def fill(archive: Archive) -> bool:
    """Two groups, three pupils, one meeting with Noor and Sem on its agenda."""
    with archive.batch():
        for record in (
            School(naam="De Regenboog"),
            Medewerker(id="inge", roepnaam="Inge", achternaam="Bos", rollen=("ib",)),
            Medewerker(id="joke", roepnaam="Joke", achternaam="Smit"),
            Medewerker(id="els", roepnaam="Els", achternaam="Vos"),
            Groep(id="g", naam="5/6", leerkrachten=("joke",), jaargroepen=("5", "6")),
            Groep(id="h", naam="7", leerkrachten=("els",), jaargroepen=("7",)),
            Leerling(id=NOOR, roepnaam="Noor", achternaam="Berg", sorteernaam="berg noor", groep="g"),
            Leerling(id=SEM, roepnaam="Sem", achternaam="Aals", sorteernaam="aals sem", groep="g"),
            Leerling(id=IRIS, roepnaam="Iris", achternaam="Cox", sorteernaam="cox iris", groep="h"),
            Niveau(leerling=NOOR, niveau=3, vanaf=date(2026, 9, 1)),
            Afspraak(leerling=IRIS, wat="Bellen", voor=date(2026, 11, 20)),
            Ouder(id="o", naam="M. Berg"),
            Ouderschap(leerling=NOOR, ouder="o", gezag="ja"),
        ):
            archive.add(record, IB)
    meeting = Bespreking(id=MEETING, datum=VANDAAG, tijd="14:00", groep="g", aanwezigen=(IB, "Joke Smit"))
    plan(archive, meeting, [Keuze(NOOR, "Rekenen stokt"), Keuze(SEM)], IB)
    return True


def discuss(archive: Archive, leerling: str = NOOR, *, close: bool = True, **answers) -> str:
    """Fill in the form of a pupil on the agenda, and close it."""
    punt = next(each.punt for each in agenda(archive, MEETING).regels if each.punt.leerling == leerling)
    form = formulieren.begin(archive, Begin(A6, leerling, VANDAAG, "Joke Smit", MEETING, punt.id), IB)
    for path, value in {**ANSWERS, **answers}.items():
        archive.write_answer(form, path, value, "Joke Smit")
    if close:
        formulieren.vaststellen(archive, form, IB)
    return form


def texts_of(widget: QWidget) -> str:
    """All that can be read on a widget."""
    shown = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
    return "\n".join(str(each.text()) for each in shown if hasattr(each, "text") and callable(each.text))


def _fail(error: BaseException) -> None:
    raise error
