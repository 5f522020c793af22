"""The route of one pupil: begun, led along its stations, turned back and ended; what is refused says why."""

from datetime import timedelta

import pytest

from app.models.bespreking import Definitie
from app.models.leerling import Plan
from app.models.route import Route, Routebericht, Routestap
from app.resources import resource
from app.storage import routes
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.ongedaan import schrijf
from app.storage.routeblad import routeblad
from app.storage.routedefinities import load_route, routeaanbod
from app.storage.routes import Aanvang, Zet
from tests.storage.routeschool import (
    AUTHOR,
    BEGIN,
    TODAY,
    at_mpo,
    begun,
    fill,
    held,
    told,
    with_opp,
    zet,
)


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path, bytes(32))
    fill(archive)
    yield archive
    archive.close()


def page(archive: Archive, route: str):
    found = routeblad(archive, route, TODAY)
    assert found is not None
    return found


def states(archive: Archive, route: str) -> str:
    """One letter per station: Hier, Geweest, Overgeslagen, Komt, Beeindigd."""
    return "".join(each.staat[0] for each in page(archive, route).haltes)


def missing(archive: Archive, route: str) -> list[str]:
    return [each.vereiste for each in routes.mist(archive, route, TODAY)]


def test_a_pupil_gets_on_the_route_when_basic_support_was_shown_not_to_suffice(archive):
    chosen = load_route(archive, "po2001")
    for question, shown, complaint in (("", "x", "complexe vraag"), ("x", " ", "basisondersteuning")):
        with pytest.raises(Refused, match=complaint):
            routes.begin(archive, "sem", Aanvang(chosen, question, shown), zet(), AUTHOR, TODAY)
    route = begun(archive)
    here = page(archive, route)
    assert (here.hier.station.id, here.hier.sinds, here.hier.dagen) == ("school", BEGIN, (TODAY - BEGIN).days)
    assert states(archive, route) == "hkkkkkk"
    with pytest.raises(Refused, match="loopt al een route"):
        begun(archive)


def test_a_route_begun_by_mistake_is_taken_away_until_something_is_done_on_it(archive):
    routes.haal_weg(archive, begun(archive), AUTHOR)
    assert not archive.all(Route)
    assert not archive.all(Routestap)
    route = begun(archive)
    routes.bericht(archive, Routebericht(route=route, wie="Ria", op=TODAY, hoe="telefoon"), AUTHOR, TODAY)
    with pytest.raises(Refused, match="beëindig haar"):
        routes.haal_weg(archive, route, AUTHOR)


def test_an_opp_is_not_needed_to_begin_but_to_hand_over(archive):
    route = begun(archive)
    assert missing(archive, route) == ["beginsituatie", "opp", "rvz"]
    assert [each.place for each in routes.mist(archive, route, TODAY)] == [
        ("route", route, "vereiste:beginsituatie"),
        ("route", route, "opp"),
        ("route", route, "bericht:rvz"),
    ]
    with pytest.raises(Refused, match="beginsituatie vastgelegd"):
        routes.verder(archive, route, "rvz", zet(1), AUTHOR, TODAY)
    routes.vereiste(archive, route, ("school", "beginsituatie"), BEGIN, "in het handelingsplan", AUTHOR)
    told(archive, route, "rvz", "R. Smit")
    assert missing(archive, route) == ["opp"]
    with pytest.raises(Refused, match="OPP opgesteld"):
        routes.sla_over(archive, route, "mpo", zet(1, "De ouders willen meteen praten."), AUTHOR, TODAY)
    with_opp(archive)
    routes.verder(archive, route, "rvz", zet(1), AUTHOR, TODAY)
    assert states(archive, route) == "ghkkkkk"


def test_an_opp_made_elsewhere_counts_as_long_as_it_runs(archive):
    route = begun(archive)
    archive.add(Plan(id="p", soort="opp", leerling="sem", van=BEGIN, tot=TODAY - timedelta(1)), AUTHOR)
    assert "opp" in missing(archive, route)
    archive.write("plan", "p", {"tot": TODAY}, AUTHOR)
    assert "opp" not in missing(archive, route)


def test_agreement_at_the_mpo_ends_the_route_once_the_directeur_knows(archive):
    route = at_mpo(archive)
    held(archive, route, "overeenstemming", 20, know=False)
    here = page(archive, route)
    assert here.mogelijk.voorstel == "einde"
    assert all(each.bezwaren for each in here.mogelijk.verder)
    with pytest.raises(Refused, match="directeur weet de uitkomst"):
        routes.beeindig(archive, route, zet(21, "Klaar."), AUTHOR, TODAY)
    with pytest.raises(Refused, match="eens"):
        routes.sla_over(archive, route, "swv", zet(21, "Toch verder."), AUTHOR, TODAY)


def test_block_four_is_for_disagreement_only(archive):
    route = at_mpo(archive)
    held(archive, route, "vervolg", 20)
    for step in (routes.verder, routes.sla_over):
        with pytest.raises(Refused, match="niet eens werden"):
            step(archive, route, "rvz_coordinator", zet(21, "Proberen."), AUTHOR, TODAY)
    assert page(archive, route).mogelijk.voorstel == "mpo_coordinator"
    held(archive, route, "geen_overeenstemming", 25)
    assert page(archive, route).mogelijk.voorstel == "rvz_coordinator"
    routes.verder(archive, route, "rvz_coordinator", zet(26), AUTHOR, TODAY)
    assert missing(archive, route) == ["dossier"]


def test_a_coordinator_at_any_mpo_but_at_block_five_it_is_asked(archive):
    route = at_mpo(archive)
    held(archive, route, "vervolg", 20, coordinator=True)
    routes.verder(archive, route, "mpo_coordinator", zet(21), AUTHOR, TODAY)
    assert states(archive, route) == "gggohkk"
    held(archive, route, "vervolg", 22)
    assert missing(archive, route) == ["uitkomst"]
    held(archive, route, "geen_overeenstemming", 23, coordinator=True)
    assert missing(archive, route) == []


def test_the_whole_way_with_disagreement_a_step_back_and_a_skip(archive):
    route = at_mpo(archive)
    held(archive, route, "geen_overeenstemming", 20)
    routes.verder(archive, route, "rvz_coordinator", zet(21), AUTHOR, TODAY)
    routes.terug(archive, route, "mpo", zet(22, "De ouders willen nog een gesprek."), AUTHOR, TODAY)
    assert states(archive, route) == "gghkkkk"
    reason = "Het dossier ligt er al; de coördinator beoordeelt het."
    routes.sla_over(archive, route, "coordinator", zet(23, reason), AUTHOR, TODAY)
    assert states(archive, route) == "gggoohk"

    def decide(name, said, days):
        routes.besluit(archive, route, name, said, zet(days), AUTHOR, TODAY)

    decide("overname", {}, 24)
    assert page(archive, route).mogelijk.voorstel == "swv"
    with pytest.raises(Refused, match="Ouders geïnformeerd op"):
        decide("onderwijsconsulent", {}, 24)
    decide("onderwijsconsulent", {"ouders_geinformeerd": "4 februari"}, 24)
    routes.vereiste(archive, route, ("coordinator", "beoordeeld"), BEGIN + timedelta(24), "", AUTHOR)
    told(archive, route, "directeur", "D. Mol", 24)
    assert missing(archive, route) == ["swv"]
    told(archive, route, "swv", "M. Baas", 24)
    routes.verder(archive, route, "swv", zet(30), AUTHOR, TODAY)
    place = {"soort": "sbo", "waar": "De Linde"}
    with pytest.raises(Refused, match="Leg eerst het besluit ‘Geld volgt leerling’ vast"):
        decide("deelverband_5", place, 31)
    decide("geld_volgt_leerling", {"akkoord": "nee"}, 31)
    with pytest.raises(Refused, match="‘Geld volgt leerling’ staat: akkoord"):
        decide("deelverband_5", place, 32)
    decide("geld_volgt_leerling", {"akkoord": "ja"}, 33)
    with pytest.raises(Refused, match="Kies bij Soort onderwijs"):
        decide("deelverband_5", {**place, "soort": "vwo"}, 34)
    decide("deelverband_5", place, 34)
    assert page(archive, route).mogelijk.voorstel == "einde"
    routes.beeindig(archive, route, zet(40, "Sem gaat naar De Linde."), AUTHOR, TODAY)
    ended = archive.get(Route, route)
    assert ended is not None
    assert (ended.station, ended.beeindigd_op, ended.einde) == (
        "swv",
        BEGIN + timedelta(40),
        "Sem gaat naar De Linde.",
    )
    assert states(archive, route) == "gggoogb"
    assert missing(archive, route) == []


def test_a_decision_keeps_who_when_and_what_was_asked(archive):
    route = begun(archive)
    with_opp(archive)
    routes.sla_over(archive, route, "rvz", zet(3, "De RVZ zat al aan tafel."), AUTHOR, TODAY)
    said = {"hoe": "contact", "thuiszitter": "dreigt"}
    routes.besluit(archive, route, "leerplicht", said, zet(4, door="R. Smit"), AUTHOR, TODAY)
    taken = page(archive, route).hier.besluiten
    assert [(each.besluit, each.waarden, each.door, each.datum) for each in taken] == [
        ("leerplicht", said, "R. Smit", BEGIN + timedelta(4))
    ]
    with pytest.raises(Refused, match="hoort niet bij ‘Overdracht naar RVZ’"):
        routes.besluit(archive, route, "geld_volgt_leerling", {"akkoord": "ja"}, zet(5), AUTHOR, TODAY)


@pytest.mark.parametrize(
    ("step", "complaint"),
    [
        (Zet(BEGIN, "", "x"), "wie dit besloot"),
        (Zet(BEGIN, AUTHOR, " "), "Schrijf op waarom"),
        (Zet(BEGIN - timedelta(1), AUTHOR, "x"), "vorige stap was op 11 januari 2027"),
        (Zet(TODAY + timedelta(1), AUTHOR, "x"), "moet nog komen"),
    ],
)
def test_each_step_has_a_day_somebody_and_a_reason(archive, step, complaint):
    route = begun(archive)
    with pytest.raises(Refused, match=complaint):
        routes.beeindig(archive, route, step, AUTHOR, TODAY)
    assert len(archive.all(Routestap)) == 1


def test_every_step_can_be_taken_back_at_once(archive):
    route = begun(archive)
    with_opp(archive)
    before = page(archive, route)
    for act in (
        lambda: routes.sla_over(archive, route, "mpo", zet(3, "Haast."), AUTHOR, TODAY),
        lambda: routes.beeindig(archive, route, zet(3, "Verhuisd."), AUTHOR, TODAY),
        lambda: routes.vereiste(archive, route, ("school", "beginsituatie"), BEGIN, "", AUTHOR),
    ):
        schrijf(archive, act(), AUTHOR)
        assert page(archive, route) == before


def test_an_ended_route_does_nothing_more_and_a_new_one_can_begin(archive):
    route = begun(archive)
    routes.beeindig(archive, route, zet(2, "Verhuisd."), AUTHOR, TODAY)
    for act in (
        lambda: routes.verder(archive, route, "rvz", zet(3), AUTHOR, TODAY),
        lambda: routes.sla_over(archive, route, "swv", zet(3, "x"), AUTHOR, TODAY),
        lambda: routes.besluit(archive, route, "indigo", {}, zet(3), AUTHOR, TODAY),
        lambda: routes.beeindig(archive, route, zet(3, "x"), AUTHOR, TODAY),
    ):
        with pytest.raises(Refused, match="al beëindigd"):
            act()
    second = begun(archive)
    assert [each.id for each in page(archive, second).eerdere] == [route]


def test_who_was_told_when_how_and_by_whom(archive):
    route = begun(archive)
    new = Routebericht(route=route, informeren="rvz", wie="R. Smit", op=BEGIN, hoe="e-mail")
    back = routes.bericht(archive, new, AUTHOR, TODAY)
    told_now = page(archive, route).hier.informeert[0].bericht
    assert told_now is not None
    assert (told_now.wie, told_now.hoe, told_now.station) == ("R. Smit", "e-mail", "school")
    assert told_now.door == AUTHOR  # who is at the keyboard, when nobody else is named
    assert told_now.waarover == "de leerling, en dat de school de regie wil overdragen"
    schrijf(archive, back, AUTHOR)
    assert page(archive, route).hier.informeert[0].bericht is None
    with pytest.raises(Refused, match="Vul in hoe"):
        routes.bericht(archive, Routebericht(route=route, wie="Moeder", op=BEGIN), AUTHOR, TODAY)


def test_what_follows_from_elsewhere_is_not_ticked(archive):
    route = begun(archive)
    with pytest.raises(Refused, match="‘OPP opgesteld’ vink je niet zelf af"):
        routes.vereiste(archive, route, ("school", "opp"), BEGIN, "", AUTHOR)


def test_a_pupil_stays_on_the_route_it_began_with_and_another_is_a_file(archive, tmp_path):
    own = tmp_path / "routes"
    own.mkdir()
    text = resource("routes", "po2001.toml").read_text("utf-8")
    (own / "po2001.toml").write_text(text.replace('titel = "School"', 'titel = "Onze school"'), "utf-8")
    (own / "kapot.toml").write_text("naam = 3", "utf-8")
    (own / "anders.toml").write_text(text, "utf-8")
    offer = routeaanbod(archive)
    assert [each.stations[0].titel for each, _ in offer.routes] == ["Onze school"]
    assert len(offer.fouten) == 2
    assert "In anders.toml: naam ‘po2001’" in offer.fouten[0]
    route = begun(archive)
    (own / "po2001.toml").write_text(text.replace('titel = "School"', 'titel = "Nog anders"'), "utf-8")
    assert page(archive, route).definitie.stations[0].titel == "Onze school"
    assert len(archive.all(Definitie, naam="po2001")) == 1
    with pytest.raises(Refused, match=r"In anders\.toml"):
        load_route(archive, "weg")


def test_a_route_or_station_that_is_not_there_is_a_mistake_of_ours(archive):
    assert routeblad(archive, "weg", TODAY) is None
    route = begun(archive)
    with pytest.raises(KeyError):
        routes.mist(archive, "weg", TODAY)
    with pytest.raises(KeyError):
        routes.verder(archive, route, "maan", zet(), AUTHOR, TODAY)
    with pytest.raises(KeyError):
        routes.vereiste(archive, route, ("school", "maan"), BEGIN, "", AUTHOR)
