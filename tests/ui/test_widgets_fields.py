"""Fields as people meet them: by keyboard, wheel, pasteboard and screen reader."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from app.ui.widgets.check_list import CheckBox, CheckList
from app.ui.widgets.choice import Choice, EditableChoice
from app.ui.widgets.date_field import NOT_UNDERSTOOD, DateField
from app.ui.widgets.line_field import LineField
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.segmented import Segmented

RESULTS = [("werkte", "werkte", "good"), ("deels", "werkte deels", "warn"), ("niet", "werkte niet", "bad")]
GROUPS = [("g1", "groep 1/2"), ("g5", "groep 5/6"), ("g8", "groep 8")]


def test_the_wheel_scrolls_the_page_and_never_an_answer(show, roll_wheel):
    choice, other = Choice(GROUPS), LineField()
    choice.set_value("g1")
    show(other, choice)
    assert not roll_wheel(choice)
    assert choice.value() == "g1"
    choice.setFocus()
    assert roll_wheel(choice)
    assert choice.value() == "g5"


class TestDateField:
    TODAY = date(2026, 11, 21)

    @pytest.fixture
    def field(self, show) -> DateField:
        field = DateField(today=lambda: self.TODAY)
        show(field, LineField())
        return field

    @pytest.mark.parametrize(
        ("typed", "value", "words"),
        [
            ("12-10-2026", "2026-10-12", "maandag 12 oktober 2026"),
            ("12 okt", "2026-10-12", "maandag 12 oktober 2026"),
            ("over 6 weken", "2027-01-02", "zaterdag 2 januari 2027"),
        ],
    )
    def test_it_says_which_date_it_understood(self, field: DateField, typed: str, value: str, words: str):
        QTest.keyClicks(field.line, typed)
        assert field.value() == value
        assert field.words.text() == words
        QTest.keyClick(field.line, Qt.Key.Key_Tab)
        assert field.line.text() == "-".join(str(int(part)) for part in reversed(value.split("-")))

    def test_text_that_is_no_date_stays_and_is_told_when_one_leaves(self, field: DateField):
        QTest.keyClicks(field.line, "dertig februari")
        assert field.words.text() == ""
        field.line.clearFocus()
        assert field.words.text() == NOT_UNDERSTOOD
        assert field.line.text() == "dertig februari"
        assert (field.value(), field.problem()) == ("", NOT_UNDERSTOOD)

    def test_emptying_it_takes_the_date_away(self, field: DateField, qtbot):
        field.set_value("2026-10-12")
        with qtbot.waitSignal(field.changed):
            field.line.selectAll()
            QTest.keyClick(field.line, Qt.Key.Key_Delete)
        assert (field.value(), field.words.text(), field.problem()) == ("", "", "")

    def test_a_day_can_be_picked_from_the_calendar(self, field: DateField, qtbot):
        from app.ui.widgets.calendar_popup import CalendarPopup

        field.set_value("2026-10-12")
        qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
        popup = field.findChild(CalendarPopup)
        QTest.keyClick(popup.calendar, Qt.Key.Key_Right)
        QTest.keyClick(popup.calendar.findChild(QWidget, "qt_calendar_calendarview"), Qt.Key.Key_Right)
        with qtbot.waitSignal(field.changed):
            QTest.keyClick(popup.calendar.findChild(QWidget, "qt_calendar_calendarview"), Qt.Key.Key_Return)
        assert field.value() == "2026-10-13"
        assert not popup.isVisible()


class TestSegmented:
    @pytest.fixture
    def field(self, show) -> Segmented:
        field = Segmented(RESULTS)
        show(field)
        return field

    def test_arrows_choose_and_delete_takes_it_back(self, field: Segmented, qtbot):
        field.set_value("werkte")
        field.setFocus()
        with qtbot.waitSignal(field.changed):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert field.value() == "deels"
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
        assert field.value() == ""

    def test_space_chooses_the_first_and_again_takes_it_back(self, field: Segmented):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert field.value() == "werkte"
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert field.value() == ""

    def test_a_value_that_is_not_offered_counts_as_nothing(self, field: Segmented):
        field.set_value("verdwenen")
        assert field.value() == ""

    def test_options_that_do_not_fit_go_on_below(self, show):
        field = Segmented([(str(number), f"een lange keuze {number}") for number in range(8)])
        field.setMaximumWidth(300)
        show(field)
        last = field.children()[-1]
        assert last.geometry().right() <= 300
        assert last.y() > 0


def test_a_list_of_boxes_gives_its_values_in_order(show, qtbot):
    field = CheckList(GROUPS)
    show(field)
    boxes = field.findChildren(CheckBox)
    with qtbot.waitSignal(field.changed):
        qtbot.mouseClick(boxes[2], Qt.MouseButton.LeftButton)
    QTest.keyClick(boxes[0], Qt.Key.Key_Space)
    assert field.value() == ["g1", "g8"]
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(["g5"])
    assert field.value() == ["g5"]


class TestChoice:
    def test_typing_the_first_letters_chooses(self, show, qtbot):
        field = Choice([("s", "Smit"), ("b", "Bakker"), ("br", "Brouwer")])
        show(field)
        QTest.keyClicks(field, "bro")
        assert field.value() == "br"

    def test_a_word_further_on_is_found_as_well(self, show, qtbot):
        field = Choice(GROUPS)
        show(field)
        QTest.keyClicks(field, "5")
        assert field.value() == "g5"

    def test_words_can_be_typed_with_the_space_between_them(self, show):
        field = Choice([option[:2] for option in RESULTS])
        show(field)
        QTest.keyClicks(field, "werkte n")
        assert field.value() == "niet"
        assert not field.view().isVisible()

    def test_the_same_letter_again_goes_to_the_next(self, show):
        field = Choice(GROUPS)
        show(field)
        QTest.keyClicks(field, "gg")
        assert field.value() == "g5"

    def test_tab_in_the_open_list_takes_what_it_stands_at_and_goes_on(self, show):
        field, after = Choice(GROUPS), LineField()
        show(field, after)
        QTest.keyClick(field, Qt.Key.Key_Space)
        QTest.keyClick(field.view(), Qt.Key.Key_Down)
        QTest.keyClick(field.view(), Qt.Key.Key_Tab)
        assert field.value() == "g1"
        assert QApplication.focusWidget() is after

    def test_nothing_chosen_is_a_value_too(self, show):
        field = Choice(GROUPS)
        show(field)
        assert (field.value(), field.currentText()) == ("", "Kies …")
        field.set_value("g8")
        field.set_value("weg")
        assert field.value() == ""

    def test_other_options_keep_the_choice_where_they_can(self, show):
        field = Choice(GROUPS)
        show(field)
        field.set_value("g5")
        field.set_options(GROUPS[1:])
        assert field.value() == "g5"
        field.set_options(GROUPS[:1])
        assert field.value() == ""

    def test_a_choice_by_key_is_told(self, show, qtbot):
        field = Choice(GROUPS)
        show(field)
        with qtbot.waitSignal(field.changed):
            QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.value() == "g1"


class TestEditableChoice:
    def test_one_can_type_what_is_not_in_the_list(self, show, qtbot):
        field = EditableChoice(["J. Smit", "L. Bakker"])
        show(field)
        with qtbot.waitSignal(field.changed):
            QTest.keyClicks(field.lineEdit(), "logopedist")
        assert field.value() == "logopedist"
        field.set_options(["A. de Wit"])
        assert field.value() == "logopedist"
        assert field.insertPolicy() == QComboBox.InsertPolicy.NoInsert

    def test_a_name_taken_from_those_that_match_is_told(self, show, qtbot):
        field, after = EditableChoice(["J. Smit", "L. Bakker"]), LineField()
        show(field, after)
        told = []
        field.changed.connect(lambda: told.append(field.value()))
        QTest.keyClicks(field.lineEdit(), "Bak")
        popup = field.completer().popup()
        qtbot.waitUntil(popup.isVisible)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Tab)
        assert field.value() == "L. Bakker"
        assert told[-1] == "L. Bakker"

    @pytest.mark.parametrize(("typed", "taken"), [("bak", "L. Bakker"), ("akk", "akk"), ("i", "i"), ("tolk", "tolk")])
    def test_tab_takes_the_only_name_that_begins_so(self, show, qtbot, typed, taken):
        field, after = EditableChoice(["J. Smit", "L. Bakker", "M. Ibis"]), LineField()
        show(field, after)
        QTest.keyClicks(field.lineEdit(), typed)
        popup = field.completer().popup()
        if field.completer().completionCount():
            qtbot.waitUntil(popup.isVisible)
        QTest.keyClick(popup if popup.isVisible() else field, Qt.Key.Key_Tab)
        assert field.value() == taken

    def test_a_name_too_long_for_the_field_is_read_from_its_beginning(self, show):
        field, after = EditableChoice(), LineField()
        show(field, after)
        QTest.keyClicks(field.lineEdit(), "Marijke van der Linde-van den Heuvel tot Oud-Beijerland")
        QTest.keyClick(field, Qt.Key.Key_Tab)
        assert field.lineEdit().cursorPosition() == 0

    def test_the_list_is_found_by_any_part_of_a_name(self, show):
        field = EditableChoice(["J. Smit", "L. Bakker"])
        show(field)
        field.completer().setCompletionPrefix("akk")
        assert field.completer().currentCompletion() == "L. Bakker"


class TestPasswordField:
    def test_it_can_be_looked_at_with_the_keyboard(self, show):
        field = PasswordField()
        show(field)
        QTest.keyClicks(field.line, "geheim")
        assert field.line.echoMode() == QLineEdit.EchoMode.Password
        QTest.keyClick(field.line, Qt.Key.Key_Tab)
        eye = QApplication.focusWidget()
        assert eye.accessibleName() == "Laat zien wat ik typ"
        QTest.keyClick(eye, Qt.Key.Key_Space)
        assert field.line.echoMode() == QLineEdit.EchoMode.Normal
        assert eye.accessibleName() == "Verberg wat ik typ"
        assert QApplication.focusWidget() is field.line

    def test_it_says_in_words_how_strong_it_is(self, show):
        field = PasswordField(lambda text: (min(len(text) // 4, 4), f"{len(text)} tekens"))
        show(field)
        QTest.keyClicks(field.line, "abcdefgh")
        assert "8 tekens" in [label.text() for label in field.findChildren(QWidget) if hasattr(label, "text")]

    def test_enter_hands_it_in(self, show, qtbot):
        field = PasswordField()
        show(field)
        with qtbot.waitSignal(field.submitted):
            QTest.keyClick(field.line, Qt.Key.Key_Return)
