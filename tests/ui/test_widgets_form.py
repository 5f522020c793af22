"""Rows of a form, and text that grows in them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button
from app.ui.widgets.check_list import CheckBox, CheckList
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form_rows import OPTIONAL, FormRows
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.line_field import LineField


class TestFormRows:
    def test_a_field_gets_label_buddy_and_spoken_name(self, show):
        rows, field = FormRows(), LineField()
        row = rows.add_row("Roepnaam & achternaam", field, "Zoals de groep het kind noemt.")
        show(rows, focus=False)
        assert row.label.buddy() is field
        assert field.accessibleName() == "Roepnaam & achternaam"
        assert field.accessibleDescription() == "Zoals de groep het kind noemt."

    def test_what_may_stay_empty_says_so_in_words(self, show):
        rows, field = FormRows(), GrowingText()
        row = rows.add_row("Opmerking", field, optional=True)
        show(rows, focus=False)
        assert field.accessibleName() == f"Opmerking {OPTIONAL}"
        assert row.label.text() == "Opmerking"

    def test_a_composed_field_passes_its_name_to_the_line_one_types_in(self, show):
        rows, field = FormRows(), DateField()
        rows.add_row("Evaluatie", field)
        show(rows, focus=False)
        assert field.line.accessibleName() == "Evaluatie"

    def test_options_keep_their_own_names_and_tell_the_question(self, show):
        rows, field = FormRows(), CheckList([("a", "Moeder"), ("b", "Vader")])
        rows.add_row("Wie is geïnformeerd?", field)
        show(rows, focus=False)
        boxes = field.findChildren(CheckBox)
        assert [box.accessibleName() for box in boxes] == ["Moeder", "Vader"]
        assert {box.accessibleDescription() for box in boxes} == {"Wie is geïnformeerd?"}

    def test_an_error_stands_under_its_field_and_goes_again(self, show):
        rows, first, second = FormRows(), LineField(), LineField()
        rows.add_row("Roepnaam", first)
        row = rows.add_row("Achternaam", second, "Zonder voorvoegsel.", beside=True)
        show(rows, focus=False)
        row.set_error("Vul een achternaam in.")
        assert row.error() == "Vul een achternaam in."
        assert accessible.is_wrong(second)
        assert second.accessibleDescription() == "Vul een achternaam in. Zonder voorvoegsel."
        assert rows.focus_first_error()
        assert QApplication.focusWidget() is second
        rows.clear_errors()
        assert not accessible.is_wrong(second)
        assert second.accessibleDescription() == "Zonder voorvoegsel."
        assert not rows.focus_first_error()

    def test_fields_beside_each_other_stand_on_one_line(self, show):
        rows = FormRows()
        first = rows.add_row("Van", DateField())
        second = rows.add_row("Tot", DateField(), beside=True)
        third = rows.add_row("Reden", GrowingText())
        show(rows, focus=False)
        assert first.y() == second.y() < third.y()
        assert first.x() < second.x()


def test_the_wheel_passes_over_a_text_field(show, roll_wheel):
    text = GrowingText("een\ntwee\ndrie\nvier\nvijf")
    show(text)
    assert not roll_wheel(text.viewport())


class TestGrowingText:
    def test_it_grows_with_its_text_and_shrinks_again(self, show):
        text = GrowingText(min_lines=2)
        show(text)
        empty = text.height()
        QTest.keyClicks(text, "een lange zin over rekenen " * 20)
        assert text.height() > empty
        text.set_value("")
        assert text.height() == empty

    def test_a_new_line_is_in_sight_before_the_page_has_made_room(self, show):
        text = GrowingText("een\ntwee\ndrie", min_lines=2)
        show(text)
        text.moveCursor(QTextCursor.MoveOperation.End)
        before = text.height()
        QTest.keyClick(text, Qt.Key.Key_Return)
        assert text.height() == before
        assert text.verticalScrollBar().maximum() == 0
        QTest.qWait(120)
        assert text.height() > before

    def test_nothing_of_the_text_is_ever_out_of_sight(self, show):
        text = GrowingText("\n".join(f"regel {number}" for number in range(40)))
        show(text)
        assert text.verticalScrollBar().maximum() == 0
        text.setFixedWidth(250)
        text.set_value("smal " * 200)
        QApplication.processEvents()
        assert text.verticalScrollBar().maximum() == 0

    def test_the_page_follows_the_line_one_types_in(self, show, qtbot):
        text = GrowingText()
        page = show(text)
        for _ in range(60):
            QTest.keyClick(text, Qt.Key.Key_Return)
        port = page.scroll_area.viewport()

        def in_sight() -> bool:
            at = text.viewport().mapTo(port, text.cursorRect().center())
            return bool(port.rect().contains(at))

        qtbot.waitUntil(in_sight)

    def test_tab_goes_to_the_next_field(self, show):
        text, after = GrowingText(), LineField()
        show(text, after)
        QTest.keyClick(text, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is after
        assert text.value() == ""

    def test_pasted_text_is_plain(self, show):
        text = GrowingText()
        show(text)
        data = QGuiApplication.clipboard()
        data.setText("gewoon")
        mime = data.mimeData()
        mime.setHtml("<b>vet</b>")
        text.insertFromMimeData(mime)
        assert "<" not in text.value()

    def test_a_value_set_by_the_program_is_no_typing(self, show, qtbot):
        text = GrowingText()
        show(text)
        with qtbot.assertNotEmitted(text.changed):
            text.set_value("van de schijf")
        with qtbot.waitSignal(text.changed):
            QTest.keyClicks(text, "x")

    def test_what_is_there_already_keeps_its_cursor(self, show):
        text = GrowingText("Noor leest")
        show(text)
        cursor = text.textCursor()
        cursor.setPosition(4)
        text.setTextCursor(cursor)
        text.set_value("Noor leest")
        assert text.textCursor().position() == 4


class TestPage:
    def test_actions_go_below_the_title_where_there_is_no_room_beside_it(self, show):
        page = show(LineField())
        actions = [Button(words) for words in ("Kopieer als notitie", "Verslag in Word", "Begin …")]
        for action in actions:
            page.add_action(action)
        page.resize(1100, 500)
        QApplication.processEvents()
        at = [action.mapTo(page, action.rect().topLeft()) for action in actions]
        title = page.title.mapTo(page, page.title.rect().topLeft())
        assert len({point.y() for point in at}) == 1
        assert at[0].y() < title.y() + page.title.height()
        page.resize(420, 500)
        QApplication.processEvents()
        below = actions[0].mapTo(page, actions[0].rect().topLeft())
        assert below.y() > title.y() + page.title.height()
        assert page.title.width() > 40

    def test_lines_do_not_become_endless_on_a_wide_screen(self, show):
        page = show(GrowingText())
        page.resize(3000, 500)
        QApplication.processEvents()
        assert page.scroll_area.content.width() < 2000

    def test_without_subtitle_none_is_shown(self, show):
        page = show(LineField())
        assert not page.subtitle.isVisible()
        page.set_title("Noor", "groep 5/6")
        assert page.subtitle.isVisible()
