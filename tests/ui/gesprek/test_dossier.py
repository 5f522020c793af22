"""Conversations in the dossier of a pupil: what comes, what was, and a new one from there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.models.gesprek import Gesprek
from app.ui.afspreken import notitie, overig
from app.ui.leerlingen.dossier import DossierView
from app.ui.place import Place
from app.ui.widgets.buttons import Link
from app.ui.widgets.chip import Chip
from tests.ui.gesprek.school import DAY, JAAR
from tests.ui.leerlingen.scherm import IB, Screen

HELD = Gesprek(
    id="gehouden", schooljaar=JAAR, soort="startgesprek", moment="start", leerling="sem", groep="g5",
    datum=date(2026, 9, 8), staat="gehouden",
)  # fmt: skip
COMING = replace(HELD, id="komt", soort="overig", moment="", datum=DAY + timedelta(3), tijd="15:00", staat="gepland")
OLD = tuple(replace(HELD, id=f"oud{each}", datum=date(2026, 8, 1 + each), verslag_op="2026-08-20") for each in range(6))
UNASKED = replace(HELD, id="vrij", moment="rapport_jul", staat="niet_nodig", datum=None)


@pytest.fixture
def sem(open_view) -> Screen:
    screen: Screen = open_view(DossierView)
    screen.ask(lambda archive: [archive.add(each, IB) for each in (HELD, COMING, *OLD, UNASKED)])
    screen.show(Place("leerling", "sem"))
    return screen


def links(screen: Screen) -> list[str]:
    return [each.accessibleName() for each in screen.view.talks.findChildren(Link)]


def press(screen: Screen, words: str) -> None:
    buttons = screen.view.talks.findChildren(QAbstractButton)
    next(each for each in buttons if each.text() == words).click()
    screen.settle()


def test_what_comes_stands_first_then_the_last_ones(sem: Screen):
    assert links(sem)[:3] == ["Overig gesprek do 24 sep 15:00", "Startgesprek di 8 sep", "Startgesprek do 6 aug"]
    assert len(links(sem)) == 6
    chips = [each.text() for each in sem.view.talks.findChildren(Chip)]
    assert chips[:3] == ["gepland", "verslag te laat", "gehouden"]
    sem.view.talks.findChildren(Link)[0].click()
    assert sem.went == [Place("gesprek", "komt")]


def test_conversations_stand_in_the_timeline_but_not_those_nobody_asked_for(sem: Screen):
    events = [each.what for each in sem.view.timeline._widgets if each.what.soort == "gesprek"]
    assert [each.staat for each in events][:2] == ["gepland", "verslag_te_laat"]
    assert len(events) == 8
    assert events[0].titel == "Overig gesprek"


def test_a_new_conversation_and_a_note_begin_here(sem: Screen, monkeypatch):
    made = replace(COMING, id="nieuw", aanleiding="Hoe het thuis gaat")
    monkeypatch.setattr(overig.OverigDialoog, "ask", lambda *_: made)
    press(sem, "Nieuw gesprek")
    assert sem.went == [Place("gesprek", "nieuw")]
    monkeypatch.setattr(notitie.PhoneNoteDialog, "ask", lambda *_: ("sem", "Moeder belde."))
    press(sem, "Telefoonnotitie")
    assert "Moeder belde." in {each.notitie for each in sem.all(Gesprek)}
    sem.view.bar.button.click()
    sem.settle()
    assert "Moeder belde." not in {each.notitie for each in sem.all(Gesprek)}


def test_without_conversations_the_card_says_so(open_view):
    screen = open_view(DossierView, Place("leerling", "bram"))
    assert links(screen) == []
    assert screen.view.about_leerling() == "bram"
