"""Two groups with a family of three in them, at the start of the year."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from app.models.gesprek import Gesprek
from app.models.leerling import Gezin, Leerling
from app.models.school import Groep, Medewerker, School
from app.storage.archive import Archive
from app.ui.gesprekkenplannen.view import GesprekkenplannenView
from app.ui.place import Place
from app.ui.theme.style import apply_theme
from tests.ui.besprekingen import school as besprekingen

VANDAAG = date(2026, 9, 1)
PUPILS = {
    "ali": ("Ali", "Aydın", "g5", "5", None),
    "bo": ("Bo", "Berg", "g5", "5", "berg"),
    "cas": ("Cas", "Cox", "g5", "5", None),
    "daan": ("Daan", "Dam", "g7", "7", None),
    "eva": ("Eva", "Berg", "g7", "7", "berg"),
}


class Werkplek(besprekingen.Werkplek):
    """The same place to work, with this school in it."""

    def view(self, moment: str = "start", groep: str = "") -> GesprekkenplannenView:
        return self.open(GesprekkenplannenView, Place("gesprekkenplannen", moment, groep))

    def gesprekken(self) -> dict[str, tuple[date | None, str]]:
        """Day and time of each conversation, by pupil."""
        found = self.ask(lambda archive: archive.all(Gesprek))
        return {each.leerling: (each.datum, each.tijd) for each in found}


def fill(archive: Archive) -> bool:
    with archive.batch():
        archive.add(School(naam="De Regenboog", schooljaar="2026-2027"), "Test")
        archive.add(Gezin(id="berg", naam="Berg"), "Test")
        for key, name in (("5", "Joke"), ("7", "Bas")):
            archive.add(Medewerker(id=name, roepnaam=name, achternaam="Smit"), "Test")
            groep = Groep(id=f"g{key}", naam=key, schooljaar="2026-2027", jaargroepen=(key,), leerkrachten=(name,))
            archive.add(groep, "Test")
        for key, (first, last, groep_id, year, family) in PUPILS.items():
            pupil = Leerling(
                id=key, roepnaam=first, achternaam=last, sorteernaam=f"{last} {first}".casefold(), groep=groep_id,
                jaargroep=year, gezin=family,
            )  # fmt: skip
            archive.add(pupil, "Test")
    return True


@pytest.fixture
def werkplek(qapp: QApplication, qtbot, tmp_path, monkeypatch: pytest.MonkeyPatch):
    apply_theme(qapp, dark=False)
    monkeypatch.setattr(besprekingen, "fill", fill)
    place = Werkplek(qtbot, tmp_path)
    place.context.vandaag = lambda: VANDAAG
    yield place
    place.settle()
    assert place.db.close()


@pytest.fixture
def lege_school(qapp: QApplication, qtbot, tmp_path, monkeypatch: pytest.MonkeyPatch):
    apply_theme(qapp, dark=False)
    monkeypatch.setattr(besprekingen, "fill", lambda archive: True)
    place = Werkplek(qtbot, tmp_path)
    place.context.vandaag = lambda: VANDAAG
    yield place
    place.settle()
    assert place.db.close()
