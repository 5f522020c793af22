"""The table: any length, sorted as people expect, opened by mouse or Enter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.theme.style import apply_theme
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import EMPTY, Column, TableModel, Tag, sort_key

COLUMNS = [
    Column("naam", "Naam", stretch=2, role="strong"),
    Column("groep", "Groep", 8),
    Column("niveau", "Niveau", 12),
    Column("laatst", "Laatste bespreking", 16, role="muted"),
    Column("open", "Open", 6, right=True),
]
ROWS = [
    {
        "id": "n",
        "naam": "Noor",
        "groep": "10",
        "niveau": Tag("niveau 3", "warn", order=3),
        "laatst": date(2026, 10, 12),
    },
    {"id": "s", "naam": "Sem", "groep": "2", "niveau": Tag("niveau 1"), "laatst": None, "open": 2},
    {"id": "a", "naam": "Äisha", "groep": "1/2", "niveau": None, "laatst": date(2025, 9, 3), "open": 11},
]


@pytest.fixture
def table(qapp: QApplication, qtbot) -> DataTable:
    apply_theme(qapp, dark=False)
    table = DataTable("Leerlingen", COLUMNS)
    table.set_rows(ROWS)
    table.resize(800, 400)
    qtbot.addWidget(table)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.setFocus()
    return table


def names(table: DataTable) -> list[str]:
    return [row["naam"] for row in table.rows()]


def click_header(table: DataTable, qtbot, section: int) -> None:
    header = table.horizontalHeader()
    at = header.viewport().rect().center()
    at.setX(header.sectionViewportPosition(section) + 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_enter_opens_the_row_of_the_cursor(table: DataTable, qtbot):
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.row_activated) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]


def test_a_click_opens_a_row(table: DataTable, qtbot):
    place = table.visualRect(table.model().index(2, 1)).center()
    with qtbot.waitSignal(table.row_activated) as opened:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [ROWS[2]]


def test_typing_goes_to_a_name(table: DataTable):
    QTest.keyClicks(table, "se")
    assert table.current_row() is ROWS[1]


def test_a_header_sorts_and_again_turns_it_round(table: DataTable, qtbot):
    click_header(table, qtbot, 1)
    assert [row["groep"] for row in table.rows()] == ["1/2", "2", "10"]
    click_header(table, qtbot, 1)
    assert [row["groep"] for row in table.rows()] == ["10", "2", "1/2"]
    spoken = table.model().headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Groep, gesorteerd aflopend"


def test_what_is_empty_stands_last_whichever_way(table: DataTable):
    table.sort_by("laatst")
    assert names(table) == ["Äisha", "Noor", "Sem"]
    table.sort_by("laatst", descending=True)
    assert names(table) == ["Noor", "Äisha", "Sem"]


def test_a_tag_can_be_sorted_by_something_else_than_its_words(table: DataTable):
    late, later = Tag("laat", order=2), Tag("te laat", order=1)
    table.set_rows([{"id": "1", "naam": "Sem", "niveau": late}, {"id": "2", "naam": "Noor", "niveau": later}])
    table.sort_by("niveau")
    assert names(table) == ["Noor", "Sem"]


def test_new_rows_keep_order_and_cursor(table: DataTable):
    table.sort_by("naam")
    table.selectRow(0)
    chosen = table.current_row()["id"]
    table.set_rows([*ROWS, {"id": "b", "naam": "Bas", "groep": "3"}])
    assert names(table) == sorted(names(table), key=str.casefold)
    assert table.current_row()["id"] == chosen
    assert [row["id"] for row in table.selected_rows()] == [chosen]


def test_several_rows_can_be_selected(qapp, qtbot):
    table = DataTable("Leerlingen", COLUMNS, multiple=True)
    qtbot.addWidget(table)
    table.set_rows(ROWS)
    table.show()
    with qtbot.waitSignal(table.selection_changed):
        table.selectAll()
    assert table.selected_rows() == ROWS


def test_a_cell_tells_its_column_and_its_value(table: DataTable):
    model = table.model()
    told = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 2, 4)]
    assert told == ["Naam: Noor", "Niveau: niveau 3", "Open: leeg"]


def test_nothing_to_show_says_what_to_do(table: DataTable):
    empty = EmptyState("leerlingen", "Nog geen leerlingen", action="Inlezen …")
    table.set_empty(empty)
    assert not empty.isVisible()
    table.set_rows([])
    assert empty.isVisible()
    assert not table.horizontalHeader().isVisible()
    table.set_rows(ROWS)
    assert not empty.isVisible()


def test_twenty_thousand_rows_ask_only_for_those_in_sight(qapp, qtbot, monkeypatch):
    asked: set[int] = set()
    real = TableModel.data

    def data(self: TableModel, index, role=Qt.ItemDataRole.DisplayRole):
        asked.add(index.row())
        return real(self, index, role)

    monkeypatch.setattr(TableModel, "data", data)
    table = DataTable("Leerlingen", COLUMNS)
    qtbot.addWidget(table)
    table.set_rows([{"id": str(number), "naam": f"Kind {number}", "groep": "5"} for number in range(20_000)])
    table.resize(800, 600)
    table.show()
    table.grab()
    assert 5 < len(asked) < 50


def test_columns_share_the_width_and_scroll_when_there_is_none(table: DataTable):
    assert table.horizontalScrollBar().maximum() == 0
    assert sum(table.columnWidth(column) for column in range(5)) == pytest.approx(table.viewport().width(), abs=2)
    table.resize(250, 400)
    QApplication.processEvents()
    assert table.horizontalScrollBar().maximum() > 0


VALUES = st.one_of(
    st.none(), st.text(max_size=8), st.integers(), st.dates(), st.builds(Tag, st.text(max_size=5)),
    st.tuples(st.builds(Tag, st.text(max_size=5))), st.floats(allow_nan=False),
)  # fmt: skip


@given(st.lists(VALUES, max_size=12))
def test_any_values_can_be_sorted_together(values: list):
    keys = sorted(sort_key(value) for value in values)
    assert keys == sorted(keys)
    assert all(key == EMPTY for key in keys[len([value for value in values if sort_key(value) != EMPTY]) :])


def test_a_name_can_be_sorted_by_surname(qapp, qtbot):
    table = DataTable("Leerlingen", [Column("naam", "Naam", sort="achternaam")])
    qtbot.addWidget(table)
    table.set_rows([{"naam": "Ali de Wit", "achternaam": "Wit"}, {"naam": "Zoë Aker", "achternaam": "Aker"}])
    table.sort_by("naam")
    assert names(table) == ["Zoë Aker", "Ali de Wit"]
