"""The first day: from a welcome to a Word report on the table, in the real window and by keyboard."""

import html
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.bespreking import Afspraak, Formulier
from app.models.leerling import Leerling
from app.models.school import Groep, Medewerker, School
from app.storage.archive import Archive
from app.ui.bespreekmodus.view import BespreekmodusView
from app.ui.besprekingen.plannen import PlanDialog
from app.ui.exporteren import openen
from app.ui.formulier.paneel import FormPanel
from app.ui.importeren import view as importeren
from app.ui.widgets.growing_text import GrowingText
from tests.faults.program import PASSPHRASE, Program
from tests.imports.maak_edexml import edexml, verzonnen_school

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER, SPACE, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Down

HULPVRAAG = "Hoe krijg ik dit kind weer aan het rekenen?"
DOEL = "In januari maakt hij zelf tien sommen, zonder hulp."
AFSPRAAK = "Rekenhoek inrichten"


@pytest.fixture
def files(tmp_path, monkeypatch):
    """The file of the administration, and the folder for documents: what one would point at in the system's dialogs."""
    administration = tmp_path / "EDEX.XML"
    administration.write_bytes(edexml(verzonnen_school(60, combinaties="C"), versie="2.1"))
    documents = tmp_path / "documenten"
    documents.mkdir()
    monkeypatch.setattr(importeren, "choose_file", lambda *_: administration)
    monkeypatch.setattr(openen, "choose_folder", lambda *_: documents)
    return documents


def welcome(you: Program) -> None:
    """School, name, passphrase, recovery code."""
    you.wait(lambda: you.says("Welkom bij Ruggespraak"))
    you.press(ENTER)
    you.type("De Wilg")
    you.tab_to("Noord")
    you.press(SPACE)
    you.press(ENTER)
    you.wait(lambda: you.says("Wie ben jij?"))
    you.type("Anna")
    you.press(TAB)
    you.type("de")
    you.press(TAB)
    you.type("Wit")
    you.press(ENTER)
    you.wait(lambda: not you.says("Wie ben jij?"))
    you.type(PASSPHRASE)
    you.press(ENTER)
    you.wait(lambda: you.says("Je herstelcode"))
    code = you.label("Herstelcode").text().replace("\n", "")
    you.push("Verder")
    you.type(code)
    you.press(ENTER)
    you.unlocked()


def import_the_school(you: Program) -> None:
    """The file of the administration, with groups of two years."""
    you.push("EDEXML inlezen")
    you.push("Kies een bestand")
    you.wait(lambda: you.says("er is nog niets opgeslagen"))
    assert you.ask(lambda archive: archive.all(Leerling)) == []
    you.push("Overnemen")
    you.wait(lambda: you.says("Alles is overgenomen"))


def plan_a_meeting(you: Program, groep: Groep) -> None:
    """Of a combination group, with one pupil."""
    you.unlocked().rail.button("besprekingen").setFocus()
    you.press(SPACE)
    you.wait(lambda: you.says("Nog geen besprekingen"))

    def answer() -> None:
        you.tab_to("Groep")
        while you.focus().currentText() != f"groep {groep.naam}":
            you.press(DOWN)
        dialog = QApplication.activeModalWidget()
        you.wait(lambda: bool(dialog.kiezer.aanbod.offered()))
        you.tab_to("Zoek een leerling")
        you.press(ENTER)
        you.wait(lambda: bool(dialog.kiezer.keuzes()))
        you.push("Plan de bespreking")

    you.in_dialog(PlanDialog, answer)
    you.press(Qt.Key.Key_N, CONTROL)
    you.wait(lambda: bool(you.dialog_errors) or you.says(f"Leerlingbespreking groep {groep.naam}"))
    assert you.dialog_errors == []


def fill_in_a6(you: Program) -> None:
    """All that has to be filled in, and not a hand off the keyboard."""
    you.push("Bespreek")
    you.wait(lambda: isinstance(you.focus(), GrowingText) and you.focus().isVisible())
    assert isinstance(you.unlocked().router.view, BespreekmodusView)
    you.type(HULPVRAAG)
    on(you)
    you.type("Rekenen met blokjes")
    on(you)
    you.type(DOEL)
    on(you)
    you.tab_to("Past dit in het groepsplan?")
    you.press(DOWN)
    on(you)
    on(you)
    you.tab_to("geen")
    you.press(SPACE)
    on(you)
    you.tab_to("Hoe horen de ouders")
    you.press(DOWN)
    you.tab_to("Wanneer horen ze het?")
    you.type("morgen")
    on(you)
    you.tab_to("Wat, regel 1")
    you.type(AFSPRAAK)
    you.press(TAB)
    you.type("Joke Smit")
    you.press(TAB)
    you.type("over 2 weken")
    you.tab_to("Wanneer kijken we terug?")
    you.type("over 6 weken")


def on(you: Program) -> None:
    """To the next section."""
    panel = you.unlocked().router.view.findChild(FormPanel)
    before = panel.current
    you.press(ENTER, CONTROL)
    you.wait(lambda: panel.current != before)


def close_together(you: Program) -> None:
    """The closing screen: clear to the teacher, nothing misses, vastgesteld."""
    you.press(ENTER, CONTROL)
    you.wait(lambda: you.says("Loop het samen langs"))
    assert you.says(AFSPRAAK)
    you.tab_to("ja")
    you.press(SPACE)
    you.wait(lambda: you.says("Alles wat nodig is, staat erin."))
    you.push("Stel het formulier vast")


def hand_over(you: Program, documents: Path) -> Path:
    """The report, in Word."""
    you.wait(lambda: you.says("Jouw verslag") and isinstance(you.focus(), GrowingText) and you.focus().isEnabled())
    you.push("Maak Word-verslag")
    you.wait(lambda: you.says("is gemaakt."))
    (made,) = documents.iterdir()
    return made


def words_of(path: Path) -> str:
    """All words that Word shows, header and footer too."""
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode() for name in package.namelist() if re.search(r"word/\w+\.xml$", name)]
    return "\n".join(html.unescape(words) for part in parts for words in re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part))


def test_from_first_start_to_the_word_report(program, tmp_path, files):
    you = program(tmp_path / "archief")
    welcome(you)
    import_the_school(you)
    groups = you.ask(lambda archive: archive.all(Groep))
    combined = next(each for each in groups if len(each.jaargroepen) == 2)
    plan_a_meeting(you, combined)
    fill_in_a6(you)
    close_together(you)
    report = hand_over(you, files)

    (form,) = you.ask(lambda archive: archive.all(Formulier))
    pupil = you.ask(lambda archive: archive.get(Leerling, form.leerling))
    assert pupil.groep == combined.id
    assert pupil.naam in report.name
    text = words_of(report)
    for words in (pupil.naam, DOEL, AFSPRAAK, "Joke Smit", "De Wilg"):
        assert words in text
    assert form.vastgesteld_op
    assert form.antwoorden["hulpvraag"]["hulpvraag"] == HULPVRAAG
    tasks = {each.wat: each for each in you.ask(lambda archive: archive.all(Afspraak))}
    assert tasks[AFSPRAAK].voor > date.today()
    assert len(you.ask(lambda archive: archive.all(Leerling))) == 60
    assert [each.naam for each in you.ask(lambda archive: archive.all(School))] == ["De Wilg"]
    assert any(each.naam == "Anna de Wit" for each in you.ask(lambda archive: archive.all(Medewerker)))
    assert you.ask(Archive.check) == []
