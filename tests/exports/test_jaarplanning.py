"""The year plan in Word: everything a directeur needs, and nothing about a child."""

from datetime import date
from pathlib import Path

import pytest

from app.exports.jaarplanning import NO_DAY, maak_jaarplanning
from app.models.gesprek import Momentkeuze
from app.models.jaarplan import Jaarplan, maak_jaarplan
from app.models.kalender import maak_kalender
from app.models.momentwoorden import dag
from app.models.schooljaar import VrijePeriode
from tests.exports.jaar import PRESETS, REGIONS, YEARS, beleid, jaarplan
from tests.exports.lezen import as_text, assert_reads_as
from tests.exports.voorbeeld import IB, SCHOOL

TODAY = date(2026, 8, 24)
STUDIEDAG = VrijePeriode(soort="studiedag", naam="Studiedag over rekenen", van=date(2026, 10, 12))


def document(plan: Jaarplan, sjabloon: Path):
    return maak_jaarplanning(plan, SCHOOL, sjabloon, TODAY, ib=IB)


def text(plan: Jaarplan, sjabloon: Path) -> str:
    return as_text(document(plan, sjabloon))


def test_it_reads_like_this(sjabloon: Path):
    assert_reads_as(document(jaarplan(vrij=[STUDIEDAG]), sjabloon), "jaarplanning")


def test_a_year_that_does_not_fit_says_so_with_a_proposal(sjabloon: Path):
    assert_reads_as(document(jaarplan("2025-2026", "noord", PRESETS[1]), sjabloon), "jaarplanning_krap")


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("regio", REGIONS)
def test_every_moment_of_every_year_is_in_it_with_its_reason(regio: str, preset: str, sjabloon: Path):
    for year in YEARS:
        plan = jaarplan(year, regio, preset)
        told = text(plan, sjabloon)
        for moment in plan.momenten:
            assert moment.titel in told
            assert moment.reden in told
            assert moment.planner_op is None or f"{dag(moment.planner_op)} planner" in told
        for each in plan.opmerkingen:
            assert each.tekst in told
            assert each.voorstel is None or each.voorstel.tekst in told


def test_it_is_not_called_confidential_since_it_is_about_no_child(sjabloon: Path):
    assert "Vertrouwelijk" not in text(jaarplan(), sjabloon)


def test_a_report_date_of_the_school_counts(sjabloon: Path):
    told = text(jaarplan(rapporten={"februari": date(2027, 2, 12)}), sjabloon)
    assert "| Eerste rapport | 12 februari 2027 |" in told
    assert "vr 12 eerste rapport mee naar huis" in told
    assert "eerste schoolweek na het rapport van vrijdag 12 februari 2027" in told


def test_a_moment_without_a_day_and_what_the_school_chose_are_told(sjabloon: Path):
    choices = [
        Momentkeuze(moment="start", van=date(2026, 10, 19), tot=date(2026, 10, 23), reden="verbouwing"),
        Momentkeuze(moment="kind_mrt/8", van=date(2027, 4, 5), tot=date(2027, 4, 16)),
    ]
    told = text(jaarplan(keuzes=choices), sjabloon)
    assert f"| {NO_DAY} / gekozen door de school: verbouwing | Startgesprekken / alle groepen |" in told
    assert "| ma 5 t/m vr 16 april / gekozen door de school | Kindgesprekken maart groep 8 |" in told


def test_a_year_of_which_no_holidays_are_known_yet_can_be_made_too(sjabloon: Path):
    plan = maak_jaarplan(maak_kalender("2031-2032", "midden", None), beleid())
    assert "vakanties van 2031-2032 zijn nog niet bekend" in text(plan, sjabloon)
