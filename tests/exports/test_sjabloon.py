"""The template: the program's own, or the school's, which is used as it is or refused with the reason."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exports.sjabloon import OWN, STYLES, TemplateProblem, open_template, template_path
from app.exports.verslag import maak_verslag
from app.models.forms.definition import FormDefinition
from app.resources import resource
from tests.exports.lezen import as_text, reopened
from tests.exports.voorbeeld import verslag
from tools.maak_sjabloon import parts

SHIPPED = resource("sjablonen", "ruggespraak.docx")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where a school puts its own template."""
    path = tmp_path / OWN
    path.parent.mkdir()
    return path


def test_what_ships_is_what_the_tool_makes():
    with zipfile.ZipFile(SHIPPED) as package:
        assert {name: package.read(name).decode() for name in package.namelist()} == parts()


def test_it_is_a4_in_dutch_and_of_nobody():
    document = docx.Document(str(SHIPPED))
    (section,) = document.sections
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert document.core_properties.author == ""
    assert {style.name for style in document.styles} >= STYLES.keys()


def test_the_school_s_own_goes_first(own: Path, tmp_path: Path):
    assert template_path(None) == template_path(tmp_path) == template_path(tmp_path / "weg") == SHIPPED
    own.write_bytes(SHIPPED.read_bytes())
    (own.parent / "~$rslag.docx").touch()
    (own.parent / "verslag.odt").touch()
    assert template_path(tmp_path) == own


@pytest.mark.parametrize("name", ["verslag.doc", "verslag.dotx", "verslag.odt", "Verslag.DOCX"])
def test_one_that_can_not_be_used_is_not_passed_over(own: Path, tmp_path: Path, name: str):
    (own.parent / name).write_bytes(b"iets anders")
    found = template_path(tmp_path)
    assert found.name == name
    with pytest.raises(
        TemplateProblem, match=rf"^Het sjabloon ‘{name}’ is geen bruikbaar Word-document: .* als \.docx"
    ):
        open_template(found)


def test_missing_styles_are_named_as_word_names_them(own: Path):
    document = docx.Document(str(SHIPPED))
    for name in ("Heading 2", "Ruggespraak label", "Ruggespraak cel"):
        style = document.styles[name]
        style.element.getparent().remove(style.element)
    document.save(str(own))
    with pytest.raises(TemplateProblem) as refused:
        open_template(own)
    assert str(refused.value).startswith(
        "In het sjabloon ‘verslag.docx’ ontbreken de opmaakstijlen ‘Kop 2’, ‘Ruggespraak label’ en ‘Ruggespraak cel’: "
        "maak ze in Word"
    )


def test_one_missing_style_is_named_too(own: Path):
    document = docx.Document(str(SHIPPED))
    document.styles["Title"].element.getparent().remove(document.styles["Title"].element)
    document.save(str(own))
    with pytest.raises(TemplateProblem, match="ontbreekt de opmaakstijl ‘Titel’: maak die in Word"):
        open_template(own)


def test_header_page_and_styles_are_the_school_s_but_not_its_words(own: Path, a6: FormDefinition, tmp_path: Path):
    document = docx.Document(str(SHIPPED))
    document.core_properties.author = "Reclamebureau"
    document.core_properties.keywords = "oud"
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(4)
    section.header.paragraphs[0].add_run(" · Stichting De Vecht")
    document.add_paragraph("Het verslag van een ander kind.")
    document.add_picture(BytesIO(_PICTURE))
    document.add_comment(document.paragraphs[0].runs, "Wie is dit?", "Iemand", "I")
    document.save(str(own))
    made = reopened(maak_verslag(verslag(a6), template_path(tmp_path)))
    text = as_text(made)
    assert "boven: Basisschool De Waterlelie\tVertrouwelijk · Stichting De Vecht" in text
    assert "een ander kind" not in text
    assert made.core_properties.author == "Marieke Hoekstra"
    assert made.core_properties.keywords == ""
    assert sum(int(each.w) for each in made.tables[0]._tbl.tblGrid.gridCol_lst) // 635 == pytest.approx(7370, abs=10)
    left = {str(part.partname) for part in made.part.package.iter_parts()}
    assert not [name for name in left if "media" in name or "comments" in name]


def test_what_was_in_a_control_is_never_left_there(own: Path, a6: FormDefinition):
    """A school can make its template out of a report; the name of that pupil stands in its footer then."""
    document = maak_verslag(verslag(a6), SHIPPED)
    document.save(str(own))
    (section,) = docx.Document(str(own)).sections
    assert "Noor" in section.footer._element.xml
    made = open_template(own)
    assert "Noor" not in made.element.xml
    other = as_text(maak_verslag(verslag(a6, datum=None), own))
    assert "23 november" not in other.splitlines()[5]


def test_a_template_without_a_page_gets_one(own: Path, a6: FormDefinition):
    document = docx.Document(str(SHIPPED))
    document.element.body.remove(document.element.body.sectPr)
    document.save(str(own))
    (section,) = reopened(maak_verslag(verslag(a6), own)).sections
    assert round(section.page_width.cm, 1) == 21.0


@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_template_is_refused_in_words(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject):
    whole = bytearray(SHIPPED.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=40)):
        whole[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("sjabloon") / "verslag.docx"
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        open_template(path)
    except TemplateProblem as problem:
        assert str(problem).startswith(("Het sjabloon ‘verslag.docx’", "In het sjabloon ‘verslag.docx’"))


_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f8cfc00000030101"
    "00c9fe92ef0000000049454e44ae426082"
)
