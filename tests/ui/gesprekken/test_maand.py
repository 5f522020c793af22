"""One month of the year, and what its days and weeks say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from app.models.gesprek import Gesprek
from app.storage.gesprekstelling import Dagtelling
from app.ui.gesprekken.maandindeling import maandweken
from app.ui.gesprekken.maandverf import day_texts
from app.ui.gesprekken.woorden import periode
from app.ui.place import Place
from tests.ui.gesprekken.school import plan_van

PLAN = plan_van()


@pytest.fixture
def month(scherm):
    scherm.show(Place("gesprekken", part="maand"))
    return scherm.view.year_card.month


def press(qtbot, month, *keys) -> None:
    month.setFocus()
    for each in keys:
        qtbot.keyClick(month, each)


def test_it_opens_at_today_and_counts_the_conversations_of_each_day(scherm, month, qtbot):
    card = scherm.view.year_card
    assert card.heading.text() == "November 2026"
    assert card.words.text() == "12 november 2026"
    press(qtbot, month, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert card.words.text() == "17 november 2026: 4 gepland"


def test_a_conversation_in_a_weekend_is_shown_and_walked_to(scherm, month, qtbot):
    """By exception somebody talks on a Saturday; then the month shows that far, and no further."""
    card = scherm.view.year_card
    saturday = date(2026, 11, 21)
    assert month.cell(saturday).isEmpty()
    pupil = scherm.ask(lambda archive: archive.query("SELECT id FROM leerling LIMIT 1"))[0]["id"]
    talk = Gesprek(schooljaar="2026-2027", leerling=pupil, datum=saturday, staat="gehouden")
    scherm.ask(lambda archive: archive.add(talk, "Test"))
    scherm.settle()
    assert not month.cell(saturday).isEmpty()
    assert month.cell(saturday).right() <= month.width()
    assert month.cell(saturday + timedelta(1)).isEmpty()
    month.go(date(2026, 11, 20))
    press(qtbot, month, Qt.Key.Key_Right)
    assert card.words.text() == "21 november 2026: geen school · 1 gehouden"
    press(qtbot, month, Qt.Key.Key_Right)
    assert card.words.text().startswith("23 november 2026")

    month.go(saturday)
    scherm.ask(lambda archive: archive.delete("gesprek", talk.id, "Test"))
    scherm.settle()
    assert month.cell(saturday).isEmpty()
    assert not month.cell(month.cursor_day).isEmpty()


def test_a_conversation_on_a_day_off_is_counted_on_it():
    assert day_texts("Herfstvakantie", Dagtelling(2, 1)) == (
        "Herfstvakantie · 2 gepland, 1 gehouden",
        "2 gepland, 1 gehouden",
        "3×",
    )
    assert day_texts("Herfstvakantie", Dagtelling()) == ("Herfstvakantie",)
    assert day_texts("", Dagtelling(1)) == ("1 gepland", "1×")


def test_page_keys_and_buttons_turn_the_months_within_the_year(scherm, month, qtbot):
    card = scherm.view.year_card
    press(qtbot, month, Qt.Key.Key_PageUp)
    scherm.settle()
    assert card.heading.text() == "Oktober 2026"
    press(qtbot, month, *[Qt.Key.Key_Down] * 3, *[Qt.Key.Key_Left] * 3)
    assert card.words.text() == "19 oktober 2026: Herfstvakantie"
    press(qtbot, month, *[Qt.Key.Key_PageUp] * 5)
    assert card.heading.text() == "Augustus 2026"
    press(qtbot, month, Qt.Key.Key_Home)
    assert card.words.text().startswith("12 november 2026")
    card._after.click()
    assert card.heading.text() == "December 2026"
    card._now.click()
    assert card.heading.text() == "November 2026"


def test_a_bar_tells_and_opens_its_moment(scherm, month, qtbot, answer):
    opened: list[str] = []
    answer(lambda dialog: opened.append(dialog.windowTitle()))
    month.go(date(2027, 3, 22))
    assert scherm.view.year_card.words.text().endswith("Kindgesprekken maart · Definitief advies groep 8")
    bars = []
    for y in range(month.height()):
        key = month._bar_at(QPoint(round(month.cell(date(2027, 3, 22)).center().x()), y).toPointF())
        if key and key not in bars:
            bars.append(key)
    assert bars == ["kind_mrt", "advies_definitief"]
    press(qtbot, month, Qt.Key.Key_Return)
    scherm.settle()
    assert opened == ["Kindgesprekken maart"]


def test_year_and_month_are_switched_and_the_choice_stays(scherm, month):
    card = scherm.view.year_card
    scherm.show(Place("gesprekken"))
    assert card.is_month
    card.switch.set_value("jaar")
    card.switch.changed.emit()
    assert card.ribbon.isVisible()
    assert not month.isVisible()
    assert card.heading.text() == "Het jaar"


@given(st.dates(date(2026, 8, 1), date(2027, 7, 31)))
def test_every_school_day_of_a_moment_is_under_its_bar_once(day):
    weeks = maandweken(day.replace(day=1), PLAN.momenten)
    for week in weeks:
        for number, each in enumerate(week.dagen):
            under = [bar.moment.sleutel for bar in week.balken if bar.van <= number <= bar.tot]
            assert sorted(under) == sorted(moment.sleutel for moment in PLAN.momenten if each in moment.dagen)
        places = [(bar.laan, column) for bar in week.balken for column in range(bar.van, bar.tot + 1)]
        assert len(places) == len(set(places))
    if day.weekday() < 5:
        assert day in {each for week in weeks for each in week.dagen}


@given(st.dates(date(2026, 8, 1), date(2027, 7, 31)), st.integers(0, 60))
def test_a_period_names_its_ends(van, days):
    tot = van + timedelta(days)
    words = periode(van, tot)
    assert words.startswith(str(van.day))
    assert str(tot.day) in words
