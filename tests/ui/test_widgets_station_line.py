"""The line of stations: told in words and signs, walked with the keyboard, readable at any width and text size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.theme import scale
from app.ui.theme.style import apply_theme
from app.ui.widgets.station_line import AHEAD, BEEN, BUSY, HERE, QUIET, SKIPPED, Halte, StationLine

WAY = [
    Halte("school", "School", BEEN, ("3 mrt",)),
    Halte("mpo", "Overleg", SKIPPED, ("12 mrt",)),
    Halte("rvz", "Regievoerder", HERE, ("sinds 12 mrt", "aan zet: RVZ"), 2),
    Halte("swv", "Management SWV", AHEAD),
]


@pytest.fixture
def line(show) -> StationLine:
    line = StationLine()
    line.set_line(WAY, "rvz")
    show(line)
    return line


def test_each_station_says_in_words_what_its_sign_shows(line):
    names = [each.accessibleName() for each in line.stations()]
    assert names == [
        "1. School, geweest, 3 mrt",
        "2. Overleg, overgeslagen, 12 mrt",
        "3. Regievoerder, hier is het nu, sinds 12 mrt, aan zet: RVZ, mist nog 2 dingen",
        "4. Management SWV, nog niet geweest",
    ]


def test_the_arrows_walk_from_where_it_is(line, qtbot):
    walked: list[str] = []
    line.chosen.connect(walked.append)
    line.setFocus()
    assert line.stations()[2].hasFocus()
    QTest.keyClick(line.stations()[2], Qt.Key.Key_Right)
    QTest.keyClick(line.stations()[3], Qt.Key.Key_Left)
    QTest.keyClick(line.stations()[2], Qt.Key.Key_Left)
    assert walked == ["swv", "rvz", "mpo"]


def test_the_keyboard_stays_where_it_was_when_the_line_is_shown_anew(line):
    line.setFocus()
    line.set_line([*WAY[:3], Halte("swv", "Management SWV", AHEAD, ("alleen bij nood",))], "rvz")
    assert line.stations()[2].hasFocus()


@pytest.mark.parametrize("percent", [100, 150])
def test_it_lies_where_there_is_room_and_stands_where_there_is_none(show, qapp, percent):
    apply_theme(qapp, False, percent)
    line = StationLine()
    line.set_line(WAY, "rvz")
    page = show(line)
    page.resize(scale.space(160), scale.space(60))
    qapp.processEvents()
    assert len({each.y() for each in line.stations()}) == 1
    page.resize(scale.space(60), scale.space(100))
    qapp.processEvents()
    assert len({each.x() for each in line.stations()}) == 1
    bottoms = [each.geometry().bottom() for each in line.stations()]
    assert bottoms == sorted(bottoms)
    assert bottoms[-1] < line.height()
    apply_theme(qapp, False)


def test_on_the_board_each_station_counts_and_none_has_to_be_chosen(line):
    line.set_line(
        [Halte("a", "School", BUSY, ("langst 12 dagen",), teken="4"), Halte("b", "MPO", QUIET, teken="0")], ""
    )
    assert [each.accessibleName() for each in line.stations()] == ["1. School, 4, langst 12 dagen", "2. MPO, 0"]
    assert not any(each.isChecked() for each in line.stations())
    line.stations()[0].click()
    assert line.stations()[0].isChecked()
    line.set_line([each.halte for each in line.stations()], "")
    assert not any(each.isChecked() for each in line.stations())
