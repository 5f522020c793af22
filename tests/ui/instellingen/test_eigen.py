"""A school adapts its own forms: a copy to make, and a check that names the mistake."""

from pathlib import Path

import pytest

from app.resources import resource
from app.ui.instellingen.eigen import FORMS, EigenDeel
from app.ui.place import Place
from app.ui.widgets.buttons import Button


@pytest.fixture
def part(view) -> EigenDeel:
    view.show_place(Place("instellingen", part="formulieren"))
    return view.part("formulieren")


def press(part: EigenDeel, words: str) -> str:
    """What is said after a button was pressed."""
    next(each for each in part.findChildren(Button) if each.text() == words).click()
    return f"{part._message.title.text()} {part._message.text.text()}"


def test_every_form_that_ships_can_be_adapted():
    assert {path.stem for path in resource("formulieren").glob("*.toml")} == {name for name, _ in FORMS}


@pytest.mark.parametrize("name", [name for name, _ in FORMS])
def test_a_copy_is_made_once_and_is_right(part: EigenDeel, name: str):
    own: Path = part.context.own_forms / f"{name}.toml"
    part.form.set_value(name)
    assert "De kopie staat klaar" in press(part, "Maak een eigen kopie")
    assert own.read_bytes() == resource("formulieren", f"{name}.toml").read_bytes()
    assert "in orde" in press(part, "Controleer nu")
    own.write_text("naam = ", "utf-8")
    assert "Die laat ik staan" in press(part, "Maak een eigen kopie")
    assert f"In {name}.toml" in press(part, "Controleer nu")
