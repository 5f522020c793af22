"""An MPO: called, minuted, with an outcome; agreement ends the route once the directeur knows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.bespreking import Afspraak
from app.models.contact import Contact
from app.models.route import Mpo, Route, Routebericht
from app.storage import formulieren, mpo, routes, vandaag
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.ongedaan import schrijf
from app.storage.routeblad import Overleg, routeblad
from tests.storage.routeschool import (
    AUTHOR,
    BEGIN,
    TODAY,
    answered,
    at_mpo,
    begun,
    fill,
    held,
    the_form,
    zet,
)

DAY = BEGIN + timedelta(20)


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path, bytes(32))
    fill(archive)
    yield archive
    archive.close()


def called(archive: Archive, route: str, **fields) -> Mpo:
    meeting = Mpo(route=route, **{"datum": DAY, **fields})
    mpo.mpo_maak(archive, meeting, AUTHOR)
    return mpo.find_mpo(archive, meeting.id)


def the(archive: Archive, route: str) -> Route:
    found = archive.get(Route, route)
    assert found is not None
    return found


def on_page(archive: Archive, route: str) -> tuple[Overleg, ...]:
    found = routeblad(archive, route, TODAY)
    assert found is not None
    return found.mpos


def minutes(archive: Archive, meeting: Mpo, outcome: str) -> str:
    form = mpo.begin_notulen(archive, meeting.id, AUTHOR, AUTHOR, TODAY)
    answered(archive, form, uitkomst__uitkomst=outcome, uitkomst__toelichting="Over de plek denken ze anders.")
    return form


def test_parties_come_from_the_contacts_and_others_by_name(archive):
    archive.add(Contact(id="gz", naam="G. Zomer", rol="deskundige"), AUTHOR)
    route = at_mpo(archive)
    meeting = called(archive, route, partijen=("gz",), anderen=("S. Vos (moeder)",), agenda="Wat past?")
    assert (meeting.leerling, meeting.station) == ("sem", "mpo")
    assert [each.naam for each in on_page(archive, route)[0].partijen] == ["G. Zomer"]
    form = mpo.begin_notulen(archive, meeting.id, AUTHOR, AUTHOR, TODAY)
    said = the_form(archive, form).antwoorden["begin"]
    assert said == {
        "aanwezig": "G. Zomer (deskundige), S. Vos (moeder)",
        "agenda": "Wat past?",
        "vraag": "Loopt vast in de groep.",
    }
    assert mpo.begin_notulen(archive, meeting.id, AUTHOR, AUTHOR, TODAY) == form


def test_the_coordinator_who_joins_is_invited_without_being_chosen(archive):
    route = at_mpo(archive)
    meeting = called(archive, route, coordinator=True)

    def invited() -> list[str]:
        return [each.naam_met_rol for each in mpo.partijen(archive, mpo.find_mpo(archive, meeting.id))]

    assert invited() == ["coördinator deelverband"]
    assert on_page(archive, route) == on_page(archive, route)
    archive.add(Contact(id="hp", naam="H. Prins", rol="coordinator"), AUTHOR)
    assert invited() == ["H. Prins (coördinator deelverband)"]
    archive.add(Contact(id="mk", naam="M. Kaya", rol="coordinator"), AUTHOR)
    assert invited() == ["coördinator deelverband"]  # nobody can tell which of the two
    mpo.mpo_wijzig(archive, replace(meeting, partijen=("mk",)), AUTHOR)
    assert invited() == ["M. Kaya (coördinator deelverband)"]


def test_there_is_none_at_the_school_itself(archive):
    route = begun(archive)
    with pytest.raises(Refused, match="Bij ‘School’ hoort geen MPO"):
        called(archive, route)


def test_an_outcome_needs_a_day_that_was_and_words_or_minutes(archive):
    meeting = called(archive, at_mpo(archive), datum=None)
    with pytest.raises(Refused, match="nog niet gehouden"):
        mpo.mpo_uitkomst(archive, meeting.id, "vervolg", "x", AUTHOR, TODAY)
    mpo.mpo_wijzig(archive, replace(meeting, datum=DAY, plaats="Kamer 3"), AUTHOR)
    with pytest.raises(Refused, match="Schrijf kort op wat eruit kwam"):
        mpo.mpo_uitkomst(archive, meeting.id, "vervolg", " ", AUTHOR, TODAY)
    with pytest.raises(KeyError):
        mpo.mpo_uitkomst(archive, meeting.id, "", "x", AUTHOR, TODAY)
    mpo.mpo_uitkomst(archive, meeting.id, "vervolg", "Over een maand verder.", AUTHOR, TODAY)
    now = mpo.find_mpo(archive, meeting.id)
    assert (now.uitkomst, now.toelichting, now.plaats) == ("vervolg", "Over een maand verder.", "Kamer 3")


def test_the_directeur_hears_the_outcome_before_anything_else(archive):
    route = at_mpo(archive)
    meeting = held(archive, route, "geen_overeenstemming", 20, know=False)
    assert [each.vereiste for each in routes.mist(archive, route, TODAY)] == ["directeur"]
    assert routes.mist(archive, route, TODAY)[0].place == ("route", route, "mpo")
    for act in (
        lambda: routes.verder(archive, route, "rvz_coordinator", zet(21), AUTHOR, TODAY),
        lambda: routes.sla_over(archive, route, "swv", zet(21, "Haast."), AUTHOR, TODAY),
        lambda: routes.beeindig(archive, route, zet(21, "Verhuisd."), AUTHOR, TODAY),
    ):
        with pytest.raises(Refused, match="directeur weet de uitkomst van het MPO nog niet"):
            act()
    with pytest.raises(Refused, match="Leg bij het MPO zelf vast"):
        told = Routebericht(route=route, informeren="directeur", wie="D. Mol", op=DAY, hoe="gesprek")
        routes.bericht(archive, told, AUTHOR, TODAY)
    with pytest.raises(Refused, match="kies die dag of een latere"):
        mpo.mpo_directeur(archive, meeting, zet(19), "gesprek", AUTHOR, TODAY)
    with pytest.raises(Refused, match="Vul in hoe"):
        mpo.mpo_directeur(archive, meeting, zet(20), "", AUTHOR, TODAY)
    mpo.mpo_directeur(archive, meeting, zet(20), "gesprek", AUTHOR, TODAY)
    assert routes.mist(archive, route, TODAY) == ()
    found = routeblad(archive, route, TODAY)
    assert found is not None
    last = found.berichten[-1]
    assert (last.wie, last.hoe, last.door) == ("de directeur van de school", "gesprek", AUTHOR)


def test_a_message_to_the_directeur_that_is_taken_away_has_to_be_told_again(archive):
    route = at_mpo(archive)
    meeting = held(archive, route, "vervolg", 20)
    found = routeblad(archive, route, TODAY)
    assert found is not None
    back = routes.bericht_weg(archive, found.berichten[-1].id, AUTHOR)
    assert [each.vereiste for each in routes.mist(archive, route, TODAY)] == ["directeur"]
    schrijf(archive, back, AUTHOR)
    assert mpo.find_mpo(archive, meeting).directeur_op == DAY
    routes.beeindig(archive, route, zet(21, "Verhuisd."), AUTHOR, TODAY)
    with pytest.raises(Refused, match="blijft staan"):
        routes.bericht_weg(archive, found.berichten[-1].id, AUTHOR)
    with pytest.raises(KeyError):
        routes.bericht_weg(archive, "weg", AUTHOR)


def test_agreement_ends_the_route_when_the_directeur_knows_and_that_can_be_taken_back(archive):
    route = at_mpo(archive)
    meeting = held(archive, route, "overeenstemming", 20, know=False)
    back = mpo.mpo_directeur(archive, meeting, zet(22), "telefoon", AUTHOR, TODAY)
    ended = the(archive, route)
    assert ended.beeindigd_op == BEGIN + timedelta(22)
    assert ended.einde == "Ouders en school zijn het eens: MPO van 31 januari 2027."
    schrijf(archive, back, AUTHOR)
    assert the(archive, route).beeindigd_op is None
    assert mpo.find_mpo(archive, meeting).directeur_op is None


def test_minutes_that_are_vastgesteld_give_the_outcome_and_the_agreements(archive):
    route = at_mpo(archive)
    meeting = called(archive, route)
    form = minutes(archive, meeting, "geen_overeenstemming")
    rows = [{"_id": "r1", "wat": "Dossier maken", "wie": "R. Smit", "voor": "2027-02-10"}]
    answered(archive, form, uitkomst__afspraken=rows)
    assert mpo.find_mpo(archive, meeting.id).uitkomst == ""
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    now = mpo.find_mpo(archive, meeting.id)
    assert (now.uitkomst, now.toelichting) == ("geen_overeenstemming", "Over de plek denken ze anders.")
    assert [each.wat for each in on_page(archive, route)[0].afspraken] == ["Dossier maken"]
    assert [each.wat for each in vandaag.vandaag(archive, TODAY).afspraken] == ["Dossier maken"]
    assert len(archive.all(Afspraak, formulier=form)) == 1


def test_minutes_wait_until_the_meeting_has_been(archive):
    meeting = called(archive, at_mpo(archive))
    form = minutes(archive, meeting, "vervolg")
    for act in (
        lambda: formulieren.vaststellen(archive, form, AUTHOR, DAY - timedelta(1)),
        lambda: mpo.mpo_uitkomst(archive, meeting.id, "vervolg", "x", AUTHOR, DAY - timedelta(1)),
    ):
        with pytest.raises(Refused, match="Dit MPO is pas op 31 januari 2027"):
            act()
    assert the_form(archive, form).vastgesteld_op is None
    assert mpo.find_mpo(archive, meeting.id).uitkomst == ""
    formulieren.vaststellen(archive, form, AUTHOR, DAY)
    assert mpo.find_mpo(archive, meeting.id).uitkomst == "vervolg"


def test_another_outcome_is_told_again_and_not_when_the_route_rests_on_it(archive):
    route = at_mpo(archive)
    meeting = called(archive, route)
    form = minutes(archive, meeting, "geen_overeenstemming")
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    mpo.mpo_directeur(archive, meeting.id, zet(20), "gesprek", AUTHOR, TODAY)
    mpo.mpo_uitkomst(archive, meeting.id, "vervolg", "", AUTHOR, TODAY)
    assert mpo.find_mpo(archive, meeting.id).directeur_op is None
    mpo.mpo_uitkomst(archive, meeting.id, "geen_overeenstemming", "", AUTHOR, TODAY)
    mpo.mpo_directeur(archive, meeting.id, zet(20), "gesprek", AUTHOR, TODAY)
    routes.verder(archive, route, "rvz_coordinator", zet(21), AUTHOR, TODAY)
    correction = formulieren.corrigeren(archive, form, AUTHOR)
    answered(archive, correction, uitkomst__uitkomst="vervolg")
    with pytest.raises(Refused, match="ga eerst een stap terug"):
        formulieren.vaststellen(archive, correction, AUTHOR, TODAY)
    assert the_form(archive, correction).vastgesteld_op is None
    answered(archive, correction, uitkomst__uitkomst="overeenstemming")
    formulieren.vaststellen(archive, correction, AUTHOR, TODAY)
    found = routeblad(archive, route, TODAY)
    assert found is not None
    assert found.mogelijk.voorstel == "einde"


def test_the_outcome_of_an_ended_route_stays(archive):
    route = at_mpo(archive)
    meeting = held(archive, route, "overeenstemming", 20)
    assert the(archive, route).beeindigd_op
    with pytest.raises(Refused, match="deze uitkomst blijft staan"):
        mpo.mpo_uitkomst(archive, meeting, "vervolg", "", AUTHOR, TODAY)


def test_what_will_not_be_held_can_go_and_what_was_recorded_stays(archive):
    route = at_mpo(archive)
    meeting = called(archive, route)
    back = mpo.mpo_verwijder(archive, meeting.id, AUTHOR)
    assert on_page(archive, route) == ()
    schrijf(archive, back, AUTHOR)
    with pytest.raises(Refused, match="nog geen uitkomst"):
        mpo.mpo_directeur(archive, meeting.id, zet(20), "gesprek", AUTHOR, TODAY)
    mpo.mpo_uitkomst(archive, meeting.id, "vervolg", "x", AUTHOR, TODAY)
    with pytest.raises(Refused, match="al iets vastgelegd"):
        mpo.mpo_verwijder(archive, meeting.id, AUTHOR)
    with pytest.raises(KeyError):
        mpo.find_mpo(archive, "weg")
