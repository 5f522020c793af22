"""Locking and unlocking with a dialog open, and what there is to see and to hear meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.ui.ontgrendelen.page import OntgrendelPage
from tests.faults.program import PASSPHRASE, Program, school_with_keys

ONLY_THE_LOCK = ["Ontgrendelen – Ruggespraak"]


@pytest.fixture
def school(tmp_path: Path):
    """A school that can be unlocked: its folder, what is in it, and the key."""
    made, key = school_with_keys(tmp_path / "archief")
    return tmp_path / "archief", made, key


def press_lock(you: Program) -> None:
    """Press Ctrl+L where one is, which is in a dialog."""
    QTest.keyClick(you.focus().window().windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    you.wait(lambda: isinstance(you.shell.page, OntgrendelPage))


def lock(you: Program) -> None:
    """Press Ctrl+L and wait until the key is gone."""
    press_lock(you)
    you.wait(lambda: you.session.main.context.ingang is None)


def unlock(you: Program, passphrase: str = PASSPHRASE) -> None:
    you.unlock(passphrase)
    you.unlocked()


def live(you: Program, kind: type[QDialog], story: Callable[[], None], begin: Callable[[], object]) -> object:
    """Begin something that opens a dialog of a kind, live the story while it is open, and give what came of it."""
    ended = []

    def live_it() -> None:
        try:
            story()
        finally:
            ended.append(True)

    you.in_dialog(kind, live_it)
    errors = you.dialog_errors
    answer = begin()
    you.wait(lambda: bool(ended))
    assert errors == []
    return answer


def on_screen() -> list[str]:
    """The titles of all windows."""
    return [each.windowTitle() for each in QApplication.topLevelWidgets() if each.isVisible()]


def heard() -> str:
    """All that a screen reader can get at, on the screen or not."""
    words: list[str] = []

    def walk(part: QAccessibleInterface | None) -> None:
        if part is not None:
            words.extend(part.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
            for number in range(part.childCount()):
                walk(part.child(number))

    QAccessible.setActive(True)
    walk(QAccessible.queryAccessibleInterface(QApplication.instance()))
    QAccessible.setActive(False)
    return "\n".join(words)
