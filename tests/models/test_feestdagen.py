"""The public holidays are those of a library that is kept for it; the program itself need not load that."""

from datetime import date

import holidays
import pytest

from app.models.feestdagen import feestdagen


@pytest.mark.parametrize("jaar", range(2015, 2061))
def test_they_are_the_same_as_those_of_the_library(jaar: int):
    theirs = holidays.country_holidays("NL", years=jaar, language="nl")
    named = {day: str(name).replace("Goede vrijdag", "Goede Vrijdag") for day, name in theirs.items()}
    assert dict(feestdagen(jaar)) == named


def test_koningsdag_is_a_day_early_when_it_would_be_a_sunday():
    assert (date(2031, 4, 26), "Koningsdag") in feestdagen(2031)
    assert (date(2027, 4, 27), "Koningsdag") in feestdagen(2027)
