"""The times of Parro are pasted, looked at and taken over; what is gone only goes with a tick."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.gesprekkenplannen.view import PARRO, GesprekkenplannenView
from app.ui.place import Place

MAANDAG = date(2026, 9, 7)


def paste(view: GesprekkenplannenView, werkplek, text: str) -> None:
    view.parro.text.setPlainText(text)
    view._read_pasted()
    werkplek.settle()


def rows(view: GesprekkenplannenView) -> list[tuple[str, str, str]]:
    return [(row["soort"].text, row["naam"], row["tijd"]) for row in view.parro.table.rows()]


def test_a_first_list_is_shown_taken_over_and_taken_back(werkplek):
    view = werkplek.view()
    assert view.road.value() == PARRO
    assert not view.accept.isEnabled()
    paste(view, werkplek, "ma 7-9;15:00;Bo Berg\nma 7-9;15:10;Ali Aydin\nma 7-9;15:20;Pien Boer\nma 7-9;15:30;")
    assert rows(view) == [("nieuw", "Bo Berg", "15:00"), ("nieuw", "Ali Aydın", "15:10")]
    assert view.parro.summary.text() == "2 nieuw · 1 tijd is nog vrij"
    assert [(row["regel"], row["tekst"]) for row in view.parro.missed_table.rows()] == [
        (3, "ma 7-9 · 15:20 · Pien Boer")
    ]
    assert werkplek.gesprekken() == {}

    view.accept.click()
    werkplek.settle()
    assert werkplek.gesprekken() == {"bo": (MAANDAG, "15:00"), "ali": (MAANDAG, "15:10")}
    assert rows(view) == [("blijft", "Bo Berg", "15:00"), ("blijft", "Ali Aydın", "15:10")]
    assert not view.accept.isEnabled()

    view.undo.button.click()
    werkplek.settle()
    assert werkplek.gesprekken() == {}


def test_a_second_list_moves_adds_and_takes_away_only_what_is_ticked(werkplek):
    view = werkplek.view()
    paste(view, werkplek, "7-9;15:00;Bo Berg\n7-9;15:10;Ali Aydin\n7-9;15:20;Cas Cox")
    view.accept.click()
    werkplek.settle()
    paste(view, werkplek, "7-9;16:00;Bo Berg\n7-9;15:20;Cas Cox")
    assert rows(view) == [("verplaatst", "Bo Berg", "16:00"), ("blijft", "Cas Cox", "15:20")]
    assert view.parro.gone.isVisible()
    box = view.parro._gone_list._by_value
    assert [each.text() for each in box.values()] == ["Ali Aydın · groep 5 · ma 7 sep 15:10"]
    assert view.accept.text() == "Neem over (1)"
    view.accept.click()
    werkplek.settle()
    assert set(werkplek.gesprekken()) == {"bo", "ali", "cas"}, "without a tick nothing goes"

    next(iter(view.parro._gone_list._by_value.values())).click()
    view.accept.click()
    werkplek.settle()
    assert werkplek.gesprekken() == {"bo": (MAANDAG, "16:00"), "cas": (MAANDAG, "15:20")}


def test_within_a_chosen_group_a_first_name_is_enough(werkplek):
    view = werkplek.view("start", "g7")
    assert view.parro.groep.value() == "g7"
    paste(view, werkplek, "7-9;15:00;Eva")
    assert rows(view) == [("nieuw", "Eva Berg", "15:00")]


def test_typing_reads_by_itself_and_nonsense_is_said(werkplek, qtbot):
    view = werkplek.view()
    view.parro.text.setFocus()
    QTest.keyClicks(view.parro.text, '7-9;15:00;"Bo Berg')
    qtbot.waitUntil(view.parro.problem.isVisible)
    assert "aanhalingsteken" in view.parro.problem.text.text()
    view.parro.clear_button.click()
    qtbot.waitUntil(lambda: not view.parro.problem.isVisible())
    QTest.keyClick(view.parro.text, Qt.Key.Key_7)


def test_the_list_of_the_group_is_one_click_away(werkplek):
    view = werkplek.view("start", "g5")
    paste(view, werkplek, "7-9;15:00;Bo")
    view.accept.click()
    werkplek.settle()
    view._list_button.click()
    assert werkplek.places == [Place("gespreksmoment", "start", "g5")]


def test_another_moment_asks_the_window(werkplek):
    view = werkplek.view("start", "g5")
    view.moment.set_value("kind_okt")
    view.moment.changed.emit()
    assert werkplek.places == [Place("gesprekkenplannen", "kind_okt", "g5")]
