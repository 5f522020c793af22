"""Finding a route again: by the name of the pupil, its question, why a step was taken, or what an MPO was about."""

from datetime import date

import pytest

from app.models.leerling import Leerling
from app.models.route import Mpo
from app.storage import routes, zoeken
from app.storage.archive import Archive
from app.storage.routedefinities import load_route
from app.storage.routes import Aanvang
from app.storage.routestap import Zet
from app.ui.window.vondsten import zoek

DAY = date(2026, 10, 12)
IB = "Ina Beek"


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path, bytes(32))
    for name in ("Noor", "Bram"):
        archive.add(Leerling(id=name.casefold(), roepnaam=name, achternaam="Berg", sorteernaam="berg"), IB)
        aanvang = Aanvang(load_route(archive, "po2001"), f"{name} loopt vast met rekenen.", "Drie plannen.")
        routes.begin(archive, name.casefold(), aanvang, Zet(DAY, IB), IB, DAY)
    yield archive
    archive.close()


def pupils(found: list[zoeken.Treffer]) -> list[str | None]:
    return sorted(each.leerling or "" for each in found)


def test_by_its_question_and_only_of_the_pupil_who_may_be_named(archive):
    assert pupils(zoeken.routes(archive, "vast rekenen")) == ["bram", "noor"]
    assert pupils(zoeken.routes(archive, "rekenen", only="noor")) == ["noor"]


def test_by_the_reason_it_ended_and_the_agenda_of_an_mpo_and_each_route_once(archive):
    noor = zoeken.routes_van(archive, ["noor"])[0].id
    archive.add(Mpo(route=noor, leerling="noor", agenda="Vervoer naar de overkant"), IB)
    assert pupils(zoeken.routes(archive, "vervoer")) == ["noor"]
    routes.beeindig(archive, noor, Zet(DAY, IB, "Het vervoer is geregeld."), IB, DAY)
    found = zoeken.routes(archive, "vervoer")
    assert [(each.id, each.onder) for each in found] == [(noor, "route, beëindigd")]


def test_the_palette_offers_it_with_the_pupil(archive):
    found = zoek("noor", None, archive)
    lines = [*found.namen, *found.inhoud]
    assert [each.place.view for each in lines if each.place is not None] == ["leerling", "route"]
    assert "Ondersteuningsroutes" in [each.words for each in lines if each.heading]
