"""The school year in Instellingen: what is shown, changed, refused and put back."""

from datetime import date

import pytest

from app.models.schooljaar import Schooljaar, VrijePeriode
from app.ui.instellingen.dagen_dialoog import DagDialog, VrijDialog
from app.ui.instellingen.mensen import Lijst
from app.ui.widgets.buttons import Button
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Text

YEAR = "2026-2027"


def said(part) -> str:
    return "\n".join(each.text() for each in part.findChildren(Text) if each.isVisible())


def chips(card: Lijst) -> list[str]:
    return [each.text() for each in card.findChildren(Chip) if each.isVisible()]


def button(part, name: str) -> Button:
    return next(each for each in part.findChildren(Button) if each.isVisible() and each.accessibleName() == name)


@pytest.fixture
def fill(monkeypatch):
    """Lets a dialog be filled in and accepted; what it refuses is remembered."""
    refused = []

    def fill(kind, **values):
        def ask(_cls, *arguments):
            dialog = kind(*arguments)
            for name, value in values.items():
                getattr(dialog, name).set_value(value)
            complaint = dialog.complaint()
            answer = None if complaint else dialog.answer()
            refused.append(complaint)
            dialog.deleteLater()
            return answer

        monkeypatch.setattr(kind, "ask", classmethod(ask))
        return refused

    return fill


def test_the_year_shows_its_days_and_weeks(open_part):
    part = open_part("schooljaar")
    shown = said(part)
    assert part.year.value() == YEAR
    assert part.region.value() == "midden"
    assert "201" in shown
    assert "31 aug – 4 sep" in shown
    assert "7 sep – 11 sep" in shown
    assert "zaterdag 17 okt tot en met zondag 25 okt 2026" in shown
    assert "Tweede paasdag (29 mrt)" in shown


def test_another_region_moves_the_year_and_undo_brings_it_back(open_part):
    part = open_part("schooljaar")
    part.region.set_value("noord")
    part.region.changed.emit()
    open_part("schooljaar")
    assert "24 aug – 28 aug" in said(part)
    part.undo._on_undo()
    open_part("schooljaar")
    assert part.region.value() == "midden"


def test_another_year_can_be_set_beforehand(open_part, ask):
    part = open_part("schooljaar")
    part.year.set_value("2027-2028")
    part.year.changed.emit()
    ask()
    assert "zaterdag 16 okt tot en met zondag 24 okt 2027" in said(part)


def test_the_first_school_day_is_changed_and_put_back(open_part, press, fill, ask):
    part = open_part("schooljaar")
    fill(DagDialog, day="2026-09-01")
    press("Wijzig Eerste schooldag")
    open_part("schooljaar")
    assert "dinsdag 1 september 2026" in said(part)
    assert chips(part.ends) == ["eigen keuze"]
    press("Zet Eerste schooldag terug op maandag 31 augustus 2026")
    open_part("schooljaar")
    assert chips(part.ends) == []
    assert ask(lambda archive: archive.all(Schooljaar))[0].eerste_dag is None


def test_a_first_day_in_a_holiday_is_refused(open_part, press, fill, ask):
    open_part("schooljaar")
    refused = fill(DagDialog, day="2026-10-20")
    press("Wijzig Eerste schooldag")
    assert "Herfstvakantie" in refused[0]
    assert ask(lambda archive: archive.all(Schooljaar)) == []


def test_the_keyboard_stays_where_it_was(qtbot, view, open_part, fill):
    part = open_part("schooljaar")
    with qtbot.waitActive(view):
        view.activateWindow()
    fill(VrijDialog, van="2026-10-10", tot="2026-10-18")
    change = button(part, "Wijzig Herfstvakantie")
    change.setFocus()
    change.click()
    open_part("schooljaar")
    assert view.window().focusWidget() is button(part, "Wijzig Herfstvakantie")
    back = button(part, "Zet Herfstvakantie terug op 17 okt tot en met 25 okt 2026")
    back.setFocus()
    back.click()
    open_part("schooljaar")
    assert view.window().focusWidget() is button(part, "Wijzig Herfstvakantie")


def test_a_holiday_is_moved_and_put_back(open_part, press, fill, ask):
    part = open_part("schooljaar")
    fill(VrijDialog, van="2026-10-10", tot="2026-10-18")
    press("Wijzig Herfstvakantie")
    open_part("schooljaar")
    assert "zaterdag 10 okt tot en met zondag 18 okt 2026" in said(part)
    kept = ask(lambda archive: archive.all(VrijePeriode))
    assert [each.vakantie for each in kept] == ["herfst"]
    press("Zet Herfstvakantie terug op 17 okt tot en met 25 okt 2026")
    open_part("schooljaar")
    assert chips(part.holidays) == []


def test_a_studiedag_is_added_counted_and_taken_away_with_a_way_back(open_part, press, fill):
    part = open_part("schooljaar")
    fill(VrijDialog, naam="Studiedag rekenen", van="2026-11-11")
    press("Dag toevoegen")
    open_part("schooljaar")
    assert "woensdag 11 november 2026" in said(part)
    assert "200" in said(part)
    press("Haal Studiedag rekenen weg")
    open_part("schooljaar")
    assert "Studiedag rekenen" not in said(part.own)
    part.undo._on_undo()
    open_part("schooljaar")
    assert "Studiedag rekenen" in said(part.own)


def test_good_friday_is_ticked_off_where_the_school_is_open_and_ticked_again(open_part, ask, qtbot):
    part = open_part("schooljaar")
    assert "vrijdag 26 maart 2027" in said(part.own)
    assert "Goede Vrijdag (" not in said(part.own)

    def tick() -> CheckBox:
        return part.own.findChild(CheckBox)

    assert tick().accessibleName() == "Vrij op Goede Vrijdag"
    assert tick().value()
    for school_days in (202, 201, 202):
        tick().click()
        open_part("schooljaar")
        assert str(school_days) in said(part.facts)
        assert tick().value() is (school_days == 201)
    part.undo._on_undo()
    open_part("schooljaar")
    assert tick().value()
    assert len(ask(lambda archive: archive.all(VrijePeriode))) == 0


def test_where_a_holiday_takes_good_friday_there_is_nothing_to_choose(open_part, press, fill):
    part = open_part("schooljaar")
    fill(VrijDialog, van="2027-03-20", tot="2027-03-28")
    press("Wijzig Voorjaarsvakantie")
    open_part("schooljaar")
    assert part.own.findChildren(CheckBox) == []


def test_a_day_that_is_free_already_is_named(open_part, press, fill, ask):
    open_part("schooljaar")
    refused = fill(VrijDialog, naam="Studiedag", van="2026-12-21")
    press("Dag toevoegen")
    assert "Kerstvakantie" in refused[0]
    assert ask(lambda archive: archive.all(VrijePeriode)) == []


def test_a_report_day_is_chosen_and_put_back(open_part, press, fill, ask):
    part = open_part("schooljaar")
    fill(DagDialog, day="2027-02-12")
    press("Wijzig Eerste rapport")
    open_part("schooljaar")
    assert "komt uit op vrijdag 12 februari 2027" in said(part)
    assert ask(lambda archive: archive.all(Schooljaar))[0].rapporten == {"februari": "2027-02-12"}
    press("Zet Eerste rapport terug op vrijdag 29 januari 2027")
    open_part("schooljaar")
    assert ask(lambda archive: archive.all(Schooljaar))[0].rapporten == {}


def test_a_date_without_a_year_is_one_of_the_school_year(qtbot):
    dialog = DagDialog(None, "Tweede rapport", "Op welke dag?", YEAR, None, lambda _: "", lambda: date(2026, 9, 1))
    qtbot.addWidget(dialog)
    assert dialog.complaint() == "Vul een datum in."
    qtbot.keyClicks(dialog.day.line, "1 juli")
    assert dialog.answer() == date(2027, 7, 1)


def test_the_roll_over_is_one_press_away(qtbot, view, open_part, press):
    open_part("schooljaar")
    view.place_requested.disconnect(view.show_place)
    with qtbot.waitSignal(view.place_requested) as asked:
        press("Maak het nieuwe schooljaar klaar")
    assert asked.args[0].view == "jaarovergang"
