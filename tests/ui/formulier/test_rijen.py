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
from app.ui.widgets.tab_order import next_stop


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


@pytest.fixture
def actions(qtbot) -> RowsEditor:
    """What was tried earlier, on form A.6: five columns."""
    path = resource("formulieren", "leerlingbespreking.toml")
    definition = parse_definition(path.read_text("utf-8"), path.name)
    found = definition.field_by_role("acties")
    editor = RowsEditor(found[1], Surroundings((), lambda: date(2026, 10, 12)))
    qtbot.addWidget(editor)
    editor.set_value(
        [{"_id": str(each), "actie": f"aanpak {each}: taken in stukjes van tien minuten"} for each in range(2)]
    )
    editor.show()
    qtbot.waitExposed(editor)
    return editor


def is_below(editor: RowsEditor, name: str) -> bool:
    """Whether a cell of the first row stands below the one in which one begins."""
    row = editor._rows[0]
    return row.cells[name].y() >= row.first.geometry().bottom()


def test_cells_stand_below_each_other_where_they_would_be_too_narrow_to_read(actions, qtbot):
    before = actions.value()
    last = list(actions._rows[0].cells)[-1]
    actions.resize(1200, 600)
    qtbot.waitUntil(lambda: not is_below(actions, last))
    assert actions._heads[0].isVisible()
    assert not any(label.isVisible() for label in actions._rows[0].labels.values())
    actions.resize(420, 600)
    qtbot.waitUntil(lambda: is_below(actions, last))
    assert actions.minimumSizeHint().width() <= 420
    assert not actions._heads[0].isVisible()
    assert all(label.isVisible() for row in actions._rows for label in row.labels.values())
    first, second = actions._rows
    assert first.cells[last].geometry().bottom() < second.first.y()
    words = first.first
    qtbot.waitUntil(lambda: words.height() < 5 * words.fontMetrics().lineSpacing())
    actions._append()
    assert [row.first.y() for row in actions._rows] == sorted(row.first.y() for row in actions._rows)
    actions.resize(1200, 600)
    qtbot.waitUntil(lambda: not is_below(actions, last))
    assert actions.value() == before


def test_tab_comes_past_all_cells_of_a_stacked_row_before_its_bin(actions, qtbot):
    actions.resize(420, 600)
    row = actions._rows[0]
    qtbot.waitUntil(lambda: is_below(actions, list(row.cells)[-1]))
    came_by, here = [], row.first
    while here is not row.remove:
        came_by.append(here)
        here = next_stop(actions, here)
    stops = [each for each in row.cells.values() if each in came_by or each.focusProxy() in came_by]
    assert stops == list(row.cells.values())
