"""Rows on screen: Enter begins a new row, but not where it chooses from a list that is open."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.forms.loader import parse_definition
from app.resources import resource
from app.ui.formulier.editors import Surroundings
from app.ui.formulier.rijen import RowsEditor
from app.ui.widgets.choice import Choice


@pytest.fixture
def answers(qtbot) -> RowsEditor:
    """What each parent answered on the handelingsdeel of an OPP."""
    path = resource("formulieren", "opp.toml")
    definition = parse_definition(path.read_text("utf-8"), path.name)
    field = next(each for _, each in definition.fields() if each.id == "instemming")
    editor = RowsEditor(field, Surroundings((), lambda: date(2026, 10, 12)))
    qtbot.addWidget(editor)
    editor.set_value([{"ouder": "A. Vos", "antwoord": "open"}, {"ouder": "B. Vos", "antwoord": "open"}])
    editor.show()
    qtbot.waitExposed(editor)
    return editor


def choices(editor: RowsEditor) -> list[Choice]:
    return [each for each in editor.findChildren(Choice) if each.isVisible()]


def test_enter_in_an_open_list_chooses_and_stays_in_its_row(answers, qtbot):
    choice = choices(answers)[0]
    choice.setFocus()
    choice.showPopup()
    QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not choice.view().isVisible())
    assert choice.currentText() == "akkoord"
    assert len(choices(answers)) == 2
