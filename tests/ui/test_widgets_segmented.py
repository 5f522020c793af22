"""Options next to each other, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from app.ui.widgets.segmented import Segmented


@pytest.fixture
def regions(qtbot):
    widget = Segmented([("noord", "Noord"), ("midden", "Midden"), ("zuid", "Zuid")], clearable=False)
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
    widget.setFocus()
    return widget


def press(qtbot, widget, key):
    qtbot.keyClick(widget.window().focusWidget(), key)


def test_an_arrow_chooses_also_when_nothing_was_chosen_yet(qtbot, regions):
    with qtbot.waitSignal(regions.changed):
        press(qtbot, regions, Qt.Key.Key_Right)
    assert regions.value() == "midden"
    press(qtbot, regions, Qt.Key.Key_Right)
    assert regions.value() == "zuid"


def test_space_chooses_the_one_with_the_focus(qtbot, regions):
    press(qtbot, regions, Qt.Key.Key_Space)
    assert regions.value() == "noord"
