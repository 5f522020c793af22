"""The Proefschool goes one year on, in the real window and by keyboard: looked at, left alone, done, and taken back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.imports.proefschool import lees
from app.models.leerling import Leerling
from app.models.school import Medewerker
from app.storage import keyfile, keys, proefschool
from app.storage.archive import Archive
from app.storage.school import groepen, the_school, tie_user
from app.ui.jaarovergang.leerlingtabel import PupilTable
from app.ui.place import Place
from app.ui.widgets.dialog import Question
from tests.faults.program import CHEAP, PASSPHRASE, Program

JUNE = date(2027, 6, 21)
ANNA = "Anna de Wit"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new = keys.create(tmp_path, PASSPHRASE, ANNA, cost=CHEAP)
    archive = Archive(tmp_path, new.database_key)
    proefschool.schrijf(archive, lees(date(2027, 5, 17)))
    anna = archive.all(Medewerker, roepnaam="Anna")[0]
    tie_user(archive, new.key_file.of_kind(keyfile.WACHTZIN)[0].id, anna.id)
    archive.close()
    return tmp_path


def revisions(you: Program) -> int:
    return you.ask(lambda archive: archive.query("SELECT count(*) AS n FROM revisie")[0]["n"])


def at_school(you: Program) -> dict[str, Leerling]:
    return {each.id: each for each in you.ask(lambda archive: archive.all(Leerling, gearchiveerd_op=None))}


def year(you: Program) -> str:
    return you.ask(the_school).schooljaar


def begin(you: Program) -> None:
    """From the notice of the first page to the first step."""
    you.unlocked().go(Place("vandaag"))
    you.wait(lambda: you.says("Bijna schooljaar 2027-2028"))
    you.push("Nieuw schooljaar voorbereiden")
    you.wait(lambda: you.says("van 2026-2027 naar 2027-2028"))


def first_pupil_stays(you: Program) -> str:
    table = you.tab_until(lambda widget: isinstance(widget, PupilTable))
    assert isinstance(table, PupilTable)
    you.press(Qt.Key.Key_Down)
    you.press(Qt.Key.Key_B)
    you.wait(lambda: you.says("1 leerling: blijft in dit leerjaar."))
    return table.selected_rows()[0]["id"]


def test_the_proefschool_goes_one_year_on(program, folder: Path):
    you = program(folder)
    you.unlock()
    you.unlocked().context.vandaag = lambda: JUNE
    before, written = at_school(you), revisions(you)

    begin(you)
    you.push("Verder")
    stays = first_pupil_stays(you)
    you.press(Qt.Key.Key_1, CONTROL)
    you.wait(lambda: you.says("Bijna schooljaar 2027-2028"))
    assert (revisions(you), at_school(you), year(you)) == (written, before, "2026-2027")

    begin(you)
    you.push("Verder")
    you.wait(lambda: you.says("1 blijft in dit leerjaar") or you.says("Schooljaar 2027-2028 in cijfers"))
    you.press(Qt.Key.Key_Return, CONTROL)
    you.wait(lambda: you.says("Schooljaar 2027-2028 staat klaar"))

    after = at_school(you)
    gone = before.keys() - after.keys()
    assert {before[each].jaargroep for each in gone} == {"8"}
    assert after[stays].jaargroep == before[stays].jaargroep
    moved = after.keys() - {stays}
    assert all(int(after[each].jaargroep) == int(before[each].jaargroep) + 1 for each in moved)
    new = {each.id for each in you.ask(groepen)}
    assert {each.groep for each in after.values()} <= new

    you.unlocked().go(Place("vandaag"))
    you.wait(lambda: not you.says("Bijna schooljaar"))
    you.unlocked().go(Place("jaarovergang"))
    you.wait(lambda: you.says("Schooljaar 2027-2028 staat klaar"))
    dialog_answered: list[bool] = []

    def answer() -> None:
        dialog_answered.append(True)
        QApplication.activeModalWidget().accept()

    you.in_dialog(Question, answer)
    you.push("Terugdraaien")
    you.wait(lambda: bool(dialog_answered) and you.says("van 2026-2027 naar 2027-2028"))
    assert (at_school(you), year(you)) == (before, "2026-2027")
