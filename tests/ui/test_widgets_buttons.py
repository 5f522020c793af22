"""Buttons, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from app.ui.theme import scale
from app.ui.widgets.buttons import Button, IconButton, Link


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", [lambda: Button("Verder"), lambda: IconButton("plus", "Erbij"), lambda: Link("Meer")])
def test_enter_and_space_press_the_button_with_the_focus(qtbot, make, key):
    button = make()
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_enter_in_a_row_never_throws_it_away(qtbot):
    button = IconButton("prullenbak", "Regel 1 weghalen")
    qtbot.addWidget(button)
    button.show()
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_ctrl_enter_is_left_to_whoever_has_it_as_a_shortcut(qtbot):
    button = Button("Terug")
    qtbot.addWidget(button)
    button.show()
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_short_link_ends_where_its_words_do(qapp):
    link = Link("Bekijk", small=True)
    assert link.minimumSizeHint().width() <= link.sizeHint().width()
    assert abs(link.sizeHint().width() - scale.metrics("small").horizontalAdvance("Bekijk")) <= 1
