"""Ctrl+K: found by name, by words in a form, by what one wants to do; and nobody else's name in a meeting."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from app.models.bespreking import Formulier
from app.storage.archive import Archive
from app.ui.main_window import MainWindow
from app.ui.place import Place
from app.ui.window.opdrachten import NOTE, OPDRACHTEN, opdrachten
from app.ui.window.palet import NOTHING, Palet
from app.ui.window.palet_lijst import spoken
from app.ui.window.topbar import SearchButton
from tests.ui.window.conftest import TODAY

CONTROL = Qt.KeyboardModifier.ControlModifier
DOWN, UP, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def palet(window: MainWindow) -> Palet:
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    found = window.findChild(Palet)
    assert found is not None
    assert found.isVisible()
    return found


def press_enter(palet: Palet, qtbot) -> None:
    QTest.keyClick(palet.line, ENTER)
    qtbot.waitUntil(lambda: not palet.isVisible())


def look_for(palet: Palet, words: str, qtbot) -> None:
    """Type, and wait for the answer."""
    before = palet._number
    palet.line.clear()
    QTest.keyClicks(palet.line, words)
    qtbot.waitUntil(lambda: palet._number > before and not palet._pause.isActive())
    answered = []
    palet._context.db.ask(lambda _: None, answered.append)
    qtbot.waitUntil(lambda: bool(answered))


def shown(palet: Palet) -> list[str]:
    return [("# " if each.heading else "") + each.words for each in palet.lines.lines]


def chosen(palet: Palet) -> str:
    return palet.lines.lines[palet.list.currentIndex().row()].words


def test_without_a_word_it_offers_what_one_can_do(palet: Palet):
    assert palet.line.hasFocus()
    assert shown(palet)[:2] == ["# Opdrachten", "Nieuwe bespreking plannen"]
    assert chosen(palet) == "Nieuwe bespreking plannen"


def test_a_pupil_is_three_keys_away(window: MainWindow, palet: Palet, qtbot):
    look_for(palet, "berg", qtbot)
    assert shown(palet)[:4] == ["# Leerlingen", "Noor van den Berg", "# Formulieren en verslagen", "Noor van den Berg"]
    press_enter(palet, qtbot)
    assert window.router.place == Place("leerling", "noor")
    assert not palet.isVisible()
    assert palet.lines.lines == []  # nothing that was found stays behind


def test_words_in_a_form_show_where_they_stand(window: MainWindow, palet: Palet, qtbot):
    look_for(palet, "tafels tab", qtbot)
    (form,) = [each for each in palet.lines.lines if each.place == Place("formulier", "f")]
    assert spoken(form) == "Noor van den Berg, 23 nov 2026, Hoe leert Noor de tafels met de tablet?"
    press_enter(palet, qtbot)
    assert window.router.place == Place("formulier", "f")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("ouders bel", Place("leerling", "noor")),
        ("bespreking 5", Place("bespreking", "b")),
        ("edex", Place("importeren")),
        ("excel", Place("tabelimport")),
        ("regio", Place("instellingen", part="school")),
        ("oudergesprekken plannen", Place("gesprekkenplannen")),
        ("studiedag", Place("instellingen", part="schooljaar")),
        ("gespreksbeleid", Place("instellingen", part="gespreksbeleid")),
    ],
)
def test_agreements_meetings_and_tasks(window: MainWindow, palet: Palet, qtbot, typed: str, place: Place):
    look_for(palet, typed, qtbot)
    press_enter(palet, qtbot)
    assert window.router.way[-1].view == place.view
    assert place in window.router.way


def test_enter_right_behind_the_last_letter_means_what_was_typed(window: MainWindow, palet: Palet, qtbot):
    QTest.keyClicks(palet.line, "excel")
    press_enter(palet, qtbot)
    assert window.router.place == Place("tabelimport")


def test_arrows_skip_the_headings_and_go_round(palet: Palet, qtbot):
    look_for(palet, "noor", qtbot)
    lines = [each for each in shown(palet) if not each.startswith("#")]
    seen = [chosen(palet)]
    for _ in lines[1:]:
        QTest.keyClick(palet.line, DOWN)
        seen.append(chosen(palet))
    assert seen == lines
    QTest.keyClick(palet.line, DOWN)
    assert palet.list.currentIndex().row() == palet.lines.first()
    QTest.keyClick(palet.line, UP)
    assert chosen(palet) == lines[-1]


def test_escape_gives_the_focus_back(window: MainWindow, qtbot):
    window.rail.button("leerlingen").setFocus()
    window.open_palet()
    palet = window.findChild(Palet)
    QTest.keyClick(palet.line, ESCAPE)
    assert not palet.isVisible()
    assert window.rail.button("leerlingen").hasFocus()


def test_enter_on_what_looks_like_a_field_opens_it(window: MainWindow):
    QTest.keyClick(window.findChild(SearchButton), ENTER)
    assert window.findChild(Palet).isVisible()


def test_a_click_beside_it_closes_and_a_click_on_a_line_goes_there(window: MainWindow, palet: Palet, qtbot):
    look_for(palet, "noor", qtbot)
    row = palet.lines.index(palet.lines.first())
    QTest.mouseClick(palet.list.viewport(), Qt.MouseButton.LeftButton, pos=palet.list.visualRect(row).center())
    qtbot.waitUntil(lambda: not palet.isVisible())
    assert window.router.place == Place("leerling", "noor")
    window.open_palet()
    QTest.mouseClick(palet, Qt.MouseButton.LeftButton, pos=palet.rect().bottomLeft())
    assert not palet.isVisible()


def test_when_nothing_is_found_it_says_so(palet: Palet, qtbot):
    look_for(palet, "zzzz", qtbot)
    assert shown(palet) == []
    assert palet._nothing.isVisible()
    assert palet._nothing.text() == NOTHING
    QTest.keyClick(palet.line, ENTER)  # and Enter does nothing
    palet._choose(QModelIndex())
    assert palet.isVisible()


def test_in_a_meeting_no_other_pupil_is_named(window: MainWindow, qtbot):
    window.go(Place("bespreekmodus", "f"))
    qtbot.waitUntil(lambda: window.router.view.only_leerling() == "noor")
    window.open_palet()
    palet = window.findChild(Palet)
    for words in ("noor", "sem", "toets", "5/6", "bespreking"):
        look_for(palet, words, qtbot)
        assert not [each for each in shown(palet) if "Sem" in each]
        assert not [each for each in palet.lines.lines if each.place and each.place.view in ("bespreking", "leerlingen")
                    and each.icon in ("besprekingen", "groep")]  # fmt: skip
    look_for(palet, "noor", qtbot)
    assert "Noor van den Berg" in shown(palet)


def test_tasks_are_found_by_what_people_call_them():
    assert [each.words for each in opdrachten("wachtwoord")] == ["Wachtzin wijzigen"]
    assert opdrachten("hand")[0].words == "Handleiding"  # its own name before another word for something else
    assert opdrachten("") == list(OPDRACHTEN)
    assert {each.act for each in opdrachten("", demo=True)} == {"", NOTE}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("telefoon", "Telefoonnotitie maken"),
        ("noor", "Noor van den Berg"),
        ("groep 5", "5/6"),
        ("verslag", "Naar Besprekingen"),
        ("agenda", "Leerlingbespreking 5/6"),
        ("nieuw consult", "Consult aanvragen"),
        ("opp", "Niveaus en plannen per groep"),
        ("instellingen", "Naar Instellingen"),
        ("jaarplanning", "Naar Gesprekken"),
        ("vergrendel", "Vergrendelen"),
        ("noo", "Noor van den Berg"),  # three letters are more often those of a pupil than of a task
        ("toets afnemen", "Sem Noorman"),
    ],
)
def test_what_is_most_likely_meant_stands_first(window: MainWindow, qtbot, typed: str, first: str):
    window.context.db.ask(_write_of_all_that_is_looked_for)
    window.open_palet()
    palet = window.findChild(Palet)
    look_for(palet, typed, qtbot)
    assert chosen(palet) == first


def _write_of_all_that_is_looked_for(archive: Archive) -> None:
    """A form in which all the words stand: what is called so still goes before it."""
    words = "telefoon noor groep 5 verslag agenda nieuw consult opp instellingen jaarplanning vergrendel"
    answers = {"hulpvraag": {"hulpvraag": words}}
    archive.add(Formulier(id="v", definitie="d", leerling="sem", stam="v", datum=TODAY, antwoorden=answers), "Anna")


def test_every_task_leads_to_a_place_that_is_there():
    from app.ui.gesprekken.view import MAAND
    from app.ui.handleiding.hoofdstukken import HOOFDSTUKKEN
    from app.ui.instellingen.view import DELEN
    from app.ui.window.views import VIEWS

    parts = {"instellingen": DELEN, "handleiding": HOOFDSTUKKEN, "gesprekken": (MAAND,)}
    for each in OPDRACHTEN:
        assert bool(each.place) != bool(each.act)
        if each.place:
            assert each.place.view in VIEWS
            assert each.place.part in ("", "nieuw", *parts.get(each.place.view, ()))
