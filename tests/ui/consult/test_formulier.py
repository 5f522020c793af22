"""From a form to its consult, and from the decision of a leerlingbespreking to a new one."""

import pytest

from app.models.bespreking import Formulier
from app.storage import consulten, formulieren
from app.storage.archive import Archive
from app.storage.definities import load_definition
from app.storage.formulieren import Begin
from app.ui.bespreekmodus.view import BespreekmodusView
from app.ui.formulier.consult import ConsultButton
from app.ui.formulier.view import FormulierView
from app.ui.leerlingen.dossier import DossierView
from app.ui.place import NIEUW, Place
from app.ui.verslag.view import VerslagView
from app.ui.widgets.buttons import Link
from tests.ui.gesprek.school import DAY
from tests.ui.leerlingen.scherm import IB, Screen


def discussed(decision: list[str], archive: Archive) -> str:
    definitie = load_definition("leerlingbespreking", archive.path.parent / "formulieren")
    form = formulieren.begin(archive, Begin(definitie, "sem", DAY, IB), IB)
    archive.write_answer(form, "aanmelding.aanmelding", decision, IB)
    formulieren.vaststellen(archive, form, IB, DAY)
    return form


def button(screen: Screen) -> ConsultButton:
    return screen.view.findChildren(ConsultButton)[-1]


@pytest.mark.parametrize("kind", [FormulierView, VerslagView])
def test_a_decision_for_more_help_offers_a_consult(open_view, kind):
    form = open_view(FormulierView).ask(lambda archive: discussed(["zorgteam"], archive))
    screen = open_view(kind)
    screen.show(Place("formulier", form))
    assert button(screen).isVisible()
    button(screen).click()
    assert screen.went == [Place("consult", NIEUW, "sem")]


def test_without_such_a_decision_it_does_not(open_view):
    screen = open_view(FormulierView)
    form = screen.ask(lambda archive: discussed(["geen"], archive))
    screen.show(Place("formulier", form))
    assert not button(screen).isVisible()


def test_an_application_leads_back_to_its_consult(open_view):
    screen = open_view(FormulierView)
    consult = screen.ask(lambda archive: consulten.begin(archive, "eenmalig_consult", ("sem",), IB, dag=DAY))
    form = screen.ask(lambda archive: archive.all(Formulier)[0].id)
    screen.show(Place("formulier", form))
    assert button(screen).text() == "Bekijk het consult"
    button(screen).click()
    screen.view._finish(screen.ask(lambda archive: formulieren.open_blad(archive, form, DAY)), button(screen))
    assert screen.went == [Place("consult", consult)] * 2


def test_a_form_about_more_pupils_says_so(open_view):
    screen = open_view(FormulierView)
    screen.ask(lambda archive: consulten.begin(archive, "eenmalig_consult", ("sem", "tess"), IB, dag=DAY))
    screen.show(Place("formulier", screen.ask(lambda archive: archive.all(Formulier)[0].id)))
    assert button(screen).text() == "Bekijk het consult (2 leerlingen)"


def test_a_report_filled_in_together_closes_to_its_consult(open_view):
    maker = open_view(FormulierView)
    consult = maker.ask(lambda archive: consulten.begin(archive, "eenmalig_consult", ("sem",), IB, dag=DAY))
    form = maker.ask(lambda archive: archive.all(Formulier)[0].id)
    screen = open_view(BespreekmodusView)
    screen.show(Place("bespreekmodus", form))
    screen.view._kop.close_wanted.emit()
    screen.settle()
    assert screen.went == [Place("consult", consult)]


def test_the_dossier_lists_consults_and_begins_one(open_view):
    screen = open_view(DossierView)
    consult = screen.ask(lambda archive: consulten.begin(archive, "eenmalig_consult", ("tess", "sem"), IB, dag=DAY))
    screen.show(Place("leerling", "sem"))
    card = screen.view.consults
    link = next(each for each in card.findChildren(Link) if each.accessibleName() == "Eenmalig consult, concept")
    link.click()
    card.new.click()
    assert screen.went == [Place("consult", consult), Place("consult", NIEUW, "sem")]
