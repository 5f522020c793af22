"""Two contacts that turn out to be one person."""

from dataclasses import replace

from app.models.contact import Contact, samengevoegd

VOS = Contact(id="v", naam="Sanne Vos", rol="rvz", bestuur="De Kring", telefoon="06 11 22 33 44")
AGAIN = Contact(id="w", naam="S. Vos", email="vos@kring.example", opmerking="werkt niet op vrijdag")


def test_who_is_known_best_stays_and_gets_what_it_lacks():
    for pair in ((VOS, AGAIN), (AGAIN, VOS)):
        stays, goes = samengevoegd(*pair)
        assert (stays.id, goes) == ("v", AGAIN)
        assert (stays.naam, stays.rol, stays.telefoon) == ("Sanne Vos", "rvz", "06 11 22 33 44")
        assert stays.email == "vos@kring.example"


def test_what_they_say_differently_is_not_lost():
    stays, _ = samengevoegd(VOS, replace(AGAIN, telefoon="06 99 88 77 66", bestuur="de kring"))
    assert stays.opmerking == "werkt niet op vrijdag; ook: S. Vos, 06 99 88 77 66"


def test_who_was_put_away_is_not_the_one_that_stays():
    stays, _ = samengevoegd(replace(VOS, gearchiveerd_op="2026-01-01"), AGAIN)
    assert (stays.id, stays.gearchiveerd_op, stays.rol) == ("w", None, "rvz")


def test_a_contact_that_was_typed_twice_stays_as_it_was():
    assert samengevoegd(VOS, replace(VOS, id="w"))[0] == VOS
