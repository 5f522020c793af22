"""The route in the dossier of the pupil: a card that begins one or tells where it is, and the timeline."""

from datetime import timedelta

import pytest

from app.models.route import Mpo
from app.storage import routes
from app.storage.mpo import mpo_maak
from app.storage.routestap import Zet
from app.storage.tijdlijn import tijdlijn
from app.ui.leerlingen.dossier import DossierView
from app.ui.place import NIEUW, Place
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Text
from tests.ui.leerlingen.scherm import IB, Screen
from tests.ui.route.weg import DAY, begin, press


@pytest.fixture
def dossier(open_view) -> Screen:
    screen: Screen = open_view(DossierView)
    screen.show(Place("leerling", "noor"))
    return screen


def told(widget) -> str:
    words = [each.text() for kind in (Text, Chip) for each in widget.findChildren(kind) if each.isVisible()]
    return " | ".join(words)


def test_a_route_is_begun_from_the_dossier(dossier):
    press(dossier, "Begin een route")
    assert dossier.went == [Place("route", NIEUW, "noor")]


def test_the_card_tells_where_the_route_is_and_leads_there(dossier):
    route = dossier.ask(begin)
    dossier.settle()
    card = dossier.view.route
    assert "sinds 1 september 2026, 41 dagen · aan zet: IB'er" in told(card)
    assert "mist 2 dingen" in told(card)
    assert not card.begin.isVisible()
    press(dossier, "School")
    assert dossier.went == [Place("route", route)]


def test_when_it_ended_another_can_begin(dossier):
    def end(archive) -> None:
        routes.beeindig(archive, begin(archive), Zet(DAY, IB, "Noor verhuist."), IB, DAY)

    dossier.ask(end)
    dossier.settle()
    assert "Noor verhuist." in told(dossier.view.route)
    assert dossier.view.route.begin.isVisible()


def test_the_timeline_tells_of_steps_and_meetings(dossier):
    def walk(archive) -> list[str]:
        route = begin(archive)
        routes.sla_over(archive, route, "mpo", Zet(DAY - timedelta(3), IB, "Er is haast."), IB, DAY)
        mpo_maak(archive, Mpo(route=route, datum=DAY + timedelta(4), agenda="Wat past?"), IB)
        return [f"{each.titel} | {each.tekst} | {each.staat}" for each in tijdlijn(archive, "noor", DAY)][:3]

    assert dossier.ask(walk) == [
        "MeerPartijenOverleg | Wat past? | gepland",
        "Route: van School meteen door naar MPO | Er is haast. | ",
        "Route: begonnen bij School | Noor leert niet meer. | ",
    ]
