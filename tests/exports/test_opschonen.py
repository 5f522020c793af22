"""Whatever was typed or pasted, a document can hold it."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exports.opschonen import clean, one_line

ANYTHING = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewoon\tmet tab\nen regel", "gewoon\tmet tab\nen regel"),
        ("zachte\x0bregel", "zachte\nregel"),
        ("a\r\nb\rc\x0cd\x85e\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"),
        ("bel\x07 nul\x00 wis\x7f", "bel nul wis"),
        ("half \ud83d paar", "half  paar"),
        ("geen teken \ufffe\uffff\ufdd0\U0001ffff", "geen teken "),
        ("🦊 Žofia Łukasiewicz \u0623\u062d\u0645\u062f", "🦊 Žofia Łukasiewicz \u0623\u062d\u0645\u062f"),
    ],
)
def test_only_what_a_document_can_not_hold_goes(text: str, expected: str):
    assert clean(text) == expected


@given(ANYTHING)
def test_it_is_right_the_first_time(text: str):
    assert clean(clean(text)) == clean(text)
    element = ElementTree.Element("t")
    element.text = clean(text)
    assert (ElementTree.fromstring(ElementTree.tostring(element, "utf-8")).text or "") == clean(text)
    assert "\n" not in one_line(text)
