"""Who is who: a key decides, a likeness asks, and no child ever gets the record of another unasked."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.leerling import Leerling
from app.models.school import Medewerker
from app.models.schoolimport.aanlevering import Aanlevering, LeerlingRegel, MedewerkerRegel
from app.models.schoolimport.besluit import NietKlaar, schrijfwerk
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.voorstel import Keuze, antwoorden_waar_gelijk
from tests.imports.maak_edexml import met_lege_sleutels, verzonnen_school
from tests.models.schoolimport.in_geheugen import LEEG, NOOR, SCHOOL, anders, ingelezen, na, velden, voorstel, wat

DAY = date(2017, 3, 2)


def file_of(**values: object) -> Aanlevering:
    return replace(SCHOOL, leerlingen=(replace(NOOR, **values),), medewerkers=None)


def archive_of(*leerlingen: Leerling) -> Bestand:
    return replace(LEEG, leerlingen=leerlingen)


def by_hand(**values: object) -> Leerling:
    told = {"roepnaam": "Noor", "voorvoegsel": "van den", "achternaam": "Berg", "geboortedatum": DAY}
    return Leerling(**{**told, **values})


def test_a_key_is_enough_to_be_recognised_under_a_new_name():
    known = ingelezen(SCHOOL)
    (post,) = voorstel(anders(SCHOOL, "101", achternaam="Zandstra", voorvoegsel=""), known).posten
    assert post.naam == "Noor van den Berg"


def test_the_eckid_recognises_where_the_key_is_missing():
    known = ingelezen(anders(SCHOOL, "101", eckid="https://ketenid.nl/201703/ab"))
    uwlr = anders(SCHOOL, "101", key="", eckid="https://ketenid.nl/201703/ab", roepnaam="Nora")
    (post,) = voorstel(uwlr, known).posten
    assert velden(post) == {"roepnaam": ("Noor", "Nora")}


@pytest.mark.parametrize("key", ["#1", "", "900"])
def test_without_a_known_key_the_user_is_asked_about_who_looks_alike(key: str):
    noor = by_hand()
    proposed = voorstel(file_of(key=key), archive_of(noor))
    (vraag,) = proposed.vragen
    (kandidaat,) = vraag.kandidaten
    assert (vraag.soort, vraag.naam, vraag.toelichting) == (
        "leerling",
        "Noor van den Berg",
        "geboren 2-3-2017, jaargroep 5",
    )
    assert (kandidaat.id, kandidaat.naam, kandidaat.precies) == (noor.id, "Noor van den Berg", True)
    assert proposed.van("leerling") == ()
    with pytest.raises(NietKlaar, match="Zeg eerst van 1 persoon of die al in Ruggespraak staat"):
        schrijfwerk(proposed, Keuze.begin(proposed))


def test_the_answer_yes_ties_the_row_to_the_record():
    known, file = archive_of(by_hand()), file_of(key="900")
    (vraag,) = voorstel(file, known).vragen
    answered = voorstel(file, known, {vraag.id: vraag.kandidaten[0].id})
    after = na(known, answered)
    assert answered.vragen == ()
    assert [(each.id, each.bron_key) for each in after.leerlingen] == [(known.leerlingen[0].id, "900")]
    assert voorstel(file, after).posten == ()


def test_the_answer_nobody_makes_a_new_pupil():
    known, file = archive_of(by_hand()), file_of(key="900")
    (vraag,) = voorstel(file, known).vragen
    after = na(known, voorstel(file, known, {vraag.id: None}))
    assert len(after.leerlingen) == 2


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        (by_hand(), True),
        (by_hand(roepnaam="NOOR", voorvoegsel="", achternaam="bérg"), True),
        (by_hand(geboortedatum=None), True),
        (by_hand(achternaam=""), True),
        (by_hand(roepnaam="", voornamen="Noor Anna"), True),
        (by_hand(roepnaam="N."), True),
        (by_hand(roepnaam="Fenna"), False),
        (by_hand(geboortedatum=date(2017, 3, 3)), False),
        (by_hand(achternaam="Bergman"), False),
        (by_hand(achternaam="", geboortedatum=None), False),
    ],
)
def test_who_looks_alike(known: Leerling, asked: bool):
    assert bool(voorstel(file_of(key="#1"), archive_of(known)).vragen) is asked


def test_twins_are_not_each_other():
    noor, bram = by_hand(), by_hand(roepnaam="Bram")
    file = replace(
        file_of(key="#1"),
        leerlingen=(
            replace(NOOR, key="#1"),
            LeerlingRegel(key="#2", roepnaam="Bram", voorvoegsel="van den", achternaam="Berg", geboortedatum=DAY),
        ),
    )
    vragen = voorstel(file, archive_of(noor, bram)).vragen
    assert [[each.id for each in vraag.kandidaten] for vraag in vragen] == [[noor.id], [bram.id]]


def test_one_record_can_not_be_two_rows():
    noor = by_hand()
    file = replace(file_of(), leerlingen=(replace(NOOR, id="a", key="#1"), replace(NOOR, id="b", key="#2")))
    proposed = voorstel(file, archive_of(noor), {"a": noor.id, "b": noor.id})
    (vraag,) = proposed.vragen
    assert (vraag.id, vraag.kandidaten) == ("b", ())
    assert "al bij een andere regel gekozen" in vraag.reden


def test_a_school_with_dummy_keys_confirms_in_one_go_and_doubles_nobody():
    school = met_lege_sleutels(verzonnen_school(120))
    known = ingelezen(school)
    assert all(each.bron_key == "" for each in known.leerlingen)
    again = met_lege_sleutels(verzonnen_school(120))
    proposed = voorstel(again, known)
    assert len(proposed.vragen) == 120
    answers = antwoorden_waar_gelijk(proposed)
    assert len(answers) == 120
    assert wat(voorstel(again, known, answers).posten) == []


def test_who_of_the_dummy_keys_is_not_in_the_next_file_is_missing():
    school = met_lege_sleutels(verzonnen_school(30))
    known = ingelezen(school)
    shorter = replace(school, leerlingen=school.leerlingen[:-1])
    answers = antwoorden_waar_gelijk(voorstel(shorter, known))
    gone = voorstel(shorter, known, answers).van("leerling", "weg")
    assert [post.naam for post in gone] == [school.leerlingen[-1].naam]


def test_a_key_that_another_administration_gave_to_another_child_is_asked_about():
    other = replace(NOOR, roepnaam="Tijn", voorvoegsel="", achternaam="Snoek", geboortedatum=date(2015, 1, 9))
    known = ingelezen(SCHOOL)
    file = replace(SCHOOL, leerlingen=(other,))
    proposed = voorstel(file, known)
    (vraag,) = proposed.vragen
    assert "iemand met een andere naam" in vraag.reden
    assert [each.naam for each in vraag.kandidaten] == ["Noor van den Berg"]

    answered = voorstel(file, known, {vraag.id: None})
    after = na(known, answered)
    assert [(each.naam, each.bron_key) for each in after.leerlingen] == [
        ("Noor van den Berg", ""),
        ("Daan Kolkman", "102"),
        ("Tijn Snoek", "101"),
    ]
    assert voorstel(file, after).vragen == ()


def test_the_same_key_with_another_eckid_is_another_child():
    known = ingelezen(anders(SCHOOL, "101", eckid="https://ketenid.nl/201703/ab"))
    (vraag,) = voorstel(anders(SCHOOL, "101", eckid="https://ketenid.nl/201703/cd"), known).vragen
    assert vraag.naam == "Noor van den Berg"


def test_a_whole_new_administration_is_recognised_by_name_and_birthday():
    known = ingelezen(verzonnen_school(100))
    moved = verzonnen_school(100)
    moved = replace(
        moved,
        leerlingen=tuple(
            replace(row, key=str(50_000 - number), eckid="") for number, row in enumerate(moved.leerlingen)
        ),
    )
    answers = antwoorden_waar_gelijk(voorstel(moved, known))
    proposed = voorstel(moved, known, answers)
    assert proposed.vragen == ()
    assert {each.veld for post in proposed.posten for each in post.wijzigingen} == {"bron_key"}


def test_staff_with_only_initials_are_asked_about_and_keep_their_name():
    joke = Medewerker(roepnaam="Joke", achternaam="Wierda", rollen=("ib",))
    row = MedewerkerRegel(key="m1", voornamen="J.M.", achternaam="Wierda", rollen=("leerkracht",))
    file, known = replace(SCHOOL, medewerkers=(row,)), replace(LEEG, medewerkers=(joke,))
    (vraag,) = voorstel(file, known).vragen
    assert (vraag.soort, vraag.kandidaten[0].naam) == ("medewerker", "Joke Wierda")
    (post,) = voorstel(file, known, {vraag.id: joke.id}).van("medewerker")
    assert velden(post) == {
        "rol": ("intern begeleider", "intern begeleider, leerkracht"),
        "sleutel in de administratie": ("", "m1"),
    }


def test_an_archived_pupil_is_recognised_too():
    noor = by_hand(gearchiveerd_op="2025-07-18")
    (vraag,) = voorstel(file_of(key="#1"), archive_of(noor)).vragen
    assert vraag.kandidaten[0].toelichting == "geboren 2-3-2017, in het archief"
