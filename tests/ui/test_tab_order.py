"""Tab goes the way the eye goes, whatever came into the window last."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.line_field import LineField
from app.ui.widgets.page import Scroll
from app.ui.widgets.segmented import Segmented
from app.ui.window.shell import Shell


class Rows(QWidget):
    """A field, rows that come and go below it, and a button under those."""

    def __init__(self):
        super().__init__()
        self.first, self.last = LineField(), Button("Klaar")
        self.rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addLayout(self.rows)
        column.addWidget(self.last)

    def add(self, place=-1):
        row = LineField()
        self.rows.insertWidget(place, row)
        row.show()
        return row


def tabs(window, count, key=Qt.Key.Key_Tab):
    found = []
    for _ in range(count):
        QTest.keyClick(window.focusWidget() or window, key)
        found.append(window.focusWidget())
    return found


def in_window(qtbot, page):
    shell = Shell()
    shell.show_page(page)
    qtbot.addWidget(shell)
    shell.show()
    qtbot.waitUntil(shell.isVisible)
    return shell


def test_rows_that_came_later_are_reached_in_their_place(qtbot):
    rows = Rows()
    shell = in_window(qtbot, rows)
    second = rows.add()
    first = rows.add(0)
    rows.first.setFocus()
    assert tabs(shell, 4) == [first, second, rows.last, rows.first]
    assert tabs(shell, 3, Qt.Key.Key_Backtab) == [rows.last, second, first]


def test_a_dialog_does_the_same(qtbot):
    dialog = Dialog(None, "Wie bespreken we?")
    rows = Rows()
    dialog.add(rows)
    qtbot.addWidget(dialog)
    dialog.show()
    added = rows.add()
    rows.first.setFocus()
    assert tabs(dialog, 3) == [added, rows.last, dialog.cancel_button]


def test_a_grid_is_read_row_by_row(qtbot):
    page = QWidget()
    grid = QGridLayout(page)
    fields = {place: LineField() for place in ((1, 1), (0, 1), (1, 0), (0, 0))}
    for place, field in fields.items():
        grid.addWidget(field, *place)
    shell = in_window(qtbot, page)
    fields[0, 0].setFocus()
    assert tabs(shell, 3) == [fields[0, 1], fields[1, 0], fields[1, 1]]


def test_what_is_hidden_or_cannot_be_used_is_passed_over(qtbot):
    rows = Rows()
    shell = in_window(qtbot, rows)
    rows.add().hide()
    rows.add().setEnabled(False)
    rows.first.setFocus()
    assert tabs(shell, 1) == [rows.last]


def test_of_a_choice_the_chosen_one_is_the_stop_from_both_sides(qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    before, after = LineField(), LineField()
    choice = Segmented([("n", "Noord"), ("m", "Midden"), ("z", "Zuid")])
    choice.set_value("m")
    for widget in (before, choice, after):
        column.addWidget(widget)
    shell = in_window(qtbot, page)
    after.setFocus()
    assert [each.accessibleName() for each in tabs(shell, 1, Qt.Key.Key_Backtab)] == ["Midden"]
    assert tabs(shell, 1, Qt.Key.Key_Backtab) == [before]
    assert tabs(shell, 2)[1] is after


def test_tab_begins_in_the_part_that_was_shown_last(qtbot):
    page = QWidget()
    line = QHBoxLayout(page)
    rail, view = Button("Vandaag"), Rows()
    view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    line.addWidget(rail)
    line.addWidget(view)
    shell = in_window(qtbot, page)
    view.setFocus()
    assert tabs(shell, 1) == [view.first]


def test_a_field_scrolls_into_sight_with_what_follows_it(qtbot):
    scroll = Scroll()
    fields = [LineField() for _ in range(60)]
    for field in fields:
        scroll.body.addWidget(field)
    shell = in_window(qtbot, scroll)
    fields[0].setFocus()
    tabs(shell, 30)
    port = scroll.viewport()
    below = fields[31].mapTo(port, fields[31].rect().bottomLeft()).y()
    assert shell.focusWidget() is fields[30]
    assert below < port.height()


def test_what_disappears_with_the_focus_hands_it_to_what_stands_nearest(qtbot):
    rail, page = Button("Vandaag"), QWidget()
    beside, whole = Rows(), QHBoxLayout(page)
    whole.addWidget(rail)
    whole.addWidget(beside)
    shell = in_window(qtbot, page)
    with qtbot.waitActive(shell):
        shell.activateWindow()
    added = beside.add()
    added.setFocus()
    added.hide()
    assert shell.focusWidget() is beside.first


def test_tab_in_a_dialog_leaves_the_page_behind_it_where_it_was(qtbot):
    scroll = Scroll()
    fields = [LineField() for _ in range(60)]
    for each in fields:
        scroll.body.addWidget(each)
    shell = in_window(qtbot, scroll)
    scroll.verticalScrollBar().setValue(200)
    dialog = Dialog(scroll.content, "Wie bespreken we?")
    rows = Rows()
    dialog.add(rows)
    dialog.show()
    rows.first.setFocus()
    tabs(dialog, 3)
    assert scroll.verticalScrollBar().value() == 200
    assert shell.isVisible()
