"""Scrolling with the keyboard: Page Up, Page Down, Home and End move what is on screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.theme.style import apply_theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.labels import Text
from app.ui.widgets.line_field import LineField
from app.ui.widgets.page import Page, Scroll

Key = Qt.Key


@pytest.fixture(autouse=True)
def style(qapp: QApplication):
    apply_theme(qapp, dark=False)


def shown(qtbot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def lines(many: int = 60) -> list[Text]:
    return [Text(f"Regel {number}") for number in range(many)]


@pytest.fixture
def page(qtbot) -> Page:
    """A long page that begins with a field and a button, in its window."""
    page = Page("Lang")
    page.field, page.button = LineField("Noor"), Button("Doe iets")
    for each in (page.field, page.button, *lines()):
        page.add(each)
    shown(qtbot, page)
    page.button.setFocus()
    return page


def test_from_a_button_the_keys_move_the_page(page: Page):
    bar = page.scroll_area.verticalScrollBar()
    press(Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    press(Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    press(Key.Key_PageUp)
    assert bar.value() == bar.maximum() - bar.pageStep()
    press(Key.Key_Home)
    assert bar.value() == 0


def test_what_a_field_does_itself_it_keeps(page: Page):
    page.field.setFocus()
    press(Key.Key_End)
    assert page.scroll_area.verticalScrollBar().value() == 0
    press(Key.Key_PageDown)
    assert page.scroll_area.verticalScrollBar().value() > 0


def test_a_part_with_nothing_to_move_leaves_the_keys_to_what_is_around_it(qtbot):
    page, part, button = Page("Om iets heen"), Scroll(), Button("Binnenin")
    part.body.addWidget(button)
    for each in (part, *lines()):
        page.add(each)
    shown(qtbot, page)
    button.setFocus()
    press(Key.Key_PageDown)
    assert page.scroll_area.verticalScrollBar().value() > 0


def test_a_long_dialog_moves_from_its_buttons_as_well(qtbot):
    dialog = Dialog(None, "Lang")
    for each in lines(200):
        dialog.add(each)
    shown(qtbot, dialog)
    dialog.accept_button.setFocus()
    press(Key.Key_PageDown)
    assert dialog.findChild(Scroll).verticalScrollBar().value() > 0
    dialog.reject()
