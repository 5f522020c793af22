"""The board: every running route by station, the longest first, the ended ones apart."""

from datetime import timedelta

import pytest

from app.models.leerling import Leerling
from app.models.route import Mpo
from app.resources import resource
from app.storage import mpo, routes
from app.storage.archive import Archive
from app.storage.routebord import bord
from tests.storage.routeschool import AUTHOR, BEGIN, TODAY, at_mpo, begun, fill, held, zet


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path, bytes(32))
    fill(archive)
    for number in range(3):
        archive.add(Leerling(id=f"l{number}", roepnaam=f"Kind{number}", achternaam="Aarts", groep="g"), AUTHOR)
    yield archive
    archive.close()


def test_an_empty_board(archive):
    found = bord(archive, TODAY)
    assert (found.borden, found.aantal, found.beeindigd, found.aantal_beeindigd) == ((), 0, (), 0)


def test_routes_stand_by_station_with_how_long_they_are_there(archive):
    route = at_mpo(archive)
    begun(archive, "l0")
    begun(archive, "l1")
    gone = begun(archive, "l2")
    routes.beeindig(archive, gone, zet(5, "Verhuisd."), AUTHOR, TODAY)
    found = bord(archive, TODAY)
    (board,) = found.borden
    told = {kolom.station.kort: [(each.naam, each.groep) for each in kolom.regels] for kolom in board.kolommen}
    assert list(told) == [each.kort for each in board.definitie.stations]
    assert told["School"] == [("Kind0 Aarts", "6"), ("Kind1 Aarts", "6")]
    assert told["MPO"] == [("Sem Vos", "6")]
    (here,) = board.kolommen[2].regels
    assert (here.id, here.dagen) == (route, (TODAY - BEGIN - timedelta(14)).days)
    assert found.aantal == 3
    assert [(each.naam, each.einde, each.dagen) for each in found.beeindigd] == [("Kind2 Aarts", "Verhuisd.", 5)]
    assert found.aantal_beeindigd == 1


def test_the_next_mpo_and_an_outcome_that_was_not_told(archive):
    route = at_mpo(archive)
    held(archive, route, "vervolg", 20, know=False)
    coming = TODAY + timedelta(3)
    for day in (TODAY + timedelta(9), coming):
        mpo.mpo_maak(archive, Mpo(route=route, datum=day), AUTHOR)
    (line,) = bord(archive, TODAY).borden[0].kolommen[2].regels
    assert (line.mpo_op, line.directeur_wacht) == (coming, True)


def test_an_older_version_of_a_route_shares_the_board_of_the_newest(archive, tmp_path):
    begun(archive, "l0")
    own = tmp_path / "routes"
    own.mkdir()
    text = resource("routes", "po2001.toml").read_text("utf-8").replace("versie = 1", "versie = 2", 1)
    (own / "po2001.toml").write_text(text.replace('kort = "School"', 'kort = "Onze school"'), "utf-8")
    begun(archive, "l1")
    (board,) = bord(archive, TODAY).borden
    assert (board.definitie.versie, board.kolommen[0].station.kort) == (2, "Onze school")
    assert len(board.kolommen[0].regels) == 2


def test_a_screen_of_it_is_read_first_and_counts_everybody(archive):
    for number in range(3):
        begun(archive, f"l{number}")
    routes.beeindig(archive, begun(archive), zet(5, "Verhuisd."), AUTHOR, TODAY)
    whole, screen = bord(archive, TODAY), bord(archive, TODAY, 2)
    school = screen.borden[0].kolommen[0]
    assert (school.aantal, school.langst, len(school.regels)) == (3, (TODAY - BEGIN).days, 2)
    assert whole.borden[0].kolommen[0].regels[:2] == school.regels
    assert (whole.begin(2), screen.aantal, screen.aantal_beeindigd) == (screen, 3, 1)
    assert bord(archive, TODAY, 0) == whole.begin(0)


def test_the_number_of_questions_does_not_grow_with_the_routes(archive, monkeypatch):
    asked = []
    query = archive.query
    monkeypatch.setattr(archive, "query", lambda *args: asked.append(args) or query(*args))
    begun(archive, "l0")
    asked.clear()
    bord(archive, TODAY)
    with_one = len(asked)
    for number in range(1, 3):
        begun(archive, f"l{number}")
    asked.clear()
    bord(archive, TODAY)
    assert len(asked) == with_one


def test_a_pupil_who_left_is_not_on_the_board(archive):
    begun(archive)
    archive.write("leerling", "sem", {"gearchiveerd_op": "2027-05-01"}, AUTHOR)
    assert bord(archive, TODAY).aantal == 0
