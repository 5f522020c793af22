"""The program plans: choose, look at the proposal, change it with the keys, put it down."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.gesprekkenplannen.view import PROGRAMMA, GesprekkenplannenView
from app.ui.place import Place

MAANDAG, DINSDAG = date(2026, 9, 7), date(2026, 9, 8)


@pytest.fixture
def view(werkplek) -> GesprekkenplannenView:
    found = werkplek.view()
    found.road.set_value(PROGRAMMA)
    found._on_road()
    return found


def propose(view: GesprekkenplannenView, qtbot) -> None:
    view.accept.click()
    qtbot.waitUntil(lambda: view._step is view.proposal)


def only(view: GesprekkenplannenView, days: int, tot: str) -> None:
    """Keep the first days only, until a time."""
    for row in view.choices.dagen.rows[days:]:
        row.box.click()
    field = view.choices.dagen.rows[0].tot
    field.selectAll()
    QTest.keyClicks(field, tot)


def shown(view: GesprekkenplannenView) -> dict[tuple[str, str], str]:
    """What stands at a time in a group."""
    days = view.proposal.table.days
    return {
        (days.beeld.tijden[row], days.kolommen[column].groep): str(days.data(days.index(row, column)))
        for row in range(days.rowCount())
        for column in range(days.columnCount())
        if days.data(days.index(row, column))
    }


def cursor_on(view: GesprekkenplannenView, tijd: str, groep: str) -> None:
    days = view.proposal.table.days
    column = [each.groep for each in days.kolommen].index(groep)
    view.proposal.table.setCurrentIndex(days.index(days.beeld.tijden.index(tijd), column))


def press(view: GesprekkenplannenView, key: Qt.Key) -> None:
    QTest.keyClick(view.proposal.table, key)


def test_a_proposal_has_brothers_and_sisters_next_to_each_other_and_is_put_down_in_one_go(view, werkplek, qtbot):
    assert "groep 5 · Joke Smit · nog 3 van 3" in [box.text() for box in view.choices._boxes.values()]
    propose(view, qtbot)
    assert shown(view) == {
        ("15:00", "g5"): "Bo Berg",
        ("15:10", "g7"): "Eva Berg",
        ("15:10", "g5"): "Ali Aydın",
        ("15:20", "g5"): "Cas Cox",
        ("15:00", "g7"): "Daan Dam",
    }
    days = view.proposal.table.days
    words = days.data(days.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "15:00, groep 5: Bo Berg, broer of zus: 15:10 Eva"
    assert werkplek.gesprekken() == {}, "until then nothing is written"

    view.accept.click()
    werkplek.settle()
    assert werkplek.gesprekken()["eva"] == (MAANDAG, "15:10")
    assert len(werkplek.gesprekken()) == 5
    assert view.notice.title.text() == "5 gesprekken staan vast."
    assert "alles heeft een tijd" in view.choices._boxes["g5"].text()

    view.undo.button.click()
    werkplek.settle()
    assert werkplek.gesprekken() == {}
    assert not view.notice.isVisible()


def test_a_conversation_is_taken_up_and_put_down_with_the_keys(view, werkplek, qtbot):
    propose(view, qtbot)
    view.proposal.table.setFocus()
    cursor_on(view, "15:20", "g5")
    press(view, Qt.Key.Key_Return)
    assert "Cas Cox verplaatsen" in view.proposal.words.text()
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)
    assert shown(view)["15:30", "g5"] == "Cas Cox"

    cursor_on(view, "15:30", "g5")
    press(view, Qt.Key.Key_Space)
    view.proposal.days.set_value(DINSDAG.isoformat())
    view.proposal.days.changed.emit()
    cursor_on(view, "15:00", "g5")
    press(view, Qt.Key.Key_Return)
    view.accept.click()
    werkplek.settle()
    assert werkplek.gesprekken()["cas"] == (DINSDAG, "15:00")


def test_taking_back_brings_the_proposal_back_as_it_was_moved_by_hand(view, werkplek, qtbot):
    propose(view, qtbot)
    cursor_on(view, "15:20", "g5")
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)
    moved = shown(view)
    assert moved["15:30", "g5"] == "Cas Cox"
    for _ in range(2):
        view.accept.click()
        werkplek.settle()
        assert werkplek.gesprekken()["cas"] == (MAANDAG, "15:30")
        assert view._step is view.choices
        view.undo.button.click()
        werkplek.settle()
        assert view.proposal.isVisible()
        assert shown(view) == moved
        assert view.accept.text() == "Zet 5 gesprekken vast"


def test_what_can_not_be_is_said_and_escape_lets_go(view, qtbot):
    propose(view, qtbot)
    cursor_on(view, "15:00", "g5")
    press(view, Qt.Key.Key_Return)
    cursor_on(view, "15:10", "g5")
    press(view, Qt.Key.Key_Return)
    assert "gezin" in view.proposal.trouble.text.text()
    cursor_on(view, "15:30", "g7")
    press(view, Qt.Key.Key_Return)
    assert "eigen groep" in view.proposal.trouble.text.text()
    press(view, Qt.Key.Key_Escape)
    assert not view.proposal.trouble.isVisible()
    assert shown(view)["15:00", "g5"] == "Bo Berg"


def test_who_does_not_fit_is_named_and_can_take_the_place_of_who_is_taken_out(view, qtbot):
    only(view, 1, "15:20")
    assert view.choices.short.isVisible()
    assert "groep 5: 3 gesprekken, 2 plekken" in view.choices.short.text.text()
    propose(view, qtbot)
    assert [(row["naam"], row["reden"][:24]) for row in view.proposal.left.rows()] == [
        ("Cas Cox", "Alle plekken zijn bezet.")
    ]
    cursor_on(view, "15:10", "g5")
    press(view, Qt.Key.Key_Delete)
    assert [row["naam"] for row in view.proposal.left.rows()] == ["Ali Aydın", "Cas Cox"]
    view.proposal.left.selectRow(1)
    QTest.keyClick(view.proposal.left, Qt.Key.Key_Return)
    cursor_on(view, "15:10", "g5")
    press(view, Qt.Key.Key_Return)
    assert shown(view)["15:10", "g5"] == "Cas Cox"
    assert view.accept.text() == "Zet 4 gesprekken vast"


def test_one_group_is_planned_round_what_the_family_has_already(view, werkplek, qtbot):
    propose(view, qtbot)
    view.accept.click()
    werkplek.settle()
    werkplek.ask(lambda archive: [archive.delete("gesprek", each, "Test") for each in _of(archive, "bo")])
    werkplek.settle()
    propose(view, qtbot)
    assert shown(view)["15:00", "g5"] == "Bo Berg"
    vak = view.proposal.table.days.vak(0, 0)
    assert vak is not None
    assert vak.aansluitend


def _of(archive, leerling: str) -> list[str]:
    from app.models.gesprek import Gesprek

    return [each.id for each in archive.all(Gesprek, leerling=leerling)]


def test_what_is_typed_at_the_first_day_holds_for_the_others_until_they_have_their_own(view):
    rows = view.choices.dagen.rows
    rows[2].van.selectAll()
    QTest.keyClicks(rows[2].van, "13:00")
    rows[0].van.selectAll()
    QTest.keyClicks(rows[0].van, "14:30")
    assert [row.van.value() for row in rows] == ["14:30", "14:30", "13:00", "14:30", "14:30"]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda choices: choices._tick_all(False), "Kies minstens één groep."),
        (lambda choices: [row.box.click() for row in choices.dagen.rows], "Kies minstens één dag."),
        (lambda choices: choices.dagen.rows[0].tot.set_value("laat"), "Typ bij ma 7 sep een tijd als 15:00."),
        (lambda choices: choices.dagen.rows[0].tot.set_value("9:00"), "Op ma 7 sep ligt het einde niet na het begin."),
        (lambda choices: choices.minuten.set_value("0"), "Kijk nog even naar de rode regels."),
        (lambda choices: choices.pauze_van.set_value("10:00"), "Kijk nog even naar de rode regels."),
    ],
)
def test_what_misses_is_said_in_one_sentence(view, spoil, sentence):
    spoil(view.choices)
    view.accept.click()
    assert view.notice.text.text() == sentence
    assert view._step is view.choices


def test_planning_that_is_stopped_leaves_the_choices(view, qtbot, monkeypatch):
    view._stop.set()
    monkeypatch.setattr(view._stop, "clear", lambda: None)
    view.accept.click()
    qtbot.waitUntil(lambda: view._step is view.choices)


def test_it_opens_at_the_group_one_came_from_and_at_the_moment_that_comes(werkplek):
    view = werkplek.view("", "g7")
    assert view.moment.value() == "start"
    assert [key for key, box in view.choices._boxes.items() if box.value()] == ["g7"]


def test_a_school_without_groups_says_what_to_do_first(lege_school):
    view = lege_school.view()
    assert view.empty.isVisible()
    view.empty.button.click()
    assert lege_school.places == [Place("leerlingen")]
