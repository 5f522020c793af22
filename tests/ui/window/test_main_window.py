"""Getting around: the rail, the way back, the counts, what is saved, and views that learn of changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QScrollBar

from app.storage.errors import DiskFull
from app.storage.revisions import Revision
from app.ui.formulier.afronden import ClosingScreen
from app.ui.main_window import MainWindow
from app.ui.place import NIEUW, Place
from app.ui.view import View
from app.ui.window import views
from app.ui.window.rail import ABOVE, BELOW

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Proef(View):
    """A view that writes down what happens to it."""

    title = "Proef"
    kinds = frozenset({"leerling"})

    def __init__(self, context, parent=None) -> None:
        super().__init__(context, parent)
        self.seen: list[object] = []
        self.saved = True

    def show_place(self, place: Place) -> None:
        self.seen.append(place)

    def refresh(self) -> None:
        self.seen.append("refresh")

    def leave(self) -> None:
        self.seen.append("leave")

    def is_saved(self) -> bool:
        return self.saved


@pytest.fixture
def proef(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Proef:
    """The window with a view of our own in it."""
    monkeypatch.setitem(views.VIEWS, "proef", f"{__name__}:Proef")
    monkeypatch.setattr("app.ui.window.router.view_class", lambda _name: Proef)
    window.go(Place("proef", "1"))
    view = window.router.view
    assert isinstance(view, Proef)
    return view


def test_the_rail_leads_to_every_view_it_names(window: MainWindow):
    for name, _ in (*ABOVE, *BELOW):
        QTest.mouseClick(window.rail.button(name), Qt.MouseButton.LeftButton)
        assert window.router.place == Place(name)
        assert window.rail.button(name).isChecked()
        assert window.title


def test_nobody_comes_back_to_where_something_new_was_asked_for(window: MainWindow, proef: Proef):
    window.go(Place("proef", NIEUW))
    window.go(Place("proef", "made"))
    window.router.back()
    assert window.router.place == Place("proef", "1")
    window.go(Place("proef", NIEUW))
    proef.back_requested.emit()  # who changed his mind
    assert window.router.place == Place("proef", "1")
    assert not window.router.can_go_forward


def test_the_way_back_leads_past_a_form_that_was_vastgesteld(window: MainWindow, qtbot):
    window.go(Place("bespreking", "b"))
    window.go(Place("bespreekmodus", "f"))
    window.go(Place("leerling", "noor"))
    window.router.back()
    form = window.router.view
    qtbot.waitUntil(lambda: form.only_leerling() == "noor")
    form.findChild(ClosingScreen).vaststellen_wanted.emit()
    qtbot.waitUntil(lambda: window.router.place == Place("verslag", "f"))
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.router.place == Place("bespreking", "b")
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.router.place == Place("verslag", "f")


def test_a_form_that_is_read_again_meanwhile_is_vastgesteld_all_the_same(window: MainWindow, qtbot):
    window.go(Place("bespreekmodus", "f"))
    form = window.router.view
    qtbot.waitUntil(lambda: form.only_leerling() == "noor")
    form.show_place(Place("bespreekmodus", "f"))
    form.findChild(ClosingScreen).vaststellen_wanted.emit()
    qtbot.waitUntil(lambda: window.router.place == Place("verslag", "f"))


def test_views_are_made_when_they_are_asked_for(window: MainWindow):
    assert window.stack.count() == 1
    window.go(Place("leerlingen"))
    window.go(Place("vandaag"))
    assert window.stack.count() == 2


def test_alt_left_goes_back_and_alt_right_forward(window: MainWindow):
    window.go(Place("leerlingen"))
    window.go(Place("leerling", "noor"))
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.router.place == Place("leerlingen")
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)  # there is nothing before home
    assert window.router.place == Place("vandaag")
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.router.place == Place("leerling", "noor")


def test_who_comes_back_goes_on_where_the_keyboard_was(window: MainWindow, proef: Proef):
    here, there = QPlainTextEdit(proef), QPlainTextEdit(proef)
    here.show()
    there.show()
    there.setFocus()
    window.go(Place("handleiding"))
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.window().focusWidget() is there


def test_the_rail_marks_what_a_view_turns_out_to_be_about(window: MainWindow, proef: Proef):
    proef.section_found.emit("consulten")
    assert window.rail.button("consulten").isChecked()
    window.go(Place("handleiding"))
    proef.section_found.emit("consulten")  # an answer that comes when one is elsewhere already
    assert not window.rail.button("consulten").isChecked()


def test_the_title_never_names_a_pupil(window: MainWindow):
    titles = []
    window.title_changed.connect(titles.append)
    for place in (
        Place("leerling", "noor"),
        Place("formulier", "f"),
        Place("bespreekmodus", "f"),
        Place("verslag", "f"),
    ):
        window.go(place)
    assert titles
    assert not [each for each in titles if "Noor" in each or "Berg" in each]


def test_bespreekmodus_has_the_whole_window(window: MainWindow, qtbot):
    window.go(Place("bespreekmodus", "f"))
    assert not window.rail.isVisible()
    assert not window.top.isVisible()
    window.go(Place("vandaag"))
    assert window.rail.isVisible()
    assert window.top.isVisible()


def test_a_view_is_left_before_another_place_is_shown_and_reads_again_only_what_concerns_it(
    window: MainWindow, proef: Proef, qtbot
):
    proef.seen.clear()
    window.context.db.ask(lambda archive: archive.write("leerling", "noor", {"roepnaam": "Nora"}, "IB"))
    qtbot.waitUntil(lambda: proef.seen == ["refresh"])
    window.go(Place("proef", "2"))
    assert proef.seen == ["refresh", "leave", Place("proef", "2")]
    done = []
    window.context.db.ask(lambda archive: archive.write("bespreking", "b", {"onderwerp": "x"}, "IB"), done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(60)
    assert proef.seen == ["refresh", "leave", Place("proef", "2")]


def test_many_changes_at_once_are_read_once(window: MainWindow, proef: Proef, qtbot):
    def rename(archive) -> None:
        with archive.batch():
            for pupil in ("noor", "sem"):
                archive.write("leerling", pupil, {"roepnaam": "X"}, "IB")

    proef.seen.clear()
    window.context.db.ask(rename)
    qtbot.waitUntil(lambda: bool(proef.seen))
    qtbot.wait(60)
    assert proef.seen == ["refresh"]


def test_the_rail_counts_what_is_late(window: MainWindow, qtbot):
    button = window.rail.button("vandaag")
    qtbot.waitUntil(lambda: button.accessibleName() == "Vandaag, 1 te laat")
    window.context.db.ask(lambda archive: archive.write("afspraak", "laat", {"staat": "gedaan"}, "IB"))
    qtbot.waitUntil(lambda: button.accessibleName() == "Vandaag")


def test_a_narrow_window_keeps_room_for_the_view(window: MainWindow):
    wide = window.rail.width()
    window.resize(900, 600)
    QTest.qWait(10)
    assert window.rail.width() < wide / 2
    assert window.rail.button("leerlingen").toolTip() == "Leerlingen"


def test_saved_is_only_said_when_it_is_so(window: MainWindow, proef: Proef, qtbot, monkeypatch: pytest.MonkeyPatch):
    words = window.top.saved
    assert words.text() == "Alles bewaard"
    proef.saved = False
    monkeypatch.setattr("app.ui.window.bewaard.LATE_MILLISECONDS", 0)
    window._watch.look()
    window._watch.look()
    assert words.text() == "Nog niet opgeslagen"
    window.context.db.failed.emit(DiskFull(Path("schijf")))
    assert words.text() == "Opslaan lukt niet"
    proef.saved = True
    window.context.db.ask(lambda archive: archive.write("leerling", "noor", {"roepnaam": "Nora"}, "IB"))
    qtbot.waitUntil(lambda: words.text().startswith("Alles bewaard · "))


def test_control_s_hands_over_what_is_being_typed(window: MainWindow, proef: Proef):
    proef.seen.clear()
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert proef.seen == ["leave"]


def test_control_s_works_where_one_types_too(window: MainWindow, qtbot):
    window.go(Place("bespreekmodus", "f"))
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), QPlainTextEdit))
    form = window.focusWidget()
    QTest.keyClicks(form, "Waarom? ")
    QTest.keyClick(form, Qt.Key.Key_S, CONTROL)
    history: list[list[Revision]] = []
    window.context.db.ask(lambda archive: archive.history("f", "antwoorden/hulpvraag.hulpvraag"), history.append)
    qtbot.waitUntil(lambda: bool(history))
    assert [each.sealed for each in history[0]] == [True]


def test_f1_opens_the_manual_about_what_is_on_screen(window: MainWindow):
    window.go(Place("groepsraster"))
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.router.place == Place("handleiding", part="leerlingen")
    window.router.back()
    assert window.router.place == Place("groepsraster")


@pytest.mark.parametrize("where", ["nothing", "rail"])
@pytest.mark.parametrize("place", [Place("leerling", "noor"), Place("handleiding", part="consulten")])
def test_a_page_is_read_with_page_down_without_a_click_in_it(window: MainWindow, qtbot, place: Place, where: str):
    window.resize(1366, 400)
    window.go(place)
    qtbot.waitUntil(lambda: bool(bars(window)))
    has_it = window.stack if where == "nothing" else window.rail.button("leerlingen")
    has_it.setFocus()
    QTest.keyClick(has_it, Qt.Key.Key_PageDown)
    assert [bar.value() > 0 for bar in bars(window)].count(True) == 1
    QTest.keyClick(has_it, Qt.Key.Key_Home)
    assert not any(bar.value() for bar in bars(window))


def bars(window: MainWindow) -> list[QScrollBar]:
    """Those of the parts of the view that have something to move."""
    found = [each.verticalScrollBar() for each in window.stack.findChildren(QAbstractScrollArea) if each.isVisible()]
    return [each for each in found if each.maximum() > 0]
