"""Three regions, five school years, two policies: every moment on school days, for the reason that it gives."""

from datetime import date, timedelta

import pytest

from app.models.datums import MAANDEN, lang
from app.models.gesprek import Momentkeuze
from app.models.gespreksbeleid.definition import JAARGROEPEN
from app.models.jaarplan import Gespreksmoment, Jaarplan, maak_jaarplan
from app.models.school import REGIOS
from app.models.schooljaar import VrijePeriode
from app.storage.schooljaren import meegeleverd
from tests.models.test_kalender import JAREN, kalender

WETTELIJK, BRON = "wettelijke_tijdlijn", "beleid_van_de_bron"
ALL_YEARS = pytest.mark.parametrize("jaar", JAREN)
ALL_REGIONS = pytest.mark.parametrize("regio", REGIOS)
BOTH = pytest.mark.parametrize("beleid", [WETTELIJK, BRON])


def plan(jaar: str = "2026-2027", regio: str = "midden", beleid: str = WETTELIJK, rapporten=None, keuzes=(), eigen=()):
    return maak_jaarplan(kalender(jaar, regio, eigen=eigen), meegeleverd()[beleid], rapporten, keuzes)


def days_by_hand(year: Jaarplan, van: date, tot: date) -> tuple[date, ...]:
    """School days of a period, counted without the calendar's own way of doing it."""
    every = (van + timedelta(number) for number in range((tot - van).days + 1))
    free = [(each.van, each.tot) for each in year.kalender.vrij]
    inside = (day for day in every if year.kalender.eerste_dag <= day <= year.kalender.laatste_dag)
    return tuple(day for day in inside if day.weekday() < 5 and not any(a <= day <= b for a, b in free))


def check_school_week(year: Jaarplan, moment: Gespreksmoment) -> None:
    monday = year.kalender.eerste_dag - timedelta(year.kalender.eerste_dag.weekday()) + timedelta(7)
    assert moment.dagen == days_by_hand(year, monday, monday + timedelta(4))
    assert moment.reden == f"tweede schoolweek, regio {REGIOS[year.kalender.regio]}"


def check_month(year: Jaarplan, moment: Gespreksmoment) -> None:
    month = MAANDEN.index(moment.reden.split(",")[0]) + 1
    calendar_year = int(year.schooljaar[:4]) + (month < 8)
    first = date(calendar_year, month, 1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    assert moment.dagen == days_by_hand(year, first, last)
    touched = [
        each.naam.lower()
        for each in year.kalender.vrij
        if each.soort == "vakantie"
        and any(
            each.van <= first + timedelta(n) <= each.tot and (first + timedelta(n)).weekday() < 5
            for n in range((last - first).days + 1)
        )
    ]
    assert all(name in moment.reden for name in touched)
    assert ("vakantie" in moment.reden) == bool(touched)


def check_after_report(year: Jaarplan, moment: Gespreksmoment) -> None:
    words = moment.reden.removeprefix("week na het rapport van ")
    given = next(day for day in year.kalender.alle_schooldagen if words.endswith(f" {lang(day)}"))
    assert given.weekday() == 4 or year.kalender.is_schooldag(given)
    assert timedelta(0) < moment.van - given <= timedelta(12)
    assert not days_by_hand(year, given + timedelta(1), moment.van - timedelta(7))
    assert {day.month for day in moment.dagen} == {2 if moment.sleutel == "rapport_feb" else 7}
    assert moment.tot - moment.van <= timedelta(4)


def check_period(year: Jaarplan, moment: Gespreksmoment) -> None:
    first, last = {
        "advies_voorlopig": ((1, 10), (1, 31)),
        "advies_definitief": ((3, 15), (3, 24)),
    }[moment.sleutel]
    calendar_year = int(year.schooljaar[5:])
    assert moment.dagen == days_by_hand(year, date(calendar_year, *first), date(calendar_year, *last))
    assert moment.reden.startswith("tussen ")


CHECKS = {
    "start": check_school_week,
    "kind_okt": check_month,
    "kind_mrt": check_month,
    "rapport_feb": check_after_report,
    "rapport_jul": check_after_report,
    "advies_voorlopig": check_period,
    "advies_definitief": check_period,
    "preadvies": check_month,
    "verwijzing_voorlopig": check_month,
    "verwijzing_definitief": check_month,
}


@ALL_YEARS
@ALL_REGIONS
@BOTH
def test_every_moment_falls_on_school_days_for_the_reason_it_gives(jaar, regio, beleid):
    year = plan(jaar, regio, beleid)
    assert {each.sleutel for each in year.momenten} == {
        moment.id for soort in meegeleverd()[beleid].soorten for moment in soort.momenten
    }
    for moment in year.momenten:
        assert moment.dagen, moment.sleutel
        assert days_by_hand(year, moment.van, moment.tot)[0] == moment.van
        assert all(days_by_hand(year, day, day) for day in moment.dagen)
        CHECKS[moment.sleutel](year, moment)


@ALL_YEARS
@ALL_REGIONS
@BOTH
def test_a_planner_opens_in_the_school_week_before_its_moment(jaar, regio, beleid):
    year = plan(jaar, regio, beleid)
    for moment in year.momenten:
        assert (moment.planner_op is None) == (moment.soort.planner == "")
        if moment.planner_op:
            assert year.kalender.is_schooldag(moment.planner_op)
            monday = moment.van - timedelta(moment.van.weekday())
            assert moment.planner_op < monday
            assert not days_by_hand(year, moment.planner_op + timedelta(7), monday - timedelta(1))


@ALL_YEARS
@ALL_REGIONS
@BOTH
def test_a_proposal_solves_what_it_is_made_for(jaar, regio, beleid):
    before = plan(jaar, regio, beleid)
    for remark in before.opmerkingen:
        if remark.voorstel:
            after = plan(jaar, regio, beleid, keuzes=remark.voorstel.keuzes)
            assert remark.tekst not in [each.tekst for each in after.opmerkingen]
            for keuze in remark.voorstel.keuzes:
                moved = after.moment(keuze.moment)
                assert moved.eigen
                assert moved.dagen


def test_noord_has_three_school_days_in_july_2026_and_hears_a_way_out():
    (remark,) = [each for each in plan("2025-2026", "noord").opmerkingen if each.tekst.startswith("Rapportgesprekken")]
    assert remark.tekst == "Rapportgesprekken juli: juli heeft maar drie schooldagen."
    assert remark.voorstel.tekst == "Rapportgesprekken juli van 22 juni 2026 tot en met 26 juni 2026"


def test_march_stacks_advice_on_kindgesprekken_of_groep_8_and_only_those_move():
    (remark,) = [each for each in plan().opmerkingen if "Maart stapelt" in each.tekst]
    assert remark.ernst == "warn"
    after = plan(keuzes=remark.voorstel.keuzes)
    own, others = after.voor("kind_mrt", "8"), after.voor("kind_mrt", "5")
    assert own.tot < after.moment("advies_definitief").van
    assert own.sleutel == "kind_mrt/8"
    assert others.dagen == plan().moment("kind_mrt").dagen
    assert [key for key, _ in after.kolommen].count("kind_mrt") == 1


def test_a_report_date_of_the_school_moves_its_conversations():
    year = plan(rapporten={"februari": date(2027, 2, 12)})
    moment = year.moment("rapport_feb")
    assert (moment.van, moment.tot) == (date(2027, 2, 15), date(2027, 2, 19))
    assert moment.reden == "eerste schoolweek na het rapport van vrijdag 12 februari 2027"


def test_a_report_before_a_holiday_is_discussed_after_it_and_the_reason_says_so():
    moment = plan(rapporten={"februari": date(2027, 2, 19)}).moment("rapport_feb")
    assert moment.van == date(2027, 3, 1)
    assert moment.reden.endswith("; de week erna is er voorjaarsvakantie")


def test_a_report_on_a_day_without_school_is_remarked():
    remarks = plan(rapporten={"februari": date(2027, 2, 20)}).opmerkingen
    assert any("op 20 februari 2027 is er geen school" in each.tekst for each in remarks)


def test_a_moment_without_a_day_is_named_and_stays_in_the_plan():
    march = [VrijePeriode(naam="Verbouwing", soort="vrij", van=date(2027, 3, 1), tot=date(2027, 3, 31))]
    year = plan(eigen=march)
    assert year.moment("kind_mrt").dagen == ()
    assert any(each.ernst == "bad" and each.momenten == ("kind_mrt",) for each in year.opmerkingen)


def test_a_school_skips_a_moment_or_chooses_its_own_days():
    skip = Momentkeuze(schooljaar="2026-2027", moment="rapport_jul", vervalt=True)
    own = Momentkeuze(
        schooljaar="2026-2027", moment="kind_okt", van=date(2026, 9, 14), tot=date(2026, 9, 25), reden="eerder spreken"
    )
    year = plan(keuzes=[skip, own])
    assert year.moment("rapport_jul") is None
    assert year.moment("kind_okt").van == date(2026, 9, 14)
    assert year.moment("kind_okt").reden == "gekozen door de school: eerder spreken"


def test_a_choice_with_only_notes_changes_no_date():
    notes = Momentkeuze(schooljaar="2026-2027", moment="kind_okt", check_notitie="Rustig begin")
    assert plan(keuzes=[notes]).moment("kind_okt") == plan().moment("kind_okt")


def test_every_jaargroep_finds_its_moments():
    year = plan()
    found = {
        jaargroep: [each.basis for each in year.momenten if jaargroep in each.jaargroepen] for jaargroep in JAARGROEPEN
    }
    assert found["4"] == ["start", "kind_okt", "rapport_feb", "kind_mrt", "rapport_jul"]
    assert "preadvies" in found["7"]
    assert {"advies_voorlopig", "advies_definitief"} <= set(found["8"])


def test_a_school_without_the_highest_groups_has_a_plan_without_their_moments():
    young = plan().alleen({"1", "2", "3", "4", "5", "6"})
    assert {each.basis for each in young.momenten} == {"start", "kind_okt", "rapport_feb", "kind_mrt", "rapport_jul"}
    assert not [each for each in young.opmerkingen if "groep 7" in each.tekst or "groep 8" in each.tekst]
    assert plan().alleen(()) == plan()
    assert plan().alleen(JAARGROEPEN) == plan()
