"""A whole group in one grid, by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.leerling import Niveau, Plan
from app.ui.leerlingen.plan_dialoog import PlanDialog
from app.ui.leerlingen.raster import GroepsrasterView
from app.ui.leerlingen.rastertabel import PLACE
from app.ui.place import Place
from tests.ui.leerlingen.scherm import TODAY


@pytest.fixture
def screen(open_view):
    screen = open_view(GroepsrasterView, Place("groepsraster", "g5"))
    screen.view.grid.setFocus()
    return screen


def key(screen, *keys) -> None:
    for each in keys:
        target = QApplication.focusWidget() or screen.view.grid
        if isinstance(each, str):
            screen.qtbot.keyClicks(target, each)
        else:
            screen.qtbot.keyClick(target, each)


def go(screen, row: int, column: str) -> None:
    screen.view.grid._move(row, PLACE[column])


def level_of(screen, pupil: str) -> list[int]:
    return [each.niveau for each in sorted(screen.all(Niveau, leerling=pupil), key=lambda each: each.vanaf)]


def test_digits_set_levels_down_the_column_and_alt_z_takes_back(screen):
    assert [row["naam"] for row in screen.view.grid.rows()] == ["Noor van den Berg", "Zoë Dijk"]
    key(screen, "3", "1")
    screen.settle()
    assert level_of(screen, "noor") == [2, 3]
    assert level_of(screen, "zoe") == [1]
    assert [row["niveau"].text for row in screen.view.grid.rows()] == ["niveau 3", "niveau 1"]
    screen.view.bar.button.click()
    screen.settle()
    assert level_of(screen, "zoe") == []


def test_a_wrong_digit_or_letter_changes_nothing(screen):
    key(screen, "9", "x")
    screen.settle()
    assert level_of(screen, "noor") == [2]


def test_a_handelingsplan_is_chosen_by_number_and_taken_away_by_delete(screen):
    go(screen, 0, "handelingsplan")
    key(screen, "1")
    screen.settle()
    (plan,) = screen.all(Plan, leerling="noor")
    assert (plan.groepsplan, plan.tot) == ("gp", TODAY + timedelta(80))
    go(screen, 0, "handelingsplan")
    key(screen, Qt.Key.Key_Delete)
    screen.settle()
    assert screen.all(Plan, leerling="noor")[0].tot == TODAY - timedelta(1)


def test_an_opp_is_typed_as_dates_and_a_wrong_period_is_told(screen):
    go(screen, 0, "van")
    key(screen, "1", "-9-2026", Qt.Key.Key_Return)
    screen.settle()
    go(screen, 0, "tot")
    key(screen, Qt.Key.Key_Return, "1-8-2026", Qt.Key.Key_Return)
    screen.settle()
    assert "kies een latere dag" in screen.view.complaint.text()
    key(screen, Qt.Key.Key_Up, Qt.Key.Key_F2, "geen idee", Qt.Key.Key_Return)
    assert "begrijp ik niet" in screen.view.complaint.text()
    key(screen, Qt.Key.Key_Escape)
    key(screen, Qt.Key.Key_F2, "1-8-2099", Qt.Key.Key_Return)
    screen.settle()
    (opp,) = screen.all(Plan, leerling="noor", soort="opp")
    assert (opp.van.isoformat(), opp.tot.isoformat()) == ("2026-09-01", "2099-08-01")
    assert screen.view.complaint.text() == ""
    for column in ("tot", "van"):
        go(screen, 0, column)
        key(screen, Qt.Key.Key_Delete)
        screen.settle()
    assert screen.all(Plan, leerling="noor", soort="opp") == []


def test_the_level_can_be_chosen_with_the_mouse_as_well(screen):
    grid = screen.view.grid
    cell = grid.visualRect(grid.model().index(0, PLACE["niveau"])).center()
    screen.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.actions()[5].trigger()
    menu.close()
    screen.settle()
    assert level_of(screen, "noor") == [2, 5]


def test_a_moved_groepsplan_takes_its_handelingsplannen_along(screen, monkeypatch):
    go(screen, 0, "handelingsplan")
    key(screen, "1")
    screen.settle()

    def move(cls, *args, **kwargs):
        dialog = cls(*args, **kwargs)
        dialog.tot.set_value((TODAY + timedelta(100)).isoformat())
        assert dialog.complaint() == ""
        return dialog.answer()

    monkeypatch.setattr(PlanDialog, "ask", classmethod(move))
    screen.view._edit_plan(screen.get(Plan, "gp"))
    screen.settle()
    assert {each.tot for each in screen.all(Plan)} == {TODAY + timedelta(100)}


def test_enter_on_a_name_opens_the_dossier_and_another_group_is_another_place(screen):
    go(screen, 1, "naam")
    key(screen, Qt.Key.Key_Return)
    screen.view.choice.set_value("g6")
    screen.view.choice.changed.emit()
    assert screen.went == [Place("leerling", "zoe"), Place("groepsraster", "g6")]
    screen.show(screen.went[-1])
    assert [row["naam"] for row in screen.view.grid.rows()] == ["Sem van den Berg"]


def test_without_a_group_the_first_is_shown(open_view):
    screen = open_view(GroepsrasterView, Place("groepsraster"))
    assert screen.view.choice.value() == "g5"
