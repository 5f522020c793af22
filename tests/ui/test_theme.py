"""Colours one can read, icons that follow the theme, text at any size."""

import re
from itertools import product

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from app.models.gespreksbeleid.definition import KLEUREN
from app.resources import resource
from app.ui.theme import palette, scale
from app.ui.theme.follow import follow
from app.ui.theme.icons import FOLDER, pixmap
from app.ui.theme.qt_icons import app_icon, icon
from app.ui.theme.style import apply_theme
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Text

THEMES = {"licht": palette.LIGHT, "donker": palette.DARK}
GROUNDS = ("ground", "rail", "surface", "hover", "sunken")
WORDS = ("ink", "muted", "accent", "good", "warn", "bad", "info")
SOFT = ("accent", "good", "warn", "bad", "info")

READ = [
    *product(WORDS, GROUNDS),
    *((state, f"{state}_soft") for state in SOFT),
    *product(("ink", "muted"), (f"{state}_soft" for state in SOFT)),
    ("ink", "info_line"), ("ink", "warn_line"), ("ink", "bad_line"), ("ink", "good_line"), ("ink", "accent_line"),
    ("on_accent", "accent"), ("on_accent", "accent_strong"), ("on_bad", "bad"), ("on_bad", "bad_strong"),
    ("surface", "good"), *product(("ink", "muted"), ("ochre_soft", "violet_soft")),
]  # fmt: skip
"""Every pair of ink and ground on which words stand somewhere."""

SEEN = [("border", ground) for ground in ("ground", "rail", "surface", "hover")] + [
    *product(("accent", "bad"), ("ground", "surface", "warn_soft", "info_soft")),
    ("surface", "accent"), ("ink", "ground"), *((fill, "surface") for fill, _ in palette.KIND_ROLES.values()),
]  # fmt: skip
"""Every pair of an edge, ring or sign and the ground it has to be seen on."""

ICONS = sorted(path.stem for path in resource(FOLDER).glob("*.svg"))


@pytest.fixture(autouse=True)
def undress(qapp: QApplication):
    apply_theme(qapp, dark=False)
    yield
    apply_theme(qapp, dark=False)


@pytest.mark.parametrize("name", THEMES)
def test_all_words_can_be_read(name: str):
    roles = THEMES[name]
    weak = [
        f"{ink} on {ground}: {palette.contrast(getattr(roles, ink), getattr(roles, ground)):.2f}"
        for ink, ground in READ
        if palette.contrast(getattr(roles, ink), getattr(roles, ground)) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("name", THEMES)
def test_all_edges_and_signs_can_be_seen(name: str):
    roles = THEMES[name]
    weak = [
        f"{edge} on {ground}: {palette.contrast(getattr(roles, edge), getattr(roles, ground)):.2f}"
        for edge, ground in SEEN
        if palette.contrast(getattr(roles, edge), getattr(roles, ground)) < 3
    ]
    assert weak == []


def test_every_colour_of_a_policy_has_its_roles():
    assert set(palette.KIND_ROLES) == set(KLEUREN)
    assert palette.kind_colours("onbekend") == palette.kind_colours("grijs")


def test_contrast_is_that_of_wcag():
    assert palette.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert palette.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_colours_are_named_in_one_file_only(root):
    named = re.compile(r"#[0-9A-Fa-f]{6}\b")
    elsewhere = [
        str(path.relative_to(root))
        for path in (root / "app").rglob("*.py")
        if path.name != "palette.py" and named.search(path.read_text(encoding="utf-8"))
    ]
    assert elsewhere == []


def test_a_change_of_theme_reaches_what_is_on_screen(qapp, qtbot):
    field, label, button = GrowingText("Noor leest graag"), Text("mag leeg blijven", "muted"), QPushButton("Verder")
    for widget in (field, label, button):
        qtbot.addWidget(widget)
        widget.show()
    apply_theme(qapp, dark=True)
    qapp.processEvents()
    assert palette.is_dark()
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == palette.DARK.muted
    assert button.palette().color(QPalette.ColorRole.ButtonText).name().upper() == palette.DARK.ink
    picture = field.grab().toImage()
    assert picture.pixelColor(picture.width() - 20, picture.height() - 20).name().upper() == palette.DARK.surface


def colour_of(sign: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """The colour an icon is drawn in: that of its most opaque pixel."""
    picture = sign.pixmap(QSize(48, 48), mode).toImage()
    points = product(range(picture.width()), range(picture.height()))
    return max((picture.pixelColor(x, y) for x, y in points), key=lambda colour: colour.alpha()).name().upper()


def test_an_icon_that_was_handed_out_follows_the_theme(qapp):
    sign = icon("slot", "accent")
    assert colour_of(sign) == palette.LIGHT.accent
    assert colour_of(sign, QIcon.Mode.Disabled) == palette.LIGHT.muted
    apply_theme(qapp, dark=True)
    assert colour_of(sign) == palette.DARK.accent
    assert colour_of(QIcon(sign)) == palette.DARK.accent


def test_an_icon_is_sharp_on_a_dense_screen(qapp):
    drawn = icon("zoek").pixmap(QSize(20, 20), 1.5)
    assert (drawn.width(), drawn.height(), drawn.devicePixelRatio()) == (30, 30, 1.5)


def test_an_icon_that_does_not_exist_says_so_at_once(qapp):
    with pytest.raises(FileNotFoundError):
        icon("bestaat-niet")


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_draws_in_the_colour_it_is_given(name: str, qapp):
    source = resource(FOLDER, f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert not re.search(r"#[0-9A-Fa-f]{3}", source)
    picture = pixmap(name, "#123456", 48, 1.0).toImage()
    assert any(picture.pixelColor(x, y).alpha() > 200 for x, y in product(range(48), range(48)))


def test_the_program_has_a_mark_in_every_size(qapp):
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}


@pytest.mark.parametrize("percent", [100, 125, 150, 175])
def test_text_grows_as_chosen(percent: int, qapp, qtbot):
    label, plain = Text("Doel", "title"), QPlainTextEdit()
    qtbot.addWidget(label)
    qtbot.addWidget(plain)
    label.show()
    before, words = label.fontInfo().pixelSize(), plain.fontInfo().pixelSize()
    apply_theme(qapp, dark=False, text_percent=percent)
    qapp.processEvents()
    assert label.fontInfo().pixelSize() == pytest.approx(before * percent / 100, abs=1.1)
    assert plain.fontInfo().pixelSize() == pytest.approx(words * percent / 100, abs=1.1)
    assert scale.space(1) == round(8 * percent / 100)


def test_running_text_is_never_small(qapp):
    assert QLabel("a").fontInfo().pixelSize() >= scale.SMALLEST_BODY


def test_the_chosen_theme_wins_from_the_system(qapp):
    follow(qapp, "donker")
    assert palette.is_dark()
    follow(qapp, "licht")
    assert not palette.is_dark()


def test_the_systems_theme_is_followed_while_the_program_runs(qapp):
    follow(qapp, "systeem", 125)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert palette.is_dark()
    assert scale.text_scale() == 1.25
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not palette.is_dark()
    follow(qapp, "licht")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not palette.is_dark()
