"""A page in a real window for tests of widgets, and the wheel of a mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.theme.style import apply_theme
from app.ui.widgets.page import Page


@pytest.fixture
def show(qapp: QApplication, qtbot):
    """Shows a widget in a page of a real window and waits until it has the focus it is given."""
    apply_theme(qapp, dark=False)
    pages: list[Page] = []  # qtbot itself keeps no widget alive

    def show(*widgets: QWidget, focus: bool = True) -> Page:
        page = Page("Proef")
        pages.append(page)
        for widget in widgets:
            page.add(widget)
        page.body.addStretch(1)
        qtbot.addWidget(page)
        page.resize(700, 500)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        if focus:
            widgets[0].setFocus()
            qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        QApplication.processEvents()
        return page

    return show


@pytest.fixture
def roll_wheel() -> Callable[[QWidget], bool]:
    """Rolls the wheel down over a widget; True when the widget kept the event for itself."""

    def roll(widget: QWidget) -> bool:
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle, QPointF(widget.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)
        return event.isAccepted()

    return roll
