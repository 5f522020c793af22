"""The welcome: forgiving, complete, and without a trace until its end."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.storage import keyfile, keys
from app.storage.begin import Beginning
from app.storage.errors import DiskFull
from app.ui.theme.style import apply_theme
from app.ui.welkom.page import WelkomPage
from app.ui.widgets.new_passphrase import OTHER
from app.ui.window.herstelcode import complaint

TODAY = date(2026, 11, 23)
PASSPHRASE = "zeven gele fietsen onder water"
CHEAP = keyfile.Cost(memory=64, passes=1, lanes=1)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qapp: QApplication, qtbot) -> WelkomPage:
    apply_theme(qapp, dark=False)
    page = WelkomPage(lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(900, 760)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def fill_until_passphrase(page: WelkomPage) -> None:
    page.go_on()
    page.school.naam.set_value("De Wilg")
    page.school.regio.set_value("midden")
    page.go_on()
    page.ik.roepnaam.set_value("Anna")
    page.ik.achternaam.set_value("Wit")
    page.go_on()
    page.wachtzin.passphrase.first.set_value(PASSPHRASE)


def fill_until_code(page: WelkomPage) -> keys.NewKeys:
    page.keys_wanted.connect(lambda phrase, name: page.take_keys(keys.prepare(phrase, name, cost=CHEAP)))
    fill_until_passphrase(page)
    page.go_on()
    assert page.step is page.code
    return page._keys


def test_what_is_missing_is_said_at_the_field_and_the_cursor_goes_there(page: WelkomPage):
    page.go_on()
    page.go_on()
    assert page.step is page.school
    assert [row.error() for row in page.school.rows.rows] == [
        "Vul de naam van je school in.", "", "Kies de regio van je school.", "",
    ]  # fmt: skip
    assert page.school.naam.hasFocus()
    QTest.keyClicks(page.school.naam, "De")
    assert [row.error() for row in page.school.rows.rows] == ["", "", "", ""]


def test_enter_goes_on_from_any_field_and_presses_the_button_that_has_the_focus(page: WelkomPage):
    QTest.keyClick(page.focusWidget(), ENTER)
    assert page.step is page.school
    QTest.keyClicks(page.school.naam, "De Wilg")
    QTest.keyClick(page.school.naam, ENTER)
    assert page.step is page.school  # the region is still to be chosen
    page.back.setFocus()
    QTest.keyClick(page.back, ENTER)
    assert page.step is page.welkom


def test_going_back_keeps_what_was_filled_in(page: WelkomPage):
    fill_until_passphrase(page)
    page.go_back()
    page.go_back()
    assert page.school.school().naam == "De Wilg"
    page.go_on()
    page.go_on()
    assert page.wachtzin.passphrase.value() == PASSPHRASE


def test_this_and_the_next_school_year_are_offered(page: WelkomPage):
    assert [page.school.schooljaar.itemText(row) for row in range(2)] == ["2026-2027", "2027-2028"]


def test_a_weak_passphrase_is_refused_with_advice(page: WelkomPage):
    fill_until_passphrase(page)
    page.wachtzin.passphrase.first.set_value("anna wit de wilg")  # name and school are tried first
    page.go_on()
    assert page.step is page.wachtzin
    assert page.wachtzin.passphrase.row.error()


def test_a_hidden_passphrase_is_asked_twice(page: WelkomPage):
    fill_until_passphrase(page)
    passphrase = page.wachtzin.passphrase
    assert not passphrase.again_row.isVisible()
    passphrase.first.show_text(False)
    assert passphrase.again_row.isVisible()
    passphrase.again.set_value("iets anders")
    page.go_on()
    assert passphrase.again_row.error() == OTHER
    passphrase.again.set_value(PASSPHRASE)
    asked = []
    page.keys_wanted.connect(lambda *wanted: asked.append(wanted))
    page.go_on()
    assert asked == [(PASSPHRASE, "Anna Wit")]


def test_the_code_is_typed_back_forgivingly_and_then_everything_goes_out(page: WelkomPage):
    new = fill_until_code(page)
    done: list[Beginning] = []
    page.finished.connect(done.append)
    page.go_on()
    page.overtyp.typed.set_value(new.recovery_code.lower().replace("-", " "))
    page.go_on()
    (beginning,) = done
    assert beginning.school.naam == "De Wilg"
    assert beginning.school.schooljaar == "2026-2027"
    assert beginning.ik.naam == "Anna Wit"
    assert beginning.new_keys is new


def test_a_group_with_a_mistake_is_pointed_at(page: WelkomPage):
    code = fill_until_code(page).recovery_code
    groups = code.split("-")
    wrong = "-".join([*groups[:2], "AAAAA" if groups[2] != "AAAAA" else "BBBBB", *groups[3:]])
    assert "Groep 3" in complaint(wrong, code)
    assert "zeven groepen" in complaint("-".join(groups[:5]), code)
    assert complaint("", code)
    assert complaint(code, code) == ""


def test_looking_at_the_code_again_is_the_same_code(page: WelkomPage):
    new = fill_until_code(page)
    page.go_on()
    page.overtyp.look.click()
    assert page.step is page.code
    page.go_back()
    page.go_on()  # the passphrase did not change: the code that was noted keeps counting
    assert page._keys is new


def test_the_sheet_can_be_kept_and_says_where_not_to_keep_it(page: WelkomPage, tmp_path):
    new = fill_until_code(page)
    page.code.keeper.write(tmp_path / "code.txt")
    text = (tmp_path / "code.txt").read_text("utf-8")
    assert new.recovery_code in text
    assert "De Wilg" in text
    assert "23-11-2026" in text
    assert "niet op deze laptop" in page.code.keeper._told.text.text()
    page.code.keeper.write(tmp_path / "geen map" / "code.txt")
    assert page.code.keeper._told.title.text() == "Bewaren lukt niet"


def test_when_the_archive_cannot_be_made_everything_is_still_there(page: WelkomPage, tmp_path):
    new = fill_until_code(page)
    page.go_on()
    page.overtyp.typed.set_value(new.recovery_code)
    page.go_on()
    assert not page.next.isEnabled()
    page.show_refusal(str(DiskFull(tmp_path)))
    assert page.next.isEnabled()
    done = []
    page.finished.connect(done.append)
    page.go_on()
    assert len(done) == 1
