"""Who is invited to a conversation, and in how many letters."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.contact import Contact
from app.models.gesprek import Gesprek
from app.models.gespreksbeleid.definition import Soort
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.leerling import Leerling, Ouder, Ouderschap
from app.models.route import Mpo
from app.models.uitnodiging import Brief, Omstandigheden, OuderBij, brieven, mpo_brieven
from app.resources import resource

NOOR = Leerling(roepnaam="Noor", achternaam="Berg", jaargroep="4")
GESPREK = Gesprek(soort="rapportgesprek", datum=date(2027, 2, 8), tijd="15:30", minuten=15)


@pytest.fixture(scope="module")
def soorten() -> dict[str, Soort]:
    text = resource("gespreksbeleid", "wettelijke_tijdlijn.toml").read_text("utf-8")
    return {each.id: each for each in parse_beleid(text, "wettelijke_tijdlijn.toml").soorten}


def ouder(naam: str, adres: str = "", *, tolk: str = "", **tie: bool) -> OuderBij:
    return Ouder(id=naam, naam=naam, adres=adres, tolk=tolk), Ouderschap(ouder=naam, **tie)


def invited(soort: Soort, *ouders: OuderBij, gesprek: Gesprek = GESPREK) -> list[tuple[str, ...]]:
    return [brief.aan for brief in brieven(gesprek, soort, NOOR, ouders, Omstandigheden())]


def test_parents_at_one_address_share_a_letter(soorten: dict[str, Soort]):
    both = ouder("Sanne", "Dorpsstraat 1\nVechtoever"), ouder("Mark", "dorpsstraat 1  Vechtoever")
    assert invited(soorten["rapportgesprek"], *both) == [("Sanne", "Mark")]


def test_parents_at_two_addresses_each_have_a_letter(soorten: dict[str, Soort]):
    both = ouder("Sanne", "Dorpsstraat 1"), ouder("Mark", "Kade 3")
    assert invited(soorten["rapportgesprek"], *both) == [("Sanne",), ("Mark",)]


def test_a_parent_of_whom_no_address_is_known_reads_along(soorten: dict[str, Soort]):
    both = ouder("Sanne", "Dorpsstraat 1"), ouder("Mark")
    assert invited(soorten["rapportgesprek"], *both) == [("Sanne", "Mark")]


def test_parents_with_conversations_apart_never_share_a_letter(soorten: dict[str, Soort]):
    both = ouder("Sanne", eigen_gesprek=True), ouder("Mark", eigen_gesprek=True)
    assert invited(soorten["rapportgesprek"], *both) == [("Sanne",), ("Mark",)]
    own = replace(GESPREK, ouder="Mark")
    assert invited(soorten["rapportgesprek"], *both, gesprek=own) == [("Mark",)]


def test_who_gets_no_information_gets_no_letter_unless_nobody_would(soorten: dict[str, Soort]):
    mark = ouder("Mark", informatie=False)
    assert invited(soorten["rapportgesprek"], ouder("Sanne"), mark) == [("Sanne",)]
    assert invited(soorten["rapportgesprek"], mark) == [("Mark",)]


def test_without_known_parents_there_is_a_letter_all_the_same(soorten: dict[str, Soort]):
    assert invited(soorten["rapportgesprek"]) == [()]


def test_parents_are_not_invited_to_a_kindgesprek(soorten: dict[str, Soort]):
    assert invited(soorten["kindgesprek"], ouder("Sanne")) == []


def test_a_letter_tells_what_stands_in_policy_and_conversation(soorten: dict[str, Soort]):
    tolk = ouder("Samira", "Kade 3", tolk="Arabisch")
    around = Omstandigheden("4", ("Joke van Dijk, leerkracht",), "in het lokaal")
    gesprek = replace(GESPREK, aanwezig=("Ali Kaya",), minuten=0)
    assert brieven(gesprek, soorten["rapportgesprek"], NOOR, [tolk], around) == (
        Brief(
            leerling="Noor Berg",
            roepnaam="Noor",
            groep="4",
            aan=("Samira",),
            adres="Kade 3",
            soort="rapportgesprek",
            datum=date(2027, 2, 8),
            tijd="15:30",
            minuten=15,
            met=("Joke van Dijk, leerkracht", "Ali Kaya"),
            plaats="in het lokaal",
            met_leerling=False,
            waarover=soorten["rapportgesprek"].waarover,
            talen=("Arabisch",),
        ),
    )


def test_what_a_conversation_follows_from_is_what_it_is_about(soorten: dict[str, Soort]):
    gesprek = Gesprek(aanleiding="hoe Noor slaapt")
    brief = brieven(gesprek, soorten["overig"], NOOR, [], Omstandigheden())[0]
    assert (brief.soort, brief.waarover) == ("gesprek", "hoe Noor slaapt")


def test_a_letter_says_that_the_child_comes_along_unless_the_cause_keeps_it_away(soorten: dict[str, Soort]):
    for away in (False, True):
        gesprek = Gesprek(aanleiding="hoe Noor slaapt", zonder_leerling=away)
        brief = brieven(gesprek, soorten["overig"], NOOR, [], Omstandigheden())[0]
        assert brief.met_leerling is not away


def test_an_mpo_invites_the_parents_who_are_asked_and_each_of_the_parties():
    mpo = Mpo(
        datum=date(2026, 11, 30), tijd="15:30", plaats="op school", anderen=("Sanne", "Anna"), agenda="1. Wat past?\n"
    )
    parties = (Contact(naam="Ria Visser", rol="rvz"), Contact(naam="Jeugdarts GGD"))
    letters = mpo_brieven(mpo, NOOR, "4", (ouder("Sanne", "Kade 3"), ouder("Mark", "Dorp 1")), parties, "Anna")
    assert [each.aan for each in letters] == [("Sanne",), ("Ria Visser",), ("Jeugdarts GGD",)]
    assert [each.adres for each in letters] == ["Kade 3", "", ""]
    assert letters[0].met == ("Ria Visser (regievoerder zorgplicht)", "Jeugdarts GGD", "Sanne", "Anna")
    assert (letters[0].agenda, letters[0].van, letters[0].plaats) == ("1. Wat past?", "Anna", "op school")
