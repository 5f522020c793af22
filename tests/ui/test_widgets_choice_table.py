"""A table in which rows are ticked."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.ui.widgets.choice_table import ChoiceTable
from app.ui.widgets.table_model import Column

COLUMNS = (Column("naam", "Naam", stretch=1),)
ROWS = [{"id": each, "naam": each.title()} for each in ("noor", "bram", "zoe")]


def click(table: ChoiceTable, row: int) -> None:
    middle: QPoint = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def chosen(table: ChoiceTable) -> list[str]:
    return [row["id"] for row in table.selected_rows()]


def test_a_click_ticks_and_a_second_click_takes_the_tick_away(show):
    table = ChoiceTable("Leerlingen", COLUMNS)
    table.set_rows(ROWS)
    show(table)
    click(table, 0)
    click(table, 2)
    assert chosen(table) == ["noor", "zoe"]
    click(table, 0)
    assert chosen(table) == ["zoe"]


def test_arrows_move_the_cursor_and_the_space_bar_ticks(show):
    table = ChoiceTable("Leerlingen", COLUMNS)
    table.set_rows(ROWS)
    show(table)
    assert table.current_row() == ROWS[0]
    assert chosen(table) == [], "the cursor alone chooses nothing"
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen(table) == ["bram"]
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert chosen(table) == ["noor", "bram", "zoe"]


def test_ticks_stay_when_the_rows_are_renewed_and_exactly_those_named_can_be_ticked(show):
    table = ChoiceTable("Leerlingen", COLUMNS)
    table.set_rows(ROWS)
    show(table)
    table.tick(ROWS[1:])
    table.set_rows([*ROWS[1:], {"id": "sem", "naam": "Sem"}])
    assert chosen(table) == ["bram", "zoe"]
    table.tick(ROWS[2:])
    assert chosen(table) == ["zoe"]


def test_a_double_click_opens(show, qtbot):
    table = ChoiceTable("Leerlingen", COLUMNS)
    table.set_rows(ROWS)
    show(table)
    middle = table.visualRect(table.model().index(1, 0)).center()
    click(table, 1)
    with qtbot.waitSignal(table.row_activated) as opened:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert opened.args == [ROWS[1]]
