"""How the plain text of a report is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exports.tekst import blokken, punten


def read(text: str, koppen: tuple[str, ...] = ()) -> list[tuple[str, list[str]]]:
    return [
        (block.kop, [f"- {each.tekst}" if each.punt else each.tekst for each in block.regels])
        for block in blokken(text, koppen)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Eén zin.", [("", ["Eén zin."])]),
        ("Besluiten\n- een\n- twee", [("Besluiten", ["- een", "- twee"])]),
        ("Hoe het gaat\nNoor wil graag.", [("Hoe het gaat", ["Noor wil graag."])]),
        ("Noor werkt hard.\nZe vraagt hulp.", [("", ["Noor werkt hard.", "Ze vraagt hulp."])]),
        ("Besluit: een plan\nDoel: de tafels.", [("", ["Besluit: een plan", "Doel: de tafels."])]),
        ("We spraken af:\n- bellen", [("", ["We spraken af:", "- bellen"])]),
        ("tafels\nsprongen\nklok", [("", ["tafels", "sprongen", "klok"])]),
        ("Een.\n\nTwee.", [("", ["Een."]), ("", ["Twee."])]),
        ("- een\n  nog iets\n\n- twee", [("", ["- een\nnog iets"]), ("", ["- twee"])]),
        ("• een\n* twee\n– drie\n-vier", [("", ["- een", "- twee", "- drie", "-vier"])]),
        ("# Kop\n\nTekst.", [("Kop", ["Tekst."])]),
    ],
)
def test_it_is_read_as_people_write(text: str, expected: list[tuple[str, list[str]]]):
    assert read(text) == expected


def test_a_heading_that_is_known_is_one_wherever_it_stands():
    assert read("BESLUITEN:\n\nEen plan.\nAfspraken\nBellen.", ("Besluiten", "Afspraken")) == [
        ("BESLUITEN", ["Een plan."]),
        ("Afspraken", ["Bellen."]),
    ]


def test_an_answer_in_a_form_has_no_headings():
    assert [(each.tekst, each.punt) for each in punten("Voorbeelden\n- een\n\n# twee")] == [
        ("Voorbeelden", False),
        ("een", True),
        ("# twee", False),
    ]


@given(st.text(st.sampled_from("ab .:-#*•\n\t ")))
def test_no_word_is_lost(text: str):
    shown = "".join(kop + "".join(regels) for kop, regels in read(text))
    assert [each for each in shown if each in "ab"] == [each for each in text if each in "ab"]
