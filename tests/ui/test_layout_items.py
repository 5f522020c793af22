"""Python never holds an item of a layout: PySide would still know it after Qt deleted it, and crash on its address."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from app.ui.widgets.buttons import Button
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow import Flow
from app.ui.widgets.layouts import empty
from app.ui.widgets.line_field import LineField
from tests.conftest import layout_items


def test_tab_flows_and_fields_leave_no_item_behind(show):
    flow, grid = Flow(Button("Een"), Button("Twee")), QGridLayout()
    block = QWidget()
    block.setLayout(grid)
    grid.addWidget(LineField(), 1, 0)
    grid.addWidget(DateField(), 0, 0)
    page = show(LineField(), flow, block)
    for _ in range(6):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    page.resize(200, 500)
    flow.clear()
    empty(grid)
    assert layout_items() == []


def test_emptying_a_layout_keeps_its_stretch_and_leaves_other_widgets_alone(show):
    block, inside = QWidget(), QVBoxLayout()
    column = QVBoxLayout(block)
    below = LineField()
    column.addLayout(inside)
    column.addWidget(below)
    gone = LineField()
    inside.addWidget(gone)
    inside.addStretch(1)
    show(block, focus=False)
    empty(inside)
    assert not gone.isVisible()
    assert below.isVisible()
    assert inside.count() == 1
    assert layout_items() == []


def test_what_is_hidden_or_let_go_no_longer_flows(show):
    one, two, three, four = Button("Een"), Button("Twee"), Button("Drie"), Button("Vier")
    flow = Flow(one, two, three, four)
    show(flow, focus=False)
    assert flow.sizeHint().width() > 3 * four.sizeHint().width()
    one.hide()
    two.setParent(None)
    Shiboken.delete(three)
    assert flow.sizeHint() == four.sizeHint()
    four.setText("Vier en nog wat")
    assert flow.sizeHint() == four.sizeHint()
    assert flow.heightForWidth(500) == four.sizeHint().height()
