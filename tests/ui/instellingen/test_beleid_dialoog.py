"""The editor of a policy: fields and text are two sides of the same thing."""

from dataclasses import replace

import pytest

from app.models.gespreksbeleid.definition import Regel
from app.models.gespreksbeleid.loader import parse_beleid
from app.storage.schooljaren import beleidstekst
from app.ui.instellingen.beleid_dialoog import BeleidDialog
from app.ui.instellingen.regelveld import RegelVeld

TEXT = beleidstekst("wettelijke_tijdlijn")
LAW = parse_beleid(TEXT, "proef")


@pytest.fixture
def dialog(qtbot):
    dialog = BeleidDialog(None, TEXT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: BeleidDialog, mode: str) -> None:
    dialog.mode.set_value(mode)
    dialog.mode.changed.emit()


def test_what_nobody_changed_keeps_its_text_to_the_letter(dialog: BeleidDialog):
    assert dialog.complaint() == ""
    assert dialog.answer() == TEXT


def test_a_field_changes_the_text(qtbot, dialog: BeleidDialog):
    dialog.pages.show_page("rapportgesprek")
    minutes = dialog.pages.kinds["rapportgesprek"].minuten
    minutes.selectAll()
    qtbot.keyClicks(minutes, "20")
    choose(dialog, "tekst")
    assert parse_beleid(dialog.text.value(), "proef").soort("rapportgesprek").minuten == 20
    assert dialog.text.isVisible()


def test_the_text_changes_the_fields(dialog: BeleidDialog):
    choose(dialog, "tekst")
    dialog.text.set_value(TEXT.replace('titel = "Startgesprek"', 'titel = "Kennismaking"', 1))
    choose(dialog, "velden")
    assert dialog.pages.kinds["startgesprek"].titel.value() == "Kennismaking"
    assert not dialog.text.isVisible()


def test_wrong_text_is_named_with_its_place_and_stays(dialog: BeleidDialog):
    choose(dialog, "tekst")
    dialog.text.set_value(TEXT.replace("week = 2", "week = 200", 1))
    assert dialog.complaint()
    choose(dialog, "velden")
    assert dialog.mode.value() == "tekst"
    assert "soort ‘startgesprek’, moment ‘start’" in dialog.problem.text.text()
    assert "week = 200" in dialog.text.value()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("minuten", "veel", "getal van 1 tot en met 240"), ("minuten", "0", "of niets"), ("titel", " ", "leeg")],
)
def test_a_wrong_field_is_marked_and_comes_into_view(dialog: BeleidDialog, field: str, value: str, words: str):
    blad = dialog.pages.kinds["startgesprek"]
    getattr(blad, field).set_value(value)
    dialog.pages.was_changed = True
    assert dialog.complaint()
    assert blad.isVisible()
    assert any(words in row.error() for row in blad.fields.rows)
    choose(dialog, "tekst")
    assert dialog.mode.value() == "velden"


def test_a_moment_for_nobody_is_refused(dialog: BeleidDialog):
    dialog.pages.kinds["startgesprek"]._moments[0].jaargroepen.set_value(())
    dialog.pages.was_changed = True
    assert dialog.complaint()


def test_all_common_things_can_be_changed(dialog: BeleidDialog):
    general, start = dialog.pages.general, dialog.pages.kinds["startgesprek"]
    general.dagen.set_value("10")
    general.telt.set_value("schooldagen")
    general.niveau.set_value("2")
    general.formulier.set_value(True)
    start.kind.set_value("")
    start.bijlage.set_value("Neem iets mee\nvan thuis.")
    start._moments[0].jaargroepen.set_value(("1", "2"))
    start._moments[0].verplicht.set_value(False)
    dialog.pages.was_changed = True
    assert dialog.complaint() == ""
    found = parse_beleid(dialog.answer(), "proef")
    assert (found.verslag.dagen, found.verslag.telt) == (10, "schooldagen")
    assert (found.niveau_vanaf, found.formulier_vanaf_niveau) == (2, True)
    kind = found.soort("startgesprek")
    assert (kind.leerling_vanaf, kind.bijlage) == (None, "Neem iets mee\nvan thuis.")
    assert (kind.momenten[0].jaargroepen, kind.momenten[0].verplicht) == (("1", "2"), False)
    untouched = [each for each in found.soorten if each.id != "startgesprek"]
    assert untouched == [each for each in LAW.soorten if each.id != "startgesprek"]


@pytest.mark.parametrize(
    "regel",
    [
        Regel("schoolweek", week=3),
        Regel("na_rapport", rapport="juli"),
        Regel("maand", maand=11),
        Regel("laatste_schoolweken", weken=2),
        Regel("periode", van=(1, 10), tot=(1, 31)),
    ],
)
def test_every_rule_is_shown_and_read_back(qtbot, regel: Regel):
    field = RegelVeld(regel, LAW)
    qtbot.addWidget(field)
    assert field.value() == regel
    assert not field.problem()


def test_another_rule_asks_for_its_own_values(qtbot):
    field = RegelVeld(Regel("maand", maand=3), replace(LAW, rapporten=()))
    qtbot.addWidget(field)
    field.show()
    field.kind.set_value("periode")
    field._on_kind()
    assert field.first.isVisible()
    assert not field.month.isVisible()
    assert "10-01" in field.problem()
    field.first.set_value("31-02")
    field.last.set_value("1-3")
    assert field.value() is None
    field.first.set_value("28-2")
    assert field.value() == Regel("periode", van=(2, 28), tot=(3, 1))
