"""The list of meetings, and planning one."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.bespreking import Bespreking
from app.storage.besprekingen import agenda
from app.ui.besprekingen.plannen import PlanDialog
from app.ui.besprekingen.view import BesprekingenView
from app.ui.place import Place
from app.ui.widgets.buttons import Button
from tests.ui.besprekingen.school import IB, IRIS, MEETING, NOOR, VANDAAG, Werkplek, discuss, texts_of

LIST = Place("besprekingen")


def row_of(table, meeting: str) -> dict:
    return next(dict(row) for row in table.rows() if row["id"] == meeting)


def test_a_school_without_meetings_is_told_what_to_do_first(werkplek: Werkplek):
    werkplek.ask(lambda archive: archive.delete("bespreking", MEETING, IB))
    view = werkplek.open(BesprekingenView, LIST)
    assert "Nog geen besprekingen" in texts_of(view)
    assert not view.open_table.isVisible()


def test_the_list_says_how_far_a_meeting_is_and_follows_it(werkplek: Werkplek):
    view = werkplek.open(BesprekingenView, LIST)
    assert row_of(view.open_table, MEETING)["staat"].text == "gepland"
    werkplek.ask(discuss)
    werkplek.settle()
    row = row_of(view.open_table, MEETING)
    assert (row["groep"], row["leerlingen"], row["vastgesteld"], row["staat"].text) == ("5/6", 2, "1 van 2", "bezig")


def test_a_day_that_went_by_without_a_meeting_is_said_in_words(werkplek: Werkplek):
    werkplek.ask(lambda archive: archive.write("bespreking", MEETING, {"datum": date(2026, 11, 16)}, IB))
    view = werkplek.open(BesprekingenView, LIST)
    assert row_of(view.open_table, MEETING)["staat"].text == "nog niet gehouden"


def test_older_meetings_come_when_asked_for(werkplek: Werkplek):
    def ten_years(archive):
        with archive.batch():
            for week in range(60):
                archive.add(Bespreking(datum=VANDAAG - timedelta(weeks=week + 1), gehouden=True), IB)
        return True

    werkplek.ask(ten_years)
    view = werkplek.open(BesprekingenView, LIST)
    assert len(view.held_table.rows()) == 25
    view.more_button.click()
    werkplek.settle()
    view.more_button.click()
    werkplek.settle()
    assert len(view.held_table.rows()) == 60
    assert not view.more_button.isVisible()


def test_enter_on_a_meeting_opens_its_agenda(werkplek: Werkplek):
    view = werkplek.open(BesprekingenView, LIST)
    view.open_table.setFocus()
    view.open_table.setCurrentIndex(view.open_table.model().index(0, 0))
    QTest.keyClick(view.open_table, Qt.Key.Key_Return)
    assert werkplek.places == [Place("bespreking", MEETING)]


def test_two_tabs_lead_from_the_search_past_all_who_are_offered_to_the_agenda(werkplek: Werkplek, answer):
    view = werkplek.open(BesprekingenView, LIST)
    names = []

    def person(dialog: PlanDialog):
        dialog.group.setCurrentIndex(1)
        dialog.group.activated.emit(1)
        werkplek.settle()
        search = dialog.kiezer.aanbod.search
        QTest.keyClick(search, Qt.Key.Key_Return)
        werkplek.settle()
        search.setFocus()
        for _ in range(3):
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
            names.append(dialog.focusWidget().accessibleName())

    answer(person)
    view.plan_button.click()
    werkplek.qtbot.waitUntil(lambda: bool(names), timeout=10_000)
    werkplek.settle()
    assert names[1].startswith("Haal ")
    assert names[2].startswith("Waarom bespreek je ")


def test_planning_a_meeting_ends_on_its_agenda(werkplek: Werkplek, answer):
    view = werkplek.open(BesprekingenView, LIST)

    def person(dialog: PlanDialog):
        dialog.date.line.clear()
        QTest.keyClicks(dialog.date.line, "7-12-2026")
        QTest.keyClicks(dialog.time, "half 3")
        for place in (2, 1):
            dialog.group.setCurrentIndex(place)
            dialog.group.activated.emit(place)
        QTest.keyClicks(dialog.present.choice.lineEdit(), "R. Gast")
        QTest.keyClick(dialog.present.choice, Qt.Key.Key_Return)
        werkplek.settle()
        offered = dialog.kiezer.aanbod
        assert offered.offered()[0].naam == "Noor Berg"
        QTest.keyClick(offered.search, Qt.Key.Key_Return)
        QTest.keyClicks(offered.search, "iri")
        werkplek.qtbot.waitUntil(lambda: [each.leerling for each in offered.offered()] == [IRIS], timeout=5000)
        QTest.keyClick(offered.search, Qt.Key.Key_Return)
        assert dialog.isVisible()
        dialog.accept_button.click()

    answer(person)
    view.plan_button.click()
    werkplek.qtbot.waitUntil(lambda: bool(werkplek.places), timeout=10_000)
    place = werkplek.places[0]
    assert place.view == "bespreking"
    planned = werkplek.ask(lambda archive: agenda(archive, place.id))
    assert (planned.bespreking.datum, planned.bespreking.tijd) == (date(2026, 12, 7), "14:30")
    assert planned.bespreking.aanwezigen == (IB, "Joke Smit", "R. Gast")
    assert [(each.punt.leerling, each.punt.reden) for each in planned.regels] == [
        (NOOR, "Niveau 3"),
        (IRIS, "1 afspraak te laat"),
    ]


def test_a_meeting_needs_a_day_and_a_time_that_is_one(werkplek: Werkplek, answer):
    view = werkplek.open(BesprekingenView, LIST)
    said = []

    def person(dialog: PlanDialog):
        dialog.date.line.clear()
        QTest.keyClicks(dialog.date.line, "ooit")
        QTest.keyClicks(dialog.time, "na schooltijd")
        dialog.accept_button.click()
        said.extend(row.error() for row in dialog.form.rows if row.error())
        dialog.reject()

    answer(person)
    view.plan_button.click()
    werkplek.qtbot.waitUntil(lambda: bool(said), timeout=5000)
    assert len(said) == 2
    assert "datum" in said[0]
    assert "14:00" in said[1]
    assert werkplek.ask(lambda archive: len(archive.all(Bespreking))) == 1


def test_a_name_on_the_list_of_those_present_can_be_taken_away(werkplek: Werkplek, answer):
    view = werkplek.open(BesprekingenView, LIST)
    left = []

    def person(dialog: PlanDialog):
        dialog.present.add(["Joke Smit", "Joke Smit"])
        first = dialog.present.findChildren(Button)[0]
        assert first.text() == IB
        first.click()
        left.append(dialog.present.value())
        dialog.reject()

    answer(person)
    view.plan_button.click()
    werkplek.qtbot.waitUntil(lambda: bool(left), timeout=5000)
    assert left == [("Joke Smit",)]
