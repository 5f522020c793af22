"""What is new, changed or gone, and what an import leaves alone."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.leerling import Leerling
from app.models.school import Groep, Medewerker, School
from app.models.schoolimport.aanlevering import GroepRegel, Koppeling, LeerlingRegel, MedewerkerRegel
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.voorstel import NIEUW, TERUG, VERTREK, WEG, WIJZIGEN, Keuze
from tests.imports.maak_edexml import verzonnen_school
from tests.models.schoolimport.in_geheugen import (
    DAAN,
    GROEP_5,
    GROEP_6,
    JOKE,
    LEEG,
    NOOR,
    SCHOOL,
    anders,
    ingelezen,
    met_de_hand,
    na,
    velden,
    voorstel,
    wat,
)


def the_pupil(bestand: Bestand, naam: str) -> Leerling:
    return next(each for each in bestand.leerlingen if each.naam == naam)


def test_a_first_import_makes_everything_and_ties_it_together():
    school = ingelezen(SCHOOL)
    noor, groep = the_pupil(school, "Noor van den Berg"), school.groepen[0]
    assert wat(voorstel(SCHOOL, LEEG).posten) == [
        ("school", "wijzigen", "Proefschool"),
        ("medewerker", "nieuw", "Joke Wierda"),
        ("groep", "nieuw", "5"),
        ("groep", "nieuw", "6"),
        ("leerling", "nieuw", "Noor van den Berg"),
        ("leerling", "nieuw", "Daan Kolkman"),
    ]
    assert noor.groep == groep.id
    assert (noor.jaargroep, noor.bron_key, noor.sorteernaam) == ("5", "101", "berg noor van den")
    assert groep.leerkrachten == (school.medewerkers[0].id,)
    assert (groep.schooljaar, groep.jaargroepen, groep.bron_keys) == ("2026-2027", ("5",), ("g5",))
    assert school.school is not None
    assert school.school.brin == "99ZZ"


@settings(max_examples=40)
@given(st.integers(1, 80), st.sampled_from(("geen", "C", "gesplitst")), st.integers(0, 10_000))
def test_the_same_file_again_proposes_nothing(leerlingen: int, combinaties: str, seed: int):
    school = verzonnen_school(leerlingen, combinaties=combinaties, seed=seed)
    known = ingelezen(school)
    again = voorstel(verzonnen_school(leerlingen, combinaties=combinaties, seed=seed), known)
    assert (again.posten, again.vragen, again.bezwaren) == ((), (), ())
    assert again.ongewijzigd["leerling"] == leerlingen


def test_a_change_shows_the_old_value_and_the_new():
    later = anders(SCHOOL, "101", achternaam="Bergh", groep="g6", jaargroep="6")
    (post,) = voorstel(later, ingelezen(SCHOOL)).van("leerling")
    assert (post.actie, post.naam) == (WIJZIGEN, "Noor van den Berg")
    assert velden(post) == {"achternaam": ("Berg", "Bergh"), "jaargroep": ("5", "6"), "groep": ("5", "6")}


def test_each_change_can_be_unticked():
    before = ingelezen(SCHOOL)
    proposed = voorstel(anders(SCHOOL, "101", achternaam="Bergh", roepnaam="Nora"), before)
    (post,) = proposed.posten
    keuze = Keuze.begin(proposed).met(post, False, "roepnaam")
    assert keuze.is_aan(post)
    assert not keuze.is_aan(post, "roepnaam")
    noor = the_pupil(na(before, proposed, keuze), "Noor van den Bergh")
    assert noor.sorteernaam == "bergh noor van den"


def test_what_the_file_does_not_hold_stays_as_it_is():
    bare = LeerlingRegel(key="101", roepnaam="Noor")
    known = met_de_hand(ingelezen(SCHOOL), "Noor van den Berg", gezin="gezin-1", instroomdatum=date(2021, 3, 2))
    again = voorstel(replace(SCHOOL, leerlingen=(bare, DAAN), medewerkers=None), known)
    assert again.van("leerling") == ()
    assert again.van("medewerker") == ()
    assert the_pupil(na(known, again), "Noor van den Berg").gezin == "gezin-1"


def test_with_a_surname_the_file_says_that_a_prefix_is_gone():
    (post,) = voorstel(anders(SCHOOL, "101", voorvoegsel=""), ingelezen(SCHOOL)).posten
    assert velden(post) == {"tussenvoegsel": ("van den", "")}


def test_a_correction_by_hand_stands_until_the_administration_says_something_new():
    corrected = met_de_hand(ingelezen(SCHOOL), "Noor van den Berg", roepnaam="Noortje")
    (post,) = voorstel(SCHOOL, corrected).posten
    (same,) = post.wijzigingen
    assert same.met_de_hand
    assert not same.aan
    assert the_pupil(na(corrected, voorstel(SCHOOL, corrected)), "Noortje van den Berg")

    (post,) = voorstel(anders(SCHOOL, "101", roepnaam="Nora"), corrected).posten
    (newer,) = post.wijzigingen
    assert newer.aan
    assert not newer.met_de_hand


@pytest.mark.parametrize(
    ("values", "since"),
    [
        ({"uitstroomdatum": date(2026, 9, 1)}, "2026-09-01"),
        ({"jaargroep": "H"}, "2026-09-14"),
        ({"jaargroep": "H", "uitstroomdatum": date(2026, 7, 18)}, "2026-07-18"),
        ({"jaargroep": "H", "uitstroomdatum": date(2027, 7, 18)}, "2026-09-14"),
    ],
)
def test_who_has_left_goes_to_the_archive_with_everything_kept(values: dict[str, object], since: str):
    known = ingelezen(SCHOOL)
    proposed = voorstel(anders(SCHOOL, "101", **values), known)
    (post,) = proposed.van("leerling")
    noor = the_pupil(na(known, proposed), "Noor van den Berg")
    assert post.actie == VERTREK
    assert noor.gearchiveerd_op == since
    assert (noor.jaargroep, noor.verwijderd_op) == ("5", None)
    assert noor.groep is not None
    assert voorstel(anders(SCHOOL, "101", **values), na(known, proposed)).van("leerling") == ()


def test_the_last_school_day_itself_is_still_a_school_day():
    proposed = voorstel(anders(SCHOOL, "101", uitstroomdatum=date(2026, 9, 14)), ingelezen(SCHOOL))
    assert [post.actie for post in proposed.posten] == [WIJZIGEN]


def test_who_had_left_before_being_known_here_is_not_taken_in():
    proposed = voorstel(anders(SCHOOL, "101", jaargroep="H"), LEEG)
    assert [post.naam for post in proposed.van("leerling")] == ["Daan Kolkman"]
    assert "1 leerling is niet overgenomen" in proposed.opmerkingen[0]


def test_who_comes_back_is_taken_out_of_the_archive():
    left = anders(SCHOOL, "101", jaargroep="H", uitstroomdatum=date(2026, 9, 1))
    known = ingelezen(SCHOOL)
    gone = na(known, voorstel(left, known))
    proposed = voorstel(SCHOOL, gone)
    (post,) = proposed.van("leerling")
    assert post.actie == TERUG
    assert post.toelichting == "Staat sinds 1-9-2026 in het archief."
    noor = the_pupil(na(gone, proposed), "Noor van den Berg")
    assert (noor.gearchiveerd_op, noor.uitstroomdatum) == (None, None)


def test_who_was_archived_by_hand_stays_there_unless_ticked():
    by_hand = met_de_hand(ingelezen(SCHOOL), "Noor van den Berg", gearchiveerd_op="2026-09-10")
    proposed = voorstel(SCHOOL, by_hand)
    (post,) = proposed.van("leerling")
    assert post.actie == TERUG
    assert not Keuze.begin(proposed).is_aan(post)
    assert the_pupil(na(by_hand, proposed), "Noor van den Berg").gearchiveerd_op == "2026-09-10"
    ticked = Keuze.begin(proposed).met(post, True)
    assert the_pupil(na(by_hand, proposed, ticked), "Noor van den Berg").gearchiveerd_op is None


def test_who_is_not_in_the_file_is_archived_only_when_the_user_says_so():
    known = ingelezen(SCHOOL)
    proposed = voorstel(replace(SCHOOL, leerlingen=(DAAN,)), known)
    (post,) = proposed.van("leerling")
    assert (post.actie, post.naam) == (WEG, "Noor van den Berg")
    assert the_pupil(na(known, proposed), "Noor van den Berg").gearchiveerd_op is None
    ticked = Keuze.begin(proposed).met(post, True)
    assert the_pupil(na(known, proposed, ticked), "Noor van den Berg").gearchiveerd_op == "2026-09-14"


def test_who_was_entered_by_hand_is_never_missing():
    by_hand = Leerling(roepnaam="Mees", achternaam="Snoek")
    known = ingelezen(SCHOOL)
    assert voorstel(SCHOOL, replace(known, leerlingen=(*known.leerlingen, by_hand))).posten == ()


def test_a_row_that_could_not_be_read_is_not_a_missing_pupil():
    half = replace(SCHOOL, leerlingen=(DAAN,), overgeslagen=frozenset({"101"}))
    assert voorstel(half, ingelezen(SCHOOL)).van("leerling") == ()


def test_roles_describe_and_are_never_taken_away():
    known = ingelezen(SCHOOL)
    joke = replace(known.medewerkers[0], rollen=("ib",))
    also = replace(JOKE, rollen=("leerkracht", "vakleerkracht", "overig"))
    proposed = voorstel(replace(SCHOOL, medewerkers=(also,)), replace(known, medewerkers=(joke,)))
    assert na(replace(known, medewerkers=(joke,)), proposed).medewerkers[0].rollen == (
        "ib",
        "leerkracht",
        "vakleerkracht",
    )


def test_staff_who_are_gone_are_proposed_but_not_ticked():
    known = ingelezen(SCHOOL)
    piet = MedewerkerRegel(key="m2", roepnaam="Piet", achternaam="Snoek", groepen=(Koppeling(groep="g5"),))
    proposed = voorstel(replace(SCHOOL, medewerkers=(piet,)), known)
    new, gone = proposed.van("medewerker")
    assert (new.actie, gone.actie, gone.naam) == (NIEUW, WEG, "Joke Wierda")
    assert not Keuze.begin(proposed).is_aan(gone)
    assert velden(proposed.van("groep")[0]) == {"leerkrachten": ("Joke Wierda", "Piet Snoek")}


def test_a_teacher_of_whom_the_administration_knows_nothing_stays_with_the_group():
    known = ingelezen(SCHOOL)
    invaller = Medewerker(roepnaam="Bo", achternaam="Eikelboom")
    groep = replace(known.groepen[0], leerkrachten=(invaller.id, known.medewerkers[0].id))
    known = replace(known, medewerkers=(*known.medewerkers, invaller), groepen=(groep, *known.groepen[1:]))
    assert voorstel(SCHOOL, known).posten == ()


def test_a_group_made_by_hand_is_recognised_by_its_name_in_the_same_year():
    by_hand = Groep(naam="5", schooljaar="2026-2027")
    last_year = Groep(naam="6", schooljaar="2025-2026")
    proposed = voorstel(SCHOOL, replace(LEEG, groepen=(by_hand, last_year)))
    assert wat(proposed.van("groep")) == [
        ("groep", "wijzigen", "5"),
        ("groep", "nieuw", "6"),
        ("groep", "weg", "6"),
    ]
    assert proposed.van("groep")[0].id == by_hand.id


def test_a_new_school_year_makes_new_groups_and_closes_the_old_ones():
    known = ingelezen(SCHOOL)
    next_year = replace(
        anders(anders(SCHOOL, "101", jaargroep="6", groep="g6"), "102", jaargroep="7", groep="g7"),
        schooljaar="2027-2028",
        groepen=(GROEP_6, GroepRegel(key="g7", naam="7", jaargroep="7")),
        medewerkers=None,
    )
    proposed = voorstel(next_year, known)
    assert "nieuw schooljaar, 2027-2028" in proposed.opmerkingen[0]
    after = na(known, proposed)
    assert after.school is not None
    assert after.school.schooljaar == "2027-2028"
    # The old groups end with their own school year, or today where that lies ahead.
    assert [(each.naam, each.schooljaar, each.opgeheven_op) for each in after.groepen] == [
        ("5", "2026-2027", "2026-09-14"),
        ("6", "2026-2027", "2026-09-14"),
        ("6", "2027-2028", None),
        ("7", "2027-2028", None),
    ]
    assert the_pupil(after, "Noor van den Berg").groep == after.groepen[2].id


def test_a_group_that_is_gone_but_not_empty_is_not_ticked():
    known = ingelezen(SCHOOL)
    proposed = voorstel(replace(SCHOOL, groepen=(GROEP_5,), leerlingen=(NOOR,)), known)
    (post,) = proposed.van("groep")
    assert post.toelichting == "Er blijft 1 leerling in achter."
    assert not Keuze.begin(proposed).is_aan(post)


@pytest.mark.parametrize(
    ("school", "changed", "says"),
    [
        (School(brin="11AA", schooljaar="2026-2027"), {}, "brincode 99ZZ"),
        (School(brin="99ZZ", schooljaar="2026-2027"), {"schooljaar": "2025-2026"}, "schooljaar 2025-2026"),
    ],
)
def test_the_wrong_file_is_doubted_aloud(school: School, changed: dict[str, str], says: str):
    proposed = voorstel(replace(SCHOOL, **changed), Bestand(school=school))
    (bezwaar,) = proposed.bezwaren
    assert says in bezwaar


def test_a_file_without_most_of_the_pupils_is_doubted_aloud():
    whole = verzonnen_school(60)
    part = replace(whole, leerlingen=whole.leerlingen[:20])
    (bezwaar,) = voorstel(part, ingelezen(whole)).bezwaren
    assert "Van de 60 leerlingen die nu op school zitten, staan er 40 niet in dit bestand" in bezwaar
    assert voorstel(replace(whole, leerlingen=whole.leerlingen[:58]), ingelezen(whole)).bezwaren == ()
