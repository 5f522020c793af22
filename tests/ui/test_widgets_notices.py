"""What the program says, and what one can do about it: by keyboard too, and never by colour alone."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme.style import apply_theme
from app.ui.widgets.avatar import initials
from app.ui.widgets.banner import Banner
from app.ui.widgets.bars import MiniBar, Part, StackedBar
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Badge, Chip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.line_field import LineField
from app.ui.widgets.page import Page
from app.ui.widgets.paint import key_words
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.save_state import SaveState
from app.ui.widgets.undo_bar import UndoBar


@pytest.fixture
def window(qapp: QApplication, qtbot) -> QWidget:
    apply_theme(qapp, dark=False)
    window = QWidget()
    window.resize(700, 500)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def put(window: QWidget, *widgets: QWidget) -> None:
    for widget in widgets:
        window.layout().addWidget(widget)
        widget.show()
    QApplication.processEvents()


class TestBanner:
    def test_its_actions_are_reached_and_pressed_by_keyboard(self, window):
        pressed: list[str] = []
        before = LineField()
        banner = Banner("warn", "Dit lijkt op een aanpak die eerder niet werkte", "Tafels oefenen met de tablet.")
        banner.add_action("Toch opnemen, met reden", lambda: pressed.append("toch"))
        banner.add_action("Bekijk die actie", lambda: pressed.append("bekijk"))
        put(window, before, banner)
        before.setFocus()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert pressed == ["toch", "bekijk"]

    def test_it_can_be_put_away(self, window, qtbot):
        banner = Banner("info", "Er is een nieuw schooljaar", dismissible=True)
        put(window, banner)
        close = banner.findChild(IconButton)
        assert close.accessibleName() == "Sluit deze melding"
        with qtbot.waitSignal(banner.dismissed):
            qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
        assert not banner.isVisible()

    def test_a_screen_reader_hears_all_of_it(self, window):
        banner = Banner("bad", "De schijf is vol", "Maak ruimte vrij.")
        put(window, banner)
        assert banner.accessibleName() == "De schijf is vol Maak ruimte vrij."
        banner.set("good", "Gelukt")
        assert banner.accessibleName() == "Gelukt"
        assert not banner.text.isVisible()


class TestUndoBar:
    def test_what_went_comes_back_by_alt_z_from_anywhere(self, window):
        field, undone = LineField(), []
        put(window, field)
        bar = UndoBar(window)
        bar.offer("Bespreking verwijderd.", lambda: undone.append(True))
        field.setFocus()
        assert bar.isVisible()
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
        assert undone == [True]
        assert not bar.isVisible()

    def test_it_goes_by_itself_but_not_while_one_is_on_it(self, window, qtbot):
        bar = UndoBar(window, seconds=0.05)
        bar.offer("Regel verwijderd.", lambda: None)
        bar.button.setFocus()
        QTest.qWait(150)
        assert bar.isVisible()
        bar.button.clearFocus()
        qtbot.waitUntil(lambda: not bar.isVisible())

    def test_it_stays_at_the_bottom_when_the_window_changes(self, window):
        bar = UndoBar(window)
        bar.offer("Regel verwijderd.", lambda: None)
        window.resize(900, 800)
        QApplication.processEvents()
        assert window.rect().contains(bar.geometry())
        assert bar.geometry().center().x() == pytest.approx(450, abs=2)

    def test_it_never_lies_over_anything_and_gives_the_room_back(self, window):
        content = QWidget()
        put(window, content)
        before = content.geometry()
        bar = UndoBar(window)
        bar.offer("Regel verwijderd.", lambda: None)
        QApplication.processEvents()
        assert not bar.geometry().intersects(content.geometry())
        bar.hide()
        QApplication.processEvents()
        assert content.geometry() == before

    def test_on_a_part_that_scrolls_it_is_still_in_sight(self, window):
        page, part = Page("Groepen"), QWidget()
        part.setMinimumHeight(4000)
        page.add(part)
        bar = UndoBar(part)
        put(window, page)
        bar.offer("Groep verwijderd.", lambda: None)
        QApplication.processEvents()
        assert bar.parentWidget() is page
        assert page.rect().contains(bar.geometry())
        assert bar.geometry().top() >= page.scroll_area.geometry().bottom()

    def test_only_the_last_removal_is_taken_back(self, window, qtbot):
        undone: list[str] = []
        bar = UndoBar(window)
        bar.offer("Eerste weg.", lambda: undone.append("eerste"))
        bar.offer("Tweede weg.", lambda: undone.append("tweede"))
        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
        assert undone == ["tweede"]

    def test_another_bar_of_the_window_takes_its_place(self, window):
        field, undone = LineField(), []
        put(window, field)
        first, second = UndoBar(window), UndoBar(window)
        first.offer("Gesprek verplaatst.", lambda: undone.append("gesprek"))
        second.offer("Notitie bewaard.", lambda: undone.append("notitie"))
        field.setFocus()
        assert not first.isVisible()
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
        assert undone == ["notitie"]


def test_saving_is_told_in_words(window):
    state = SaveState()
    put(window, state)
    told = []
    for show in (
        lambda: state.show_saved(datetime(2026, 11, 21, 14, 3)),
        state.show_saving,
        state.show_unsaved,
        state.show_failed,
    ):
        show()
        told.append(state.accessibleName())
    assert told == ["Alles bewaard · 14:03", "Bewaren …", "Nog niet opgeslagen", "Opslaan lukt niet"]


def test_an_empty_place_says_what_to_do_first(window, qtbot):
    empty = EmptyState("leerlingen", "Nog geen leerlingen", "Lees een EDEXML-bestand in.", "Inlezen …")
    put(window, empty)
    assert [label.text() for label in empty.findChildren(QLabel)] == [
        "Nog geen leerlingen",
        "Lees een EDEXML-bestand in.",
    ]
    with qtbot.waitSignal(empty.pressed):
        QTest.keyClick(empty.button, Qt.Key.Key_Space)


class TestProgressPanel:
    def test_it_tells_how_far_and_can_be_stopped_once(self, window, qtbot):
        panel = ProgressPanel("Leerlingen inlezen")
        put(window, panel)
        panel.set_progress(60, 180)
        assert (panel.bar.value(), panel.detail()) == (333, "60 van 180")
        with qtbot.waitSignal(panel.cancelled):
            QTest.keyClick(panel.button, Qt.Key.Key_Space)
        panel.set_progress(61, 180)
        assert panel.detail() == "Bezig met stoppen …"
        with qtbot.assertNotEmitted(panel.cancelled):
            QTest.keyClick(panel.button, Qt.Key.Key_Space)

    def test_work_of_unknown_length_shows_no_false_figure(self, window):
        panel = ProgressPanel("Zoeken", cancellable=False)
        put(window, panel)
        panel.set_progress(5, 0)
        assert (panel.bar.maximum(), panel.detail()) == (0, "")
        assert not panel.button.isVisible()


class TestButton:
    def test_its_shortcut_is_shown_and_works_also_with_other_words(self, window, qtbot):
        button, field = Button("Verder", "primary", shortcut="Ctrl+Return"), LineField()
        put(window, field, button)
        narrow = button.sizeHint().width()
        button.setText("Verder: onderwijsbehoeften")
        assert button.sizeHint().width() > narrow
        field.setFocus()
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def test_keys_are_written_as_on_the_keyboard(self):
        assert key_words("Ctrl+Return") == "Ctrl ↵"
        assert key_words("Esc") == "Esc"

    def test_its_words_are_shown_as_they_are(self, window):
        button = Button("Kind & groep")
        put(window, button)
        assert button.accessibleName() == "Kind & groep"
        assert button.shortcut().isEmpty()

    def test_the_focus_can_be_seen_on_every_kind(self, window):
        first = LineField()
        for kind in ("primary", "secondary", "quiet", "danger"):
            button = Button("Verder", kind)
            put(window, first, button)
            first.setFocus()
            QApplication.processEvents()
            without = button.grab().toImage()
            button.setFocus()
            QApplication.processEvents()
            assert button.grab().toImage() != without


def test_a_count_is_told_with_its_meaning_and_hides_at_nothing(window):
    badge = Badge(4, "te laat")
    put(window, badge)
    assert badge.accessibleName() == "4 te laat"
    badge.set_count(0)
    assert not badge.isVisible()


def test_a_chip_says_its_state_in_words(window):
    chip = Chip("werkte niet", "bad", "kruis")
    put(window, chip)
    assert (chip.accessibleName(), chip.state()) == ("werkte niet", "bad")


def test_bars_tell_their_amounts(window):
    bar = StackedBar("Leerlingen per niveau", [Part("niveau 1", 98), Part("niveau 3", 22, "warn"), Part("leeg", 0)])
    thin = MiniBar("Doel")
    put(window, bar, thin)
    assert bar.accessibleName() == "Leerlingen per niveau: niveau 1: 98, niveau 3: 22"
    bar.set_parts([])
    assert bar.accessibleName() == "Leerlingen per niveau: niets"
    thin.set_part(18, 30)
    assert thin.value() == 600


@pytest.mark.parametrize(
    ("name", "letters"), [("Noor van den Berg", "NB"), ("Sem", "S"), ("Anne-Fleur Kok", "AK"), ("", "")]
)
def test_initials_are_of_the_first_and_the_last_name(name: str, letters: str):
    assert initials(name) == letters


class TestText:
    LONG = "Kijk eerst kort terug. Zo kies je niet opnieuw iets wat bij dit kind niet hielp. " * 4

    def test_markup_in_a_dossier_is_text(self, window):
        label = Text("<b>Noor</b>")
        put(window, label)
        assert label.textFormat() == Qt.TextFormat.PlainText

    @pytest.mark.parametrize("width", [300, 460, 700])
    def test_long_text_gets_the_height_it_needs_inside_cards_and_pages(self, window, qtbot, width: int):
        page, card, label = Page("Proef"), Card("Waarom deze vraag?"), Muted(self.LONG)
        card.add(label)
        page.add(card)
        page.body.addStretch(1)
        qtbot.addWidget(page)
        page.resize(width, 400)
        page.show()
        QApplication.processEvents()
        assert label.height() >= label.heightForWidth(label.width())
        assert page.scroll_area.horizontalScrollBar().maximum() == 0


class TestInLine:
    def test_actions_end_where_the_cards_below_them_do_also_beside_a_scroll_bar(self, window, qtbot):
        def ends() -> list[int]:
            return [each.mapTo(page, each.rect().topRight()).x() for each in (action, card)]

        page, action, card = Page("Consult"), Button("Nieuw"), Card("Wat mist nog")
        page.add_action(action)
        page.add(card)
        put(window, page)
        for height in (50, 4000):
            card.setMinimumHeight(height)
            QApplication.processEvents()
            qtbot.waitUntil(lambda: ends()[0] == ends()[1])

    def test_headings_of_cards_side_by_side_are_in_line_whatever_stands_beside_them(self, window):
        row = QWidget()
        cards = [Card("Plannen"), Card("Niveau"), Card("Ouders")]
        cards[1].add_beside_heading(Chip("loopt"))
        cards[2].add_beside_heading(IconButton("plus", "Ouder toevoegen"))
        layout = QHBoxLayout(row)
        for card in cards:
            layout.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        put(window, row)
        middles = [each.heading.mapTo(row, each.heading.rect().center()).y() for each in cards]
        assert max(middles) - min(middles) <= 1


def test_a_row_that_is_filled_and_emptied_at_once_leaves_no_window_behind(window):
    row, seen = Flow(), []
    put(window, row)
    chip = Chip("niveau 3")
    chip.showEvent = lambda _event: seen.append(chip.isWindow())  # type: ignore[method-assign]
    row.add(chip)
    row.clear()
    QApplication.processEvents()
    assert seen == []
