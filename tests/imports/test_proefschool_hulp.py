"""The routes and consults of the Proefschool are as the rules would have them."""

from datetime import date

import pytest

from app.imports.proefschool import lees
from app.models.bespreking import Afspraak, Formulier
from app.models.consult import Consult
from app.models.contact import Contact
from app.models.forms.answers import missing_at_closing
from app.models.leerling import Leerling
from app.models.route import Mpo, Route, Routestap
from app.storage.archive import Archive
from app.storage.consultblad import consultblad
from app.storage.formulieren import definition_of
from app.storage.proefschool import schrijf
from app.storage.routestand import gegevens

DAYS = (date(2026, 11, 23), date(2027, 3, 9), date(2028, 1, 31))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def school(request, tmp_path_factory):
    archive = Archive(tmp_path_factory.mktemp("proef"), bytes(32))
    schrijf(archive, lees(request.param))
    yield archive, request.param
    archive.close()


def test_three_pupils_are_or_were_on_the_route(school):
    archive, day = school
    names = {each.id: each.naam for each in archive.all(Leerling)}
    found = {names[each.leerling]: each for each in archive.all(Route)}
    assert {naam: (each.station, each.beeindigd_op is None) for naam, each in found.items()} == {
        "Daan Wolters": ("mpo_coordinator", True),
        "Sofie Verhoeven": ("school", True),
        "Nikola Mazur": ("mpo", False),
    }
    for route in found.values():
        read = gegevens(archive, route.id, day)
        stations = {each.id for each in read.stand.definitie.stations}
        for step in read.stand.stappen:
            assert {step.naar, step.van or step.naar} <= stations
            assert step.datum <= day


def test_each_step_was_taken_by_who_is_known(school):
    archive, _ = school
    contacts = {each.naam for each in archive.all(Contact)}
    assert {each.door for each in archive.all(Routestap)} <= contacts | {"Anna de Wit", "Hans Overbeek"}
    known = {each.id for each in archive.all(Contact)}
    assert all(set(each.partijen) <= known for each in archive.all(Mpo))


def test_an_application_that_went_out_misses_nothing(school):
    archive, day = school
    consults = archive.all(Consult)
    assert {each.status for each in consults} == {"concept", "afspraak", "afgerond"}
    for each in consults:
        misses = consultblad(archive, each.id, day).ontbreekt
        assert bool(misses) == (each.status == "concept")


def test_the_consult_that_is_done_has_its_report_with_what_was_agreed(school):
    archive, day = school
    done = archive.all(Consult, status="afgerond")[0]
    report = archive.get(Formulier, done.verslag)
    form = definition_of(archive, report.definitie)
    assert (report.soort, report.leerling, report.datum) == ("consultverslag", done.leerling, done.gevoerd_op)
    assert report.vastgesteld_op and report.in_dossier_op and report.datum <= day
    assert missing_at_closing(form, report.antwoorden, report.secties) == []
    assert {each.staat for each in archive.all(Afspraak, formulier=report.stam)} == {"gedaan", "open"}
    others = [archive.get(Leerling, each).roepnaam for each in done.leerlingen[1:]]
    assert len(others) == 2
    assert not any(each in f"{report.verslag}{report.antwoorden}" for each in others)
