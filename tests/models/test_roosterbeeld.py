"""A proposal on screen: what stands where, and what may be moved."""

from app.models.bezetting import Plek
from app.models.gespreksplanning import Rooster, maak_rooster
from app.models.roosterbeeld import (
    GEEN_PLEK,
    GEZIN_BEZET,
    LEERKRACHT_BEZET,
    PLEK,
    VAST,
    VRIJ,
    ZELF_UIT,
    dagbeeld,
    haal_uit,
    verzet,
)
from tests.models.test_gespreksplanning import DINSDAG, MAANDAG, blok, tijden, vraag

ALI, BO, DAAN = vraag("Ali"), vraag("Bo", gezin="berg"), vraag("Daan", "7", "berg")
EVA = Plek(vraag("Eva"), MAANDAG, "15:20", "juf 5")
BLOKKEN = [blok("5", tot="15:40"), blok("7", tot="15:30"), blok("5", dag=DINSDAG, tot="15:20")]


def voorstel() -> Rooster:
    return maak_rooster([ALI, BO, DAAN], BLOKKEN, [EVA])


def test_a_day_shows_the_proposal_what_was_planned_and_what_is_free():
    beeld = dagbeeld(voorstel(), BLOKKEN, [EVA], MAANDAG, 10)
    assert beeld.tijden == ("15:00", "15:10", "15:20", "15:30")
    assert {key: vak.soort for key, vak in beeld.vakken.items()} == {
        ("15:00", "5"): PLEK,
        ("15:10", "5"): PLEK,
        ("15:20", "5"): VAST,
        ("15:30", "5"): VRIJ,
        ("15:00", "7"): VRIJ,
        ("15:10", "7"): PLEK,
        ("15:20", "7"): VRIJ,
    }


def test_brothers_and_sisters_know_of_each_other():
    beeld = dagbeeld(voorstel(), BLOKKEN, [EVA], MAANDAG, 10)
    bo = beeld.vakken["15:00", "5"]
    assert [each.vraag.leerling for each in bo.gezin] == ["Daan"]
    assert bo.aansluitend
    assert beeld.vakken["15:10", "5"].gezin == ()


def test_a_conversation_moves_to_a_free_time_also_on_another_day():
    rooster = verzet(voorstel(), ALI, DINSDAG, "15:00", BLOKKEN, [EVA])
    assert isinstance(rooster, Rooster)
    assert {plek.vraag.leerling: (plek.datum, plek.tijd) for plek in rooster.plekken}["Ali"] == (DINSDAG, "15:00")


def test_two_of_a_group_change_places():
    rooster = verzet(voorstel(), ALI, MAANDAG, "15:00", [*BLOKKEN, blok("7", "15:30", "16:00")], [EVA])
    assert rooster == GEZIN_BEZET, "Bo would be at the time of Daan"
    apart = verzet(voorstel(), DAAN, MAANDAG, "15:20", BLOKKEN, [EVA])
    assert isinstance(apart, Rooster)
    swapped = verzet(apart, ALI, MAANDAG, "15:00", BLOKKEN, [EVA])
    assert isinstance(swapped, Rooster)
    assert tijden(swapped) == {"Ali": "15:00", "Bo": "15:10", "Daan": "15:20"}


def test_why_it_can_not_be_moved_is_said():
    assert verzet(voorstel(), ALI, MAANDAG, "15:20", BLOKKEN, [EVA]) == GEEN_PLEK
    assert verzet(voorstel(), ALI, MAANDAG, "16:00", BLOKKEN, [EVA]) == GEEN_PLEK
    assert verzet(voorstel(), DAAN, MAANDAG, "15:00", BLOKKEN, [EVA]) == GEZIN_BEZET
    zonder = haal_uit(voorstel(), ALI)
    assert verzet(zonder, ALI, MAANDAG, "15:00", BLOKKEN, [EVA]) == LEERKRACHT_BEZET


def test_who_is_taken_out_stays_named_and_can_come_back():
    zonder = haal_uit(voorstel(), ALI)
    assert [(each.vraag.leerling, each.reden) for each in zonder.past_niet] == [("Ali", ZELF_UIT)]
    terug = verzet(zonder, ALI, MAANDAG, "15:30", BLOKKEN, [EVA])
    assert isinstance(terug, Rooster)
    assert terug.past_niet == ()
    assert tijden(terug)["Ali"] == "15:30"
