"""The list of a group: who still needs a conversation, and ticking a whole group in a few keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.bespreking import Formulier
from app.models.gesprek import Gesprek
from app.models.leerling import Leerling
from app.models.school import Groep, Medewerker, Vervanging
from app.storage import gesprekken
from app.storage.gesprekslijst import groepslijst
from app.storage.schooljaren import jaarplan
from app.ui.afspreken import handelingen as afspreken
from app.ui.gespreksmoment import handelingen as module
from app.ui.gespreksmoment.gehouden import Gehouden, HeldDialog
from app.ui.gespreksmoment.view import GespreksmomentView
from app.ui.place import Place
from app.ui.widgets.banner import Banner
from app.ui.widgets.table_model import shown
from tests.ui.gesprek.school import DAY, JAAR, STARTWEEK, with_full_form
from tests.ui.leerlingen.scherm import IB, Screen

START = Place("gespreksmoment", "start", "g5")
IN_PARNASSYS = Gehouden(STARTWEEK, verslag_elders=True)
WITHOUT_REPORT = Gehouden(STARTWEEK, verslag_elders=False)


@pytest.fixture
def start(open_view) -> Screen:
    return open_view(GespreksmomentView, START)


@pytest.fixture
def answer(monkeypatch):
    """Answers the dialogs that come; the arguments they were made with are kept."""
    asked: list[tuple] = []

    def set_(dialog: str, value: object, where=module) -> list[tuple]:
        def ask(*args: object, **_named: object) -> object:
            asked.append(args)
            return value

        monkeypatch.setattr(getattr(where, dialog), "ask", ask)
        return asked

    return set_


def column(screen: Screen, key: str) -> list[str]:
    return [shown(row.get(key)) for row in screen.view.table.rows()]


def choose(screen: Screen, *who: str) -> None:
    table = screen.view.table
    table.tick([row for row in table.rows() if row["regel"].leerling.id in who])


def press(screen: Screen, button) -> None:
    assert button.isEnabled()
    button.click()
    screen.settle()


def choose_entry(screen: Screen, entry) -> None:
    assert entry.isEnabled()
    entry.trigger()
    screen.settle()


def tick(screen: Screen, answer, value: Gehouden, *who: str) -> None:
    answer("HeldDialog", value)
    choose(screen, *who)
    press(screen, screen.view.buttons.held)


def test_ctrl_a_chooses_everybody_also_before_the_table_has_the_focus(start, qtbot):
    with qtbot.waitActive(start.view):
        start.view.activateWindow()
    QTest.keyClick(start.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(start.view.table.chosen()) == len(start.view.table.rows()) > 0
    assert start.view.table.hasFocus()


def test_the_list_says_who_needs_which_conversation_when_and_why_then(start: Screen):
    view = start.view
    assert view.page.title.text() == "Startgesprekken groep 5"
    assert view.page.subtitle.text() == "ma 7 t/m vr 11 september · tweede schoolweek, regio Midden"
    assert column(start, "naam") == [
        "Noor van den Berg", "Bram Cox", "Zoë Dijk", "Zoë Dijk", "Sem de Groot", "Tess Maas · Anna Maas",
        "Tess Maas · Piet Maas",
    ]  # fmt: skip
    assert column(start, "bijzonder") == ["niveau 3", "", "OPP", "over het OPP", "HP op de agenda", "tolk Arabisch", ""]
    assert column(start, "erbij")[0] == "ouders, leerling, IB’er en deskundigen (kunnen erbij)"
    assert [words.split(",")[0] for words in column(start, "erbij")[-2:]] == ["Anna Maas", "Piet Maas"]
    assert set(column(start, "gesprek")) == {"nog te doen"}


def test_a_whole_group_is_ticked_with_a_few_keys_and_taken_back_with_one(start: Screen, answer, qtbot):
    asked = answer("HeldDialog", IN_PARNASSYS)
    table = start.view.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    start.settle()
    assert asked[0][1] == 7
    assert asked[0][3] == date(2026, 9, 11), "the last day of the moment is proposed"
    held = start.all(Gesprek, staat="gehouden")
    assert len(held) == 7
    assert {(each.datum, each.verslag_elders, each.bron) for each in held} == {(STARTWEEK, True, "achteraf")}
    assert set(column(start, "verslag")) == {"in ParnasSys"}
    start.view.bar.button.click()
    start.settle()
    assert set(column(start, "gesprek")) == {"nog te doen"}


def test_ctrl_a_ctrl_enter_and_enter_are_enough(start: Screen):
    """As the manual says; through the real dialog."""

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HeldDialog)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(200, accept)
    QTest.keyClick(start.view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(start.view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    start.settle()
    assert set(column(start, "gesprek")) == {"gehouden"}
    assert {each.datum for each in start.all(Gesprek)} == {date(2026, 9, 11)}


def test_the_space_bar_makes_a_choice_row_by_row(start: Screen):
    table = start.view.table
    table.setCurrentIndex(table.model().index(0, 0))
    assert not table.chosen(), "the cursor alone chooses nothing"
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [each.leerling.id for each in table.chosen()] == ["bram", "zoe"]
    assert start.view.buttons.words.text() == "2 gekozen"


def test_what_has_no_report_yet_is_overdue_after_seven_days_and_can_be_ticked_later(start: Screen, answer):
    tick(start, answer, WITHOUT_REPORT, "noor", "bram")
    assert column(start, "verslag")[:2] == ["te laat", "te laat"]
    start.view.filter.set_value("verslag")
    start.view.filter.changed.emit()
    assert column(start, "naam") == ["Noor van den Berg", "Bram Cox"]
    start.view.all.click()
    press(start, start.view.buttons.elsewhere)
    assert column(start, "naam") == []
    assert {each.verslag_op for each in start.all(Gesprek)} == {DAY.isoformat()}


def test_what_is_still_to_do_can_be_seen_alone(start: Screen, answer):
    tick(start, answer, IN_PARNASSYS, "noor", "bram", "zoe")
    start.view.filter.set_value("doen")
    start.view.filter.changed.emit()
    assert column(start, "naam") == ["Sem de Groot", "Tess Maas · Anna Maas", "Tess Maas · Piet Maas"]


def test_from_niveau_3_on_a_tick_leaves_the_full_report_to_be_made(start: Screen, answer):
    start.ask(with_full_form)
    start.view.refresh()
    start.settle()
    assert "volledig verslag" in column(start, "bijzonder")[0]
    asked = answer("HeldDialog", IN_PARNASSYS)
    tick(start, answer, IN_PARNASSYS, "noor", "bram")
    assert asked[-1][4] == ("Noor van den Berg",)
    assert column(start, "verslag")[:2] == ["te laat", "in ParnasSys"]
    choose(start, "noor")
    assert not start.view.buttons.elsewhere.isEnabled()


def test_the_dialog_says_for_whom_a_tick_is_too_little(qtbot, start: Screen):
    dialog = HeldDialog(start.view, 2, False, DAY, ("Noor van den Berg",), lambda: DAY)
    qtbot.addWidget(dialog)
    dialog.show()
    banner = dialog.findChild(Banner)
    assert banner is not None
    assert "Voor Noor van den Berg" in banner.text.text()
    dialog.datum.set_value("2026-09-22")
    assert dialog.complaint()
    assert "moet nog komen" in dialog.fields.rows[0].error()


def test_planned_conversations_are_called_off_with_a_reason_and_stay_to_be_done(start: Screen, answer):
    planned = start.ask(_plan_two)
    start.settle()
    choose(start, "noor", "bram")
    answer("ReasonDialog", "Ouders konden niet")
    choose_entry(start, start.view.buttons.called_off)
    assert column(start, "gesprek")[:2] == ["afgezegd", "afgezegd"]
    assert start.get(Gesprek, planned).reden == "Ouders konden niet"
    tick(start, answer, IN_PARNASSYS, "noor")
    assert column(start, "gesprek")[:2] == ["gehouden", "afgezegd"], "a new one stands beside the one called off"


def test_who_did_not_come_is_noted_and_what_was_planned_keeps_its_own_day(start: Screen, answer):
    start.ask(_plan_two)
    start.settle()
    choose(start, "noor")
    choose_entry(start, start.view.buttons.no_show)
    assert column(start, "gesprek")[:2] == ["niet verschenen", "gehouden?"]
    tick(start, answer, Gehouden(date(2026, 9, 11), verslag_elders=True), "bram")
    assert column(start, "wanneer")[1] == "ma 7 sep"


def test_optional_conversations_are_asked_for_or_not(open_view, answer):
    screen = open_view(GespreksmomentView, Place("gespreksmoment", "rapport_jul", "g5"))
    assert screen.view.optional.isVisible()
    assert screen.view.buttons.not_needed.text() == "Niet gevraagd"
    choose(screen, "noor", "bram")
    choose_entry(screen, screen.view.buttons.not_needed)
    assert column(screen, "gesprek")[:3] == ["niet nodig", "niet nodig", "nog te doen"]
    assert {each.reden for each in screen.all(Gesprek)} == {"niet gevraagd"}
    choose(screen, "noor")
    choose_entry(screen, screen.view.buttons.again)
    assert column(screen, "gesprek")[:2] == ["nog te doen", "niet nodig"]


def test_a_report_is_begun_from_the_list_also_of_what_was_never_planned(start: Screen):
    choose(start, "bram")
    press(start, start.view.buttons.report)
    form = start.all(Formulier)[0]
    assert start.went == [Place("formulier", form.id)]
    assert form.spreker == "Joke Smit"
    assert column(start, "gesprek")[1] == "gepland"


def test_a_row_opens_its_conversation_and_without_one_plans_it(start: Screen, answer):
    start.ask(_plan_two)
    start.settle()
    asked = answer("PlanDialoog", None, afspreken)
    table = start.view.table
    table.setCurrentIndex(table.model().index(0, 0))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(table, key)
    start.settle()
    assert [each.view for each in start.went] == ["gesprek"]
    assert asked[0][2].leerling.id == "zoe"
    choose(start, "zoe")
    start.view.buttons.plan.click()
    assert start.went[-1] == Place("gesprekkenplannen", "start", "g5")


def test_another_group_or_moment_is_one_choice_away(start: Screen):
    start.view.moment.set_value("kind_okt")
    start.view.moment.changed.emit()
    assert start.went[-1] == Place("gespreksmoment", "kind_okt", "g5")
    start.show(Place("gespreksmoment", "start", "g8"))
    assert start.view.nobody.isVisible()
    assert not start.view.buttons.isVisible()


def test_a_moment_for_years_that_the_school_does_not_have_is_not_offered(start: Screen):
    choice = start.view.moment
    assert choice.findData("advies_definitief") >= 0
    start.ask(lambda archive: archive.write("groep", "g8", {"jaargroepen": ("6",)}, IB))
    start.settle()
    assert choice.findData("start") >= 0
    assert choice.findData("advies_definitief") < 0


def test_the_list_of_a_teacher_goes_over_groups_and_leaves_out_what_is_far_away(start: Screen, answer):
    tick(start, answer, WITHOUT_REPORT, "noor")
    start.view.teacher.click()
    assert start.went[-1] == Place("gespreksmoment", "", "leraar:joke")
    start.show(start.went[-1])
    assert start.view.page.title.text() == "Gesprekken van Joke Smit"
    assert set(column(start, "moment")) == {"Start", "Kind okt"}
    assert column(start, "verslag")[0] == "te laat"


def test_who_stands_in_sees_the_group_in_her_list(start: Screen, answer):
    def stand_in(archive):
        archive.add(Medewerker(id="vera", roepnaam="Vera", achternaam="Pot"), IB)
        archive.add(Vervanging(groep="g5", medewerker="vera", vervangt="joke", van=DAY), IB)

    start.ask(stand_in)
    start.show(Place("gespreksmoment", "", "leraar:vera"))
    assert len(column(start, "naam")) == 12
    start.show(Place("gespreksmoment", "", "leraar:joke"))
    assert column(start, "naam") == []


def test_changes_elsewhere_are_seen_and_the_choice_stays(start: Screen):
    choose(start, "bram")
    start.ask(lambda archive: archive.write("leerling", "noor", {"groep": "g8"}, IB))
    start.settle()
    assert column(start, "naam")[0] == "Bram Cox"
    assert [each.leerling.id for each in start.view.table.chosen()] == ["bram"]


def test_a_combination_group_shows_only_those_for_whom_the_moment_is(open_view):
    screen = open_view(GespreksmomentView)

    def combine(archive):
        archive.write("groep", "g5", {"jaargroepen": ("5", "8")}, IB)
        archive.write("leerling", "bram", {"jaargroep": "8"}, IB)

    screen.ask(combine)
    screen.show(Place("gespreksmoment", "advies_definitief", "g5"))
    assert column(screen, "naam") == ["Bram Cox"]
    assert screen.get(Leerling, "bram").groep == "g5"
    assert screen.get(Groep, "g5").jaargroepen == ("5", "8")


def _plan_two(archive) -> str:
    """Noor and Bram on the Monday of the startgesprekken; gives the id of Noor's."""
    plan = jaarplan(archive, JAAR)
    found = groepslijst(archive, plan, "start", "g5", DAY)
    planned = [gesprekken.nieuw(archive, plan, each.moment, each.wie, date(2026, 9, 7)) for each in found.regels[:2]]
    for each in planned:
        archive.add(each, IB)
    return planned[0].id
