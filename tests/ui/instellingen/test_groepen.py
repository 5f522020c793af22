"""Whose day it is, who reports, and who stands in for a while."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.school import Groep, Medewerker, Vervanging
from app.ui.instellingen.groep_dialoog import GroepDialog
from app.ui.instellingen.vervanging_dialoog import VervangingDialog
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Text
from tests.ui.instellingen.gegevens import TODAY

JOKE = Medewerker(id="joke", roepnaam="Joke", achternaam="Smit")
BAS = Medewerker(id="bas", roepnaam="Bas", achternaam="Kok")
FLEUR = Medewerker(id="fleur", roepnaam="Fleur", achternaam="Tan")
DUO = Groep(id="g7", naam="7", jaargroepen=("7",), leerkrachten=("bas", "joke"))


@pytest.fixture
def duo(view, ask):
    ask(lambda archive: [archive.add(each, "Anna") for each in (JOKE, BAS, FLEUR, DUO)])


def said(part) -> str:
    return "\n".join(each.text() for each in part.findChildren(Text) if each.isVisible())


def test_days_are_asked_only_where_there_is_more_than_one_teacher(qtbot):
    dialog = GroepDialog(None, replace(DUO, leerkrachten=("joke",)), [JOKE, BAS])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.dagen.isVisible()
    dialog.leerkrachten._by_value["bas"].click()
    assert dialog.dagen.isVisible()
    dialog.dagen._days["ma"].set_value("joke")
    dialog.dagen._days["do"].set_value("bas")
    dialog.verslag_door.set_value("bas")
    answer = dialog.answer()
    assert answer["dagen"] == {"ma": "joke", "do": "bas"}
    assert answer["verslag_door"] == "bas"
    dialog.leerkrachten._by_value["bas"].click()
    assert dialog.answer()["dagen"] == {}
    assert dialog.answer()["verslag_door"] is None


def test_duo_teachers_show_with_their_days_and_who_reports(duo, open_part, press, monkeypatch, ask):
    part = open_part("groepen")
    told = {"naam": "7", "jaargroepen": ("7",), "leerkrachten": ("bas", "joke")}
    days = {"dagen": {"ma": "joke", "do": "bas"}, "verslag_door": "joke"}
    monkeypatch.setattr(GroepDialog, "ask", lambda *_: {**told, **days})
    press("Wijzig groep 7")
    open_part("groepen")
    assert "Bas Kok (do) en Joke Smit (ma) · verslag: Joke Smit" in said(part)
    assert ask(lambda archive: archive.get(Groep, "g7")).dagen == days["dagen"]


def test_a_substitute_is_added_shows_at_the_group_and_ends_with_a_way_back(duo, open_part, press, monkeypatch, ask):
    part = open_part("groepen")
    new = Vervanging(id="v", groep="g7", medewerker="fleur", vervangt="joke", van=date(2026, 11, 20))
    monkeypatch.setattr(VervangingDialog, "ask", lambda *_: new)
    press("Vervanging toevoegen")
    open_part("groepen")
    assert "Fleur Tan in groep 7" in said(part)
    assert "voor Joke Smit, vanaf 20 november 2026, einde nog niet bekend" in said(part)
    assert "vervanging: Fleur Tan" in [each.text() for each in part.findChildren(Chip) if each.isVisible()]
    press("Stopt vandaag: vervanging door Fleur Tan in groep 7")
    assert ask(lambda archive: archive.get(Vervanging, "v")).tot == date(2026, 11, 23)
    part.undo._on_undo()
    assert ask(lambda archive: archive.get(Vervanging, "v")).tot is None


def test_what_has_yet_to_begin_is_taken_away_and_what_is_over_is_not_shown(duo, open_part, press, ask):
    later = Vervanging(id="v", groep="g7", medewerker="fleur", van=date(2027, 1, 4))
    over = Vervanging(groep="g7", medewerker="bas", van=date(2026, 9, 1), tot=date(2026, 9, 4))
    ask(lambda archive: [archive.add(each, "Anna") for each in (later, over)])
    part = open_part("groepen")
    assert "voor de hele groep, vanaf 4 januari 2027" in said(part)
    assert "september" not in said(part)
    press("Haal weg: vervanging door Fleur Tan in groep 7")
    assert ask(lambda archive: archive.all(Vervanging)) == [over]


def test_the_dialog_offers_the_teachers_of_the_group_and_refuses_what_overlaps(qtbot):
    known = Vervanging(groep="g7", medewerker="fleur", van=date(2026, 11, 2), tot=date(2026, 11, 30))
    new = Vervanging(van=TODAY)
    dialog = VervangingDialog(None, new, [DUO], [JOKE, BAS, FLEUR], [known], lambda: TODAY)
    qtbot.addWidget(dialog)
    assert "welke groep" in dialog.complaint()
    dialog.groep.set_value("g7")
    dialog._offer_teachers()
    dialog.medewerker.set_value("fleur")
    dialog.vervangt.set_value("bas")
    assert "vervangt Fleur Tan hier al" in dialog.complaint()
    dialog.van.set_value("2026-12-01")
    assert dialog.complaint() == ""
    dialog.tot.line.setText("ooit")
    assert "begrijp ik niet" in dialog.complaint()
    assert dialog.answer().vervangt == "bas"
