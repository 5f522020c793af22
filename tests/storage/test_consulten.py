"""The way of a consult, from concept to afgerond, and each step back that mends a mistake."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.models.bespreking import Afspraak, Formulier
from app.models.consult import Bijlage
from app.models.school import Medewerker
from app.storage import bijlagen, consulten, formulieren
from app.storage.archive import Archive
from app.storage.consulten import MagNiet
from app.storage.errors import Refused
from app.storage.ongedaan import schrijf
from tests.storage.consulten_voorbeeld import (
    ANNA,
    EENMALIG,
    START,
    VANDAAG,
    antwoord,
    breng_naar,
    formulier,
    het,
    maak_compleet,
    naar,
    school,
    vink_stappen,
)


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    school(archive)
    yield archive
    archive.close()


def begin(archive: Archive, soort: str = START, *leerlingen: str) -> str:
    return consulten.begin(archive, soort, leerlingen or ("noor",), ANNA, dag=VANDAAG)


def klachten(archive: Archive, consult: str, status: str) -> tuple[str, ...]:
    with pytest.raises(MagNiet) as caught:
        naar(archive, consult, status)
    assert str(caught.value) == caught.value.klachten[0]
    return caught.value.klachten


def test_a_startgesprek_from_concept_to_afgerond(archive: Archive):
    archive.add(Medewerker(roepnaam="Anna", voorvoegsel="de", achternaam="Wit", rollen=("ib",)), ANNA)
    consult = begin(archive)
    breng_naar(archive, consult, "gevoerd")
    form = consulten.begin_verslag(archive, consult, "Bea Aarts", ANNA, VANDAAG)
    found = archive.get(Formulier, form)
    assert found is not None
    assert found.antwoorden["gesprek"]["aanwezig"] == (
        "Bea Aarts (leerkracht), Anna de Wit (intern begeleider), S. Berg (moeder), Cees Consulent (consulent)"
    )
    assert consulten.begin_verslag(archive, consult, "Bea Aarts", ANNA, VANDAAG) == form
    antwoord(
        archive,
        form,
        uitzicht__uitzicht="Rust na de pauze",
        afspraken__afspraken=[{"_id": "1", "wat": "Rustplek", "wie": "Bea", "voor": "2026-12-07"}],
        afspraken__terugkijken="2027-01-18",
    )
    assert klachten(archive, consult, "afgerond") == (
        "Stel eerst het verslag van het gesprek vast.",
        "Kies eerst de uitkomst van het consult.",
    )
    formulieren.vaststellen(archive, form, ANNA, VANDAAG)
    agreed = {each.soort: each.voor for each in archive.all(Afspraak, leerling="noor")}
    assert agreed == {"afspraak": date(2026, 12, 7), "evaluatie": date(2027, 1, 18)}
    consulten.werk_bij(archive, consult, {"uitkomst": "genoeg"}, ANNA)
    assert "past dit niet: rond het consult af" in klachten(archive, consult, "vervolg")[0]
    naar(archive, consult, "afgerond")
    done = het(archive, consult)
    assert (done.ingediend_op, done.toegekend_op, done.gevoerd_op, done.afgerond_op) == (VANDAAG,) * 4


def test_an_incomplete_one_says_what_misses(archive: Archive):
    consult = begin(archive)
    complaints = klachten(archive, consult, "volledig")
    assert len(complaints) == 14
    assert "Vertel de ouders dat je het startgesprek aanvraagt, en leg dat vast." in complaints
    maak_compleet(archive, consult)
    naar(archive, consult, "volledig")


def test_a_complete_application_is_closed_and_open_again_as_a_concept(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "volledig")
    assert formulier(archive, consult).vastgesteld_op is not None
    with pytest.raises(MagNiet, match="Bij de status ‘volledig’ kun je van wie de vraag komt niet veranderen"):
        consulten.werk_bij(archive, consult, {"vragers": ("ib",)}, ANNA)
    naar(archive, consult, "concept")
    assert formulier(archive, consult).vastgesteld_op is None


def test_an_application_from_which_an_annex_goes_is_no_longer_complete(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "volledig")
    gone = schrijf(archive, bijlagen.verwijder(archive, archive.all(Bijlage, van=consult)[0].id), ANNA)
    assert het(archive, consult).status == "concept"
    blad = consulten.consultblad(archive, consult, VANDAAG)
    assert blad is not None
    assert [each.doel for each in blad.ontbreekt] == ["lovs"]
    assert [each.punt.id for each in blad.punten if each.mist] == ["lovs"]
    schrijf(archive, gone, ANNA)
    assert het(archive, consult).status == "volledig"


def test_it_is_handed_in_when_the_steps_in_the_portal_are_done(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "volledig")
    assert len(klachten(archive, consult, "ingediend")) == 3
    with pytest.raises(Refused, match="De stap ‘Consult kiezen’ is altijd nodig"):
        consulten.stap_gedaan(archive, consult, "soort_kiezen", "nvt", ANNA)
    vink_stappen(archive, consult)
    naar(archive, consult, "ingediend")
    with pytest.raises(Refused, match="al ingediend"):
        consulten.stap_gedaan(archive, consult, "aanvragen", "", ANNA)
    assert het(archive, begin(archive, EENMALIG)).stappen == {"leerling_invoeren": "nvt"}


def test_the_consulent_has_at_most_four_hours(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "gevoerd")
    consulten.uren(archive, consult, ANNA, voorbereiding=90, reis=60, gesprek=90)
    with pytest.raises(Refused, match=r"Samen is dit 4 uur 1 min, .* hoogstens 4 uur zijn"):
        consulten.uren(archive, consult, ANNA, voorbereiding=90, reis=60, gesprek=91)
    with pytest.raises(Refused, match="onder nul"):
        consulten.uren(archive, consult, ANNA, voorbereiding=-1, reis=0, gesprek=0)
    blad = consulten.consultblad(archive, consult, VANDAAG)
    assert blad is not None
    assert blad.minuten == 240


def test_an_appointment_is_moved_and_called_off(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "afspraak")
    later = VANDAAG + timedelta(9)
    consulten.afspraak(archive, consult, later, "", ANNA, VANDAAG)
    assert (het(archive, consult).afspraak_op, het(archive, consult).afspraak_tijd) == (later, "")
    assert klachten(archive, consult, "gevoerd")[0].startswith("De afspraak is pas op 2 december 2026")
    with pytest.raises(MagNiet, match="toen is de aanvraag toegekend"):
        consulten.afspraak(archive, consult, VANDAAG - timedelta(1), "", ANNA, VANDAAG)
    naar(archive, consult, "toegekend")
    assert (het(archive, consult).afspraak_op, het(archive, consult).consulent) == (None, "cees")
    naar(archive, consult, "ingediend")
    assert (het(archive, consult).toegekend_op, het(archive, consult).consulent) == (None, None)


def test_a_day_that_can_not_be_is_refused(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "volledig")
    vink_stappen(archive, consult)
    for day, words in ((1, "moet nog komen"), (-1, "De vorige stap was op 23 november 2026")):
        with pytest.raises(MagNiet, match=words):
            consulten.zet_status(archive, consult, "ingediend", ANNA, VANDAAG, dag=VANDAAG + timedelta(day))


def test_a_step_is_undone(archive: Archive):
    consult = begin(archive)
    maak_compleet(archive, consult)
    back = consulten.zet_status(archive, consult, "volledig", ANNA, VANDAAG)
    schrijf(archive, back, ANNA)
    assert het(archive, consult).status == "concept"
    assert formulier(archive, consult).vastgesteld_op is None


def test_an_application_is_withdrawn_and_taken_up_again(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "afspraak")
    naar(archive, consult, "ingetrokken")
    naar(archive, consult, "concept")
    again = het(archive, consult)
    assert (again.ingediend_op, again.consulent, again.afspraak_op) == (None, None, None)
    assert formulier(archive, consult).vastgesteld_op is None


def test_one_that_was_held_can_not_be_withdrawn_and_one_handed_in_not_be_removed(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "gevoerd")
    assert klachten(archive, consult, "ingetrokken")[0].startswith("Dit gesprek is al gevoerd")
    with pytest.raises(Refused, match="trek haar in"):
        consulten.verwijder(archive, consult, ANNA)
    mistake = begin(archive)
    back = consulten.verwijder(archive, mistake, ANNA)
    assert consulten.consultblad(archive, mistake, VANDAAG) is None
    schrijf(archive, back, ANNA)
    assert het(archive, mistake).status == "concept"


def test_a_report_waits_for_the_appointment(archive: Archive):
    with pytest.raises(MagNiet, match="nog geen afspraak"):
        consulten.begin_verslag(archive, begin(archive), "Bea", ANNA, VANDAAG)
