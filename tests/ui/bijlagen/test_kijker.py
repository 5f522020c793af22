"""Looking at an annex: pages, pictures and text from memory; and what is said when that can't be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.models.leerling import Leerling
from app.storage import bijlagen
from app.storage.archive import Archive
from app.ui.bijlagen import bladen
from app.ui.bijlagen.bladen import MOST_PIXELS, BeeldBlad, NietTeTonen, PdfBladen
from app.ui.bijlagen.kijker import ELDERS, Kijker
from app.ui.theme.style import apply_theme
from tests.storage.bijlagen_voorbeeld import KINDS
from tests.ui.bijlagen.papier import pdf, picture

IB = "Ina Beek"
KEY = bytes(32)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bekijk(qapp, qtbot, tmp_path):
    """Opens the viewer on a file with this name and content."""
    apply_theme(qapp, dark=False)
    folder = tmp_path / "archief"
    folder.mkdir()
    shown = []

    def open_(naam: str, content: bytes, harm=None) -> Kijker:
        (tmp_path / naam).write_bytes(content)
        archive = Archive(folder, KEY)
        archive.add(Leerling(id="noor"), IB)
        bijlage = bijlagen.toevoegen(archive, folder, tmp_path / naam, "noor", None, "", IB)
        archive.close()
        if harm is not None:
            harm(bijlagen.bestand_van(folder, bijlage.id))
        viewer = Kijker(None, folder, bijlage)
        shown.append(viewer)
        qtbot.addWidget(viewer)
        viewer.resize(700, 600)
        with qtbot.waitActive(viewer):
            viewer.show()
            viewer.activateWindow()
        return viewer

    yield open_
    for each in shown:
        each.close()


def says(viewer: Kijker) -> str:
    return " ".join(each.text() for each in viewer.findChildren(QLabel) if each.isVisible())


def press(viewer: Kijker, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or viewer, key, modifiers)


def test_pages_turn_with_the_keyboard_and_stop_at_both_ends(bekijk, qtbot):
    viewer = bekijk("verslag.pdf", pdf("Een", "Twee", "Drie"))
    qtbot.waitUntil(lambda: viewer.page.accessibleName() == "Bladzijde 1 van 3")
    assert "3 bladzijden" in viewer.facts.text()
    assert not viewer.back.isEnabled()
    qtbot.waitUntil(lambda: viewer.area.verticalScrollBar().maximum() > 0)
    press(viewer, Qt.Key.Key_PageDown)  # down the page first
    assert viewer.number() == 0
    while viewer.number() < 2:
        press(viewer, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: viewer.page.accessibleName() == "Bladzijde 3 van 3")
    assert viewer.counter.text() == "3 van 3"
    viewer.on.click()
    assert viewer.number() == 2
    viewer.back.click()
    qtbot.waitUntil(lambda: viewer.page.accessibleName() == "Bladzijde 2 van 3")


def test_the_arrows_go_down_the_page_and_on_to_the_next(bekijk, qtbot):
    viewer = bekijk("verslag.pdf", pdf("Een", "Twee"))
    bar = viewer.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(viewer, Qt.Key.Key_Down)
    assert (viewer.number(), bar.value()) == (0, bar.singleStep())
    while viewer.number() == 0:
        press(viewer, Qt.Key.Key_Down)
    assert bar.value() == 0
    press(viewer, Qt.Key.Key_Up)
    assert (viewer.number(), bar.value()) == (0, bar.maximum())
    press(viewer, Qt.Key.Key_Right)  # it is no wider than the window
    assert viewer.number() == 1
    press(viewer, Qt.Key.Key_Left)
    assert viewer.number() == 0


def test_the_arrows_go_along_a_page_that_is_wider_than_the_window(bekijk, qtbot):
    viewer = bekijk("verslag.pdf", pdf("Een", "Twee"))
    aside = viewer.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bool(viewer.page.accessibleName()))
    press(viewer, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: aside.maximum() > 0)
    press(viewer, Qt.Key.Key_Right)
    assert (viewer.number(), aside.value() > 0) == (0, True)


@pytest.mark.parametrize("focus", ["area", "larger", "close_button"])
def test_plus_minus_and_nought_zoom_wherever_the_keyboard_is(bekijk, qtbot, focus):
    viewer = bekijk("verslag.pdf", pdf("Een"))
    qtbot.waitUntil(lambda: bool(viewer.page.accessibleName()))
    if focus != "area":  # that has it at once, without a click
        getattr(viewer, focus).setFocus()
    assert getattr(viewer, focus).hasFocus()
    for key, modifier, zoom in (
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, 1.25),
        (Qt.Key.Key_Equal, Qt.KeyboardModifier.NoModifier, 1.5625),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.KeypadModifier, 1.953125),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.NoModifier, 1.5625),
        (Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier, 1.0),
    ):
        press(viewer, key, modifier)
        assert viewer.zoom() == zoom


def test_a_long_text_is_read_with_page_down(bekijk, qtbot):
    viewer = bekijk("brief.txt", b"regel\n" * 400)
    qtbot.waitUntil(lambda: viewer.text.verticalScrollBar().maximum() > 0)
    press(viewer, Qt.Key.Key_PageDown)
    assert viewer.text.verticalScrollBar().value() > 0


def test_zooming_draws_the_page_anew_and_ends_somewhere(bekijk, qtbot):
    viewer = bekijk("verslag.pdf", pdf("Een"))
    qtbot.waitUntil(lambda: 600 < viewer.page.width() < viewer.area.width())
    fitting = viewer.page.width()
    press(viewer, Qt.Key.Key_Plus, CONTROL)
    qtbot.waitUntil(lambda: abs(viewer.page.width() - fitting * 1.25) < 5)
    for _ in range(12):
        press(viewer, Qt.Key.Key_Equal, CONTROL)
    assert (viewer.zoom(), viewer.larger.isEnabled()) == (5.0, False)
    for _ in range(20):
        press(viewer, Qt.Key.Key_Minus, CONTROL)
    assert (viewer.zoom(), viewer.smaller.isEnabled()) == (0.5, False)
    press(viewer, Qt.Key.Key_0, CONTROL)
    qtbot.waitUntil(lambda: viewer.page.width() == fitting)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_fills_no_more_than_it_has(bekijk, qtbot, kind):
    viewer = bekijk("foto.png", picture(kind, 120, 90))
    qtbot.waitUntil(lambda: viewer.page.width() == 122)
    assert not viewer.counter.isVisible()


def test_text_is_shown_as_it_is(bekijk, qtbot):
    viewer = bekijk("brief.txt", "Beste <b>ouders</b>, één vraag".encode("cp1252"))
    qtbot.waitUntil(lambda: viewer.text.toPlainText() == "Beste <b>ouders</b>, één vraag")
    assert viewer.text.isReadOnly()


def test_word_opens_elsewhere_only_and_says_what_that_means(bekijk):
    viewer = bekijk("verslag.docx", KINDS["docx"])
    assert "alleen in een ander programma open" in says(viewer)
    assert "leesbare kopie" in says(viewer)
    viewer.elders.click()
    assert viewer.result() == ELDERS


def locked() -> bytes:
    """A PDF that asks for a password: it says so in its trailer."""
    encrypt = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
        b"/ID[<41><41>]"
    )
    return pdf("Geheim").replace(b"trailer<<", b"trailer<<" + encrypt)


@pytest.mark.parametrize(
    ("naam", "content", "words"),
    [
        ("kapot.pdf", b"%PDF-1.4\nniets", "Deze PDF is beschadigd"),
        ("slot.pdf", locked(), "met een wachtwoord beveiligd"),
        ("kapot.png", KINDS["gif"], "Deze afbeelding is beschadigd"),
    ],
)
def test_what_cannot_be_shown_says_why_and_can_be_tried_elsewhere(bekijk, qtbot, naam, content, words):
    viewer = bekijk(naam, content)
    qtbot.waitUntil(lambda: words in says(viewer))
    assert viewer.elders.isEnabled()


def test_a_damaged_file_is_told_and_goes_nowhere(bekijk, qtbot):
    viewer = bekijk("verslag.pdf", pdf("Een"), harm=lambda path: path.write_bytes(path.read_bytes()[:-3]))
    qtbot.waitUntil(lambda: "is beschadigd: zet een reservekopie terug" in says(viewer))
    assert not viewer.elders.isEnabled()


def test_nothing_of_it_stays_in_the_window_that_was_closed(bekijk, qtbot):
    viewer = bekijk("brief.txt", b"Beste ouders")
    qtbot.waitUntil(lambda: bool(viewer.text.toPlainText()))
    press(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert viewer.text.toPlainText() == ""


def test_a_page_as_wide_as_a_street_is_drawn_small(qapp):
    pages = PdfBladen(pdf("Breed", width=14_000, height=14_000))
    image = pages.teken(0, 20_000)
    assert image.width() * image.height() <= MOST_PIXELS * 1.01
    pages.sluit()
    pages.sluit()


def test_a_page_that_is_still_to_be_drawn_when_the_viewer_closes_is_left(qapp):
    pages = PdfBladen(pdf("Een"))
    pages.sluit()
    assert pages.teken(0, 300).isNull()


def test_a_picture_with_a_mountain_of_pixels_is_refused_before_it_is_read(qapp, monkeypatch):
    monkeypatch.setattr(bladen, "MOST_IMAGE_PIXELS", 1000)
    with pytest.raises(NietTeTonen, match="te veel beeldpunten"):
        BeeldBlad(picture("PNG", 100, 100), "png")
    monkeypatch.setattr(bladen, "MOST_IMAGE_BYTES", 10)
    with pytest.raises(NietTeTonen, match="te groot"):
        BeeldBlad(picture(), "png")


def test_a_page_is_what_stands_in_the_file(qapp):
    pages = PdfBladen(pdf("Een"))
    image = pages.teken(0, 300)
    dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(0, 300, 2) for y in range(20, 60, 2))
    assert dark > 8
    assert image.pixelColor(5, 200).lightness() == 255
    pages.sluit()
