"""The overview of conversations over a small school, and dialogs that a test answers instead of a person."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.storage.archive import Archive
from app.ui.theme.style import apply_theme
from app.ui.widgets.dialog import Dialog
from tests.ui.gesprekken.school import Scherm, vul


@pytest.fixture
def open_scherm(qapp: QApplication, qtbot, tmp_path):
    """Opens the overview over a school that a function fills."""
    apply_theme(qapp, dark=False)
    opened: list[Scherm] = []

    def open_(fill: Callable[[Archive], None], **about) -> Scherm:
        opened.append(Scherm(qtbot, tmp_path, fill, **about))
        return opened[-1]

    yield open_
    for each in opened:
        each.settle()
        assert each.db.close()


@pytest.fixture
def scherm(open_scherm) -> Scherm:
    return open_scherm(vul)


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
