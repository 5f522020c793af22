"""The list of consults: what is open first, found by status and by words, with the keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.storage import consulten
from app.ui.consulten.lezen import FIRST_PAGE
from app.ui.consulten.view import ConsultenView
from app.ui.place import NIEUW, Place
from tests.ui.gesprek.school import DAY
from tests.ui.leerlingen.scherm import IB, Screen

EENMALIG, START = "eenmalig_consult", "startgesprek_swv"
QUESTION = "Hoe help ik Sem beginnen?"


@pytest.fixture
def screen(open_view) -> Screen:
    screen: Screen = open_view(ConsultenView)
    screen.ask(_fill)
    screen.show(Place("consulten"))
    return screen


def _fill(archive) -> None:
    sem = consulten.begin(archive, EENMALIG, ("sem", "tess"), IB, dag=DAY)
    archive.write_answer(consulten.find_consult(archive, sem).formulier, "hulpvraag.hulpvraag", QUESTION, IB)
    consulten.begin(archive, START, ("noor",), IB, dag=DAY - timedelta(7))
    gone = consulten.begin(archive, EENMALIG, ("zoe",), IB, dag=DAY)
    consulten.zet_status(archive, gone, "ingetrokken", IB, DAY)


def names(screen: Screen) -> list[str]:
    return [str(each["leerlingen"]) for each in screen.view.table.rows()]


def test_a_row_says_who_what_how_far_and_what_misses(screen):
    row = next(each for each in screen.view.table.rows() if "Sem" in each["leerlingen"])
    assert row["leerlingen"] == "Sem de Groot +1"
    assert (row["soort"], row["hulpvraag"]) == ("Eenmalig consult", QUESTION)
    assert [each.text for each in row["status"]] == ["concept", "mist 2"]
    assert screen.view.page.subtitle.text() == "2 van 3 aanvragen"


def test_what_is_over_shows_when_asked(screen):
    assert sorted(names(screen)) == ["Noor van den Berg", "Sem de Groot +1"]
    screen.view.sieve.status.set_value("ingetrokken")
    screen.view.sieve.status_changed.emit()
    screen.settle()
    assert names(screen) == ["Zoë Dijk"]


def test_words_find_pupil_question_and_kind(screen, qtbot):
    for words, found in (("noor", 1), ("beginnen", 1), ("consult", 1), ("startgesprek n", 1), ("niemand", 0)):
        screen.view.sieve.words.set_value(words)
        screen.view.sieve.typed.emit()
        assert len(names(screen)) == found, words
    assert screen.view.not_found.isVisible()
    screen.view.not_found.pressed.emit()
    screen.settle()
    assert len(names(screen)) == 3


def test_each_pupil_of_a_group_is_found_and_then_named(screen, qtbot):
    for words, found in (("tess", "Tess Maas +1"), ("sem", "Sem de Groot +1"), ("tess sem", "Sem de Groot +1")):
        screen.view.sieve.words.set_value(words)
        screen.view.sieve.typed.emit()
        assert names(screen) == [found]


def test_the_keys_lead_from_words_to_list_to_page(screen, qtbot):
    screen.view.sieve.words.setFocus()
    qtbot.keyClick(screen.view.sieve.words, Qt.Key.Key_Down)
    assert screen.view.table.hasFocus()
    qtbot.keyClick(screen.view.table, Qt.Key.Key_Return)
    assert screen.went[0].view == "consult"
    qtbot.keyClick(screen.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen.went[1] == Place("consult", NIEUW)


def test_a_school_without_consults_hears_what_one_is_and_begins(open_view):
    screen = open_view(ConsultenView)
    screen.show(Place("consulten"))
    assert screen.view.nothing.isVisible()
    assert screen.view.sieve.isHidden()
    screen.view.nothing.pressed.emit()
    assert screen.went == [Place("consult", NIEUW)]


def test_more_than_a_page_comes_in_the_background_and_all_of_it_at_a_refresh(open_view):
    screen = open_view(ConsultenView)
    screen.ask(_many)
    screen.show(Place("consulten"))
    screen.qtbot.waitUntil(lambda: len(screen.view.table.rows()) == FIRST_PAGE + 5)
    screen.view.refresh()
    screen.settle()
    assert len(screen.view.table.rows()) == FIRST_PAGE + 5


def _many(archive) -> None:
    with archive.batch():
        for _ in range(FIRST_PAGE + 5):
            consulten.begin(archive, EENMALIG, ("sem",), IB, dag=DAY)
