"""Definitions are found where the school keeps its own, else where the program ships them."""

from pathlib import Path

import pytest

from app.models.forms.loader import DefinitionError
from app.resources import resource
from app.storage.definities import load_definition, load_toestemmingstabel

SHIPPED = resource("formulieren", "leerlingbespreking.toml").read_text(encoding="utf-8")


def own(folder: Path, text: str, name: str = "leerlingbespreking") -> Path:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("folder", [None, Path("bestaat-niet")])
def test_without_an_own_one_the_shipped_form_is_used(folder: Path | None):
    definition, text = load_definition("leerlingbespreking", folder)
    assert definition.titel == "Leerlingbespreking"
    assert text == SHIPPED


def test_the_schools_own_form_goes_first(tmp_path: Path):
    extra = '\n[[sectie.veld]]\nid = "taxi"\nsoort = "regel"\nlabel = "Welke taxi haalt het kind?"\n'
    definition, text = load_definition("leerlingbespreking", own(tmp_path, SHIPPED + extra))
    assert definition.field("vervolg.taxi").label == "Welke taxi haalt het kind?"
    assert text.endswith(extra)


def test_a_form_saved_by_a_windows_editor_reads_the_same(tmp_path: Path):
    path = tmp_path / "leerlingbespreking.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SHIPPED.replace("\n", "\r\n").encode())
    assert load_definition("leerlingbespreking", tmp_path)[1] == SHIPPED


def test_a_mistake_in_the_schools_own_form_is_named_not_passed_over(tmp_path: Path):
    with pytest.raises(DefinitionError, match=r"^In leerlingbespreking\.toml, sectie ‘hulpvraag’, veld ‘hulpvraag’"):
        load_definition("leerlingbespreking", own(tmp_path, SHIPPED.replace('soort = "tekst"', 'soort = "text"', 1)))


def test_a_form_under_another_name_is_refused(tmp_path: Path):
    with pytest.raises(DefinitionError, match="maak er ‘bespreking’ van"):
        load_definition("bespreking", own(tmp_path, SHIPPED, "bespreking"))


@pytest.mark.parametrize("name", ["../toestemming", "", "Leerlingbespreking", "a/b", ".."])
def test_a_name_is_no_way_out_of_the_folder(tmp_path: Path, name: str):
    with pytest.raises(DefinitionError, match="Er is geen formulier"):
        load_definition(name, tmp_path)


def test_a_form_that_is_nowhere_is_said_to_be_missing(tmp_path: Path):
    with pytest.raises(DefinitionError, match=r"bestaatniet\.toml is niet te lezen"):
        load_definition("bestaatniet", tmp_path)


@pytest.mark.parametrize(("content", "said"), [(b"\xff\xfe", "geen UTF-8"), (b"#" * 1_000_001, "veel te groot")])
def test_what_cannot_be_a_form_is_not_read_as_one(tmp_path: Path, content: bytes, said: str):
    (tmp_path / "leerlingbespreking.toml").write_bytes(content)
    with pytest.raises(DefinitionError, match=said):
        load_definition("leerlingbespreking", tmp_path)


def test_the_consent_table_is_found_the_same_way(tmp_path: Path):
    assert set(load_toestemmingstabel(None)) == {"open", "getekend", "mondeling", "geinformeerd", "geweigerd"}
    text = '[[antwoord]]\nid = "open"\nlabel = "wachten"\nontbreekt = "Wacht op {ouder}."\n'
    assert load_toestemmingstabel(own(tmp_path, text, "toestemming"))["open"].label == "wachten"
