"""The report as a note, to paste in the pupil administration."""

from app.exports.notitie import maak_notitie
from app.models.forms.definition import FormDefinition
from app.models.verslag import begin_verslag
from tests.exports.voorbeeld import OWN_REPORT, formulier, verslag


def test_a_tidy_report_is_pasted_as_it_stands(a6: FormDefinition):
    assert maak_notitie(verslag(a6, verslag=OWN_REPORT)) == OWN_REPORT


def test_without_a_report_it_is_what_one_would_begin_with(a6: FormDefinition):
    begun = begin_verslag(a6, formulier())
    assert "\n- Handelingsplan schrijven en bespreken (Joke van Dijk, uiterlijk 27 november 2026)\n" in begun
    assert maak_notitie(verslag(a6)) == begun
    assert maak_notitie(verslag(a6, verslag=" \n ")) == begun


def test_what_was_pasted_from_elsewhere_loses_its_marks(a6: FormDefinition):
    pasted = "## Besluiten\r\n\r\n•\tEen **plan** maken\x0bvoor rekenen\r\n* Ouders bellen\r\n\r\n\r\n\r\n"
    pasted += "Afspraken:\r\n– Bellen"
    assert maak_notitie(verslag(a6, verslag=pasted)) == (
        "Besluiten\n- Een plan maken\nvoor rekenen\n- Ouders bellen\n\nAfspraken\n- Bellen\n"
    )


def test_lines_that_belong_to_an_item_stay_under_it(a6: FormDefinition):
    text = "- De tafels van 2, 5 en 10.\n  Binnen drie seconden.\n"
    assert maak_notitie(verslag(a6, verslag=text)) == text
