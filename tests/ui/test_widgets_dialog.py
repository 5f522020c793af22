"""Dialogs: sized by their content, answered by keyboard."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.theme.style import apply_theme
from app.ui.widgets.dialog import Dialog, Message, Question
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.line_field import LineField


class NameDialog(Dialog):
    """Asks for a name and does not take nothing for an answer."""

    def __init__(self, parent=None, rows: int = 1) -> None:
        super().__init__(parent, "Hoe heet de groep?", accept="Toevoegen")
        self.name = LineField()
        form = FormRows()
        form.add_row("Naam", self.name)
        for number in range(rows - 1):
            form.add_row(f"Opmerking {number}", GrowingText())
        self.add(form)

    def answer(self) -> str:
        return self.name.value()

    def complaint(self) -> str:
        return "" if self.name.value() else "Vul een naam in."


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication):
    apply_theme(qapp, dark=False)


def ask(question, *keys: Qt.Key, typed: str = "", **arguments):
    """Ask with `question.ask`, typing and pressing keys as soon as the dialog is there."""

    def press() -> None:
        if typed:
            QTest.keyClicks(QApplication.focusWidget(), typed)
        for key in keys:
            QTest.keyClick(QApplication.activeWindow().focusWidget() or QApplication.activeWindow(), key)

    QTimer.singleShot(50, press)
    return question.ask(None, **arguments)


def test_enter_accepts_what_was_typed():
    assert ask(NameDialog, Qt.Key.Key_Return, typed="groep 5/6") == "groep 5/6"


def test_escape_cancels():
    assert ask(NameDialog, Qt.Key.Key_Escape, typed="groep 5/6") is None


def test_tab_goes_through_the_fields_to_the_buttons():
    assert ask(NameDialog, Qt.Key.Key_Tab, Qt.Key.Key_Space, typed="groep 5/6") is None  # Annuleren
    assert ask(NameDialog, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space, typed="groep 8") == "groep 8"


def test_an_answer_that_will_not_do_is_refused_in_words(qtbot):
    dialog = NameDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.accept_button, Qt.Key.Key_Space)
    assert dialog.isVisible()
    assert "Vul een naam in." in [label.text() for label in dialog.findChildren(type(dialog.title).__mro__[1])]
    dialog.name.set_value("groep 3")
    QTest.keyClick(dialog.accept_button, Qt.Key.Key_Space)
    assert not dialog.isVisible()


def test_enter_never_destroys():
    words = {"title": "Vernietigen?", "text": "Dit komt niet terug.", "accept": "Vernietigen"}
    assert ask(Question, Qt.Key.Key_Return, danger=True, **words) is None
    assert ask(Question, Qt.Key.Key_Return, **words) is True


def test_enter_on_the_red_button_means_that_button():
    words = {"title": "Vernietigen?", "text": "Dit komt niet terug.", "accept": "Vernietigen"}
    assert ask(Question, Qt.Key.Key_Tab, Qt.Key.Key_Return, danger=True, **words) is True


def test_a_message_has_one_button():
    assert ask(Message, Qt.Key.Key_Return, title="Klaar", text="Het verslag staat klaar.") is True


def test_a_dialog_is_as_high_as_its_content_and_no_higher_than_the_screen(qtbot):
    small, large = NameDialog(rows=2), NameDialog(rows=40)
    for dialog in (small, large):
        qtbot.addWidget(dialog)
        dialog.show()
    QApplication.processEvents()
    assert small.body.parentWidget().height() <= small.height()
    screen = small.screen().availableGeometry()
    assert small.height() < large.height() <= round(screen.height() * 0.9)


def test_a_dialog_grows_with_what_is_typed_in_it(qtbot):
    dialog = NameDialog(rows=2)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    before = dialog.height()
    dialog.findChild(GrowingText).set_value("regel\n" * 8)
    qtbot.waitUntil(lambda: dialog.height() > before)
