"""The page of a consult: from a concept that misses things to the application that follows it."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.models.bespreking import Formulier
from app.models.consult import Bijlagepunt, Consult
from app.models.contact import Contact
from app.models.ids import derived_id
from app.storage import consulten, formulieren
from app.ui.consult import handelingen
from app.ui.consult.nieuw import NewConsultDialog
from app.ui.consult.view import ConsultView
from app.ui.place import NIEUW, Place
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.labels import Text
from tests.ui.gesprek.school import DAY
from tests.ui.leerlingen.scherm import IB, Screen

EENMALIG, START = "eenmalig_consult", "startgesprek_swv"
READY = {
    "hulpvraag.hulpvraag": "Hoe help ik Sem na de pauze weer aan het werk?",
    "ouders.keuze": "aanwezig",
}


@pytest.fixture
def page(open_view):
    """Shows a new application about Sem."""

    def show(kind: str = EENMALIG, pupils: tuple[str, ...] = ("sem",)) -> Screen:
        screen: Screen = open_view(ConsultView)
        consult = screen.ask(lambda archive: consulten.begin(archive, kind, pupils, IB, dag=DAY))
        screen.ask(lambda archive: archive.add(Contact(id="c", naam="Carla Consulent", rol="consulent"), IB))
        screen.show(Place("consult", consult))
        return screen

    return show


def the_consult(screen: Screen) -> Consult:
    found: Consult = screen.get(Consult, screen.view._place.id)
    return found


def told(widget) -> str:
    return " | ".join(each.text() for each in widget.findChildren(Text) if each.isVisible())


def press(screen: Screen, words: str) -> None:
    buttons = [each for each in screen.view.findChildren(QAbstractButton) if each.isVisible()]
    button = next(each for each in buttons if words in (each.text(), each.accessibleName()))
    assert button.isEnabled()
    button.click()
    screen.settle()


def answer(screen: Screen, answers: dict) -> None:
    form = the_consult(screen).formulier
    for pad, value in answers.items():
        screen.ask(partial(_write_answer, form, pad, value))
    screen.settle()


def _write_answer(form, pad, value, archive):
    return archive.write_answer(form, pad, value, IB)


def complete(screen: Screen) -> None:
    answer(screen, READY)
    press(screen, "leerkracht")
    press(screen, "Aanvraag is volledig")


def hand_in(screen: Screen, monkeypatch) -> None:
    complete(screen)
    for step in ("1. Leerlingdossier aanmaken", "2. Consult kiezen", "3. Eenmalig consult aanvragen"):
        press(screen, step)
    monkeypatch.setattr(handelingen.DayDialog, "ask", lambda *_: DAY)
    press(screen, "Aanvraag is ingediend")


def hold(screen: Screen, monkeypatch) -> None:
    hand_in(screen, monkeypatch)
    monkeypatch.setattr(handelingen.GrantDialog, "ask", lambda *_: ("c", DAY))
    press(screen, "Aanvraag is toegekend")
    monkeypatch.setattr(handelingen.AppointmentDialog, "ask", lambda *_: (DAY, "13:30"))
    press(screen, "Afspraak maken")
    press(screen, "Gesprek is gevoerd")


def report(screen: Screen) -> None:
    press(screen, "Maak verslag")
    form = screen.went[-1].id
    for pad in ("overzicht.overzicht", "inzicht.inzicht"):
        screen.ask(partial(_write_answer, form, pad, "Meer rust bij het begin."))
    screen.ask(lambda archive: formulieren.vaststellen(archive, form, IB, DAY))
    screen.settle()


def test_a_concept_says_what_misses_and_each_line_leads_there(page):
    screen = page(START)
    assert screen.view.page.title.text() == "Startgesprek SWV · Sem de Groot"
    assert screen.view.state.text() == "concept"
    assert "Schrijf de hulpvraag op" in told(screen.view.missing)
    link = next(
        each
        for each in screen.view.missing.findChildren(QAbstractButton)
        if each.isVisible() and "Schrijf de hulpvraag op" in each.accessibleName()
    )
    link.click()
    assert screen.went == [Place("formulier", the_consult(screen).formulier, "hulpvraag.hulpvraag")]


def test_an_incomplete_one_is_not_complete_however_one_presses(page):
    screen = page()
    press(screen, "Aanvraag is volledig")
    assert the_consult(screen).status == "concept"
    assert "‘Aanvraag is volledig’ kan nog niet: vul eerst aan wat hier staat." in told(screen.view.missing)
    press(screen, "leerkracht")
    assert not screen.view.missing.too_early.isVisible()


def test_complete_it_is_closed_and_can_be_opened_again(page):
    screen = page()
    complete(screen)
    assert screen.view.state.text() == "volledig"
    assert "Hoe help ik Sem na de pauze weer aan het werk?" in told(screen.view.application)
    screen.view.bar.button.click()
    screen.settle()
    assert screen.view.state.text() == "concept"


def test_it_is_handed_in_only_when_the_steps_in_the_portal_are_done(page):
    screen = page()
    complete(screen)
    press(screen, "Aanvraag is ingediend")
    assert the_consult(screen).status == "volledig"
    assert "Consult kiezen" in told(screen.view.missing)
    press(screen, "Niet nodig: de leerling staat er al in")
    assert screen.view.portal.state.text() == "1 van 3"


def test_from_handed_in_to_a_conversation_that_was_enough(page, monkeypatch):
    screen = page()
    hold(screen, monkeypatch)
    consult = the_consult(screen)
    assert (consult.status, consult.consulent, consult.afspraak_tijd) == ("gevoerd", "c", "13:30")
    press(screen, "Consult afronden")
    assert the_consult(screen).status == "gevoerd"
    assert "Stel eerst het verslag van het gesprek vast." in told(screen.view.missing)
    report(screen)
    assert "Meer rust bij het begin." in told(screen.view.report)
    screen.view.deeds.edit({"uitkomst": "genoeg"})
    screen.settle()
    press(screen, "Consult afronden")
    assert screen.view.state.text() == "afgerond"


def test_when_more_is_needed_one_button_begins_what_follows(page, monkeypatch):
    screen = page()
    hold(screen, monkeypatch)
    report(screen)
    screen.view.deeds.edit({"uitkomst": "vervolg"})
    screen.settle()
    press(screen, "Vervolg aanvragen")
    follow = screen.went[-1]
    assert (follow.view, the_consult(screen).status) == ("consult", "vervolg")
    screen.show(follow)
    assert screen.view.page.title.text() == "Startgesprek SWV · Sem de Groot"
    assert "Hoe help ik Sem na de pauze weer aan het werk?" in told(screen.view.application)
    assert "Eenmalig consult" in [each.text() for each in screen.view.history.findChildren(QAbstractButton)]


def test_a_day_in_the_future_is_refused_in_a_sentence_and_nothing_is_written(page, monkeypatch):
    screen = page()
    complete(screen)
    for step in ("1. Leerlingdossier aanmaken", "2. Consult kiezen", "3. Eenmalig consult aanvragen"):
        press(screen, step)
    monkeypatch.setattr(handelingen.DayDialog, "ask", lambda *_: DAY + timedelta(3))
    press(screen, "Aanvraag is ingediend")
    assert screen.view.refusal.isVisible()
    assert "moet nog komen" in screen.view.refusal.text.text()
    assert the_consult(screen).status == "volledig"


def test_a_conversation_that_is_to_come_was_not_held(page, monkeypatch):
    screen = page()
    hand_in(screen, monkeypatch)
    monkeypatch.setattr(handelingen.GrantDialog, "ask", lambda *_: ("c", DAY))
    press(screen, "Aanvraag is toegekend")
    monkeypatch.setattr(handelingen.AppointmentDialog, "ask", lambda *_: (DAY + timedelta(9), ""))
    press(screen, "Afspraak maken")
    assert screen.view.missing.isHidden()
    press(screen, "Gesprek is gevoerd")
    assert "De afspraak is pas op 30 september 2026" in screen.view.refusal.text.text()
    monkeypatch.setattr(handelingen.AppointmentDialog, "ask", lambda *_: (DAY, "9:00"))
    press(screen, "Verzet de afspraak")
    press(screen, "Gesprek is gevoerd")
    assert screen.view.state.text() == "gevoerd"
    assert screen.view.refusal.isHidden()


def test_the_keyboard_stays_on_the_step_it_ticked(page):
    screen = page()
    box = next(each for each in screen.view.portal.findChildren(CheckBox) if each.text() == "2. Consult kiezen")
    box.setFocus()
    box.click()
    screen.settle()
    again = screen.view.focusWidget()
    assert isinstance(again, CheckBox)
    assert (again.text(), again.value()) == ("2. Consult kiezen", True)


def test_after_a_step_the_keyboard_stands_on_the_next_one(page, monkeypatch):
    screen = page()
    complete(screen)
    boxes = [each for each in screen.view.portal.findChildren(CheckBox) if each.objectName().endswith(" ja")]
    for name in [each.objectName() for each in boxes]:
        box = screen.view.portal.findChild(CheckBox, name)
        box.setFocus()
        box.click()
        screen.settle()
    monkeypatch.setattr(handelingen.DayDialog, "ask", lambda *_: DAY)
    screen.view._go_on()
    screen.settle()
    assert the_consult(screen).status == "ingediend"
    assert screen.view.window().focusWidget() is screen.view.next


def test_the_page_stays_where_one_ticks(page):
    screen = page()
    complete(screen)
    screen.view.resize(1100, 600)
    screen.settle()
    bar = screen.view.page.scroll_area.verticalScrollBar()
    for words in ("2. Consult kiezen", "3. Eenmalig consult aanvragen"):
        box = next(each for each in screen.view.portal.findChildren(CheckBox) if each.text() == words)
        box.setFocus()
        bar.setValue(bar.maximum())
        box.click()
        screen.settle()
        assert bar.value() == bar.maximum()


def test_a_mistake_is_mended_a_step_back_and_what_does_not_go_on_is_withdrawn(page, monkeypatch):
    screen = page()
    hand_in(screen, monkeypatch)
    press(screen, "Toch nog niet ingediend")
    assert screen.view.state.text() == "volledig"
    press(screen, "Aanvraag intrekken")
    assert screen.view.state.text() == "ingetrokken"
    assert screen.view.next.isHidden()
    press(screen, "Weer oppakken")
    assert screen.view.state.text() == "concept"


def test_the_hours_of_the_consulent_are_kept(page, monkeypatch, qtbot):
    screen = page()
    hold(screen, monkeypatch)
    field = screen.view.hours.fields["reis"]
    field.setFocus()
    qtbot.keyClicks(field, "40")
    screen.view.hours.fields["gesprek"].setFocus()
    screen.settle()
    assert the_consult(screen).reis == 40
    assert screen.view.hours.words.text() == "Samen 40 min."


def test_what_was_begun_by_mistake_goes_and_comes_back(page):
    screen = page()
    press(screen, "Haal weg")
    assert screen.view.gone.isVisible()
    screen.view.bar.button.click()
    screen.settle()
    assert screen.view.sheet.isVisible()


def test_a_remark_is_kept_as_it_is_typed_also_when_one_goes_elsewhere(page, qtbot):
    screen = page()
    consult = the_consult(screen).id
    qtbot.keyClicks(screen.view.remark.text, "Bel de IB van de andere school")
    other = screen.ask(lambda archive: consulten.begin(archive, EENMALIG, ("tess",), IB, dag=DAY))
    screen.show(Place("consult", other))
    assert screen.get(Consult, consult).opmerking == "Bel de IB van de andere school"
    assert screen.view.remark.text.value() == ""
    assert screen.view.is_saved()


def test_a_pupil_with_the_same_question_joins_while_it_is_a_concept(page, monkeypatch):
    screen = page()
    monkeypatch.setattr(handelingen.PupilsDialog, "ask", lambda *args: (args[2][0][0], "tess"))
    press(screen, "Wijzig leerlingen")
    assert the_consult(screen).leerlingen == ("sem", "tess")
    assert "Tess Maas" in screen.view.page.title.text()
    screen.view.bar.button.click()
    screen.settle()
    assert the_consult(screen).leerlingen == ("sem",)
    complete(screen)
    assert not [each for each in screen.view.findChildren(QAbstractButton)
                if each.isVisible() and each.text() == "Wijzig leerlingen"]  # fmt: skip


def test_an_annexe_that_is_judged_no_longer_misses(page):
    screen = page(START)
    before = told(screen.view.missing)
    assert "‘OPP’" in before
    punt = Bijlagepunt(
        id=derived_id(the_consult(screen).id, "opp"), van=the_consult(screen).id, leerling="sem", punt="opp",
        staat="niet_aanwezig",
    )  # fmt: skip
    screen.ask(lambda archive: archive.add(punt, IB))
    screen.settle()
    assert "‘OPP’" not in told(screen.view.missing)


def test_a_new_one_is_asked_for_and_begins_with_its_form(open_view, monkeypatch):
    screen = open_view(ConsultView)
    asked = []
    monkeypatch.setattr(NewConsultDialog, "ask", lambda *args: asked.append(args[3]) or (EENMALIG, ("sem", "tess")))
    screen.show(Place("consult", NIEUW, "sem"))
    assert asked == [(("sem", "Sem de Groot"),)]
    consult = screen.all(Consult)[0]
    assert screen.went == [Place("consult", consult.id)]
    assert consult.leerlingen == ("sem", "tess")
    screen.show(screen.went[0])
    assert "Tess Maas" in screen.view.page.title.text()
    assert screen.get(Formulier, consult.formulier).leerling == "sem"


def test_who_changes_his_mind_goes_back(open_view, monkeypatch):
    screen = open_view(ConsultView)
    back = []
    screen.view.back_requested.connect(lambda: back.append(True))
    monkeypatch.setattr(NewConsultDialog, "ask", lambda *_: None)
    screen.show(Place("consult", NIEUW))
    assert back
    assert not screen.all(Consult)
