"""The form on screen: keyboard first, asking only what applies, and remembering what did not work."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.models.forms.definition import SOORTEN
from app.models.forms.loader import parse_definition
from app.resources import resource
from app.storage import formulieren, opp
from app.ui.formulier.controller import FormController
from app.ui.formulier.editors import Surroundings, make_editor
from app.ui.formulier.paneel import FormPanel
from app.ui.formulier.waarschuwing import LijktOpNotice
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.form_rows import FormRow

from .conftest import VANDAAG


@pytest.fixture
def paneel(qtbot, werkplek):
    return shown(qtbot, werkplek)


def shown(qtbot, werkplek, formulier=""):
    panel = FormPanel(werkplek.controller(formulier), lambda: VANDAAG)
    panel.controller.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1400, 900)
    panel.show_section(panel.first())
    with qtbot.waitActive(panel):
        panel.show()
    panel.page().focus_first()
    return panel


def keys(panel, text):
    QTest.keyClicks(panel.window().focusWidget(), text)


def press(panel, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(panel.window().focusWidget(), key, modifiers)


def test_the_first_word_can_be_typed_at_once_and_is_kept(qtbot, werkplek, paneel):
    keys(paneel, "Noor haakt af bij rekenen")
    qtbot.waitUntil(lambda: werkplek.answer("hulpvraag.hulpvraag") == "Noor haakt af bij rekenen", timeout=3000)
    assert paneel.controller.state("hulpvraag") == "bezig"


def test_one_goes_on_behind_what_stands_there(qtbot, werkplek, paneel):
    keys(paneel, "Noor haakt af")
    paneel.show_section("acties")
    paneel.show_section("hulpvraag")
    keys(paneel, " bij rekenen")
    qtbot.waitUntil(lambda: werkplek.answer("hulpvraag.hulpvraag") == "Noor haakt af bij rekenen", timeout=3000)


def test_what_was_there_at_the_start_is_gone_on_with_too(qtbot, werkplek):
    controller = werkplek.controller()
    controller.put("hulpvraag.hulpvraag", "Noor haakt af")
    controller.flush()
    werkplek.ask(lambda archive: [True])
    panel = shown(qtbot, werkplek)
    keys(panel, " bij rekenen")
    qtbot.waitUntil(lambda: werkplek.answer("hulpvraag.hulpvraag") == "Noor haakt af bij rekenen", timeout=3000)


def test_all_sections_are_walked_by_keyboard_only(qtbot, paneel):
    seen = []
    paneel.section_changed.connect(seen.append)
    with qtbot.waitSignal(paneel.finished):
        for _ in paneel.controller.definitie.secties:
            press(paneel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seen == [section.id for section in paneel.controller.definitie.secties][1:]


def test_a_section_left_right_after_the_last_letter_is_done(paneel):
    keys(paneel, "Noor haakt af bij rekenen")
    press(paneel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert paneel.controller.state("hulpvraag") == "klaar"


def test_enter_in_a_row_begins_the_next_and_empty_rows_are_not_kept(qtbot, werkplek, paneel):
    paneel.show_section("acties")
    keys(paneel, "Samen lezen")
    press(paneel, Qt.Key.Key_Return)
    keys(paneel, "Stappenplan")
    press(paneel, Qt.Key.Key_Return)
    paneel.controller.flush()
    assert [row["actie"] for row in werkplek.answer("acties.acties")] == ["Samen lezen", "Stappenplan"]


def test_tab_walks_through_the_rows_in_order(qtbot, werkplek, paneel):
    paneel.show_section("vervolg")
    keys(paneel, "We gaan door.")
    press(paneel, Qt.Key.Key_Tab)
    keys(paneel, "Maatjes regelen")
    press(paneel, Qt.Key.Key_Tab)
    keys(paneel, "Joke Smit")
    press(paneel, Qt.Key.Key_Tab)
    keys(paneel, "over 2 weken")
    press(paneel, Qt.Key.Key_Return)
    keys(paneel, "Ouders bellen")
    press(paneel, Qt.Key.Key_Tab)
    keys(paneel, "Anna de Wit")
    press(paneel, Qt.Key.Key_Tab)
    keys(paneel, "vrijdag")
    paneel.controller.flush()
    rows = [(row.get("wat"), row.get("wie"), row.get("voor")) for row in werkplek.answer("vervolg.afspraken")]
    assert rows == [
        ("Maatjes regelen", "Joke Smit", "2026-12-07"),
        ("Ouders bellen", "Anna de Wit", "2026-11-27"),
    ]


def test_tab_goes_into_rows_that_were_there_before(qtbot, werkplek):
    controller = werkplek.controller()
    controller.put("vervolg.afspraken", [{"_id": "1", "wat": "Bellen", "wie": "Joke Smit"}])
    controller.flush()
    werkplek.ask(lambda archive: [True])
    panel = shown(qtbot, werkplek)
    panel.show_section("vervolg")
    press(panel, Qt.Key.Key_Tab)
    keys(panel, "Ouders ")
    panel.controller.flush()
    werkplek.ask(lambda archive: [True])
    assert [row["wat"] for row in werkplek.answer("vervolg.afspraken")] == ["Ouders Bellen"]


def test_what_this_very_form_tells_did_not_work_is_flagged_too(qtbot, werkplek, paneel):
    row = {"_id": "1", "actie": "Kralenketting met stippen", "resultaat": "werkte_niet"}
    paneel.controller.put("acties.acties", [row])
    paneel.show_section("plan")
    keys(paneel, "Weer met de kralenketting met stippen")
    paneel.controller.flush()
    (notice,) = paneel.page().findChildren(LijktOpNotice)
    assert notice.actie.actie == "Kralenketting met stippen"


def test_a_choice_brings_the_questions_that_go_with_it(qtbot, werkplek, paneel):
    paneel.show_section("plan")
    page = paneel.page()
    assert page.row("plan.tot").isHidden()
    paneel.controller.put("plan.besluit", "handelingsplan")
    assert not page.row("plan.tot").isHidden()
    assert werkplek.answer("plan.tot") == "2027-01-29"  # the period of the groepsplan
    paneel.controller.put("plan.besluit", "groepsplan")
    assert page.row("plan.tot").isHidden()


def test_an_approach_that_did_not_work_before_is_flagged_where_it_is_typed(qtbot, paneel):
    paneel.show_section("plan")
    keys(paneel, "Met een maatje de tafels oefenen op de tablet")
    qtbot.waitUntil(lambda: bool(paneel.page().findChildren(LijktOpNotice)), timeout=3000)
    (banner,) = paneel.page().findChildren(LijktOpNotice)[0].findChildren(Banner)
    assert "haakte na 5 min af" in banner.text.text()
    assert "sep – okt" in banner.text.text()
    row = paneel.page().row("plan.aanpak")
    assert row.isAncestorOf(banner)


def test_it_is_flagged_again_when_the_form_is_opened_later(qtbot, werkplek):
    controller = werkplek.controller()
    controller.put("plan.aanpak", "Tafels oefenen met de tablet")
    controller.flush()
    werkplek.ask(lambda archive: [True])
    panel = shown(qtbot, werkplek)
    panel.show_section("plan")
    assert len(panel.page().findChildren(LijktOpNotice)) == 1


def test_it_can_be_kept_with_a_reason_and_is_then_not_flagged_again(qtbot, werkplek, paneel):
    paneel.show_section("plan")
    keys(paneel, "Tafels oefenen met de tablet")
    qtbot.waitUntil(lambda: bool(paneel.page().findChildren(LijktOpNotice)), timeout=3000)
    (notice,) = paneel.page().findChildren(LijktOpNotice)
    next(each for each in notice.findChildren(Button) if each.text().startswith("Toch")).click()
    keys(paneel, "nu met begeleiding")
    press(paneel, Qt.Key.Key_Return)
    rows = werkplek.answer("vervolg.bewust_herhaald")
    assert [(row["aanpak"], row["reden"]) for row in rows] == [("Tafels oefenen met de tablet", "nu met begeleiding")]
    keys(paneel, " en kaartjes")  # the cursor is back in the field
    qtbot.waitUntil(lambda: werkplek.answer("plan.aanpak").endswith("kaartjes"), timeout=3000)
    assert [each for each in paneel.page().findChildren(LijktOpNotice) if each.isVisible()] == []


def test_what_still_holds_of_last_time_is_offered_and_taken_over(qtbot, werkplek, paneel):
    (offer,) = [each for each in paneel.findChildren(Banner) if "vorige bespreking" in each.title.text()]
    assert "12 okt" in offer.title.text()
    offer.findChild(Button).click()
    assert werkplek.answer("hulpvraag.thuis") == "Noor woont bij haar moeder."
    assert werkplek.answer("hulpvraag.hulpvraag") is None


def test_undo_goes_to_the_answer_it_takes_back(qtbot, werkplek, paneel):
    paneel.controller.put("plan.besluit", "handelingsplan")
    paneel.controller.put("plan.besluit", "groepsplan")
    paneel.undo()
    assert paneel.current == "plan"
    assert werkplek.answer("plan.besluit") == "handelingsplan"
    paneel.redo()
    assert werkplek.answer("plan.besluit") == "groepsplan"


def test_a_form_that_was_vastgesteld_can_be_read_but_for_the_evaluation(qtbot, werkplek):
    panel = shown(qtbot, werkplek, werkplek.vorige)
    assert panel.findChildren(QPlainTextEdit) == []
    assert any(each.text() == "Rekenen lukt niet" for each in panel.findChildren(QLabel))
    panel.show_section("vervolg")
    editable = list(panel.page().paths())
    assert editable == [field.pad for _, field in panel.controller.definitie.fields() if field.moment == "evaluatie"]


def test_what_becomes_known_later_is_filled_in_until_a_correction_goes_before_it(qtbot, werkplek):
    form = werkplek.ask(lambda archive: closed_opp(archive, werkplek.leerling))
    panel = shown(qtbot, werkplek, form)
    panel.show_section("ouders")
    assert list(panel.page().paths()) == ["ouders.instemming"]
    corrected = FormController(werkplek.db, werkplek.blad(form), lambda: "Joke Smit", panel, corrected=True)
    assert not any(corrected.may_edit(field) for _, field in corrected.definitie.fields())


def closed_opp(archive, leerling):
    form = opp.begin(archive, leerling, "Joke Smit", "Joke Smit", VANDAAG)
    formulieren.vaststellen(archive, form, "Joke Smit")
    return form


FIELDS = parse_definition(
    resource("formulieren", "leerlingbespreking.toml").read_text(encoding="utf-8"), "leerlingbespreking.toml"
).fields()


@pytest.mark.parametrize("field", [field for _, field in FIELDS], ids=lambda field: field.pad)
def test_every_field_of_every_form_has_a_label_a_buddy_and_a_name(qtbot, werkplek, field):
    panel = shown(qtbot, werkplek)
    if field.moment != "bespreking":
        panel = shown(qtbot, werkplek, werkplek.vorige)
    panel.show_section(field.sectie, focus=False)
    row = panel.page().row(field.pad)
    assert isinstance(row, FormRow)
    assert row.label.text() == field.label
    assert row.label.buddy() is row.widget
    assert field.label in row.widget.accessibleName()
    for part in row.widget.findChildren(QWidget):
        if isinstance(part, QLineEdit | QPlainTextEdit | QComboBox) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert part.accessibleName() or part.parentWidget().accessibleName(), f"{field.pad}: {part}"


EXTRA = """
[[sectie.veld]]
id = "{soort}"
soort = "{soort}"
label = "Een eigen vraag van de school"
{rest}
"""
REST = {
    "keuze": 'opties = [{ id = "a", label = "de eerste" }, { id = "b", label = "de tweede" }]',
    "meer": 'opties = [{ id = "a", label = "de eerste" }, { id = "b", label = "de tweede" }]',
    "rijen": '[[sectie.veld.kolom]]\nid = "wat"\nlabel = "Wat"\nsoort = "regel"',
    "matrix": 'rij = [{ id = "r", label = "rij" }]\nkolom = [{ id = "k", label = "kolom" }]',
}
VALUES = {
    "keuze": "b",
    "meer": ["a", "b"],
    "janee": "ja",
    "datum": "2026-12-01",
    "rijen": [{"_id": "1", "wat": "zwemmen"}],
    "matrix": {"r": {"k": "zwemmen"}},
}


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_field_of_the_schools_own_shows_its_answer_and_gives_it_back(qtbot, soort):
    text = (
        'naam = "eigen"\ntitel = "Eigen"\nversie = 1\n[[sectie]]\nid = "s"\ntitel = "S"\nkort = "S"\n'
        + EXTRA.format(soort=soort, rest=REST.get(soort, ""))
    )
    field = parse_definition(text, "eigen.toml").field(f"s.{soort}")
    editor = make_editor(field, Surroundings(("Joke Smit",), lambda: VANDAAG))
    qtbot.addWidget(editor)
    value = VALUES.get(soort, "zwemmen")
    with qtbot.assertNotEmitted(editor.changed):
        editor.set_value(value)
    assert editor.value() == value


def test_an_option_that_stands_alone_clears_the_others(qtbot, werkplek, paneel):
    paneel.show_section("aanmelding")
    editor = paneel.page().row("aanmelding.aanmelding").widget
    boxes = {each.text(): each for each in editor.findChildren(CheckBox)}
    boxes["bespreken in het interne zorgteam"].click()
    boxes["geen aanmelding"].click()
    assert editor.value() == ["geen"]
    boxes["bespreken in het interne zorgteam"].click()
    assert werkplek.answer("aanmelding.aanmelding") == ["zorgteam"]


def test_correcting_makes_a_new_version_and_leaves_the_old_one(qtbot, werkplek):
    nieuw = werkplek.ask(lambda archive: formulieren.corrigeren(archive, werkplek.vorige, "Anna de Wit"))
    panel = shown(qtbot, werkplek, nieuw)
    panel.controller.put("hulpvraag.hulpvraag", "Rekenen met tafels lukt niet")
    werkplek.ask(lambda archive: None)
    assert werkplek.blad(werkplek.vorige).formulier.antwoorden["hulpvraag"]["hulpvraag"] == "Rekenen lukt niet"
    assert werkplek.blad(nieuw).formulier.antwoorden["hulpvraag"]["hulpvraag"] == "Rekenen met tafels lukt niet"


def test_a_field_is_history_when_the_next_section_is_asked_for(qtbot, werkplek, paneel):
    keys(paneel, "Noor haakt af")
    press(paneel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    history = werkplek.ask(lambda archive: archive.history(werkplek.formulier, "antwoorden/hulpvraag.hulpvraag"))
    assert [(each.value, each.sealed) for each in history] == [("Noor haakt af", True)]
    assert paneel.controller.can_undo


def test_what_was_filled_in_and_then_emptied_stays_empty(qtbot, werkplek, paneel):
    paneel.show_section("plan")
    paneel.controller.put("plan.besluit", "handelingsplan")
    assert werkplek.answer("plan.tot") == "2027-01-29"
    paneel.controller.put("plan.tot", "")
    paneel.controller.put("plan.aanpak", "Samen lezen")
    assert werkplek.answer("plan.tot") == ""
