"""What the dialogs of a route ask before they let one go on."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.route import handelingen
from app.ui.route.begindialoog import BeginDialoog, Begonnen
from app.ui.route.dialogen import BesluitDialoog, Gezet, StapDialoog
from tests.ui.leerlingen.scherm import IB
from tests.ui.route.weg import DAY


def test_the_dialogs_ask_for_what_misses(qtbot):
    dialog = BeginDialoog(None, "Noor van den Berg", [("po2001", "Route")], (), ("Een vraag", ""), lambda: DAY)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle().startswith("Ondersteuningsroute voor Noor van den Berg")
    assert "basisondersteuning" in dialog.complaint()
    dialog.tekort.set_value("Drie plannen werkten niet.")
    assert not dialog.complaint()
    assert dialog.answer() == Begonnen("po2001", DAY, "Een vraag", "Drie plannen werkten niet.")


def test_a_decision_is_not_recorded_without_what_it_needs(qtbot, page):
    besluit = page.view._shown.blad.definitie.station("rvz").besluit("leerplicht")
    dialog = BesluitDialoog(None, besluit, "", ("Ria Visser",), lambda: DAY)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(dialog._asked[0][1].focusProxy().hasFocus)
    assert dialog.complaint()
    for widget, value in zip((each for _, each in dialog._asked), ("contact", "dreigt"), strict=True):
        widget.set_value(value)
    assert not dialog.complaint()
    assert dialog.answer() == Gezet(DAY, "Ria Visser", "", waarden={"hoe": "contact", "thuiszitter": "dreigt"})


def test_a_step_begins_with_its_reason_so_that_typing_chooses_no_other_station(qtbot):
    question = handelingen.Stapvraag("Terug", "Ga terug", stations=(("a", "School"), ("b", "MPO")))
    dialog = StapDialoog(None, question, (IB,), lambda: DAY)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(dialog.reden.hasFocus)
    QTest.keyClicks(dialog.focusWidget(), "Met ouders")
    assert (dialog.naar.value(), dialog.reden.value()) == ("a", "Met ouders")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
    assert dialog.naar.hasFocus()


def test_a_step_is_not_taken_in_the_future_nor_without_a_reason_where_one_is_asked(qtbot):
    question = handelingen.Stapvraag("Terug", "Ga terug", stations=(("a", "School"), ("b", "MPO")))
    dialog = StapDialoog(None, question, (IB,), lambda: DAY)
    qtbot.addWidget(dialog)
    assert "Reden" in dialog.complaint()
    dialog.reden.set_value("Er mist iets.")
    dialog.datum.set_value(date(2027, 1, 1).isoformat())
    assert "welke dag" in dialog.complaint()
    dialog.datum.set_value(DAY.isoformat())
    assert not dialog.complaint()
    assert dialog.answer() == Gezet(DAY, IB, "Er mist iets.", "a")
