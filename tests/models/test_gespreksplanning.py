"""Planning many conversations: everyone a time, brothers and sisters together, nobody in two rooms."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.bezetting import Afspraakvraag, Blok, Plek
from app.models.gespreksplanning import (
    GEEN_TIJD,
    GEZIN_BEZET,
    TE_KORT,
    VOL,
    Afgebroken,
    Rooster,
    maak_rooster,
    plaatsen,
)
from app.models.tijden import als_minuten, als_tijd

MAANDAG = date(2027, 2, 1)
DINSDAG = MAANDAG + timedelta(1)


def vraag(leerling: str, groep: str = "5", gezin: str = "", ouder: str = "", minuten: int = 10) -> Afspraakvraag:
    return Afspraakvraag(leerling, groep, minuten, gezin, ouder, volgorde=leerling)


def blok(
    groep: str = "5", van: str = "15:00", tot: str = "16:00", dag: date = MAANDAG, *pauzes: tuple[str, str]
) -> Blok:
    return Blok(dag, van, tot, groep, f"juf {groep}", pauzes)


def tijden(rooster: Rooster) -> dict[str, str]:
    return {plek.vraag.leerling: plek.tijd for plek in rooster.plekken}


def test_a_group_follows_each_other_from_the_start_in_its_own_order():
    rooster = maak_rooster([vraag("Noor"), vraag("Ali"), vraag("Sem")], [blok()])
    assert tijden(rooster) == {"Ali": "15:00", "Noor": "15:10", "Sem": "15:20"}
    assert next((plek.leraar, plek.tot) for plek in rooster.plekken) == ("juf 5", "15:10")


def test_nobody_is_received_in_a_break():
    rooster = maak_rooster([vraag(each) for each in "abcd"], [blok("5", "15:00", "16:00", MAANDAG, ("15:20", "15:35"))])
    assert list(tijden(rooster).values()) == ["15:00", "15:10", "15:35", "15:45"]


def test_brothers_and_sisters_come_right_after_each_other_though_their_teachers_differ():
    vragen = [vraag("Ali"), vraag("Bo"), vraag("Zoë", "5", "berg"), vraag("Cas", "7"), vraag("Yara", "7", "berg")]
    rooster = maak_rooster(vragen, [blok("5"), blok("7")])
    assert tijden(rooster) == {"Yara": "15:00", "Zoë": "15:10", "Ali": "15:00", "Bo": "15:20", "Cas": "15:10"}


def test_twins_of_one_group_follow_each_other():
    vragen = [vraag("Ali"), vraag("Bo", gezin="berg"), vraag("Cas"), vraag("Daan", gezin="berg")]
    assert tijden(maak_rooster(vragen, [blok()])) == {"Bo": "15:00", "Daan": "15:10", "Ali": "15:20", "Cas": "15:30"}


def test_a_family_gets_one_day_where_there_is_one():
    vragen = [vraag("Bo", "5", "berg"), vraag("Daan", "7", "berg")]
    blokken = [blok("5", dag=MAANDAG), blok("5", dag=DINSDAG), blok("7", "15:30", "16:30", DINSDAG)]
    rooster = maak_rooster(vragen, blokken)
    assert {plek.datum for plek in rooster.plekken} == {DINSDAG}
    assert tijden(rooster) == {"Bo": "15:20", "Daan": "15:30"}


def test_teachers_without_a_day_in_common_each_get_their_own():
    rooster = maak_rooster([vraag("Bo", "5", "berg"), vraag("Daan", "7", "berg")], [blok("5"), blok("7", dag=DINSDAG)])
    assert [plek.datum for plek in rooster.plekken] == [MAANDAG, DINSDAG]


def test_separated_parents_each_have_their_own_time():
    rooster = maak_rooster([vraag("Bo", ouder="Mia"), vraag("Bo", ouder="Jan"), vraag("Ali")], [blok()])
    assert {plek.vraag.ouder: plek.tijd for plek in rooster.plekken} == {"": "15:00", "Jan": "15:10", "Mia": "15:20"}


def test_what_is_planned_stays_and_its_family_comes_near_it():
    vast = [Plek(vraag("Daan", "7", "berg"), MAANDAG, "15:30", "juf 7"), Plek(vraag("Eva"), MAANDAG, "15:20", "juf 5")]
    rooster = maak_rooster([vraag("Ali"), vraag("Bo", gezin="berg")], [blok()], vast)
    assert tijden(rooster) == {"Ali": "15:00", "Bo": "15:40"}


def test_a_teacher_of_two_groups_receives_one_family_at_a_time():
    blokken = [Blok(MAANDAG, "15:00", "16:00", groep, "juf Els") for groep in ("5", "6")]
    rooster = maak_rooster([vraag("Ali", "5"), vraag("Bo", "6")], blokken)
    assert tijden(rooster) == {"Ali": "15:00", "Bo": "15:10"}


def test_long_and_short_conversations_leave_no_holes():
    vragen = [vraag("Ali"), vraag("Bo", minuten=15), vraag("Cas", minuten=25)]
    assert tijden(maak_rooster(vragen, [blok(tot="15:50")])) == {"Cas": "15:00", "Bo": "15:25", "Ali": "15:40"}


def test_what_does_not_fit_is_named_with_the_reason():
    vragen = [vraag("Ali"), vraag("Bo"), vraag("Cas", "6"), vraag("Daan", minuten=45, groep="8")]
    rooster = maak_rooster(vragen, [blok(tot="15:15"), blok("8", tot="15:30")])
    assert tijden(rooster) == {"Ali": "15:00"}
    assert [(each.vraag.leerling, each.reden) for each in rooster.past_niet] == [
        ("Bo", VOL),
        ("Cas", GEEN_TIJD),
        ("Daan", TE_KORT.format(minuten=45)),
    ]


def test_how_many_fit_is_known_before_planning():
    vast = [Plek(vraag("Eva"), MAANDAG, "15:20", "juf 5")]
    assert plaatsen([blok(), blok("7")], vast, "5", 10) == 5
    assert plaatsen([blok()], (), "7", 10) == 0


def test_a_family_that_is_elsewhere_all_the_time_is_told_so():
    vast = [Plek(vraag("Daan", "7", "berg", minuten=60), MAANDAG, "15:00", "juf 7")]
    rooster = maak_rooster([vraag("Bo", gezin="berg")], [blok()], vast)
    assert [each.reden for each in rooster.past_niet] == [GEZIN_BEZET]


def test_somebody_moves_for_who_can_only_come_at_one_time():
    vast = [Plek(vraag("Daan", "7", "berg", minuten=20), MAANDAG, "15:10", "juf 7")]
    vragen = [vraag("Ali", gezin="dam"), vraag("Bo", gezin="berg"), vraag("Cas", "6", "dam")]
    rooster = maak_rooster(vragen, [blok(tot="15:30"), blok("6", "15:10", "15:20")], vast)
    assert tijden(rooster) == {"Bo": "15:00", "Cas": "15:10", "Ali": "15:20"}


def test_planning_can_be_followed_and_stopped():
    seen: list[tuple[int, int]] = []
    maak_rooster([vraag("a"), vraag("b")], [blok()], progress=lambda *each: seen.append(each))
    assert seen[-1] == (2, 2)
    with pytest.raises(Afgebroken):
        maak_rooster([vraag("a")], [blok()], cancelled=lambda: True)


GROEPEN = ("3", "5", "7")


@st.composite
def scholen(draw: st.DrawFn) -> tuple[list[Afspraakvraag], list[Blok], list[Plek]]:
    def een(naam: str) -> Afspraakvraag:
        gezin = draw(st.sampled_from(("", "", "berg", "dam", "el amrani")))
        ouder = draw(st.sampled_from(("", "", "Mia", "Jan")))
        return vraag(naam, draw(st.sampled_from(GROEPEN)), gezin, ouder, draw(st.sampled_from((10, 10, 15))))

    vragen = [een(f"leerling {number:02}") for number in range(draw(st.integers(0, 16)))]
    blokken = []
    for _ in range(draw(st.integers(0, 5))):
        start = als_minuten("14:00") + 5 * draw(st.integers(0, 18))
        pauze = als_tijd(start + 20), als_tijd(start + draw(st.sampled_from((20, 30))))
        dag = MAANDAG + timedelta(draw(st.integers(0, 1)))
        tot = als_tijd(start + draw(st.sampled_from((10, 30, 60, 90))))
        blokken.append(blok(draw(st.sampled_from(GROEPEN)), als_tijd(start), tot, dag, pauze))
    vast = [
        Plek(een(f"gepland {number}"), MAANDAG, als_tijd(als_minuten("14:10") + 20 * number), "juf 5")
        for number in range(draw(st.integers(0, 3)))
    ]
    return vragen, blokken, vast


def overlappen(een: Plek, ander: Plek) -> bool:
    return een.datum == ander.datum and een.tijd < ander.tot and ander.tijd < een.tot


@settings(max_examples=200, deadline=None)
@given(scholen(), st.randoms(use_true_random=False))
def test_whatever_the_school_the_proposal_can_be_held(school: tuple, toeval):
    vragen, blokken, vast = school
    rooster = maak_rooster(vragen, blokken, vast)

    assert sorted([plek.vraag for plek in rooster.plekken] + [each.vraag for each in rooster.past_niet]) == sorted(
        vragen
    ), "everyone is placed or named, once"
    assert all(each.reden for each in rooster.past_niet)

    for een, ander in combinations((*rooster.plekken, *vast), 2):
        if een in vast and ander in vast:
            continue
        if een.leraar == ander.leraar:
            assert not overlappen(een, ander), "no teacher has two at a time"
        if een.vraag.thuis == ander.vraag.thuis or (een.vraag.ouder and een.vraag.ouder == ander.vraag.ouder):
            assert not overlappen(een, ander), "no family is in two rooms"

    for plek in rooster.plekken:
        fitting = [
            each
            for each in blokken
            if (each.groep, each.datum, each.leraar) == (plek.vraag.groep, plek.datum, plek.leraar)
            and each.van <= plek.tijd
            and plek.tot <= each.tot
            and not any(van < plek.tot and plek.tijd < tot for van, tot in each.pauzes if van < tot)
        ]
        assert fitting, "in a block of the own group, and not in a break"

    for each in (vragen, blokken, vast):
        toeval.shuffle(each)
    assert maak_rooster(vragen, blokken, vast) == rooster, "the order in which it is asked makes no difference"


def test_a_whole_school_is_planned_with_nearly_all_families_together():
    vragen = []
    for number in range(600):
        family = number // 2 if number % 3 else number  # one in three has no brother or sister here
        groep = f"{number * 7 % 24:02}"
        vragen.append(vraag(f"leerling {number:03}", groep, f"gezin {family}", minuten=15))
    dagen = [MAANDAG + timedelta(each) for each in range(5)]
    blokken = [blok(f"{groep:02}", "15:00", "17:00", dag) for groep in range(24) for dag in dagen]
    rooster = maak_rooster(vragen, blokken)
    assert not rooster.past_niet
    bij_elkaar: dict[str, list[Plek]] = defaultdict(list)
    for plek in rooster.plekken:
        bij_elkaar[plek.vraag.gezin].append(plek)
    paren = [sorted(each, key=lambda plek: (plek.datum, plek.tijd)) for each in bij_elkaar.values() if len(each) > 1]
    naast = sum(een.datum == ander.datum and een.tot == ander.tijd for een, ander in paren)
    assert naast >= 0.95 * len(paren)
