"""Combination groups come in two ways, names are shared for two reasons: the groups on screen are right in all."""

from dataclasses import replace

import pytest

from app.models.schoolimport.aanlevering import Aanlevering, GroepRegel, Koppeling, LeerlingRegel, MedewerkerRegel
from app.models.schoolimport.klassen import indeling
from tests.imports.maak_edexml import verzonnen_school
from tests.models.schoolimport.in_geheugen import ingelezen, voorstel

Keys = tuple[str, ...]


def group(key: str, naam: str, jaargroep: str = "", **values: bool) -> GroepRegel:
    return GroepRegel(key=key, naam=naam, jaargroep=jaargroep, **values)


def pupil(
    groep: str = "", jaargroep: str = "", vestiging: str = "", samengesteld: tuple[str, ...] = ()
) -> LeerlingRegel:
    return LeerlingRegel(
        roepnaam="Bo", groep=groep, jaargroep=jaargroep, vestiging=vestiging, samengesteld=samengesteld
    )


def seen(
    groepen: list[GroepRegel], leerlingen: list[LeerlingRegel]
) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Name, keys and years of each group on screen."""
    file = Aanlevering(groepen=tuple(groepen), leerlingen=tuple(leerlingen), vestigingen={"n": "Noord", "z": "Zuid"})
    return [(each.naam, each.keys, each.jaargroepen) for each in indeling(file, leerlingen).klassen]


@pytest.mark.parametrize(
    ("groepen", "leerlingen", "on_screen"),
    [
        pytest.param(
            [group("g", "5/6", "C")],
            [pupil("g", "5"), pupil("g", "6")],
            [("5/6", ("g",), ("5", "6"))],
            id="one group with jaargroep C: the years stand with the pupils",
        ),
        pytest.param(
            [group("b", "5/6", "6"), group("a", "5/6", "5")],
            [pupil("a"), pupil("b")],
            [("5/6", ("a", "b"), ("5", "6"))],
            id="several groups with one name, each with a year: one group, all keys kept",
        ),
        pytest.param(
            [group("a", "5", "5"), group("b", "5", "5")],
            [pupil("a", vestiging="n"), pupil("b", vestiging="z")],
            [("5 (Noord)", ("a",), ("5",)), ("5 (Zuid)", ("b",), ("5",))],
            id="one name in two locations: two groups, told apart",
        ),
        pytest.param(
            [group("a", "A", "5"), group("b", "A", "6")],
            [pupil("a", vestiging="n"), pupil("b", vestiging="z")],
            [("A (Noord)", ("a",), ("5",)), ("A (Zuid)", ("b",), ("6",))],
            id="other years, but in other locations: two groups",
        ),
        pytest.param(
            [group("a", "A", "5"), group("b", "A", "6"), group("c", "A", "5"), group("d", "A", "6")],
            [pupil("a", "5", "n"), pupil("b", "6", "n"), pupil("c", "5", "z"), pupil("d", "6", "z")],
            [("A (Noord)", ("a", "b"), ("5", "6")), ("A (Zuid)", ("c", "d"), ("5", "6"))],
            id="a combination group of the same name in each location",
        ),
        pytest.param(
            [group("a", "5", "5"), group("b", "5", "5")],
            [pupil("a"), pupil("b")],
            [("5", ("a",), ("5",)), ("5", ("b",), ("5",))],
            id="same name and year: never joined",
        ),
        pytest.param(
            [group("a", "5", "5")],
            [pupil("a", "5"), pupil("a", "4"), pupil("a")],
            [("5", ("a",), ("4", "5"))],
            id="a pupil's own year leads over the group's",
        ),
        pytest.param(
            [group("a", "5", "5"), group("s", "Plusklas", samengesteld=True)],
            [pupil("a", "5", samengesteld=("s",))],
            [("5", ("a",), ("5",))],
            id="a samengestelde groep beside the own group is left out",
        ),
        pytest.param(
            [group("s", "Plein", samengesteld=True), group("t", "Leesgroep", samengesteld=True)],
            [pupil(jaargroep="3", samengesteld=("t", "s")), pupil(jaargroep="4", samengesteld=("s",))],
            [("Plein", ("s",), ("3", "4"))],
            id="pupils without an own group are in the largest samengestelde groep they share",
        ),
        pytest.param(
            [group("a", "5", "5"), group("leeg", "1c", "1"), group("h", "Oud", "H")],
            [pupil("a")],
            [("5", ("a",), ("5",))],
            id="empty and historical groups are left out",
        ),
        pytest.param([group("a", "Bijen", "C")], [pupil("a")], [("Bijen", ("a",), ())], id="years that nobody tells"),
    ],
)
def test_the_groups_on_screen(groepen, leerlingen, on_screen):
    assert seen(groepen, leerlingen) == on_screen


def test_groups_that_can_not_be_told_apart_are_mentioned():
    twice = Aanlevering(groepen=(group("a", "5", "5"), group("b", "5", "5")))
    pupils = [pupil("a"), pupil("b")]
    assert indeling(twice, pupils).opmerkingen == (
        "Meer dan één groep heet ‘5’. Ze blijven apart; geef ze in Ruggespraak zelf een naam waaraan je ze herkent.",
    )


@pytest.mark.parametrize(
    ("roles", "teachers"),
    [
        ([("leerkracht",), ("ib",)], [0]),
        ([("leerkracht",), ("leerkracht", "ib")], [0, 1]),
        ([("ib",)], [0]),
        ([(), ("onderwijsassistent",)], [0]),
    ],
)
def test_teachers_of_a_group_are_those_who_teach(roles: list[tuple[str, ...]], teachers: list[int]):
    staff = tuple(MedewerkerRegel(rollen=each, groepen=(Koppeling(groep="a"),)) for each in roles)
    file = Aanlevering(groepen=(group("a", "5", "5"),), medewerkers=staff)
    (klas,) = indeling(file, [pupil("a")]).klassen
    assert klas.leerkrachten == tuple(staff[number].id for number in teachers)


def test_the_role_in_the_group_goes_before_the_role_in_the_school():
    ib_here = MedewerkerRegel(rollen=("leerkracht",), groepen=(Koppeling(groep="a", rollen=("ib",)),))
    teacher = MedewerkerRegel(rollen=("ib",), groepen=(Koppeling(groep="a", rollen=("leerkracht",)),))
    file = Aanlevering(groepen=(group("a", "5", "5"),), medewerkers=(ib_here, teacher))
    assert indeling(file, [pupil("a")]).klassen[0].leerkrachten == (teacher.id,)


def test_both_ways_of_writing_make_the_same_school():
    one, split = verzonnen_school(120, combinaties="C"), verzonnen_school(120, combinaties="gesplitst")
    names = {each.naam for each in ingelezen(one).groepen}
    assert names == {each.naam for each in ingelezen(split).groepen}
    assert {"3/4", "5/6"} < names


def test_an_administration_that_joins_a_split_group_later_keeps_it_one_group():
    split = verzonnen_school(120, combinaties="gesplitst")
    known = ingelezen(split)
    joined = replace(
        split,
        groepen=tuple(
            replace(each, jaargroep="C") if each.key == "g2a" else each for each in split.groepen if each.key != "g2b"
        ),
        leerlingen=tuple(replace(row, groep="g2a") if row.groep == "g2b" else row for row in split.leerlingen),
        medewerkers=None,
    )
    (post,) = voorstel(joined, known).posten
    assert (post.soort, post.actie, post.naam) == ("groep", "wijzigen", "3/4")
    assert [each.veld for each in post.wijzigingen] == ["bron_keys"]
