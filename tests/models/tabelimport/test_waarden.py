"""What people write in cells, and what can't be kept."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.tabelimport import waarden
from app.models.tabelimport.waarden import Afgekeurd

VANDAAG = date(2026, 11, 22)
DATUM = partial(waarden.datum, vandaag=VANDAAG)


@pytest.mark.parametrize(
    "text",
    ["2-3-2017", "02-03-2017", "2/3/17", "2.3.2017", "2017-03-02", "2 maart 2017", "2 mrt 2017", "42796"],
)
def test_a_day_in_full_is_a_day(text: str):
    assert DATUM(text) == date(2017, 3, 2)
    assert DATUM(f"{text} 00:00:00") == date(2017, 3, 2) if "-" in text else True


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (waarden.niveau, "3", 3),
        (waarden.niveau, "Niveau 0", 0),
        (waarden.gezag, "Ja", "ja"),
        (waarden.gezag, "geen gezag", "nee"),
        (waarden.gezag, "gezamenlijk", "ja"),
        (waarden.gezag, "onbekend", "onbekend"),
        (waarden.janee, "X", True),
        (waarden.janee, "nee", False),
        (waarden.tolk, "nee", ""),
        (waarden.tolk, "Arabisch", "Arabisch"),
        (waarden.tolk, "ja", waarden.TAAL_ONBEKEND),
        (waarden.email, "mailto:sanne@voorbeeld.nl", "sanne@voorbeeld.nl"),
        (waarden.telefoon, "612345678", "0612345678"),
        (waarden.telefoon, "+31 6 12345678", "+31 6 12345678"),
        (waarden.plansoort, "HP", "handelingsplan"),
        (waarden.plansoort, "OPP", "opp"),
        (waarden.leesvolgorde, "Berg, Noor van den", "Noor van den Berg"),
        (waarden.leesvolgorde, "Berg, van den, Noor", "Noor van den Berg"),
        (waarden.leesvolgorde, "Noor van den Berg", "Noor van den Berg"),
        (waarden.gevuld, "n.v.t.", ""),
        (waarden.gevuld, "-", ""),
    ],
)
def test_what_people_write_is_understood(read: Callable[[str], object], text: str, value: object):
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "sentence"),
    [
        (DATUM, "31-2-2017", "is geen datum"),
        (DATUM, "12 oktober", "is geen datum; schrijf dag, maand en jaar"),
        (DATUM, "vrijdag", "is geen datum"),
        (DATUM, "5", "is geen datum"),
        (partial(waarden.geboortedatum, vandaag=VANDAAG), "2-3-2027", "is nog niet geweest"),
        (partial(waarden.geboortedatum, vandaag=VANDAAG), "2-3-1987", "zit niet meer op de basisschool"),
        (waarden.niveau, "6", "is geen niveau; schrijf een getal van 0 tot en met 5"),
        (waarden.niveau, "hoog", "is geen niveau"),
        (waarden.niveau, "2,5", "is geen niveau"),
        (waarden.gezag, "misschien", "schrijf ‘ja’, ‘nee’ of ‘onbekend’"),
        (waarden.janee, "soms", "schrijf ‘ja’ of ‘nee’"),
        (waarden.email, "tom@x", "is geen e-mailadres"),
        (waarden.telefoon, "bel maar", "is geen telefoonnummer"),
        (waarden.plansoort, "groepsplan", "zet het in het groepsraster"),
        (waarden.plansoort, "iets", "schrijf ‘handelingsplan’ of ‘OPP’"),
    ],
)
def test_what_can_not_be_kept_is_refused_in_a_sentence(read: Callable[[str], object], text: str, sentence: str):
    with pytest.raises(Afgekeurd, match=sentence) as problem:
        read(text)
    assert str(problem.value).endswith(".")


@given(st.sampled_from([DATUM, waarden.niveau, waarden.gezag, waarden.janee, waarden.email]), st.text(max_size=30))
def test_anything_is_understood_or_refused(read: Callable[[str], object], text: str):
    try:
        read(text)
    except Afgekeurd as problem:
        assert str(problem).endswith(".")


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_comes_back_however_it_is_written(day: date):
    from app.models.datums import lang

    for text in (f"{day:%d-%m-%Y}", day.isoformat(), lang(day), f"{day.day}/{day.month}/{day:%y}"):
        assert DATUM(text) == day
