"""Instellingen over a real archive, on a day in November."""

import pytest

from app.models.school import Groep, Medewerker, School
from app.storage import keys
from app.ui.context import Context
from app.ui.database import Database
from app.ui.instellingen.view import InstellingenView
from app.ui.place import Place
from app.ui.widgets.buttons import Button
from tests.ui.instellingen.gegevens import TODAY, WACHTZIN


@pytest.fixture
def view(qtbot, tmp_path):
    way = keys.create(tmp_path, WACHTZIN, "Anna de Wit")
    db = Database()
    db.open(tmp_path, way.database_key, lambda _: None, lambda error: pytest.fail(str(error)))
    me = Medewerker(roepnaam="Anna", voorvoegsel="de", achternaam="Wit", rollen=("ib",))
    records = (
        School(naam="De Wilg", schooljaar="2026-2027"),
        me,
        Groep(id="g56", naam="5/6", leerkrachten=(me.id,), schooljaar="2026-2027", jaargroepen=("5", "6")),
    )
    db.ask(lambda archive: [archive.add(each, "Anna de Wit") for each in records])
    context = Context(db, tmp_path, "Anna de Wit", me.id, records[0], vandaag=lambda: TODAY)
    context.ingang = keys.unlock(tmp_path, WACHTZIN)
    shown = InstellingenView(context)
    shown.place_requested.connect(shown.show_place)
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    assert db.close()


@pytest.fixture
def ask(qtbot, view):
    """Asks the archive something and waits for the answer, behind all that was asked before."""

    def ask(question=lambda archive: True):
        found = []
        view.context.db.ask(question, found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=5000)
        return found[0]

    return ask


@pytest.fixture
def open_part(view, ask):
    """Shows a part and waits until it has read itself."""

    def open_part(name: str):
        view.show_place(Place("instellingen", part=name))
        for _ in range(3):
            ask()
        return view.part(name)

    return open_part


@pytest.fixture
def press(view):
    """Presses the button that is visible and has these words, or this spoken name."""

    def press(words: str) -> None:
        buttons = [each for each in view.findChildren(Button) if each.isVisible()]
        next(each for each in buttons if words in (each.text(), each.accessibleName())).click()

    return press
