"""The route of another samenwerkingsverband is a file in the archive's folder, and works by its own rules."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.consult import Toestemming
from app.storage import mpo, routes
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.routeblad import routeblad
from app.storage.routebord import bord
from app.storage.routedefinities import routeaanbod
from tests.storage.routeschool import AUTHOR, BEGIN, TODAY, begun, fill, held, told, zet

OTHER = Path(__file__).parent.parent / "models" / "routes" / "andere_route.toml"


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "routes").mkdir()
    shutil.copy(OTHER, tmp_path / "routes" / "zuiderlicht.toml")
    archive = Archive(tmp_path, bytes(32))
    fill(archive)
    yield archive
    archive.close()


def test_it_is_offered_beside_the_one_that_ships(archive):
    offer = routeaanbod(archive)
    assert [each.titel for each, _ in offer.routes] == ["Ondersteuningsroute SWV PO 20.01", "Zorgpad Zuiderlicht"]
    assert offer.fouten == ()


def test_a_pupil_walks_it_by_its_own_rules(archive):
    route = begun(archive, naam="zuiderlicht")
    (missing,) = routes.mist(archive, route, TODAY)
    assert (missing.soort, missing.place) == ("toestemming", ("leerling", "sem", "toestemming"))
    with pytest.raises(Refused, match="ouders vinden delen goed"):
        routes.verder(archive, route, "loket", zet(1), AUTHOR, TODAY)
    archive.add(Toestemming(leerling="sem", ouder="S. Vos", antwoord="getekend", datum=BEGIN), AUTHOR)
    routes.verder(archive, route, "loket", zet(1), AUTHOR, TODAY)
    with pytest.raises(Refused, match="Bij ‘Loket’ eindigt de route niet"):
        routes.beeindig(archive, route, zet(2, "Verhuisd."), AUTHOR, TODAY)
    with pytest.raises(Refused, match="Leg eerst het besluit ‘Advies van het loket’ vast"):
        routes.besluit(archive, route, "plek", {}, zet(2), AUTHOR, TODAY)
    routes.besluit(archive, route, "advies", {"soort": "verhuizen"}, zet(2), AUTHOR, TODAY)
    routes.besluit(archive, route, "plek", {}, zet(2), AUTHOR, TODAY)
    told(archive, route, "ouders", "S. Vos", 3)
    with pytest.raises(Refused, match="alleen als bij het laatste MPO ouders en school het eens werden"):
        routes.verder(archive, route, "plaatsing", zet(4), AUTHOR, TODAY)
    held(archive, route, "overeenstemming", 5)
    routes.verder(archive, route, "plaatsing", zet(6), AUTHOR, TODAY)
    page = routeblad(archive, route, TODAY)
    assert page is not None
    assert [each.staat for each in page.haltes] == ["geweest", "geweest", "hier"]
    assert page.hier.sinds == BEGIN + timedelta(6)
    assert page.berichten[-1].wie == "directeur"
    with pytest.raises(Refused, match="ga eerst een stap terug"):
        mpo.mpo_uitkomst(archive, page.mpos[0].mpo.id, "vervolg", "x", AUTHOR, TODAY)


def test_both_routes_have_a_board_of_their_own(archive):
    begun(archive, naam="zuiderlicht")
    (board,) = bord(archive, TODAY).borden
    assert [each.station.kort for each in board.kolommen] == ["Ondersteuningsteam", "Loket", "Plaatsing"]
