"""A date field of a form keeps every letter, like any other field; only a date counts as one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.models.bespreking import Formulier
from app.ui.formulier.paneel import FormPanel
from app.ui.place import Place
from app.ui.widgets.date_field import NOT_UNDERSTOOD, DateField
from app.ui.widgets.save_state import SaveState
from tests.faults.conftest import program
from tests.faults.program import Program, school_with_keys

__all__ = ["program"]
DUE = "vervolg.evaluatie_datum"
NO_DAY = "na de herfst"


class AtForm:
    """Somebody at form A.6 in the whole program."""

    def __init__(self, you: Program, formulier: str) -> None:
        self.you, self.formulier = you, formulier
        you.unlock()
        you.unlocked().go(Place("formulier", formulier))

    def due(self) -> DateField:
        """The field of the evaluation's date, on the screen."""
        self.you.wait(lambda: any(each.isVisible() for each in self.you.shell.findChildren(FormPanel)))
        (panel,) = [each for each in self.you.shell.findChildren(FormPanel) if each.isVisible()]
        panel.show_section("vervolg")
        field = panel.page().row(DUE).widget
        field.setFocus()
        return field

    def kept(self) -> object:
        """What the archive has of it."""
        section, _, name = DUE.partition(".")
        return self.you.ask(
            lambda archive: archive.get(Formulier, self.formulier).antwoorden.get(section, {}).get(name)
        )

    def keep(self, value: object) -> None:
        """Wait until the archive has it."""
        self.you.wait(lambda: self.kept() == value)


@pytest.fixture
def form(tmp_path, program) -> AtForm:
    made, _ = school_with_keys(tmp_path / "archief")
    return AtForm(program(tmp_path / "archief"), made.formulier)


def leave(you: Program) -> None:
    """Tab on, past the button of the calendar."""
    you.press(Qt.Key.Key_Tab)
    you.press(Qt.Key.Key_Tab)


def said(you: Program) -> str:
    kinds = (QLabel, QAbstractButton, SaveState)
    return "\n".join(each.text() for kind in kinds for each in you.shell.findChildren(kind) if each.isVisible())


def test_text_that_is_no_date_is_kept_and_is_there_again_with_its_complaint(form):
    you = form.you
    form.due()
    you.type(NO_DAY)
    form.keep(NO_DAY)  # without having left the field: a power cut would cost nothing
    assert NOT_UNDERSTOOD not in said(you)
    you.press(Qt.Key.Key_Tab)
    assert NOT_UNDERSTOOD in said(you)
    you.wait(lambda: "Alles bewaard" in said(you))
    you.session.leaving.lock()
    you.wait(lambda: you.session.main is None)
    you.unlock()
    you.unlocked()
    field = form.due()
    assert (field.line.text(), field.words.text()) == (NO_DAY, NOT_UNDERSTOOD)
    field.line.clear()
    you.type("30-11-2026")
    form.keep("2026-11-30")
    assert field.words.text() == "maandag 30 november 2026"


def test_vaststellen_waits_for_it_with_a_sentence(form):
    you = form.you
    form.due()
    you.type(NO_DAY)
    form.keep(NO_DAY)
    you.unlocked().go(Place("bespreekmodus", form.formulier, "afronden"))
    you.wait(lambda: "geen datum. Schrijf bijvoorbeeld 12-10-2026" in said(you))
    assert NO_DAY not in said(you)


def test_taking_back_brings_the_words_as_they_were(form):
    you = form.you
    field = form.due()
    you.type(NO_DAY)
    leave(you)
    field.setFocus()
    field.line.selectAll()
    you.type("30-11-2026")
    leave(you)
    form.keep("2026-11-30")
    (panel,) = [each for each in you.shell.findChildren(FormPanel) if each.isVisible()]
    panel.undo()
    form.keep(NO_DAY)
    assert field.line.text() == NO_DAY
