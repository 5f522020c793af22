"""From one school year to the next: what is proposed, and that nobody is lost whatever the user makes of it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.jaarovergang.besluit import schrijfwerk
from app.models.jaarovergang.concept import als_tekst, uit_tekst
from app.models.jaarovergang.controle import (
    cijfers,
    fouten,
    geweigerd,
    te_beslissen,
    waarschuwingen,
)
from app.models.jaarovergang.groepen import NieuweGroep
from app.models.jaarovergang.overgang import Overgang, voorstel
from app.models.jaarovergang.stand import Stand, huidig_schooljaar
from app.models.jaarovergang.stappen import BLIJFT, OVER, SLAAT_OVER, STAPPEN, WEG, mogelijk
from app.models.jaarovergang.tijd import is_tijd, volgend_schooljaar
from app.models.leerling import Leerling, Plan
from app.models.school import Groep, School, Vervanging

YEAR, LAST_DAY = "2026-2027", date(2027, 7, 16)
JUNE = date(2027, 6, 21)

Groups = dict[str, tuple[str, ...]]


def school(groups: Groups, pupils: dict[str, tuple[str, str]], **more: object) -> Stand:
    """A school: groups by name with their years, and pupils by name with their group (by name) and jaargroep."""
    made = tuple(
        Groep(id=f"oud {name}", naam=name, schooljaar=YEAR, jaargroepen=years, leerkrachten=(f"juf van {name}",))
        for name, years in groups.items()
    )
    leerlingen = tuple(
        Leerling(id=name, roepnaam=name, sorteernaam=name, jaargroep=year, groep=f"oud {group}" if group else None)
        for name, (group, year) in pupils.items()
    )
    return Stand(schooljaar=YEAR, laatste_dag=LAST_DAY, groepen=made, leerlingen=leerlingen, **more)  # type: ignore[arg-type]


def outcome(overgang: Overgang) -> dict[str, str]:
    """Where everybody goes: `6 in 5/6`, `weg`, or `6 zonder groep`."""
    names = {each.id: each.naam for each in overgang.groepen}
    return {
        pupil: "weg"
        if step.soort == WEG
        else f"{step.jaargroep} in {names[step.groep]}"
        if step.groep
        else f"{step.jaargroep} zonder groep"
        for pupil, step in overgang.stappen.items()
    }


SINGLE: Groups = {str(year): (str(year),) for year in range(1, 9)}

EXAMPLES = [
    ("everyone one on, groep 8 away", SINGLE, {"Noor": ("5", "5"), "Bo": ("8", "8")}, {"Noor": "6 in 6", "Bo": "weg"}),
    (
        "in a combination group the young ones stay, the old ones go on",
        {"4": ("4",), "5/6": ("5", "6"), "7": ("7",)},
        {"Vijf": ("5/6", "5"), "Zes": ("5/6", "6"), "Vier": ("4", "4")},
        {"Vijf": "6 in 5/6", "Zes": "7 in 7", "Vier": "5 in 5/6"},
    ),
    (
        "but fill the group of their year beside it, where that would stay empty",
        {"4": ("4",), "5/6": ("5", "6"), "6": ("6",), "7": ("7",)},
        {"Vijf": ("5/6", "5"), "Zes": ("6", "6"), "Vier": ("4", "4")},
        {"Vijf": "6 in 6", "Zes": "7 in 7", "Vier": "5 in 5/6"},
    ),
    (
        "parallel groups keep their letter",
        {"5A": ("5",), "5B": ("5",), "6A": ("6",), "6B": ("6",)},
        {"Ann": ("5A", "5"), "Bas": ("5B", "5")},
        {"Ann": "6 in 6A", "Bas": "6 in 6B"},
    ),
    (
        "combination groups side by side too",
        {"1/2 rood": ("1", "2"), "1/2 geel": ("1", "2"), "3 rood": ("3",), "3 geel": ("3",)},
        {"Kees": ("1/2 geel", "2"), "Puk": ("1/2 geel", "1"), "Roos": ("1/2 rood", "2")},
        {"Kees": "3 in 3 geel", "Puk": "2 in 1/2 geel", "Roos": "3 in 3 rood"},
    ),
    (
        "groups with names go in their order",
        {"Bijen": ("5",), "Vlinders": ("5",), "Uilen": ("6",), "Valken": ("6",)},
        {"Ann": ("Bijen", "5"), "Bas": ("Vlinders", "5")},
        {"Ann": "6 in Uilen", "Bas": "6 in Valken"},
    ),
    (
        "two groups come together in one",
        {"5A": ("5",), "5B": ("5",), "6": ("6",)},
        {"Ann": ("5A", "5"), "Bas": ("5B", "5")},
        {"Ann": "6 in 6", "Bas": "6 in 6"},
    ),
    ("a school that grows gets a new group", {"5": ("5",)}, {"Ann": ("5", "5")}, {"Ann": "6 in 6"}),
    ("so does one whose groups have names", {"Bijen": ("5",)}, {"Ann": ("Bijen", "5")}, {"Ann": "6 in Groep 6"}),
    ("and a combination group", {"5/6": ("5", "6")}, {"Ann": ("5/6", "6")}, {"Ann": "7 in Groep 7"}),
    (
        "who has no group or no year stays so, and is shown",
        SINGLE,
        {"Los": ("", "4"), "Sam": ("5", "S"), "Leeg": ("5", "")},
        {"Los": "5 zonder groep", "Sam": "S in 5", "Leeg": " in 5"},
    ),
    ("who came in late goes to groep 1", {"1/2": ("0", "1", "2")}, {"Puk": ("1/2", "0")}, {"Puk": "1 in 1/2"}),
]


@pytest.mark.parametrize(
    ("groups", "pupils", "expected"), [each[1:] for each in EXAMPLES], ids=[e[0] for e in EXAMPLES]
)
def test_proposal(groups: Groups, pupils: dict[str, tuple[str, str]], expected: dict[str, str]):
    assert outcome(voorstel(school(groups, pupils))) == expected


@pytest.mark.parametrize(
    ("jaargroep", "steps"),
    [
        ("0", (OVER, BLIJFT, SLAAT_OVER, WEG)),
        ("6", (OVER, BLIJFT, SLAAT_OVER, WEG)),
        ("7", (OVER, BLIJFT, WEG)),
        ("8", (WEG, BLIJFT)),
        ("S", (BLIJFT, WEG)),
        ("16", (BLIJFT, WEG)),
        ("", (BLIJFT, WEG)),
    ],
)
def test_which_steps_a_pupil_can_take(jaargroep: str, steps: tuple[str, ...]):
    assert mogelijk(jaargroep) == steps


def test_who_stays_or_skips_comes_into_the_group_of_that_year():
    made = voorstel(school(SINGLE, {"Noor": ("5", "5"), "Bo": ("8", "8")}))
    assert outcome(made.met_stap(["Noor"], BLIJFT))["Noor"] == "5 in 5"
    assert outcome(made.met_stap(["Noor"], SLAAT_OVER))["Noor"] == "7 in 7"
    assert outcome(made.met_stap(["Noor", "Bo"], BLIJFT)) == {"Noor": "5 in 5", "Bo": "8 in 8"}
    assert outcome(made.met_stap(["Bo"], OVER))["Bo"] == "weg"  # there is no groep 9


def test_teachers_stay_with_their_group():
    made = voorstel(school(SINGLE, {"Noor": ("5", "5")}))
    assert {each.naam: each.leerkrachten for each in made.groepen}["6"] == ("juf van 6",)


def test_groups_are_joined_and_split_again():
    made = voorstel(school({"5": ("5",), "6": ("6",), "7": ("7",)}, {"Vijf": ("5", "5"), "Zes": ("6", "6")}))
    _, six, seven = made.groepen
    joined = made.samengevoegd(six.id, seven.id)
    assert outcome(joined) == {"Vijf": "6 in 6", "Zes": "7 in 6"}
    assert joined.jaargroepen()[six.id] == ("6", "7")
    assert joined.groep(six.id).leerkrachten == ("juf van 6", "juf van 7")  # type: ignore[union-attr]
    apart = joined.gesplitst(six.id, NieuweGroep(naam="7B"))
    assert outcome(apart) == {"Vijf": "6 in 6", "Zes": "7 in 7B"}
    assert apart.jaargroepen()[six.id] == ("6",)
    assert [each.naam for each in apart.groepen] == ["5", "6", "7B"]


def test_a_group_of_one_year_is_split_in_halves_by_name():
    made = voorstel(school({"5": ("5",), "6": ("6",)}, dict.fromkeys(("Ann", "Bas", "Cas", "Dik"), ("5", "5"))))
    apart = made.gesplitst(made.groepen[1].id, NieuweGroep(naam="6B"))
    assert outcome(apart) == {"Ann": "6 in 6", "Bas": "6 in 6", "Cas": "6 in 6B", "Dik": "6 in 6B"}


def test_a_group_left_out_leaves_its_pupils_without_one():
    made = voorstel(school(SINGLE, {"Noor": ("5", "5")}))
    left = made.zonder(made.groepen[5].id)
    assert outcome(left)["Noor"] == "6 zonder groep"
    assert te_beslissen(left, left.stand.leerlingen[0]) == "nog geen groep"


def test_pupils_are_moved_many_at_once_and_their_group_gets_their_year():
    made = voorstel(school({"5": ("5",), "6": ("6",)}, {"Ann": ("5", "5"), "Bas": ("5", "5"), "Weg": ("5", "5")}))
    made = made.met_stap(["Weg"], WEG).met_groep(["Ann", "Bas", "Weg"], made.groepen[0].id)
    assert outcome(made) == {"Ann": "6 in 5", "Bas": "6 in 5", "Weg": "weg"}
    assert made.jaargroepen()[made.groepen[0].id] == ("5", "6")


def test_a_groepsplan_that_runs_on_goes_along_with_most_of_its_children():
    plans = tuple(
        Plan(id=name, soort="groepsplan", groep="oud 5", onderwerp=name, tot=tot)
        for name, tot in (("rekenen", date(2027, 10, 1)), ("spelling", date(2027, 11, 1)), ("taal", None))
    )
    made = voorstel(school({"5": ("5",), "6": ("6",)}, {"Ann": ("5", "5")}, groepsplannen=plans))
    assert made.plannen == {"rekenen", "spelling", "taal"}
    written = [each for each in schrijfwerk(made.met_plan("spelling", False)) if each.soort == "plan"]
    assert [(each.velden["onderwerp"], each.velden["groep"]) for each in written] == [
        ("rekenen", made.groepen[1].id),
        ("taal", made.groepen[1].id),
    ]
    assert not {each.id for each in written} & {"rekenen", "spelling", "taal"}  # the old plans stay with the old group


def test_who_stands_in_beyond_the_summer_does_so_for_the_same_teacher():
    away = Vervanging(groep="oud 5", medewerker="inval", vervangt="juf van 5", tot=None)
    made = voorstel(school({"5": ("5",)}, {"Ann": ("5", "5")}, vervangingen=(away,)))
    assert [e.velden["groep"] for e in schrijfwerk(made) if e.soort == "vervanging"] == [made.groepen[0].id]
    gone = made.met_nieuwe(replace(made.groepen[0], leerkrachten=("een ander",)))
    assert [e for e in schrijfwerk(gone) if e.soort == "vervanging"] == []


def test_what_is_written_of_a_leaver_and_of_the_old_groups():
    left = Leerling(id="Eerder", groep="oud 5", jaargroep="5", gearchiveerd_op="2027-02-01")
    stand = school({"5": ("5",), "8": ("8",)}, {"Bo": ("8", "8"), "Ann": ("5", "5")}, vertrokken=(left,))
    work = schrijfwerk(voorstel(stand))
    pupils = {each.id: each.velden for each in work if each.soort == "leerling"}
    assert pupils["Bo"] == {"gearchiveerd_op": "2027-07-16", "uitstroomdatum": LAST_DAY}
    placed = {each.velden["leerling"]: each.velden for each in work if each.soort == "plaatsing"}
    assert {name: (one["groep"], one["jaargroep"]) for name, one in placed.items()} == {
        "Bo": ("oud 8", "8"),
        "Ann": ("oud 5", "5"),
        "Eerder": ("oud 5", "5"),
    }
    assert {each.id for each in work if each.velden.get("opgeheven_op") == "2027-07-16"} == {"oud 5", "oud 8"}
    assert (work[-1].soort, work[-1].velden) == ("school", {"schooljaar": "2027-2028"})


def test_too_early_too_late_and_twice():
    stand = school(SINGLE, {"Noor": ("5", "5")})
    assert waarschuwingen(stand, JUNE) == ()
    assert "Meestal doe je dit vanaf juni" in waarschuwingen(stand, date(2027, 5, 31))[0]
    assert waarschuwingen(stand, date(2027, 9, 1)) == ()  # late, and all the more welcome
    assert (is_tijd(YEAR, date(2027, 5, 31)), is_tijd(YEAR, date(2027, 6, 1))) == (False, True)
    assert geweigerd(stand, JUNE) == ""
    assert "al gedaan" in geweigerd(replace(stand, schooljaar="2027-2028"), JUNE)
    assert "nog geen leerlingen" in geweigerd(replace(stand, leerlingen=()), JUNE)


def test_conversations_without_a_report_are_named():
    stand = replace(school(SINGLE, {"Noor": ("5", "5")}), zonder_verslag=12, niet_gehouden=1)
    first, second = waarschuwingen(stand, JUNE)
    assert first.startswith("12 gehouden gesprekken hebben nog geen verslag.")
    assert second == "1 gesprek was gepland en is niet afgevinkt."


def test_groups_need_names_of_their_own():
    made = voorstel(school(SINGLE, {"Noor": ("5", "5")}))
    twice = made.met_nieuwe(replace(made.groepen[0], naam=" 2 ")).met_nieuwe(replace(made.groepen[2], naam=" "))
    assert fouten(made) == ()
    assert fouten(twice) == (
        "Een nieuwe groep heeft nog geen naam. Geef hem bij stap 1 een naam.",
        "Er zijn 2 groepen die ‘2’ heten. Geef ze bij stap 1 elk een eigen naam.",
    )


def test_a_school_whose_year_was_never_filled_in_is_in_the_year_of_today():
    assert huidig_schooljaar(School(schooljaar="2026-2027"), date(2027, 9, 1)) == "2026-2027"
    assert huidig_schooljaar(School(schooljaar="26/27"), date(2027, 9, 1)) == "2027-2028"
    assert volgend_schooljaar("2029-2030") == "2030-2031"


def test_choices_stay_when_the_school_changes_meanwhile():
    stand = school(SINGLE, {"Noor": ("5", "5"), "Bo": ("8", "8"), "Sem": ("5", "5")})
    chosen = voorstel(stand).met_stap(["Noor", "Sem"], BLIJFT)
    moved = replace(stand.leerlingen[2], groep="oud 6", jaargroep="6")
    now = replace(stand, leerlingen=(stand.leerlingen[0], moved, Leerling(id="Nieuw", groep="oud 3", jaargroep="3")))
    assert outcome(uit_tekst(als_tekst(chosen), now)) == {"Noor": "5 in 5", "Sem": "7 in 7", "Nieuw": "4 in 4"}


def test_choices_for_another_year_are_not_used():
    stand = school(SINGLE, {"Noor": ("5", "5")})
    chosen = als_tekst(voorstel(stand).met_stap(["Noor"], BLIJFT))
    assert outcome(uit_tekst(chosen, replace(stand, schooljaar="2027-2028"))) == {"Noor": "6 in 6"}
    assert outcome(uit_tekst("", stand)) == {"Noor": "6 in 6"}


def test_a_plan_that_was_unticked_stays_so_and_a_new_one_is_proposed():
    plans = [Plan(id=name, soort="groepsplan", groep="oud 5", tot=date(2027, 10, 1)) for name in ("een", "twee")]
    stand = school({"5": ("5",), "6": ("6",)}, {"Noor": ("5", "5")}, groepsplannen=tuple(plans[:1]))
    text = als_tekst(voorstel(stand).met_plan("een", False))
    assert uit_tekst(text, replace(stand, groepsplannen=tuple(plans))).plannen == {"twee"}


CODES = st.sampled_from(["0", "1", "2", "3", "4", "5", "6", "7", "8", "S", "V", ""])


@st.composite
def schools(draw: st.DrawFn) -> Stand:
    names = draw(st.lists(st.sampled_from(["1/2", "3", "4A", "4B", "5/6", "6", "7", "8", "Uilen"]), unique=True))
    groups = {name: tuple(each for each in name if each.isdigit()) for name in names}
    size = draw(st.integers(0, 12))
    pupils = {f"kind {n}": (draw(st.sampled_from(["", *names])), draw(CODES)) for n in range(size)}
    return school(groups, pupils)


@st.composite
def edited(draw: st.DrawFn) -> Overgang:
    made = voorstel(draw(schools()))
    ids = sorted(made.stappen)
    for _ in range(draw(st.integers(0, 6))):
        some = draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
        groups = [each.id for each in made.groepen]
        one, other = (draw(st.sampled_from([*groups, ""])) for _ in range(2))
        action = draw(st.sampled_from(["stap", "groep", "zonder", "samen", "splits"]))
        if action == "stap":
            made = made.met_stap(some, draw(st.sampled_from(sorted(STAPPEN))))
        elif action == "groep":
            made = made.met_groep(some, one or None)
        elif action == "zonder" and one:
            made = made.zonder(one)
        elif action == "samen" and one and other and one != other:
            made = made.samengevoegd(one, other)
        elif action == "splits" and one:
            made = made.gesplitst(one, NieuweGroep(naam="nieuw"))
    return made


@given(edited())
def test_nobody_is_lost_nobody_doubled_and_the_figures_add_up(made: Overgang):
    figures = cijfers(made)
    assert figures.over + figures.blijft + figures.slaat_over + figures.weg == figures.leerlingen
    assert figures.leerlingen == len(made.stand.leerlingen)
    inside = [each.id for group in (*(one.id for one in made.groepen), None) for each in made.leerlingen_in(group)]
    gone = [pupil for pupil, step in made.stappen.items() if step.soort == WEG]
    assert sorted(inside + gone) == sorted(each.id for each in made.stand.leerlingen)
    assert sum(made.aantallen().values()) == len(inside)
    assert set(made.aantallen()) <= {None, *(each.id for each in made.groepen)}


@given(edited())
def test_each_pupil_is_written_once_and_every_reference_leads_to_something(made: Overgang):
    work = schrijfwerk(made)
    pupils = [each.id for each in work if each.soort == "leerling"]
    assert sorted(pupils) == sorted(each.id for each in made.stand.leerlingen)
    assert len({(each.soort, each.id) for each in work}) == len(work)
    groups = {each.id for each in work if each.soort == "groep"}
    assert {each.velden["groep"] for each in work if each.velden.get("groep")} <= groups
    years = {each.id: each.velden["jaargroepen"] for each in work if each.soort == "groep" and "naam" in each.velden}
    for each in work:
        if each.soort == "leerling" and each.velden.get("groep"):
            assert not each.velden["jaargroep"] or each.velden["jaargroep"] in years[each.velden["groep"]]


@given(edited())
def test_choices_that_are_kept_come_back_as_they_were(made: Overgang):
    assert uit_tekst(als_tekst(made), made.stand) == made
