"""From ticks to what is written: in order, whole, and never pointing to something that isn't made."""

from dataclasses import replace

import pytest

from app.models.school import School
from app.models.schoolimport.besluit import NietKlaar, schrijfwerk
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.voorstel import NIEUW, Keuze
from tests.models.schoolimport.in_geheugen import LEEG, SCHOOL, na, voorstel


def test_groups_and_staff_are_written_before_whoever_points_to_them():
    proposed = voorstel(SCHOOL, LEEG)
    written = schrijfwerk(proposed, Keuze.begin(proposed))
    assert [each.soort for each in written] == ["school", "medewerker", "groep", "groep", "leerling", "leerling"]


def test_who_is_unticked_is_not_written_and_not_pointed_to():
    proposed = voorstel(SCHOOL, LEEG)
    keuze = Keuze.begin(proposed)
    for post in (*proposed.van("groep", NIEUW), *proposed.van("medewerker", NIEUW)):
        if post.naam != "6":
            keuze = keuze.met(post, False)
    after = na(LEEG, proposed, keuze)
    assert [(each.naam, each.leerkrachten) for each in after.groepen] == [("6", ())]
    assert after.medewerkers == ()
    assert [(each.roepnaam, each.groep is None) for each in after.leerlingen] == [("Noor", True), ("Daan", False)]


def test_a_new_record_is_ticked_as_a_whole():
    proposed = voorstel(SCHOOL, LEEG)
    noor = proposed.van("leerling")[0]
    keuze = Keuze.begin(proposed).met(noor, False, "roepnaam")
    assert not keuze.is_aan(noor)
    assert keuze.met(noor, True, "achternaam") == Keuze.begin(proposed)


def test_a_doubt_has_to_be_set_aside():
    other_school = Bestand(school=School(brin="11AA", schooljaar="2026-2027"))
    proposed = voorstel(SCHOOL, other_school)
    keuze = Keuze.begin(proposed)
    with pytest.raises(NietKlaar, match="Bevestig eerst"):
        schrijfwerk(proposed, keuze)
    assert schrijfwerk(proposed, replace(keuze, bezwaren_opzij=True))


def test_nothing_ticked_writes_nothing():
    assert schrijfwerk(voorstel(SCHOOL, LEEG), Keuze(frozenset())) == ()
