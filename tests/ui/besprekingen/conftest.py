"""A school with one meeting, and dialogs that a test answers instead of a person."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme.style import apply_theme
from app.ui.widgets.dialog import Dialog
from tests.ui.besprekingen.school import Werkplek


@pytest.fixture
def werkplek(qapp: QApplication, qtbot, tmp_path):
    apply_theme(qapp, dark=False)
    place = Werkplek(qtbot, tmp_path)
    yield place
    place.settle()
    assert place.db.close()


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Dialog], object]], None]:
    """Lets a function do what a person does in the next dialogs; they are real and shown, only not waited for."""

    def answer(person: Callable[[Dialog], object]) -> None:
        def exec_(dialog: Dialog) -> int:
            dialog.show()
            person(dialog)
            return dialog.result()

        monkeypatch.setattr(Dialog, "exec", exec_)

    return answer
