"""The routes and consults of the Proefschool are as the rules would have them."""

from datetime import date

import pytest

from app.imports.proefschool import lees
from app.models.consult import Consult
from app.models.contact import Contact
from app.models.leerling import Leerling
from app.models.route import Mpo, Route, Routestap
from app.storage.archive import Archive
from app.storage.consultblad import consultblad
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
