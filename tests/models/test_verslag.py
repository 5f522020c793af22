"""The IB'er's short report begins with what was decided and agreed, and leaves out what was not said."""

from datetime import date
from typing import Any

from app.models.bespreking import Formulier
from app.models.forms.definition import FormDefinition
from app.models.verslag import begin_verslag

ANSWERS: dict[str, Any] = {
    "hulpvraag": {"hulpvraag": "Hoe houd ik Noor bij het rekenen?", "thuis": "blijft uit het verslag"},
    "onderwijsbehoeften": {"doel": "De tafels van 2, 5 en 10.\nBinnen 3 seconden per som."},
    "plan": {"besluit": "handelingsplan", "opsteller": "Joke Smit"},
    "begeleiding": {"nodig": "nee", "wie": "verborgen"},
    "aanmelding": {"aanmelding": ["geen"]},
    "vervolg": {
        "besluiten": "We werken zes weken met de tafelkaart.",
        "afspraken": [
            {"_id": "1", "wat": "Ouders\nbellen", "wie": "Joke Smit", "voor": "2026-11-20"},
            {"_id": "2", "wat": "Observeren"},
            {"_id": "3"},
        ],
        "evaluatie_datum": "2027-01-29",
        "evaluatie_wijze": "tafeltoets",
    },
}

REPORT = """\
Leerlingbespreking van 5 november 2026

Besluiten
- Plan: er komt een individueel handelingsplan
- Handelingsplan opgesteld door: Joke Smit
- Begeleiding van de leraar: niet nodig
- Interne of externe zorg: geen aanmelding
- Besloten: We werken zes weken met de tafelkaart.

Afspraken
- Ouders bellen (Joke Smit, uiterlijk 20 november 2026)
- Observeren

Evaluatie
- Datum van de evaluatie: 29 januari 2027
- Wijze van evalueren: tafeltoets

Doel
- De tafels van 2, 5 en 10.
  Binnen 3 seconden per som.

Aanleiding
- Hulpvraag: Hoe houd ik Noor bij het rekenen?
"""


def formulier(answers: Any, **more: Any) -> Formulier:
    return Formulier(datum=date(2026, 11, 5), antwoorden=answers, **more)


def test_it_reads_like_this(a6: FormDefinition):
    assert begin_verslag(a6, formulier(ANSWERS)) == REPORT


def test_nothing_said_is_nothing_reported(a6: FormDefinition):
    assert begin_verslag(a6, formulier({})) == ""
    assert begin_verslag(a6, formulier({"hulpvraag": {"hulpvraag": " ", "thuis": "onrustig"}})) == ""


def test_a_section_that_does_not_apply_is_left_out(a6: FormDefinition):
    report = begin_verslag(a6, formulier(ANSWERS, secties={"plan": "nvt"}))
    assert "handelingsplan" not in report
    assert "Besluiten" in report


def test_consent_is_reported_per_parent(a6: FormDefinition):
    row = {"_id": "1", "ouder": "Marjan Berg", "antwoord": "mondeling", "datum": "2026-11-05", "grond": "telefoon"}
    answers = {"aanmelding": {"aanmelding": ["diagnostiek"]}, "ouders": {"hoe": "telefoon", "toestemming": [row]}}
    report = begin_verslag(a6, formulier(answers))
    assert "- Hoe de ouders het horen: aan de telefoon\n" in report
    assert "- Marjan Berg (mondeling akkoord, 5 november 2026, telefoon)\n" in report
