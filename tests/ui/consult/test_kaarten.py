"""The cards of a consult, each by itself: what they show, and what they ask for."""

from datetime import date

import pytest

from app.models.consult import Consult
from app.models.consulten.definition import NIET_NODIG, Consultsoort
from app.models.consulten.loader import parse_consultsoort
from app.models.consulten.volledigheid import Ontbreekt
from app.resources import resource
from app.ui.consult.aanvraag import AskersCard
from app.ui.consult.consulent import HoursCard
from app.ui.consult.gesprek import OutcomeCard
from app.ui.consult.ontbreekt import MissingCard
from app.ui.consult.portaal import PortalCard
from app.ui.consult.stappenbalk import StatusSteps
from app.ui.widgets.buttons import Link
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.labels import Text

DAY = date(2026, 11, 23)
ASKED = Consult(soort="startgesprek_swv", status="ingediend", ingediend_op=date(2026, 11, 20))


@pytest.fixture(scope="module")
def kind() -> Consultsoort:
    file = resource("consulten", "startgesprek_swv.toml")
    return parse_consultsoort(file.read_text("utf-8"), file.name)


def told(widget) -> list[str]:
    return [each.text() for each in widget.findChildren(Text)]


def test_the_row_of_steps_says_where_an_application_is(show):
    steps = StatusSteps()
    show(steps, focus=False)
    said = []
    for status in ("ingediend", "vervolg", "ingetrokken"):
        steps.show_consult(Consult(status=status), DAY)
        said.append(steps.accessibleName())
        steps.grab()
    assert said == ["Stap 3 van 7: ingediend", "Stap 7 van 7: vervolg aangevraagd", "Deze aanvraag is ingetrokken."]


def test_a_step_in_the_portal_is_ticked_or_not_needed(show, kind):
    card = PortalCard()
    told = []
    card.ticked.connect(lambda *step: told.append(step))
    card.show_steps(Consult(stappen={"soort_kiezen": "2026-11-20"}), kind, DAY)
    show(card, focus=False)
    assert card.state.text() == "1 van 3"
    boxes = {each.text(): each for each in card.findChildren(CheckBox)}
    assert boxes["2. Consult kiezen"].value()
    boxes["1. Leerlingdossier aanmaken"].click()
    boxes["Niet nodig: de leerling staat er al in"].click()
    boxes["2. Consult kiezen"].click()
    assert told == [("leerling_invoeren", "ja"), ("leerling_invoeren", NIET_NODIG), ("soort_kiezen", "")]


def test_the_way_to_the_portal_leads_past_a_step_that_is_not_needed(show, kind):
    card = PortalCard()
    card.show_steps(Consult(stappen={"leerling_invoeren": NIET_NODIG}), kind, DAY)
    show(card, focus=False)
    card.focus_first()
    assert next(each for each in card.findChildren(CheckBox) if each.hasFocus()).text() == "2. Consult kiezen"


def test_each_thing_that_misses_leads_to_its_place(show):
    card = MissingCard()
    missing = [Ontbreekt("Schrijf de hulpvraag op.", "formulier", "hulpvraag.hulpvraag"), Ontbreekt("Kies.", "vragers")]
    wanted = []
    card.wanted.connect(wanted.append)
    card.show_missing(missing, asked=True)
    show(card, focus=False)
    links = card.findChildren(Link)
    assert links[0].accessibleName() == "Vul in: Schrijf de hulpvraag op."
    for link in links:
        link.click()
    assert wanted == missing


def test_hours_are_summed_against_what_there_is(show, kind, qtbot):
    card = HoursCard()
    written = []
    card.edited.connect(written.append)
    card.show_consult(Consult(status="gevoerd", voorbereiding=90, reis=60), kind)
    show(card, focus=False)
    assert card.words.text() == "Samen 2 uur 30 min van hoogstens 4 uur."
    card.fields["gesprek"].setFocus()
    qtbot.keyClicks(card.fields["gesprek"], "80")
    card.fields["reis"].setFocus()
    assert written == [{"gesprek": 80}]
    card.fields["reis"].selectAll()
    qtbot.keyClicks(card.fields["reis"], "80")
    card.fields["gesprek"].setFocus()
    assert card.words.text() == "Samen 4 uur 10 min: 10 min meer dan de 4 uur die er zijn. Pas de tijden aan."
    assert written == [{"gesprek": 80}]


def test_hours_that_are_no_number_are_not_written(show, kind, qtbot):
    card = HoursCard()
    written = []
    card.edited.connect(written.append)
    card.show_consult(Consult(status="gevoerd"), kind)
    show(card, focus=False)
    card.fields["reis"].setFocus()
    qtbot.keyClicks(card.fields["reis"], "een uur")
    card.fields["gesprek"].setFocus()
    assert not written
    assert "Typ minuten, zoals 90, of uren, zoals 1,5 uur." in told(card)
    qtbot.keyClicks(card.fields["gesprek"], "1,5 uur")
    card.fields["voorbereiding"].setFocus()
    assert written == [{"gesprek": 90}]
    card.show_consult(Consult(status="gevoerd", gesprek=90), kind)
    assert [card.fields[name].value() for name in ("gesprek", "reis")] == ["90", "een uur"]


def test_the_kind_says_who_may_ask(show, kind):
    card = AskersCard()
    written = []
    card.edited.connect(written.append)
    card.show_askers(Consult(vragers=("ib",)), kind)
    show(card, focus=False)
    boxes = {each.text(): each for each in card.findChildren(CheckBox)}
    assert [words for words, box in boxes.items() if box.value()] == ["intern begeleider"]
    boxes["ouders"].click()
    assert written == [{"vragers": ("ib", "ouders")}]


def test_the_outcome_says_what_comes_next(show, kind):
    card = OutcomeCard()
    card.show_outcome(Consult(status="gevoerd"), kind, follows=False)
    show(card, focus=False)
    assert not card.finish.isVisible()
    card.show_outcome(Consult(status="gevoerd", uitkomst="genoeg"), kind, follows=False)
    assert card.finish.text() == "Consult afronden"
    card.show_outcome(Consult(status="gevoerd", uitkomst="vervolg"), kind, follows=False)
    assert card.finish.text() == "Vervolg aanvragen"
    assert card.words.isVisible()
