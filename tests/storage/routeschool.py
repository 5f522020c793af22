"""A school with one pupil and the shipped route, for the tests of routes; with the usual answers of a form."""

from datetime import date, timedelta

from app.models.bespreking import Formulier
from app.models.leerling import Leerling, Ouder, Ouderschap
from app.models.route import Mpo, Routebericht
from app.models.school import Groep
from app.storage import formulieren, mpo, opp, routes
from app.storage.archive import Archive
from app.storage.routedefinities import load_route
from app.storage.routes import Aanvang, Zet

BEGIN = date(2027, 1, 11)
TODAY = date(2027, 6, 1)
AUTHOR = "Anna de Wit"
ROUTE = "po2001"


def fill(archive: Archive) -> None:
    """A group, a pupil and two parents."""
    for record in (
        Groep(id="g", naam="6", jaargroepen=("6",), schooljaar="2026-2027"),
        Leerling(id="sem", roepnaam="Sem", achternaam="Vos", groep="g", jaargroep="6"),
        Ouder(id="ma", naam="S. Vos"),
        Ouder(id="pa", naam="T. Kok"),
        Ouderschap(leerling="sem", ouder="ma", relatie="moeder", gezag="ja", volgorde=0),
        Ouderschap(leerling="sem", ouder="pa", relatie="stiefvader", gezag="nee", volgorde=1),
    ):
        archive.add(record, AUTHOR)


def zet(days: int = 0, reden: str = "", door: str = AUTHOR) -> Zet:
    """A step so many days after the beginning."""
    return Zet(BEGIN + timedelta(days), door, reden)


def begun(archive: Archive, leerling: str = "sem", naam: str = ROUTE) -> str:
    """A pupil on a route."""
    start = Aanvang(load_route(archive, naam), "Loopt vast in de groep.", "Twee handelingsplannen hielpen niet.")
    return routes.begin(archive, leerling, start, zet(), AUTHOR, TODAY)


def with_opp(archive: Archive, leerling: str = "sem") -> str:
    """An OPP that is vastgesteld."""
    form = opp.begin(archive, leerling, AUTHOR, AUTHOR, BEGIN)
    archive.write_answer(form, "begin.beginsituatie", "Leest op niveau M4.", AUTHOR)
    archive.write_answer(form, "begin.vraag", "Hoe leren we Sem lezen?", AUTHOR)
    formulieren.vaststellen(archive, form, AUTHOR)
    return form


def told(archive: Archive, route: str, whom: str, who: str, days: int = 0) -> None:
    """Somebody of whom the station asks it was informed."""
    day = BEGIN + timedelta(days)
    new = Routebericht(route=route, informeren=whom, wie=who, op=day, hoe="telefoon")
    routes.bericht(archive, new, AUTHOR, TODAY)


def held(archive: Archive, route: str, outcome: str, days: int, *, coordinator: bool = False, know: bool = True) -> str:
    """An MPO with an outcome, of which the directeur was told."""
    meeting = Mpo(route=route, datum=BEGIN + timedelta(days), coordinator=coordinator)
    mpo.mpo_maak(archive, meeting, AUTHOR)
    mpo.mpo_uitkomst(archive, meeting.id, outcome, "Kort besproken.", AUTHOR, TODAY)
    if know:
        mpo.mpo_directeur(archive, meeting.id, zet(days), "gesprek", AUTHOR, TODAY)
    return meeting.id


def at_mpo(archive: Archive) -> str:
    """A route at the third block, with all that was asked before it."""
    route = begun(archive)
    with_opp(archive)
    told(archive, route, "rvz", "R. Smit")
    routes.verder(archive, route, "rvz", zet(7), AUTHOR, TODAY)
    routes.vereiste(archive, route, ("rvz", "casus"), BEGIN, "", AUTHOR)
    routes.besluit(archive, route, "indigo", {}, zet(8), AUTHOR, TODAY)
    routes.verder(archive, route, "mpo", zet(14), AUTHOR, TODAY)
    return route


def answered(archive: Archive, form: str, **said: object) -> None:
    """Answers of a form: `section__field=answer`."""
    for path, value in said.items():
        archive.write_answer(form, path.replace("__", "."), value, AUTHOR)


def the_form(archive: Archive, form: str) -> Formulier:
    """A form that is there."""
    found = archive.get(Formulier, form)
    assert found is not None
    return found
