"""The report of a conversation on screen: from bespreekmodus to a note in ParnasSys."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication

from app.models.bespreking import Afspraak, Formulier
from app.models.gesprek import Gesprek
from app.models.leerling import Niveau
from app.storage import formulieren, gespreksverslag
from app.storage.archive import Archive
from app.ui.bespreekmodus.view import BespreekmodusView
from app.ui.formulier.view import FormulierView
from app.ui.place import Place
from app.ui.verslag.view import VerslagView
from app.ui.widgets.buttons import Button
from app.ui.widgets.check_list import CheckBox
from tests.ui.besprekingen.school import IB, NOOR, VANDAAG, Werkplek, discuss, texts_of

START, OKTOBER = "startgesprek-noor", "kindgesprek-noor"
JUF = "Joke Smit"
EERDER = {"_id": "1", "wat": "Elke avond tien minuten lezen", "wie": "M. Berg", "voor": "2026-10-01"}


def hold(archive: Archive, gesprek: str, soort: str, moment: str, datum: date) -> str:
    archive.add(
        Gesprek(
            id=gesprek,
            schooljaar="2026-2027",
            soort=soort,
            moment=moment,
            leerling=NOOR,
            groep="g",
            medewerker="joke",
            datum=datum,
            tijd="15:30",
        ),
        IB,
    )
    return gespreksverslag.begin_verslag(archive, gesprek, JUF, IB)


def reported(archive: Archive) -> str:
    """A startgesprek with an agreement, vastgesteld."""
    form = hold(archive, START, "startgesprek", "start", date(2026, 9, 7))
    archive.write_answer(form, "vragen.hoe", "Noor gaat met plezier naar school.", JUF)
    archive.write_answer(form, "afspraken.afspraken", [EERDER], JUF)
    formulieren.vaststellen(archive, form, IB, date(2026, 9, 8))
    return form


@pytest.fixture
def earlier(werkplek: Werkplek) -> str:
    return werkplek.ask(reported)


@pytest.fixture
def form(werkplek: Werkplek, earlier: str) -> str:
    return werkplek.ask(lambda archive: hold(archive, OKTOBER, "kindgesprek", "kind_okt", date(2026, 10, 12)))


def press(view, words: str) -> None:
    next(each for each in view.findChildren(Button) if each.text() == words and each.isVisibleTo(view)).click()


def the(werkplek: Werkplek, gesprek: str) -> Gesprek:
    return werkplek.ask(lambda archive: archive.get(Gesprek, gesprek))


def test_last_times_agreements_stand_on_top_and_are_ticked(werkplek: Werkplek, form: str):
    view = werkplek.open(BespreekmodusView, Place("bespreekmodus", form))
    assert "Vorige keer afgesproken · startgesprek 7 sep" in texts_of(view)
    tick = next(each for each in view.findChildren(CheckBox) if each.accessibleName() == EERDER["wat"])
    tick.click()
    werkplek.settle()
    kept = werkplek.ask(lambda archive: archive.all(Afspraak, leerling=NOOR))[0]
    assert (kept.staat, bool(kept.afgerond_op)) == ("gedaan", True)
    tick.click()
    werkplek.settle()
    again = werkplek.ask(lambda archive: archive.all(Afspraak, leerling=NOOR))[0]
    assert (again.staat, again.afgerond_op) == ("open", None)


def test_beside_a_leerlingbespreking_they_do_not_stand(werkplek: Werkplek, earlier: str):
    a6 = werkplek.ask(lambda archive: discuss(archive, close=False))
    view = werkplek.open(BespreekmodusView, Place("bespreekmodus", a6))
    assert "Vorige keer afgesproken" not in texts_of(view)


def test_it_is_filled_in_and_closed_in_bespreekmodus(werkplek: Werkplek, form: str):
    view = werkplek.open(BespreekmodusView, Place("bespreekmodus", form))
    assert "Hoe gaat het met je?" in texts_of(view)
    panel = view._panel
    panel.controller.put("vragen.hoe", "Ik speel nu veel met Sem.")
    panel.controller.put("niveau.na", "n2")
    panel.show_section("afspraken")
    press(view, "Verder: afronden")
    shown = texts_of(view)
    assert {"Ondersteuningsniveau", "Wat er is gezegd", "Ik speel nu veel met Sem."} <= set(shown.split("\n"))
    for other_form in ("Besluiten", "Evaluatie", "Ouders", "Is alles duidelijk voor de leraar?"):
        assert other_form not in shown.split("\n"), other_form
    press(view, "Stel het formulier vast")
    werkplek.qtbot.waitUntil(lambda: Place("verslag", form) in werkplek.places, timeout=5000)
    held = the(werkplek, OKTOBER)
    assert (held.staat, held.verslag_op) == ("gehouden", VANDAAG.isoformat())
    levels = werkplek.ask(lambda archive: archive.all(Niveau, leerling=NOOR, niveau=2))
    assert [each.vanaf for each in levels] == [date(2026, 10, 12)]


def test_leaving_bespreekmodus_goes_back_to_the_conversation(werkplek: Werkplek, form: str):
    view = werkplek.open(BespreekmodusView, Place("bespreekmodus", form))
    press(view, "Sluit bespreekmodus")
    assert werkplek.places[-1] == Place("gesprek", OKTOBER)


def test_a_closed_report_has_no_evaluation_but_a_way_to_its_conversation(werkplek: Werkplek, earlier: str):
    view = werkplek.open(FormulierView, Place("formulier", earlier))
    words = [each.text() for each in view.findChildren(Button)]
    assert "Evaluatie" not in words
    assert {"Corrigeer", "Verslag"} <= set(words)
    press(view, "Bekijk het gesprek")
    assert werkplek.places[-1] == Place("gesprek", START)


def test_the_note_is_copied_with_its_category_and_ticked_when_it_is_in_parnassys(werkplek: Werkplek, earlier: str):
    view = werkplek.open(VerslagView, Place("verslag", earlier))
    assert "Overgenomen in ParnasSys" in [each.accessibleName() for each in view.findChildren(CheckBox)]
    view.card.copy.click()
    note = QGuiApplication.clipboard().text()
    assert note.startswith(
        "Startgesprek van 7 september 2026\n\nAanwezig: Joke Smit (leerkracht), M. Berg, Noor Berg\n"
    )
    assert "- Elke avond tien minuten lezen (M. Berg, uiterlijk 1 oktober 2026)" in note
    assert "Kies daar de categorie Oudergesprek." in texts_of(view.copied)
    view.card.in_dossier.click()
    werkplek.settle()
    assert the(werkplek, START).overgenomen_op == VANDAAG.isoformat()
    assert "Sinds 23 november 2026 in ParnasSys." in texts_of(view)
    assert werkplek.ask(lambda archive: archive.get(Formulier, earlier)).in_dossier_op is None


def test_another_form_has_its_own_words_again(werkplek: Werkplek, earlier: str):
    view = werkplek.open(VerslagView, Place("verslag", earlier))
    view.show_place(Place("verslag", werkplek.ask(discuss)))
    werkplek.settle()
    assert view.card.in_dossier.accessibleName() == "Opgenomen in het leerlingdossier"
