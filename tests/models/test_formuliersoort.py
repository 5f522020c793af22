"""What a form is called, and to which part of the program it belongs."""

import pytest

from app.models.formuliersoort import afdeling, soortnaam


@pytest.mark.parametrize(
    ("soort", "gesprek", "section", "name"),
    [
        ("leerlingbespreking", False, "besprekingen", ""),
        ("startgesprek", True, "gesprekken", "startgesprek"),
        ("overig_gesprek", True, "gesprekken", "overig gesprek"),
        ("consult_aanvraag_ao", False, "consulten", "aanvraag A&O"),
        ("consult_aanvraag_van_ons", False, "consulten", "aanvraag van ons"),
        ("consultverslag", False, "consulten", "consultverslag"),
        ("opp", False, "routes", "OPP"),
        ("mpo", False, "routes", "MPO"),
    ],
)
def test_each_form_has_its_place_and_its_name(soort: str, gesprek: bool, section: str, name: str):
    assert afdeling(soort, gesprek=gesprek) == section
    assert soortnaam(soort) == name
