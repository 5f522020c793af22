"""The page of a route: where it is at one look, and each step written, refused with a reason, or taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.route import Mpo, Route, Routebericht, Routestap, Routevereiste
from app.ui.place import NIEUW, Place
from app.ui.route import beginnen, handelingen
from app.ui.route.begindialoog import Begonnen
from app.ui.route.dialogen import BerichtDialoog, Gezet, Verteld
from app.ui.route.view import RouteView
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Text
from tests.ui.leerlingen.scherm import IB, Screen
from tests.ui.route.weg import BEGUN, DAY, press

YESTERDAY = DAY - timedelta(1)


def told(widget) -> str:
    return " | ".join(each.text() for each in widget.findChildren(Text) if each.isVisible())


def names(screen: Screen) -> list[str]:
    return [each.accessibleName() for each in screen.view.line.stations()]


@pytest.fixture
def answer(monkeypatch):
    """Lets a dialog give this answer; tells what it was asked with."""
    asked = []

    def give(dialog: str, value) -> list:
        def ask(*args, **_named):
            asked.append(args)
            return value

        monkeypatch.setattr(getattr(handelingen, dialog), "ask", ask)
        return asked

    return give


def go_on(screen: Screen, answer, naar: str) -> None:
    answer("StapDialoog", Gezet(YESTERDAY, "Ria Visser", "", naar))
    screen.view.steps.on.click()
    screen.settle()


def at_hand_over(screen: Screen, answer) -> None:
    """All that school must have and tell."""
    answer("VereisteDialoog", (YESTERDAY, "in het OPP"))
    press(screen, "Is er: Beginsituatie vastgelegd")
    answer("BerichtDialoog", Verteld("Ria Visser", YESTERDAY, "telefoon", IB))
    press(screen, "Noteer dat de regievoerder zorgplicht het weet")


def test_one_look_tells_where_since_when_who_is_at_move_and_what_misses(page):
    assert page.view.page.title.text() == "Route · Noor van den Berg"
    assert names(page)[0] == "1. School, hier is het nu, 1 sep, 41 dagen, aan zet: IB'er, mist nog 2 dingen"
    assert names(page)[1].endswith("nog niet geweest")
    where = page.view.steps.where.text()
    assert "Bij School sinds 1 september 2026, 41 dagen" in where
    assert "beginsituatie vastgelegd, de regievoerder zorgplicht informeren" in where
    assert "De intern begeleider en de leerkracht" in told(page.view.station)
    assert page.view.needs.state.text() == "mist 2"
    assert "De regievoerder zorgplicht informeren" in told(page.view.needs)
    assert "Noor leert niet meer. | Basisondersteuning is niet genoeg" in told(page.view.reason)
    assert page.view.opp.state.text() == "loopt"


def test_the_arrows_show_other_stations_to_read_and_one_press_leads_back(page):
    line = page.view.line
    line.setFocus()
    QTest.keyClick(line.stations()[0], Qt.Key.Key_Right)
    assert page.view.station.heading.text() == "2. Overdracht naar RVZ"
    assert page.view.elsewhere.isVisible()
    assert not [each for each in page.view.decisions.findChildren(type(page.view.steps.on)) if each.isVisible()]
    press(page, "Terug naar waar het nu is")
    assert page.view.station.heading.text() == "1. School"


def test_it_does_not_go_on_while_something_misses_and_says_what(page):
    press(page, "Verder naar Overdracht RVZ")
    assert page.view.steps.refusal.isVisible()
    assert "beginsituatie vastgelegd" in page.view.steps.refusal.text.text()
    assert page.all(Routestap)[-1].soort == "begin"


def test_what_misses_is_filled_in_and_it_goes_on_and_back_with_undo(page, answer):
    at_hand_over(page, answer)
    assert page.all(Routevereiste)[0].toelichting == "in het OPP"
    assert page.all(Routebericht)[0].informeren == "rvz"
    go_on(page, answer, "rvz")
    assert page.view.station.heading.text() == "2. Overdracht naar RVZ"
    assert names(page)[0].startswith("1. School, geweest")
    assert "Van School naar Overdracht RVZ" in told(page.view.history)
    page.view.bar.button.click()
    page.settle()
    assert page.view.station.heading.text() == "1. School"


def test_a_decision_is_recorded_with_what_the_route_wants_to_know(page, answer):
    at_hand_over(page, answer)
    go_on(page, answer, "rvz")
    made = Gezet(YESTERDAY, "Ria Visser", "", waarden={"hoe": "contact", "thuiszitter": "dreigt"})
    answer("BesluitDialoog", made)
    press(page, "Leg vast: Leerplicht erbij")
    assert "De leerling: dreigt thuis te zitten" in told(page.view.decisions)
    assert page.all(Routestap)[-1].besluit == "leerplicht"
    press(page, "Leg het besluit vast: Aanvraag in Indigo gestart")
    assert page.all(Routestap)[-1].besluit == "indigo"


def test_after_a_decision_the_keyboard_stays_where_it_was_and_the_page_too(page, answer, qtbot):
    at_hand_over(page, answer)
    go_on(page, answer, "rvz")
    made = Gezet(YESTERDAY, "Ria Visser", "")
    answer("BesluitDialoog", made)
    buttons = [each for each in page.view.decisions.findChildren(Button) if each.isVisible()]
    buttons[3].setFocus()
    buttons[3].click()
    page.settle()
    qtbot.waitUntil(lambda: page.view.decisions.isAncestorOf(page.view.window().focusWidget()))
    assert page.view.window().focusWidget().accessibleName() == "Leg opnieuw vast: Aanvraag in Indigo gestart"


def test_a_decision_that_rests_on_another_says_so_in_its_place(page, answer):
    answer("StapDialoog", Gezet(YESTERDAY, IB, "Het SWV nam het meteen over.", "swv"))
    press(page, "Sla over")
    assert "Leg eerst het besluit ‘Geld volgt leerling’ vast." in told(page.view.decisions)
    answer("BesluitDialoog", Gezet(YESTERDAY, "Sil Bos", "", waarden={"akkoord": "ja"}))
    press(page, "Leg vast: Geld volgt leerling")
    assert "Leg eerst" not in told(page.view.decisions)
    answer("BesluitDialoog", Gezet(YESTERDAY, "Sil Bos", "", waarden={"soort": "so", "waar": "De Wilg"}))
    press(page, "Leg vast: 5e deelverband: SO of SBO")
    assert "Soort onderwijs: speciaal onderwijs (SO)" in told(page.view.decisions)


def test_an_mpo_is_planned_summed_up_told_and_its_agreement_ends_the_route(page, answer):
    at_hand_over(page, answer)
    go_on(page, answer, "rvz")
    answer("VereisteDialoog", (YESTERDAY, ""))
    press(page, "Is er: Casus ingebracht bij de RVZ")
    answer("BesluitDialoog", Gezet(YESTERDAY, "Ria Visser", ""))
    press(page, "Leg vast: Aanvraag in Indigo gestart")
    go_on(page, answer, "mpo")
    route = page.all(Route)[0]
    answer("MpoDialoog", Mpo(id="m", route=route.id, datum=YESTERDAY, partijen=("rvz",), anderen=("Anna",)))
    press(page, "Plan een MPO")
    assert "Aan tafel: Ria Visser, Anna" in told(page.view.mpos)
    invited = []
    page.view.deeds.letters_ready.connect(invited.append)
    page.view.deeds.letters_ready.disconnect(page.view.export.save)
    press(page, "Maak de uitnodiging")
    assert invited[0].name.startswith("Uitnodiging meerpartijenoverleg Noor van den Berg")
    answer("UitkomstDialoog", ("overeenstemming", "Noor blijft hier, met hulp."))
    press(page, "Leg de uitkomst vast")
    answer("BerichtDialoog", Verteld("de directeur", YESTERDAY, "gesprek", "Ria Visser"))
    press(page, "Directeur geïnformeerd")
    assert page.all(Route)[0].beeindigd_op == YESTERDAY
    assert "eindigde" in page.view.steps.where.text()
    assert not page.view.steps.buttons.isVisible()
    press(page, "Maak verslag")
    assert page.went[-1].view == "formulier"


def test_the_next_mpo_begins_with_who_came_before_and_with_the_coordinator_where_that_is_asked(page, answer):
    answer("StapDialoog", Gezet(YESTERDAY, IB, "Haast.", "mpo"))
    press(page, "Sla over")
    asked = answer("MpoDialoog", None)
    press(page, "Plan een MPO")
    first = asked[-1][2]
    assert (first.anderen, first.coordinator) == (("Anna van den Berg", IB), False)
    answer("MpoDialoog", replace(first, datum=YESTERDAY, partijen=("rvz",)))
    press(page, "Plan een MPO")
    answer("StapDialoog", Gezet(YESTERDAY, IB, "De coördinator komt erbij.", "mpo_coordinator"))
    press(page, "Sla over")
    asked = answer("MpoDialoog", None)
    press(page, "Plan een MPO")
    assert (asked[-1][2].partijen, asked[-1][2].coordinator) == (("rvz",), True)


def test_what_came_of_an_mpo_is_not_told_before_it_was(page, answer, qtbot):
    answer("StapDialoog", Gezet(YESTERDAY, IB, "Haast.", "mpo"))
    press(page, "Sla over")
    route, next_week = page.all(Route)[0], DAY + timedelta(7)
    minuted = Mpo(route=route.id, leerling=route.leerling, station="mpo", datum=next_week, uitkomst="overeenstemming")
    page.ask(lambda archive: archive.add(minuted, IB))
    page.settle()
    asked = answer("BerichtDialoog", None)
    press(page, "Directeur geïnformeerd")
    assert len(asked) == 1  # only the skip
    assert "pas dan eerst de dag aan" in page.view.steps.refusal.text.text()
    dialog = BerichtDialoog(None, "de directeur", (IB,), lambda: DAY, IB, DAY)
    qtbot.addWidget(dialog)
    dialog.hoe.set_value("gesprek")
    dialog.op.set_value(YESTERDAY.isoformat())
    assert dialog.complaint()
    dialog.op.set_value(DAY.isoformat())
    assert not dialog.complaint()


def test_it_is_skipped_and_gone_back_with_a_reason_that_is_kept(page, answer):
    answer("StapDialoog", Gezet(YESTERDAY, IB, "De casus was al bekend.", "mpo"))
    press(page, "Sla over")
    assert names(page)[1].startswith("2. Overdracht RVZ, overgeslagen")
    answer("StapDialoog", Gezet(YESTERDAY, IB, "Er miste toch iets.", "school"))
    press(page, "Stap terug")
    assert "Er miste toch iets." in told(page.view.history)
    assert page.view.station.heading.text() == "1. School"


def test_it_ends_with_a_reason(page, answer):
    asked = answer("StapDialoog", Gezet(YESTERDAY, IB, "Noor verhuist."))
    press(page, "Beëindig")
    assert asked[0][1].titel == "De route beëindigen"
    assert page.all(Route)[0].einde == "Noor verhuist."
    assert "Noor verhuist." in page.view.steps.where.text()


def test_the_opp_is_opened_or_made_here(page):
    press(page, "Vul het hier in")
    assert page.went[-1].view == "formulier"


def test_one_is_led_to_the_card_where_something_is_filled_in(page, qtbot):
    page.show(Place("route", page.all(Route)[0].id, "opp"))
    qtbot.waitUntil(page.view.opp.button.hasFocus)


def test_messages_say_who_told_it_and_can_be_taken_away(page, answer):
    asked = answer("BerichtDialoog", Verteld("Anna van den Berg", YESTERDAY, "e-mail", "Joke Smit"))
    press(page, "Iemand anders")
    assert asked[0][4] == IB, "who is at the keyboard is proposed"
    assert "Anna van den Berg" in told(page.view.messages)
    assert "e-mail · verteld door Joke Smit" in told(page.view.messages)
    press(page, "Haal weg: Anna van den Berg")
    assert "Anna van den Berg" not in told(page.view.messages)


def test_a_route_begins_with_the_question_and_what_was_tried(open_view, monkeypatch):
    screen = open_view(RouteView)
    made = Begonnen("po2001", BEGUN, "Bram blijft thuis.", "Twee plannen.")
    monkeypatch.setattr(beginnen.BeginDialoog, "ask", lambda *_: made)
    screen.show(Place("route", NIEUW, "bram"))
    route = screen.all(Route)[0]
    assert (route.leerling, route.aanleiding, route.station) == ("bram", "Bram blijft thuis.", "school")
    assert screen.went == [Place("route", route.id)]
    screen.show(Place("route", NIEUW, "bram"))
    assert len(screen.all(Route)) == 1


def test_a_route_begun_for_the_wrong_pupil_is_taken_back_at_once(open_view, monkeypatch):
    screen = open_view(RouteView)
    made = Begonnen("po2001", BEGUN, "Bram blijft thuis.", "Twee plannen.")
    monkeypatch.setattr(beginnen.BeginDialoog, "ask", lambda *_: made)
    screen.show(Place("route", NIEUW, "bram"))
    screen.show(screen.went[-1])
    screen.view.bar.button.click()
    screen.settle()
    assert not screen.all(Route)
    assert screen.went[-1] == Place("leerling", "bram")


def test_a_route_on_which_nothing_was_done_is_taken_away_and_brought_back(page, answer):
    press(page, "Haal weg")
    assert page.view.missing.isVisible()
    page.view.bar.button.click()
    page.settle()
    assert page.view.page.title.text() == "Route · Noor van den Berg"
    answer("BerichtDialoog", Verteld("Anna van den Berg", YESTERDAY, "e-mail", "Joke Smit"))
    press(page, "Iemand anders")
    assert not page.view.steps.remove.isVisible()


def test_who_changes_his_mind_goes_back(open_view, monkeypatch):
    screen = open_view(RouteView)
    went_back = []
    screen.view.back_requested.connect(lambda: went_back.append(True))
    monkeypatch.setattr(beginnen.BeginDialoog, "ask", lambda *_: None)
    screen.show(Place("route", NIEUW, "bram"))
    assert went_back == [True]


def test_a_route_that_is_gone_says_so(open_view):
    screen = open_view(RouteView, Place("route", "weg"))
    assert screen.view.missing.isVisible()
    press(screen, "Naar Route")
    assert screen.went == [Place("routes")]
