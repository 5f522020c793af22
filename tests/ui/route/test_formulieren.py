"""The forms of a route: an OPP made here lets the route go on, and minutes tell what an MPO came to."""

from datetime import timedelta

from app.models.leerling import Plan
from app.models.route import Mpo
from app.storage import formulieren, routes
from app.storage.archive import Archive
from app.storage.formulieren import definition_of, find_formulier
from app.storage.mpo import mpo_maak
from app.storage.routestap import Zet
from app.ui.place import Place
from app.ui.route.view import RouteView
from tests.ui.leerlingen.scherm import IB
from tests.ui.route.weg import BEGUN, DAY, begin, press

YESTERDAY = DAY - timedelta(1)


def close(form: str, answers: dict[str, str], archive: Archive) -> None:
    """Fill in fields by their role, and close the form."""
    definitie = definition_of(archive, find_formulier(archive, form).definitie)
    for rol, value in answers.items():
        archive.write_answer(form, definitie.field_by_role(rol)[1].pad, value, IB)
    formulieren.vaststellen(archive, form, IB, DAY)


def test_an_opp_made_here_is_what_the_hand_over_waited_for(open_view):
    screen = open_view(RouteView)
    route = screen.ask(lambda archive: begin(archive, "bram"))
    screen.show(Place("route", route))
    assert screen.view.needs.state.text() == "mist 3"
    assert not screen.view.steps.agreement.isVisible()
    press(screen, "Maak het OPP")
    view, form, _ = screen.went[-1]
    assert view == "formulier"
    assert screen.view.opp.state.text() == "begonnen"
    said = {"beginsituatie": "Bram komt drie dagen per week.", "uitstroombestemming": "vmbo"}
    screen.ask(lambda archive: close(form, said, archive))
    screen.settle()
    assert screen.view.opp.state.text() == "loopt"
    assert screen.view.needs.state.text() == "mist 1"
    assert screen.view.steps.agreement.isVisible()  # told where it is handed over, and nothing is blocked
    assert "instemmen met het handelingsdeel" in screen.view.steps.agreement.text.text()
    assert screen.view.steps.on.isVisible()
    press(screen, "Open het OPP")
    assert screen.went[-1] == Place("formulier", form, "ouders.instemming")  # the answer that misses


def test_minutes_tell_what_came_of_it_and_the_directeur_has_to_hear_it(open_view):
    screen = open_view(RouteView)

    def at_mpo(archive: Archive) -> str:
        archive.add(Plan(soort="opp", leerling="bram", van=BEGUN), IB)
        route = begin(archive, "bram")
        routes.sla_over(archive, route, "mpo", Zet(BEGUN, IB, "Haast."), IB, DAY)
        mpo_maak(archive, Mpo(route=route, datum=YESTERDAY, partijen=("rvz",)), IB)
        return route

    screen.show(Place("route", screen.ask(at_mpo)))
    press(screen, "Maak verslag")
    form = screen.went[-1].id
    said = {"mpo_uitkomst": "geen_overeenstemming", "mpo_toelichting": "De ouders willen iets anders."}
    screen.ask(lambda archive: close(form, said, archive))
    screen.settle()
    assert screen.all(Mpo)[0].uitkomst == "geen_overeenstemming"
    press(screen, "Verder naar RVZ en coördinator")
    assert "directeur" in screen.view.steps.refusal.text.text()
    press(screen, "Open het verslag")
    assert screen.went[-1] == Place("formulier", form)
