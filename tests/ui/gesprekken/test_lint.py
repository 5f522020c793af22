"""The school year as a ribbon one walks along."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.ui.gesprekken.lint import YearRibbon, lintweken
from app.ui.theme import palette
from tests.ui.gesprekken.school import TODAY, plan_van


@pytest.fixture
def ribbon(show) -> YearRibbon:
    ribbon = YearRibbon()
    ribbon.show_plan(plan_van(), TODAY)
    show(ribbon)
    return ribbon


def place_of(ribbon: YearRibbon, words: str) -> int:
    return next(place for place, each in enumerate(ribbon.weeks) if words in each.words)


def middle(ribbon: YearRibbon, place: int) -> QPoint:
    return ribbon.cell(place).center().toPoint()


def picture(ribbon: YearRibbon) -> QImage:
    return ribbon.grab().toImage()


def test_it_runs_from_the_last_week_of_summer_to_the_first(ribbon):
    assert [ribbon.weeks[0].words, ribbon.weeks[-1].words] == ["24–28 aug: Zomervakantie", "19–23 jul: Zomervakantie"]


def test_in_summer_this_week_is_there_too():
    weeks = lintweken(plan_van(), date(2026, 8, 5))
    assert weeks[0].week.maandag == date(2026, 8, 3)


def test_with_the_keyboard_one_begins_today_and_walks_the_weeks(ribbon, qtbot):
    assert ribbon.current_words == "9–13 nov: schoolweek 10"
    with qtbot.waitSignal(ribbon.week_shown) as told:
        qtbot.keyClick(ribbon, Qt.Key.Key_Left)
    assert told.args == ["2–6 nov: schoolweek 9"]
    assert ribbon.accessibleDescription() == "2–6 nov: schoolweek 9"
    for _ in range(60):
        qtbot.keyClick(ribbon, Qt.Key.Key_Left)
    assert ribbon.current_words.startswith("24–28 aug")
    qtbot.keyClick(ribbon, Qt.Key.Key_End)
    assert "Zomervakantie" in ribbon.current_words


def test_a_week_tells_its_moments_with_their_reason(ribbon, qtbot):
    place = place_of(ribbon, "Startgesprekken")
    qtbot.mouseMove(ribbon, middle(ribbon, place))
    assert (
        ribbon.current_words == "7–11 sep: schoolweek 2 · Startgesprekken, 7–11 sep (tweede schoolweek, regio Midden)"
    )
    QApplication.sendEvent(ribbon, _leave())
    assert ribbon.current_words.startswith("9–13 nov")


def test_enter_opens_the_moment_of_a_week_and_an_empty_week_opens_nothing(ribbon, qtbot):
    opened: list[str] = []
    ribbon.moment_chosen.connect(opened.append)
    qtbot.keyClick(ribbon, Qt.Key.Key_Return)
    qtbot.keyClick(ribbon, Qt.Key.Key_Left)
    qtbot.keyClick(ribbon, Qt.Key.Key_Left)
    qtbot.keyClick(ribbon, Qt.Key.Key_Return)
    assert opened == ["kind_okt"]


def test_two_moments_share_a_week_and_each_can_be_clicked(ribbon, qtbot):
    place = place_of(ribbon, "Definitief")
    week = ribbon.weeks[place]
    assert [each.sleutel for each in week.momenten] == ["kind_mrt", "advies_definitief"]
    cell = ribbon.cell(place)
    image, ratio = picture(ribbon), ribbon.devicePixelRatioF()
    opened: list[str] = []
    ribbon.moment_chosen.connect(opened.append)
    for part, moment in ((0.25, week.momenten[0]), (0.75, week.momenten[1])):
        point = QPoint(round(cell.center().x()), round(cell.top() + part * cell.height()))
        seen = image.pixelColor(round(point.x() * ratio), round(point.y() * ratio))
        assert seen == palette.kind_colours(moment.soort.kleur)[0]
        qtbot.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=point)
    assert opened == ["kind_mrt", "advies_definitief"]


def test_the_pointer_does_not_paint_the_year_again(ribbon, qtbot):
    picture(ribbon)
    before = ribbon._picture.cacheKey()
    qtbot.mouseMove(ribbon, middle(ribbon, 20))
    picture(ribbon)
    assert ribbon._picture.cacheKey() == before
    ribbon.show_plan(plan_van("noord"), TODAY)
    picture(ribbon)
    assert ribbon._picture.cacheKey() != before


def _leave():
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.Leave)
