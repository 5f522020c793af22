"""The agenda of a meeting: its order, its reasons, and the way into the forms."""

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.bespreking import Agendapunt, Bespreking, Formulier
from app.storage.besprekingen import agenda
from app.ui.besprekingen.agenda import AgendaView
from app.ui.besprekingen.plannen import KiesDialog, MeetingDialog
from app.ui.exporteren import openen
from app.ui.place import Place
from app.ui.widgets.buttons import Button
from tests.ui.besprekingen.school import IB, IRIS, MEETING, NOOR, SEM, Werkplek, discuss, texts_of

PLACE = Place("bespreking", MEETING)


def names(view: AgendaView) -> list[str]:
    return [each.name for each in view.list.rows()]


def kept(werkplek: Werkplek):
    return werkplek.ask(lambda archive: agenda(archive, MEETING))


def drag(view: AgendaView, row: int, to: QPoint) -> None:
    """Drag a row by its grip to a place in the list and let it go."""
    grip = view.list.rows()[row].grip
    kinds = (QMouseEvent.Type.MouseButtonPress, QMouseEvent.Type.MouseMove, QMouseEvent.Type.MouseButtonRelease)
    for kind in kinds:
        at = QPointF(view.list.mapToGlobal(to))
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, QPointF(grip.mapFromGlobal(at.toPoint())), at, left, left, Qt.KeyboardModifier(0))
        QApplication.sendEvent(grip, event)


def test_a_meeting_shows_names_and_reasons_and_nothing_else_of_a_pupil(werkplek: Werkplek):
    view = werkplek.open(AgendaView, PLACE)
    assert names(view) == ["Noor Berg", "Sem Aals"]
    shown = texts_of(view)
    assert "maandag 23 november 2026, 14:00" in shown
    assert "Rekenen stokt" in shown
    assert "niveau" not in shown.casefold()
    assert view.list.rows()[0].reason.accessibleName() == "Waarom bespreken jullie Noor Berg?"


def test_a_pupil_goes_up_and_down_by_keyboard_and_keeps_the_cursor(werkplek: Werkplek):
    view = werkplek.open(AgendaView, PLACE)
    with werkplek.qtbot.waitActive(view):
        view.activateWindow()
    sem = view.list.rows()[1]
    sem.reason.setFocus()
    QTest.keyClick(sem.reason, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(view) == ["Sem Aals", "Noor Berg"]
    assert sem.reason.hasFocus()
    werkplek.settle()
    assert [each.punt.leerling for each in kept(werkplek).regels] == [SEM, NOOR]
    QTest.keyClick(sem.reason, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(view) == ["Sem Aals", "Noor Berg"]


def test_a_pupil_can_be_dragged_to_another_place(werkplek: Werkplek):
    view = werkplek.open(AgendaView, PLACE)
    drag(view, 0, QPoint(5, view.list.height() - 2))
    assert names(view) == ["Sem Aals", "Noor Berg"]
    werkplek.settle()
    assert [each.punt.leerling for each in kept(werkplek).regels] == [SEM, NOOR]


def test_a_reason_is_kept_while_it_is_typed_and_when_one_leaves(werkplek: Werkplek):
    view = werkplek.open(AgendaView, PLACE)
    QTest.keyClicks(view.list.rows()[1].reason, "Slaapt slecht")
    assert not view.is_saved()
    view.leave()
    werkplek.qtbot.waitUntil(view.is_saved, timeout=5000)
    assert kept(werkplek).regels[1].punt.reden == "Slaapt slecht"


def test_discussing_begins_the_form_once_in_the_name_of_the_teacher(werkplek: Werkplek):
    view = werkplek.open(AgendaView, PLACE)
    for _ in range(2):
        view.list.rows()[0].button.click()
        werkplek.settle()
    forms = werkplek.ask(lambda archive: archive.all(Formulier))
    assert [(each.leerling, each.spreker, each.bespreking) for each in forms] == [(NOOR, "Joke Smit", MEETING)]
    assert werkplek.places == [Place("bespreekmodus", forms[0].id)] * 2
    assert view.list.rows()[0].button.text() == "Ga verder"


def test_a_closed_form_leads_to_its_report_and_the_last_one_ends_the_meeting(werkplek: Werkplek):
    form = werkplek.ask(discuss)
    view = werkplek.open(AgendaView, PLACE)
    view.list.rows()[0].button.click()
    assert werkplek.places == [Place("verslag", form)]
    assert view.state.text() == "bezig"
    werkplek.ask(lambda archive: discuss(archive, SEM))
    werkplek.settle()
    assert view.state.text() == "gehouden"
    assert "2 van 2 vastgesteld" in texts_of(view)


def test_a_school_whose_own_form_is_wrong_reads_what_is_wrong(werkplek: Werkplek):
    (werkplek.folder / "formulieren").mkdir()
    (werkplek.folder / "formulieren" / "leerlingbespreking.toml").write_text("naam = 5", "utf-8")
    view = werkplek.open(AgendaView, PLACE)
    view.list.rows()[0].button.click()
    werkplek.settle()
    assert view.notice.isVisible()
    assert "leerlingbespreking.toml" in view.notice.text.text()
    assert werkplek.places == []


def test_a_pupil_taken_off_the_agenda_comes_back_with_undo(werkplek: Werkplek):
    view = werkplek.open(AgendaView, PLACE)
    view.list.rows()[0].away.click()
    werkplek.settle()
    assert names(view) == ["Sem Aals"]
    view.undo.button.click()
    werkplek.settle()
    assert names(view) == ["Noor Berg", "Sem Aals"]


def test_more_pupils_can_be_put_on_the_agenda(werkplek: Werkplek, answer):
    view = werkplek.open(AgendaView, PLACE)

    def person(dialog: KiesDialog):
        werkplek.settle()
        dialog.accept_button.click()
        assert dialog.isVisible(), "nobody was chosen yet"
        offered = dialog.kiezer.aanbod
        assert offered.offered() == [], "all of the group are on the agenda"
        QTest.keyClicks(offered.search, "cox")
        werkplek.qtbot.waitUntil(lambda: bool(offered.offered()), timeout=5000)
        QTest.keyClick(offered.search, Qt.Key.Key_Return)
        dialog.accept_button.click()

    answer(person)
    view.add_button.click()
    werkplek.settle()
    assert names(view) == ["Noor Berg", "Sem Aals", "Iris Cox"]
    assert kept(werkplek).regels[2].punt.leerling == IRIS


def test_a_meeting_is_moved(werkplek: Werkplek, answer):
    view = werkplek.open(AgendaView, PLACE)

    def person(dialog: MeetingDialog):
        assert dialog.time.value() == "14:00"
        dialog.date.line.clear()
        QTest.keyClicks(dialog.date.line, "7-12-2026")
        dialog.accept_button.click()

    answer(person)
    view.side.change.click()
    werkplek.settle()
    werkplek.settle()
    assert kept(werkplek).bespreking.datum == date(2026, 12, 7)
    assert "maandag 7 december 2026, 14:00" in texts_of(view)


def test_a_meeting_is_called_off_and_goes_through_after_all(werkplek: Werkplek):
    view = werkplek.open(AgendaView, PLACE)
    view.side.call_off.click()
    werkplek.settle()
    assert view.cancelled.isVisible()
    assert not view.list.rows()[0].button.isEnabled()
    view.cancelled.findChildren(Button)[0].click()
    werkplek.settle()
    assert not view.cancelled.isVisible()
    assert view.list.rows()[0].button.isEnabled()


def test_a_meeting_with_a_form_is_not_called_off_but_held(werkplek: Werkplek):
    werkplek.ask(lambda archive: discuss(archive, close=False))
    view = werkplek.open(AgendaView, PLACE)
    assert not view.side.call_off.isVisible()
    view.side.mark_held.click()
    werkplek.settle()
    assert werkplek.ask(lambda archive: archive.get(Bespreking, MEETING)).gehouden
    view.undo.button.click()
    werkplek.settle()
    assert not werkplek.ask(lambda archive: archive.get(Bespreking, MEETING)).gehouden


def test_time_spent_is_told_per_pupil_and_together(werkplek: Werkplek):
    def spend(archive):
        for punt, seconds in zip(archive.all(Agendapunt), (720, 300), strict=True):
            archive.write("agendapunt", punt.id, {"seconden": seconds}, IB)
        return True

    werkplek.ask(spend)
    shown = texts_of(werkplek.open(AgendaView, PLACE))
    assert "12 min" in shown
    assert "17 min besproken" in shown


@pytest.mark.parametrize(
    ("button", "name", "holds"),
    [
        ("agenda", "Agenda leerlingbespreking groep 5 6 2026-11-23.docx", "Noor Berg"),
        ("blank", "Leerlingbespreking leeg formulier.docx", "Hulpvraag van de leraar"),
    ],
)
def test_paper_for_the_meeting(
    werkplek: Werkplek, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, button: str, name: str, holds: str
):
    folder = tmp_path / "documenten"
    folder.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda parent, start: folder)
    view = werkplek.open(AgendaView, PLACE)
    getattr(view.side, button).click()
    werkplek.qtbot.waitUntil(
        lambda: view.export.banner() is not None and "is gemaakt" in texts_of(view), timeout=10_000
    )
    made = docx.Document(str(folder / name))
    words = [each.text for each in made.paragraphs]
    words += [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert any(holds in each for each in words)
