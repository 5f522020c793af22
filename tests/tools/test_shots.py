"""The table of pictures knows every view, and a picture of nothing is no picture."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from app.ui.instellingen.view import DELEN
from app.ui.window.views import VIEWS
from tools.shots.camera import FEWEST_COLOURS, colours
from tools.shots.looks import LOOKS, Look
from tools.shots.scenes import IN_THE_PROGRAM, SECTIONS
from tools.shots.selection import FOR_THE_DOCS, MOST_BYTES, smaller
from tools.shots.sheet import write_sheet


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_pictured(view: str):
    assert any(name.split("-")[0] == view for name in IN_THE_PROGRAM)


@pytest.mark.parametrize("part", DELEN)
def test_every_part_of_instellingen_is_pictured(part: str):
    assert f"instellingen-{part}" in IN_THE_PROGRAM


def test_every_section_of_the_form_is_pictured():
    from app.storage.definities import load_definition

    definition, _ = load_definition("leerlingbespreking", None)
    assert [section.id for section in definition.secties] == list(SECTIONS)


def test_both_themes_are_pictured_at_both_scales():
    assert {(look.theme, look.factor) for look in LOOKS} == {
        (theme, factor) for theme in ("licht", "donker") for factor in (1.0, 1.5)
    }
    assert len({look.suffix for look in LOOKS}) == len(LOOKS)


def test_a_scaled_screen_has_room_for_the_whole_window(tmp_path: Path):
    look = Look("licht", "150", 1.5, 1366, 768)
    found = look.environment(tmp_path)
    assert found["QT_SCALE_FACTOR"] == "1.5"
    screen = Path(found["QT_QPA_PLATFORM"].partition("configfile=")[2]).read_text("utf-8")
    assert '"width": 2049' in screen
    assert '"height": 1152' in screen


@pytest.mark.parametrize("picture", FOR_THE_DOCS)
def test_what_the_docs_show_is_pictured(picture: str):
    name, theme, label = picture.rsplit("-", 2)
    assert name in IN_THE_PROGRAM
    assert f"{theme}-{label}" in {look.suffix for look in LOOKS}


def test_an_empty_picture_is_told_from_one_of_something():
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert colours(image) == 1
    painter = QPainter(image)
    for number in range(FEWEST_COLOURS):
        painter.fillRect(number * 20, 0, 20, 200, QColor(number * 20, 0, 0))
    painter.end()
    assert colours(image) > FEWEST_COLOURS


def test_a_picture_for_the_docs_is_small_and_looks_the_same(tmp_path: Path):
    image = QImage(1366, 768, QImage.Format.Format_RGB32)
    image.fill(QColor("#F5F4F0"))
    image.save(str(tmp_path / "large.png"))
    smaller(tmp_path / "large.png", tmp_path / "small.png")
    assert QImage(str(tmp_path / "small.png")).pixelColor(10, 10) == QColor("#F5F4F0")
    assert (tmp_path / "small.png").stat().st_size < MOST_BYTES


def test_a_picture_that_was_not_taken_is_missed(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        smaller(tmp_path / "none.png", tmp_path / "small.png")


def test_the_sheet_shows_all_pictures_of_a_view_together(tmp_path: Path):
    for name in ("vandaag-licht-100.png", "vandaag-donker-150.png", "dialoog-leerling-licht-100.png"):
        (tmp_path / name).touch()
    page = write_sheet(tmp_path, tmp_path.glob("*.png"), [tmp_path / "documenten" / "Verslag & meer.docx"])
    text = page.read_text("utf-8")
    assert text.index("<h2>dialoog-leerling</h2>") < text.index("<h2>vandaag</h2>")
    assert text.count("<figure>") == 3
    assert "Verslag &amp; meer.docx" in text
