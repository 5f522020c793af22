"""What is asked with a new consult and with its steps: nothing goes through that would be refused later."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from app.models.consult import Consult
from app.models.contact import Contact
from app.storage import consulten
from app.ui.consult.afspraak import AppointmentDialog, DayDialog, GrantDialog
from app.ui.consult.nieuw import NewConsultDialog
from app.ui.consult.view import ConsultView
from tests.ui.gesprek.school import DAY
from tests.ui.leerlingen.scherm import IB, Screen


@pytest.fixture
def screen(open_view) -> Screen:
    found: Screen = open_view(ConsultView)
    return found


@pytest.fixture
def new(screen, qtbot):
    """The dialog of a new consult."""
    dialog = NewConsultDialog(None, screen.view.context, screen.ask(consulten.aanbod))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_lowest_threshold_comes_first_and_each_kind_explains_itself(new):
    assert list(new._kinds) == ["eenmalig_consult", "startgesprek_swv", "analyse_ondersteuning"]
    assert "laagdrempelig" in new._about.text()
    new.kind.set_value("startgesprek_swv")
    new.kind.changed.emit()
    assert "Uitdraai van het LOVS" in new._asks.text()
    assert "hoogstens 4 uur" in new._asks.text()


def test_it_is_about_one_pupil_or_more_found_by_a_few_letters(new, screen, qtbot):
    assert new.complaint() == "Kies over welke leerling het gaat."
    finder = new.pupils.finder
    for letters in ("sem", "tess", "sem"):
        finder.name.set_value("")
        qtbot.keyClicks(finder.name, letters)
        qtbot.waitUntil(lambda: bool(finder.table.rows()))
        qtbot.keyClick(finder.name, Qt.Key.Key_Return)
    assert new.complaint() == ""
    assert new.answer() == ("eenmalig_consult", ("sem", "tess"))
    new.pupils._take_off("sem")
    assert new.answer()[1] == ("tess",)


def test_a_name_that_was_typed_and_not_chosen_is_not_lost_in_silence(new, qtbot):
    finder = new.pupils.finder
    qtbot.keyClicks(finder.name, "sem")
    qtbot.keyClick(finder.name, Qt.Key.Key_Return)  # sooner than the search: it takes who is found then
    qtbot.waitUntil(lambda: new.pupils.value() == ("sem",))
    qtbot.keyClicks(finder.name, "xyz")
    qtbot.waitUntil(lambda: not finder._looking)
    new.accept_button.click()
    assert new.isVisible()
    assert "geen leerling gevonden met ‘xyz’" in new._error.text()
    for _ in "xyz":
        qtbot.keyClick(finder.name, Qt.Key.Key_Backspace)
    assert not new._error.isVisible()
    assert new.complaint() == ""


def test_a_step_was_taken_on_a_day_that_has_come(screen, qtbot):
    dialog = DayDialog(None, screen.view.context, "De aanvraag is ingediend", "Wanneer?", DAY)
    qtbot.addWidget(dialog)
    assert dialog.complaint() == ""
    dialog.day.set_value((DAY + timedelta(1)).isoformat())
    assert dialog.complaint() == "Kijk nog even bij ‘Wanneer?’."
    assert dialog.fields.rows[0].error() == "Deze dag moet nog komen: kies vandaag of eerder."


def test_it_is_granted_to_somebody(screen, qtbot):
    screen.ask(lambda archive: archive.add(Contact(id="c", naam="Carla", rol="consulent"), IB))
    dialog = GrantDialog(None, screen.view.context, DAY)
    qtbot.addWidget(dialog)
    assert dialog.complaint() == "Kijk nog even bij ‘Wie is de consulent?’."
    dialog.consultant.set_value("c")
    dialog.consultant.changed.emit()
    assert dialog.fields.rows[1].error() == ""
    assert dialog.complaint() == ""
    assert dialog.answer() == ("c", DAY)


def test_an_appointment_has_a_day_and_perhaps_a_time(screen, qtbot):
    granted = Consult(afspraak_tijd="half twee", toegekend_op=date(2026, 9, 30))
    dialog = AppointmentDialog(None, screen.view.context, granted)
    qtbot.addWidget(dialog)
    assert dialog.complaint()
    assert [bool(row.error()) for row in dialog.fields.rows] == [True, True]
    dialog.day.set_value("2026-09-29")
    assert dialog.complaint()
    assert "niet vóór 30 september 2026" in dialog.fields.rows[0].error()
    dialog.day.set_value("2026-10-01")
    dialog.time.set_value("half 2")
    assert dialog.complaint() == ""
    assert dialog.answer() == (date(2026, 10, 1), "13:30")
