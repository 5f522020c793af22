"""The report of a conversation in Word and as a note: its facts are others than those of a leerlingbespreking."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.exports.notitie import maak_notitie
from app.exports.stof import GesprekStof, VerslagStof
from app.exports.verslag import maak_verslag, verslagtitel
from app.models.bespreking import Formulier
from app.models.forms.loader import parse_definition
from app.resources import resource
from tests.exports.lezen import as_text, assert_reads_as
from tests.exports.voorbeeld import IB, NOOR, SCHOOL

ANSWERS = {
    "begin": {"aanwezig": "Joke van Dijk (leerkracht), Sanne Bakker (moeder), Noor", "komen_voor": "Rekenen thuis."},
    "vragen": {
        "hoe": "Goed. Ze vertelt thuis veel over de dieren.",
        "sterk": "Tekenen en zorgen voor haar broertje.",
        "nodig": "Een rustig begin van de les.\nIemand die even meekijkt.",
        "kind": "Ik wil graag naast Yara zitten.",
    },
    "welbevinden": {"school": "Ze heeft twee vaste vriendinnen.", "thuis": "Ze slaapt weer door."},
    "resultaten": {
        "groei": "Ze kent de tafels van 2, 5 en 10.",
        "rapport": "Lezen op niveau, rekenen een half jaar achter.",
        "herkennen": "deels",
        "mening": "Moeder had bij rekenen meer verwacht.",
    },
    "niveau": {"voor": "n2", "na": "n3", "reden": "Er kijkt iemand van buiten mee."},
    "afspraken": {
        "afspraken": [
            {"_id": "1", "wat": "Vijf minuten per dag de tafelkaart", "wie": "Sanne Bakker", "voor": "2027-03-12"},
            {"_id": "2", "wat": "Plek naast Yara proberen", "wie": "Joke van Dijk"},
        ]
    },
}


@pytest.fixture
def stof() -> VerslagStof:
    text = resource("formulieren", "rapportgesprek.toml").read_text("utf-8")
    return VerslagStof(
        school=SCHOOL,
        leerling=NOOR,
        formulier=Formulier(leerling=NOOR.id, datum=date(2027, 2, 8), antwoorden=ANSWERS, spreker="Joke van Dijk"),
        definitie=parse_definition(text, "rapportgesprek.toml"),
        groep="5/6",
        niveau=3,
        aanwezigen=("Joke van Dijk (leerkracht), Sanne Bakker (moeder), Noor",),
        ib=IB,
        gesprek=GesprekStof("Rapportgesprek", "Rapportgesprekken februari", "15:30"),
    )


def test_a_report_of_a_conversation_reads_like_this(stof: VerslagStof, sjabloon: Path):
    assert_reads_as(maak_verslag(stof, sjabloon), "verslag_gesprek")


def test_the_whole_form_comes_along_when_asked_for(stof: VerslagStof, sjabloon: Path):
    text = as_text(maak_verslag(stof, sjabloon, volledig=True))
    assert "[Heading 1] Het formulier" in text
    assert "| Niveau tot nu toe | 2 |" in text


def test_a_report_is_not_called_so_twice(stof: VerslagStof):
    assert verslagtitel(replace(stof, gesprek=GesprekStof("Verslag van het consult"))) == "Verslag van het consult"


def test_it_is_called_as_the_school_calls_the_conversation(stof: VerslagStof):
    other = replace(stof, gesprek=GesprekStof("Tienminutengesprek"))
    assert verslagtitel(stof) == "Verslag rapportgesprek"
    assert verslagtitel(other) == "Verslag tienminutengesprek"
    assert maak_notitie(other).startswith("Tienminutengesprek van 8 februari 2027\n")


def test_the_note_says_who_was_there(stof: VerslagStof):
    first, present, *_ = maak_notitie(stof).split("\n\n")
    assert first == "Rapportgesprek van 8 februari 2027"
    assert present == "Aanwezig: Joke van Dijk (leerkracht), Sanne Bakker (moeder), Noor"


def test_what_is_not_known_of_it_leaves_no_trace(stof: VerslagStof, sjabloon: Path):
    bare = replace(stof, gesprek=GesprekStof(), aanwezigen=(), niveau=None, groep="")
    text = as_text(maak_verslag(bare, sjabloon))
    assert "Moment" not in text
    assert "| Datum | 8 februari 2027 |" in text
    assert "Aanwezig" not in maak_notitie(bare)
